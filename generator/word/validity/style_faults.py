"""Styles and lists: each id once, each said of something that is there.

<w:style w:type="paragraph" w:styleId="Quote"><w:basedOn w:val="Normal"/>...
<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>     after all <w:abstractNum>
<w:pStyle w:val="Quote"/>  <w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model.wording.late_pattern import late_pattern
from generator.word.package.elements import Element, clark, local_name, value_at
from generator.word.validity.fault import Fault, Story, repeated
from generator.word.validity.opened_package import OpenedPackage
from generator.word.validity.validity_rules import (
    LIST_LEVEL,
    LIST_MISSING,
    LIST_ORDER,
    LIST_TEXT,
    LIST_TWICE,
    LIST_UNDEFINED,
    STYLE_BASE,
    STYLE_DEFAULT,
    STYLE_KIND,
    STYLE_LOOP,
    STYLE_MISSING,
    STYLE_NAME,
    STYLE_TWICE,
)

_USES = {
    clark("w:pStyle"): "paragraph",
    clark("w:rStyle"): "character",
    clark("w:tblStyle"): "table",
}
_TYPES = ("paragraph", "character", "table", "numbering")
_TIES = {"basedOn": "is based on", "next": "is followed by", "link": "is linked with"}
_NUMBER = late_pattern(r"-?\d{1,9}")
_SHOWN = late_pattern("%([1-9])")
_DEEPEST = 8


class Definitions(NamedTuple):
    """Styles by id with their kind; how many levels each number's list has."""

    styles: Mapping[str, str]
    levels: Mapping[str, frozenset[int]]


# ---------------------------------------------------------------- what is defined
def find_style_faults(package: OpenedPackage) -> Iterator[Fault]:
    """Of the styles, as they are defined."""
    root, part = package.root("styles"), package.name("styles")
    if root is None:
        return
    nodes = [one for one in root.findall(clark("w:style")) if one.get(clark("w:styleId"))]
    known = {one.get(clark("w:styleId"), ""): one for one in nodes}
    for key in repeated(one.get(clark("w:styleId"), "") for one in nodes):
        yield Fault(STYLE_TWICE, f"two styles have the id {key!r}", part, known[key])
    names = [f"{_type(one)} {value_at(one, 'w:name').casefold()}" for one in nodes]
    for name in repeated(one for one in names if one.split(" ", 1)[1]):
        yield Fault(STYLE_NAME, f"two styles have the name {name.split(' ', 1)[1]!r}", part)
    for node in (one for one in nodes if not value_at(one, "w:name")):
        own = node.get(clark("w:styleId"), "")
        yield Fault(STYLE_NAME, f"the style {own!r} has no name", part, node, words=own)
    yield from _absent(nodes, known, part)
    for node in nodes:
        yield from _based(node, known, part)
    defaults = [one for one in nodes if _is_default(one) and _type(one) == "paragraph"]
    if len(defaults) != 1 and nodes:
        said = "says of two styles that" if defaults else "does not say which style"
        yield Fault(STYLE_DEFAULT, f"the file {said} plain paragraphs have", part)


def _type(node: Element) -> str:
    return node.get(clark("w:type"), "paragraph")


def _is_default(node: Element) -> bool:
    return node.get(clark("w:default"), "0") not in ("0", "false", "off")


def _absent(nodes: Sequence[Element], known: Mapping[str, Element], part: str) -> Iterator[Fault]:
    """Styles that others are based on and that are not there, each told once."""
    of: dict[tuple[str, str], list[Element]] = {}
    for node in nodes:
        for path in _TIES:
            key = value_at(node, f"w:{path}")
            if key and key not in known:
                of.setdefault((path, key), []).append(node)
    for (path, key), found in of.items():
        name, others = _named(found[0]), len(found) - 1
        more = f" (and so {'is' if others == 1 else 'are'} {others} more)" if others else ""
        what = f"the style {name!r} {_TIES[path]} {key!r}, which is not there{more}"
        yield Fault(STYLE_BASE, what, part, found[0], words=name)


def _based(node: Element, known: Mapping[str, Element], part: str) -> Iterator[Fault]:
    own, name = node.get(clark("w:styleId"), ""), _named(node)
    above, seen = value_at(node, "w:basedOn"), [own]
    if above in known and _type(known[above]) != _type(node) and _type(known[above]) in _TYPES:
        what = f"the style {name!r} is based on {above!r}, a style for a {_type(known[above])}"
        yield Fault(STYLE_LOOP, what, part, node, words=name)
    while above in known and above not in seen and len(seen) < 64:
        seen.append(above)
        above = value_at(known[above], "w:basedOn")
    if above == own and own:
        what = f"the style {name!r} is based on itself"
        detour = f" by way of {', '.join(map(repr, seen[1:]))}" if len(seen) > 1 else ""
        yield Fault(STYLE_LOOP, what + detour, part, node, words=name)


def _named(node: Element) -> str:
    return value_at(node, "w:name") or node.get(clark("w:styleId"), "")


