"""What became of the edits of one text, and what the next draft prints of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from generator.merge.account import Became
from generator.merge.pairs.said_words import REFERRED
from generator.merge.sources.source_edits import Edit, Refusal
from generator.merge.sources.tokens import PLAIN, Look, Token, as_text
from generator.merge.work import Work, tokens_of
from generator.model.draft_base import BaseEntry
from generator.model.wording.conflict_marks import both

OFFICER = "officer"
_REASONS = {
    "figure": "is computed; ask the author to mend the data or the expression",
    "reference": "is a cross-reference, which counts by itself",
    "pointer": "is a cross-reference to what has no number or place in the narrative",
    "made": "is printed by an expression",
    "unplaced": "has no place in the source that prints just this",
    "divided": "stands in a text that cannot be divided",
}
CLASH = "the author has changed the same words; choose one of the two readings"
_LOOPED = "is printed by a loop; change what the loop says"
_NO_LOOKS = "the source has no bold, italics or links of these words' own"


class TextAccount:
    """What became of the edits of one text. parts: the number of each."""

    def __init__(
        self,
        work: Work,
        today: Sequence[BaseEntry],
        reads: Sequence[int],
        printed: Sequence[str],
        parts: Mapping[Edit, int],
    ) -> None:
        self._work, self._today, self._reads, self._printed = work, today, reads, printed
        self._now, self._parts = tokens_of(today), parts

    def note(
        self, became: Became, kind: str, old: str, new: str, reason: str = "", part: int = -1
    ) -> None:
        told = (reason, self._reads, self._printed, part)
        self._work.note(became, kind, self._today, old, new, *told)

    def merged(self, edits: Iterable[Edit]) -> None:
        for edit in edits:
            old, new = around(self._now, edit)
            self.note("merged", "words", old, new, part=self._parts[edit])

    def clashing(self, edits: Iterable[Edit]) -> None:
        for edit in edits:
            old, new = around(self._now, edit)
            self.note("conflict", "words", old, new, CLASH, self._parts[edit])

    def refused(self, refusals: Iterable[Refusal]) -> None:
        for one in refusals:
            self.note("refused", one.kind, one.old, one.new, _reason(one))

    def given_up(self, edits: Mapping[Edit, str]) -> None:
        for edit, why in edits.items():
            old, new = around(self._now, edit)
            self.note("refused", "words", old, new, why)

    def looks(self, said: Mapping[int, Look], unsaid: Mapping[int, Look], why: str) -> None:
        """why: the source could not keep them; '' where it has none."""
        for words in _stretches(self._now, said):
            self.note("merged", "look", words, words, part=len(self._parts))
        for words in _stretches(self._now, unsaid):
            self.note("refused", "look", words, words, why or _NO_LOOKS)

    def words_without_looks(self, edits: Iterable[Edit]) -> None:
        """Of new words that look otherwise, where the source has no looks."""
        for edit in edits:
            for look, words in groupby(edit.tokens, key=lambda one: one.look):
                shown = as_text(tuple(words)).strip()
                if look != PLAIN and shown:
                    self.note("refused", "look", shown, shown, _NO_LOOKS)


def _reason(refusal: Refusal) -> str:
    said = refusal.new if refusal.kind == "pointer" else refusal.old
    why = _LOOPED if refusal.made.startswith("{%") else _REASONS[refusal.kind]
    return f"{said.strip()!r} {why}" + (f": {refusal.made}" if refusal.made else "")


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
    """Tokens as words, with REFERRED for what references show; a line each paragraph."""
    return "".join(
        REFERRED if one.kind == "reference" else " " if one.breaks else as_text((one,))
        for one in tokens
    )
