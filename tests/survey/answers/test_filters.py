"""Which of a respondent's answers counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.survey.exports import read_one

HEAD = ["Timestamp", "Email Address", "Happy?"]
NEW_FIRST = [
    HEAD,
    ["2024/09/05 9:00:00 AM GMT+1", "a@example.org", "Yes"],
    ["2024/09/04 9:00:00 AM GMT+1", "b@example.org", "Yes"],
    ["2024/09/01 9:00:00 AM GMT+1", "a@example.org", "No"],
]
QUESTION = "  happy: {text: Happy?, options: ['Yes', 'No']}\n"


@pytest.mark.parametrize(("keep", "codes"), [("last", [0, 0]), ("first", [0, 1])])
def test_the_time_of_sending_says_which_is_first_and_last(
    tmp_path: Path, keep: str, codes: list[int]
) -> None:
    rest = f"filters: {{duplicates: id, keep: {keep}}}"
    assert read_one(tmp_path, NEW_FIRST, QUESTION, rest=rest).codes("happy").tolist() == codes


@pytest.mark.parametrize(("keep", "code"), [("last", 1), ("first", 0)])
def test_without_times_the_order_of_the_file_counts(tmp_path: Path, keep: str, code: int) -> None:
    rows = [["Staff", "Happy?"], ["7", "Yes"], ["7", "No"]]
    rest = f"filters: {{duplicates: id, keep: {keep}}}"
    entry = ", mapping: {id: Staff}"
    answers = read_one(tmp_path, rows, QUESTION, rest=rest, entry=entry)
    assert answers.codes("happy").tolist() == [code]
