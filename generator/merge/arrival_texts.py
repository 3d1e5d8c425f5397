"""New paragraphs as the narrative says them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.merge.sources.markdown_text import escaped, marked_up
from generator.merge.sources.narrative_blocks import Block, heading_signs, marker_for
from generator.merge.sources.splicing import whole_values
from generator.merge.sources.tokens import PLAIN, Token, as_text, read_tokens
from generator.model.readings import ReadText


def new_text(text: ReadText, beside: Block) -> str:
    """A new paragraph as the narrative says it."""
    words = as_markdown(read_tokens(text))
    if text.kind == "heading":
        return heading_signs(text.level) + words
    if text.kind == "item":
        return marker_for(text, beside) + words
    if "quote" in text.style:
        return "> " + words.replace("\n", "\n> ")
    return words


def as_markdown(tokens: Sequence[Token]) -> str:
    """Words that stand nowhere yet, as Markdown."""

    def write(run: Sequence[Token]) -> str:
        return escaped(as_text([one for one in run if one.kind != "note"]))

    return marked_up(whole_values(tokens), write, PLAIN, begins=True).strip()
