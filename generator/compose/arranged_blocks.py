"""Blocks as the format wants them: which take numbers, list markers, tables after charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.compose.figures.alt_text import describe_chart
from generator.compose.figures.figures_table import figures_table
from generator.model.document import (
    Block,
    Chart,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    ParagraphBreak,
    Quote,
    Text,
)
from generator.model.format import Format
from generator.model.walk import plain, with_inner
from generator.model.wording.english import small
from generator.model.wording.phrases import phrase_of


def arranged(blocks: Sequence[Block], format_: Format, numbered: bool) -> tuple[Block, ...]:
    """Blocks of the narrative or of a YAML text, in the format's manner.

    In a numbered part the narrative's own paragraphs are numbered, and second-level sub-headings
    too where the format numbers them. A list of '-' takes the format's marker for its depth.
    """
    return tuple(_arranged(block, format_, numbered) for block in blocks)


def _arranged(block: Block, format_: Format, numbered: bool) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, numbered=numbered and block.numbered)
    if isinstance(block, Heading):
        shares = format_.numbering.numbered_sub_headings and block.level == 2
        return replace(block, numbered=numbered and shares)
    if isinstance(block, ListBlock):
        return marked(block, format_.list_markers)
    return with_inner(block, lambda inner: arranged(inner, format_, False))


def marked(block: ListBlock, markers: Sequence[str], depth: int = 0) -> ListBlock:
    """The list with the format's markers in place of bullets, and the lists in its items too."""
    marker = block.marker
    if marker == "bullet" and depth < len(markers):
        marker = markers[depth]

    def inner(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(
            marked(one, markers, depth + 1) if isinstance(one, ListBlock) else one for one in blocks
        )

    items = tuple(replace(item, blocks=inner(item.blocks)) for item in block.items)
    return replace(block, marker=marker, items=items)


def with_chart_words(blocks: tuple[Block, ...], beside: bool) -> tuple[Block, ...]:
    """Every chart with its alternative text, and with its figures as a table after it if asked."""
    made: list[Block] = []
    for block in blocks:
        if not isinstance(block, Chart):
            made.append(with_inner(block, lambda inner: with_chart_words(inner, beside)))
            continue
        chart = block
        if not block.description:
            said = phrase_of(describe_chart(block), origin=replace(block.origin, by="program"))
            chart = replace(block, description=said)
        made.append(chart)
        if beside or chart.with_table:
            made.append(figures_table(chart))
    return tuple(made)


def cell_content(blocks: Sequence[Block]) -> tuple[Inline, ...] | None:
    """Paragraphs and lists as a table cell; None where a block cannot stand in one."""
    pieces = _cell_pieces(blocks, 0)
    if pieces is None:
        return None
    content: list[Inline] = []
    for mark, inlines in pieces:
        shown = content or mark.marker or mark.origin.written or mark.origin.unit
        content += [mark, *inlines] if shown else inlines
    return tuple(content)


def _cell_pieces(
    blocks: Sequence[Block], level: int
) -> list[tuple[ParagraphBreak, tuple[Inline, ...]]] | None:
    """Each paragraph of a cell with the break before it. level: of the lists around."""
    pieces: list[tuple[ParagraphBreak, tuple[Inline, ...]]] = []
    for block in blocks:
        inner: list[tuple[ParagraphBreak, tuple[Inline, ...]]] | None = []
        if isinstance(block, Paragraph):
            pieces.append((ParagraphBreak(level=level, origin=block.origin), block.content))
        elif isinstance(block, ListBlock):
            inner = _item_pieces(block, level)
        elif isinstance(block, Quote):
            inner = _cell_pieces(block.blocks, level)
        else:
            inner = None
        if inner is None:
            return None
        pieces += inner
    return pieces


def _item_pieces(
    block: ListBlock, level: int
) -> list[tuple[ParagraphBreak, tuple[Inline, ...]]] | None:
    pieces: list[tuple[ParagraphBreak, tuple[Inline, ...]]] = []
    for index, item in enumerate(block.items):
        first = index == 0
        mark = ParagraphBreak(block.marker, level, first, block.start, item.origin)
        inner = _cell_pieces(item.blocks, level + 1)
        if inner is None:
            return None
        pieces += [(mark, item.content), *inner]
    return pieces


def lowered_start(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The inlines with a small first letter, to go on from a lead-in; names and codes stay."""
    if not content or not isinstance(content[0], Text):
        return content
    first = content[0]
    word = plain((first,)).split(" ", 1)[0]
    if len(word) > 1 and any(letter.isupper() for letter in word[1:]):
        return content
    lowered = small(first.text)
    return (replace(first, text=lowered), *content[1:])
