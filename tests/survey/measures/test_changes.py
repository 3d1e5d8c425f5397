"""Changes between waves."""

from __future__ import annotations

import pytest

from generator.survey.measures.changes import wave_pairs
from generator.survey.statistics import newcombe_difference, two_proportion_test
from tests.survey.made import answers, codebook, computed, question, spread

WAVES = ("2020", "2021", "2022")
COUNTS = {"2020": (94, 115), "2021": (87, 111), "2022": (63, 94)}


def made(more: str = "", sent: int | None = None) -> dict[tuple[str, str], object]:
    book = codebook([question("m")], waves=WAVES, sent=sent)
    parts = [
        answers(book, spread(m={"Agree": c, "Neither": n - c}), wave=w)
        for w, (c, n) in COUNTS.items()
    ]
    found = computed(
        book, f"findings: {{sw: {{m: {{measure: top_box, question: m{more}}}}}}}", *parts
    )
    return {(c.earlier, c.later): c for c in found.items["sw.m"].changes}


def test_any_two_waves_are_compared_the_quoted_one_first() -> None:
    assert wave_pairs(("2019", *WAVES), "2022") == (
        ("2021", "2022"),
        ("2020", "2022"),
        ("2019", "2022"),
        ("2019", "2020"),
        ("2020", "2021"),
        ("2019", "2021"),
    )
    assert wave_pairs(WAVES, "2021") == (("2020", "2021"), ("2021", "2022"), ("2020", "2022"))


def test_a_change_is_of_unrounded_figures() -> None:
    change = made()["2021", "2022"]
    assert change.difference == pytest.approx(100 * (63 / 94 - 87 / 111))
    assert (change.low, change.p, change.tested) == (None, None, False)


def test_a_tested_change_has_its_interval_and_p() -> None:
    change = made(", test: true")["2021", "2022"]
    low, high = newcombe_difference(63, 94, 87, 111)
    assert (change.low, change.high) == (pytest.approx(100 * low), pytest.approx(100 * high))
    assert change.p == pytest.approx(two_proportion_test(63, 94, 87, 111))
    assert change.tested


def test_the_test_allows_for_how_many_replied() -> None:
    change = made(", test: true", sent=200)["2021", "2022"]
    assert change.p == pytest.approx(two_proportion_test(63, 94, 87, 111, 200, 200))


def test_a_change_from_a_withheld_figure_is_withheld() -> None:
    book = codebook([question("m")], waves=("2021", "2022"))
    old = answers(book, spread(m={"Agree": 5}), wave="2021")
    new = answers(book, spread(m={"Agree": 20, "Neither": 20}), wave="2022")
    found = computed(
        book, "findings: {sw: {m: {measure: top_box, question: m, test: true}}}", old, new
    )
    (change,) = found.items["sw.m"].changes
    assert (change.difference, change.low, change.p, change.tested) == (None, None, None, False)


def test_means_have_intervals_of_change_and_no_test() -> None:
    book = codebook([question("h", "number")], waves=("2021", "2022"))
    parts = [
        answers(book, [{"h": i % k} for i in range(40)], wave=w)
        for w, k in (("2021", 9), ("2022", 5))
    ]
    found = computed(
        book, "findings: {sw: {h: {measure: mean, question: h, interval: true}}}", *parts
    )
    (change,) = found.items["sw.h"].changes
    assert change.difference == pytest.approx(2.0 - sum(i % 9 for i in range(40)) / 40)
    assert change.low is not None
    assert not change.tested
