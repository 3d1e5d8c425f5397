"""Shares of answers: percent, the boxes, shares and multi."""

from __future__ import annotations

import pytest

from generator.survey.answers.responses import NOT_APPLICABLE, PREFER_NOT_TO_SAY
from tests.survey.made import answers, codebook, computed, question, spread

AGREE = """findings:
  sw:
    agree: {measure: percent, question: manageable, options: [Strongly agree, Agree]}
"""


def test_a_per_cent_counts_the_answers_named_among_those_who_answered() -> None:
    book = codebook([question("manageable")])
    rows = spread(
        manageable={
            "Strongly agree": 20,
            "Agree": 43,
            "Neither": 11,
            "Disagree": 20,
            None: 3,
            PREFER_NOT_TO_SAY: 2,
            NOT_APPLICABLE: 1,
        }
    )
    found = computed(book, AGREE, answers(book, rows)).items["sw.agree"]
    one = found.estimate()
    assert one is not None
    assert (one.count, one.base) == (63, 94)
    assert one.value == pytest.approx(67.021, abs=0.001)
    assert (found.unit, found.decimals, found.measure) == ("per cent", 0, "percent")


@pytest.mark.parametrize(
    ("measure", "count"), [("top_box", 15), ("bottom_box", 7), ("top_box, top: 1", 10)]
)
def test_the_boxes_are_the_best_and_worst_answers_of_the_scale(measure: str, count: int) -> None:
    book = codebook([question("pride")])
    rows = spread(pride={"Strongly agree": 10, "Agree": 5, "Disagree": 4, "Strongly disagree": 3})
    yaml = f"findings: {{sw: {{pride: {{measure: {measure}, question: pride}}}}}}"
    one = computed(book, yaml, answers(book, rows)).items["sw.pride"].estimate()
    assert one is not None
    assert one.count == count


def test_the_best_answers_of_a_reversed_question_are_its_last() -> None:
    book = codebook([question("stressed", reversed=True)])
    rows = spread(stressed={"Strongly agree": 10, "Disagree": 4, "Strongly disagree": 3})
    yaml = "findings: {sw: {calm: {measure: top_box, question: stressed}}}"
    found = computed(book, yaml, answers(book, rows)).items["sw.calm"]
    one = found.estimate()
    assert one is not None
    assert one.count == 7
    assert "\N{LEFT DOUBLE QUOTATION MARK}Disagree" in found.definition


def test_shares_give_every_answer_in_order_also_those_nobody_gave() -> None:
    book = codebook([question("pride")])
    rows = spread(pride={"Agree": 30, "Neither": 10})
    yaml = "findings: {sw: {pride: {measure: shares, question: pride}}}"
    found = computed(book, yaml, answers(book, rows)).items["sw.pride"]
    assert found.categories[:3] == ("Strongly agree", "Agree", "Neither")
    assert [e.count for e in found.estimates] == [0, 30, 10, 0, 0]
    assert {e.base for e in found.estimates} == {40}


def test_several_answers_are_shares_of_those_who_chose_at_least_one() -> None:
    book = codebook([question("training", "multi", ["Law", "Care", "None"])])
    rows = [{"training": v} for v in [["Law", "Care"]] * 12 + [["Care"]] * 8 + [[]] * 5]
    yaml = """findings:
  sw:
    t: {measure: multi, question: training}
    l: {measure: percent, question: training, options: [Law]}
"""
    items = computed(book, yaml, answers(book, rows)).items
    assert [(e.category, e.count, e.base) for e in items["sw.t"].estimates] == [
        ("Law", 12, 20),
        ("Care", 20, 20),
        ("None", 0, 20),
    ]
    assert [e.count for e in items["sw.l"].estimates] == [12]


def test_a_per_cent_of_numbers_counts_a_range() -> None:
    book = codebook([question("cases", "number")])
    rows = [{"cases": v} for v in [10, 20, 20, 21, 25, 30, 5, 6, 7, 8, None]]
    yaml = "findings: {sw: {many: {measure: percent, question: cases, numbers: {above: 20}}}}"
    one = computed(book, yaml, answers(book, rows)).items["sw.many"].estimate()
    assert one is not None
    assert (one.count, one.base) == (3, 10)


