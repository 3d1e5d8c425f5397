"""Texts at a new place in an edited file, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.merge.account import MOVE_PART
from generator.merge.layout.new_tables import NewTable
from generator.merge.pairs.held_texts import Pair
from generator.merge.pairs.said_words import bare
from generator.merge.sources.item_markers import TOO_DEEP
from generator.merge.sources.pointers import Pointers
from generator.merge.sources.tokens import as_text
from generator.merge.text_account import as_told
from generator.merge.work import Work, tokens_of
from generator.model.draft_base import BaseEntry
from generator.model.frozen import dataclass
from generator.model.readings import ReadText, Span
from generator.model.wording.conflict_marks import both

_TAKEN_OUT = "the author has taken this text out since; put it in again, or leave it out"
_UNPOINTED = "the narrative has no such reference; what it shows are words now"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A text at a new place in the edited file: `pair` where it moved there, None for a new one.

    table: of which it is the first text, where the whole is new. contested: who changed it, where
    the author has taken it out; '' for all else. beside: behind which text of the copy it goes, of
    a footnote; -1 where that is the one before it.
    """

    read: int
    pair: Pair | None = None
    index: int = -1
    table: NewTable | None = None
    contested: str = ""
    beside: int = -1

    @property
    def stands(self) -> int:
        """Where it stands among the texts of the copy."""
        return self.beside + 1 if self.beside >= 0 else self.read


def refuse_arrival(work: Work, one: Arrival, reason: str) -> None:
    """Leave a text where the author has it, or a new one out."""
    if one.table is not None:
        work.note("refused", "table added", (), "", one.table.words, reason, one.table.reads)
        return
    if one.contested:
        tell_contested(work, one, ())
        return
    today = (work.today(one.pair) if one.pair is not None else None) or ()
    printed = as_told(tokens_of(today)).split("\n") if today else ()
    new = work.copy.accepted[one.read].text
    old = new if one.pair is not None else ""
    work.note("refused", _kind(one), today, old, new, reason, (one.read,), printed)


def tell_contested(work: Work, one: Arrival, printed: Sequence[str]) -> None:
    """Tell of a text that the author has taken out and an officer changed.

    printed: the mark of it that the next draft prints, () where no source has a place for one.
    """
    pairs = (each for each in work.pairing.pairs if any(p.read == one.read for p in each.pieces))
    pair = next(pairs)
    drafted = work.drafted(pair)
    old, new = as_text(tokens_of(drafted)), bare(work.copy.accepted[one.read], "")
    if drafted[0].kind == "front-matter":
        new = as_text(work.edited(pair))  # others share its line
    work.note("conflict", "words", drafted, old, new, _TAKEN_OUT, (one.read,), printed)


def tell_placed(work: Work, one: Arrival, entry: BaseEntry, old: str) -> None:
    """Put an arrival that has found its place into the account."""
    text = work.copy.accepted[one.read]
    if one.contested:
        tell_contested(work, one, (both("", bare(text, ""), one.contested),))
        return
    said = text if one.pair is not None else _worded(work, one)
    part = MOVE_PART if one.pair is not None else -1
    told = ("", (one.read,), (bare(said),), part)
    work.note("merged", _kind(one), (entry,), old, text.text, *told)
    for shown in (each.text for each in text.spans if each.reference and each not in said.spans):
        work.note("refused", "pointer", (entry,), "", shown, _UNPOINTED, (one.read,))


def tell_depth(work: Work, one: Arrival, entry: BaseEntry, kept: bool) -> None:
    """Tell of an item that cannot stand as deep in as it did. kept: it does."""
    text = work.copy.accepted[one.read].text
    if not kept:
        work.note("refused", "shape", (entry,), text, text, TOO_DEEP, (one.read,))


def pointers_of(work: Work, one: Arrival) -> Pointers | None:
    """What says the references of a new text; None where they are words there."""
    words = one.contested or work.copy.accepted[one.read].kind == "heading"
    return None if words else work.pointers


def _worded(work: Work, one: Arrival) -> ReadText:
    """A new text, in which references that the narrative cannot say are words."""
    pointers, text = pointers_of(work, one), work.copy.accepted[one.read]

    def said(span: Span) -> Span:
        target = "" if span.page else span.reference
        known = pointers is not None and pointers.get(target, span.text)
        return span if known or not span.reference else replace(span, reference="")

    return replace(text, spans=tuple(map(said, text.spans)))


def _kind(one: Arrival) -> str:
    return "paragraph moved" if one.pair is not None else "paragraph added"
