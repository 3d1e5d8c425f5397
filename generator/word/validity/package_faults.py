"""Content types and relationships: everything has a kind, and everything leads somewhere.

<Override PartName="/word/styles.xml" ContentType="...wordprocessingml.styles+xml"/>
<Relationship Id="rId7" Type=".../image" Target="media/image1.png"/>
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from generator.model.addresses import SCHEMES
from generator.model.issues import Rule
from generator.word.package.elements import Element
from generator.word.package.namespaces import R
from generator.word.package.parts import WORD_TYPE, Relationship, relationships_name
from generator.word.validity.fault import Fault, repeated
from generator.word.validity.opened_package import TYPES, OpenedPackage, kind_of
from generator.word.validity.package_rules import (
    FETCHED,
    LINK_LOCAL,
    LINK_UNSAFE,
    MAIN_MISSING,
    RELATIONSHIP_TWICE,
    TARGET_MISSING,
    TYPE_OF_NOTHING,
    TYPE_WRONG,
    TYPES_DAMAGED,
    UNREACHED,
)

_MAIN_TYPES = tuple(
    f"{start}{kind}+xml"
    for start, kind in (
        (WORD_TYPE, "document.main"),
        (WORD_TYPE, "template.main"),
        ("application/vnd.ms-word.", "document.macroEnabled.main"),
        ("application/vnd.ms-word.", "template.macroEnabledTemplate.main"),
    )
)
_OFFICE = "application/vnd.openxmlformats-officedocument."
_KINDS = {
    **{
        kind: (f"{WORD_TYPE}{kind}+xml",)
        for kind in (
            "styles", "numbering", "settings", "webSettings", "fontTable", "header", "footer",
            "footnotes", "endnotes", "comments", "commentsExtended", "commentsIds",
        )
    },
    "officeDocument": _MAIN_TYPES,
    "glossaryDocument": (f"{WORD_TYPE}document.glossary+xml",),
    "theme": (f"{_OFFICE}theme+xml",),
    "chart": (f"{_OFFICE}drawingml.chart+xml",),
    "core-properties": ("application/vnd.openxmlformats-package.core-properties+xml",),
    "extended-properties": (f"{_OFFICE}extended-properties+xml",),
    "custom-properties": (f"{_OFFICE}custom-properties+xml",),
    "customXmlProps": (f"{_OFFICE}customXmlProperties+xml",),
}  # fmt: skip
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_FIRST = "_rels/.rels"
_REFERRING = etree.XPath("//*[@r:*=$key]", namespaces={"r": R})
_SAFE = (*SCHEMES, "ftp://", "news:", "onenote:", "sms:", "callto:")
_EMBEDDED = "embeddings/"
_LINKS = ("hyperlink",)
_QUIET = ("NULL", "")  # what Word itself writes for a picture that it could not find


def find_package_faults(package: OpenedPackage) -> Iterator[Fault]:
    """Of content types and relationships."""
    if not package.raw:
        return
    if TYPES not in package.raw:
        yield Fault(TYPES_DAMAGED, f"{TYPES} is missing")
    elif TYPES in package.xml:
        yield from _types(package)
    yield from _main(package)
    for source, related in package.related.items():
        yield from _relationships(package, source, related)
    yield from _unreached(package)


# ---------------------------------------------------------------- content types
def _types(package: OpenedPackage) -> Iterator[Fault]:
    root = package.xml[TYPES]
    if not str(root.tag).endswith("}Types"):
        yield Fault(TYPES_DAMAGED, f"{TYPES} has no list of types", TYPES)
        return
    said = [node.get("PartName") or f".{node.get('Extension', '').lower()}" for node in root]
    for name in repeated(one.casefold() for one in said):
        yield Fault(TYPES_DAMAGED, f"{TYPES} says twice what {name} is", TYPES)
    for node in root:
        name = node.get("PartName", "/")
        if not name.startswith("/"):
            yield Fault(TYPES_DAMAGED, f"{TYPES} names {name!r} without a slash before it", TYPES)
    for part in sorted(one for one in package.overrides if not package.has(one)):
        what = f"{TYPES} names the part {part}, which is not in the file"
        yield Fault(TYPE_OF_NOTHING, what, part)
    for part in package.raw:
        if part != TYPES and not package.type_of(part):
            yield Fault(TYPE_WRONG, f"the part {part} has no content type", part)
        elif part.endswith(".rels") and package.type_of(part) != _RELATIONSHIPS:
            what = f"the part {part} is said to be {package.type_of(part)}"
            yield Fault(TYPE_WRONG, f"{what}, but holds relationships", part)


def _wrong_type(package: OpenedPackage, one: Relationship) -> Fault | None:
    wanted, said = _KINDS.get(kind_of(one)), package.type_of(one.target)
    if not said or wanted is None or said in wanted:
        return None
    what = f"the part {one.target} is said to be {said}, but is used as {kind_of(one)}"
    return Fault(TYPE_WRONG, what, one.target, mend=f"the content type is {wanted[0]}")


def _main(package: OpenedPackage) -> Iterator[Fault]:
    if not package.has(_FIRST):
        yield Fault(MAIN_MISSING, "_rels/.rels is missing, which says where the text is")
    elif not package.main and _FIRST in package.xml:
        yield Fault(MAIN_MISSING, "_rels/.rels does not say where the text is", _FIRST)
    elif package.main and not package.has(package.main):
        what = f"the text, {package.main}, is not in the file"
        yield Fault(MAIN_MISSING, what, package.main)
    mains = [one for one in package.related.get("", ()) if kind_of(one) == "officeDocument"]
    if len(mains) > 1:
        said = " and ".join(one.target for one in mains)
        yield Fault(MAIN_MISSING, f"_rels/.rels says of {said} that the text is there", _FIRST)


# ---------------------------------------------------------------- relationships
def _relationships(
    package: OpenedPackage, source: str, related: tuple[Relationship, ...]
) -> Iterator[Fault]:
    name = relationships_name(source)
    if source and not package.has(source):
        yield Fault(TARGET_MISSING, f"{name} belongs to {source}, which is not in the file", name)
    for key in repeated(one.id for one in related):
        yield Fault(RELATIONSHIP_TWICE, f"{name} has the id {key!r} more than once", name)
    for one in related:
        if not one.id or not one.type:
            what = "id" if not one.id else "type"
            yield Fault(RELATIONSHIP_TWICE, f"a relationship in {name} has no {what}", name)
        if one.external:
            yield from _outside(source, one)
        elif one.target.startswith("#") or one.target == package.main:
            continue
        elif not package.has(one.target):
            what = f"{one.id} in {name} leads to {one.target}, which is not in the file"
            mend = "take the link out and insert it again" if ":/" in one.target else ""
            yield Fault(TARGET_MISSING, what, source, _referring(package, source, one.id), mend)
    for one in related:
        wrong = None if one.external or one.target not in package.raw else _wrong_type(package, one)
        if wrong is not None:
            yield wrong


def _unreached(package: OpenedPackage) -> Iterator[Fault]:
    """Parts that no relationship leads to, but for those that other rules tell of."""
    reached, ahead = {TYPES}, [""]
    while ahead:
        source = ahead.pop()
        reached.add(relationships_name(source))
        for one in package.related.get(source, ()):
            if not one.external and one.target not in reached:
                reached.add(one.target)
                ahead.append(one.target)
    for part in package.raw if package.main else ():
        told = part.endswith(".rels") or _EMBEDDED in part or not package.type_of(part)
        if part not in reached and not told:
            yield Fault(UNREACHED, f"nothing leads to the part {part}", part)


def _referring(package: OpenedPackage, source: str, key: str) -> Element | None:
    """The first element of a part that refers to a relationship: where what is missing belongs."""
    root = package.xml.get(source)
    found: Any = [] if root is None else _REFERRING(root, key=key)
    return next(iter(found), None)


def _outside(source: str, one: Relationship) -> Iterator[Fault]:
    """What lies outside the file: links that somebody follows, and what is fetched by itself."""
    kind = kind_of(one)
    if kind in _LINKS:
        rule = rule_of_address(one.target)
        if rule is not None:
            yield Fault(rule, f"a link leads to {one.target!r}", source, words=one.target)
    elif one.target not in _QUIET:
        what = f"{_FETCHED.get(kind, f'something ({kind})')} is fetched from {one.target!r}"
        yield Fault(FETCHED, what, source, words=one.target)


def rule_of_address(target: str) -> Rule | None:
    """What a link to an address breaks: it runs something, or opens a file of one computer."""
    address = "".join(target.split()).casefold()
    if _local(address):
        return LINK_LOCAL
    unsafe = ":" in address.split("/")[0] and not address.startswith(_SAFE)
    return LINK_UNSAFE if unsafe else None


_FETCHED = {
    "image": "a picture",
    "attachedTemplate": "the template",
    "oleObject": "an object",
    "package": "a workbook",
    "externalLinkPath": "a workbook",
    "video": "a film",
    "audio": "a sound",
    "frame": "a page",
    "subDocument": "a part of the text",
    "aFChunk": "a part of the text",
}


def _local(address: str) -> bool:
    """Whether an address is a file's: file:, a drive, a share."""
    drive = len(address) > 2 and address[1] == ":" and address[0].isalpha()
    return address.startswith(("file:", "\\\\")) or drive
