"""New paragraphs as the narrative says them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.merge.pairs.said_words import label_end
from generator.merge.sources.item_markers import ItemAbove, marker_below, marker_beside
from generator.merge.sources.markdown_text import escaped, marked_up
from generator.merge.sources.narrative_blocks import heading_signs, section_name
from generator.merge.sources.tokens import PLAIN, Token, as_text, read_tokens
from generator.merge.sources.word_writing import NoteMarks, PointerTexts, whole_values
from generator.model.readings import ReadText
from generator.model.wording.conflict_marks import both


def new_text(
    text: ReadText,
    above: Sequence[ItemAbove],
    notes: NoteMarks | None = None,
    source: str = "",
    contested: str = "",
    pointers: PointerTexts | None = None,
) -> str:
    """A new paragraph as the narrative says it.

    above: the items above it in its list, the nearest first. source: what a new section's name is
    not in yet. contested: whose reading it is, where the author has taken the text out.
    """
    tokens = read_tokens(text, label_end(text), names=pointers)
    words = as_markdown(tokens, notes, pointers=pointers)
    words = both("", words, contested) if contested else words
    if text.kind == "heading":
        name = section_name(text.text, source) if text.level == 1 else ""
        return heading_signs(text.level) + words + name
    if text.kind == "item":
        marker = marker_below(text, above) or marker_beside(text, above)
        return marker + words.replace("\n", "\n" + " " * len(marker))
    if "quote" in text.style:
        return "> " + words.replace("\n", "\n> ")
    return words


def as_markdown(
    tokens: Sequence[Token],
    notes: NoteMarks | None = None,
    in_cell: bool = False,
    pointers: PointerTexts | None = None,
) -> str:
    """Words that stand nowhere yet, as Markdown. in_cell: of a table with bars.

    pointers: cross-references that can be said; others are words.
    """

    def known(token: Token) -> str | None:
        if token.kind == "note":
            return notes.get(token.note) if notes is not None else ""
        if token.kind == "reference" and pointers is not None:
            return pointers.get(token.target, token.text) or None
        return None

    def write(run: Sequence[Token]) -> str:
        made = ""
        for said, some in groupby(run, key=known):
            times = tuple(some)
            words = escaped(as_text(times), in_cell=in_cell) if said is None else ""
            made += words or (said or "") * len(times)
        return made

    return marked_up(whole_values(tokens), write, PLAIN, not in_cell, pointers).strip()
