"""Charts and tables that report.yaml says why nothing speaks of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Committee
from tests.small import FOLDER, NAME


@pytest.fixture
def silent(fresh: Path) -> Path:
    """The small workspace, its text without a word of the first chart."""
    narrative = fresh / FOLDER / "narrative.md"
    text = narrative.read_text("utf-8").replace("See [](#workload-chart) and", "See")
    narrative.write_text(text, "utf-8")
    return fresh


def excuse(root: Path, name: str) -> None:
    report = root / FOLDER / "report.yaml"
    said = f"checks: {{consistent.unmentioned: {{{name}: It is there to be looked up.}}}}\n"
    report.write_text(report.read_text("utf-8") + said, "utf-8")


def unmentioned(root: Path, committee: Committee) -> list[str]:
    done = committee("check", NAME, "--only", "consistent", "--json", cwd=root)
    found = json.loads(done.out)["issues"]
    return [one["message"] for one in found if one["rule"] == "consistent.unmentioned"]


def test_a_chart_with_a_reason_is_not_told_and_the_reason_is_shown(
    silent: Path, committee: Committee
) -> None:
    told = unmentioned(silent, committee)
    assert "nothing in the text speaks of Figure 1" in told
    excuse(silent, "workload-chart")
    assert unmentioned(silent, committee) == [one for one in told if not one.endswith("Figure 1")]
    shown = committee("check", NAME, "--only", "consistent", cwd=silent).out
    assert "consistent.unmentioned (Figure 1: It is there to be looked up.)" in shown


def test_a_file_that_is_held_against_the_report_is_excused_too(
    silent: Path, committee: Committee
) -> None:
    excuse(silent, "workload-chart")
    assert committee("build", NAME, cwd=silent).code == 0
    (word,) = (silent / "output" / NAME).glob("*.docx")
    for options, found in (((), True), (("--report", NAME), False)):
        done = committee("check", str(word), *options, "--json", cwd=silent)
        assert ("nothing in the text speaks of Figure 1" in done.out) is found


def test_a_reason_for_a_chart_that_there_is_not_is_an_error(
    silent: Path, committee: Committee
) -> None:
    excuse(silent, "workload-char")
    done = committee("check", NAME, cwd=silent)
    assert done.code == 1
    assert "no table or chart has the name 'workload-char'" in done.err
    assert "did you mean 'workload-chart'?" in done.err


def test_the_reason_is_printed_nowhere(silent: Path, committee: Committee) -> None:
    from generator.word.package.parts import Parts

    excuse(silent, "workload-chart")
    assert committee("build", NAME, cwd=silent).code == 0
    (word,) = (silent / "output" / NAME).glob("*.docx")
    for name, data in Parts(word.read_bytes()).raw.items():
        assert b"looked up" not in data, name
