"""Sections, the file's settings and properties, and data kept in it.

<w:sectPr><w:headerReference w:type="first" r:id="rId4"/>...<w:titlePg/></w:sectPr>
<dcterms:created xsi:type="dcterms:W3CDTF">2023-02-16T09:00:00Z</dcterms:created>
<ds:datastoreItem ds:itemID="{...}"/>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.wording.late_pattern import late_pattern
from generator.word.package.elements import clark, is_on, local_name
from generator.word.validity.fault import Fault, Story, repeated
from generator.word.validity.opened_package import OpenedPackage
from generator.word.validity.package_rules import CUSTOM_XML, PROPERTIES_DAMAGED
from generator.word.validity.structure_rules import (
    FIRST_PAGE,
    NESTING,
    ORDER_WRONG,
    SECTION_HEADER,
    SECTION_PLACE,
    SETTINGS_WRONG,
    VALUE_WRONG,
)

_REFERENCES = {clark("w:headerReference"): "header", clark("w:footerReference"): "footer"}
_PAGES = ("default", "first", "even")
_DATED = "{http://purl.org/dc/terms/}"
_DATE = late_pattern(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])"
    r"(T([01]\d|2[0-4]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?"
)
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_COUNTS = (
    "Pages", "Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs", "TotalTime",
    "Slides", "Notes", "HiddenSlides", "MMClips", "DocSecurity",
)  # fmt: skip
_WHOLE = late_pattern(r"-?\d{1,10}")
_ITEM_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
_GUID = late_pattern(r"\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}")
_ONCE = ("documentProtection", "compat", "rsids", "footnotePr", "endnotePr", "evenAndOddHeaders")
_NUMBERED = {"zoom": "percent", "defaultTabStop": "val"}
_NUMBER = late_pattern(r"-?\d+(\.\d+)?(%|mm|cm|in|pt|pc|pi)?")
_SIZE = ("w", "h")


def find_section_faults(story: Story) -> Iterator[Fault]:
    """Of the sections of the text."""
    body = story.root.find(clark("w:body"))
    if story.kind != "document" or body is None:
        return
    if len(story.root.findall(clark("w:body"))) > 1:
        yield Fault(NESTING, "the document has two texts", story.name, body)
    own = [node for node in body if node.tag == clark("w:sectPr")]
    if not own:
        what = "the text does not end with what its pages look like"
        yield Fault(SECTION_PLACE, what, story.name)
    elif len(own) > 1 or body[-1] is not own[-1]:
        what = "what the last pages look like does not stand at the end of the text"
        yield Fault(ORDER_WRONG, what, story.name, own[0])
    for section in story.root.iter(clark("w:sectPr")):
        said = [
            f"{_REFERENCES[node.tag]} of {node.get(clark('w:type'), 'default')}"
            for node in section
            if node.tag in _REFERENCES
        ]
        for one in repeated(said):
            what = f"a section has two: {one} pages"
            yield Fault(SECTION_HEADER, what, story.name, section)
        for one in dict.fromkeys(said):
            if one.rpartition(" ")[2] not in _PAGES:
                what = f"a section has a {one} pages, which there are not"
                yield Fault(SECTION_HEADER, what, story.name, section)
        first = any(one.endswith(" first") for one in said)
        if first and not is_on(section.find(clark("w:titlePg"))):
            what = "a section has a header or footer for its first page and does not use it"
            yield Fault(FIRST_PAGE, what, story.name, section)
        size = section.find(clark("w:pgSz"))
        for name in _SIZE if size is not None else ():
            if size is not None and not _positive(size.get(clark(f"w:{name}"), "1")):
                what = f"a page of a section has the size {size.get(clark(f'w:{name}'))!r}"
                yield Fault(VALUE_WRONG, what, story.name, section)


def _positive(said: str) -> bool:
    return re.fullmatch(r"0*[1-9]\d*(\.\d+)?(mm|cm|in|pt|pc|pi)?", said) is not None


def find_setting_faults(package: OpenedPackage) -> Iterator[Fault]:
    """Of the settings."""
    root, part = package.root("settings"), package.name("settings")
    if root is None:
        return
    names = [local_name(node) for node in root]
    for name in repeated(one for one in names if one in _ONCE):
        yield Fault(SETTINGS_WRONG, f"the settings have {name} twice", part)
    for node in root:
        key = _NUMBERED.get(local_name(node), "")
        said = node.get(clark(f"w:{key}"), "0") if key else "0"
        if not _NUMBER.fullmatch(said):
            what = f"w:{local_name(node)} of the settings has the value {said!r}"
            yield Fault(VALUE_WRONG, what, part)


# ---------------------------------------------------------------- properties and data
def find_property_faults(package: OpenedPackage) -> Iterator[Fault]:
    """Of the properties of the file, and of data kept in it."""
    for kind in ("core-properties", "extended-properties", "custom-properties"):
        for part in package.of_kind(kind, ""):
            yield from _properties(package, part, kind)
    cores = list(package.of_kind("core-properties", ""))
    if len(cores) > 1:
        yield Fault(PROPERTIES_DAMAGED, "the file has two parts with properties", cores[1])
    yield from _items(package)


def _properties(package: OpenedPackage, part: str, kind: str) -> Iterator[Fault]:
    root = package.xml.get(part)
    if root is None:
        return
    names = [node.get("name") or local_name(node) for node in root]
    for name in repeated(names):
        yield Fault(PROPERTIES_DAMAGED, f"the file's properties have {name!r} twice", part)
    for node in root:
        said = (node.text or "").strip()
        if str(node.tag).startswith(_DATED) and said and not _DATE.fullmatch(said):
            what = f"the file's properties have the date {said!r} as {local_name(node)}"
            yield Fault(PROPERTIES_DAMAGED, what, part)
        elif str(node.tag).startswith(_DATED) and node.get(_TYPE) is None:
            what = f"the file's properties do not say how the date {local_name(node)} is written"
            yield Fault(PROPERTIES_DAMAGED, what, part)
        elif local_name(node) in _COUNTS and said and not _WHOLE.fullmatch(said):
            what = f"the file's properties have {said!r} as {local_name(node)}, which is a number"
            yield Fault(PROPERTIES_DAMAGED, what, part)
    if kind == "custom-properties":
        ids = [node.get("pid", "") for node in root]
        for key in repeated(ids):
            what = f"two of the file's own properties have the number {key!r}"
            yield Fault(PROPERTIES_DAMAGED, what, part)


def _items(package: OpenedPackage) -> Iterator[Fault]:
    seen: set[str] = set()
    for source in package.related:
        for part in package.of_kind("customXmlProps", source):
            root = package.xml.get(part)
            key = "" if root is None else root.get(_ITEM_ID, "")
            if root is not None and not _GUID.fullmatch(key):
                yield Fault(CUSTOM_XML, f"the data of {source} have the id {key!r}", part)
            elif root is not None and key.upper() in seen:
                yield Fault(CUSTOM_XML, f"the data of {source} have the id of others", part)
            seen.add(key.upper())
