"""Two groupings of one column, and an attacker who knows how each answer is grouped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.findings import Findings
from generator.model.survey.codebook import NumberRange, Question
from generator.survey.answers.derive import derived_columns
from generator.survey.answers.responses import Answers
from generator.survey.compute import findings_of
from tests.survey.disclosure.attacker import COHORT, Reader, Test, leaks
from tests.survey.made import HERE, answers, codebook, question, responses
from tests.survey.made import settings as findings_file

GRADES = ("g1", "g2", "g3", "g4", "g5")


def grouped(id: str, **groups: Sequence[str]) -> Question:
    """A question derived from the grade."""
    found = {name: tuple(of) for name, of in groups.items()}
    return question(id, "single", list(found), source="grade", groups=found)


def banded(id: str, cut: float) -> Question:
    """A question derived from the age."""
    bands = {"younger": NumberRange(below=cut), "older": NumberRange(at_least=cut)}
    return question(id, "single", list(bands), source="age", bands=bands)


BOOK = codebook(
    [
        question("grade", "single", GRADES),
        grouped("half", low=GRADES[:2], high=GRADES[2:]),
        grouped("third", bottom=GRADES[:1], middle=GRADES[1:3], top=GRADES[3:]),
        grouped("odd", odd=GRADES[::2], even=GRADES[1::2]),
        question("m", "single", ["yes", "no"]),
        question("t", "single", ["T1", "T2"]),
        question("age", "number"),
        banded("thirty", 30),
        banded("twenty_five", 25),
    ]
)


def part_of(rows: Sequence[Mapping[str, Any]]) -> Answers:
    """The answers, with those of the derived questions."""
    part = answers(BOOK, rows)
    derived, problems = derived_columns(BOOK.questions, part.columns, HERE)
    assert not problems
    return replace(part, columns={**part.columns, **derived})


def published(rows: Sequence[Mapping[str, Any]], entries: Sequence[str]) -> Findings:
    """The findings f0, f1, ... of some respondents."""
    listed = "".join(f"    f{i}: {entry}\n" for i, entry in enumerate(entries))
    file = findings_file(BOOK, f"findings:\n  sw:\n{listed}")
    return findings_of(responses(BOOK, part_of(rows)), file)


def shown(findings: Findings, key: str) -> list[str]:
    """The groups or answers that are published."""
    return [
        found.group or found.category or ""
        for found in findings.items[f"sw.{key}"].estimates
        if found.value is not None
    ]


AGES = (
    [{"age": 20, "m": "yes"}] * 12 + [{"age": 22, "m": "no"}] * 8 + [{"age": 27, "m": "yes"}] * 2
    + [{"age": 40, "m": "yes"}] * 20 + [{"age": 50, "m": "no"}] * 20
)  # fmt: skip
BY = "{{measure: percent, question: m, options: ['yes'], by: {}}}"


def test_two_groupings_of_one_column_do_not_tell_the_few_between_them() -> None:
    alone = published(AGES, [BY.format("thirty")])
    assert shown(alone, "f0") == ["younger", "older"]
    both = published(AGES, [BY.format("thirty"), BY.format("twenty_five")])
    assert not (shown(both, "f0") and shown(both, "f1"))


def test_two_groupings_with_enough_people_between_them_are_published() -> None:
    between = [{"age": 27, "m": answer} for answer in ("yes", "no") for _ in range(10)]
    both = published([*AGES, *between], [BY.format("thirty"), BY.format("twenty_five")])
    assert shown(both, "f0") == shown(both, "f1") == ["younger", "older"]


@pytest.mark.parametrize(
    "entry",
    ["{measure: shares, question: twenty_five}",
     "{measure: percent, question: age, numbers: {below: 25}}"],
)  # fmt: skip
def test_the_size_of_the_few_between_two_groupings_is_not_told(entry: str) -> None:
    both = published(AGES, [BY.format("thirty"), entry])
    assert not (shown(both, "f0") and shown(both, "f1"))


def test_the_mean_of_a_number_stands_beside_its_bands() -> None:
    found = published(AGES, [BY.format("thirty"), "{measure: mean, question: age}"])
    assert shown(found, "f0") == ["younger", "older"]
    assert shown(found, "f1") == [""]


def test_groups_of_a_question_that_is_scored_stand_beside_its_score() -> None:
    steps = ("Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree")
    groups = {"glad": steps[:2], "not": steps[2:]}
    mood = question("mood", "single", list(groups), source="q", groups=groups)
    book = codebook([question("q"), question("r"), mood, question("m", "single", ["yes", "no"])])
    rows = [
        {"q": q, "r": "Agree", "m": m} for q in steps[:4] for m in ("yes", "no") for _ in range(10)
    ]
    part = answers(book, rows)
    derived, _ = derived_columns(book.questions, part.columns, HERE)
    part = replace(part, columns={**part.columns, **derived})
    entries = (BY.format("mood"), BY.format("q"), "{measure: index, questions: [q, r]}",
               "{measure: shares, question: mood}")  # fmt: skip
    listed = "".join(f"    f{i}: {entry}\n" for i, entry in enumerate(entries))
    file = findings_file(book, f"findings:\n  sw:\n{listed}")
    found = findings_of(responses(book, part), file)
    assert shown(found, "f0") == ["glad", "not"]
    assert shown(found, "f1") == list(steps[:4])
    assert shown(found, "f3") == ["glad", "not"]


# ---------------------------------------------------------------- the attacker
KEYS = ("half", "third", "odd", "grade")
MENU = (
    *(BY.format(key) for key in KEYS),
    *(f"{{measure: shares, question: {key}}}" for key in KEYS),
    *(f"{{measure: shares, question: {key}, by: t}}" for key in KEYS[:3]),
    BY.format("[half, t]"),
    "{measure: percent, question: m, options: ['yes'], where: {third: [middle, top]}}",
    "{measure: percent, question: m, options: ['yes'], where: {t: T1}, by: half}",
    "{measure: percent, question: m, options: ['yes']}",
)
ROWS = [
    {"grade": g, "m": m, "t": t} for g in GRADES for m in ("yes", "no", None) for t in ("T1", "T2")
]
people = st.lists(st.integers(0, 9), min_size=len(ROWS), max_size=len(ROWS)).map(
    lambda times: [row for row, n in zip(ROWS, times, strict=True) for _ in range(n)] or ROWS[:1]
)
chosen = st.lists(st.sampled_from(MENU), min_size=2, max_size=5, unique=True)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(people, chosen)
def test_no_solver_can_narrow_down_a_withheld_figure(
    rows: list[dict[str, Any]], menu: list[str]
) -> None:
    asked = {"grade": None, "m": None, "t": None}
    listed = "".join(f"    f{i}: {entry}\n" for i, entry in enumerate(menu))
    file = findings_file(BOOK, f"findings:\n  sw:\n{listed}")
    findings = published([{**asked, **row} for row in rows], menu)
    reader = Reader(BOOK, file, findings)
    known = [{**row, **{k: reader._group(k, row["grade"]) for k in KEYS}} for row in rows]

    def truth(test: Test) -> int:
        return int(sum(test({COHORT: "sw", **row}) for row in known))

    assert leaks(BOOK, file, findings, truth) == []
