"""Disclosure control over all findings together, and an attacker with a linear program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.model.findings import Findings
from generator.model.survey.codebook import Codebook, Question, Scale
from generator.survey.compute import findings_of
from generator.survey.disclosure import control, family
from tests.survey.disclosure.attacker import COHORT, STAFF, leaks
from tests.survey.disclosure.program import Test
from tests.survey.made import (
    HERE,
    answers,
    codebook,
    computed,
    question,
    responses,
)
from tests.survey.made import settings as findings_file
from tests.work import at_most

SERVICES = {
    "Families": (23, 10),
    "Care": (12, 5),
    "Front door": (7, 5),
    "Safeguarding": (6, 5),
    "Fostering": (7, 5),
    "Disabled children": (6, 1),
}


def rows_of(counts: dict[str, tuple[int, int]]) -> list[dict[str, Any]]:
    return [
        {"team": team, "m": answer}
        for team, (agree, other) in counts.items()
        for answer in ["Agree"] * agree + ["Neither"] * other
    ]


def marks(findings: Findings, key: str) -> dict[tuple[str | None, str | None], str | None]:
    found = findings.items[key].estimates
    return {(e.category, e.group): "[c]" if e.mark == "[c]" else None for e in found}


def withheld(findings: Findings, key: str) -> set[str]:
    return {c or g or "" for (c, g), mark in marks(findings, key).items() if mark}


def test_a_group_under_ten_takes_another_with_it_where_the_total_is_published() -> None:
    book = codebook([question("m"), question("team", "single", list(SERVICES))])
    part = answers(book, rows_of(SERVICES))
    by = "findings: {sw: {by: {measure: top_box, question: m, by: team}"
    alone = computed(book, by + "}}", part)
    assert withheld(alone, "sw.by") == {"Disabled children"}
    total = computed(book, by + ", all: {measure: top_box, question: m}}}", part)
    assert withheld(total, "sw.by") == {"Disabled children", "Safeguarding"}
    assert not withheld(total, "sw.all")


def test_several_findings_of_a_question_are_protected_together() -> None:
    book = codebook([question("m"), question("team", "single", list(SERVICES))])
    yaml = """findings:
  sw:
    all: {measure: shares, question: m}
    top: {measure: top_box, question: m, by: team}
    shares: {measure: shares, question: m, by: team}
    index: {measure: index, question: m, by: team}
"""
    findings = computed(book, yaml, answers(book, rows_of(SERVICES)))
    for key in ("sw.top", "sw.index"):
        assert withheld(findings, key) == {"Disabled children", "Safeguarding"}
    agree = {g for (c, g), mark in marks(findings, "sw.shares").items() if c == "Agree" and mark}
    assert agree == {"Disabled children", "Safeguarding"}


def test_the_same_groups_are_withheld_in_every_finding_where_a_size_must_not_be_told() -> None:
    counts = {**SERVICES, "Court": (2, 1)}
    book = codebook([question("m"), question("n"), question("team", "single", list(counts))])
    rows = [{**row, "n": row["m"]} for row in rows_of(counts)]
    yaml = """findings:
  sw:
    teams: {measure: shares, question: team}
    m: {measure: top_box, question: m, by: team}
    n: {measure: top_box, question: n, by: team}
"""
    findings = computed(book, yaml, answers(book, rows))
    hidden = {"Court", "Disabled children"}
    assert withheld(findings, "sw.teams") == hidden
    assert withheld(findings, "sw.m") == withheld(findings, "sw.n") == hidden


def test_questions_with_many_figures_are_told_of(monkeypatch: Any) -> None:
    monkeypatch.setattr(control, "MANY", 6)
    book = codebook([question("m"), question("team", "single", list(SERVICES))])
    yaml = "findings: {sw: {by: {measure: top_box, question: m, by: team}}}"
    said: list[str] = []
    given = responses(book, answers(book, rows_of(SERVICES)))
    findings_of(given, findings_file(book, yaml), said.append)
    assert said == ["Protecting 6 figures of m in 2022"]


def test_those_whom_a_filter_leaves_out_are_protected() -> None:
    hours = question("hours", "single", ["Full", "Part"])
    book = codebook([question("cases", "number"), hours])
    rows = [{"hours": "Full", "cases": i % 30} for i in range(85)]
    rows += [{"hours": "Part", "cases": i} for i in range(9)]
    yaml = """findings:
  sw:
    all: {measure: mean, question: cases}
    full: {measure: mean, question: cases, where: {hours: Full}}
