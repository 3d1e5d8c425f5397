"""Small charts and a reader of chart parts for the tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from lxml import etree
from openpyxl import load_workbook

from generator.model.document import Chart, Series
from generator.word.charts.chart_part import ChartPart
from tests.phrases import with_phrases

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WAVES = ("2019", "2020", "2021", "2022")
ANSWERS = ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree")
STATEMENTS = (
    "I can do my work within my contracted hours in most weeks of the year",
    "I have regular supervision from a manager who knows my cases well",
    "I know where to find research and evidence that bears on my work",
)


def by_wave(kind: str = "columns", **changes: object) -> Chart:
    """Two cohorts over four waves; the wider workforce's first figure is withheld."""
    shown = {
        "kind": kind,
        "title": "Fewer replied with each wave",
        "categories": WAVES,
        "series": (
            Series("Social workers", (60.0, 55.0, 44.0, 35.0)),
            Series("Wider workforce", (None, 40.0, 33.0, 27.0), ("[c]", "", "", "")),
        ),
        **changes,
    }
    return Chart(**with_phrases(shown))  # type: ignore[arg-type]


def likert(*rows: tuple[float | None, ...], **changes: object) -> Chart:
    """Five answers; a row of shares for each statement."""
    shares = rows or ((20.0, 47.0, 12.0, 13.0, 8.0), (40.0, 38.0, 11.0, 8.0, 3.0))
    series = tuple(
        Series(answer, tuple(row[index] for row in shares)) for index, answer in enumerate(ANSWERS)
    )
    shown = {
        "kind": "stacked",
        "title": "Two thirds agree",
        "categories": STATEMENTS[: len(shares)],
        "series": series,
        **changes,
    }
    return Chart(**with_phrases(shown))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Cached:
    """What the chart part itself says: texts and figures as Word shows them before any edit."""

    title: str
    categories: list[str]
    names: list[str]
    values: list[list[float | None]]


def tree(part: ChartPart) -> etree._Element:
    """The chart part, parsed."""
    return etree.fromstring(part.xml)


def cached(part: ChartPart) -> Cached:
    """The figures in the caches of the chart part, with None for gaps."""
    root = tree(part)
    series = root.findall(f".//{C}ser")
    title = root.find(f"{C}chart/{C}title")
    return Cached(
        title="" if title is None else "".join(t.text or "" for t in title.iter(f"{A}t")),
        categories=_texts(series[0].find(f"{C}cat")),
        names=[_texts(one.find(f"{C}tx"))[0] for one in series],
        values=[_figures(one.find(f"{C}val")) for one in series],
    )


def cells(part: ChartPart) -> list[list[object]]:
    """The rows of the embedded workbook's only sheet, as another library reads them."""
    (sheet,) = load_workbook(BytesIO(part.workbook)).worksheets
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def vals(root: etree._Element, tag: str) -> list[str | None]:
    """The `val` of every element of a name in the chart namespace."""
    return [element.get("val") for element in root.iter(C + tag)]


def _texts(parent: etree._Element | None) -> list[str]:
    assert parent is not None
    return [point.findtext(f"{C}v") or "" for point in parent.iter(f"{C}pt")]


def _figures(parent: etree._Element | None) -> list[float | None]:
    assert parent is not None
    (count,) = [int(element.get("val", "")) for element in parent.iter(f"{C}ptCount")]
    found: list[float | None] = [None] * count
    for point in parent.iter(f"{C}pt"):
        found[int(point.get("idx", ""))] = float(point.findtext(f"{C}v") or "")
    return found
