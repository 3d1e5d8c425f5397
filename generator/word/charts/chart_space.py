"""The whole chart part: `c:chartSpace` round title, plot, legend and the link to the workbook.

<c:chartSpace>
  <c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>
  <c:chart>
    <c:title>...</c:title><c:autoTitleDeleted val="0"/>
    <c:plotArea><c:layout>...</c:layout><c:barChart>...</c:barChart><c:catAx/><c:valAx/></c:plotArea>
    <c:legend>...</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>
  </c:chart>
  <c:spPr/><c:txPr/>
  <c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>
</c:chartSpace>
"""

from __future__ import annotations

from generator.model.document import Chart
from generator.model.release.contrast import WHITE
from generator.word.charts.axes import CATEGORY_AXIS, VALUE_AXIS, axes_xml
from generator.word.charts.chart_boxes import Box, ChartLayout, bars_apart
from generator.word.charts.fragments import (
    manual_layout,
    one_line,
    run_properties,
    shape,
    text_properties,
    val,
)
from generator.word.charts.labels import Places, label_places
from generator.word.charts.series import series_xml
from generator.word.package.namespaces import declared

WORKBOOK_RELATION = "rId1"


def chart_xml(chart: Chart, layout: ChartLayout) -> bytes:
    """The chart part of a chart that has been laid out."""
    plot = _plot(chart, layout, label_places(chart, layout))
    text = text_properties(layout.head.text_size)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<c:chartSpace {declared('c', 'a', 'r')}>{val('date1904', 0)}{val('lang', 'en-GB')}"
        f"{val('roundedCorners', 0)}<c:chart>{_title(chart, layout)}"
        f"<c:plotArea>{_place(layout, layout.plot, inner=True)}{plot}{axes_xml(chart, layout)}"
        f"{shape('')}</c:plotArea>{_legend(layout)}{val('plotVisOnly', 1)}"
        f"{val('dispBlanksAs', 'gap')}</c:chart>{shape(WHITE)}{text}"
        f'<c:externalData r:id="{WORKBOOK_RELATION}">{val("autoUpdate", 0)}</c:externalData>'
        "</c:chartSpace>"
    ).encode()


def _plot(chart: Chart, layout: ChartLayout, places: Places) -> str:
    ids = val("axId", CATEGORY_AXIS) + val("axId", VALUE_AXIS)
    series = series_xml(chart, layout, places)
    if chart.kind == "line":
        return (
            f"<c:lineChart>{val('grouping', 'standard')}{val('varyColors', 0)}{series}"
            f"{val('marker', 1)}{ids}</c:lineChart>"
        )
    stacked = chart.kind == "stacked"
    overlap = 100 if stacked else -bars_apart(chart)
    whole = "percentStacked" if layout.head.scale.ratio else "stacked"
    return (
        f"<c:barChart>{val('barDir', 'bar' if layout.horizontal else 'col')}"
        f"{val('grouping', whole if stacked else 'clustered')}{val('varyColors', 0)}{series}"
        f"{val('gapWidth', layout.gap)}{val('overlap', overlap)}{ids}</c:barChart>"
    )


def _title(chart: Chart, layout: ChartLayout) -> str:
    """The message, at the left where reading starts; Word wraps it. In bold where no caption in
    bold stands above it.
    """
    if not chart.title:
        return val("autoTitleDeleted", 1)
    size, bold = layout.head.title_size, layout.head.bold
    place = manual_layout(0, 0, 0, 0)
    return (
        '<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr algn="l">'
        f"{run_properties('defRPr', size, bold=bold)}</a:pPr><a:r>"
        f"{run_properties('rPr', size, bold=bold)}<a:t>{one_line(chart.title.text)}</a:t></a:r>"
        "</a:p>"
        f"</c:rich></c:tx>{place}{val('overlay', 0)}</c:title>{val('autoTitleDeleted', 0)}"
    )


def _legend(layout: ChartLayout) -> str:
    if layout.head.legend is None:
        return ""
    return (
        f"<c:legend>{val('legendPos', 't')}{_place(layout, layout.head.legend)}{val('overlay', 0)}"
        f"{shape('')}{text_properties(layout.head.text_size)}</c:legend>"
    )


def _place(layout: ChartLayout, box: Box, inner: bool = False) -> str:
    across, down = layout.head.width, layout.height
    return manual_layout(box.x / across, box.y / down, box.width / across, box.height / down, inner)
