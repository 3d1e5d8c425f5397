"""Document properties: title, subject, author, language and dates, from the document alone.

    <cp:coreProperties ...><dc:title>Health Check 2022</dc:title>
      <dc:creator>Children's Services</dc:creator><dc:language>en-GB</dc:language>
      <dcterms:created xsi:type="dcterms:W3CDTF">2023-03-07T00:00:00Z</dcterms:created>
      <dcterms:modified xsi:type="dcterms:W3CDTF">2023-03-07T00:00:00Z</dcterms:modified>
    </cp:coreProperties>

docxtpl would escape these twice, so they are written here afterwards, and whole: nothing that a
designer's Word left in the template's properties (name, revision, editing time) is passed on. The
clock and the user's name never enter.
"""

from __future__ import annotations

from lxml import etree

from generator.model.document import Document
from generator.word.package.elements import Element, default_namespace
from generator.word.package.parts import OFFICE_RELATIONSHIP, Parts
from generator.word.package.xml_text import clean

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_KEPT = ("officeDocument", "customXml")


def write_properties(parts: Parts, document: Document) -> None:
    """Put in core and extended properties; take out those of the template, and its thumbnail."""
    related = parts.related("")
    for relationship in list(related):
        if relationship.type.rsplit("/", 1)[-1] not in _KEPT:
            related.remove(relationship)
            if not relationship.external:
                parts.remove(relationship.target)
    parts.add("docProps/core.xml", _core(document), _CORE_TYPE)
    parts.add("docProps/app.xml", _extended(document), _APP_TYPE)
    parts.relate("", _CORE_KIND, "docProps/core.xml")
    parts.relate("", OFFICE_RELATIONSHIP + "extended-properties", "docProps/app.xml")


def moment(date: str) -> str:
    """'2023-03-07' as the schema wants a moment: '2023-03-07T00:00:00Z'."""
    return f"{date}T00:00:00Z" if len(date) == 10 else date


def _core(document: Document) -> Element:
    root = etree.Element(
        f"{{{_CP}}}coreProperties",
        nsmap={"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI},
    )
    texts = (
        ("title", document.title),
        ("subject", document.subject),
        ("creator", document.author),
        ("language", document.language),
    )
    for name, text in texts:
        if text:
            etree.SubElement(root, f"{{{_DC}}}{name}").text = clean(text)
    if document.author:
        etree.SubElement(root, f"{{{_CP}}}lastModifiedBy").text = clean(document.author)
    if document.created:
        for name in ("created", "modified"):
            node = etree.SubElement(root, f"{{{_TERMS}}}{name}")
            node.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
            node.text = moment(document.created)
    return root


def _extended(document: Document) -> Element:
    root = etree.Element(f"{{{_APP}}}Properties", nsmap=default_namespace(_APP))
    etree.SubElement(root, f"{{{_APP}}}Application").text = "committee"
    if document.council:
        etree.SubElement(root, f"{{{_APP}}}Company").text = clean(document.council)
    return root
