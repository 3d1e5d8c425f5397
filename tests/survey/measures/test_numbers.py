"""Means and medians of numbers."""

from __future__ import annotations

import numpy as np
import pytest

from tests.survey.made import answers, codebook, computed, question

CASES = [12, 15, 9, 22, 18, 16, 14, 11, 20, 17, None, 13]


def test_medians_that_are_all_whole_have_no_decimals() -> None:
    book = codebook([question("hours", "number")], waves=("2021", "2022"))
    whole = answers(book, [{"hours": h} for h in range(1, 24)], wave="2021")
    half = answers(book, [{"hours": h} for h in range(1, 25)], wave="2022")
    same = answers(book, [{"hours": h} for h in range(1, 24)], wave="2022")
    mean = "n: {measure: mean, question: hours}"
    yaml = f"findings: {{sw: {{m: {{measure: median, question: hours}}, {mean}}}}}"
    assert computed(book, yaml, whole, same).items["sw.m"].decimals == 0
    assert computed(book, yaml, whole, half).items["sw.m"].decimals == 1
    assert computed(book, yaml, whole, same).items["sw.n"].decimals == 1
    asked = yaml.replace("measure: median,", "measure: median, decimals: 1,")
    assert computed(book, asked, whole, same).items["sw.m"].decimals == 1


def test_mean_and_median_are_of_those_who_gave_a_number() -> None:
    book = codebook([question("cases", "number", unit="people")])
    yaml = """findings:
  sw:
    m: {measure: mean, question: cases}
    d: {measure: median, question: cases}
"""
    items = computed(book, yaml, answers(book, [{"cases": v} for v in CASES])).items
    known = [v for v in CASES if v is not None]
    mean, median = items["sw.m"].estimate(), items["sw.d"].estimate()
    assert mean is not None
    assert median is not None
    assert mean.value == pytest.approx(np.mean(known))
    assert median.value == np.median(known)
    assert (mean.base, mean.count) == (11, None)
    assert (items["sw.m"].unit, items["sw.m"].decimals) == ("people", 1)


def test_a_mean_has_an_interval_where_it_is_asked_for() -> None:
    book = codebook([question("cases", "number")], sent=None)
    yaml = "findings: {sw: {m: {measure: mean, question: cases, interval: true}}}"
    one = (
        computed(book, yaml, answers(book, [{"cases": v} for v in CASES])).items["sw.m"].estimate()
    )
    known = np.array([v for v in CASES if v is not None], dtype=float)
    assert one is not None
    assert one.low == pytest.approx(known.mean() - 1.959964 * known.std(ddof=1) / 11**0.5, abs=1e-5)


def test_a_weighted_mean_weighs() -> None:
    book = codebook([question("cases", "number")], weights="w")
    rows = [{"cases": 10}] * 10 + [{"cases": 20}] * 10
    part = answers(book, rows, weights=[1.0] * 10 + [4.0] * 10)
    one = (
        computed(book, "findings: {sw: {m: {measure: mean, question: cases}}}", part)
        .items["sw.m"]
        .estimate()
    )
    assert one is not None
    assert one.value == pytest.approx(18)


def test_a_group_in_which_all_gave_the_same_number_is_withheld() -> None:
    book = codebook([question("cases", "number"), question("team", "single", ["A", "B", "C"])])
    rows = [{"team": "A", "cases": 7}] * 12
    rows += [{"team": team, "cases": i} for team in "BC" for i in range(20)]
    yaml = """findings:
  sw:
    m: {measure: mean, question: cases, by: team}
    all: {measure: mean, question: cases}
"""
    found = computed(book, yaml, answers(book, rows)).items["sw.m"]
    assert [e.mark for e in found.estimates].count("[c]") >= 2
    assert found.estimates[0].value is None