def find_list_faults(package: OpenedPackage) -> Iterator[Fault]:
    """Of the lists, as they are defined."""
    root, part = package.root("numbering"), package.name("numbering")
    if root is None:
        return
    nums, lists = root.findall(clark("w:num")), root.findall(clark("w:abstractNum"))
    ids = [one.get(clark("w:abstractNumId"), "") for one in lists]
    for key in repeated(one.get(clark("w:numId"), "") for one in nums):
        yield Fault(LIST_TWICE, f"two lists have the id {key!r}", part)
    for key in repeated(ids):
        yield Fault(LIST_TWICE, f"two definitions of lists have the id {key!r}", part)
    for num in nums:
        said = value_at(num, "w:abstractNumId")
        if said not in ids:
            own = num.get(clark("w:numId"), "")
            what = f"the list {own!r} has the definition {said!r}, which is not in the file"
            yield Fault(LIST_UNDEFINED, what, part, num)
    places = [one.tag for one in root]
    if nums and lists and places.index(clark("w:num")) < _last(places, clark("w:abstractNum")):
        yield Fault(LIST_ORDER, "a list stands before a definition", part)
    for one in lists:
        yield from _levels(one, part)


def _last(tags: list[str], tag: str) -> int:
    return len(tags) - 1 - tags[::-1].index(tag)


def _levels(node: Element, part: str) -> Iterator[Fault]:
    name = node.get(clark("w:abstractNumId"), "")
    said = [one.get(clark("w:ilvl"), "") for one in node.iterfind(clark("w:lvl"))]
    for level in (one for one in said if _level(one) is None):
        yield Fault(LIST_LEVEL, f"the list definition {name!r} has a level {level!r}", part)
    for level in repeated(said):
        what = f"the list definition {name!r} has the level {level!r} twice"
        yield Fault(LIST_LEVEL, what, part)
    for one in node.iterfind(clark("w:lvl")):
        own, text = _level(one.get(clark("w:ilvl"), "")), value_at(one, "w:lvlText")
        if own is not None and any(int(digit) > own + 1 for digit in _SHOWN.findall(text)):
            what = f"level {own} of the list definition {name!r} is shown as {text!r}"
            yield Fault(LIST_TEXT, what, part)


def _level(said: str) -> int | None:
    return int(said) if _NUMBER.fullmatch(said) and 0 <= int(said) <= _DEEPEST else None


# ---------------------------------------------------------------- what is used
def definitions(package: OpenedPackage) -> Definitions:
    """Styles and lists of a file, for what the text says of them."""
    sheet, numbering = package.root("styles"), package.root("numbering")
    nodes = () if sheet is None else sheet.iterfind(clark("w:style"))
    styles = {one.get(clark("w:styleId"), ""): _type(one) for one in nodes}
    if numbering is None:
        return Definitions(styles, {})
    lists = {
        one.get(clark("w:abstractNumId"), ""): _own_levels(one)
        for one in numbering.iterfind(clark("w:abstractNum"))
    }
    levels = {}
    for num in numbering.iterfind(clark("w:num")):
        over = {_level(one.get(clark("w:ilvl"), "")) for one in num.iter(clark("w:lvl"))}
        own = lists.get(value_at(num, "w:abstractNumId"), frozenset())
        levels[num.get(clark("w:numId"), "")] = own | {one for one in over if one is not None}
    return Definitions(styles, levels)


def _own_levels(node: Element) -> frozenset[int]:
    """All nine for a list that takes them from a style."""
    if node.find(clark("w:numStyleLink")) is not None:
        return frozenset(range(_DEEPEST + 1))
    found = (_level(one.get(clark("w:ilvl"), "")) for one in node.iterfind(clark("w:lvl")))
    return frozenset(one for one in found if one is not None)


def find_uses(story: Story, known: Definitions) -> Iterator[Fault]:
    """Styles and lists that a text, or the styles themselves, name."""
    for node in story.root.iter(*_USES):
        wanted, key = _USES[node.tag], node.get(clark("w:val"), "")
        kind = known.styles.get(key)
        if kind is None and known.styles:
            what = f"the {wanted} style {key!r} is not in the file"
            yield Fault(STYLE_MISSING, what, story.name, node)
        elif kind not in (None, wanted):
            what = f"{key!r} is a style for a {kind}, but is that of a {wanted}"
            yield Fault(STYLE_KIND, what, story.name, node)
    for node in story.root.iter(clark("w:numPr")):
        yield from _listed(node, story, known)


def _listed(node: Element, story: Story, known: Definitions) -> Iterator[Fault]:
    num, said = value_at(node, "w:numId"), value_at(node, "w:ilvl", "0")
    level = _level(said)
    if level is None:
        yield Fault(LIST_LEVEL, f"a paragraph stands on the level {said!r}", story.name, node)
    elif num in ("", "0"):
        return
    elif num not in known.levels:
        yield Fault(LIST_MISSING, f"the list {num!r} is not in the file", story.name, node)
    elif level not in known.levels[num] and known.levels[num] and _owner(node) != "style":
        what = f"a paragraph stands on level {level} of the list {num!r}, which has no such level"
        yield Fault(LIST_LEVEL, what, story.name, node)


def _owner(node: Element) -> str:
    """'style' or 'p': what the properties are of."""
    parent = node.getparent()
    above = None if parent is None else parent.getparent()
    return "" if above is None else local_name(above)
