"""Bad exports and their messages; what is counted and what is left out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.config.files import Files
from generator.config.survey.codebook_file import load_codebook
from generator.errors import InputProblems
from generator.survey.answers.responses import Responses
from tests.survey.exports import (
    AGREEMENT,
    option_counts,
    problems_of,
    read_all,
    read_one,
    states,
    write_codebook,
    write_csv,
)

HEAD = ["ID", "Start time", "Completion time", "Email", "Name"]
YES_NO = "  q: {text: Happy at work?, options: ['Yes', 'No']}\n"


def row(number: int, *answers: str, email: str = "anonymous") -> list[str]:
    return [str(number), "9/12/22", "9/12/22", email, "Ann Example", *answers]


def test_an_answer_that_is_no_option_is_named_with_its_cell_and_the_nearest(
    tmp_path: Path,
) -> None:
    rows = [[*HEAD, "Manageable"], row(1, "Agree"), row(2, "Agre"), row(3, "Agre")]
    questions = "  m: {text: Manageable, scale: agreement}\n"
    (message,) = problems_of(tmp_path, rows, questions, rest=AGREEMENT)
    assert message == (
        "export.csv: F3: 'Agre' is not an option of 'm', in this and 1 more row; did you mean "
        "'Agree'? If so, list it in codebook.yaml:10: questions.m under renamed_options:"
    )


def test_a_usual_refusal_to_answer_has_its_own_place(tmp_path: Path) -> None:
    rows = [[*HEAD, "Happy at work?"], row(1, "Prefer not to say"), row(2, "N/A")]
    first, second = problems_of(tmp_path, rows, YES_NO)
    assert "under prefer_not_to_say:" in first
    assert "under not_applicable:" in second


def test_a_long_answer_is_shortened_and_personal_data_not_shown(tmp_path: Path) -> None:
    long = "I think that " + "very " * 40 + "often"
    mail = "ask ann@example.org"
    rows = [[*HEAD, "Happy at work?"], row(1, long), row(2, mail), row(3, "Bob Sample knows")]
    rest = "staff_names: [Bob Sample]\nfilters: {duplicates: none}"
    messages = problems_of(tmp_path, rows, YES_NO, rest=rest)
    assert len(messages) == 3
    assert "very...'" in messages[0]
    assert "often" not in messages[0]
    text = " ".join(messages)
    assert "ann@" not in text
    assert "Bob" not in text
    assert text.count("an answer that looks like personal data") == 2


def test_many_wrong_answers_are_summed_up(tmp_path: Path) -> None:
    rows = [[*HEAD, "Happy at work?"], *(row(i, f"word {chr(97 + i)}") for i in range(20))]
    messages = problems_of(tmp_path, rows, YES_NO)
    assert len(messages) == 6
    assert "15 other answers to 'q' are wrong as well" in messages[-1]


def test_a_renamed_column_is_missing_and_the_nearest_named(tmp_path: Path) -> None:
    rows = [[*HEAD, "Are you happy at work?"], row(1, "Yes")]
    (message,) = problems_of(tmp_path, rows, YES_NO)
    assert message.startswith("export.csv: has no column for the question 'q' ('Happy at work?')")
    assert "the nearest is column F, 'Are you happy at work?'" in message
    assert 'under texts: {"2022": ...} in codebook.yaml:7' in message


def test_a_missing_column_with_nothing_near_says_how_to_limit_the_question(tmp_path: Path) -> None:
    rows = [[*HEAD, "Shoe size"], row(1, "43")]
    (message,) = problems_of(tmp_path, rows, YES_NO)
    assert "in codebook.yaml:7: questions.q, or say there in which waves it was asked" in message


def test_every_problem_of_every_export_is_listed_at_once(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", [[*HEAD, "Happy at work?"], row(1, "Perhaps")])
    write_csv(tmp_path / "b.csv", [[*HEAD, "Other"], row(1, "x")])
    (tmp_path / "c.xlsx").write_text("no", encoding="utf-8")
    (tmp_path / "codebook.yaml").write_text(
        "cohorts: {s: staff}\nwaves: [2020, 2021, 2022]\nfiles:\n"
        "  - {file: a.csv, cohort: s, wave: 2020}\n  - {file: b.csv, cohort: s, wave: 2021}\n"
        "  - {file: c.xlsx, cohort: s, wave: 2022}\nquestions:\n" + YES_NO,
        encoding="utf-8",
    )
    codebook = load_codebook(tmp_path / "codebook.yaml", Files(tmp_path))
    with pytest.raises(InputProblems) as caught:
        read_all(tmp_path, codebook)
    assert [problem.where.file for problem in caught.value.problems] == [
        "a.csv", "b.csv", "c.xlsx",
    ]  # fmt: skip


def test_a_repeated_respondent_is_an_error_where_nothing_is_declared(tmp_path: Path) -> None:
    rows = [[*HEAD, "Happy at work?"], row(1, "Yes", email="x@example.org"),
            row(2, "No", email="x@example.org")]  # fmt: skip
    (message,) = problems_of(tmp_path, rows, YES_NO, rest="")
    assert "1 row repeats the respondent of another row (row 2)" in message
    assert "duplicates: id" in message
    assert "example.org" not in message
    assert read_one(tmp_path, rows, YES_NO, rest="filters: {duplicates: none}").size == 2


def test_identical_answers_are_duplicates_by_content_but_blank_rows_are_not(
    tmp_path: Path,
) -> None:
    rows = [[*HEAD, "Happy at work?", "Why"], row(1, "Yes", "pay"), row(2, "Yes", "pay"),
            row(3, "Yes", "Pay"), row(4, "", ""), row(5, "", "")]  # fmt: skip
    answers = read_one(tmp_path, rows, YES_NO, rest="filters: {duplicates: content}")
    assert answers.size == 4
    assert answers.rows.tolist() == [3, 4, 5, 6]


def test_test_answers_are_left_out_before_anything_is_checked(tmp_path: Path) -> None:
    rows = [[*HEAD, "Happy at work?"], row(1, "Yes"), row(2, "TEST"), row(3, "a testing day")]
    for filters in (
        "{question: q, contains: test}",
        "[{question: q, answers: [test]}, {column: Happy at work?, contains: testing}]",
        "[{answers: [TEST]}, {contains: testing}]",
    ):
        rest = f"filters: {{test_answers: {filters}, duplicates: none}}"
        answers = read_one(tmp_path, rows, YES_NO, rest=rest)
        assert dict(answers.collection.excluded) == {"test answer": 2}
        assert answers.collection.received == 1


def test_an_export_with_test_answers_only_is_empty(tmp_path: Path) -> None:
    rows = [[*HEAD, "Happy at work?"], row(1, "test")]
    rest = "filters: {test_answers: {answers: [test]}}"
    (message,) = problems_of(tmp_path, rows, YES_NO, rest=rest)
    assert "has no answer left after filtering (1 test answer left out)" in message


def test_cohorts_of_one_file_are_told_apart(tmp_path: Path) -> None:
    rows = [["Service", "Happy at work?"], ["Social work", "Yes"], ["Other", "No"],
            ["Social work", "No"]]  # fmt: skip
    write_csv(tmp_path / "all.csv", rows)
    (tmp_path / "codebook.yaml").write_text(
        "cohorts: {sw: social workers, wf: others}\nwaves: [2022]\nfiles:\n"
        "  - {file: all.csv, cohort: sw, wave: 2022, sent: 5,"
        " select: {column: Service, answers: [Social work]}}\n"
        "  - {file: all.csv, cohort: wf, wave: 2022, select: {column: service, answers: [other]}}\n"
        "filters: {duplicates: none}\nquestions:\n" + YES_NO,
        encoding="utf-8",
    )
    codebook = load_codebook(tmp_path / "codebook.yaml", Files(tmp_path))
    responses = read_all(tmp_path, codebook)
    sizes = {key[0]: answers.size for key, answers in responses.answers.items()}
    assert sizes == {"sw": 2, "wf": 1}
    assert [c.sent for c in responses.collections] == [5, None]


def test_two_files_of_one_cohort_and_wave_are_put_together(tmp_path: Path) -> None:
    write_csv(tmp_path / "web.csv", [["Happy at work?", "Why"], ["Yes", "pay"], ["No", ""]])
    write_csv(tmp_path / "paper.csv", [["Happy at work?", "Why"], ["Yes", ""]])
    (tmp_path / "codebook.yaml").write_text(
        "cohorts: {s: staff}\nwaves: [2022]\nfiles:\n"
        "  - {file: web.csv, cohort: s, wave: 2022, sent: 5}\n"
        "  - {file: paper.csv, cohort: s, wave: 2022, sent: 4}\n"
        "filters: {duplicates: none}\nquestions:\n" + YES_NO + "  why: {text: Why, kind: text}\n",
        encoding="utf-8",
    )
    codebook = load_codebook(tmp_path / "codebook.yaml", Files(tmp_path))
    answers = read_all(tmp_path, codebook).of("s", "2022")
    assert answers is not None
    assert (answers.size, answers.collection.sent) == (3, 9)
    assert option_counts(answers, "q") == [2, 1]
    assert answers.collection.file == "web.csv, paper.csv"


def test_weights_come_from_a_column_and_must_all_be_there(tmp_path: Path) -> None:
    rows = [["Happy at work?", "Weight"], ["Yes", "1.5"], ["No", "0.5"]]
    rest = "weights: {column: weight}\nfilters: {duplicates: none}"
    weights = read_one(tmp_path, rows, YES_NO, rest=rest).weights
    assert weights is not None
    assert weights.tolist() == [1.5, 0.5]
    (message,) = problems_of(tmp_path, [*rows, ["Yes", "heavy"]], YES_NO, rest=rest)
    assert "column B: no weight in row 4" in message
    (message,) = problems_of(tmp_path, [["Happy at work?"], ["Yes"]], YES_NO, rest=rest)
    assert "has no column 'weight' with weights" in message


def responses(folder: Path) -> Responses:
    rows = [[*HEAD, "Happy at work?"], row(1, "Yes")]
    write_csv(folder / "export.csv", rows)
    return read_all(folder, write_codebook(folder, YES_NO))


def test_no_name_or_mail_is_left_in_what_is_read(tmp_path: Path) -> None:
    text = repr(responses(tmp_path))
    assert "Ann" not in text
    assert "anonymous" not in text


def test_questions_of_other_cohorts_and_waves_are_not_looked_for(tmp_path: Path) -> None:
    more = YES_NO + "  old: {text: Gone, kind: text, waves: ['2021']}\n"
    write_csv(tmp_path / "export.csv", [[*HEAD, "Happy at work?"], row(1, "Yes")])
    text = (
        "cohorts: {staff: staff}\nwaves: ['2021', '2022']\nfiles:\n"
        "  - {file: export.csv, cohort: staff, wave: '2022'}\nquestions:\n"
    )
    (tmp_path / "codebook.yaml").write_text(text + more, encoding="utf-8")
    codebook = load_codebook(tmp_path / "codebook.yaml", Files(tmp_path))
    answers = read_all(tmp_path, codebook).of("staff", "2022")
    assert answers is not None
    assert not answers.asked("old")
    assert states(answers, "old") == {"not asked": 1}


def test_reading_small_csv_files_imports_no_pandas(tmp_path: Path) -> None:
    responses(tmp_path)
    code = (
        "import sys; from pathlib import Path; folder = Path(sys.argv[1])\n"
        "from generator.config.files import Files\n"
        "from generator.config.survey.codebook_file import load_codebook\n"
        "from generator.survey.answers.read import read_responses\n"
        "files = Files(folder)\n"
        "read_responses(load_codebook(folder / 'codebook.yaml', files), folder, files)\n"
        "assert 'pandas' not in sys.modules\n"
    )
    root = Path(__file__).resolve().parents[3]
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, cwd=root)