"""
    findings = computed(book, yaml, answers(book, rows))
    assert findings.items["sw.full"].estimates[0].mark == "[c]"
    assert findings.items["sw.all"].estimates[0].mark is None
    more = computed(book, yaml, answers(book, [*rows, {"hours": "Part", "cases": 3}]))
    assert more.items["sw.full"].estimates[0].mark is None


def test_those_who_left_the_group_blank_are_not_a_group() -> None:
    hours = question("hours", "single", ["Full", "Part"])
    book = codebook([question("m"), hours])
    rows = [
        {"hours": h, "m": a} for h in ("Full", "Part") for a in ["Agree"] * 20 + ["Neither"] * 9
    ]
    rows += [{"hours": None, "m": "Agree"}] * 3
    yaml = """findings:
  sw:
    all: {measure: top_box, question: m}
    by: {measure: top_box, question: m, by: hours}
"""
    assert not withheld(computed(book, yaml, answers(book, rows)), "sw.by")


def test_a_small_cohort_is_not_told_by_two_cohorts_together() -> None:
    book = codebook([question("m")], cohorts=("sw", "wf"))
    parts = [
        answers(book, [{"m": "Agree"}] * n + [{"m": "Neither"}] * k, c)
        for c, n, k in (("sw", 40, 20), ("wf", 4, 4))
    ]
    yaml = """findings:
  all:
    both: {measure: top_box, question: m, cohort: [sw, wf]}
    sw: {measure: top_box, question: m, cohort: sw}
    wf: {measure: top_box, question: m, cohort: wf}
