"""Scores: net, index and bands."""

from __future__ import annotations

import pytest

from generator.model.finding_specs import Band
from generator.survey.measures.scores import band_texts
from tests.survey.made import answers, codebook, computed, question, spread


def test_net_is_the_best_less_the_worst() -> None:
    book = codebook([question("pride")])
    rows = spread(pride={"Strongly agree": 5, "Agree": 10, "Neither": 10, "Disagree": 5})
    found = computed(
        book, "findings: {sw: {n: {measure: net, question: pride}}}", answers(book, rows)
    )
    one = found.items["sw.n"].estimate()
    assert one is not None
    assert one.value == pytest.approx(100 * 10 / 30)
    assert (found.items["sw.n"].unit, one.count) == ("points", None)


def test_an_index_is_averaged_per_person_first() -> None:
    book = codebook([question("a", theme="t"), question("b", theme="t")], themes={"t": "Team"})
    # Ten people answered both items (100 and 0: 50), ten only one (100).
    rows = [{"a": "Strongly agree", "b": "Strongly disagree"}] * 10 + [{"a": "Strongly agree"}] * 10
    one = (
        computed(book, "findings: {sw: {i: {measure: index, theme: t}}}", answers(book, rows))
        .items["sw.i"]
        .estimate()
    )
    assert one is not None
    assert one.value == pytest.approx(75)  # not 200/3, as by answers
    assert one.base == 20


@pytest.mark.parametrize(("rule", "base"), [("any", 30), ("half", 20), ("all", 10)])
def test_who_answered_too_few_items_has_no_score(rule: str, base: int) -> None:
    book = codebook([question(key) for key in "abcd"])
    rows = (
        [dict.fromkeys("abcd", "Agree")] * 10
        + [dict.fromkeys("ab", "Agree")] * 10
        + [{"a": "Agree"}] * 10
    )
    entry = f"{{measure: index, questions: [a, b, c, d], missing_items: {rule}}}"
    yaml = f"findings: {{sw: {{i: {entry}}}}}"
    one = computed(book, yaml, answers(book, rows)).items["sw.i"].estimate()
    assert one is not None
    assert one.base == base


def test_a_reversed_item_is_turned_round() -> None:
    book = codebook([question("a"), question("b", reversed=True)])
    rows = [{"a": "Strongly agree", "b": "Strongly disagree"}] * 12
    one = (
        computed(book, "findings: {sw: {i: {measure: index, theme: all}}}", answers(book, rows))
        .items["sw.i"]
        .estimate()
    )
    assert one is not None
    assert one.value == 100


def test_the_earlier_waves_of_a_theme_leave_out_an_item_that_was_dropped() -> None:
    book = codebook([question("a"), question("b", waves=("2021",))], waves=("2021", "2022"))
    old = answers(book, [{"a": "Agree", "b": "Strongly disagree"}] * 20, wave="2021")
    new = answers(book, [{"a": "Agree"}] * 20, wave="2022")
    for items, expected in (("current", 75.0), ("common", 75.0), ("all", 37.5)):
        yaml = f"findings: {{sw: {{i: {{measure: index, questions: [a, b], items: {items}}}}}}}"
        one = computed(book, yaml, old, new).items["sw.i"].estimate("2021")
        assert one is not None
        assert one.value == pytest.approx(expected), items


def test_a_wave_with_fewer_items_is_noted() -> None:
    book = codebook([question("a"), question("b", waves=("2022",))], waves=("2021", "2022"))
    old = answers(book, [{"a": "Agree"}] * 20, wave="2021")
    new = answers(book, [{"a": "Agree", "b": "Agree"}] * 20, wave="2022")
    found = computed(book, "findings: {sw: {i: {measure: index, questions: [a, b]}}}", old, new)
    assert found.items["sw.i"].notes == ("Made of 2 items, but of 1 items in 2021.",)


def test_an_index_names_its_band_as_it_is_printed() -> None:
    book = codebook([question("a")])
    rows = spread(a={"Strongly agree": 7, "Agree": 6, "Neither": 6, "Disagree": 1})
    found = computed(
        book, "findings: {sw: {i: {measure: index, question: a}}}", answers(book, rows)
    ).items["sw.i"]
    one = found.estimate()
    assert one is not None
    assert (one.value, one.band) == (pytest.approx(73.75), "moderate")
    assert found.bands == {
        "good": "75 and over",
        "moderate": "over 50, under 75",
        "poor": "50 and under",
    }


def test_bands_are_shares_of_people() -> None:
    book = codebook([question("a"), question("b")])
    rows = [{"a": "Strongly agree", "b": "Agree"}] * 12 + [{"a": "Neither", "b": "Agree"}] * 5
    rows += [{"a": "Disagree", "b": "Agree"}] * 3
    found = computed(
        book, "findings: {sw: {s: {measure: bands, questions: [a, b]}}}", answers(book, rows)
    ).items["sw.s"]
    assert [(e.category, e.count, e.base) for e in found.estimates] == [
        ("good", 12, 20),
        ("moderate", 5, 20),
        ("poor", 3, 20),
    ]


def test_bands_of_a_number_have_thresholds_in_its_unit() -> None:
    book = codebook([question("cases", "number")])
    rows = [{"cases": v} for v in [5] * 10 + [16] * 6 + [25] * 4]
    yaml = """findings:
  sw:
    c:
      measure: bands
      question: cases
      bands: [{name: high, above: 20}, {name: usual, from: 10}, {name: low}]
"""
    found = computed(book, yaml, answers(book, rows)).items["sw.c"]
    assert [(e.category, e.count) for e in found.estimates] == [
        ("high", 4),
        ("usual", 6),
        ("low", 10),
    ]


def test_bands_are_told_in_words() -> None:
    limits = (Band("a", at_least=80), Band("b", at_least=60), Band("c"))
    assert band_texts(limits) == {"a": "80 and over", "b": "60 and over, under 80", "c": "under 60"}
