"""`committee check`: reports, Word files, rules; tables, JSON, SARIF, exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.pipeline import checking
from tests.conftest import Committee
from tests.small import NAME
from tests.word.reading.packages import paragraph, run, word_file


def test_a_file_of_somebody_else_is_judged_as_what_is_published(
    tmp_path: Path, committee: Committee
) -> None:
    (tmp_path / "theirs.docx").write_bytes(word_file(paragraph(run("Words"))))
    asked = ("check", "theirs.docx", "--only", "accessible", "--json")
    found = json.loads(committee(*asked, cwd=tmp_path).out)["issues"]
    assert {one["severity"] for one in found} <= {"warning", "hint"}
    assert committee(*asked, "--strict", cwd=tmp_path).code == 1
    assert {"accessible.title", "accessible.language"} <= {one["rule"] for one in found}
    assert set(found[0]) == {"rule", "severity", "where", "message", "mend"}
    assert found[0]["where"]["file"] == "theirs.docx"


def test_what_is_no_word_file_is_told_as_an_issue(tmp_path: Path, committee: Committee) -> None:
    (tmp_path / "theirs.docx").write_bytes(b"%PDF-1.7")
    done = committee("check", "theirs.docx", "--json", cwd=tmp_path)
    assert done.code == 1
    assert "word.unreadable" in {one["rule"] for one in json.loads(done.out)["issues"]}


def test_a_report_that_cannot_be_built_is_told_with_its_problems(
    fresh: Path, committee: Committee
) -> None:
    (fresh / "inputs" / NAME / "narrative.md").write_text("# Purpose\n\n{{ no.such }}\n", "utf-8")
    done = committee("check", NAME, "--json", cwd=fresh)
    assert done.code == 1
    assert any("narrative.md" in one["where"]["file"] for one in json.loads(done.out)["issues"])


def test_warnings_fail_only_with_strict(workspace: Path, committee: Committee) -> None:
    narrative = workspace / "inputs" / NAME / "narrative.md"
    text = narrative.read_text("utf-8")
    grown = text.replace("in February.\n", "in February.\n\nOf these, 12% left.\n")
    narrative.write_text(grown, "utf-8")
    only = ("--only", "evidence", "--only", "consistent")
    done = committee("check", NAME, *only, cwd=workspace)
    assert (done.code, "12% is typed by hand" in " ".join(done.out.split())) == (0, True)
    assert committee("check", NAME, *only, "--strict", cwd=workspace).code == 1


def test_sarif_is_written_beside(workspace: Path, committee: Committee) -> None:
    committee("check", NAME, "--sarif", "found.sarif", cwd=workspace)
    assert json.loads((workspace / "found.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_rules_are_listed_and_explained(tmp_path: Path, committee: Committee) -> None:
    assert "accessible.title" in committee("check", "--list", cwd=tmp_path).out
    told = committee("check", "--explain", "accessible.title", cwd=tmp_path).out
    assert "WCAG 2.2, 2.4.2" in told
    wrong = committee("check", "--explain", "accessible.titel", cwd=tmp_path)
    assert wrong.code == 2
    assert "did you mean 'accessible.title'?" in wrong.err


def test_a_target_that_is_not_there_is_wrong_usage(workspace: Path, committee: Committee) -> None:
    assert committee("check", "nothing.docx", cwd=workspace).code == 2
    assert committee("check", "nothing", cwd=workspace).code == 2
    assert committee("check", cwd=workspace).code == 2


def test_what_was_found_is_kept_until_a_file_changes(
    workspace: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = committee("check", NAME, "--json", "--today", "2023-03-01", cwd=workspace)
    with monkeypatch.context() as patch:
        patch.setattr(checking, "prepare", lambda *_, **__: pytest.fail("it was checked again"))
        again = committee("check", NAME, "--json", "--today", "2023-03-01", cwd=workspace)
    assert again == first
    report = workspace / "inputs" / NAME / "report.yaml"
    report.write_text(report.read_text("utf-8").replace("Note the", "Consider the"), "utf-8")
    monkeypatch.setattr(checking, "prepare", _refuse)
    with pytest.raises(RuntimeError, match="checked again"):
        committee("check", NAME, "--json", "--today", "2023-03-01", cwd=workspace)


def _refuse(*_: object, **__: object) -> None:
    raise RuntimeError("checked again")


def test_a_final_is_told_which_sign_offs_do_not_stand(
    workspace: Path, committee: Committee
) -> None:
    done = committee("check", NAME, "--final", "--json", cwd=workspace)
    rules = [one["rule"] for one in json.loads(done.out)["issues"]]
    assert rules.count("sign-offs.unbound") == 2
    assert done.code == 1
