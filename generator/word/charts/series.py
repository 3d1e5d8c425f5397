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
from typing import NamedTuple

from generator.model.document import Chart, Series
from generator.model.frozen import dataclass
from generator.model.release.contrast import WHITE, contrast
from generator.model.wording.counting import column_letters
from generator.word.charts import palette
from generator.word.charts.chart_boxes import ChartLayout
from generator.word.charts.fragments import (
    INK,
    one_line,
    outline,
    shape,
    text_properties,
    val,
)
from generator.word.charts.labels import Places, named_width
from generator.word.charts.text_width import LINE
from generator.word.charts.value_scale import cell_value, number_format, plain_number, point_format
from generator.word.package.namespaces import declared
from generator.word.package.xml_text import on_one_line

SHEET = "Figures"
_MARKERS = (("circle", 7), ("square", 7), ("diamond", 9), ("triangle", 8), ("x", 7), ("plus", 8))
_LINE_POINTS = 2.25
_LABEL_SIZE = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"  # of the extension that sizes a label


def series_xml(chart: Chart, layout: ChartLayout, places: Places) -> str:
    """Every `c:ser` of the chart, in order."""
    count = len(chart.series)
    stacked = chart.kind == "stacked"
    colours = _colours(chart)
    categories = _categories(layout)
    figures = []
    for index in range(count):
        ink = palette.text_on(colours[index]) if stacked else INK
        look = _LabelLook(layout.head.text_size, ink)
        shown = _series_labels(chart, chart.series[index], places[index])
        if layout.named:
            at = 0 if layout.horizontal else len(shown) - 1
            shown[at] = shown[at]._replace(named=_size_named(chart, index, at, layout))
        labels = _labels(shown, look)
        figures.append(_series(chart, index, colours[index], labels + categories))
    return "".join(figures)


def _colours(chart: Chart) -> tuple[str, ...]:
    count = len(chart.series)
    if chart.kind == "stacked":
        return palette.stack(count)
    return palette.shades(count) if chart.waves else palette.side_by_side(count)


def _series(chart: Chart, index: int, colour: str, labels_and_categories: str) -> str:
    series = chart.series[index]
    line = chart.kind == "line"
    look = _line_look(colour, index) if line else _bar_look(chart, colour)
    return (
        f"<c:ser>{val('idx', index)}{val('order', index)}<c:tx>"
        f"{_strings(f'{SHEET}!${column_letters(index + 1)}$1', (on_one_line(series.name),))}</c:tx>"
        f"{look}{labels_and_categories}"
        f"<c:val>{_numbers(chart, series, index)}</c:val>"
        f"{val('smooth', 0) if line else ''}</c:ser>"
    )


def _bar_look(chart: Chart, colour: str) -> str:
    border = ""
    if chart.kind == "stacked":
        border = palette.separator(colour)
    elif contrast(colour, WHITE) < palette.SEEN:
        border = palette.BLUE
    return shape(colour, border) + val("invertIfNegative", 0)


def _line_look(colour: str, index: int) -> str:
    symbol, size = _MARKERS[index % len(_MARKERS)]
    stroke = outline(colour, _LINE_POINTS).replace("<a:ln ", '<a:ln cap="rnd" ')
    stroke = stroke.replace("</a:ln>", "<a:round/></a:ln>")
    marker = (
        f"<c:marker>{val('symbol', symbol)}{val('size', size)}{shape(colour, colour)}</c:marker>"
    )
    return f"<c:spPr>{stroke}</c:spPr>{marker}"


class _Label(NamedTuple):
    """A label's place, '' for none, and its number format.

    named: where the series' name stands before the figure, width and height of both as shares of
    the chart's; else None.
    """

    place: str
    form: str
    named: tuple[float, float] | None = None


def _size_named(chart: Chart, row: int, at: int, layout: ChartLayout) -> tuple[float, float]:
    head = layout.head
    width = named_width(chart, chart.series[row], at, head.text_size)
    return width / head.width, head.text_size * LINE / layout.height


def _series_labels(chart: Chart, series: Series, places: Sequence[str]) -> list[_Label]:
    return [_Label(place, point_format(chart, series, at)) for at, place in enumerate(places)]


@dataclass(frozen=True, slots=True)
class _LabelLook:
    """How the labels of one series look."""

    size: float
    ink: str

    def body(self, label: _Label) -> str:
        """What follows the deviating labels in `c:dLbls`, and fills a `c:dLbl`."""
        if not label.place:
            return val("delete", 1)
        shown = ("Val", "SerName") if label.named else ("Val",)
        shows = "".join(
            val(f"show{what}", int(what in shown))
            for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
        )
        text = text_properties(self.size, self.ink, wrapped=False)
        return (
            f'<c:numFmt formatCode="{one_line(label.form)}" sourceLinked="0"/>{shape("")}'
            f"{text}{val('dLblPos', label.place)}{shows}{_named(label)}"
        )


def _named(label: _Label) -> str:
    """What ends a label with a name: without a size, engines break it at a fifth of the chart."""
    if label.named is None:
        return ""
    size = "".join(
        f'<c:{tag} val="{share:.4f}"/>' for tag, share in zip("wh", label.named, strict=True)
    )
    return (
        f'<c:separator>: </c:separator><c:extLst><c:ext uri="{_LABEL_SIZE}" {declared("c15")}>'
        f"<c15:layout><c:manualLayout>{size}</c:manualLayout></c15:layout></c:ext></c:extLst>"
    )


def _labels(labels: Sequence[_Label], look: _LabelLook) -> str:
    """`c:dLbls`: the commonest label for all, and a `c:dLbl` for each point that differs."""
    shown = [label for label in labels if label.place]
    if not shown:
        return f"<c:dLbls>{val('delete', 1)}</c:dLbls>"
    usual = max(dict.fromkeys(shown), key=shown.count)
    others = "".join(
        f"<c:dLbl>{val('idx', index)}{look.body(label)}</c:dLbl>"
        for index, label in enumerate(labels)
        if label != usual
    )
    return f"<c:dLbls>{others}{look.body(usual)}</c:dLbls>"


def _categories(layout: ChartLayout) -> str:
    cells = f"{SHEET}!$A$2:$A${len(layout.head.categories) + 1}"
    return f"<c:cat>{_strings(cells, layout.head.categories)}</c:cat>"


def _strings(formula: str, texts: tuple[str, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{_lines(text)}</c:v></c:pt>' for index, text in enumerate(texts)
    )
    return (
        f"<c:strRef><c:f>{formula}</c:f><c:strCache>{val('ptCount', len(texts))}{points}"
        "</c:strCache></c:strRef>"
    )


def _lines(text: str) -> str:
    return "\n".join(map(one_line, text.split("\n")))


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
