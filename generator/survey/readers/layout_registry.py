"""Finding the layout modules, and the one that fits a file."""

from __future__ import annotations

import pkgutil
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import cast

from generator.errors import InputProblems, did_you_mean
from generator.model.issues import Where
from generator.model.survey.codebook import ExportFile
from generator.survey import readers
from generator.survey.likeness import without_markup
from generator.survey.readers.export_layout import ExportLayout, Outline
from generator.survey.survey_rules import EXPORT_EMPTY, EXPORT_LAYOUT
from generator.survey.tables.export_table import Sample

CERTAIN = 0.9
"""From this score on a layout is sure of a file."""


@cache
def layouts() -> dict[str, ExportLayout]:
    """Every layout module of the package by its name."""
    found: dict[str, ExportLayout] = {}
    for entry in pkgutil.iter_modules(readers.__path__):
        module = import_module(f"{readers.__name__}.{entry.name}")
        if hasattr(module, "recognise"):
            found[module.NAME] = cast(ExportLayout, module)
    return found


def find_layout(sample: Sample, name: str, where: Where, named: Where) -> ExportLayout:
    """The layout named, or the one that recognises the sample best. Raises InputProblems.

    where: the export. named: the place that names the layout.
    """
    known = layouts()
    if name:
        if name not in known:
            hint = did_you_mean(name, list(known))
            raise InputProblems([EXPORT_LAYOUT.issue(named, f"unknown layout {name!r}", hint)])
        chosen, best = known[name], _best(sample)
        if chosen.recognise(sample) == 0 and best.recognise(sample) >= CERTAIN:
            what = f"is not an export of {chosen.TITLE}: it looks like one of {best.TITLE}"
            mend = f"say 'layout: {best.NAME}', or nothing, in {named}"
            raise InputProblems([EXPORT_LAYOUT.issue(where, what, mend)])
        return chosen
    return _best(sample)


def _best(sample: Sample) -> ExportLayout:
    return max(layouts().values(), key=lambda layout: layout.recognise(sample))


def read_outline(sample: Sample, hints: ExportFile, where: Where) -> Outline:
    """The outline of a file. Raises InputProblems, also where it has no heading at all."""
    if not sample.rows or not any(cell.strip() for row in sample.rows for cell in row):
        raise InputProblems([EXPORT_EMPTY.issue(where, "holds no rows", "export it again")])
    outline = find_layout(sample, hints.layout, where, hints.where).outline(sample, hints)
    plain = (replace(c, text=without_markup(c.text) or c.text) for c in outline.columns)
    return replace(outline, columns=tuple(plain))
