"""The digest of its release inside a .docx, as a property that other programs keep.

docProps/custom.xml:
<Properties xmlns="...custom-properties" xmlns:vt="...docPropsVTypes">
  <property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Committee release">
    <vt:lpwstr>0be2...</vt:lpwstr></property></Properties>
"""

from __future__ import annotations

from lxml import etree

from generator.word.package.elements import default_namespace, to_bytes
from generator.word.package.parts import OFFICE_RELATIONSHIP, Parts

NAME = "Committee release"
_PART = "docProps/custom.xml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def with_release_mark(word: bytes, release: str) -> bytes:
    """The .docx with the digest of its release."""
    parts = Parts(word)
    root = etree.Element(
        f"{{{_PROPERTIES}}}Properties", nsmap={**default_namespace(_PROPERTIES), "vt": _VALUES}
    )
    node = etree.SubElement(root, f"{{{_PROPERTIES}}}property", fmtid=_FMTID, pid="2", name=NAME)
    etree.SubElement(node, f"{{{_VALUES}}}lpwstr").text = release
    parts.add(_PART, to_bytes(root), _TYPE)
    parts.relate("", OFFICE_RELATIONSHIP + "custom-properties", _PART)
    return parts.to_bytes()


def release_mark(parts: Parts) -> str:
    """The digest that a .docx holds of its release, '' for none."""
    name = parts.related_part("", "custom-properties")
    for node in () if name is None else parts.xml(name):
        if node.get("name") == NAME:
            return "".join(str(text) for text in node.itertext()).strip()
    return ""
