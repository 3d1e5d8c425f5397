"""Findings as tidy rows."""

from __future__ import annotations

from dataclasses import replace

from generator.model.findings import Change, Estimate, Finding
from generator.model.findings_rows import (
    CHANGE_COLUMNS,
    FIGURE_COLUMNS,
    Cell,
    change_rows,
    figure_rows,
    printed_figure,
)
from tests.narrative.makers import estimate, finding

WORKLOAD = finding(
    "sw.workload",
    [
        estimate("2021", 40, 60, group="North"),
        estimate("2022", None, None, group="North"),
        estimate("2022", 9, 20, group="South", mark="[u]"),
    ],
    notes=("One.", "Two."),
)


def figures(one: Finding) -> list[dict[str, Cell]]:
    names = [column.name for column in FIGURE_COLUMNS]
    return [dict(zip(names, row, strict=True)) for row in figure_rows([one])]


def changes(one: Finding) -> list[dict[str, Cell]]:
    names = [column.name for column in CHANGE_COLUMNS]
    return [dict(zip(names, row, strict=True)) for row in change_rows([one])]


def test_each_figure_has_a_row_with_what_its_finding_says() -> None:
    first = figures(WORKLOAD)[0]
    assert first == {
        "key": "sw.workload", "title": "Workload", "cohort": "sw", "wave": "2021",
        "category": None, "group": "North", "text": "67%", "value": 100 * 40 / 60,
        "unit": "per cent", "decimals": 0, "mark": None, "base": 60, "count": 40,
        "low": None, "high": None, "band": None, "measure": "percent",
        "definition": "Share of those who answered.", "notes": "One. Two.",
    }  # fmt: skip


def test_a_withheld_figure_has_its_mark_and_nothing_else_of_its_own() -> None:
    row = figures(WORKLOAD)[1]
    assert (row["text"], row["mark"], row["group"]) == ("[c]", "[c]", "North")
    assert [row[name] for name in ("value", "base", "count", "low", "high")] == [None] * 5


def test_a_figure_is_printed_as_the_findings_command_prints_it() -> None:
    hours = finding("sw.hours", [Estimate("2022", 6.25, 94)], unit="hours", decimals=1)
    low = finding("sw.leaving", [Estimate("2022", 0.2, 500, 1, mark="[low]")])
    unknown = Estimate("2022", None, None)
    assert [row["text"] for row in figures(WORKLOAD)] == ["67%", "[c]", "45% [u]"]
    assert printed_figure(hours, hours.estimates[0]) == "6.3"
    assert printed_figure(low, low.estimates[0]) == "less than 1% [low]"
    assert printed_figure(low, unknown) == "[x]"


def test_each_change_has_a_row_in_percentage_points_for_per_cents() -> None:
    made = (
        Change("2021", "2022", -8.5, -12.0, -5.0, 0.01, True, group="South"),
        Change("2021", "2022", None, group="North"),
    )
    first, withheld = changes(replace(WORKLOAD, changes=made))
    assert (first["earlier"], first["later"], first["group"]) == ("2021", "2022", "South")
    assert (first["difference"], first["unit"], first["p"]) == (-8.5, "percentage points", 0.01)
    assert first["tested"] is True
    assert withheld["difference"] is None
    [index] = changes(replace(WORKLOAD, unit="index", changes=made[1:]))
    assert index["unit"] == "index"
