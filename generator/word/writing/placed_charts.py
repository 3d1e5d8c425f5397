"""Charts in the text: the drawing in line, its part kept once by the digest of what it shows.

    <w:p><w:pPr><w:pStyle w:val="CommitteeFigure"/><w:keepNext/></w:pPr>
      <w:r><w:drawing><wp:inline>...<c:chart r:id="rId9"/>...</wp:inline></w:drawing></w:r></w:p>

The modules under charts/ make what is drawn; this one only asks the store for it first, because
making a chart is dear and a rebuild seldom changes one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from generator.model.document import Chart
from generator.word.package.elements import clark, undeclared
from generator.word.package.lengths import EMU_PER_TWIP
from generator.word.package.parts import DOCUMENT, Parts

if TYPE_CHECKING:
    from generator.word.charts.chart_boxes import ChartRoom
    from generator.word.charts.chart_part import ChartPart

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ChartStore(Protocol):
    """Where chart parts are kept between builds."""

    def get(self, digest: str) -> ChartPart | None:
        """The part kept under a digest, if any."""

    def put(self, digest: str, part: ChartPart) -> None:
        """Keep a part."""


class Figures:
    """Puts charts into a document, numbered as they come."""

    def __init__(self, parts: Parts, store: ChartStore) -> None:
        self._parts = parts
        self._store = store
        self._count = 0
        self._first_id = _highest_id(parts)

    def draw(self, chart: Chart, width: int) -> str:
        """The run that shows a chart where the text is `width` twips wide.

        Raises ValueError for a chart without categories or series.
        """
        from generator.word.charts.chart_boxes import ChartRoom

        return self._drawn(chart, ChartRoom(width * EMU_PER_TWIP))

    def draw_row(self, charts: Sequence[Chart], width: int) -> list[str]:
        """The runs of charts side by side, each under its caption, their plots level.

        Raises ValueError for a chart without categories or series.
        """
        from generator.word.charts.chart_boxes import ChartRoom
        from generator.word.charts.chart_layout import level_room

        room = level_room(charts, ChartRoom(width * EMU_PER_TWIP, captioned=True))
        return [self._drawn(chart, room) for chart in charts]

    def _drawn(self, chart: Chart, room: ChartRoom) -> str:
        from generator.word.charts.chart_layout import extent
        from generator.word.charts.drawing import drawing_text

        self._count += 1
        rel_id = attach(self._parts, self._part(chart, room), self._count)
        drawing_id = self._first_id + self._count
        return undeclared(drawing_text(rel_id, chart, extent(chart, room), drawing_id))

    def _part(self, chart: Chart, room: ChartRoom) -> ChartPart:
        from generator.word.charts.chart_digest import chart_digest

        digest = chart_digest(chart, room)
        part = self._store.get(digest)
        if part is None:
            from generator.word.charts.chart_part import chart_part

            part = chart_part(chart, room)
            self._store.put(digest, part)
        return part


def _highest_id(parts: Parts) -> int:
    """The highest id of a drawing of the template, such as a logo in its header."""
    found = [0]
    for name in parts.names():
        if name.startswith("word/") and b"docPr" in parts.raw[name]:
            found += (int(node.get("id", "0")) for node in parts.xml(name).iter(clark("wp:docPr")))
    return max(found)


def attach(parts: Parts, part: ChartPart, number: int) -> str:
    """Put a chart and its workbook in; give the relationship id that the drawing names.

    word/document.xml -- rIdN, .../chart --> word/charts/chart1.xml
    word/charts/chart1.xml -- rId1, .../package --> word/embeddings/chart1.xlsx
    """
    chart, book = f"word/charts/chart{number}.xml", f"word/embeddings/chart{number}.xlsx"
    parts.add(chart, part.xml, _CHART_TYPE)
    parts.add(book, part.workbook, _SHEET_TYPE)
    parts.relate(chart, "package", book)
    return parts.relate(DOCUMENT, "chart", chart)
