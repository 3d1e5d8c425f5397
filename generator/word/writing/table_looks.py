"""The styles of cells: by the side that their text stands on, and smaller where words have no room.

    Table Text, Table Figures (right), Table Centred; each with Heading behind, and then with Small

A table of so many columns that words would be broken inside takes text of 10 pt, the least that
tables may have (accessible.text-size), by styles of its own, which a template may bring.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.word.package.elements import w
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import StyleSheet
from generator.word.writing.column_widths import Sizes, words_fit

_SMALL = 10.0  # points
_TIGHT = 90  # twips: the margins of cells that have no room for their words
_SIDES = {"right": ("Table Figures", "right"), "centre": ("Table Centred", "center")}


class TableLooks:
    """Styles and sizes of the text in tables. sizes: the usual ones."""

    def __init__(self, styles: StyleSheet, fonts: Fonts) -> None:
        heading, text = styles.paragraph("Table Heading"), styles.paragraph("Table Text")
        self.sizes = Sizes(fonts.as_arial(heading), fonts.as_arial(text))
        shrunk = [
            size * min(1.0, _SMALL / fonts.size(style))
            for size, style in zip(self.sizes[:2], (heading, text), strict=True)
        ]
        self._small, self._styles = Sizes(shrunk[0], shrunk[1]), styles
        self._tight = self._small._replace(padding=_TIGHT)

    def sizes_for(self, cells: Sequence[Sequence[str]], width: int) -> Sizes:
        """The sizes for a table of at most `width` twips: the usual ones where all words fit, then
        smaller ones, then these in cells of narrow margins.

        cells: rows of texts, header first.
        """
        for sizes in (self.sizes, self._small):
            if words_fit(cells, width, sizes):
                return sizes
        return self._tight

    def fits(self, cells: Sequence[Sequence[str]], width: int) -> bool:
        """Whether the words of a table of at most `width` twips fit in the smallest text."""
        return words_fit(cells, width, self._small)

    def styles(self, base: str, alignments: Sequence[str], sizes: Sizes) -> list[str]:
        """The ids of the styles of a row's cells. base: 'Table Text' or 'Table Heading'."""
        return [self._style(base, one, sizes != self.sizes) for one in alignments]

    def _style(self, base: str, alignment: str, small: bool) -> str:
        name = base
        if alignment in _SIDES:
            name, side = _SIDES[alignment]
            name += " Heading" if base == "Table Heading" else ""
            self._styles.aligned(name, base, side)
        if not small or self._small[:2] == self.sizes[:2]:
            return self._styles.paragraph(name)
        points = round(_SMALL * 2)
        size = w("rPr", w("sz", val=points), w("szCs", val=points))
        return self._styles.derived(f"{name} Small", name, size)
