"""Bookmarks, fields and links inside the file: each begins and ends, and leads somewhere.

<w:bookmarkStart w:id="4" w:name="_ref_costs"/>...<w:bookmarkEnd w:id="4"/>
<w:fldChar w:fldCharType="begin"/> <w:instrText>REF _ref_costs \\h</w:instrText>
  <w:fldChar w:fldCharType="separate"/> 3.2 <w:fldChar w:fldCharType="end"/>
<w:hyperlink w:anchor="_ref_costs">
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from generator.model.wording.late_pattern import late_pattern
from generator.word.package.elements import Element, clark, text_of
from generator.word.validity.fault import Fault, Story, repeated
from generator.word.validity.package_faults import rule_of_address
from generator.word.validity.package_rules import FETCHED, LINK_UNSAFE
from generator.word.validity.validity_rules import (
    BOOKMARK_HALF,
    BOOKMARK_NAME,
    BOOKMARK_TWICE,
    FIELD_ERROR,
    FIELD_HALF,
    FIELD_TARGET,
    LINK_TARGET,
    SEQUENCE_WRONG,
)

_NAME = late_pattern(r"[^\W\d][\w.:-]{0,39}")
_ID = clark("w:id")
_START, _END = clark("w:bookmarkStart"), clark("w:bookmarkEnd")
_CHAR, _CODE, _TEXT = clark("w:fldChar"), clark("w:instrText"), clark("w:t")
_SIMPLE, _PARAGRAPH, _LINK = clark("w:fldSimple"), clark("w:p"), clark("w:hyperlink")
_GONE_CODE = clark("w:delInstrText")
_TARGET = late_pattern(r'\s*(?:REF|PAGEREF|NOTEREF)\s+"?([^\s"\\]+)', re.IGNORECASE)
_PLACE = late_pattern(r'\s*HYPERLINK\s+\\l\s+"?([^\s"]+)', re.IGNORECASE)
_SEQUENCE = late_pattern(r'\s*SEQ\s+"?([^\s"\\]+)"?(.*)', re.IGNORECASE | re.DOTALL)
_STARTING = late_pattern(r"(?:DDE|DDEAUTO)\s", re.IGNORECASE)
_FETCHING = late_pattern(
    r"(?:INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DATABASE|RD)\s", re.IGNORECASE
)
_ADDRESS = late_pattern(r'HYPERLINK\s+(?!\\)"?([^\s"]+)', re.IGNORECASE)
_VML = "urn:schemas-microsoft-com:vml"
_OWN_WAY = late_pattern(r"\\[rchs]", re.IGNORECASE)
_ERRORS = late_pattern(
    r"Error! (?:Reference source not found|Bookmark not defined|No table of (?:contents|figures) "
    r"entries found|Not a valid|Unknown|No text of specified style|No bookmark name|"
    r"Hyperlink reference not valid|Main Document Only|Filename not specified)[^.]{0,60}\.?"
)
_BUILT_IN = ("_top", "_goback")


# ---------------------------------------------------------------- bookmarks
def find_bookmark_faults(stories: Sequence[Story]) -> Iterator[Fault]:
    """Of the bookmarks of all texts: they share names, and each text pairs its own ids."""
    seen: dict[str, str] = {}
    for story in stories:
        starts = list(story.root.iter(_START))
        for node in starts:
            name = node.get(clark("w:name"), "")
            if name.casefold() in seen:
                what = f"two bookmarks have the name {name!r}"
                yield Fault(BOOKMARK_TWICE, what, story.name, node)
            elif not _NAME.fullmatch(name):
                long = f", of {len(name)} characters" if len(name) > 40 else ""
                what = f"a bookmark has the name {name!r}{long}"
                yield Fault(BOOKMARK_NAME, what, story.name, node)
            seen.setdefault(name.casefold(), name)
        yield from _pairs(story, starts)


def _pairs(story: Story, starts: Sequence[Element]) -> Iterator[Fault]:
    twice = set(repeated(one.get(_ID, "") for one in starts))
    begun = {one.get(_ID, ""): one for one in starts}
    ended = [(one.get(_ID, ""), one) for one in story.root.iter(_END)]
    for key in sorted(twice):
        what = f"two bookmarks have the id {key!r}"
        yield Fault(BOOKMARK_TWICE, what, story.name, begun[key])
    ends = Counter(key for key, _ in ended)
    for key, node in begun.items():
        name = node.get(clark("w:name"), "")
        if key not in ends:
            what = f"the bookmark {name!r} begins and does not end"
            yield Fault(BOOKMARK_HALF, what, story.name, node)
        elif ends[key] > 1 and key not in twice:
            what = f"the bookmark {name!r} ends {ends[key]} times"
            yield Fault(BOOKMARK_HALF, what, story.name, node)
    for key, node in ended:
        if key not in begun:
            what = f"a bookmark with the id {key!r} ends that has not begun"
            yield Fault(BOOKMARK_HALF, what, story.name, node)
    yield from _backwards(story, ends.keys() & begun.keys() - twice)


def _backwards(story: Story, paired: Collection[str]) -> Iterator[Fault]:
    """Bookmarks that end before they begin."""
    begun: set[str] = set()
    for node in story.root.iter(_START, _END):
        key = node.get(_ID, "")
        if node.tag == _START:
            begun.add(key)
        elif key in paired and key not in begun:
            what = f"the bookmark with the id {key!r} ends before it begins"
            yield Fault(BOOKMARK_HALF, what, story.name, node)


# ---------------------------------------------------------------- fields
@dataclass(slots=True)
class _Open:
    node: Element
    code: str = ""
    result: str = ""
    separated: bool = False


@dataclass(slots=True)
class _Walk:
    """The fields of a text as they are read. closed: code, result and begin of each."""

    story: Story
    open: list[_Open] = field(default_factory=list)
    closed: list[tuple[str, str, Element]] = field(default_factory=list)


def find_field_faults(stories: Sequence[Story]) -> Iterator[Fault]:
    """Of the fields and links of all texts."""
    starts = (node for story in stories for node in story.root.iter(_START))
    marks = {*_BUILT_IN, *(node.get(clark("w:name"), "").casefold() for node in starts)}
    for story in stories:
        walk = _Walk(story)
        yield from _nesting(walk)
        fields = [*walk.closed, *_simple(story)]
        for code, _, node in fields:
            yield from _target(code, node, story, marks)
            yield from _elsewhere(code, node, story)
        yield from _shapes(story)
        if story.kind == "document":
            yield from _sequences(walk.closed, story)
        yield from _links(story, marks)
        yield from _errors(story)


def _nesting(walk: _Walk) -> Iterator[Fault]:
    for node in walk.story.root.iter(_CHAR, _CODE, _GONE_CODE, _TEXT):
        if node.tag == _CHAR:
            yield from _char(walk, node)
        elif node.tag == _TEXT:
            if walk.open and walk.open[-1].separated:
                walk.open[-1].result += node.text or ""
        elif walk.open and not walk.open[-1].separated:
            walk.open[-1].code += node.text or ""
        elif node.tag == _CODE:
            what = f"the code of a field stands outside of any: {(node.text or '').strip()!r}"
            yield Fault(FIELD_HALF, what, walk.story.name, node)
    for one in walk.open:
        what = f"the field {one.code.strip()!r} does not end"
        yield Fault(FIELD_HALF, what, walk.story.name, one.node)


def _char(walk: _Walk, node: Element) -> Iterator[Fault]:
    kind, part = node.get(clark("w:fldCharType"), ""), walk.story.name
    if kind == "begin":
        walk.open.append(_Open(node))
    elif kind not in ("separate", "end"):
        yield Fault(FIELD_HALF, f"a field has a part of the kind {kind!r}", part, node)
    elif not walk.open:
        said = "ends" if kind == "end" else "has a result"
        yield Fault(FIELD_HALF, f"a field {said} that has not begun", part, node)
    elif kind == "separate":
        if walk.open[-1].separated:
            what = f"the field {walk.open[-1].code.strip()!r} has two results"
            yield Fault(FIELD_HALF, what, part, node)
        walk.open[-1].separated = True
    else:
        done = walk.open.pop()
        walk.closed.append((done.code, done.result, done.node))


def _simple(story: Story) -> list[tuple[str, str, Element]]:
    nodes = story.root.iter(_SIMPLE)
    return [(one.get(clark("w:instr"), ""), text_of(one), one) for one in nodes]


def _target(code: str, node: Element, story: Story, marks: Collection[str]) -> Iterator[Fault]:
    found = _TARGET.match(code) or _PLACE.match(code)
    if found is not None and found[1].casefold() not in marks:
        what = f"the field {' '.join(code.split())!r} leads to no bookmark"
        yield Fault(FIELD_TARGET, what, story.name, node)


def _elsewhere(code: str, node: Element, story: Story) -> Iterator[Fault]:
    """Fields that start a program, fetch something from elsewhere, or link to where none should."""
    said = " ".join(code.split())
    if _STARTING.match(said):
        yield Fault(LINK_UNSAFE, f"the field {said!r} starts a program", story.name, node)
    elif _FETCHING.match(said):
        yield Fault(FETCHED, f"the field {said!r} fetches something", story.name, node)
    linked = _ADDRESS.match(said)
    rule = None if linked is None else rule_of_address(linked[1])
    if rule is not None:
        yield Fault(rule, f"the field {said!r} is a link", story.name, node)


def _shapes(story: Story) -> Iterator[Fault]:
    """Links of drawings of older programs, which stand in the drawing itself."""
    for node in story.root.iter(f"{{{_VML}}}*"):
        said = node.get("href", "")
        rule = rule_of_address(said) if said else None
        if rule is not None:
            yield Fault(rule, f"a drawing is a link to {said!r}", story.name, node)


def _sequences(fields: Sequence[tuple[str, str, Element]], story: Story) -> Iterator[Fault]:
    """Numbers of captions that do not count on; those that say how they count are passed over."""
    last: dict[str, int] = {}
    for code, result, node in fields:
        found = _SEQUENCE.match(code)
        if found is None:
            continue
        label, said = found[1], result.strip()
        if _OWN_WAY.search(found[2]) or not (said.isascii() and said.isdigit() and len(said) < 6):
            last.pop(label, None)
            continue
        number = int(said)
        if label in last and number != last[label] + 1:
            what = f"{label} {number} comes after {label} {last[label]}"
            yield Fault(SEQUENCE_WRONG, what, story.name, node)
        elif label not in last and number != 1:
            what = f"the first {label} has the number {number}"
            yield Fault(SEQUENCE_WRONG, what, story.name, node)
        last[label] = number


def _links(story: Story, marks: Collection[str]) -> Iterator[Fault]:
    for node in story.root.iter(_LINK):
        anchor = node.get(clark("w:anchor"), "")
        outside = node.get(clark("r:id"))
        if anchor and not outside and anchor.casefold() not in marks:
            what = f"the link {text_of(node)!r} leads to {anchor!r}, which is no bookmark"
            yield Fault(LINK_TARGET, what, story.name, node, words=text_of(node))


def _errors(story: Story) -> Iterator[Fault]:
    for node in story.root.iter(_TEXT):
        if "Error!" in (node.text or ""):
            paragraph = next(node.iterancestors(_PARAGRAPH), None)
            text = text_of(node if paragraph is None else paragraph)
            found = _ERRORS.search(text)
            if found is not None:
                yield Fault(FIELD_ERROR, f"the text says {found[0]!r}", story.name, node)
