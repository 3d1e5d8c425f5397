"""Small things of text: headings compared, blocks made plain, plain text made inlines."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.document import (
    Block,
    Inline,
    LineBreak,
    ListBlock,
    Paragraph,
    Quote,
    Text,
)
from generator.model.origin import NOWHERE, Origin
from generator.model.walk import plain

_ALIKE = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"}
)


def folded(title: str) -> str:
    """A heading as it is compared: case, curly quotes, dashes, spacing, last colon do not count."""
    return " ".join(title.translate(_ALIKE).casefold().split()).rstrip(" :.")


def plain_blocks(blocks: Iterable[Block]) -> str:
    """Paragraphs and lists as bare text, one line each; other blocks are left out."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(plain((*block.lead, *block.content)))
        elif isinstance(block, ListBlock):
            for item in block.items:
                lines.append(plain(item.content))
                lines.extend(line for line in [plain_blocks(item.blocks)] if line)
        elif isinstance(block, Quote):
            lines.append(plain_blocks(block.blocks))
    return "\n".join(lines)


def paragraph(
    text: str, style: str = "body", numbered: bool = False, origin: Origin = NOWHERE
) -> Paragraph:
    """A paragraph of plain text; newlines become line breaks."""
    return Paragraph(cell(text), numbered=numbered, style=style, origin=origin)


def cell(text: str) -> tuple[Inline, ...]:
    """A table cell of plain text; newlines become line breaks."""
    return with_line_breaks([(Text(line),) for line in text.split("\n")])


def with_line_breaks(lines: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Lines of inlines with line breaks between them."""
    content: list[Inline] = []
    for line in lines:
        content += [LineBreak(), *line] if content else line
    return tuple(content)
