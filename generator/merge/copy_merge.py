"""One edited copy of a draft, merged: changed sources, and what became of each edit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from generator.config.yaml.entry_splice import with_entry_of
from generator.config.yaml.list_splice import ListEntry, entry_at, with_entry_at, without_entry
from generator.config.yaml.scalar_splice import with_text
from generator.config.yaml.yaml_file import YamlPath
from generator.errors import CommitteeError
from generator.merge.account import AccountItem, TextPart
from generator.merge.furniture import told_apart
from generator.merge.layout.author_moves import author_moves
from generator.merge.layout.chart_texts import merge_charts
from generator.merge.layout.new_links import tell_links
from generator.merge.layout.not_words import tell_asides
from generator.merge.layout.printed_again import unchanged_again
from generator.merge.layout.printed_labels import tell_labels
from generator.merge.layout.unplaced_conflicts import mark_unplaced
from generator.merge.margins.merge_margins import merge_margins
from generator.merge.margins.printed_rows import merge_lines, merge_row
from generator.merge.pairs.pairing import pair
from generator.merge.pairs.said_words import bare
from generator.merge.paragraph_merge import ParagraphMerge
from generator.merge.sources.source_edits import Splice
from generator.merge.sources.source_fields import ENTRY_END, Field, Fields, applied
from generator.merge.sources.source_file import SourceFile
from generator.merge.text_merge import merge_text, refuse_text
from generator.merge.work import ListChange, Work
from generator.model.draft_base import DraftBase
from generator.model.issues import Where
from generator.model.readings import ReadDocument


class Today(NamedTuple):
    """The report as it would be drafted now: its base, and its file as read."""

    base: DraftBase
    read: ReadDocument


class Merge(NamedTuple):
    """files: workspace-relative name -> bytes, of those that change.

    made: texts of the copy that the program had printed and nobody changed. by_words: how many
    texts had lost their mark. moved: texts of the copy that the author has put elsewhere since.
    """

    files: Mapping[str, bytes]
    items: tuple[AccountItem, ...]
    made: tuple[int, ...]
    by_words: int
    moved: tuple[int, ...] = ()


def merge_copy(
    draft: DraftBase,
    copy: ReadDocument,
    today: Today,
    read: Callable[[str], bytes],
    report_file: str,
    given_up: Mapping[int, str],
    parts_given_up: Mapping[TextPart, str] | None = None,
) -> Merge:
    """Merge a copy. read: gives source files by name.

    given_up: texts of the copy that a try before this could not merge, and why. parts_given_up:
    the same of single changes of texts.
    """
    sources: dict[str, SourceFile] = {}

    def text_of(name: str) -> str:
        sources.setdefault(name, SourceFile(read(name)))
        return sources[name].text

    known = pair(today.base.entries, today.read.accepted)
    labels = {bare(today.read.accepted[at]) for at in known.free}
    fields = Fields(text_of, report_file)
    work = Work(draft, copy, today.base, fields, given_up, labels, parts_given_up)
    _merge_texts(work, given_up)
    added = set(range(len(today.base.entries))) - set(work.became.values())
    lines, printed = merge_lines(work, today.read.accepted, known)
    known = replace(known, free=tuple(at for at in known.free if at not in printed))
    bodies = (at for at in work.pairing.free if copy.accepted[at].kind != "footnote")
    free = [at for at in bodies if at not in lines]
    furniture = told_apart(free, copy.accepted, today.read.accepted, known, added)
    ParagraphMerge(work, today.read.accepted, known, furniture, given_up).run()
    placed = [today.read.accepted[at] for at in known.free]
    _add_notes(work, {one.text for one in placed if one.kind == "footnote"})
    tell_labels(work, today.read.accepted, known)
    merge_charts(work, today.read, given_up)
    tell_asides(work, today.read)
    merge_margins(work, today.read, given_up)
    tell_links(work, today.read)
    mark_unplaced(work)
    _name_targets(work)
    files = _files(work, sources, text_of)
    made = tuple(_printed_as_before(work))
    moved = author_moves(draft.entries, work.became, work.pairing)
    return Merge(files, tuple(work.items), made, work.pairing.by_words, moved)


def _merge_texts(work: Work, given_up: Mapping[int, str]) -> None:
    """Merge each text that both files have, but for those that were given up."""
    for one in work.pairing.pairs:
        reason = next((given_up[p.read] for p in one.pieces if p.read in given_up), "")
        if reason:
            refuse_text(work, one, reason)
        elif one.pieces and not merge_row(work, one):
            merge_text(work, one)


def _printed_as_before(work: Work) -> Iterator[int]:
    """Texts of the copy that the program had printed and nobody changed."""
    edited = {read for item in work.items for read in item.reads}
    for one in work.pairing.pairs:
        if not any(entry.written for entry in work.drafted(one)):
            yield from (piece.read for piece in one.pieces if piece.read not in edited)
    yield from unchanged_again(work)


def _add_notes(work: Work, placed: Collection[str]) -> None:
    """Put the footnotes that officers added at the end of the narrative."""
    said = work.notes.definitions()
    if said:
        end = len(work.fields.text(work.narrative).rstrip("\n"))
        work.change(work.narrative, [Splice(end, end, said)])
    author = work.author(read for item in work.items for read in item.reads)
    there = {entry.printed for entry in work.now.entries if entry.kind == "footnote"}
    work.items += work.notes.account(author, Where(work.narrative.file), there, placed)


def _name_targets(work: Work) -> None:
    """Name what officers' cross-references lead to, unless it goes: then the build finds out."""
    for field, splice in work.pointers.namings():
        others = work.splices.get(field, ())
        if not any(one.start < splice.start < one.end for one in others):
            work.change(field, [splice])


