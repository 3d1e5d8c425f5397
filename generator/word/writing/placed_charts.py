"""Charts in the text: the drawing in line, its part kept once by the digest of what it shows.

    <w:p><w:pPr><w:pStyle w:val="CommitteeFigure"/><w:keepNext/></w:pPr>
      <w:r><w:drawing><wp:inline>...<c:chart r:id="rId9"/>...</wp:inline></w:drawing></w:r></w:p>

The modules under charts/ make what is drawn; this one only asks the store for it first, because
making a chart is dear and a rebuild seldom changes one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from generator.model.document import Chart
from generator.model.frozen import dataclass
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


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """Charts side by side, written as low as they can be read until their pages are known.

    runs: as written. first: the number of the first drawing, counted from 1. usual: points that
    the plots grow by where nothing else is said.
    """

    charts: tuple[Chart, ...]
    room: ChartRoom
    runs: tuple[str, ...]
    rel_ids: tuple[str, ...]
    first: int
    usual: float


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

        room = ChartRoom(width * EMU_PER_TWIP)
        rel_id = self._count_on()
        attach(self._parts, self._part(chart, room), self._count)
        return self._run(chart, room, rel_id, self._count)

    def draw_row(self, charts: Sequence[Chart], width: int) -> DrawnRow:
        """Charts side by side, each under its caption, their plots level; finish_row ends it.

        Raises ValueError for a chart without categories or series.
        """
        from generator.word.charts.chart_boxes import ChartRoom
        from generator.word.charts.chart_layout import level_room

        around = ChartRoom(width * EMU_PER_TWIP, captioned=True)
        room = level_room(charts, replace(around, low=True))
        usual = level_room(charts, around).plot - room.plot
        first = self._count + 1
        rel_ids = tuple(self._count_on() for _ in charts)
        each = zip(charts, rel_ids, strict=True)
        runs = tuple(self._run(one, room, id_, first + at) for at, (one, id_) in enumerate(each))
        return DrawnRow(tuple(charts), room, runs, rel_ids, first, usual)

    def row_heights(self, charts: Sequence[Chart], width: int) -> list[float]:
        """The heights in points of charts side by side, as draw_row draws them."""
        from generator.word.charts.chart_boxes import ChartRoom
        from generator.word.charts.chart_layout import chart_layout, level_room

        room = level_room(charts, ChartRoom(width * EMU_PER_TWIP, captioned=True, low=True))
        return [chart_layout(chart, room).height for chart in charts]

    def finish_row(self, row: DrawnRow, growth: float) -> list[str]:
        """Make the charts of a row with plots `growth` points higher; the runs that show them."""
        room = replace(row.room, plot=row.room.plot + growth)
        runs = []
        for number, (chart, id_) in enumerate(zip(row.charts, row.rel_ids, strict=True), row.first):
            attach(self._parts, self._part(chart, room), number)
            runs.append(self._run(chart, room, id_, number))
        return runs

    def _count_on(self) -> str:
        """Count one more chart; the relationship id that its drawing names."""
        self._count += 1
        return self._parts.relate(DOCUMENT, "chart", _chart_name(self._count))

    def _run(self, chart: Chart, room: ChartRoom, rel_id: str, number: int) -> str:
        from generator.word.charts.chart_layout import extent
        from generator.word.charts.drawing import drawing_text

        drawing_id = self._first_id + number
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


def attach(parts: Parts, part: ChartPart, number: int) -> None:
    """Put a chart and its workbook in.

    word/charts/chart1.xml -- rId1, .../package --> word/embeddings/chart1.xlsx
    """
    chart, book = _chart_name(number), f"word/embeddings/chart{number}.xlsx"
    parts.add(chart, part.xml, _CHART_TYPE)
    parts.add(book, part.workbook, _SHEET_TYPE)
    parts.relate(chart, "package", book)


def _chart_name(number: int) -> str:
    return f"word/charts/chart{number}.xml"
