"""A quotation is what somebody wrote, word for word but for what is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import CommitteeError, Problems
from generator.survey.answers.free_text import quotation_id
from generator.survey.quotations import approved_entry, check_quotation_words, is_quoted
from tests.survey.exports import read_all, write_codebook, write_csv

ANSWER = "i don\u2019t recieve  Support - from my manager, Ann Example. It was better in 2019!"


@pytest.mark.parametrize(
    "text",
    [
        ANSWER,
        "I don't recieve support from my manager, Ann Example. It was better in 2019",
        "I don't [receive] support from my manager, [name]. It was better in 2019!",
        "[I] don't recieve support [...]",
        "I don't recieve support\N{HORIZONTAL ELLIPSIS}",
        "... support from my manager, [...] It was better in 2019.",
        "... my manager ... better ...",
        "[We] don't recieve [sic] support from [him]. It was better in 2019!",
    ],
)
def test_words_capitals_and_marks_make_a_quotation(text: str) -> None:
    assert is_quoted(text, ANSWER)


@pytest.mark.parametrize(
    "text",
    [
        "My manager is the best in the city",
        "I don't recieve support from my manager",
        "I recieve support from my manager, Ann Example. It was better in 2019!",
        "I don't receive support [...]",
        "[...] support from my wonderful manager [...]",
        "... better ... support ...",
        "[The council never once listened to anybody] ... It was better in 2019!",
        "[...]",
        "...",
        "",
    ],
)
def test_other_words_order_and_unmarked_gaps_do_not(text: str) -> None:
    assert not is_quoted(text, ANSWER)


def test_an_answer_without_words_can_be_quoted_whole() -> None:
    assert is_quoted("\N{THUMBS UP SIGN}", "\N{THUMBS UP SIGN} ")
    assert not is_quoted("\N{THUMBS UP SIGN}", "\N{THUMBS DOWN SIGN}")


QUESTIONS = "  why: {text: Why, kind: text}\n  how: {text: How, kind: text}\n"
ROWS = [["Why", "How"], ["Pay and leave", "By post"], ["ask x@example.org now", ""]]


def wrong(folder: Path, key: str, text: str, question: str = "why") -> list[str]:
    """What is wrong with a quotation in the codebook of a folder."""
    write_csv(folder / "export.csv", ROWS)
    rest = (
        f"quotations:\n  {key}: {{cohort: staff, wave: '2022', question: {question},"
        f" text: '{text}', approved_by: Head of Service}}\nfilters: {{duplicates: none}}"
    )
    problems = Problems()
    check_quotation_words(read_all(folder, write_codebook(folder, QUESTIONS, rest=rest)), problems)
    return [str(problem) for problem in problems.found]


def test_an_invented_text_under_the_id_of_an_answer_is_a_problem(tmp_path: Path) -> None:
    key = quotation_id("export.csv", 2, "why")
    assert wrong(tmp_path, key, "Pay and leave") == []
    assert wrong(tmp_path, key, "Pay [...]") == []
    (found,) = wrong(tmp_path, key, "Excellent pay and leave")
    assert "codebook.yaml:6: quotations." in found
    assert "is not the answer with that id, word for word: 'excellent' not in it" in found
    (cut,) = wrong(tmp_path, key, "Pay")
    assert "leave" not in cut.split(";")[0]


def test_an_answer_to_another_question_is_a_problem(tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, quotation_id("export.csv", 2, "how"), "By post")
    assert "is to 'how', of staff in 2022" in found


def test_under_an_id_of_ones_own_it_must_be_some_answer(tmp_path: Path) -> None:
    assert wrong(tmp_path, "q-mine", "pay and leave") == []
    (found,) = wrong(tmp_path, "q-mine", "By post")
    assert "nobody wrote the quotation 'q-mine': no answer to 'why' of staff in 2022" in found


def test_an_answer_is_approved_with_its_words_and_a_post(tmp_path: Path) -> None:
    write_csv(tmp_path / "export.csv", ROWS)
    rest = "staff_names: [Ann Example]\nfilters: {duplicates: none}"
    answers = read_all(tmp_path, write_codebook(tmp_path, QUESTIONS, rest=rest))
    first, second = (quotation_id("export.csv", row, "why") for row in (2, 3))
    assert approved_entry(answers, first, "Head of Service") == {
        "cohort": "staff", "wave": "2022", "question": "why", "text": "Pay and leave",
        "approved_by": "Head of Service",
    }  # fmt: skip
    assert approved_entry(answers, second, "Head", "ask [...] now")["text"] == "ask [...] now"
    for key, post, text, said in (
        (second, "Head", "", "may name a person (found: e-mail address)"),
        (first, "Head", "Pay", "is not the answer"),
        (first, "Ann Example", "", "--by names a person"),
        ("q-none", "Head", "", "there is no answer 'q-none'"),
    ):
        with pytest.raises(CommitteeError) as caught:
            approved_entry(answers, key, post, text)
        assert said in str(caught.value)
