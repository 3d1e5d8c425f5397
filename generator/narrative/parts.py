"""The table of what may follow a finding: `sw.leaving.percent`, `sw.leaving.since(2020).change`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.model.findings import Findings
from generator.model.narrative import Words
from generator.narrative import change, level, lists
from generator.narrative.view import Part, Scope

PARTS: Mapping[str, Part] = {
    "percent": level.percent,
    "rate": level.rate,
    "mean": level.mean,
    "median": level.median,
    "index": level.index,
    "net": level.net,
    "figure": level.figure,
    "value": level.value,
    "count": level.count,
    "base": level.base,
    "sent": level.sent,
    "received": level.received,
    "out_of": level.out_of,
    "full": level.full,
    "proportion": level.proportion,
    "proportion_only": level.proportion_only,
    "title": level.title,
    "definition": level.definition,
    "question": level.question,
    "unit": level.unit,
    "wave": level.wave,
    "cohort": level.cohort,
    "published": level.published,
    "interval": level.interval,
    "band": level.band,
    "change": change.change,
    "compared": change.compared,
    "points": change.points,
    "difference": change.difference,
    "change_value": change.change_value,
    "direction": change.direction,
    "earlier": change.earlier,
    "trend": change.trend,
    "significance": change.significance,
    "significant": change.significant,
    "waves": lists.waves,
    "earlier_waves": lists.earlier_waves,
    "categories": lists.categories,
    "groups": lists.groups,
    "list": lists.listed,
    "quotations": lists.quotations,
}

METHODS: Mapping[str, Callable[..., Any]] = {**change.METHODS, **lists.METHODS}


def scope_of(findings: Findings, words: Words) -> Scope:
    """What every view of these findings may look at."""
    return Scope(findings, words, PARTS, METHODS)
