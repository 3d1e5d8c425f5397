"""The figures of charts, as a table or as text, for those who cannot see them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from generator.checks.accessible.drawing_checks import called, place_of
from generator.checks.accessible.drawing_rules import CHART_FIGURES
from generator.checks.accessible.paper_texts import texts_of
from generator.checks.held import Held
from generator.model.issues import Issue
from generator.model.release.paper import Paper, PaperDrawing, PaperText
from generator.model.wording.late_pattern import late_pattern

_FIGURE = late_pattern(r"-?\d[\d,]*(?:\.\d+)?")
_NEAR = 3


def check_chart_figures(held: Held) -> Iterator[Issue]:
    """Whether the figures of each chart stand in a table, in the text beside it or in its own."""
    paper = held.paper
    charts = [one for one in paper.drawings if one.chart is not None]
    tables = [
        _figures(text.text for text in _of(paper, table)) for table in _numbers(paper, charts)
    ]
    for drawing in charts:
        forms = [
            _forms(abs(value))
            for series in (drawing.chart.series if drawing.chart else ())
            for value in series.values
            if value is not None
        ]
        near = paper.texts[max(drawing.text - _NEAR, 0) : drawing.text + _NEAR + 1]
        beside = _figures([drawing.alternative, *(text.text for text in near)])
        least = held.number(CHART_FIGURES, "share") * len(forms)
        if not any(_stated(forms, said) >= least for said in (beside, *tables)):
            what = f"the {len(forms)} figures of {called(drawing)} stand in no table or text"
            yield held.issue(CHART_FIGURES, place_of(paper, drawing), what)


def _numbers(paper: Paper, charts: list[PaperDrawing]) -> range:
    return range(len(paper.tables) if charts else 0)


def _of(paper: Paper, table: int) -> Iterator[PaperText]:
    return (text for _, text in texts_of(paper, paper.tables[table]))


def _figures(texts: Iterable[str]) -> frozenset[float]:
    found = (one.replace(",", "") for text in texts for one in _FIGURE.findall(text))
    return frozenset(abs(float(one)) for one in found if len(one) < 16)


def _stated(forms: list[frozenset[float]], said: frozenset[float]) -> int:
    """How many values are among the figures in one of their forms."""
    return sum(not one.isdisjoint(said) for one in forms)


def _forms(value: float) -> frozenset[float]:
    """A value rounded in any usual way, and as per cent."""
    return frozenset(
        _half_up(scaled, places) for scaled in (value, value * 100) for places in (0, 1, 2)
    )


def _half_up(value: float, places: int) -> float:
    scale = 10.0**places
    return math.floor(value * scale + 0.5) / scale
