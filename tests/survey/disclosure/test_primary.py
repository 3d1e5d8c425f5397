"""Figures that are withheld for what they are themselves."""

from __future__ import annotations

import pytest

from tests.survey.made import answers, codebook, computed, question, spread


def marks(yaml: str, **counts: dict[str, int]) -> list[str | None]:
    book = codebook([question("m"), question("team", "single", ["A", "B", "C"])])
    findings = computed(book, yaml, answers(book, spread(**counts)))
    return [e.mark for item in findings.items.values() for e in item.estimates]


WHOLE = "findings: {sw: {m: {measure: top_box, question: m}}}"


def test_a_whole_cohort_needs_ten_people_and_no_smallest_cell() -> None:
    assert marks(WHOLE, m={"Agree": 9}) == ["[c]"]
    assert marks(WHOLE, m={"Agree": 10}) == ["[u]"]
    assert marks(WHOLE, m={"Agree": 92, "Neither": 2}) == [None]


def test_the_minimums_are_settings() -> None:
    rules = "disclosure: {minimum_base: 20, minimum_cell: 3, unreliable_base: 0}\n"
    assert marks(rules + WHOLE, m={"Agree": 19}) == ["[c]"]
    assert marks(rules + WHOLE, m={"Agree": 92, "Neither": 2}) == ["[c]"]
    assert marks(rules + WHOLE, m={"Agree": 2, "Neither": 92}) == ["[c]"]
    assert marks(rules + WHOLE, m={"Agree": 90, "Neither": 3}) == [None]


@pytest.mark.parametrize(
    ("agree", "other", "mark"),
    [(5, 4, "[c]"), (5, 5, "[u]"), (6, 4, "[c]"), (4, 20, "[c]"), (0, 40, "[c]"), (40, 0, "[c]")],
)
def test_a_part_of_a_cohort_needs_ten_people_and_five_on_both_sides(
    agree: int, other: int, mark: str
) -> None:
    yaml = "findings: {sw: {m: {measure: top_box, question: m, where: {team: A}}}}"
    counts = {"team": {"A": agree + other}, "m": {"Agree": agree, "Neither": other}}
    assert marks(yaml, **counts) == [mark]


def test_a_withheld_figure_carries_nothing_but_its_mark() -> None:
    book = codebook([question("m")])
    yaml = "intervals: true\nfindings: {sw: {m: {measure: index, question: m}}}"
    one = computed(book, yaml, answers(book, spread(m={"Agree": 9}))).items["sw.m"].estimate()
    assert one is not None
    found = (one.value, one.count, one.base, one.low, one.high, one.band)
    assert found == (None,) * 6


def test_one_person_of_a_whole_cohort_is_not_told_by_a_personal_characteristic() -> None:
    options = ["Woman", "Man", "Other"]
    rows = [{"sex": o} for o, n in zip(options, (160, 56, 1), strict=True) for _ in range(n)]

    def found(characteristic: bool, more: str = "") -> list[str | None]:
        asked = question("sex", "single", options, characteristic=characteristic)
        book = codebook([asked])
        yaml = f"findings: {{sw: {{who: {{measure: shares, question: sex{more}}}}}}}"
        findings = computed(book, yaml, answers(book, rows))
        return [one.mark for one in findings.items["sw.who"].estimates]

    assert found(False) == [None, None, "[low]"]
    # Another goes with it, for the base would tell.
    assert found(True)[2] == "[c]"
    assert found(True).count("[c]") == 2
    assert found(True, ", breakdown: false") == [None, None, "[low]"]
