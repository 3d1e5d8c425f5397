"""Charts: something to draw, axes that are there, figures that agree with one another.

<c:barChart>...<c:axId val="1"/><c:axId val="2"/></c:barChart> <c:catAx><c:axId val="1"/>...
<c:numRef><c:f>Figures!$B$2:$B$4</c:f><c:numCache><c:ptCount val="3"/>
  <c:pt idx="0"><c:v>35</c:v></c:pt>...
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from generator.word.package.elements import Element, clark, local_name
from generator.word.package.zip_package import MAX_PACKAGE_BYTES
from generator.word.reading.pictures import shown_title
from generator.word.validity.fault import Fault, repeated
from generator.word.validity.opened_package import OpenedPackage
from generator.word.validity.structure_rules import (
    CHART_AXES,
    CHART_CACHE,
    CHART_DIFFERS,
    CHART_EMPTY,
    CHART_FORMULA,
    CHART_SERIES,
    CHART_WORKBOOK,
    VALUE_WRONG,
)
from generator.word.validity.workbook_cells import BookCells, as_number, read_cells, read_range

_CACHES = (clark("c:numCache"), clark("c:strCache"))
_WITHOUT_AXES = ("pieChart", "pie3DChart", "doughnutChart", "ofPieChart")
_DEEP = ("bar3DChart", "line3DChart", "area3DChart", "surfaceChart", "surface3DChart")
_CHOICES: Mapping[str, frozenset[str]] = {
    clark(f"c:{name}"): frozenset(choices.split())
    for name, choices in {
        "barDir": "bar col",
        "grouping": "percentStacked clustered standard stacked",
        "legendPos": "b tr l r t",
        "axPos": "b l r t",
        "crosses": "autoZero max min",
        "tickLblPos": "high low nextTo none",
        "orientation": "maxMin minMax",
        "dispBlanksAs": "span gap zero",
    }.items()
}
_NONE = "0"  # what Excel names as the third axis where there is none
_NO_NUMBER = "#"  # '#N/A', as Excel keeps it
_SHEETS = "spreadsheetml"
_NEAR = 1e-9


def find_chart_faults(package: OpenedPackage) -> Iterator[Fault]:
    """Of all charts of a file and the workbooks behind them."""
    left = MAX_PACKAGE_BYTES
    charts = dict.fromkeys(
        part
        for source in package.related
        for part in package.of_kind("chart", source)
        if part in package.xml
    )
    for part in charts:
        root, title = package.xml[part], shown_title(package.xml[part])
        book = _workbook(package, part)
        left -= len(package.raw.get(book, b""))
        cells = read_cells(package.raw[book]) if book in package.raw and left > 0 else None
        if isinstance(cells, str):
            what = f"the workbook {book} of the chart {title!r} is damaged: {cells}"
            yield Fault(CHART_WORKBOOK, what, part, words=title)
            cells = None
        yield from _plots(part, root, title)
        yield from _settings(part, root, title)
        yield from _figures(part, root, title, cells)


def _workbook(package: OpenedPackage, part: str) -> str:
    """The part that is the workbook of a chart, '' where it has none of the usual kind."""
    book = next(package.of_kind("package", part), "")
    said = package.type_of(book)
    return book if _SHEETS in said and "binary" not in said else ""


# ---------------------------------------------------------------- plots and axes
def _plots(part: str, root: Element, title: str) -> Iterator[Fault]:
    area = root.find(f"{clark('c:chart')}/{clark('c:plotArea')}")
    plots = [one for one in ([] if area is None else area) if local_name(one).endswith("Chart")]
    if not plots or not any(True for one in plots for _ in one.iter(clark("c:ser"))):
        what = f"the chart {title!r} has {'no figures' if plots else 'no plot'}"
        yield Fault(CHART_EMPTY, what, part, words=title)
    axes = [one for one in ([] if area is None else area) if local_name(one).endswith("Ax")]
    ids = [_value(one, "c:axId") for one in axes]
    for key in repeated(ids):
        what = f"two axes of the chart {title!r} have the id {key!r}"
        yield Fault(CHART_AXES, what, part, words=title)
    for one in axes:
        if _value(one, "c:crossAx") not in ids:
            what = f"an axis of the chart {title!r} crosses {_value(one, 'c:crossAx')!r}, which it"
            yield Fault(CHART_AXES, f"{what} does not have", part, words=title)
    for plot in plots:
        yield from _axes(part, plot, ids, title)
    numbers = [_value(one, "c:idx") for plot in plots for one in plot.findall(clark("c:ser"))]
    for key in repeated(numbers):
        what = f"two series of the chart {title!r} have the number {key!r}"
        yield Fault(CHART_SERIES, what, part, words=title)


def _axes(part: str, plot: Element, ids: list[str], title: str) -> Iterator[Fault]:
    kind = local_name(plot)
    said = [one.get("val", "") for one in plot.findall(clark("c:axId"))]
    deep = kind in _DEEP
    for key in said:
        if key not in ids and not (deep and key == _NONE):
            what = f"the chart {title!r} is drawn on the axis {key!r}, which it does not have"
            yield Fault(CHART_AXES, what, part, words=title)
    wanted = (0,) if kind in _WITHOUT_AXES else (2, 3) if deep else (2,)
    if len(said) not in wanted:
        what = f"the chart {title!r} is drawn on {len(said)} axes instead of {wanted[0]}"
        yield Fault(CHART_AXES, what, part, words=title)


def _value(node: Element, name: str) -> str:
    found = node.find(clark(name))
    return "" if found is None else found.get("val", "")


def _settings(part: str, root: Element, title: str) -> Iterator[Fault]:
    """What is chosen from a list: which way the bars lie, where the axes stand."""
    for node in root.iter(*_CHOICES):
        said = node.get("val")
        if said is not None and said not in _CHOICES[str(node.tag)]:
            what = f"c:{local_name(node)} of the chart {title!r} has the value {said!r}"
            yield Fault(VALUE_WRONG, what, part, words=title)


# ---------------------------------------------------------------- figures
def _figures(part: str, root: Element, title: str, cells: BookCells | None) -> Iterator[Fault]:
    flawed = [one for cache in root.iter(*_CACHES) for one in _cache(part, cache, title)]
    yield from flawed
    if cells is None:
        yield from _gaps(part, root, title)
    for series in root.iter(clark("c:ser")):
        counts = {_role(cache): _count(cache) for cache in series.iter(*_CACHES)}
        names, values = counts.get("cat"), counts.get("val")
        if names is not None and values is not None and names != values:
            what = f"a series of the chart {title!r} has {values} values for {names} names"
            yield Fault(CHART_CACHE, what, part, words=title)
    if cells is not None and not flawed:
        yield from _compared(part, root, title, cells)


def _role(cache: Element) -> str:
    """'cat', 'val', 'tx' ...: what of a series a cache is."""
    around = cache.getparent()
    holder = None if around is None else around.getparent()
    return "" if holder is None else local_name(holder)


def _count(cache: Element) -> int | None:
    said = _value(cache, "c:ptCount")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 9 else None


def _cache(part: str, cache: Element, title: str) -> Iterator[Fault]:
    count = _count(cache)
    points = [(one.get("idx", ""), one.findtext(clark("c:v"))) for one in _points(cache)]
    ids = [key for key, _ in points]
    if count is None:
        what = f"the chart {title!r} does not say how many points it has"
        yield Fault(CHART_CACHE, what, part, words=title)
    for key in repeated(ids):
        what = f"the chart {title!r} has the point {key!r} twice"
        yield Fault(CHART_CACHE, what, part, words=title)
    for key in ids:
        if not (key.isascii() and key.isdigit()) or (count is not None and int(key[:9]) >= count):
            what = f"the chart {title!r} has a point {key!r} of {count}"
            yield Fault(CHART_CACHE, what, part, words=title)
    for _, value in points if cache.tag == _CACHES[0] else ():
        if as_number((value or "").strip()) is None and not (value or "").startswith(_NO_NUMBER):
            what = f"the chart {title!r} has the value {value!r}, which is no number"
            yield Fault(CHART_CACHE, what, part, words=title)


def _gaps(part: str, root: Element, title: str) -> Iterator[Fault]:
    """Names that are missing, where no workbook says that their cells are empty."""
    for cache in root.iter(_CACHES[1]):
        count, there = _count(cache), len(_points(cache))
        if count is not None and there < count:
            what = f"the chart {title!r} has {there} of {count} names"
            yield Fault(CHART_CACHE, what, part, words=title)


def _points(cache: Element) -> list[Element]:
    return cache.findall(clark("c:pt"))


# ---------------------------------------------------------------- against the workbook
def _compared(part: str, root: Element, title: str, cells: BookCells) -> Iterator[Fault]:
    differing: list[str] = []
    for formula in root.iter(clark("c:f")):
        said = (formula.text or "").strip()
        around = formula.getparent()
        cache = None if around is None else next(around.iterchildren(*_CACHES), None)
        found = read_range(said)
        if "#REF!" in said or (found is not None and found.sheet not in cells.sheets):
            what = f"the chart {title!r} takes figures from {said!r}, which its workbook has not"
            yield Fault(CHART_FORMULA, what, part, words=title)
        elif found is not None and cache is not None and found.sheet not in cells.hidden:
            count = _count(cache)
            if count is not None and count != len(found.cells):
                what = f"the chart {title!r} announces {count} points for the {len(found.cells)}"
                yield Fault(CHART_CACHE, f"{what} of {said}", part, words=title)
            else:
                differing += _differing(cache, found.cells, cells.sheets[found.sheet])
    if differing:
        more = f" (and {len(differing) - 1} more)" if len(differing) > 1 else ""
        what = f"the chart {title!r} shows {differing[0]}{more}"
        yield Fault(CHART_DIFFERS, what, part, words=title)


def _differing(
    cache: Element, names: tuple[str, ...], sheet: Mapping[str, str | float]
) -> Iterator[str]:
    """'35 where B4 of its workbook has 36' for each point that differs."""
    shown = {one.get("idx", ""): one.findtext(clark("c:v")) or "" for one in _points(cache)}
    for at, name in enumerate(names):
        cell = sheet.get(name, "")
        said = shown.get(str(at), "").strip()
        if not _same(said, cell):
            has = f"{cell:g}" if isinstance(cell, float) else repr(cell) if cell else "nothing"
            yield f"{said or 'nothing'} where {name} of its workbook has {has}"


def _same(said: str, cell: str | float) -> bool:
    """Whether a kept figure is that of a cell; dates and formatted numbers are not compared."""
    number = as_number(said)
    if isinstance(cell, str):
        return " ".join(cell.split()) == " ".join(said.split()) or (
            number == 0 and as_number(cell) is None and cell != ""
        )
    if number is None:
        return said != ""
    return math.isclose(number, cell, rel_tol=_NEAR, abs_tol=_NEAR)