def test_a_breakdown_gives_every_group_its_own_base() -> None:
    book = codebook([question("pride"), question("team", "single", ["Duty", "Care"])])
    rows = [{"team": "Duty", "pride": "Agree"}] * 12 + [{"team": "Duty", "pride": "Neither"}] * 8
    rows += [{"team": "Care", "pride": "Agree"}] * 10 + [{"team": "Care", "pride": "Neither"}] * 10
    rows += [{"team": None, "pride": "Agree"}] * 3 + [{"team": "Care", "pride": None}] * 2
    yaml = "findings: {sw: {p: {measure: top_box, question: pride, by: team}}}"
    found = computed(book, yaml, answers(book, rows)).items["sw.p"]
    assert found.groups == ("Duty", "Care")
    assert [(e.group, e.count, e.base) for e in found.estimates] == [
        ("Duty", 12, 20),
        ("Care", 10, 20),
    ]


def test_two_questions_make_groups_of_every_pair_of_answers() -> None:
    book = codebook(
        [
            question("pride"),
            question("team", "single", ["Duty", "Care"]),
            question("grade", "single", ["A", "B"]),
        ]
    )
    rows = [
        {"team": team, "grade": grade, "pride": pride}
        for team in ("Duty", "Care")
        for grade in ("A", "B")
        for pride in ["Agree"] * 7 + ["Neither"] * 6
    ]
    yaml = "findings: {sw: {p: {measure: top_box, question: pride, by: [team, grade]}}}"
    found = computed(book, yaml, answers(book, rows)).items["sw.p"]
    assert found.groups == ("Duty, A", "Duty, B", "Care, A", "Care, B")
    assert {(e.count, e.base) for e in found.estimates} == {(7, 13)}


def test_a_filter_counts_only_those_who_gave_the_other_answer() -> None:
    book = codebook([question("pride"), question("hours", "single", ["Full", "Part"])])
    rows = spread(hours={"Full": 20, "Part": 15}, pride={"Agree": 30, "Neither": 5})
    yaml = "findings: {sw: {p: {measure: top_box, question: pride, where: {hours: Part}}}}"
    one = computed(book, yaml, answers(book, rows)).items["sw.p"].estimate()
    assert one is not None
    assert (one.count, one.base) == (10, 15)


def test_cohorts_may_be_counted_together() -> None:
    book = codebook([question("pride")], cohorts=("sw", "wf"))
    first = answers(book, spread(pride={"Agree": 30, "Neither": 5}), "sw")
    other = answers(book, spread(pride={"Agree": 10, "Neither": 15}), "wf")
    yaml = "findings: {all: {p: {measure: top_box, question: pride, cohort: [sw, wf]}}}"
    found = computed(book, yaml, first, other).items["all.p"]
    one = found.estimate()
    assert one is not None
    assert (one.count, one.base) == (40, 60)
    assert "social workers and the wider workforce" in found.definition


def test_a_weighted_share_is_published_as_printed_and_without_a_count() -> None:
    book = codebook([question("pride")], weights="w")
    rows = spread(pride={"Agree": 10, "Neither": 10})
    part = answers(book, rows, weights=[3.1] * 10 + [1.0] * 10)
    one = (
        computed(book, "findings: {sw: {p: {measure: top_box, question: pride}}}", part)
        .items["sw.p"]
        .estimate()
    )
    assert one is not None
    assert (one.value, one.count, one.base) == (76, None, 20)


def test_a_share_that_rounds_to_nothing_and_a_small_base_are_marked() -> None:
    book = codebook([question("pride"), question("rare")])
    rows = spread(pride={"Agree": 1, "Neither": 400}, rare={"Agree": 12, "Neither": 12})
    yaml = """findings:
  sw:
    p: {measure: top_box, question: pride}
    r: {measure: top_box, question: rare}
"""
    items = computed(book, yaml, answers(book, rows)).items
    assert [e.mark for e in items["sw.p"].estimates] == ["[low]"]
    assert [(e.mark, e.value) for e in items["sw.r"].estimates] == [("[u]", 50.0)]


def test_a_question_that_nobody_answered_has_no_figure_and_nothing_to_hide() -> None:
    book = codebook([question("pride"), question("other")])
    rows = [{"pride": None, "other": "Agree"}] * 20
    yaml = "findings: {sw: {p: {measure: top_box, question: pride}}}"
    one = computed(book, yaml, answers(book, rows)).items["sw.p"].estimate()
    assert one is not None
    assert (one.value, one.base, one.mark) == (None, None, "[x]")


def test_rounded_counts_give_the_rounded_share() -> None:
    book = codebook([question("pride")])
    rows = spread(pride={"Agree": 63, "Neither": 31})
    yaml = (
        "disclosure: {rounding_base: 5}\nfindings: {sw: {p: {measure: top_box, question: pride}}}"
    )
    findings = computed(book, yaml, answers(book, rows))
    one = findings.items["sw.p"].estimate()
    assert one is not None
    assert (one.count, one.base) == (65, 95)
    assert one.value == pytest.approx(100 * 65 / 95)
    assert findings.collections[0].received == 95