def _files(
    work: Work, sources: Mapping[str, SourceFile], text_of: Callable[[str], str]
) -> dict[str, bytes]:
    """The changed files. What YAML cannot say where it stands goes back into the account."""
    files: dict[str, bytes] = {}
    by_file: dict[str, list[Field]] = {}
    for field, splices in work.splices.items():
        if not splices:
            continue
        if field.path:
            by_file.setdefault(field.file, []).append(field)
        else:
            files[field.file] = sources[field.file].spliced(splices)
    for change in work.lists:
        by_file.setdefault(change.file, [])
    for entry in work.entries.values():
        by_file.setdefault(entry.file, [])
    for name, fields in by_file.items():
        text_of(name)
        files[name] = sources[name].changed(partial(_yaml, work, name, fields))
    return {name: data for name, data in files.items() if data != sources[name].data}


def _yaml(work: Work, name: str, fields: Sequence[Field], text: str) -> str:
    """A YAML file's text with its changed texts, then with entries that come and go."""
    for field in fields:
        value, *more = applied(work.fields.text(field), work.splices[field]).split(ENTRY_END)
        value = value.rstrip() if more else value
        text = _attempt(text, partial(with_text, name=name, path=field.path, value=value))
        entry = field.path[:-1] if field.path[-1] == "text" else field.path
        if more:
            path = (*entry[:-1], _at(entry) + 1)
            # Before what was put in behind the entry as a whole.
            work.lists[:0] = [ListChange("insert", name, path, one.strip()) for one in more]
    for set_ in work.entries.values():
        if set_.file == name:
            change = partial(with_entry_of, name=name, path=set_.path, value=set_.value)
            text = _attempt(text, change)
    changes = [one for one in work.lists if one.file == name]
    moved = {one.moved: _entry(text, name, one.moved) for one in changes if one.moved}
    # From the end, so that places before stay. What comes in stands before what goes: a list that
    # is empty for a moment would be none.
    ordered = sorted(
        enumerate(changes), key=lambda one: (_at(one[1].path), one[1].what == "insert", one[0])
    )
    for _, listed in reversed(ordered):
        if listed.what == "insert":
            said = moved.get(listed.moved) or listed.text
            put = partial(with_entry_at, name=name, path=listed.path, value=said)
            text = _attempt(text, put)
        else:
            came = sum(one.what == "insert" and one.path == listed.path for one in changes)
            path = (*listed.path[:-1], _at(listed.path) + came)
            text = _attempt(text, partial(without_entry, name=name, path=path))
    return text


def _entry(text: str, name: str, path: YamlPath) -> ListEntry | None:
    try:
        return entry_at(text, name, path)
    except CommitteeError:
        return None


def _attempt(text: str, change: Callable[[str], str]) -> str:
    """The changed text, or the same where the file leaves no place: the proof finds that out."""
    try:
        return change(text)
    except CommitteeError:
        return text


def _at(path: Sequence[str | int]) -> int:
    return int(path[-1])