"""
    findings = computed(book, yaml, *parts)
    marked = [key for key, item in findings.items.items() if item.estimates[0].mark == "[c]"]
    assert "all.wf" in marked
    assert len(marked) == 2


def test_another_wave_keeps_its_own_figures_and_tells_no_change() -> None:
    book = codebook(
        [question("m"), question("team", "single", list(SERVICES))], waves=("2021", "2022")
    )
    double = {team: (2 * a, 2 * b + 5) for team, (a, b) in SERVICES.items()}
    old, new = (
        answers(book, rows_of(double), wave="2021"),
        answers(book, rows_of(SERVICES), wave="2022"),
    )
    yaml = "findings: {sw: {by: {measure: top_box, question: m, by: team}}}"
    found = computed(book, yaml, old, new).items["sw.by"]
    one = found.estimate("2021", None, "Disabled children")
    assert one is not None
    assert one.value is not None
    change = next(c for c in found.changes if c.group == "Disabled children")
    assert change.difference is None


# ---------------------------------------------------------------- the attacker
THREE = Scale("three", ("good", "fair", "bad"), (100, 50, 0), 1)
BOOK = codebook(
    [
        question("s", "single", ["S1", "S2", "S3"]),
        question("t", "single", ["T1", "T2"]),
        Question("q", "Q", "scale", HERE, scale=THREE),
        question("u", "single", ["yes", "no"]),
    ],
    cohorts=("sw", "wf"),
    workforce={"s": {"S1": 80, "S2": 60, "S3": 40}},
)
MENU = (
    "{measure: percent, question: q, options: [good], by: s}",
    "{measure: percent, question: q, options: [good, fair], by: s}",
    "{measure: shares, question: q, by: s}",
    "{measure: shares, question: q, by: t}",
    "{measure: index, question: q, by: s}",
    "{measure: net, question: q, by: t}",
    "{measure: percent, question: q, options: [good]}",
    "{measure: shares, question: q}",
    "{measure: index, question: q}",
    "{measure: percent, question: q, options: [good], by: [s, t]}",
    "{measure: percent, question: q, options: [good], where: {t: T1}}",
    "{measure: percent, question: q, options: [good], where: {t: T1}, by: s}",
    "{measure: percent, question: q, options: [good], where: {s: [S1, S2]}}",
    "{measure: percent, question: q, options: [good], cohort: [sw, wf], by: s}",
    "{measure: top_box, question: q, cohort: [sw, wf]}",
    "{measure: top_box, question: q, cohort: wf}",
    "{measure: percent, question: u, options: ['yes'], by: s}",
    "{measure: percent, question: u, options: ['yes'], by: t}",
    "{measure: percent, question: u, options: ['yes']}",
    "{measure: shares, question: s}",
    "{measure: shares, question: s, by: t}",
    "{measure: representativeness, question: s}",
    "{measure: response_rate, by: s}",
)
ANSWERS = [
    {"s": s, "t": t, "q": q, "u": u}
    for s in ("S1", "S2", "S3", None)
    for t in ("T1", "T2")
    for q in ("good", "fair", "bad", None)
    for u in ("yes", "no")
]
people = st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=60).flatmap(
    lambda some: st.lists(st.integers(0, 9), min_size=len(some), max_size=len(some)).map(
        lambda times: (
            [row for row, n in zip(some, times, strict=True) for _ in range(n)] or [some[0]]
        )
    )
)
chosen = st.lists(st.sampled_from(MENU), min_size=2, max_size=6, unique=True)


def attack(
    sw: Sequence[dict[str, Any]], wf: Sequence[dict[str, Any]], menu: Sequence[str], rules: str = ""
) -> list[str]:
    asked = {"s": None, "t": None, "q": None, "u": None}
    parts = [
        answers(BOOK, [{**asked, **row} for row in rows], c) for c, rows in (("sw", sw), ("wf", wf))
    ]
    listed = "".join(f"    f{i}: {entry}\n" for i, entry in enumerate(menu))
    file = findings_file(BOOK, f"{rules}findings:\n  sw:\n{listed}")
    everybody = [{COHORT: c, **row} for c, rows in (("sw", sw), ("wf", wf)) for row in rows]
    heads = staff(BOOK, asked) if any("representativeness" in entry for entry in menu) else []
    everybody += heads

    def truth(test: Test) -> int:
        return int(sum(test(row) for row in everybody))

    return leaks(BOOK, file, findings_of(responses(BOOK, *parts), file), truth)


def staff(book: Codebook, asked: dict[str, None]) -> list[dict[str, Any]]:
    """The workforce of a codebook, one row a head."""
    return [
        {COHORT: STAFF, **asked, entry.question: option}
        for entry in book.workforce
        for option, size in entry.counts.items()
        for _ in range(size)
    ]


def fits(rows: Sequence[dict[str, Any]], menu: Sequence[str]) -> bool:
    """Whether no more have replied than there are; the program refuses other inputs."""
    heads = BOOK.workforce[0].counts
    asked = any("representativeness" in entry for entry in menu)
    return not asked or all(sum(r["s"] == s for r in rows) <= n for s, n in heads.items())


few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@few
@given(people, people, chosen)
def test_no_solver_can_narrow_down_a_withheld_figure(
    sw: list[dict[str, Any]], wf: list[dict[str, Any]], menu: list[str]
) -> None:
    assume(fits(sw, menu))
    assert attack(sw, wf, menu) == []


@few
@given(
    people,
    chosen,
    st.sampled_from(
        ["minimum_cell: 5", "rounding_base: 5", "minimum_base_breakdown: 20", "protection_range: 8"]
    ),
)
def test_nor_under_other_settings(sw: list[dict[str, Any]], menu: list[str], rule: str) -> None:
    assume(fits(sw, menu))
    assert attack(sw, sw[:1], menu, f"disclosure: {{{rule}}}\n") == []


def test_the_only_group_beside_empty_ones_is_not_told_by_their_base() -> None:
    one = {"s": "S1", "t": "T1", "q": "good", "u": "yes"}
    rows = [*[one] * 10, {**one, "t": "T2", "q": None}]
    by_q = "{measure: percent, question: q, options: [good], by: s}"
    assert attack(rows, rows[:1], [by_q, "{measure: shares, question: s, by: t}"]) == []


@pytest.mark.parametrize("odd", [("good", "yes"), ("bad", "yes"), (None, "yes"), ("good", "no")])
def test_one_group_with_everybody_in_it_is_not_taken_for_a_part_of_another(
    odd: tuple[str | None, str],
) -> None:
    one = {"s": "S3", "t": "T1", "q": "good", "u": "yes"}
    rows = [{**one, "q": odd[0], "u": odd[1]}, *[{**one, "u": "no"}] * 9]
    by_q = "{measure: percent, question: q, options: [good], by: s}"
    assert attack(rows, rows[:1], [by_q, "{measure: shares, question: s, by: t}"]) == []


def test_sizes_that_go_for_another_grouping_are_protected_among_their_own() -> None:
    # One answer apart, everybody of each group has the same t: it looks like a wider grouping.
    rows = [
        {"s": s, "t": "T2", "q": q, "u": "no"}
        for s, q, size in (("S1", "bad", 5), ("S1", "fair", 3), ("S2", None, 7), ("S3", "fair", 5))
        for _ in range(size)
    ]
    other = [{"s": "S1", "t": "T1", "q": "good", "u": "yes"}]
    by_q = "{measure: percent, question: q, options: [good], by: s}"
    assert attack(rows, other, [by_q, "{measure: shares, question: s, by: t}"]) == []


def test_a_withheld_figure_makes_no_secret_of_how_many_are_in_its_group() -> None:
    one = {"s": "S2", "t": "T2", "q": "good", "u": "yes"}
    rows = [*[one] * 5, *[{**one, "s": "S3", "q": None}] * 5]
    other = [{**one, "s": "S1", "t": "T1"}]
    menu = [*[MENU[at] for at in (0, 2, 3)], "{measure: shares, question: s, by: t}"]
    assert attack(rows, other, menu) == []


def test_how_many_are_in_a_group_at_all_limits_how_many_of_it_can_be_among_some() -> None:
    sizes = {("S1", "T1"): 5, ("S1", "T2"): 2, ("S2", "T1"): 11, ("S2", "T2"): 10,
             ("S3", "T1"): 30, ("S3", "T2"): 9}  # fmt: skip
    rows = [
        {"s": s, "t": t, "q": "good", "u": "yes"}
        for (s, t), size in sizes.items()
        for _ in range(size)
    ]
    # 35 of S1 and S3 are of T1, and seven are of S1: 28 of S3 at least, and eight must be open.
    menu = ["{measure: shares, question: s}", "{measure: shares, question: s, where: {t: T1}}"]
    assert attack(rows, rows[:1], menu, "disclosure: {protection_range: 8}\n") == []


def test_one_breakdown_many_times_is_no_more_work_than_once() -> None:
    book = codebook([question("m"), question("team", "single", list(SERVICES))])
    by = "{measure: shares, question: m, by: team}"
    listed = "".join(f"    f{at}: {by}\n" for at in range(60))
    file = findings_file(book, f"findings:\n  sw:\n{listed}")
    given = responses(book, answers(book, rows_of(SERVICES)))
    with at_most(900_000):
        found = findings_of(given, file)
    once = {(one.category, one.group): one.mark for one in found.items["sw.f0"].estimates}
    assert "[c]" in once.values()
    for each in found.items.values():
        assert {(one.category, one.group): one.mark for one in each.estimates} == once


NUMBERS = codebook(
    [
        question("s", "single", ["S1", "S2", "S3"]),
        question("t", "single", ["T1", "T2"]),
        question("h", "number", [str(hours) for hours in range(15)]),
    ]
)
NUMBERS_MENU = (
    "{measure: mean, question: h}",
    "{measure: mean, question: h, by: s}",
    "{measure: mean, question: h, by: t}",
    "{measure: mean, question: h, where: {t: T1}}",
    "{measure: mean, question: h, where: {s: [S1, S2]}}",
    "{measure: shares, question: s}",
)
hours = st.lists(
    st.fixed_dictionaries(
        {
            "s": st.sampled_from(["S1", "S1", "S2", "S3", None]),
            "t": st.sampled_from(["T1", "T1", "T1", "T2"]),
            "h": st.sampled_from([None, *range(15)]),
        }
    ),
    min_size=1,
    max_size=60,
)


@few
@given(hours, st.lists(st.sampled_from(NUMBERS_MENU), min_size=2, max_size=5, unique=True))
def test_nor_for_means_of_numbers(rows: list[dict[str, Any]], menu: list[str]) -> None:
    listed = "".join(f"    f{i}: {entry}\n" for i, entry in enumerate(menu))
    file = findings_file(NUMBERS, f"findings:\n  sw:\n{listed}")
    asked = [{"s": None, "t": None, "h": None, **row} for row in rows]
    findings = findings_of(responses(NUMBERS, answers(NUMBERS, asked)), file)
    everybody = [
        {COHORT: "sw", **row, "h": None if row["h"] is None else str(row["h"])} for row in rows
    ]

    def truth(test: Test) -> int:
        return int(sum(test(row) for row in everybody))

    assert leaks(NUMBERS, file, findings, truth) == []


def test_the_attacker_finds_what_primary_suppression_alone_would_tell(monkeypatch: Any) -> None:
    monkeypatch.setattr(family, "secure", lambda _, start, implied, __: start & ~implied)
    rows = [
        {"s": s, "t": "T1", "q": q, "u": "yes"}
        for s, n in (("S1", 12), ("S2", 10), ("S3", 3))
        for q in ("good", "bad")
        for _ in range(n)
    ]
    found = attack(rows, rows[:20], [MENU[0], MENU[6]])
    assert [text.split(":")[0] for text in found] == ["sw.f0 None S3"]
