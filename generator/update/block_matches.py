"""Which paragraph, table or row of a copy is which of the new draft, within a body or a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.merge.pairs.said_words import SIGNED, bare
from generator.merge.pairs.same_order import aligned, in_order
from generator.update.sides import Side
from generator.word.package.elements import Element, clark
from generator.word.redline.block_texts import standing_in

_P, _TABLE, _ROW = clark("w:p"), clark("w:tbl"), clark("w:tr")


class BlockTexts:
    """The texts in each block of a file."""

    def __init__(self, side: Side, held: Collection[int]) -> None:
        """held: the texts that a base tells of."""
        self._side, self._held = side, held

    def is_free(self, block: Element) -> bool:
        """Whether no base tells of what a block says."""
        return not any(at in self._held for at in self.reads(block))

    def is_loose(self, read: int) -> bool:
        """Whether no base tells of a text."""
        return read not in self._held

    def reads(self, block: Element) -> list[int]:
        """The texts that stand in a block, in order."""
        known = self._side.opened.reads
        found = (known[node] for node in block.iter(_P) if node in known)
        return list(dict.fromkeys(found))

    def blocks(self, parent: Element) -> list[Element]:
        """The paragraphs and tables that stand in a body or a cell, but for a contents list."""
        texts = self._side.reads
        return [
            node
            for node in standing_in(parent, _P, _TABLE)
            if not any(texts[at].kind == "contents" for at in self.reads(node))
        ]

    def said(self, block: Element) -> str:
        """What a block is known by: a row's first cell, a table's first row, a sign-off's unit."""
        if block.tag == _ROW:
            block = next(standing_in(block, clark("w:tc")), block)
        if block.tag == _TABLE:
            block = next(standing_in(block, _ROW), block)
        reads = self.reads(block)
        words = " ".join(bare(self._side.reads[at]) for at in reads)
        if words or not reads:
            return words
        marks = self._side.text(reads[0]).read.marks
        signed = (one.name for one in marks if one.name.startswith(SIGNED))
        return next((name.replace("_state_", "_") for name in signed), "")


def is_drawn(block: Element) -> bool:
    """Whether a block is a paragraph with a picture or a chart."""
    return block.tag == _P and next(block.iter(clark("w:drawing")), None) is not None


def sort_of(block: Element) -> str:
    """'table', 'row', 'drawing' or 'text'."""
    if block.tag == _TABLE:
        return "table"
    if block.tag == _ROW:
        return "row"
    return "drawing" if is_drawn(block) else "text"


def known_counterparts(
    ours: Sequence[Element],
    theirs: Sequence[Element],
    mine: BlockTexts,
    other: BlockTexts,
    matched: Mapping[int, int],
) -> dict[Element, Element]:
    """Block of the new draft -> the one of these blocks of the copy with most of its texts."""
    holder = {read: block for block in ours for read in mine.reads(block)}
    found: dict[Element, Element] = {}
    taken: set[Element] = set()
    for block in theirs:
        here = Counter(
            holder[matched[read]]
            for read in other.reads(block)
            if read in matched and matched[read] in holder
        )
        for one, _ in here.most_common():
            if one not in taken and sort_of(one) == sort_of(block):
                found[block] = one
                taken.add(one)
                break
    return found


def with_free(
    ours: Sequence[Element],
    theirs: Sequence[Element],
    found: Mapping[Element, Element],
    texts: tuple[BlockTexts, BlockTexts],
    in_cell: bool = False,
) -> dict[Element, Element]:
    """Match what stands between known blocks, too: drawings in order, others by their words.

    Only what no base tells of. texts: of the copy, and of the new draft. in_cell: as many
    paragraphs as there were are the same ones, whatever they say.
    """
    made = dict(found)
    places = {block: at for at, block in enumerate(ours)}
    known = sorted((places[found[b]], at) for at, b in enumerate(theirs) if b in found)
    edges = [(-1, -1), *in_order(known), (len(ours), len(theirs))]
    taken = set(found.values())
    for (first, begin), (last, stop) in pairwise(edges):
        here = [b for b in ours[first + 1 : last] if b not in taken and texts[0].is_free(b)]
        there = [b for b in theirs[begin + 1 : stop] if b not in found and texts[1].is_free(b)]
        counted = ("drawing", "text") if in_cell and len(here) == len(there) else ("drawing",)
        made |= dict(_gap(here, there, texts, counted))
    return made


def _gap(
    ours: Sequence[Element],
    theirs: Sequence[Element],
    texts: tuple[BlockTexts, BlockTexts],
    counted: Sequence[str],
) -> Iterator[tuple[Element, Element]]:
    """counted: of which sorts of blocks the first is the first, and so on."""
    for sort in ("drawing", "table", "text", "row"):
        here = [block for block in ours if sort_of(block) == sort]
        there = [block for block in theirs if sort_of(block) == sort]
        if sort in counted:
            yield from zip(there, here, strict=False)
            continue
        said = [texts[0].said(b) for b in here], [texts[1].said(b) for b in there]
        for one, other in aligned(*said):
            yield there[other], here[one]
