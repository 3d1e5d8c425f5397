"""What stands in a table cell: mostly one paragraph, sometimes several, and lists among them.

    <w:tc>...<w:p>The plan supports:</w:p>
      <w:p><w:pPr><w:pStyle w:val="TableText"/><w:numPr>...</w:numPr></w:pPr>a council that
        listens</w:p></w:tc>

Lists in cells are lists as in the text, with their own numbers, but stand in less.
"""

from __future__ import annotations

from contextlib import AbstractContextManager

from generator.model.document import Inline, ParagraphBreak
from generator.model.origin import NOWHERE, Origin
from generator.word.styles.numbering import NumberingPart
from generator.word.writing.inlines import Inlines
from generator.word.writing.paragraphs import paragraph

STEP = 340  # twips by which each level of a list stands in
_BRACKETED = 480  # where a marker such as '(a)' needs more


class Cells:
    """Writes the content of cells."""

    def __init__(self, inlines: Inlines, numbering: NumberingPart) -> None:
        self._inlines = inlines
        self._numbering = numbering
        self._open: list[tuple[int, AbstractContextManager[int], int]] = []

    def write(
        self,
        content: tuple[Inline, ...],
        style: str,
        keep: bool,
        origin: Origin = NOWHERE,
    ) -> str:
        """The paragraphs of a cell, in a paragraph style. keep: its first with what follows.

        origin: of a cell of one paragraph; others carry theirs.
        """
        pieces: list[tuple[ParagraphBreak, list[Inline]]] = []
        for inline in content:
            if isinstance(inline, ParagraphBreak):
                pieces.append((inline, []))
            else:
                if not pieces:
                    pieces.append((ParagraphBreak(origin=origin), []))
                pieces[-1][1].append(inline)
        made = ""
        for mark, inlines in pieces:
            number = self._number(mark)
            markup = self._inlines.write(inlines)
            if mark.origin.unit:
                markup = self._inlines.marks.around("cell", markup, inlines, mark.origin)
            made += paragraph(
                style,
                markup,
                keep_next=keep and not made,
                number=number,
                indent=STEP * mark.level if mark.level and number is None else None,
            )
        self._close(0)
        return made

    def _number(self, mark: ParagraphBreak) -> tuple[int, int] | None:
        """(number id, level) of an item; None for plain text."""
        self._close(mark.level + (1 if mark.marker and not mark.first else 0))
        if not mark.marker:
            return None
        if mark.first or not self._open:
            step = _BRACKETED if mark.marker.startswith("(") else STEP
            opened = self._numbering.list(mark.marker, mark.start, mark.level, 0, step)
            self._open.append((mark.level, opened, opened.__enter__()))
        return self._open[-1][2], mark.level

    def _close(self, level: int) -> None:
        """End the lists from a level on."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()[1].__exit__(None, None, None)
