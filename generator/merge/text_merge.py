"""An edited text merged into its source: each of its edits, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.merge.account import ALREADY
from generator.merge.front_matter_edits import change_front_matter
from generator.merge.own_sentences import is_sentence, own_sentence
from generator.merge.pairing import REFERRED, Pair
from generator.merge.rebasing import Rebased, rebased
from generator.merge.sources.markdown_text import escaped
from generator.merge.sources.narrative_blocks import marker_behind
from generator.merge.sources.shapes import shape_of
from generator.merge.sources.source_fields import ENTRY_END, SourcePlace
from generator.merge.sources.source_map import source_map
from generator.merge.sources.splicing import Edit, Refusal, Splice, Splicing, Writing
from generator.merge.sources.tag_texts import tag_text
from generator.merge.sources.tokens import Look, Token, as_text, keys
from generator.merge.tag_settings import in_tag, set_in_tag
from generator.merge.work import Work, tokens_of
from generator.model.draft_base import BaseEntry, BaseSpan
from generator.model.wording.conflict_marks import both, marks_in

OFFICER = "officer"
_REASONS = {
    "figure": "is computed; ask the author to mend the data or the expression",
    "reference": "is a cross-reference, which counts by itself",
    "pointer": "points at another text; write [](#name) for it in the narrative",
    "made": "is printed by an expression",
    "unplaced": "has no place in the source that prints just this",
    "divided": "stands in a text that cannot be divided",
}


def merge_text(work: Work, pair: Pair) -> None:
    """Merge one text that both files have."""
    drafted, edited = work.drafted(pair), work.edited(pair)
    before = tokens_of(drafted)
    reads = tuple(dict.fromkeys(piece.read for piece in pair.pieces))
    today = work.today(pair)
    if keys(before) == keys(edited) and _alike(before, edited):
        _left_alone(work, drafted, before, today, reads)
    elif _stands_there(work, pair, edited):
        said = as_text(edited)
        printed = as_told(edited).split("\n")
        work.note(
            "merged", "words", today or drafted, as_text(before), said, ALREADY, reads, printed
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
    """How each letter looks."""
    return [one.look for one in tokens for letter in one.text if not letter.isspace()]


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
        if len(today) == 1 and not changed.conflicts and change_front_matter(work, today[0], said):
            work.note("merged", "front matter", today, old, said, "", reads, said.split("\n"))
            return
        reason = "is put together from several keys of report.yaml; change it there"
        work.note("refused", "words", today, old, _said(changed, today), reason, reads)
        return
    now = tokens_of(today)
    needed = not place.markdown or today[0].kind == "heading"
    if needed and not _said(changed, today).strip():
        reason = (
            f"{place.field.file} needs something there; write other words, or take out the whole"
        )
        work.note("refused", "words", today, as_text(now), "", reason, reads, [as_told(now)])
        return
    tag = tag_text(place.source, today[0].kind, today[0].printed) if place.markdown else None
    source, offset = (tag.source, tag.start) if tag is not None else (place.source, 0)
    pieces = source_map(source, now, tag is not None)
    splicing = Splicing(
        source, now, pieces, _writing(work, today, place, source if tag is not None else "")
    )
    kept, refused = splicing.sorted_out(changed.edits)
    clashing, more = splicing.sorted_out(changed.conflicts)
    looks = splicing.sayable(changed.looks)
    splices = splicing.splices(kept, looks)
    who = work.author(reads) or OFFICER
    undecided = any(marks_in(as_text(now)))
    if not undecided:
        splices += [_both_readings(splicing, source, edit, who) for edit in clashing]
    moved = [Splice(one.start + offset, one.end + offset, one.text) for one in splices]
    work.splice(place, moved)
    printed = expected(now, kept, () if undecided else clashing, who).split("\n")
    _tell(work, today, now, kept, clashing, [*refused, *more], changed, reads, printed, looks)


def _said(changed: Rebased, today: Sequence[BaseEntry]) -> str:
    return expected(tokens_of(today), (*changed.edits, *changed.conflicts), (), "")


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
        quote = tag.lstrip()[0]
        return Writing(lambda text: re.sub(rf"[\\{quote}]", r"\\\g<0>", text), False, None, "")
    if not place.markdown:
        return Writing(lambda text: text, False, None, "")
    in_cell = today[0].kind == "cell" and "row" in today[0].place
    between = "\n\n"
    if place.field.path and today[0].section.startswith("recommendations"):
        between = ENTRY_END
    elif today[0].kind == "item":
        between = "\n" + marker_behind(work.fields.text(place.field), place.start)
    notes = None if place.field.path else work.notes
    looks = today[0].kind != "heading"
    return Writing(lambda text: escaped(text, in_cell=in_cell), looks, notes, between)


def _both_readings(splicing: Splicing, source: str, edit: Edit, who: str) -> Splice:
    """Both readings in the source: drafts print them, finals refuse them."""
    start, end = splicing.span(edit)
    return Splice(start, end, both(source[start:end], splicing.written(edit.tokens), who))


def expected(now: Sequence[Token], kept: Sequence[Edit], clashing: Sequence[Edit], who: str) -> str:
    """What the next draft prints, with REFERRED for what references show."""
    made = [as_told((token,)) for token in now]
    for edit in sorted((*kept, *clashing), key=lambda one: one.start, reverse=True):
        new = as_told(edit.tokens)
        if edit in clashing:
            new = both(as_told(now[edit.start : edit.end]), new, who)
        made[edit.start : edit.end] = [new]
    return "".join(made)


def as_told(tokens: Sequence[Token]) -> str:
    """Tokens as words, with REFERRED for what references show."""
    return "".join(REFERRED if one.kind == "reference" else as_text((one,)) for one in tokens)


def _tell(
    work: Work,
    today: Sequence[BaseEntry],
    now: Sequence[Token],
    kept: Sequence[Edit],
    clashing: Sequence[Edit],
    refused: Sequence[Refusal],
    changed: Rebased,
    reads: Sequence[int],
    printed: Sequence[str],
    looks: Mapping[int, Look],
) -> None:
    for edit in kept:
        old, new = around(now, edit)
        work.note("merged", "words", today, old, new, "", reads, printed)
    for edit in clashing:
        old, new = around(now, edit)
        reason = "the author has changed the same words; choose one of the two readings"
        work.note("conflict", "words", today, old, new, reason, reads, printed)
    for one in refused:
        said = one.new if one.kind == "pointer" else one.old
        reason = f"{said.strip()!r} {_REASONS[one.kind]}"
        if one.made:
            reason += f": {one.made}"
        work.note("refused", one.kind, today, one.old, one.new, reason, reads, printed)
    for words in _stretches(now, looks):
        work.note("merged", "look", today, words, words, "", reads, printed)
    unsaid = {index: look for index, look in changed.looks.items() if index not in looks}
    for words in _stretches(now, unsaid):
        reason = "the source has no bold, italics or links of these words' own"
        work.note("refused", "look", today, words, words, reason, reads, printed)
    if not (kept or clashing or refused or changed.looks):
        # Both made the same change.
        work.note("merged", "words", today, as_text(now), as_text(now), "", reads, printed)


def _stretches(now: Sequence[Token], looks: Mapping[int, Look]) -> list[str]:
    """The words that look otherwise from now on, as one where they stand together."""
    made: list[str] = []
    for index in sorted(looks):
        if looks.get(index - 1) == looks[index]:
            made[-1] += now[index].text
        else:
            made.append(now[index].text)
    return [words.strip() for words in made if words.strip()]


def around(now: Sequence[Token], edit: Edit) -> tuple[str, str]:
    """An edit's words before and after; of a word put in or taken out, with a word on each side."""
    old, new = as_text(now[edit.start : edit.end]), as_text(edit.tokens)
    if old.strip() and new.strip():
        return old, new
    before = as_text(now[max(edit.start - 2, 0) : edit.start])
    after = as_text(now[edit.end : edit.end + 2])
    return f"{before}{old}{after}".strip(), f"{before}{new}{after}".strip()
