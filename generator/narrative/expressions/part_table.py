"""The table of what may follow a finding: `sw.leaving.percent`, `sw.leaving.since(2020).change`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.model.findings import Findings
from generator.model.narrative import Words
from generator.narrative.expressions import change_parts, figure_parts, list_parts
from generator.narrative.expressions.finding_view import Part, Scope

PARTS: Mapping[str, Part] = {
    "percent": figure_parts.percent,
    "rate": figure_parts.rate,
    "mean": figure_parts.mean,
    "median": figure_parts.median,
    "index": figure_parts.index,
    "net": figure_parts.net,
    "figure": figure_parts.figure,
    "value": figure_parts.value,
    "count": figure_parts.count,
    "base": figure_parts.base,
    "sent": figure_parts.sent,
    "received": figure_parts.received,
    "out_of": figure_parts.out_of,
    "full": figure_parts.full,
    "proportion": figure_parts.proportion,
    "proportion_only": figure_parts.proportion_only,
    "title": figure_parts.title,
    "definition": figure_parts.definition,
    "note": figure_parts.note,
    "question": figure_parts.question,
    "unit": figure_parts.unit,
    "wave": figure_parts.wave,
    "cohort": figure_parts.cohort,
    "published": figure_parts.published,
    "interval": figure_parts.interval,
    "band": figure_parts.band,
    "change": change_parts.change,
    "compared": change_parts.compared,
    "points": change_parts.points,
    "difference": change_parts.difference,
    "change_value": change_parts.change_value,
    "direction": change_parts.direction,
    "earlier": change_parts.earlier,
    "trend": change_parts.trend,
    "significance": change_parts.significance,
    "significant": change_parts.significant,
    "waves": list_parts.waves,
    "earlier_waves": list_parts.earlier_waves,
    "categories": list_parts.categories,
    "groups": list_parts.groups,
    "list": list_parts.in_order,
    "quotations": list_parts.quotations,
}

METHODS: Mapping[str, Callable[..., Any]] = {**change_parts.METHODS, **list_parts.METHODS}


def scope_of(findings: Findings, words: Words) -> Scope:
    """What every view of these findings may look at."""
    return Scope(findings, words, PARTS, METHODS)
