from __future__ import annotations

from pathlib import Path

from generator.survey.inspection.inspect import inspect_export
from tests.survey.exports import (
    option_counts,
    outline_of,
    problems_of,
    questions_of,
    read_one,
    states,
    write_csv,
)

OWN = ["StartDate", "EndDate", "Status", "IPAddress", "Progress", "Finished", "ResponseId",
       "RecipientLastName", "RecipientEmail", "LocationLatitude"]  # fmt: skip
IDS = ["startDate", "endDate", "status", "ipAddress", "progress", "finished", "_recordId",
       "recipientLastName", "recipientEmail", "locationLatitude"]  # fmt: skip


def import_ids(*ids: str) -> list[str]:
    return [*(f'{{"ImportId":"{own}"}}' for own in IDS), *ids]


def row(
    number: int,
    *answers: str,
    status: str = "IP Address",
    progress: str = "100",
    done: str = "True",
) -> list[str]:
    when = "2022-09-12 10:00:00"
    who = [f"R_{number}", "Example", f"{number}@example.org", "52.58"]
    return [when, when, status, "192.0.2.1", progress, done, *who, *answers]


ROWS = [
    [*OWN, "Q1", "Q2_1", "Q2_2", "Q2_3_TEXT", "Q3_1", "Q3_2"],
    [*OWN, "Happy?", "Which? - Selected Choice - Pay", "Which? - Selected Choice - Leave",
     "Which? - Other - Text", "Rate - My team - at work", "Rate - My pay"],
    import_ids(
        '{"ImportId":"QID1"}', '{"ImportId":"QID2","choiceId":"1"}',
        '{"ImportId":"QID2","choiceId":"2"}', '{"ImportId":"QID2_3_TEXT"}',
        '{"ImportId":"QID7_1"}', '{"ImportId":"QID7_2"}',
    ),
    row(1, "Yes", "Pay", "", "", "Good", "-99"),
    row(2, "No", "Pay", "Leave", "A car", "Bad", "Good"),
]  # fmt: skip
QUESTIONS = """
  happy: {text: Happy?, options: ["Yes", "No"]}
  which: {text: Which?, kind: multi, options: [Pay, Leave], other: true}
  team: {text: "Rate [My team - at work]", options: [Good, Bad]}
  pay: {text: x, codes: Q3_2, options: [Good, Bad]}
"""


def test_columns_are_grouped_by_import_id(tmp_path: Path) -> None:
    outline = outline_of(write_csv(tmp_path / "a.csv", ROWS))
    assert (outline.layout, outline.header_rows) == ("qualtrics", 3)
    assert [(c.text, c.part) for c in questions_of(outline)] == [
        ("Happy?", ""),
        ("Which?", "Pay"),
        ("Which?", "Leave"),
        ("Rate", "My team - at work"),
        ("Rate", "My pay"),
    ]


def test_answers_are_read_and_99_is_blank(tmp_path: Path) -> None:
    answers = read_one(tmp_path, ROWS, QUESTIONS)
    assert option_counts(answers, "which") == [2, 1, 1]
    assert answers.codes("team").tolist() == [0, 1]
    assert states(answers, "pay") == {"answered": 1, "blank": 1}


def test_previews_are_dropped_and_counted(tmp_path: Path) -> None:
    rows = [*ROWS, row(3, *ROWS[3][10:], status="Survey Preview"),
            row(4, *ROWS[3][10:], status="1")]  # fmt: skip
    answers = read_one(tmp_path, rows, QUESTIONS)
    assert answers.size == 2
    assert dict(answers.collection.excluded) == {"preview answer": 2}


def test_unfinished_answers_are_dropped_where_the_codebook_says_so(tmp_path: Path) -> None:
    rows = [*ROWS, row(3, *ROWS[3][10:], progress="43", done="False")]
    kept = read_one(tmp_path, rows, QUESTIONS)
    assert kept.size == 3
    rest = "filters: {duplicates: none, incomplete: drop}"
    dropped = read_one(tmp_path, rows, QUESTIONS, rest=rest)
    assert dict(dropped.collection.excluded) == {"incomplete answer": 1}


def test_persons_and_places_are_not_read(tmp_path: Path) -> None:
    outline = outline_of(write_csv(tmp_path / "a.csv", ROWS))
    assert {c.heading for c in outline.role("person")} == {
        "IPAddress", "RecipientLastName", "RecipientEmail", "LocationLatitude",
    }  # fmt: skip


def test_a_file_without_import_ids_has_two_header_rows(tmp_path: Path) -> None:
    head = [*OWN, "RecordedDate", "Q1"]
    rows = [head, [*OWN, "Recorded Date", "Happy?"], [*row(1), "2022-09-12 10:00:00", "Yes"]]
    outline = outline_of(write_csv(tmp_path / "a.csv", rows))
    assert (outline.layout, outline.header_rows) == ("qualtrics", 2)


