"""Findings as tidy rows: one for each published figure, one for each published change.

The one place that says which columns an analyst gets, for the DataFrames, the csv file and the
workbook alike. A row holds what `findings.json` holds of its figure, and the figure as it is
printed; of a withheld figure its mark, and None for all that is withheld.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from generator.model.findings import Estimate, Finding
from generator.model.frozen import dataclass
from generator.model.wording.rounding import PER_CENT

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of the rows: its name, what its cells hold, and what they mean.

    kind: 'text'; 'whole', a whole number; 'number', any number, unrounded; 'flag', True or False.
    """

    name: str
    kind: Literal["text", "whole", "number", "flag"]
    meaning: str


_KEY = SheetColumn("key", "text", "the finding, as the narrative names it")
_TITLE = SheetColumn("title", "text", "its short label, as in tables and charts")
_COHORT = SheetColumn(
    "cohort", "text", "who was asked; of several together the first, and the definition names all"
)
_CATEGORY = SheetColumn("category", "text", "the answer, where a finding has several")
_GROUP = SheetColumn("group", "text", "the group, where a finding is broken down")
_DECIMALS = SheetColumn("decimals", "whole", "how many decimals are printed")

FIGURE_COLUMNS: tuple[SheetColumn, ...] = (
    _KEY,
    _TITLE,
    _COHORT,
    SheetColumn("wave", "text", "the survey that the figure is from"),
    _CATEGORY,
    _GROUP,
    SheetColumn("text", "text", "the figure as it is printed, with its mark"),
    SheetColumn(
        "value", "number", "the figure, unrounded unless weighted; none where it is withheld"
    ),
    SheetColumn("unit", "text", "per cent (0 to 100), index, or what is counted"),
    _DECIMALS,
    SheetColumn("mark", "text", "why there is no figure, or what to know of it"),
    SheetColumn("base", "whole", "how many people the figure is based on"),
    SheetColumn("count", "whole", "how many of them gave the answer; none for means and indices"),
    SheetColumn("low", "number", "lower end of the 95% interval, where findings.yaml asks for one"),
    SheetColumn("high", "number", "upper end of the 95% interval"),
    SheetColumn("band", "text", "name of the band that an index lies in"),
    SheetColumn("measure", "text", "how the figure is worked out, as findings.yaml names it"),
    SheetColumn("definition", "text", "who was counted, which answers, of whom"),
    SheetColumn("notes", "text", "what else to know, such as an earlier wording"),
)
CHANGE_COLUMNS: tuple[SheetColumn, ...] = (
    _KEY,
    _TITLE,
    _COHORT,
    SheetColumn("earlier", "text", "the survey compared with"),
    SheetColumn("later", "text", "the survey compared"),
    _CATEGORY,
    _GROUP,
    SheetColumn(
        "difference", "number", "later less earlier, unrounded; none where one is withheld"
    ),
    SheetColumn("unit", "text", "percentage points for per cents, else the finding's unit"),
    _DECIMALS,
    SheetColumn("low", "number", "lower end of the 95% interval of the difference, of a test"),
    SheetColumn("high", "number", "upper end of the 95% interval of the difference"),
    SheetColumn("p", "number", "p value of the two-proportion test"),
    SheetColumn("tested", "flag", "whether findings.yaml asks for a test"),
)


def figure_rows(findings: Iterable[Finding]) -> Iterator[Row]:
    """A row for each figure, parallel to FIGURE_COLUMNS, in the order of the findings."""
    for one in findings:
        notes = " ".join(one.notes) or None
        for figure in one.estimates:
            yield (
                one.key, one.title, one.cohort, figure.wave, figure.category, figure.group,
                printed_figure(one, figure), figure.value, one.unit or None, one.decimals,
                figure.mark, figure.base, figure.count, figure.low, figure.high, figure.band,
                one.measure, one.definition, notes,
            )  # fmt: skip


def change_rows(findings: Iterable[Finding]) -> Iterator[Row]:
    """A row for each change between two waves, parallel to CHANGE_COLUMNS."""
    for one in findings:
        unit = "percentage points" if one.unit == PER_CENT else one.unit or None
        for change in one.changes:
            yield (
                one.key, one.title, one.cohort, change.earlier, change.later, change.category,
                change.group, change.difference, unit, one.decimals, change.low, change.high,
                change.p, change.tested,
            )  # fmt: skip


def printed_figure(finding: Finding, estimate: Estimate) -> str:
    """'67%', '67% [u]' with a mark that stands beside a figure, '[c]' for a withheld one."""
    text = finding.text(estimate)
    return text if estimate.value is None else f"{text} {estimate.mark or ''}".rstrip()
