"""Room under the shorter of captions side by side, so that the charts below them begin level.

    <w:pPr><w:pStyle w:val="CommitteeFigure"/><w:spacing w:before="396"/></w:pPr>

A caption takes as many lines as its words need in the width of its cell, in the font of its style.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.document import Chart
from generator.word.charts.text_width import line_count
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import StyleSheet

_TWIPS = 20  # to a point


def room_under_captions(
    charts: Sequence[Chart], width: int, styles: StyleSheet, fonts: Fonts
) -> list[int]:
    """The space before each chart, in twips; 0 where its style's own is enough.

    width: of a cell, in twips.
    """
    caption, figure = styles.paragraph("Caption"), styles.paragraph("Committee Figure")
    size, bold = fonts.as_arial(caption), fonts.bold(caption)
    lines = [line_count(_words(chart), width / _TWIPS, size, bold) for chart in charts]
    usual = int(fonts.spacing(figure, "before"))
    missing = [round((max(lines) - one) * fonts.line(caption) * _TWIPS) for one in lines]
    return [usual + room if room else 0 for room in missing]


def _words(chart: Chart) -> str:
    words = (chart.caption or chart.title).text
    return f"Figure {chart.number}: {words}" if chart.number else words
