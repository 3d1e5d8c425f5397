"""`--json` of every command: what is wrong is printed as issues, each with its rule and place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Committee
from tests.small import FOLDER, FORMAT, NAME

from .test_warnings import typed

REPORT = f"{FOLDER}/report.yaml"


def misspell(root: Path, name: str, word: str, other: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert word in text
    path.write_text(text.replace(word, other, 1), encoding="utf-8")


def issues(out: str) -> list[dict[str, Any]]:
    found = json.loads(out)["issues"]
    assert isinstance(found, list)
    return found


def test_a_build_with_problems_prints_them_as_issues_and_as_text(
    fresh: Path, committee: Committee
) -> None:
    misspell(fresh, REPORT, "title:", "titel:")
    done = committee("build", NAME, "--json", cwd=fresh)
    assert done.code == 1
    (found,) = issues(done.out)
    assert found == {
        "rule": "yaml.unknown-key",
        "severity": "error",
        "where": {"file": REPORT, "line": 2, "path": "titel"},
        "message": "unknown key 'titel'",
        "mend": "did you mean 'title'?",
    }
    assert done.problems == [f"{REPORT}:2: titel: unknown key 'titel'; did you mean 'title'?"]


def test_reports_that_were_built_stand_beside_the_issues_of_others(
    fresh: Path, committee: Committee
) -> None:
    (fresh / "inputs" / "empty").mkdir()
    done = committee("build", NAME, "inputs/empty", "--json", cwd=fresh)
    assert done.code == 1
    printed = json.loads(done.out)
    assert [one["rule"] for one in printed["issues"]] == ["files.missing"]
    assert [one["report"] for one in printed["reports"]] == [NAME]


def test_a_warning_knows_its_heading_and_its_words(fresh: Path, committee: Committee) -> None:
    typed(fresh, "57%")
    (entry,) = json.loads(committee("build", NAME, "--json", cwd=fresh).out)
    (found,) = [one for one in entry["warnings"] if one["rule"] == "figures.typed"]
    assert found["severity"] == "warning"
    assert found["where"]["file"] == f"{FOLDER}/narrative.md"
    assert found["where"]["words"] == "In another paper 57% agreed."
    assert {"line", "heading"} <= set(found["where"])


def test_a_false_claim_knows_its_heading_and_its_words(fresh: Path, committee: Committee) -> None:
    typed(fresh, "most (7%)")
    (found,) = issues(committee("build", NAME, "--json", cwd=fresh).out)
    assert found["rule"] == "figures.quantifier"
    assert found["where"]["heading"]
    assert found["where"]["words"] == "In another paper most (7%) agreed."


def test_strict_fails_with_the_warnings_themselves(fresh: Path, committee: Committee) -> None:
    typed(fresh, "57%")
    done = committee("build", NAME, "--strict", "--json", cwd=fresh)
    assert done.code == 1
    assert "figures.typed" in [one["rule"] for one in issues(done.out)]
    assert {one["severity"] for one in issues(done.out)} == {"warning"}


@pytest.mark.parametrize(
    "words",
    [
        ("build", NAME),
        ("findings", NAME),
        ("survey", "compare", FOLDER),
        ("survey", "comments", NAME, "--question", "comment"),
    ],
)
def test_every_command_prints_what_is_wrong_in_its_inputs(
    fresh: Path, committee: Committee, words: tuple[str, ...]
) -> None:
    misspell(fresh, f"{FOLDER}/codebook.yaml", "cohorts:", "cohrots:")
    done = committee(*words, "--json", cwd=fresh)
    assert done.code == 1
    rules = {one["rule"] for one in issues(done.out)}
    assert rules
    assert rules <= {"yaml.unknown-key", "yaml.missing-key"}
    assert len(done.problems) == len(issues(done.out))


def test_an_export_that_cannot_be_read_is_an_issue(fresh: Path, committee: Committee) -> None:
    (fresh / "empty.csv").write_bytes(b"")
    done = committee("survey", "inspect", "empty.csv", "--json", cwd=fresh)
    assert (done.code, [one["rule"] for one in issues(done.out)]) == (1, ["survey.empty"])


def test_a_question_without_its_column_is_an_issue(fresh: Path, committee: Committee) -> None:
    assert issues(committee("survey", "compare", FOLDER, "--json", cwd=fresh).out) == []
    misspell(fresh, f"{FOLDER}/codebook.yaml", "text: ", "text: Something else than ")
    done = committee("survey", "compare", FOLDER, "--json", cwd=fresh)
    assert done.code == 1
    assert {one["rule"] for one in issues(done.out)} == {"survey.columns"}
    assert json.loads(done.out)["questions"]


def test_a_name_that_is_not_there_is_an_issue_too(fresh: Path, committee: Committee) -> None:
    done = committee("build", "nothing", "--json", cwd=fresh)
    assert (done.code, [one["rule"] for one in issues(done.out)]) == (2, ["names.unknown"])


def test_wrong_options_are_told_on_standard_error_alone(fresh: Path, committee: Committee) -> None:
    done = committee("build", "--json", cwd=fresh)
    assert (done.code, done.out) == (2, "")


def test_checks_of_formats_and_templates_print_no_issues_where_all_is_well(
    fresh: Path, committee: Committee
) -> None:
    for words in (
        ("format", "check", FORMAT),
        ("template", "check", "report_templates/scrutiny.docx"),
    ):
        done = committee(*words, "--json", cwd=fresh)
        assert (done.code, issues(done.out)) == (0, [])


def test_a_format_that_cannot_be_read_stands_beside_those_that_can(
    fresh: Path, committee: Committee
) -> None:
    (fresh / "config" / "formats" / "other.yaml").write_text("nmae: Other\n", encoding="utf-8")
    done = committee("format", "list", "--json", cwd=fresh)
    assert done.code == 1
    printed = json.loads(done.out)
    assert FORMAT in [one["name"] for one in printed["formats"]]
    checked = issues(committee("format", "check", "other", "--json", cwd=fresh).out)
    assert {one["where"]["file"] for one in checked} == {"config/formats/other.yaml"}
    assert all(one in printed["issues"] for one in checked)
