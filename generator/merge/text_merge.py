"""An edited text merged into its source: each of its edits, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from generator.merge.account import ALREADY
from generator.merge.front_matter_edits import change_front_matter, contest_day, contested_words
from generator.merge.own_sentences import BROKEN, is_sentence, own_sentence
from generator.merge.pairs.held_texts import Pair
from generator.merge.rebasing import Rebased, rebased
from generator.merge.sources.markdown_text import escaped
from generator.merge.sources.narrative_blocks import line_beginning, marker_behind
from generator.merge.sources.shapes import shape_of
from generator.merge.sources.source_edits import Edit, Splice
from generator.merge.sources.source_fields import ENTRY_END, SourcePlace
from generator.merge.sources.source_map import source_map
from generator.merge.sources.splicing import Splicing
from generator.merge.sources.tag_texts import in_string, tag_text
from generator.merge.sources.tokens import Token, as_text, keys
from generator.merge.sources.word_writing import Writing
from generator.merge.tag_settings import in_tag, set_in_tag
from generator.merge.text_account import CLASH, OFFICER, TextAccount, as_told, expected
from generator.merge.work import Work, tokens_of
from generator.model.draft_base import BaseEntry, BaseSpan
from generator.model.wording.conflict_marks import both, marks_in

_OF_ONE_LINE = ("heading", "cell", "caption", "title", "description")
SEVERAL = "is put together from several keys of report.yaml; change it there"
_APART = "other texts stand between its parts in the narrative; put them together by hand"
_NEVER_EMPTY = ("heading", "caption", "title", "description")  # the program would print its own
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_ENDS = " \N{PILCROW SIGN} "
_CLASH_TOLD = "the author has changed it too, and both cannot stand there; choose one, by hand"
UNDECIDED = "a conflict stands in this text; choose one of the two readings first"


def merge_text(work: Work, pair: Pair) -> None:
    """Merge one text that both files have."""
    drafted, today = work.drafted(pair), work.today(pair)
    before = tokens_of(drafted)
    reads = tuple(dict.fromkeys(piece.read for piece in pair.pieces))
    edited = _sayable_notes(work, today or drafted, work.edited(pair))
    edited = _sayable_lines(work, today or drafted, edited, reads)
    if keys(before) == keys(edited) and _alike(before, edited):
        _left_alone(work, drafted, before, today, reads)
    elif _stands_there(work, pair, edited):
        said = as_text(edited)
        printed = as_told(edited).split("\n")
        work.note(
            "merged", "words", today or drafted, as_text(before), said, ALREADY, reads, printed, 0
        )
    elif len(drafted) == 1 and is_sentence(drafted[0]) and not (today and today[0].written):
        own_sentence(work, drafted[0], edited, reads)
    elif today and in_tag(today):
        set_in_tag(work, today[0], edited, reads, "words")
    elif any(not entry.written for entry in today or drafted):
        _refuse_made(work, drafted, edited, reads)
    elif any(entry.repeated for entry in drafted):
        reason = "a loop made it from this line; change the loop's text there"
        work.note("refused", "words", drafted, as_text(before), as_text(edited), reason, reads)
    elif today is None:
        work.orphans += reads
    else:
        merge_changes(work, drafted, today, rebased(before, edited, tokens_of(today)), reads)


def _sayable_notes(
    work: Work, entries: Sequence[BaseEntry], edited: Sequence[Token]
) -> list[Token]:
    """A text without the new footnotes that its source cannot say; they are told by themselves."""
    place = work.fields.place(entries[0]) if entries[0].written else None
    able = place is not None and not place.field.path
    return [one for one in edited if one.kind != "note" or work.notes.stays(one.note, able)]


def _sayable_lines(
    work: Work, entries: Sequence[BaseEntry], edited: list[Token], reads: Sequence[int]
) -> list[Token]:
    """A text without the line breaks that its source cannot say; they are told of."""
    place = work.fields.place(entries[0]) if entries[0].written else None
    in_yaml = place is not None and not place.markdown and entries[0].kind != "front-matter"
    broken = any(one.breaks for one in edited)
    if not broken or not (in_yaml or entries[0].kind in _OF_ONE_LINE):
        return edited
    old = as_text(tokens_of(entries))
    work.note("refused", "line break", entries, old, as_text(edited), BROKEN, reads)
    return [Token(" ") if one.breaks else one for one in edited]


def _stands_there(work: Work, pair: Pair, edited: Sequence[Token]) -> bool:
    """Whether the report says just this already."""
    found = [work.became[index] for index in pair.entries if index in work.became]
    joined = [[work.now.entries[at]] for at in found]
    for entries in (work.today(pair) or [], *joined):
        now = tokens_of(entries)
        if keys(now) == keys(edited):
            return _alike(now, edited)
        if as_text(now) == as_text(edited) and _looks(now) == _looks(edited):
            return True  # cut into other pieces: two words that a join made one
    return False


def refuse_text(work: Work, pair: Pair, reason: str) -> None:
    """Leave a text as the author has it."""
    drafted, today = work.drafted(pair), work.today(pair)
    reads = tuple(dict.fromkeys(piece.read for piece in pair.pieces))
    printed = as_told(tokens_of(today or ())).split("\n")
    old, new = as_text(tokens_of(drafted)), as_text(work.edited(pair))
    shapes = {shape_of(work.copy.accepted[read]) for read in reads}
    same = "look" if drafted[0].shape in shapes else "shape"
    kind = "words" if old != new else same
    work.note("refused", kind, today or drafted, old, new, reason, reads, printed)


def _alike(before: Sequence[Token], edited: Sequence[Token]) -> bool:
    return all(
        one.look == other.look or not one.text.strip()
        for one, other in zip(before, edited, strict=True)
    )


def _looks(tokens: Sequence[Token]) -> list[object]:
    """How each letter looks, and where footnotes and references stand."""
    made: list[object] = []
    for one in tokens:
        letters = "".join(one.text.split()) if one.kind == "word" else ""
        made += [one.look] * len(letters) if one.kind == "word" else [one.key]
    return made


def _left_alone(
    work: Work,
    drafted: Sequence[BaseEntry],
    before: Sequence[Token],
    today: Sequence[BaseEntry] | None,
    reads: Sequence[int],
) -> None:
    """What the officer left alone stays the author's; where that changed, the copy is behind."""
    if today is not None and [*map(_printed, today)] == [*map(_printed, drafted)]:
        return
    now = tokens_of(today or ())
    if today is None or keys(before) != keys(now):
        printed = as_told(now).split("\n")
        reason = "the copy still shows the old text, which nobody changed there"
        old, new = as_text(before), as_text(now)
        work.note("superseded", "words", drafted, old, new, reason, reads, printed)


