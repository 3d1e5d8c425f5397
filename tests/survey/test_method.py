"""The method note."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.findings import Collection
from generator.survey.compute import findings_of
from tests.survey.made import answers, codebook, computed, question, responses, settings, spread

BOOK = codebook(
    [question("m"), question("t", "multi", ["A", "B"])], waves=("2021", "2022"), sent=200
)
ROWS = [{"m": a, "t": ["A"]} for a in ["Agree"] * 20 + ["Neither"] * 20]
PARTS = [answers(BOOK, ROWS, wave=wave) for wave in ("2021", "2022")]
PLAIN = "findings: {sw: {m: {measure: top_box, question: m}}}"


def note(yaml: str) -> str:
    return " ".join(computed(BOOK, yaml, *PARTS).method)


def test_a_plain_note_says_nothing_of_what_was_not_done() -> None:
    text = note(PLAIN)
    for word in (
        "[c]",
        "interval",
        "significant",
        "weighted",
        "several answers",
        "groups",
        "Scores",
    ):
        assert word not in text
    assert "40 replies were counted (20%)" in text
    assert "In earlier surveys the replies were 40 of 200 (20%) in 2021." in text


def test_a_survey_of_one_wave_says_nothing_of_answering_again() -> None:
    assert "asked, and many of the same people may answer each time, so" in note(PLAIN)
    once = computed(replace(BOOK, waves=("2022",)), PLAIN, PARTS[1]).method
    assert "not a random sample of those asked, so the figures" in " ".join(once)


def test_what_was_done_is_told() -> None:
    assert "several answers" in note("findings: {sw: {t: {measure: multi, question: t}}}")
    assert "Scores run from 0" in note("findings: {sw: {m: {measure: index, question: m}}}")
    assert "95% confidence intervals" in note("intervals: true\n" + PLAIN)
    assert "two-proportion test" in note("tests: true\n" + PLAIN)
    assert "nearest 5" in note("disclosure: {rounding_base: 5}\n" + PLAIN)
    assert "to one decimal" in note("rounding: {decimals: 1}\n" + PLAIN)
    assert note("method: Agency staff were asked.\n" + PLAIN).endswith("Agency staff were asked.")


def test_withheld_figures_are_explained() -> None:
    text = note("findings: {sw: {m: {measure: top_box, question: m, where: {t: B}}}}")
    assert "at least 10 people, and at least 5 must have given the answer" in text


def test_fieldwork_and_what_was_left_out_are_told() -> None:
    found = Collection(
        "sw",
        "2022",
        None,
        40,
        "a.csv",
        "flat",
        date(2022, 12, 12),
        date(2023, 1, 9),
        {"duplicate answer": 2, "test answer": 1, "incomplete answer": 0},
    )
    book = codebook([question("m")])
    part = replace(answers(book, spread(m={"Agree": 40})), collection=found)
    file = settings(book, PLAIN)
    text = " ".join(findings_of(responses(book, part), file).method)
    assert "was open from 12 December 2022 to 9 January 2023" in text
    assert "2 duplicate answers and 1 test answer in 2022" in text
    assert "in 2022, 40 replies were counted." in text


def test_the_note_says_who_has_a_score_and_how_means_got_their_intervals() -> None:
    book = codebook([question("a"), question("b")])
    rows = [{"a": "Agree", "b": "Neither"}] * 20
    for rule, words in (("all", "any of the questions"), ("half", "more than half of them")):
        yaml = (
            f"intervals: true\nfindings: {{sw: {{i: {{measure: index, questions: [a, b], "
            f"missing_items: {rule}}}}}}}"
        )
        text = " ".join(computed(book, yaml, answers(book, rows)).method)
        assert f"people who left out {words} have no score." in text
        assert "and of means and scores by the normal distribution." in text


def test_the_note_tells_every_minimum_that_is_set() -> None:
    text = note("disclosure: {minimum_cell: 3}\n" + PLAIN)
    assert "not published, nor where fewer than 3 gave the answer or fewer than 3 did not." in text


def test_what_was_left_out_alike_is_told_once() -> None:
    book = codebook([question("m")], cohorts=("sw", "wf"))
    parts = [
        replace(part, collection=replace(part.collection, excluded={"test answer": 1}))
        for part in (answers(book, spread(m={"Agree": 40}), cohort=one) for one in ("sw", "wf"))
    ]
    each = "{m: {measure: top_box, question: m}}"
    method = computed(book, f"findings: {{sw: {each}, wf: {each}}}", *parts).method
    (said,) = [one for one in method if one.startswith("Left out")]
    assert said.endswith(" alike: 1 test answer in 2022.")
