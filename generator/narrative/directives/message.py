"""The message of a chart: a title computed in words from the figures it shows."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.wording.english import capital, listed, small
from generator.model.wording.phrases import told
from generator.narrative.directives.shown_figures import (
    WHOLES,
    cell_of,
    entries_of,
    is_open,
    labels_of,
)
from generator.narrative.expressions import change_parts
from generator.narrative.expressions.finding_view import FindingView
from generator.narrative.expressions.spoken import Refused

FEW = 3


def message_of(views: Sequence[FindingView]) -> str:
    """A title such as 'Workload is manageable: 67%, down from 78% in 2021', its figures told.

    Where a figure that it needs is withheld it is the findings' titles alone.
    """
    titles = list(dict.fromkeys(view.finding.title for view in views))
    plain = listed(titles) if len(titles) <= FEW else titles[0]
    try:
        return _message(views, titles, plain)
    except Refused:
        return plain


def _message(views: Sequence[FindingView], titles: Sequence[str], plain: str) -> str:
    first = views[0]
    if len(views) > 1:
        return _several(views, titles, plain)
    if is_open(first, "answers"):
        if is_open(first, "groups"):
            return plain
        entries = entries_of(first, "answers")
        if any(cell_of(entry).value is None for entry in entries):
            return plain
        best = max(entries, key=lambda entry: entry.value())
        if first.finding.measure in WHOLES:
            return f"{plain}: the most common answer is {_quoted(best.category)} ({_told(best)})"
        return f"{plain}: most often {best.category} ({_told(best)})"
    if is_open(first, "groups"):
        return _highest(entries_of(first, "groups"), plain)
    return f"{_title(first)}: {_with_change(first)}"


def _title(view: FindingView) -> str:
    narrowed = [name for name in (view.group, view.category) if name is not None]
    return ", ".join([view.finding.title, *narrowed])


def _several(views: Sequence[FindingView], titles: Sequence[str], plain: str) -> str:
    if any(is_open(view, "answers") or is_open(view, "groups") for view in views):
        return plain
    labels = labels_of(views)
    if len(views) > FEW:
        return _highest(views, plain if len(titles) == 1 else "")
    told = [f"{label} {_told(view)}" for label, view in zip(labels, views, strict=True)]
    before = f"{plain}: " if len(titles) == 1 else ""
    return before + listed([told[0], *(small(text) if before else text for text in told[1:])])


def _highest(views: Sequence[FindingView], before: str) -> str:
    if any(cell_of(view).value is None for view in views):
        return before or labels_of(views)[0]
    labelled = list(zip(labels_of(views), views, strict=True))
    high = max(labelled, key=lambda pair: pair[1].value())
    low = min(labelled, key=lambda pair: pair[1].value())
    text = f"highest {high[0]} ({_told(high[1])}), lowest {low[0]} ({_told(low[1])})"
    return f"{before}: {text}" if before else capital(text)


def _with_change(view: FindingView) -> str:
    try:
        change = change_parts.change(view)
        return f"{_told(view)}, {told(change, change.key)}"
    except Refused:
        return _told(view)


def _told(view: FindingView) -> str:
    return told(view.text(), view.key("figure"))


def _quoted(text: str | None) -> str:
    return f"\N{LEFT SINGLE QUOTATION MARK}{text}\N{RIGHT SINGLE QUOTATION MARK}"
