"""Footnotes of a narrative: `[^1]` in the text, `[^1]: note` on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.model.document import Footnote
from generator.narrative.expressions.spoken import SpokenBlocks
from generator.narrative.markdown.inline_writer import InlineWriter, joined_lines
from generator.narrative.markdown.origins import Origins, lines_of
from generator.narrative.rendered import NoteProblem, RenderedText

_DEFINITION = re.compile(r"^[ \t>]*\[\^([^\]\s]+)\]:", re.MULTILINE)
_PARAGRAPHS = ("paragraph_open", "paragraph_close", "footnote_anchor", "footnote_close")


def take_footnotes(
    tokens: Sequence[Any],
    rendered: RenderedText,
    names: Sequence[str],
    note: NoteProblem,
    origins: Origins,
) -> tuple[list[Any], dict[int, Footnote]]:
    """The tokens without the footnotes at their end, and these by number."""
    end = next(
        (at for at, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens)
    )
    writer = InlineWriter(rendered.values, {}, names, note)
    found: dict[int, Footnote] = {}
    number, label, line = -1, "", 0
    for token in tokens[end:]:
        line = rendered.line(token.map[0]) if token.map else line
        if token.type == "footnote_open":
            number, label = token.meta["id"], token.meta.get("label", "")
            found[number] = Footnote(())
        elif token.type == "inline":
            paragraph = _paragraph(writer, token, rendered, note)
            place = f"note {label}, {len(found[number].paragraphs) + 1}"
            origin = origins.of_note(*lines_of(token), place)
            paragraphs = (*found[number].paragraphs, paragraph)
            found[number] = Footnote(paragraphs, (*found[number].origins, origin))
        elif token.nesting >= 0 and not token.type.startswith(("footnote_block", *_PARAGRAPHS)):
            note(line, "a footnote holds something else than text", "write paragraphs only")
    return list(tokens[:end]), found


def _paragraph(writer: InlineWriter, token: Any, rendered: RenderedText, note: NoteProblem) -> Any:
    first = (token.map or [0])[0]
    pieces = writer.write(token.children or [], lambda offset: rendered.line(first + offset))
    if any(isinstance(piece, SpokenBlocks) for piece in pieces):
        what = "a footnote holds something else than text"
        note(rendered.line(first), what, "write paragraphs only")
    return joined_lines(pieces)


def check_definitions(
    text: str, rendered: RenderedText, env: dict[str, Any], note: NoteProblem
) -> None:
    """A footnote that nothing refers to would be lost, and of two with one label one would be."""
    references = env.get("footnotes", {}).get("refs", {})
    used = {label[1:] for label, number in references.items() if number >= 0}
    seen: set[str] = set()
    for found in _DEFINITION.finditer(text):
        label = found.group(1)
        line = rendered.line(text.count("\n", 0, found.start()))
        if label in seen:
            note(line, f"the footnote [^{label}] has two texts", "give each its own label")
        elif label not in used:
            mend = f"write [^{label}] in the text"
            note(line, f"nothing refers to the footnote [^{label}]", mend)
        seen.add(label)
