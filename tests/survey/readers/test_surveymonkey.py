from __future__ import annotations

from pathlib import Path

from tests.survey.exports import option_counts, outline_of, read_one, write_csv

OWN = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address",
       "First Name", "Last Name", "Custom Data 1"]  # fmt: skip
NONE = [""] * len(OWN)


def row(number: int, *answers: str, ended: str = "09/12/2022 10:05:00") -> list[str]:
    who = ["192.0.2.1", "ann@example.org", "Ann", "Example", "Team A"]
    return [str(number), "9", "09/12/2022 10:00:00", ended, *who, *answers]


EXPANDED = [
    [*OWN, "Happy?", "Which?", "", "", "Why?", "Rate", ""],
    [*NONE, "Response", "Pay", "Leave", "Other (please specify)", "Open-Ended Response",
     "Manager", "Team"],
    row(1, "Yes", "Pay", "", "", "because", "Good", "Bad"),
    row(2, "No", "", "Leave", "A car park", "", "", "Good"),
]  # fmt: skip
QUESTIONS = """
  happy: {text: Happy?, options: ["Yes", "No"]}
  which: {text: Which?, kind: multi, options: [Pay, Leave], other: true}
  why: {text: Why?, kind: text}
  manager: {text: Rate - Manager, options: [Good, Bad]}
  team: {text: "Rate [Team]", options: [Good, Bad]}
"""


def test_an_expanded_export_is_read(tmp_path: Path) -> None:
    answers = read_one(tmp_path, EXPANDED, QUESTIONS)
    assert answers.codes("happy").tolist() == [0, 1]
    assert option_counts(answers, "which") == [1, 1, 1]
    assert answers.texts("why").tolist() == ["because", ""]
    assert answers.codes("manager").tolist() == [0, -1]
    assert answers.codes("team").tolist() == [1, 0]


def test_persons_are_nine_columns_apart(tmp_path: Path) -> None:
    outline = outline_of(write_csv(tmp_path / "a.csv", EXPANDED))
    assert outline.layout == "surveymonkey"
    assert [c.heading for c in outline.role("person")] == OWN[4:]


def test_a_condensed_export_joins_answers_with_commas(tmp_path: Path) -> None:
    rows = [
        [*OWN, "Which?", "Happy?"],
        [*NONE, "", ""],
        row(1, "Pay, Leave, if granted", "Yes"),
        row(2, "Pay", "No"),
    ]
    questions = (
        '  which: {text: Which?, kind: multi, options: [Pay, "Leave, if granted"]}\n'
        '  happy: {text: Happy?, options: ["Yes", "No"]}\n'
    )
    answers = read_one(tmp_path, rows, questions)
    assert option_counts(answers, "which") == [2, 1]


def test_a_condensed_export_may_lack_the_second_row(tmp_path: Path) -> None:
    rows = [[*OWN, "Happy?"], row(1, "Yes"), row(2, "No")]
    outline = outline_of(write_csv(tmp_path / "a.csv", rows))
    assert outline.header_rows == 1
    assert read_one(tmp_path, rows, '  h: {text: Happy?, options: ["Yes", "No"]}\n').size == 2


def test_numbers_for_options_tick_their_columns(tmp_path: Path) -> None:
    rows = [[*OWN, "Which?", ""], [*NONE, "Pay", "Leave"], row(1, "1", ""), row(2, "1", "2")]
    answers = read_one(tmp_path, rows, "  w: {text: Which?, kind: multi, options: [Pay, Leave]}\n")
    assert option_counts(answers, "w") == [2, 1]
