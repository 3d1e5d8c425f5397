"""What the XML of a part says of itself: its root, and the relationships that it refers to.

<a:blip r:embed="rId7"/>  <c:chart r:id="rId9"/>  <w:headerReference r:id="rId3"/>
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from generator.model.frozen import dataclass
from generator.word.package.elements import Element, clark, local_name
from generator.word.package.namespaces import NAMESPACES, R
from generator.word.validity.fault import Fault
from generator.word.validity.opened_package import TYPES, OpenedPackage, kind_of
from generator.word.validity.package_rules import REFERENCE_LOOSE, ROOT_WRONG
from generator.word.validity.structure_rules import PICTURE_EMPTY

_STRICT = b'"http://purl.oclc.org/ooxml/wordprocessingml/main"'
_IN_R = f"{{{R}}}"
_PARTS_OF_WORD = (
    "styles", "numbering", "settings", "webSettings", "footnotes", "endnotes", "comments",
)  # fmt: skip
_ROOTS = {
    "officeDocument": ("w:document",),
    **{kind: (f"w:{kind}",) for kind in _PARTS_OF_WORD},
    "header": ("w:hdr",),
    "footer": ("w:ftr",),
    "fontTable": ("w:fonts",),
    "theme": ("a:theme",),
    "chart": ("c:chartSpace",),
    "commentsExtended": ("w15:commentsEx",),
}
_REFERRING = etree.XPath("//@r:*/..", namespaces={"r": R})  # a sixth of //*[@r:*]
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationships"
# The relationship that an element wants, where no other does.
_WANTED = {
    "blip": ("image",),
    "imagedata": ("image",),
    "headerReference": ("header",),
    "footerReference": ("footer",),
    "chart": ("chart",),
    "externalData": ("package", "oleObject", "externalLinkPath"),
}


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where the parts that a text refers to are placed in it: part -> the part and the element."""

    places: dict[str, tuple[str, Element]]


def find_reference_faults(package: OpenedPackage, anchors: Anchors) -> Iterator[Fault]:
    """Of all parts; notes on the way which element each part is placed by."""
    yield from _roots(package)
    yield from _strict(package)
    for name, root in package.xml.items():
        if name != TYPES and not name.endswith(".rels"):
            yield from _references(package, name, root, anchors)


def _roots(package: OpenedPackage) -> Iterator[Fault]:
    for name, root in package.xml.items():
        if name.endswith(".rels") and root.tag != _RELATIONSHIPS:
            yield Fault(ROOT_WRONG, f"the part {name} holds no relationships", name)
    told: set[str] = set()
    for related in package.related.values():
        for one in related:
            wanted, found = _ROOTS.get(kind_of(one)), package.xml.get(one.target)
            if wanted is None or found is None or one.external or one.target in told:
                continue
            told.add(one.target)
            if str(found.tag) not in [clark(name) for name in wanted]:
                what = f"the part {one.target} begins with {_shown(found)}"
                yield Fault(ROOT_WRONG, f"{what} instead of {wanted[0]}", one.target)


def _strict(package: OpenedPackage) -> Iterator[Fault]:
    """A file is in the strict form as a whole, or not at all."""
    texts = {one.target for one in package.related.get(package.main, ()) if kind_of(one) in _ROOTS}
    texts = {one for one in (package.main, *texts) if one in package.xml}
    strict = {one for one in texts if _STRICT in package.raw[one]}
    if package.main in strict:
        return
    for part in sorted(strict):
        what = f"the part {part} is written in the strict form, and the text is not"
        yield Fault(ROOT_WRONG, what, part)


def _shown(root: Element) -> str:
    space = etree.QName(root).namespace
    prefix = next((key for key, value in NAMESPACES.items() if value == space), "")
    name = local_name(root)
    return f"{prefix}:{name}" if prefix else f"{name} of {space or 'no namespace'}"


def _references(
    package: OpenedPackage, name: str, root: Element, anchors: Anchors
) -> Iterator[Fault]:
    known = {one.id: one for one in package.related.get(name, ())}
    for node in root.iter(clark("a:blip")):
        if not any(str(key).startswith(_IN_R) for key in node.attrib):
            yield Fault(PICTURE_EMPTY, "a picture does not say which file it shows", name, node)
    referring: Any = _REFERRING(root)
    for node in referring:
        for key, value in node.attrib.items():
            if not str(key).startswith(_IN_R) or not value:
                continue
            found, kind = known.get(str(value)), local_name(node)
            if found is None:
                what = f"{kind} refers to {value!r}, which {name} has no relationship for"
                yield Fault(REFERENCE_LOOSE, what, name, node)
            elif kind in _WANTED and kind_of(found) not in _WANTED[kind]:
                what = f"{kind} refers to {value!r}, which is of the kind {kind_of(found)}"
                yield Fault(REFERENCE_LOOSE, what, name, node)
            elif not found.external:
                anchors.places.setdefault(found.target, (name, node))
