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
    """Charts side by side, or one, written as low as they can be read until pages are known.

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

    def draw(self, chart: Chart, width: int, tallest: float, low: bool) -> DrawnRow:
        """A chart that stands alone where the text is `width` twips wide; finish_row ends it.

        tallest: points that it may be high. low: as low as it can be read, to grow with its page.
        Raises ValueError for a chart without categories or series.
        """
        from generator.word.charts.chart_boxes import ChartRoom

        return self._drawn((chart,), ChartRoom(width * EMU_PER_TWIP, tallest=tallest), low)

    def draw_row(self, charts: Sequence[Chart], width: int, tallest: float) -> DrawnRow:
        """Charts side by side, each under its caption, their plots level; finish_row ends it.

        Raises ValueError for a chart without categories or series.
        """
        from generator.word.charts.chart_boxes import ChartRoom

        around = ChartRoom(width * EMU_PER_TWIP, captioned=True, tallest=tallest)
        return self._drawn(charts, around, low=True)

    def _drawn(self, charts: Sequence[Chart], around: ChartRoom, low: bool) -> DrawnRow:
        from generator.word.charts.chart_layout import level_room

        room, usual = around, 0.0
        if low:
            room = level_room(charts, replace(around, low=True))
            usual = level_room(charts, around).plot - room.plot
        if len(charts) == 1:
            room = replace(room, top=around.top)  # there is none to be level with
        first = self._count + 1
        rel_ids = tuple(self._count_on() for _ in charts)
        each = zip(charts, rel_ids, strict=True)
        runs = tuple(self._run(one, room, id_, first + at) for at, (one, id_) in enumerate(each))
        return DrawnRow(tuple(charts), room, runs, rel_ids, first, usual)

    def row_heights(self, charts: Sequence[Chart], width: int, tallest: float) -> list[float]:
        """The heights in points of charts side by side, as draw_row draws them."""
        from generator.word.charts.chart_boxes import ChartRoom
        from generator.word.charts.chart_layout import chart_layout, level_room

        around = ChartRoom(width * EMU_PER_TWIP, captioned=True, low=True, tallest=tallest)
        room = level_room(charts, around)
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
