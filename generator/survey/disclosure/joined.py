"""Which groupings, and which cohorts, are looked at together: those that some figure joins."""

from __future__ import annotations

from collections.abc import Iterable

from generator.survey.measures.figure import Figure
from generator.survey.measures.people import Rows

_COHORT = "cohort "  # no id of a question has a space in it


class Joined:
    """Sets of questions, by wave, that figures use together in `by`, `where` or both; of cohorts
    that figures count together.
    """

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._parent: dict[tuple[str, str], tuple[str, str]] = {}
        for figure in figures:
            wave, rows = figure.estimate.wave, figure.cell.rows
            self._join(wave, [question for question, _ in rows.conditions])
            self._join(wave, [_COHORT + cohort for cohort in rows.cohorts])

    def name(self, wave: str, rows: Rows) -> str:
        """A name of the set that some groups belong to; '' for a whole cohort."""
        return self._root((wave, rows.conditions[0][0]))[1] if rows.conditions else ""

    def cohorts(self, figure: Figure) -> str:
        """A name of the set that a figure's cohorts belong to."""
        return self._root((figure.estimate.wave, _COHORT + figure.cell.rows.cohorts[0]))[1]

    def _join(self, wave: str, names: list[str]) -> None:
        for other in names[1:]:
            self._parent[self._root((wave, other))] = self._root((wave, names[0]))

    def _root(self, node: tuple[str, str]) -> tuple[str, str]:
        while (parent := self._parent.get(node, node)) != node:
            node = parent
        return node
