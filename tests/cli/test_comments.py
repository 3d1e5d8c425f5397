"""`committee comments`: of Word files and of a report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import edits
from tests.conftest import Committee
from tests.small import FOLDER, NAME
from tests.word.reading.packages import word_file

BODY = (
    '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Finance</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>It costs a million.</w:t></w:r></w:p>"
    '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Legal</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>The Act applies.</w:t></w:r></w:p>"
)
LINE = {
    "author": "Finance", "date": "2023-02-16T09:00:00Z", "text": "Net of grant?",
    "words": "a million", "unit": "financial", "resolved": False, "replies": [], "file": "a.docx",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = edits.comment(word_file(BODY), "a million", "Net of grant?")
    data = edits.comment(data, "The Act", "Which one?", edits.LEGAL)
    data = edits.reply(data, "Which one?", "Of 1972.")
    (tmp_path / "back.docx").write_bytes(data)
    return tmp_path


def listed(run_out: str) -> list[tuple[str, str, str]]:
    return [(one["unit"], one["text"], one["state"]) for one in json.loads(run_out)["comments"]]


def test_open_comments_of_a_file_are_listed_under_their_headings(
    folder: Path, committee: Committee
) -> None:
    done = committee("comments", "back.docx", "--json", cwd=folder)
    assert listed(done.out) == [("Finance", "Net of grant?", "open")]
    told = committee("comments", "back.docx", cwd=folder)
    assert "Net of grant?" in told.out
    assert "Which one?" not in told.out
    assert told.err == "1 open, 1 answered, 0 resolved\n"


def test_all_shows_answered_and_resolved_ones_with_their_answers(
    folder: Path, committee: Committee
) -> None:
    data = edits.resolve((folder / "back.docx").read_bytes(), "Net of grant?")
    (folder / "done.docx").write_bytes(data)
    done = committee("comments", "done.docx", "--all", "--json", cwd=folder)
    assert [state for *_, state in listed(done.out)] == ["resolved", "answered"]
    assert "Of 1972." in committee("comments", "done.docx", "--all", cwd=folder).out


def test_ages_are_counted_from_the_newest_comment_or_the_day_given(
    fresh: Path, committee: Committee
) -> None:
    lines = [LINE, {**LINE, "date": "2023-02-20T09:00:00Z", "text": "Later"}]
    text = "\n".join(json.dumps(one) for one in lines) + "\n"
    (fresh / FOLDER / "comments.jsonl").write_text(text, "utf-8")
    told = json.loads(committee("comments", NAME, "--json", cwd=fresh).out)
    assert told["today"] == "2023-02-20"
    assert [one["age"] for one in told["comments"]] == [4, 0]
    given = committee("comments", NAME, "--today", "2023-03-01", "--json", cwd=fresh).out
    assert [one["age"] for one in json.loads(given)["comments"]] == [13, 9]


def test_a_report_without_comments_has_none(fresh: Path, committee: Committee) -> None:
    done = committee("comments", NAME, cwd=fresh)
    assert (done.code, done.out, done.err) == (0, "", "0 open, 0 answered, 0 resolved\n")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "is not a comment"),
        ("[]", "no JSON object"),
        ('{"author": "A"}', "'text' is missing"),
        ('{"text": 1}', "'text' is not a text"),
        ('{"text": "a", "resolved": 1}', "neither true nor false"),
        ('{"text": "a", "replies": [1]}', "no list of objects"),
    ],
)
def test_every_line_that_is_no_comment_is_told(
    fresh: Path, committee: Committee, line: str, why: str
) -> None:
    text = f"{json.dumps(LINE)}\n{line}\n\n{line}\n"
    (fresh / FOLDER / "comments.jsonl").write_text(text, "utf-8")
    done = committee("comments", NAME, cwd=fresh)
    assert done.code == 1
    places = [one.partition(": ")[0] for one in done.problems]
    assert places == [f"{FOLDER}/comments.jsonl:{number}" for number in (2, 4)]
    assert why in done.problems[0]


def test_files_that_cannot_be_read_are_told_and_missing_ones_are_wrong_usage(
    folder: Path, committee: Committee
) -> None:
    (folder / "broken.docx").write_bytes(b"PK")
    assert committee("comments", "back.docx", "broken.docx", cwd=folder).code == 1
    assert committee("comments", "none.docx", cwd=folder).code == 2


def test_several_reports_at_once_are_wrong_usage(fresh: Path, committee: Committee) -> None:
    assert committee("comments", NAME, NAME, cwd=fresh).code == 2