def _printed(entry: BaseEntry) -> tuple[str, tuple[BaseSpan, ...]]:
    return entry.printed, entry.spans


def _refuse_made(
    work: Work, drafted: Sequence[BaseEntry], edited: Sequence[Token], reads: Sequence[int]
) -> None:
    made = next(entry for entry in drafted if not entry.written)
    source = made.source.strip().split("\n")[0]
    by = f"{source!r} made it" if source else "the program prints it"
    if made.file and not made.source:
        by = f"{made.file} prints it"
    reason = f"{by}; change that, or say what it should be in the text beside it"
    old = as_text(tokens_of(drafted))
    work.note("refused", "words", drafted, old, as_text(edited), reason, reads)


# ---------------------------------------------------------------- into the source
def merge_changes(
    work: Work,
    drafted: Sequence[BaseEntry],
    today: Sequence[BaseEntry],
    changed: Rebased,
    reads: Sequence[int],
) -> None:
    """Put an officer's changes of a text into its source."""
    place = _place(work, today)
    if place is None:
        old = as_text(tokens_of(drafted))
        said = _said(changed, today)
        if len(today) == 1 and _in_front_matter(work, today[0], old, said, changed, reads):
            return
        reason = _APART if all(one.file.endswith(".md") for one in today) else SEVERAL
        work.note("refused", "words", today, old, _said(changed, today), reason, reads)
        return
    now = tokens_of(today)
    needed = not place.markdown or today[0].kind in _NEVER_EMPTY
    if needed and not _said(changed, today).strip():
        reason = (
            f"{place.field.file} needs something there; write other words, or take out the whole"
        )
        work.note("refused", "words", today, as_text(now), "", reason, reads, [as_told(now)])
        return
    tag = tag_text(place.source, today[0].kind, today[0].printed) if place.markdown else None
    source, offset = (tag.source, tag.start) if tag is not None else (place.source, 0)
    pieces = source_map(source, now, tag is not None)
    writing = _writing(work, today, place, source if tag is not None else "")
    splicing = Splicing(source, now, pieces, writing)
    splices = _sorted_out(work, splicing, source, today, changed, reads)
    moved = [Splice(one.start + offset, one.end + offset, one.text) for one in splices]
    work.splice(place, moved)


def _in_front_matter(
    work: Work, entry: BaseEntry, old: str, said: str, changed: Rebased, reads: Sequence[int]
) -> bool:
    """Put words into the row of front matter that prints them, or both readings of it."""
    if not changed.conflicts:
        if change_front_matter(work, entry, said):
            printed = [" ".join(said.split())]
            work.note("merged", "front matter", (entry,), old, said, "", reads, printed)
            return True
        return False
    if any(marks_in(entry.printed)):
        told = (old, entry.printed, UNDECIDED, reads, [entry.printed])
        work.note("conflict", "front matter", (entry,), *told)
        return True
    who = work.author(reads) or OFFICER
    marked = contested_words(entry, said, who)
    placed = bool(marked) and change_front_matter(work, entry, marked)
    if not placed:
        marked = contest_day(work, entry, said, who)
        placed = bool(marked)
    reason, printed = (CLASH, [marked]) if placed else (_CLASH_TOLD, [entry.printed])
    work.note("conflict", "front matter", (entry,), old, said, reason, reads, printed)
    return True


