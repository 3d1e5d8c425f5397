"""What of another document lies outside it: links to follow, and files that Word would fetch.

    <w:hyperlink r:id="rId7">     Target="https://..." TargetMode="External"    stays
    <w:hyperlink r:id="rId8">     Target="file:///S:/..." or "javascript:..."   its words stay
    <a:blip r:link="rId9"/>       Target="http://.../logo.png"                  is left out
    <v:shape href="..."/>, <v:imagedata src="..."/>                             VML's own way

Whoever opens a report would tell the other computer that they did, and a file on the author's own
computer is nowhere else. A link leads to where a narrative's may (model/addresses.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.model.addresses import may_be_linked
from generator.word.external.clean import remove, unwrap
from generator.word.package.elements import Element, clark
from generator.word.package.namespaces import R
from generator.word.package.parts import DOCUMENT, Parts, Relationship

_IN_R = f"{{{R}}}"
_PICTURES = ("w:drawing", "w:pict", "w:object")
_FETCHED = ("src", "althref", "{urn:schemas-microsoft-com:office:office}href")
_NOT_PLACED = (
    "header", "footer", "settings", "webSettings", "fontTable", "glossaryDocument", "comments",
)  # fmt: skip


def is_link(relationship: Relationship) -> bool:
    """Whether a reader follows it, and Word does not fetch it by itself."""
    return relationship.type.rsplit("/", 1)[-1] == "hyperlink"


def stays(relationship: Relationship) -> bool:
    """Whether a relationship is within the document, or a link that a report may have."""
    if not relationship.external:
        return True
    return is_link(relationship) and may_be_linked(address(relationship))


def address(relationship: Relationship) -> str:
    """Where it leads, as an address is written: Word takes one with spaces."""
    return relationship.target.replace(" ", "%20")


def left_out(parts: Parts) -> list[Relationship]:
    """What lies outside a document and is not taken over with it, each once, in order."""
    found: dict[tuple[str, str], Relationship] = {}
    seen = set()
    waiting = [DOCUMENT]
    while waiting:
        part = waiting.pop(0)
        for one in parts.related(part):
            if not stays(one) and not one.target.startswith("#"):
                found.setdefault((one.type, one.target), one)
            placed = one.type.rsplit("/", 1)[-1] not in _NOT_PLACED
            if not one.external and placed and one.target in parts and one.target not in seen:
                seen.add(one.target)
                waiting.append(one.target)
    return list(found.values())


def drop_reference(node: Element, name: str) -> None:
    """Take out what an element's attribute relates to outside the document; its words stay."""
    del node.attrib[name]
    kind = etree.QName(node).localname
    if kind == "hyperlink":
        if node.get(clark("w:anchor")) is None:
            unwrap(node)
    elif kind in ("blip", "imagedata"):
        if not any(str(each).startswith(_IN_R) for each in node.attrib):
            remove(_picture(node))
    else:
        remove(node)


def drop_addresses(story: Element) -> None:
    """Take out the addresses that VML writes without a relationship."""
    for node in list(story.iter(etree.Element)):
        if etree.QName(node).localname == "imagedata":
            for name in _FETCHED:
                node.attrib.pop(name, "")
        elif not may_be_linked(node.get("href", "https://")):
            del node.attrib["href"]


def references(story: Element) -> Iterator[tuple[Element, str, str]]:
    """Every attribute that is the id of a relationship: element, name, id."""
    for node in list(story.iter(etree.Element)):
        for name, value in list(node.attrib.items()):
            if str(name).startswith(_IN_R):
                yield node, str(name), str(value)


def _picture(node: Element) -> Element:
    for ancestor in node.iterancestors(*map(clark, _PICTURES)):
        return ancestor
    return node
