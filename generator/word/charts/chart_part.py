"""A chart as Word keeps it: the chart part and its workbook. Light until `chart_part` is called."""

from __future__ import annotations

from generator.model.document import Chart
from generator.model.frozen import dataclass
from generator.word.charts.chart_boxes import PORTRAIT, ChartRoom


@dataclass(frozen=True, slots=True)
class ChartPart:
    """xml: word/charts/chartN.xml, whose externalData is `rId1`. workbook: the .xlsx in it."""

    xml: bytes
    workbook: bytes


def chart_part(chart: Chart, room: ChartRoom = PORTRAIT) -> ChartPart:
    """Make a chart for a room in the text; the same chart and room give the same bytes.

    Raises ValueError for a chart without categories or series, or with series of other lengths.
    """
    from generator.word.charts.chart_layout import chart_layout
    from generator.word.charts.chart_space import chart_xml
    from generator.word.charts.chart_workbook import workbook_bytes

    layout = chart_layout(chart, room)
    return ChartPart(chart_xml(chart, layout), workbook_bytes(chart, layout))