def _sorted_out(
    work: Work,
    splicing: Splicing,
    source: str,
    today: Sequence[BaseEntry],
    changed: Rebased,
    reads: Sequence[int],
) -> list[Splice]:
    """What changes in a text's source; each edit goes into the account, by itself."""
    edits = splicing.apart(changed.edits)
    conflicts = [_in_one_line(one) for one in splicing.whole(changed.conflicts)]
    parts = {edit: part for part, edit in enumerate((*edits, *conflicts))}
    given_up = {edit: why for edit, part in parts.items() if (why := _why(work, reads, part))}
    kept, refused = splicing.sorted_out([one for one in edits if one not in given_up])
    clashing, more = splicing.sorted_out([one for one in conflicts if one not in given_up])
    no_looks = _why(work, reads, len(parts))
    looks = {} if no_looks else splicing.sayable(changed.looks)
    splices = splicing.splices(kept, looks)
    who, now = work.author(reads) or OFFICER, tokens_of(today)
    undecided = any(marks_in(as_text(now)))
    if not undecided:
        splices += [_both_readings(splicing, source, edit, who) for edit in clashing]
    printed = expected(now, kept, () if undecided else clashing, who).split("\n")
    told = TextAccount(work, today, reads, printed, parts)
    told.merged(kept)
    told.clashing(clashing)
    told.refused([*refused, *more])
    told.given_up(given_up)
    told.looks(looks, {at: look for at, look in changed.looks.items() if at not in looks}, no_looks)
    told.words_without_looks(() if splicing.says_looks else kept)
    if not (parts or changed.looks):
        told.note("merged", "words", as_text(now), as_text(now))  # both made the same change
    return splices


def _why(work: Work, reads: Sequence[int], part: int) -> str:
    """Why one of the changes of a text has to be left out, '' where it has not."""
    return work.parts_given_up.get((reads[0], part), "") if reads else ""


def _said(changed: Rebased, today: Sequence[BaseEntry]) -> str:
    now = tokens_of(today)
    for edit in sorted((*changed.edits, *changed.conflicts), key=_start, reverse=True):
        now[edit.start : edit.end] = edit.tokens
    return _LINE_END.sub("\n", as_text(now))


def _start(edit: Edit) -> int:
    return edit.start


def _place(work: Work, today: Sequence[BaseEntry]) -> SourcePlace | None:
    """Where texts are written one after the other, as one place."""
    places = [work.fields.place(entry) for entry in today]
    if any(one is None for one in places):
        return None
    known = [one for one in places if one is not None]
    if len(known) == 1:
        return known[0]
    text = work.fields.text(known[0].field)
    for before, after in pairwise(known):
        apart = text[before.end : after.start]
        if before.field != after.field or before.end > after.start or apart.strip():
            return None
    first, last = known[0], known[-1]
    return SourcePlace(first.field, first.start, text[first.start : last.end], first.markdown)


def _writing(work: Work, today: Sequence[BaseEntry], place: SourcePlace, tag: str) -> Writing:
    """How words are written at a place. tag: the argument of a tag that it is, or ''."""
    if tag:
        return Writing(partial(in_string, quote=tag.lstrip()[0]), False, None, "")
    if not place.markdown:
        return Writing(str, False, None, "")
    in_cell = today[0].kind == "cell" and "row" in today[0].place
    between = "\n\n"
    if place.field.path and today[0].section.startswith("recommendations"):
        between = ENTRY_END
    elif today[0].kind == "item":
        between = "\n" + marker_behind(work.fields.text(place.field), place.start)
    notes = None if place.field.path else work.notes
    looks = today[0].kind != "heading"
    within = line_beginning(work.fields.text(place.field), place.start, today[0].kind)
    escape = partial(escaped, in_cell=in_cell, within=within)
    pointers = work.pointers if looks else None
    return Writing(escape, looks, notes, between, pointers)


def _in_one_line(conflict: Edit) -> Edit:
    """A reading without the ends of paragraphs in it: a mark that goes over two would be none."""
    tokens = (Token(_ENDS) if one.kind == "end" else one for one in conflict.tokens)
    return replace(conflict, tokens=tuple(tokens))


def _both_readings(splicing: Splicing, source: str, edit: Edit, who: str) -> Splice:
    """Both readings in the source: drafts print them, finals refuse them."""
    start, end = splicing.span(edit)
    return Splice(start, end, both(source[start:end], splicing.written(edit.tokens), who))
