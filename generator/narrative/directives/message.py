"""The message of a chart: a title computed in words from the figures it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.model.wording.english import capital, few_listed, in_words, listed, small
from generator.model.wording.phrases import told
from generator.narrative.directives.shown_figures import (
    WHOLES,
    cell_of,
    entries_of,
    is_open,
    labels_of,
)
from generator.narrative.directives.shown_part import part_shown
from generator.narrative.expressions import change_parts
from generator.narrative.expressions.finding_view import FindingView
from generator.narrative.expressions.spoken import Refused

FEW = 3


def message_of(views: Sequence[FindingView], waves: Sequence[str] = ()) -> str:
    """A title such as 'Workload is manageable: 67%, down from 78% in 2021', its figures told.

    waves: those shown; () for each finding's own. It speaks of nothing that is not shown, and is
    the findings' titles alone where a figure that it needs is withheld.
    """
    titles = list(dict.fromkeys(view.finding.title for view in views))
    few = len(titles) <= FEW
    plain = listed(titles) if few else f"{titles[0]} and {in_words(len(titles) - 1)} other findings"
    try:
        return _Message([_at_shown(view, waves) for view in views], waves, titles, plain).text()
    except Refused:
        return plain


def _at_shown(view: FindingView, waves: Sequence[str]) -> FindingView:
    """The view at its own wave, or the last one shown; its change from the one shown before."""
    if not waves:
        return view
    at = view.at if view.at in waves else waves[-1]
    before = [wave for wave in waves[: waves.index(at)] if wave in view.finding.waves]
    return replace(view, wave=at, earlier=view.earlier or (before[-1] if before else ""))


class _Message(NamedTuple):
    """What a title is made from. plain: it without figures."""

    views: Sequence[FindingView]
    waves: Sequence[str]
    titles: Sequence[str]
    plain: str

    def text(self) -> str:
        """The title. Raises Refused where a figure may not be published."""
        first = self.views[0]
        if len(self.views) > 1:
            return self._several()
        if is_open(first, "answers"):
            return self.plain if is_open(first, "groups") else self._answers()
        if is_open(first, "groups"):
            return self._highest(entries_of(first, "groups"), self.plain)
        return f"{_title(first)}: {self._with_change(first)}"

    def _answers(self) -> str:
        first = self.views[0]
        entries = entries_of(first, "answers")
        if first.finding.measure == "ranking":  # a choice of questions, each with its own figure
            return self._highest(entries, self.plain, chosen=True)
        if any(cell_of(entry).value is None for entry in entries):
            return self.plain
        most = _furthest(entries, max)
        if first.finding.measure not in WHOLES:
            often = few_listed([_quoted(entry.category) for entry in most], FEW)
            return f"{self.plain}: most often {often} ({_told(most[0])})"
        names = listed([_quoted(entry.category) for entry in most])
        are = "answer is" if len(most) == 1 else "answers are"
        return f"{self.plain}: the most common {are} {names} ({_told(most[0])})"

    def _several(self) -> str:
        views = self.views
        if any(is_open(view, "answers") or is_open(view, "groups") for view in views):
            return self.plain
        before = self.plain if len(self.titles) == 1 else ""
        if len(views) > FEW:
            cohorts = {view.finding.cohort for view in views}
            chosen = bool(part_shown(views, self.waves)) or len(cohorts) < len(views)
            return self._highest(views, before, chosen)
        labels = labels_of(views)
        told = [f"{label} {_told(view)}" for label, view in zip(labels, views, strict=True)]
        start = f"{before}: " if before else ""
        return start + listed([told[0], *(small(text) if before else text for text in told[1:])])

    def _highest(self, views: Sequence[FindingView], before: str, chosen: bool = False) -> str:
        """The highest and the lowest. chosen: there are more than those that are shown."""
        if any(cell_of(view).value is None for view in views):
            return self.plain
        high, low = _furthest(views, max), _furthest(views, min)
        if len(high) == len(views):
            return self.plain
        shown = f"of the {in_words(len(views))} shown, " if chosen else ""
        when = f" in {views[0].at}" if len(self.waves) > 1 else ""
        text = (
            f"{shown}highest{when} {_named(high, views)} ({_told(high[0])}),"
            f" lowest {_named(low, views)} ({_told(low[0])})"
        )
        return f"{before}: {text}" if before else capital(text)

    def _with_change(self, view: FindingView) -> str:
        if len(self.waves) == 1:
            return _told(view)
        try:
            change = change_parts.change(view)
            return f"{_told(view)}, {told(change, change.key)}"
        except Refused:
            return _told(view)


def _furthest(
    views: Sequence[FindingView], pick: Callable[[Iterable[float]], float]
) -> list[FindingView]:
    """The view with the highest (or lowest) figure, and those with the same."""
    furthest = pick(view.value() for view in views)
    return [view for view in views if view.value() == furthest]


def _named(some: Sequence[FindingView], among: Sequence[FindingView] = ()) -> str:
    views = among or some
    labels = zip(labels_of(views), views, strict=True)
    return few_listed([label for label, view in labels if view in some], FEW)


def _title(view: FindingView) -> str:
    narrowed = [name for name in (view.group, view.category) if name is not None]
    return ", ".join([view.finding.title, *narrowed])


def _told(view: FindingView) -> str:
    return told(view.text(), view.key("figure"))


def _quoted(text: str | None) -> str:
    return f"\N{LEFT SINGLE QUOTATION MARK}{text}\N{RIGHT SINGLE QUOTATION MARK}"
