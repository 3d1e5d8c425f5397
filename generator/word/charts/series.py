"""The series of a chart: names, categories and figures as Word caches them, colours and labels.

    <c:ser>
      <c:idx val="0"/><c:order val="0"/>
      <c:tx><c:strRef><c:f>Figures!$B$1</c:f><c:strCache>...2022...</c:strCache></c:strRef></c:tx>
      <c:spPr>...</c:spPr><c:invertIfNegative val="0"/><c:dLbls>...</c:dLbls>
      <c:cat><c:strRef><c:f>Figures!$A$2:$A$5</c:f>...</c:strRef></c:cat>
      <c:val><c:numRef><c:f>Figures!$B$2:$B$5</c:f><c:numCache><c:formatCode>0"%"</c:formatCode>
        <c:ptCount val="4"/><c:pt idx="0"><c:v>67</c:v></c:pt>...</c:numCache></c:numRef></c:val>
    </c:ser>

A withheld figure has no `c:pt`: Word then leaves a gap. The cell it points at is empty, not text:
were it text, Word would draw a nought as soon as somebody opens the figures. A share that rounds to
0 but is not 0 has the number 0, and a label whose number format is nothing but '"<1%"'.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.document import Chart, Series
from generator.model.frozen import dataclass
from generator.model.wording.counting import column_letters
from generator.word.charts import palette
from generator.word.charts.chart_layout import ChartLayout
from generator.word.charts.fragments import (
    INK,
    one_line,
    outline,
    shape,
    text_properties,
    val,
)
from generator.word.charts.labels import Places
from generator.word.charts.value_scale import cell_value, number_format, plain_number, point_format

SHEET = "Figures"
_MARKERS = (("circle", 7), ("square", 7), ("diamond", 9), ("triangle", 8), ("x", 7), ("plus", 8))
_LINE_POINTS = 2.25


def series_xml(chart: Chart, layout: ChartLayout, places: Places) -> str:
    """Every `c:ser` of the chart, in order."""
    count = len(chart.series)
    stacked = chart.kind == "stacked"
    colours = palette.stack(count) if stacked else palette.side_by_side(count)
    categories = _categories(layout)
    figures = []
    for index in range(count):
        ink = palette.text_on(colours[index]) if stacked else INK
        look = _LabelLook(layout.head.text_size, ink)
        labels = _labels(_series_labels(chart, chart.series[index], places[index]), look)
        figures.append(_series(chart, index, colours[index], labels + categories))
    return "".join(figures)


def _series(chart: Chart, index: int, colour: str, labels_and_categories: str) -> str:
    series = chart.series[index]
    line = chart.kind == "line"
    look = _line_look(colour, index) if line else _bar_look(chart, colour)
    return (
        f"<c:ser>{val('idx', index)}{val('order', index)}<c:tx>"
        f"{_strings(f'{SHEET}!${column_letters(index + 1)}$1', (series.name,))}</c:tx>"
        f"{look}{labels_and_categories}"
        f"<c:val>{_numbers(chart, series, index)}</c:val>"
        f"{val('smooth', 0) if line else ''}</c:ser>"
    )


def _bar_look(chart: Chart, colour: str) -> str:
    border = palette.separator(colour) if chart.kind == "stacked" else ""
    return shape(colour, border) + val("invertIfNegative", 0)


def _line_look(colour: str, index: int) -> str:
    symbol, size = _MARKERS[index % len(_MARKERS)]
    stroke = outline(colour, _LINE_POINTS).replace("<a:ln ", '<a:ln cap="rnd" ')
    stroke = stroke.replace("</a:ln>", "<a:round/></a:ln>")
    marker = (
        f"<c:marker>{val('symbol', symbol)}{val('size', size)}{shape(colour, colour)}</c:marker>"
    )
    return f"<c:spPr>{stroke}</c:spPr>{marker}"


_Label = tuple[str, str]  # place and number format; place '' for none


def _series_labels(chart: Chart, series: Series, places: Sequence[str]) -> list[_Label]:
    return [(place, point_format(chart, series, at)) for at, place in enumerate(places)]


@dataclass(frozen=True, slots=True)
class _LabelLook:
    """How the labels of one series look."""

    size: float
    ink: str

    def body(self, label: _Label) -> str:
        """What follows the deviating labels in `c:dLbls`, and fills a `c:dLbl`."""
        place, form = label
        shows = "".join(
            val(f"show{what}", int(what == "Val"))
            for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
        )
        return (
            f'<c:numFmt formatCode="{one_line(form)}" sourceLinked="0"/>{shape("")}'
            f"{text_properties(self.size, self.ink)}{val('dLblPos', place)}{shows}"
        )


def _labels(labels: Sequence[_Label], look: _LabelLook) -> str:
    """`c:dLbls`: the commonest label for all, and a `c:dLbl` for each point that differs."""
    shown = [label for label in labels if label[0]]
    if not shown:
        return f"<c:dLbls>{val('delete', 1)}</c:dLbls>"
    usual = max(dict.fromkeys(shown), key=shown.count)
    others = "".join(
        f"<c:dLbl>{val('idx', index)}{look.body(label) if label[0] else val('delete', 1)}</c:dLbl>"
        for index, label in enumerate(labels)
        if label != usual
    )
    return f"<c:dLbls>{others}{look.body(usual)}</c:dLbls>"


def _categories(layout: ChartLayout) -> str:
    cells = f"{SHEET}!$A$2:$A${len(layout.head.categories) + 1}"
    return f"<c:cat>{_strings(cells, layout.head.categories)}</c:cat>"


def _strings(formula: str, texts: tuple[str, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{one_line(text)}</c:v></c:pt>'
        for index, text in enumerate(texts)
    )
    return (
        f"<c:strRef><c:f>{formula}</c:f><c:strCache>{val('ptCount', len(texts))}{points}"
        "</c:strCache></c:strRef>"
    )


def _numbers(chart: Chart, series: Series, index: int) -> str:
    letter, last = column_letters(index + 1), len(series.values) + 1
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{plain_number(cell_value(value, chart))}</c:v></c:pt>'
        for at, value in enumerate(series.values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f><c:numCache>"
        f"<c:formatCode>{one_line(number_format(chart))}</c:formatCode>"
        f"{val('ptCount', len(series.values))}{points}</c:numCache></c:numRef>"
    )