def test_a_layout_that_the_file_is_not_is_refused(tmp_path: Path) -> None:
    (message,) = problems_of(tmp_path, ROWS, QUESTIONS, entry=", layout: google-forms")
    assert "it looks like one of Qualtrics; say 'layout: qualtrics'" in message


def test_a_misspelt_layout_is_named_with_the_nearest(tmp_path: Path) -> None:
    (message,) = problems_of(tmp_path, ROWS, QUESTIONS, entry=", layout: qualtrix")
    assert message.startswith("codebook.yaml:4:")
    assert "did you mean 'qualtrics'?" in message


def test_the_import_id_finds_a_question_whose_number_has_changed(tmp_path: Path) -> None:
    rows = [
        [*OWN, "Q7", "Q1_1", "Q1_2"],
        [*OWN, "Are you happy?", "Rate - Your team", "Rate - Your pay"],
        import_ids('{"ImportId":"QID1"}', '{"ImportId":"QID7_1"}', '{"ImportId":"QID7_2"}'),
        row(1, "Yes", "Good", "Bad"),
    ]
    questions = """
  happy: {text: Happy?, codes: QID1, options: ["Yes", "No"]}
  team: {text: My team, codes: QID7_1, options: [Good, Bad]}
  pay: {text: My pay, codes: Q1_2, options: [Good, Bad]}
"""
    answers = read_one(tmp_path, rows, questions)
    assert [int(answers.codes(q)[0]) for q in ("happy", "team", "pay")] == [0, 0, 1]


def test_the_tick_beside_the_box_for_other_answers_is_other(tmp_path: Path) -> None:
    rows = [
        [*OWN, "Q2_1", "Q2_2", "Q2_2_TEXT"],
        [*OWN, "Which? - Selected Choice - Pay", "Which? - Selected Choice - Other (please state)",
         "Which? - Other (please state) - Text"],
        import_ids('{"ImportId":"QID2","choiceId":"1"}', '{"ImportId":"QID2","choiceId":"2"}',
                   '{"ImportId":"QID2_2_TEXT"}'),
        row(1, "Pay", "", ""),
        row(2, "", "Other (please state)", ""),
        row(3, "", "Other (please state)", "A car"),
    ]  # fmt: skip
    questions = "  which: {text: Which?, kind: multi, options: [Pay], other: true}\n"
    assert option_counts(read_one(tmp_path, rows, questions), "which") == [1, 2]
    (drafted,) = inspect_export(tmp_path / "export.csv").questions
    assert ([o.text for o in drafted.options], drafted.other) == (["Pay"], True)


def test_what_is_typed_beside_a_choice_that_is_not_other_is_a_text_of_its_own(
    tmp_path: Path,
) -> None:
    rows = [
        [*OWN, "Q1", "Q1_2_TEXT", "Q1_3_TEXT"],
        [*OWN, "How? - Selected Choice", "How? - Course (which?) - Text",
         "How? - Other (please specify) - Text"],
        import_ids('{"ImportId":"QID1"}', '{"ImportId":"QID1_2_TEXT"}',
                   '{"ImportId":"QID1_3_TEXT"}'),
        row(1, "Email", "", ""),
        row(2, "Course (which?)", "Excel", ""),
        row(3, "Other (please specify)", "", ""),
        row(4, "Other (please specify)", "", "Fax"),
    ]  # fmt: skip
    questions = """
  how: {text: How?, options: [Email, Course (which?)], other: true}
  course: {text: x, codes: Q1_2_TEXT, kind: text}
"""
    answers = read_one(tmp_path, rows, questions)
    assert answers.codes("how").tolist() == [0, 1, 2, 2]
    assert answers.texts("course").tolist() == ["", "Excel", "", ""]
    drafted = inspect_export(tmp_path / "export.csv").questions[0]
    assert "Other (please specify)" not in [option.text for option in drafted.options]
    assert drafted.other


def test_times_orders_and_groups_are_no_questions(tmp_path: Path) -> None:
    extra = ["Q9_First Click", "Q9_Page Submit", "Q2_DO_1", "FL_3_DO", "Q4_NPS_GROUP", "Q5_Id"]
    ids = ["QID9_FIRST_CLICK", "QID9_PAGE_SUBMIT", "QID2_DO_1", "FL_3_DO", "QID4_NPS_GROUP",
           "QID5_FILE_ID"]  # fmt: skip
    rows = [
        [*OWN, "Q1", *extra], [*OWN, "Happy?", *extra],
        import_ids('{"ImportId":"QID1"}', *(f'{{"ImportId":"{one}"}}' for one in ids)),
        row(1, "Yes", *["1"] * 6),
    ]  # fmt: skip
    outline = outline_of(write_csv(tmp_path / "a.csv", rows))
    assert [c.heading for c in questions_of(outline)] == ["Q1"]
