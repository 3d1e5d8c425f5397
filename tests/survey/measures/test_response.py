"""Response rates and representativeness."""

from __future__ import annotations

import pytest

from tests.survey.made import answers, codebook, computed, question, spread

SIZES = {"North": 20, "South": 30, "West": 12}


def test_a_response_rate_is_replies_of_those_who_were_sent_the_survey() -> None:
    book = codebook([question("pride")], sent=268)
    found = computed(
        book, "findings: {sw: {r: {measure: response_rate}}}", answers(book, [{"pride": None}] * 94)
    )
    one = found.items["sw.r"].estimate()
    assert one is not None
    assert (one.count, one.base) == (94, 268)
    assert one.value == pytest.approx(35.07, abs=0.01)
    assert found.items["sw.r"].title == "Response rate"


def test_a_response_rate_by_group_is_of_its_headcount() -> None:
    book = codebook(
        [question("area", "single", list(SIZES))],
        workforce={"area": {"North": 80, "South": 90, "West": 50}},
    )
    yaml = "findings: {sw: {r: {measure: response_rate, by: area}}}"
    found = computed(book, yaml, answers(book, spread(area=SIZES))).items["sw.r"]
    assert [(e.group, e.count, e.base) for e in found.estimates] == [
        ("North", 20, 80),
        ("South", 30, 90),
        ("West", 12, 50),
    ]


def test_respondents_stand_beside_the_workforce() -> None:
    book = codebook(
        [question("area", "single", list(SIZES))],
        workforce={"area": {"North": 80, "South": 90, "West": 50}},
    )
    yaml = "findings: {sw: {w: {measure: representativeness, question: area}}}"
    found = computed(book, yaml, answers(book, spread(area=SIZES))).items["sw.w"]
    assert found.categories == ("North", "South", "West")
    assert found.groups == ("Respondents", "Workforce")
    west = found.estimate(category="West", group="Workforce")
    assert west is not None
    assert (west.count, west.base) == (50, 220)


def test_a_group_without_a_headcount_has_no_share_of_the_workforce() -> None:
    book = codebook(
        [question("area", "single", list(SIZES))],
        workforce={"area": {"North": 80, "South": 90}},
    )
    yaml = "findings: {sw: {w: {measure: representativeness, question: area}}}"
    found = computed(book, yaml, answers(book, spread(area=SIZES))).items["sw.w"]
    assert found.estimate(category="West", group="Workforce") is None
    assert found.estimate(category="West", group="Respondents") is not None


def test_a_small_headcount_is_withheld_with_another() -> None:
    sizes = {"North": 40, "South": 30, "West": 12}
    book = codebook(
        [question("area", "single", list(sizes))],
        workforce={"area": {"North": 80, "South": 90, "West": 3}},
    )
    yaml = "findings: {sw: {w: {measure: representativeness, question: area}}}"
    found = computed(
        book, yaml, answers(book, spread(area={"North": 40, "South": 30, "West": 2}))
    ).items["sw.w"]
    marks = {(e.category, e.group): e.mark for e in found.estimates}
    assert marks["West", "Workforce"] == marks["West", "Respondents"] == "[c]"
    assert list(marks.values()).count("[c]") == 4
