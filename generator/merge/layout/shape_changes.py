"""Texts that an officer made something else: a paragraph a heading, an item a paragraph.

    An action plan follows.          - An action plan follows.
    ## Workload                      ### Workload

Only what stands before the words in the source changes, and the empty lines around them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from itertools import pairwise

from generator.merge.pairs.held_texts import Pair
from generator.merge.pairs.said_words import bare
from generator.merge.sources.item_markers import (
    TOO_DEEP,
    ItemAbove,
    dashed_shapes,
    items_above,
    marker_below,
)
from generator.merge.sources.narrative_blocks import (
    Block,
    NarrativeBlocks,
    section_name,
)
from generator.merge.sources.shapes import called, shape_of, stands_as
from generator.merge.sources.source_edits import Splice
from generator.merge.sources.source_fields import Field
from generator.merge.work import Work
from generator.model.draft_base import BaseEntry
from generator.model.readings import ReadDocument, ReadText

_BY_LIBREOFFICE = "it was saved by LibreOffice"
_KINDS = ("paragraph", "heading", "item")
_BEFORE = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|(?:[-*+]|\(?[A-Za-z0-9]{1,9}[.)])[ \t]+)?")
_NAMED = re.compile(r"\{#[^{}]*\}[ \t]*$")


class ShapeChanges:
    """One copy's. given_up: texts that a try before this could not merge."""

    def __init__(
        self, work: Work, blocks: Callable[[str], NarrativeBlocks], given_up: Collection[int]
    ) -> None:
        self._work, self._blocks, self._given_up = work, blocks, given_up
        self._made: dict[BaseEntry, ItemAbove] = {}  # items as they are from now on
        self._lent = _lent_styles(work.copy)

    def run(self) -> None:
        """Change what stands as something else in the copy than in its draft."""
        for one in self._work.pairing.pairs:
            alone = len(one.entries) == len(one.pieces) == 1
            drafted = self._work.drafted(one)[0]
            known = drafted.shape or drafted.kind == "paragraph"  # older drafts did not say
            if not alone or not known or drafted.kind not in _KINDS:
                continue
            text = self._work.copy.accepted[one.pieces[0].read]
            lent = any(mark.name in self._lent for mark in text.marks)
            if text.kind in _KINDS and shape_of(text) != drafted.shape and not lent:
                self._change(one, drafted, text)

    def _change(self, one: Pair, drafted: BaseEntry, text: ReadText) -> None:
        work, read = self._work, one.pieces[0].read
        today = work.today(one)
        if today is None or read in self._given_up:
            return  # told already
        entry, shape = today[0], shape_of(text)
        said = f"it was {called(drafted.shape)} and is {called(shape)} now"
        reads, words = (read,), text.text
        if entry.shape == shape or (entry.shape != drafted.shape and stands_as(entry.shape, shape)):
            work.note("merged", "shape", today, words, words, said, reads)
        elif entry.shape != drafted.shape:
            reason = f"{said}; the author has made it {called(entry.shape)} meanwhile"
            ours, theirs = (f"{words} ({called(one)})" for one in (entry.shape, shape))
            work.note("conflict", "shape", today, words, theirs, reason, reads)
            work.items[-1] = replace(work.items[-1], ours=ours)
        elif not entry.written or entry.repeated or not entry.file.endswith(".md"):
            reason = f"{said}; it is not written in the narrative as a text of its own"
            work.note("refused", "shape", today, words, words, reason, reads)
        elif (before := self._before(entry, text)) is None:
            work.note("refused", "shape", today, words, words, f"{said}; {TOO_DEEP}", reads)
        else:
            own = self._blocks(entry.file)
            work.change(own.field, self._splices(own, entry, text, before))
            work.note("merged", "shape", today, words, words, said, reads, (bare(text),))
            work.items[-1] = replace(work.items[-1], shape=shape)

    def _splices(
        self, own: NarrativeBlocks, entry: BaseEntry, text: ReadText, before: str
    ) -> list[Splice]:
        block = own.block(entry)
        source = self._work.fields.text(Field(entry.file))
        found = _BEFORE.match(block.text) if entry.shape else None
        sign = found.end() if found is not None else 0
        made = [Splice(block.start, block.start + sign, before)]
        rest = "> " if before == "> " else "" if text.kind != "heading" else None
        rest = " " * len(before) if text.kind == "item" else rest
        made += _lines(block, rest)
        if text.kind == "heading" and text.level == 1 and not _NAMED.search(block.text):
            made.append(Splice(block.end, block.end, section_name(text.text, source)))
        return made + self._apart(block, source, text)

    def _before(self, entry: BaseEntry, text: ReadText) -> str | None:
        """What stands before the words from now on; None where the source cannot say it."""
        if text.kind == "heading":
            return "#" * min(text.level, 6) + " "
        if text.kind != "item":
            return "> " if "quote" in text.style else ""
        own, entries = self._blocks(entry.file), self._work.now.entries
        above = items_above(own, entries, entry, self._made)
        sign = marker_below(text, above, True, dashed_shapes(own, entries))
        if sign is not None:
            self._made[entry] = ItemAbove(sign, text.level, text.marker or "bullet")
        return sign

    def _apart(self, block: Block, source: str, text: ReadText) -> list[Splice]:
        """Empty lines around what is no item any more."""
        if text.kind == "item":
            return []
        made = []
        if block.start and not source[: block.start].endswith("\n\n"):
            made.append(Splice(block.start, block.start, "\n"))
        if not source[block.end :].startswith("\n\n") and source[block.end :].strip():
            made.append(Splice(block.end, block.end, "\n"))
        return made


def _lent_styles(copy: ReadDocument) -> set[str]:
    """Marks of texts that LibreOffice gave the style of the one before, whose deletion is tracked.

    Nobody made them that: what they were is lost, and what the draft says of them stays.
    """
    if not any(_BY_LIBREOFFICE in notice for notice in copy.notices):
        return set()
    there = {text.text for text in copy.accepted}
    return {
        mark.name
        for before, text in pairwise(copy.rejected)
        if before.style == text.style and before.text not in there
        for mark in text.marks
    }


def _lines(block: Block, before: str | None) -> list[Splice]:
    """The lines of a block after its first: what stands before each; None joins them to it."""
    made = []
    for found in re.finditer(r"\n([ \t]*(?:>[ \t]?)?)", block.text):
        start, end = (block.start + at for at in found.span(0 if before is None else 1))
        made.append(Splice(start, end, " " if before is None else before))
    return made
