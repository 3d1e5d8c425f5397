"""A figure changed in an export is changed in prose, chart, workbook, words, tables and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import small
from tests.build.reading import (
    alternative_texts,
    built,
    chart_figures,
    chart_names,
    document_text,
    table_texts,
    workbook_figures,
)
from tests.conftest import Committee
from tests.small import FOLDER, NAME

COLUMN = len(small.FORMS) + 1  # "My workload is manageable"


def with_more_agreeing(count: int) -> bytes:
    """The export of 2022 where so many of the thirty agree."""
    rows = small.forms_rows("b", 30, 7, small.QUESTIONS[1])
    for number, row in enumerate(rows[1:-2]):
        row[COLUMN] = "Agree" if number < count else "Disagree"
    return small.xlsx_bytes(rows[:-2])


@pytest.fixture
def changed(workspace: Path, committee: Committee) -> Path:
    """The small workspace after 27 of 30 agree (90%), where 12 did (40%)."""
    (workspace / FOLDER / "survey" / "sw_2022.xlsx").write_bytes(with_more_agreeing(27))
    done = committee("build", NAME, cwd=workspace)
    assert done.err == ""
    return workspace


def test_the_prose_follows(pristine: Path, changed: Path) -> None:
    before, after = document_text(built(pristine)), document_text(built(changed))
    assert "40% say that their workload is manageable, up from 38% in 2021" in before
    assert "3 percentage points higher" in before
    assert "90% say that their workload is manageable, up from 38% in 2021" in after
    assert "53 percentage points higher" in after
    assert "40% say" not in after


def test_the_chart_and_its_workbook_follow(pristine: Path, changed: Path) -> None:
    for root, figure in ((pristine, 40.0), (changed, 90.0)):
        parts = built(root)
        workload, answers = chart_names(parts)
        assert chart_figures(parts, workload) == workbook_figures(parts, workload) == [38.0, figure]
        assert chart_figures(parts, answers) != []
        assert sorted(chart_figures(parts, answers)) == sorted(workbook_figures(parts, answers))
    assert chart_figures(built(changed), answers) != chart_figures(built(pristine), answers)


def test_the_alternative_text_follows(pristine: Path, changed: Path) -> None:
    before, after = alternative_texts(built(pristine))[0], alternative_texts(built(changed))[0]
    assert "40" in before
    assert "90" in after
    assert "40" not in after


def test_every_table_follows(pristine: Path, changed: Path) -> None:
    def rows(root: Path, start: str) -> list[list[str]]:
        return [row for table in table_texts(built(root)) for row in table if row[0] == start]

    assert rows(changed, "Social workers")[0][2] == "90%"
    assert rows(changed, "2022")[0][1] == "90"
    assert rows(changed, "Workload is manageable")[0][2].startswith("90% (30)")
    assert rows(pristine, "Workload is manageable")[0][2].startswith("40% (30)")


def test_findings_json_follows(pristine: Path, changed: Path) -> None:
    def figure(root: Path) -> tuple[float, int, int]:
        data = json.loads((root / "output" / NAME / "findings.json").read_bytes())
        [found] = [
            one for one in data["items"]["sw.workload"]["estimates"] if one["wave"] == "2022"
        ]
        return found["value"], found["count"], found["base"]

    assert figure(pristine) == (40.0, 12, 30)
    assert figure(changed) == (90.0, 27, 30)


def test_a_claim_that_the_new_figures_do_not_bear_stops_the_build(
    workspace: Path, committee: Committee
) -> None:
    path = workspace / FOLDER / "narrative.md"
    text = path.read_text("utf-8").replace(
        "{{ sw.workload.percent }} say", "Few ({{ sw.workload.percent }}) say"
    )
    path.write_text(text, "utf-8")
    done = committee("build", NAME, cwd=workspace)
    assert done.code == 1
    assert "'few' stands with 40%" in done.err


def test_what_came_from_the_export_is_all_that_changes(pristine: Path, changed: Path) -> None:
    before, after = built(pristine), built(changed)
    assert set(before) == set(after)
    kept = {"word/styles.xml", "word/numbering.xml", "word/header1.xml", "docProps/core.xml"}
    assert all(before[name] == after[name] for name in kept)
