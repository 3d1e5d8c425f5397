"""`committee survey`: a draft never replaces what somebody wrote; unknown names are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Committee
from tests.small import FOLDER, FORMAT, NAME

EXPORT = f"{FOLDER}/survey/sw_2021.csv"


def test_a_draft_replaces_the_blank_codebook_of_a_new_report(
    fresh: Path, committee: Committee
) -> None:
    assert committee("new", "mine", "--format", FORMAT, cwd=fresh).code == 0
    codebook = fresh / "inputs" / "mine" / "codebook.yaml"
    done = committee("survey", "inspect", EXPORT, "--write", str(codebook), cwd=fresh)
    assert done.code == 0
    assert "My caseload is manageable" in codebook.read_text("utf-8")


def test_a_draft_does_not_replace_a_codebook_unless_forced(
    fresh: Path, committee: Committee
) -> None:
    codebook = fresh / FOLDER / "codebook.yaml"
    before = codebook.read_bytes()
    words = ("survey", "inspect", EXPORT, "--write", str(codebook))
    done = committee(*words, cwd=fresh)
    assert (done.code, codebook.read_bytes()) == (2, before)
    assert "is there already; give --force to replace it" in done.err
    assert committee(*words, "--force", cwd=fresh).code == 0
    assert codebook.read_bytes() != before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-q", "coment"], "there is no text question 'coment'; did you mean 'comment'?"),
        (["-q", "workload"], "there is no text question 'workload'; known: comment"),
        (["-q", "comment", "--by", "teem"], "there is no question 'teem'; did you mean 'team'?"),
        (["-q", "comment", "--wave", "2030"], "there is no wave '2030'"),
        (["-q", "comment", "--cohort", "x"], "there is no cohort 'x'; known: mg, sw"),
    ],
)
def test_comments_tells_a_name_that_the_codebook_does_not_have(
    fresh: Path, committee: Committee, words: list[str], said: str
) -> None:
    done = committee("survey", "comments", NAME, *words, cwd=fresh)
    assert done.code == 1
    assert said in done.err


def test_findings_explains_the_marks_that_it_shows(fresh: Path, committee: Committee) -> None:
    done = committee("findings", NAME, "--only", "by_team", cwd=fresh)
    shown = [mark for mark in ("[c]", "[u]") if mark in done.out]
    assert shown
    for mark in shown:
        assert f"\n{mark} " in done.err


def test_comments_stand_together_by_group(fresh: Path, committee: Committee) -> None:
    words = ("--question", "comment", "--by", "team", "--json")
    done = committee("survey", "comments", NAME, *words, cwd=fresh)
    groups = [one["group"] for one in json.loads(done.out)]
    assert len(set(groups)) > 1
    assert groups == sorted(groups, key=lambda group: (not group, group))


def test_inspect_shows_answers_that_other_would_swallow(fresh: Path, committee: Committee) -> None:
    rows = ["How?", *["Bus", "Car"] * 40, "on foot", "by boat", "a lift"]
    (fresh / "a.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    done = committee("survey", "inspect", "a.csv", cwd=fresh)
    assert "Other: 3 different answers of one person each" in " ".join(done.out.split())


def test_exports_of_two_years_are_drafted_as_one_codebook(
    fresh: Path, committee: Committee
) -> None:
    files = (EXPORT, f"{FOLDER}/survey/sw_2022.xlsx")
    words = ("survey", "inspect", *files, "--write", "both/codebook.yaml")
    done = committee(*words, cwd=fresh)
    assert done.code == 0, done.err
    assert EXPORT in done.out
    assert files[1] in done.out
    text = (fresh / "both" / "codebook.yaml").read_text("utf-8")
    assert text.count("  - file:") == 2


def test_an_approved_comment_is_written_into_the_codebook_and_nothing_else(
    fresh: Path, committee: Committee
) -> None:
    listed = committee("survey", "comments", NAME, "--question", "comment", "--json", cwd=fresh)
    first = json.loads(listed.out)[0]
    codebook = fresh / FOLDER / "codebook.yaml"
    before = codebook.read_text("utf-8")
    words = ("survey", "comments", NAME, "--approve", first["id"])
    assert "--approve needs --by POST" in committee(*words, cwd=fresh).err
    planned = committee(*words, "--by", "Head of Practice", "--dry-run", cwd=fresh)
    assert planned.err.startswith("would write ")
    assert codebook.read_text("utf-8") == before
    done = committee(*words, "--by", "Head of Practice", "--on", "2023-01-20", cwd=fresh)
    assert done.code == 0, done.err
    after = codebook.read_text("utf-8")
    assert after.startswith(before)
    assert f"  {first['id']}:\n" in after.removeprefix(before)
    again = committee("survey", "comments", NAME, "--question", "comment", "--json", cwd=fresh)
    assert json.loads(again.out)[0]["approved"] == first["text"]
    twice = committee(*words, "--by", "Head of Practice", cwd=fresh)
    assert (twice.code, "is approved already" in twice.err) == (1, True)
    assert committee("build", NAME, "--dry-run", cwd=fresh).code == 0


def test_comments_asks_for_a_question_or_an_answer(fresh: Path, committee: Committee) -> None:
    done = committee("survey", "comments", NAME, cwd=fresh)
    assert (done.code, "give --question ID, or --approve ID" in done.err) == (2, True)


def test_compare_names_an_export_that_stands_for_two_waves(
    fresh: Path, committee: Committee
) -> None:
    folder = fresh / FOLDER
    codebook = (folder / "codebook.yaml").read_text("utf-8")
    path = folder / "codebook.yaml"
    path.write_text(codebook.replace("sw_2022.xlsx", "sw_2021.csv"), encoding="utf-8")
    done = committee("survey", "compare", str(folder), cwd=fresh)
    assert done.code == 1
    assert "sw_2021.csv is named for sw 2021 and again for sw 2022" in " ".join(done.out.split())
    done = committee("survey", "compare", str(folder), "--json", cwd=fresh)
    assert "survey.repeated" in [issue["rule"] for issue in json.loads(done.out)["issues"]]


def test_rows_under_another_lead_in_are_one_paragraph(fresh: Path, committee: Committee) -> None:
    rows, steps = ["Pay", "Leave", "Hours"], ["Good", "Fair", "Bad"]
    folder = fresh / "inputs" / "grid"
    (folder / "survey").mkdir(parents=True)
    for year, words in ((2023, "Please rate"), (2024, "How do you find")):
        head = ",".join(f"{words} [{row}]" for row in rows)
        body = "\n".join(",".join(steps[(i + j + year) % 3] for j in range(3)) for i in range(9))
        (folder / "survey" / f"{year}.csv").write_text(f"{head}\n{body}\n", encoding="utf-8")
    questions = "".join(
        f"  {row.lower()}: {{text: 'Please rate [{row}]', options: [Good, Fair, Bad]}}\n"
        for row in rows
    )
    (folder / "codebook.yaml").write_text(
        "cohorts: {s: staff}\nwaves: [2023, 2024]\nfiles:\n"
        "  - {file: survey/2023.csv, cohort: s, wave: 2023}\n"
        f"  - {{file: survey/2024.csv, cohort: s, wave: 2024}}\nquestions:\n{questions}",
        encoding="utf-8",
    )
    done = committee("survey", "compare", str(folder), cwd=fresh)
    said = " ".join(done.out.split())
    assert done.code == 1
    assert (
        "3 questions are in the export of s 2024 under another lead-in, 'How do you find'" in said
    )
    assert "pay in column A, leave in column B, hours in column C" in said
    assert said.count("How do you find") == 4  # and once for each column that nobody claims
