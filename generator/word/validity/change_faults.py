"""Tracked changes, ids of paragraphs, content controls, and passages that some may edit.

<w:moveFromRangeStart w:id="3" w:name="move1"/>...<w:moveFromRangeEnd w:id="3"/>
<w:ins w:id="7" w:author="Finance" w:date="2023-02-16T09:00:00Z">
<w:permStart w:id="5" w:edGrp="everyone"/>...<w:permEnd w:id="5"/>
<w:p w14:paraId="1A2B3C4D">                     hexadecimal, below 80000000, each once
<w:sdt><w:sdtPr><w:id w:val="-42"/></w:sdtPr><w:sdtContent>...
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.issues import Rule
from generator.model.wording.late_pattern import late_pattern
from generator.word.package.elements import Element, clark, local_name
from generator.word.validity.fault import Fault, Story
from generator.word.validity.structure_rules import (
    CONTROL_EMPTY,
    CONTROL_TWICE,
    PARAGRAPH_ID,
    PERMISSION_HALF,
    REVISION_BARE,
    REVISION_HALF,
)

_ID, _NAME, _PARA = clark("w:id"), clark("w:name"), clark("w14:paraId")
_CHANGES = tuple(
    clark(f"w:{name}")
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange",
        "tblPrChange", "trPrChange", "tcPrChange", "cellIns", "cellDel", "comment",
    )
)  # fmt: skip
_DATE = late_pattern(
    r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"T([01]\d|2[0-4]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"
)
_PARA_ID = late_pattern("[0-9A-Fa-f]{8}")
_FIRST_ABOVE = 0x80000000


def find_change_faults(story: Story) -> Iterator[Fault]:
    """Of the tracked changes of a text, its comments, and what some may edit in it."""
    for node in story.root.iter(*_CHANGES):
        kind = local_name(node)
        made = "a comment" if kind == "comment" else f"a tracked change ({kind})"
        if node.get(clark("w:author")) is None and kind != "comment":
            yield Fault(REVISION_BARE, f"{made} does not say who made it", story.name, node)
        date = node.get(clark("w:date"))
        if date is not None and not _DATE.fullmatch(date):
            yield Fault(REVISION_BARE, f"{made} has the date {date!r}", story.name, node)
    for kind in ("moveFrom", "moveTo"):
        names = f"w:{kind}RangeStart", f"w:{kind}RangeEnd"
        yield from _range(story, names, REVISION_HALF, f"a tracked move ({kind} {{!r}})")
    names = "w:permStart", "w:permEnd"
    yield from _range(story, names, PERMISSION_HALF, "the passage {!r} that some may edit")
    yield from _halves(story)


def _range(story: Story, names: tuple[str, str], rule: Rule, said: str) -> Iterator[Fault]:
    """What begins at one element and ends at another of the same id. said: what it is, of an id."""
    start, end = map(clark, names)
    begun = {one.get(_ID, ""): one for one in story.root.iter(start)}
    ended = {one.get(_ID, ""): one for one in story.root.iter(end)}
    for key in begun.keys() - ended.keys():
        what = f"{said.format(key)} begins and does not end"
        yield Fault(rule, what, story.name, begun[key])
    for key in ended.keys() - begun.keys():
        what = f"{said.format(key)} ends and has not begun"
        yield Fault(rule, what, story.name, ended[key])


def _halves(story: Story) -> Iterator[Fault]:
    """A move takes its words from somewhere to somewhere, under one name."""
    sides = {
        kind: {one.get(_NAME, ""): one for one in story.root.iter(clark(f"w:{kind}RangeStart"))}
        for kind in ("moveFrom", "moveTo")
    }
    for here, there in (("moveFrom", "moveTo"), ("moveTo", "moveFrom")):
        for name in sides[here].keys() - sides[there].keys():
            what = f"the tracked move {name!r} has lost its other half ({there})"
            yield Fault(REVISION_HALF, what, story.name, sides[here][name])


# ---------------------------------------------------------------- ids and controls
def find_id_faults(stories: Sequence[Story]) -> Iterator[Fault]:
    """Of the ids of paragraphs and rows, which all texts share, and of content controls."""
    seen: set[str] = set()
    controls: set[str] = set()
    for story in stories:
        for node in story.root.iter(clark("w:p"), clark("w:tr")):
            key = node.get(_PARA)
            if key is None:
                continue
            yield from _paragraph_id(story, node, key, seen)
            seen.add(key.upper())
        for node in story.root.iter(clark("w:sdt")):
            yield from _control(story, node, controls)


def _paragraph_id(story: Story, node: Element, key: str, seen: set[str]) -> Iterator[Fault]:
    if not _PARA_ID.fullmatch(key) or int(key, 16) >= _FIRST_ABOVE:
        yield Fault(PARAGRAPH_ID, f"a paragraph has the id {key!r}", story.name, node)
    elif key.upper() in seen:
        yield Fault(PARAGRAPH_ID, f"two paragraphs have the id {key!r}", story.name, node)


def _control(story: Story, node: Element, seen: set[str]) -> Iterator[Fault]:
    if node.find(clark("w:sdtContent")) is None:
        yield Fault(CONTROL_EMPTY, "a content control has no content", story.name, node)
    said = node.find(f"{clark('w:sdtPr')}/{clark('w:id')}")
    key = "" if said is None else said.get(clark("w:val"), "")
    if key and key in seen:
        what = f"two content controls have the id {key!r}"
        yield Fault(CONTROL_TWICE, what, story.name, node)
    seen.add(key)
