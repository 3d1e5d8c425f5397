"""Scores: net, index and bands."""

from __future__ import annotations

import pytest

from generator.errors import InputProblems
from generator.model.findings import Finding
from generator.model.survey.finding_specs import Band
from generator.survey.measures.scores import band_texts
from tests.survey.made import answers, codebook, computed, question, settings, spread


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


def theme_of_two_years(items: str = "", by: str = "index") -> Finding:
    """A theme of three questions a year, two of which are the same: these fell by 25."""
    book = codebook(
        [question("a"), question("b"), question("old", waves=("2021",)),
         question("new", waves=("2022",))],
        waves=("2021", "2022"),
    )  # fmt: skip
    before = {"a": "Strongly agree", "b": "Agree", "old": "Strongly disagree"}
    after = {"a": "Agree", "b": "Neither", "new": "Strongly agree"}
    parts = [answers(book, [row] * 20, wave=w) for w, row in (("2021", before), ("2022", after))]
    entry = f"{{measure: {by}, questions: [a, b, old, new]{items}}}"
    return computed(book, f"findings: {{sw: {{i: {entry}}}}}", *parts).items["sw.i"]


def test_waves_are_compared_on_the_questions_that_they_share() -> None:
    found = theme_of_two_years()
    assert [one.value for one in found.estimates] == [87.5, 62.5]
    assert [one.difference for one in found.changes] == [-25.0]
    assert found.questions == ("a", "b")
    assert found.notes == (
        "Made of the 2 questions asked in each of 2021 and 2022; 2 others are left out."
        " The score of all 3 questions of 2022 may differ.",
    )
    assert "over two questions" in found.definition


def test_a_score_of_what_each_wave_has_has_no_change() -> None:
    found = theme_of_two_years(", items: own")
    assert [one.value for one in found.estimates] == [pytest.approx(175 / 3), 75.0]
    assert [one.difference for one in found.changes] == [None]
    assert found.notes == (
        "Made of 3 questions, but of 3 others in 2021, so the waves cannot be compared.",
    )


def test_bands_are_compared_on_the_questions_that_waves_share() -> None:
    found = {(e.wave, e.category): e.value for e in theme_of_two_years(by="bands").estimates}
    assert (found["2021", "good"], found["2022", "moderate"]) == (100.0, 100.0)
    own = theme_of_two_years(", items: own", by="bands")
    assert {one.difference for one in own.changes} == {None}


def test_a_wave_that_shares_no_question_is_not_compared() -> None:
    book = codebook(
        [question("a", waves=("2020",)), question("b", waves=("2021", "2022"))],
        waves=("2020", "2021", "2022"),
    )
    rows = {"2020": "a", "2021": "b", "2022": "b"}
    parts = [answers(book, [{q: "Agree"}] * 20, wave=wave) for wave, q in rows.items()]
    found = computed(book, "findings: {sw: {i: {measure: index, questions: [a, b]}}}", *parts)
    assert found.items["sw.i"].waves == ("2021", "2022")


def test_waves_that_are_named_and_share_nothing_are_refused() -> None:
    book = codebook(
        [question("a", waves=("2021",)), question("b", waves=("2022",))], waves=("2021", "2022")
    )
    entry = "{measure: index, questions: [a, b], waves: [2021, 2022]}"
    with pytest.raises(
        InputProblems, match="none of its questions was asked in each of 2021, 2022"
    ):
        settings(book, f"findings: {{sw: {{i: {entry}}}}}")


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
