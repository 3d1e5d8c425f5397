"""Footnotes, endnotes and comments: each mark has its note, each note its mark.

<w:footnoteReference w:id="2"/>            <w:footnote w:id="2">
<w:commentRangeStart w:id="5"/>...<w:commentRangeEnd w:id="5"/> <w:commentReference w:id="5"/>
<w15:commentEx w15:paraId="5E6F7A8B" w15:paraIdParent="1A2B3C4D"/>
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.word.package.elements import Element, clark, text_of
from generator.word.validity.fault import Fault, Story, repeated
from generator.word.validity.opened_package import OpenedPackage
from generator.word.validity.validity_rules import (
    COMMENT_HALF,
    COMMENT_MISSING,
    COMMENT_THREAD,
    COMMENT_TWICE,
    COMMENT_UNUSED,
    NOTE_MISSING,
    NOTE_SEPARATORS,
    NOTE_TWICE,
    NOTE_UNUSED,
)

_ID, _TYPE = clark("w:id"), clark("w:type")
_KINDS = ("footnote", "endnote")
_SEPARATORS = ("separator", "continuationSeparator")


# ---------------------------------------------------------------- notes
def find_note_faults(package: OpenedPackage) -> Iterator[Fault]:
    """Of footnotes and endnotes."""
    text = package.xml.get(package.main)
    if text is None:
        return
    yield from _beside(package)
    for kind in _KINDS:
        root, part = package.root(f"{kind}s"), package.name(f"{kind}s")
        notes = [] if root is None else root.findall(clark(f"w:{kind}"))
        marks = list(text.iter(clark(f"w:{kind}Reference")))
        yield from _marks(kind, marks, notes, package.main)
        if root is not None:
            yield from _notes(kind, marks, notes, part)
            yield from _separators(package, kind, notes, part)


def _beside(package: OpenedPackage) -> Iterator[Fault]:
    """Marks of notes outside the text, where there can be none."""
    for story in package.stories():
        if story.kind == "document":
            continue
        for mark in story.root.iter(*(clark(f"w:{one}Reference") for one in _KINDS)):
            what = f"a mark of a note stands in a {story.kind.removesuffix('s')}"
            yield Fault(NOTE_MISSING, what, story.name, mark)


def _marks(
    kind: str, marks: Sequence[Element], notes: Sequence[Element], part: str
) -> Iterator[Fault]:
    known = {one.get(_ID, ""): one for one in notes}
    for mark in marks:
        key = mark.get(_ID, "")
        if key not in known:
            what = f"the text has the mark of the {kind} {key!r}, which is not in the file"
            yield Fault(NOTE_MISSING, what, part, mark)
        elif known[key].get(_TYPE, "normal") != "normal":
            what = f"the text has a mark of the line between text and {kind}s"
            yield Fault(NOTE_MISSING, what, part, mark)
    twice = set(repeated(one.get(_ID, "") for one in marks))
    for mark in (one for one in marks if one.get(_ID, "") in twice):
        twice.discard(mark.get(_ID, ""))
        what = f"the {kind} {mark.get(_ID)!r} has more than one mark in the text"
        yield Fault(NOTE_TWICE, what, part, mark)


def _notes(
    kind: str, marks: Sequence[Element], notes: Sequence[Element], part: str
) -> Iterator[Fault]:
    marked = {one.get(_ID, "") for one in marks}
    for key in repeated(one.get(_ID, "") for one in notes):
        yield Fault(NOTE_TWICE, f"two {kind}s have the id {key!r}", part)
    for note in notes:
        key = note.get(_ID, "")
        if note.get(_TYPE, "normal") == "normal" and key not in marked:
            words = text_of(note).strip()
            what = f"nothing in the text refers to the {kind} {words!r}"
            yield Fault(NOTE_UNUSED, what, part, note, words=words)


def _separators(
    package: OpenedPackage, kind: str, notes: Sequence[Element], part: str
) -> Iterator[Fault]:
    there = {one.get(_ID, "") for one in notes if one.get(_TYPE) in _SEPARATORS}
    if notes and not any(one.get(_TYPE) == "separator" for one in notes):
        what = f"the line between text and {kind}s is missing"
        yield Fault(NOTE_SEPARATORS, what, part)
    settings = package.root("settings")
    path = f"{clark(f'w:{kind}Pr')}/{clark(f'w:{kind}')}"
    for said in () if settings is None else settings.iterfind(path):
        if said.get(_ID, "") not in there:
            what = f"the settings name the {kind} {said.get(_ID)!r} as a line between text and"
            yield Fault(NOTE_SEPARATORS, f"{what} notes, which it is not", part)


# ---------------------------------------------------------------- comments
def find_comment_faults(package: OpenedPackage, stories: Sequence[Story]) -> Iterator[Fault]:
    """Of comments, the words they are about, and answers."""
    root, part = package.root("comments"), package.name("comments")
    notes = [] if root is None else root.findall(clark("w:comment"))
    known = {one.get(_ID, "") for one in notes}
    for key in repeated(one.get(_ID, "") for one in notes):
        yield Fault(COMMENT_TWICE, f"two comments have the id {key!r}", part)
    marked: set[str] = set()
    for story in stories:
        for mark in story.root.iter(clark("w:commentReference")):
            key = mark.get(_ID, "")
            marked.add(key)
            if key not in known:
                what = f"the text refers to the comment {key!r}, which is not in the file"
                yield Fault(COMMENT_MISSING, what, story.name, mark)
        yield from _ranges(story, known)
    for note in notes:
        if note.get(_ID, "") not in marked and package.main in package.xml:
            words = text_of(note).strip()
            what = f"no place in the text belongs to the comment {words!r}"
            yield Fault(COMMENT_UNUSED, what, part, words=words)
    yield from _threads(package, notes)


def _ranges(story: Story, known: set[str]) -> Iterator[Fault]:
    start, end = clark("w:commentRangeStart"), clark("w:commentRangeEnd")
    begun = {one.get(_ID, ""): one for one in story.root.iter(start)}
    ended = {one.get(_ID, ""): one for one in story.root.iter(end)}
    for key in begun.keys() - ended.keys():
        what = f"the words of the comment {key!r} begin and do not end"
        yield Fault(COMMENT_HALF, what, story.name, begun[key])
    for key in ended.keys() - begun.keys():
        what = f"the words of the comment {key!r} end and have not begun"
        yield Fault(COMMENT_HALF, what, story.name, ended[key])
    for key in (begun.keys() & ended.keys()) - known:
        what = f"words are marked for the comment {key!r}, which is not in the file"
        yield Fault(COMMENT_MISSING, what, story.name, begun[key])


def _threads(package: OpenedPackage, notes: Sequence[Element]) -> Iterator[Fault]:
    extended, part = package.root("commentsExtended"), package.name("commentsExtended")
    if extended is None:
        return
    para = clark("w14:paraId")
    ids = {each.get(para, "").upper() for one in notes for each in one.iter(clark("w:p"))}
    for node in extended.iterfind(clark("w15:commentEx")):
        own, above = (node.get(clark(f"w15:{name}"), "") for name in ("paraId", "paraIdParent"))
        if own and own.upper() == above.upper():
            yield Fault(COMMENT_THREAD, f"a comment answers itself ({own!r})", part)
        for name, said in (("paraId", "a comment"), ("paraIdParent", "the comment answered")):
            key = node.get(clark(f"w15:{name}"), "").upper()
            if key and key not in ids:
                what = f"{said} has the paragraph {key!r}, which no comment has"
                yield Fault(COMMENT_THREAD, what, part)
