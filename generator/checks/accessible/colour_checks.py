"""Colours: text on what it stands on, cells that speak by colour alone, colours of charts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.checks.accessible.drawing_rules import CHART_COLOURS
from generator.checks.accessible.look_rules import CONTRAST
from generator.checks.accessible.paper_texts import Gathered
from generator.checks.accessible.table_rules import COLOUR_ONLY
from generator.checks.held import Held
from generator.checks.quick_looks import has_any
from generator.model.issues import Issue
from generator.model.release.contrast import WHITE, contrast, is_colour, shown_ratio, too_pale
from generator.model.release.paper import PaperChart, PaperSeries
from generator.model.wording.late_pattern import late_pattern

_BY_COLOUR = late_pattern(
    r"\b(?:shown|marked|highlighted|shaded|printed|those|items|cells|rows|columns|figures|entries"
    r"|bars|words)\s+(?:are\s+)?in\s+(?:red|green|amber|yellow|orange|blue|pink|purple|gr[ea]y)\b",
    re.IGNORECASE,
)
_COLOURS = (
    "red", "green", "amber", "yellow", "orange", "blue", "pink", "purple", "gray", "grey",
)  # fmt: skip
_GREY = 40
"""How far the channels of a colour may lie apart and still be grey to the eye."""


def check_contrast(held: Held) -> Iterator[Issue]:
    """Words whose colour differs too little from what they stand on.

    An automatic colour is black on light and white on dark, and what fills a text box is not known.
    """
    paper = held.paper
    page = paper.background if is_colour(paper.background) else WHITE
    found = Gathered(held, CONTRAST)
    small, large = held.number(CONTRAST, "contrast"), held.number(CONTRAST, "large")
    for index, text in enumerate(paper.texts):
        for run in text.runs:
            pale = too_pale(run.look, page, small, large)
            boxed = text.story == "box" and not run.look.fill
            if pale is not None and run.text.strip() and not boxed:
                what = f"{_quoted(run.text)} in {pale.said}"
                key = (pale.colour, pale.ground, text.style, text.story, text.table)
                found.add(key, index, run.text, what)
    yield from found.issues()


def _quoted(words: str) -> str:
    said = " ".join(words.split())
    return repr(said if len(said) <= 40 else said[:39] + "\u2026")


# ---------------------------------------------------------------- meaning
def check_colours_named(held: Held) -> Iterator[Issue]:
    """Sentences that point at things by their colour: 'items in red are late'."""
    for at, said in held.found(_colour_named):
        what = f"{said!r} points at something by its colour alone"
        yield held.issue(COLOUR_ONLY, held.paper.where(at, said), what)


def _colour_named(words: str) -> str:
    found = _BY_COLOUR.search(words) if has_any(words.casefold(), _COLOURS) else None
    return "" if found is None else found[0]


def check_colour_alone(held: Held) -> Iterator[Issue]:
    """Cells that are coloured and say nothing, and coloured signs with no word."""
    paper = held.paper
    for number, table in enumerate(paper.tables):
        for at, row in enumerate(table.rows, start=1):
            for cell in row.cells:
                texts = [paper.texts[index] for index in cell.texts]
                words = "".join(text.text for text in texts)
                colours = [run.look.colour for text in texts for run in text.runs]
                coloured = [one for one in (cell.fill, *colours) if _is_coloured(one)]
                drawn = any(text.drawings for text in texts)
                if coloured and not drawn and not any(one.isalnum() for one in words):
                    heads = [index for other in row.cells for index in other.texts]
                    said = next(
                        (one for one in heads if paper.texts[one].text.strip()), table.after
                    )
                    name = repr(table.title) if table.title else f"{number + 1} of the file"
                    what = f"a cell in row {at}, column {cell.column + 1} of table {name}"
                    what = f"{what} has the colour #{coloured[0]} and no word"
                    yield held.issue(COLOUR_ONLY, paper.where(said), what)


def _is_coloured(value: str) -> bool:
    if not is_colour(value):
        return False
    channels = [int(value[at : at + 2], 16) for at in (0, 2, 4)]
    return max(channels) - min(channels) > _GREY


# ---------------------------------------------------------------- charts
def check_chart_colours(held: Held) -> Iterator[Issue]:
    """Colours that lie side by side in a chart, where no line stands between them."""
    paper, least = held.paper, held.number(CHART_COLOURS, "contrast")
    for drawing in paper.drawings:
        chart = drawing.chart
        for one, other, have in () if chart is None else _too_alike(chart, least):
            name = (chart.title if chart else "") or drawing.name
            what = f"{one} and {other} of the chart {name!r} differ by {shown_ratio(have)}:1"
            where = paper.where(drawing.text, name)
            yield held.issue(CHART_COLOURS, where, what)


def _too_alike(chart: PaperChart, least: float) -> Iterator[tuple[str, str, float]]:
    if chart.touching and len(chart.series) == 1:
        yield from _points(chart.series[0], least)
        return
    for one, other in pairwise(chart.series):
        first, second = _colour_of(one), _colour_of(other)
        if not first or not second or _parted(one) or _parted(other):
            continue
        have = contrast(first, second)
        if chart.touching and have < least:
            yield _named(one), _named(other), have


def _points(series: PaperSeries, least: float) -> Iterator[tuple[str, str, float]]:
    """Neighbouring parts of a pie, which have a colour each."""
    colours = [one for one in series.colours if is_colour(one)]
    if _parted(series):
        return
    for one, other in pairwise(colours):
        have = contrast(one, other)
        if have < least:
            yield f"#{one}", f"#{other}", have


def _colour_of(series: PaperSeries) -> str:
    colour = series.colours[0] if series.colours else ""
    return colour if is_colour(colour) else ""


def _parted(series: PaperSeries) -> bool:
    """Whether a line of its own stands round it."""
    return is_colour(series.line) and series.line not in series.colours


def _named(series: PaperSeries) -> str:
    return repr(series.name) if series.name else f"#{_colour_of(series)}"
