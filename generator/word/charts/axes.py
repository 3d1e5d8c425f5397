"""The two axes. Charts across are read from the top, so their category axis runs backwards:

    <c:catAx>... <c:orientation val="maxMin"/> ... <c:axPos val="l"/></c:catAx>
    <c:valAx>... <c:axPos val="b"/> ... <c:crosses val="max"/></c:valAx>

`crosses` on the value axis says where it meets the categories: at the last of them, which is now
the lowest, else the scale would hang above the plot. Upright charts say `autoZero`, which is the
first category: with `min` ONLYOFFICE squeezes the plot into half of its place. Axis ids are
unsigned in the schema. An axis that is not shown is not deleted: its unit would go with it.
"""

from __future__ import annotations

from generator.model.document import Chart
from generator.word.charts.chart_boxes import ChartLayout
from generator.word.charts.fragments import (
    AXIS,
    GRID,
    manual_layout,
    one_line,
    outline,
    run_properties,
    text_properties,
    val,
)
from generator.word.charts.value_scale import axis_format, plain_number

CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222


def axes_xml(chart: Chart, layout: ChartLayout) -> str:
    """`c:catAx` and `c:valAx`."""
    return _category_axis(layout) + _value_axis(chart, layout)


def _category_axis(layout: ChartLayout) -> str:
    # Bars of negative figures grow to the other side; names stay at the edge of the plot.
    low = "low" if layout.head.scale.minimum < 0 else "nextTo"
    return (
        f"<c:catAx>{val('axId', CATEGORY_AXIS)}<c:scaling>"
        f"{val('orientation', 'maxMin' if layout.horizontal else 'minMax')}</c:scaling>"
        f"{val('delete', 0)}{val('axPos', 'l' if layout.horizontal else 'b')}"
        f"{'' if layout.horizontal else _unit(layout)}"
        f'<c:numFmt formatCode="General" sourceLinked="0"/>'
        f"{val('majorTickMark', 'none')}{val('minorTickMark', 'none')}{val('tickLblPos', low)}"
        f"<c:spPr>{outline(AXIS, 1)}</c:spPr>{_names(layout)}"
        f"{val('crossAx', VALUE_AXIS)}{val('crosses', 'autoZero')}{val('auto', 0)}"
        f"{val('lblAlgn', 'ctr')}{val('lblOffset', 100)}{val('tickLblSkip', layout.skip)}"
        f"{val('noMultiLvlLbl', 1)}</c:catAx>"
    )


def _names(layout: ChartLayout) -> str:
    """The look of the categories' names. Where not all are shown LibreOffice chooses itself, as
    long as nothing says how they are turned: else it prints all, one over the other.
    """
    return text_properties(layout.head.text_size, level=layout.skip == 1)


def _value_axis(chart: Chart, layout: ChartLayout) -> str:
    scale, crosses = layout.head.scale, "max" if layout.horizontal else "autoZero"
    share = 100 if scale.ratio else 1
    grid = f"<c:majorGridlines><c:spPr>{outline(GRID, 0.75)}</c:spPr></c:majorGridlines>"
    return (
        f"<c:valAx>{val('axId', VALUE_AXIS)}<c:scaling>{val('orientation', 'minMax')}"
        f"{val('max', plain_number(scale.maximum / share))}"
        f"{val('min', plain_number(scale.minimum / share))}</c:scaling>"
        f"{val('delete', 0)}{val('axPos', 'b' if layout.horizontal else 'l')}"
        f"{grid if layout.axis else ''}{_unit(layout) if layout.horizontal else ''}"
        f'<c:numFmt formatCode="{one_line(axis_format(chart, scale))}" sourceLinked="0"/>'
        f"{val('majorTickMark', 'none')}{val('minorTickMark', 'none')}"
        f"{val('tickLblPos', 'nextTo' if layout.axis else 'none')}"
        f"<c:spPr>{outline('', 0)}</c:spPr>{text_properties(layout.head.text_size)}"
        f"{val('crossAx', CATEGORY_AXIS)}{val('crosses', crosses)}"
        f"{val('crossBetween', 'between')}{val('majorUnit', plain_number(scale.step / share))}"
        "</c:valAx>"
    )


def _unit(layout: ChartLayout) -> str:
    """What the values count, at the end of the title or below it; never on its side.

    It hangs on the axis that lies level: at an upright one, ONLYOFFICE cuts the first bar off.
    """
    head = layout.head
    if not head.unit:
        return ""
    place = manual_layout(head.unit_at.x / head.width, head.unit_at.y / layout.height, 0, 0)
    return (
        '<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr algn="l">'
        f"{run_properties('defRPr', head.text_size)}</a:pPr><a:r>"
        f"{run_properties('rPr', head.text_size)}<a:t>{one_line(head.unit)}</a:t></a:r></a:p>"
        f"</c:rich></c:tx>{place}{val('overlay', 0)}</c:title>"
    )
