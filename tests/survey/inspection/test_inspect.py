"""From a stranger's export to a codebook that reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config.files import Files
from generator.config.survey.codebook_file import load_codebook
from generator.errors import InputProblems
from generator.starters.codebook_draft import draft_codebook
from generator.survey.answers.responses import Answers
from generator.survey.inspection.inspect import inspect_export
from tests.survey.exports import option_counts, read_all, states, write_csv

DATA = Path(__file__).parents[2] / "data"
HEAD = ["ID", "Start time", "Completion time", "Email", "Name"]
STEPS = ["Strongly agree", "Agree", "Disagree", "Strongly disagree"]


def forms_rows(count: int = 40) -> list[list[str]]:
    return [
        [*HEAD, "Which team?", "Fair?", "All?", "Hours", "Why?", "Your e-mail address", "Why?2"],
        *(
            [str(i), "9/12/22 10:00", f"9/{12 + i % 9}/22 10:05", f"{i}@example.org", "Ann Example",
             ["North", "South: the yard", "Prefer not to say"][i % 3], STEPS[i % 4],
             ["Pay;", "Pay;Leave;", ""][i % 3], str(30 + i % 7), f"reason {i} & <more>",
             f"a{i}@example.org", ""]
            for i in range(count)
        ),
    ]  # fmt: skip


def read_draft(folder: Path, file: str) -> Answers:
    text = draft_codebook(inspect_export(folder / file, file=file), file)
    (folder / "codebook.yaml").write_text(text, encoding="utf-8")
    codebook = load_codebook(folder / "codebook.yaml", Files(folder))
    (answers,) = read_all(folder, codebook).answers.values()
    return answers


def test_an_inspection_counts_and_marks_persons(tmp_path: Path) -> None:
    found = inspect_export(write_csv(tmp_path / "a.csv", forms_rows()))
    assert (found.layout_title, found.answers, found.complete, found.partial) == (
        "Microsoft Forms", 40, 40, 0,
    )  # fmt: skip
    assert (str(found.first), str(found.last)) == ("2022-09-12", "2022-09-20")
    assert [(q.text, q.kind) for q in found.questions] == [
        ("Which team?", "single"), ("Fair?", "scale"), ("All?", "multi"), ("Hours", "number"),
        ("Why?", "text"), ("Why?", "text"),
    ]  # fmt: skip
    assert [(p.column, p.heading) for p in found.personal] == [
        ("D", "Email"), ("E", "Name"), ("K", "Your e-mail address"),
    ]  # fmt: skip
    assert [(o.text, o.count) for o in found.questions[2].options] == [("Pay", 27), ("Leave", 13)]
    assert found.questions[2].blank == 13
    assert (found.questions[3].lowest, found.questions[3].highest) == (30, 36)
    assert "@example.org" not in repr(found)
    assert "reason" not in repr(found)


def test_who_only_wrote_into_the_box_for_other_answers_has_answered(tmp_path: Path) -> None:
    people = ["UserID", "UserNo", "Name", "Email", "IP Address", "Unique ID", "Started", "Ended"]
    head = [*people, "Tracking Link", "Which?", "", ""]
    options = [*[""] * 9, "Pay", "Leave", "Other (please specify):"]
    rows = [
        [str(n), str(n), "", "", "", "", "01/03/2023 10:00", "01/03/2023 10:05", "", *chosen]
        for n, chosen in enumerate(
            [["Pay", "-", "-"], ["-", "-", "bikes"], ["Pay", "Leave", "bikes"], ["-", "-", "-"]] * 5
        )
    ]
    file = write_csv(tmp_path / "a.csv", [head, options, [""] * 12, *rows])
    (which,) = inspect_export(file).questions
    assert [(o.text, o.count) for o in which.options] == [("Pay", 10), ("Leave", 5)]
    assert (which.answered, which.blank, which.boxed) == (15, 5, 10)


def test_a_draft_reads_its_export_without_a_change(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", forms_rows())
    answers = read_draft(tmp_path, "a.csv")
    assert answers.size == 40
    assert answers.wave == "2022"
    assert answers.options("fair") == tuple(STEPS)
    assert states(answers, "team") == {"prefer not to say": 13, "answered": 27}
    text = (tmp_path / "codebook.yaml").read_text("utf-8")
    assert "#   column K: Your e-mail address" in text


@pytest.mark.parametrize("name", ["rse_us_2017_excerpt.csv", "cars_dummy_2023_excerpt.csv"])
def test_drafts_of_real_exports_read_every_answer(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes((DATA / name).read_bytes())
    answers = read_draft(tmp_path, name)
    assert answers.size >= 19
    assert len(answers.columns) >= 11


def test_the_draft_of_a_flat_table_maps_its_ids_and_times(tmp_path: Path) -> None:
    rows = [["Response number", "Finished at", "Which?", "Rate [My team is kind]"]]
    which = ["Pay, Leave, time off", "Pay", "Leave, time off", "Pay, Hours", "Hours"]
    rows += [[str(n), f"{n + 1} May 2022", which[n % 5], STEPS[n % 4]] for n in range(25)]
    write_csv(tmp_path / "a.csv", rows)
    answers = read_draft(tmp_path, "a.csv")
    text = (tmp_path / "codebook.yaml").read_text("utf-8")
    assert 'mapping: {id: "Response number", completed: "Finished at", separator: ","}' in text
    assert "duplicates: id" in text
    assert dict(zip(answers.options("which"), option_counts(answers, "which"), strict=True)) == {
        "Pay": 15, "Leave, time off": 10, "Hours": 10,
    }  # fmt: skip
    assert "team_kind" in answers.columns


def test_a_draft_marks_questions_about_who_somebody_is(tmp_path: Path) -> None:
    rows = [["What is your gender?", "Do you work nights?"]]
    rows += [[["Woman", "Man"][n % 2], ["Yes", "No"][n % 2]] for n in range(20)]
    answers = read_draft(tmp_path, write_csv(tmp_path / "a.csv", rows).name)
    assert [one.characteristic for one in answers.questions.values()] == [True, False]


def test_an_unchosen_step_comes_from_a_question_where_it_was_chosen(tmp_path: Path) -> None:
    rows = [["A", "B"], *([STEPS[i % 4], STEPS[i % 3]] for i in range(24))]
    write_csv(tmp_path / "a.csv", rows)
    assert read_draft(tmp_path, "a.csv").options("b") == tuple(STEPS)


def test_answers_that_say_test_and_partial_ones_get_their_filters(tmp_path: Path) -> None:
    rows = [["id", "submitdate", "lastpage", "Q1"]]
    rows += [[str(i), "2022-09-12" if i else "", "3", ["Yes", "No"][i % 2]] for i in range(20)]
    rows += [["99", "2022-09-12", "3", "TEST"]]
    found = inspect_export(write_csv(tmp_path / "a.csv", rows))
    assert (found.partial, found.tests) == (1, 1)
    answers = read_draft(tmp_path, "a.csv")
    assert dict(answers.collection.excluded) == {"test answer": 1, "incomplete answer": 1}


TOOLS = ["Testing", "Deploying", "Coaching"]


def test_an_answer_that_is_about_testing_is_no_test(tmp_path: Path) -> None:
    rows = [["Role", "Why"], *([TOOLS[i % 3], f"because {i}"] for i in range(18))]
    found = inspect_export(write_csv(tmp_path / "a.csv", rows))
    assert found.tests == 0
    assert "test_answers" not in draft_codebook(found, "a.csv")
    answers = read_draft(tmp_path, "a.csv")
    assert option_counts(answers, "role") == [6, 6, 6]


@pytest.mark.parametrize("joined", [False, True])
def test_test_is_an_option_where_people_chose_it_and_a_trial_elsewhere(
    tmp_path: Path, joined: bool
) -> None:
    chosen = ["Test", "Build", "Test;Build", "Test;Build;Run"] if joined else ["Test", "Build"]
    rows = [["Submitted at", "Done", "Why"]]
    rows += [[f"2022-05-{i + 1:02}", chosen[i % len(chosen)], f"because {i}"] for i in range(20)]
    rows[3][2] = "we build; test; and run"
    rows += [["2022-05-30", "Build", "TEST"]]
    write_csv(tmp_path / "a.csv", rows)
    found = inspect_export(tmp_path / "a.csv")
    assert found.tests == 1
    assert "test_answers: [{question: why, answers: [test]}]" in draft_codebook(found, "a.csv")
    answers = read_draft(tmp_path, "a.csv")
    assert dict(answers.collection.excluded) == {"test answer": 1}
    assert answers.chose("done", "Test").sum() == (15 if joined else 10)


def test_a_semicolon_in_running_text_makes_no_test_answer(tmp_path: Path) -> None:
    rows = [["Happy?", "Why"], *([YES_NO[i % 2], f"because {i}"] for i in range(18))]
    rows += [["Yes", "we build; test; and run"], ["No", "test"]]
    write_csv(tmp_path / "a.csv", rows)
    assert dict(read_draft(tmp_path, "a.csv").collection.excluded) == {"test answer": 1}


def test_the_draft_says_what_its_other_would_swallow(tmp_path: Path) -> None:
    rows = [["How?"], *([["Bus", "Car"][i % 2]] for i in range(80))]
    rows += [["on foot"], ["by boat"], ["a lift"]]
    found = inspect_export(write_csv(tmp_path / "a.csv", rows))
    text = draft_codebook(found, "a.csv")
    assert "# 3 different answers, of one person each, would count as 'Other'" in text
    assert "on foot" not in text


def test_an_export_without_answers_cannot_be_inspected(tmp_path: Path) -> None:
    with pytest.raises(InputProblems, match="no answers"):
        inspect_export(write_csv(tmp_path / "a.csv", [["A", "B"]]))


def test_a_flat_table_with_ids_that_repeat_and_blank_times_gets_its_filters(tmp_path: Path) -> None:
    rows = [["Response ID", "Completed", "Happy?"]]
    rows += [[str(min(i, 18)), "" if i < 2 else "2022-09-12", YES_NO[i % 2]] for i in range(20)]
    answers = read_draft(tmp_path, write_csv(tmp_path / "a.csv", rows).name)
    assert dict(answers.collection.excluded) == {"incomplete answer": 2, "duplicate answer": 1}


@pytest.mark.parametrize(
    ("heading", "mapped"),
    [
        ("Submitted at", "completed"), ("Completion time", "completed"), ("Timestamp", "completed"),
        ("Survey started", "started"), ("End date of contract", ""), ("Date of training", ""),
    ],
)  # fmt: skip
def test_only_a_heading_of_nothing_but_time_is_the_time_of_an_answer(
    tmp_path: Path, heading: str, mapped: str
) -> None:
    days = [
        ["Team", heading],
        *([["North", "South"][i % 2], f"2022-09-{i + 1:02}"] for i in range(20)),
    ]
    found = inspect_export(write_csv(tmp_path / "a.csv", days))
    text = draft_codebook(found, "a.csv")
    assert (f'{mapped}: "{heading}"' in text) if mapped else ("mapping:" not in text)


def test_a_personal_number_is_proposed_for_finding_who_answered_twice(tmp_path: Path) -> None:
    rows = [["Staff no", "Happy?"], *([str(i), YES_NO[i % 2]] for i in range(20))]
    found = inspect_export(write_csv(tmp_path / "a.csv", rows))
    assert '# mapping: {id: "Staff no"}' in draft_codebook(found, "a.csv")


def test_answers_without_a_heading_are_told_of(tmp_path: Path) -> None:
    rows = [["Happy?", "", "Why"], ["Yes", "1", "x"], ["No", "2", "y"]]
    (note,) = inspect_export(write_csv(tmp_path / "a.csv", rows)).notes
    assert note == "Not read, because nothing stands over them in the first row: B"


YES_NO = ("Yes", "No")
HEADING = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40)
CELL = st.sampled_from(["", "Yes", "no", "N/A", "3", "7.5", "12/09/2022", "Agree", "test", "None"])
WILD = HEADING | CELL


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_draft_of_any_table_loads_and_reads(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever stands in a table, its draft is valid and every answer in it fits."""
    folder = tmp_path_factory.mktemp("draft")
    width = data.draw(st.integers(2, 5))
    head = [f"{i} {data.draw(HEADING)}" for i in range(width)]
    cells = st.lists(WILD, min_size=width, max_size=width).filter(lambda row: any(row))
    body = data.draw(st.lists(cells, min_size=1, max_size=12))
    write_csv(folder / "a.csv", [head, *body])
    found = inspect_export(folder / "a.csv", layout="flat", file="a.csv")
    if not found.questions:
        return
    text = draft_codebook(found, "a.csv")
    # Rows that say 'test' are left out by the draft, and may be all there are.
    (folder / "codebook.yaml").write_text(text.replace("  test_answers:", "  #"), encoding="utf-8")
    codebook = load_codebook(folder / "codebook.yaml", Files(folder))
    if found.tests:
        return
    (answers,) = read_all(folder, codebook).answers.values()
    assert answers.size <= len(body)


