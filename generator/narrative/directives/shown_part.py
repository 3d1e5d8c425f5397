"""Which part of a finding's answers or groups is shown, and which of them keep their order.

A reader takes 'lowest SQL (35%)' for the lowest there is, so a chart of eight answers says that it
shows eight, and of how many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.wording.english import in_words
from generator.model.wording.sequence import in_sequence
from generator.narrative.directives.shown_figures import (
    WHOLES,
    ShownFigure,
    cell_of,
    entries_of,
    is_open,
)
from generator.narrative.expressions.finding_view import FindingView


def part_shown(views: Sequence[FindingView], waves: Sequence[str]) -> str:
    """'eight of 39 answers', 'the eight highest of 39 answers'; '' where all or none are picked.

    'highest' stands only where the figures published of one wave bear it.
    """
    kind = _listed_kind(views)
    if not kind:
        return ""
    every = entries_of(_opened(views[0], kind), kind)
    if len(views) >= len(every):
        return ""
    noun = "questions" if views[0].finding.measure == "ranking" else kind
    shown = in_words(len(views))
    if len(waves) == 1 and _are_highest(views, every, waves[0]):
        return f"the {shown} highest of {in_words(len(every))} {noun}"
    return f"{shown} of {in_words(len(every))} {noun}"


def _listed_kind(views: Sequence[FindingView]) -> str:
    """What the views list of one finding, each once: 'answers' or 'groups'; '' for neither."""
    if len(views) < 2 or len({view.finding.key for view in views}) > 1:
        return ""
    answers = {view.category for view in views}
    groups = {view.group for view in views}
    if len(answers) == len(views) and len(groups) == 1:
        return "answers"
    return "groups" if len(groups) == len(views) and len(answers) == 1 else ""


def _opened(view: FindingView, kind: str) -> FindingView:
    return replace(view, category=None) if kind == "answers" else replace(view, group=None)


def _are_highest(views: Sequence[FindingView], every: Sequence[FindingView], wave: str) -> bool:
    shown = {(view.category, view.group) for view in views}
    inside: list[float] = []
    outside: list[float] = []
    for entry in every:
        value = cell_of(entry.at_wave(wave)).value
        if value is None:
            return False
        (inside if (entry.category, entry.group) in shown else outside).append(value)
    return min(inside) > max(outside)


def has_own_order(view: FindingView, kind: str) -> bool:
    """Whether the answers or groups of a finding keep their order in charts whatever their size."""
    finding = view.finding
    if kind == "answers" and finding.measure in WHOLES:
        return True
    if finding.measure == "ranking" or not is_open(view, kind):
        return False
    labels = finding.categories if kind == "answers" else finding.groups
    return in_sequence(labels) or any(
        question.kind == "scale" and set(labels) <= set(question.options)
        for question in view.scope.findings.questions
    )


def places_in_order(
    view: FindingView, kind: str, cells: Sequence[ShownFigure], sort: bool | None
) -> list[int]:
    """The places of a finding's answers or groups in a chart, where each has one of the cells.

    From the highest down, unless they have an order of their own or the author said (sort).
    """
    places = list(range(len(cells)))
    if sort or (sort is None and not has_own_order(view, kind)):
        places.sort(key=lambda place: -_height(cells[place]))
    return places


def _height(cell: ShownFigure) -> float:
    return cell.value if cell.value is not None else -1.0
