"""Which groupings are looked at together: those that some figure of the wave joins."""

from __future__ import annotations

from collections.abc import Iterable

from generator.survey.measures.figure import Figure


class Joined:
    """Sets of questions, by wave, that figures use together in `by`, `where` or both."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._parent: dict[tuple[str, str], tuple[str, str]] = {}
        for figure in figures:
            self._join(figure)

    def name(self, figure: Figure) -> str:
        """A name of the set that a figure's groups belong to; '' for a whole cohort."""
        conditions = figure.cell.rows.conditions
        return self._root((figure.estimate.wave, conditions[0][0]))[1] if conditions else ""

    def _join(self, figure: Figure) -> None:
        wave = figure.estimate.wave
        first, *others = [question for question, _ in figure.cell.rows.conditions] or [""]
        for other in others:
            self._parent[self._root((wave, other))] = self._root((wave, first))

    def _root(self, node: tuple[str, str]) -> tuple[str, str]:
        while (parent := self._parent.get(node, node)) != node:
            node = parent
        return node