@pytest.mark.parametrize("mark", [";", ", "])
def test_joined_answers_of_google_forms_are_several_also_beside_written_ones(
    tmp_path: Path, mark: str
) -> None:
    parks = ("Lake", "Wood, north", "Common")
    ticks = [mark.join(parks[i % 3 : i % 3 + 1 + i % 2]) for i in range(60)]
    ticks[10:13] = [f"Lake{mark}my garden", f"Common{mark}the sea", f"Lake{mark}a street"]
    rows = [[f"2023/05/01 10:{i:02}:00 am GMT", text] for i, text in enumerate(ticks)]
    path = write_csv(tmp_path / "a.csv", [["Timestamp", "Which parks?"], *rows])
    (question,) = inspect_export(path).questions
    assert question.kind == "multi"
    assert {option.text for option in question.options} == set(parks)
    assert question.written_in == 3


def test_joined_answers_are_several_where_the_tool_has_a_column_for_each(tmp_path: Path) -> None:
    ticks = [";".join(("Lake", "Wood", "Common")[i % 3 : i % 3 + 1 + i % 2]) for i in range(60)]
    rows = [[str(i), f"2024-02-{i % 28 + 1:02} 10:00:00", text] for i, text in enumerate(ticks)]
    head = ["Response ID", "Date submitted", "Which parks?"]
    found = inspect_export(write_csv(tmp_path / "a.csv", [head, *rows]))
    assert found.layout == "limesurvey"
    (question,) = found.questions
    assert (question.kind, len(question.options)) == ("multi", 3)
