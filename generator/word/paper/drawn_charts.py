"""Charts: title, plots, series with their cached figures and colours, and the workbook behind them.

<c:ser><c:tx>...<c:v>2022</c:v></c:tx><c:spPr><a:solidFill><a:srgbClr val="12436D"/></a:solidFill>
  <a:ln><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr>
  <c:cat><c:strRef><c:f>Figures!$A$2:$A$5</c:f><c:strCache>...</c:cat><c:val>...</c:val></c:ser>
"""

from __future__ import annotations

from lxml import etree

from generator.model.release.paper import PaperChart, PaperSeries
from generator.word.package.elements import Element, clark
from generator.word.package.parts import Parts
from generator.word.package.zip_package import PackageError
from generator.word.paper.chart_books import read_workbook, shown_by
from generator.word.reading.pictures import shown_title


def read_chart(parts: Parts, name: str) -> PaperChart | None:
    """The chart of a part, None for what is no XML."""
    try:
        root = parts.xml(name)
    except PackageError:
        return None  # told by the checks of the file's validity
    area = root.find(f"{clark('c:chart')}/{clark('c:plotArea')}")
    plots = [one for one in ([] if area is None else area) if str(one.tag).endswith("Chart")]
    workbook = parts.related_part(name, "package") or ""
    return PaperChart(
        name,
        shown_title(root).strip(),
        tuple(etree.QName(plot).localname for plot in plots),
        tuple(_series(one) for plot in plots for one in plot.iterfind(clark("c:ser"))),
        workbook,
        read_workbook(parts.raw[workbook], workbook, shown_by(root)) if workbook else None,
        any(_touches(plot) for plot in plots),
        tuple(one.text for one in root.iter(clark("a:t"), clark("c:v")) if one.text),
    )


def _touches(plot: Element) -> bool:
    """Whether the parts of a plot lie against one another: stacks, pies, areas, columns."""
    kind = etree.QName(plot).localname
    if kind not in ("barChart", "bar3DChart"):
        return kind.startswith(("pie", "doughnut", "area", "ofPie"))
    overlap = plot.find(clark("c:overlap"))
    said = "0" if overlap is None else overlap.get("val", "0")
    return not said.startswith("-")


def _series(node: Element) -> PaperSeries:
    names = _cached(node.find(clark("c:tx")))
    values = _cached(
        node.find(clark("c:val"))
        if node.find(clark("c:val")) is not None
        else node.find(clark("c:yVal"))
    )
    categories = _cached(node.find(clark("c:cat")))
    colours = [
        one.get("val", "").upper()
        for shape in node.iter(clark("c:spPr"))
        if etree.QName(shape.getparent()).localname in ("ser", "dPt")
        for one in shape.iterfind(f"{clark('a:solidFill')}/{clark('a:srgbClr')}")
    ]
    numbers = tuple(_number(value) for value in values)
    return PaperSeries(
        " ".join(names),
        categories,
        numbers,
        tuple(dict.fromkeys(colours)),
        _line_of(node),
        _is_labelled(node),
    )


def _line_of(node: Element) -> str:
    """The colour of a series' line or border, '' for none or one of the theme."""
    path = "/".join(map(clark, ("c:spPr", "a:ln", "a:solidFill", "a:srgbClr")))
    said = node.find(path)
    return "" if said is None else said.get("val", "").upper()


def _is_labelled(node: Element) -> bool:
    labels = node.find(clark("c:dLbls"))
    return labels is not None and any(
        one.get("val", "1") in ("1", "true")
        for name in ("c:showVal", "c:showSerName", "c:showPercent", "c:showCatName")
        for one in labels.iter(clark(name))
    )


def _cached(node: Element | None) -> tuple[str, ...]:
    """The points of a cache in the order of their indexes, '' where one is missing."""
    if node is None:
        return ()
    found = {
        int(point.get("idx", "0")): point.findtext(clark("c:v")) or ""
        for point in node.iter(clark("c:pt"))
        if point.get("idx", "0").isdigit() and len(point.get("idx", "0")) < 6
    }
    if not found:
        alone = node.findtext(clark("c:v"))
        return (alone,) if alone else ()
    return tuple(found.get(at, "") for at in range(max(found) + 1))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
