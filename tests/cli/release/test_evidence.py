"""`committee evidence`: the audit file of a report."""

from __future__ import annotations

import json
from pathlib import Path

from openpyxl import load_workbook

from tests.conftest import Committee
from tests.small import FOLDER, NAME

FILE = Path("output") / NAME / "evidence.xlsx"


def rows(path: Path, sheet: str) -> list[dict[str, object]]:
    """The rows of a sheet's table, by their heads."""
    head, *found = load_workbook(path)[sheet].iter_rows(min_row=3, values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in found]


def test_every_figure_of_the_report_is_in_the_workbook(
    workspace: Path, committee: Committee
) -> None:
    done = committee("evidence", NAME, cwd=workspace)
    assert done.code == 0, done.err
    figure = next(
        one for one in rows(workspace / FILE, "Figures") if one["Key"] == "sw.workload.percent@2022"
    )
    assert figure["Question"] == "My workload is manageable"
    assert figure["Other wording"] == "2021: My caseload is manageable"
    assert figure["Expression"] == "{{ sw.workload.percent }}"
    assert isinstance(figure["Base"], int)
    exports = {one["File"]: one["SHA-256"] for one in rows(workspace / FILE, "Exports")}
    assert len(str(exports[f"{FOLDER}/survey/sw_2022.xlsx"])) == 64
    others = {one["Key"]: one["Source"] for one in rows(workspace / FILE, "Sourced and typed")}
    assert "Department for Education" in str(others["sourced.vacancies.value"])
    assert others["report.budget"] == "none: typed by hand"
    assert {one["Unit"] for one in rows(workspace / FILE, "Sign-offs")} >= {"financial", "legal"}


def test_what_is_withheld_has_a_rule_and_no_value(workspace: Path, committee: Committee) -> None:
    settings = workspace / FOLDER / "findings.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("breakdown: 10", "breakdown: 500"), "utf-8")
    assert committee("evidence", NAME, cwd=workspace).code == 0
    (withheld,) = rows(workspace / FILE, "Withheld")
    assert (withheld["Finding"], withheld["Survey"]) == ("sw.by_team", "2022")
    assert "a figure needs 500 people" in str(withheld["Rule"])
    for one in rows(workspace / FILE, "Figures"):
        if one["Printed"] == "[c]":
            assert (one["Count"], one["Base"], one["Interval"]) == ("[z]", "[z]", "[z]")


def test_a_dry_run_writes_nothing(workspace: Path, committee: Committee) -> None:
    done = committee("evidence", NAME, "--dry-run", "--json", cwd=workspace)
    assert json.loads(done.out)["dry_run"] is True
    assert not (workspace / FILE).exists()


def test_a_file_of_another_kind_is_not_replaced_without_force(
    workspace: Path, committee: Committee
) -> None:
    mine = workspace / "mine.xlsx"
    mine.write_bytes(b"mine")
    asked = ("evidence", NAME, "-o", str(mine))
    refused = committee(*asked, cwd=workspace)
    assert (refused.code, mine.read_bytes()) == (2, b"mine")
    assert "give --force to replace" in refused.err
    assert committee(*asked, "--force", cwd=workspace).code == 0
    narrative = workspace / FOLDER / "narrative.md"
    narrative.write_text(narrative.read_text("utf-8") + "\nOf 12 people.\n", "utf-8")
    assert committee(*asked, cwd=workspace).code == 0


def test_a_build_leaves_the_workbook_where_it_is(workspace: Path, committee: Committee) -> None:
    committee("evidence", NAME, cwd=workspace)
    before = (workspace / FILE).read_bytes()
    assert committee("build", NAME, cwd=workspace).code == 0
    assert (workspace / FILE).read_bytes() == before
