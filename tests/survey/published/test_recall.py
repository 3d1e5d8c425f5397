"""Reports on one survey, held against what was published of it before."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.inputs import survey_notes
from generator.errors import InputProblems
from generator.survey.survey_rules import PUBLISHED_BEFORE, PUBLISHED_REFUSED
from tests.survey.published.surveys import (
    BY,
    SERVICES,
    Survey,
    codebook,
    marked,
    protecting,
    rows_of,
)

PAIRS = "{Court: Court and Duty, Duty: Court and Duty, Care: Care and Play, Play: Care and Play}"
TOGETHER = codebook(f"options: [Court and Duty, Care and Play]\n    renamed_options: {PAIRS}")
OTHER_ID = TOGETHER.replace("  service:\n", "  part:\n")
DERIVED = codebook(
    more="""\
  part:
    from: service
    groups: {Court and Duty: [Court, Duty], Care and Play: [Care, Play]}
    text: Part
"""
)


def told(survey: Survey, name: str) -> list[str]:
    found = list(survey_notes(survey.findings(name)))
    assert all(issue.rule == PUBLISHED_BEFORE.id for issue in found)
    return [str(issue) for issue in found]


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    """A workspace in which the first report has been published."""
    made = Survey(tmp_path)
    made.write("first", rows_of())
    assert marked(made.findings("first"), "sw.by") == {"Court", "Care"}
    assert made.publish("first")
    return made


@pytest.mark.parametrize(
    ("book", "by"),
    [(TOGETHER, "service"), (OTHER_ID, "part"), (DERIVED, "part")],
    ids=["renamed", "another id", "derived"],
)
def test_services_put_together_do_not_tell_one_that_another_report_withheld(
    survey: Survey, book: str, by: str
) -> None:
    findings = BY.replace("by: service", f"by: {by}")
    survey.write("second", rows_of(), findings, book)
    # 15 of Court and Duty, less the 12 of Duty, would be the 3 of Court.
    assert not marked(survey.findings("second"), "sw.by")
    (warning,) = told(survey, "second")
    assert "'First' (inputs/first, for 15 March 2023)" in warning
    assert "2 figures of sw.by would tell what is withheld" in warning
    assert "write 'published: protect' under disclosure:" in warning
    survey.write("second", rows_of(), protecting(findings), book)
    assert marked(survey.findings("second"), "sw.by") == {"Court and Duty", "Care and Play"}
    assert not told(survey, "second")


@pytest.mark.parametrize(("book", "by"), [(TOGETHER, "service"), (OTHER_ID, "part")])
def test_nor_where_the_services_put_together_were_published_first(
    tmp_path: Path, book: str, by: str
) -> None:
    survey = Survey(tmp_path)
    survey.write("first", rows_of(), BY.replace("by: service", f"by: {by}"), book)
    assert survey.publish("first")
    survey.write("second", rows_of())
    assert marked(survey.findings("second"), "sw.by") == {"Court", "Care"}
    (warning,) = told(survey, "second")
    assert "2 figures of sw.by would tell what is withheld" in warning
    # With Duty published, 15 of Court and Duty would tell Court. Care need not hide it any more.
    survey.write("second", rows_of(), protecting(BY))
    assert marked(survey.findings("second"), "sw.by") == {"Court", "Duty"}


def test_the_same_answers_built_again_say_nothing(survey: Survey) -> None:
    assert not told(survey, "first")
    before = survey.findings("first").items
    survey.write("first", rows_of(), protecting(BY))
    assert survey.findings("first").items == before
    assert not survey.publish("first")


def test_one_more_answer_is_told_of_and_refused_where_asked(survey: Survey) -> None:
    rows = [*rows_of(), ("Duty", "Yes")]
    survey.write("first", rows)
    (warning,) = told(survey, "first")
    assert "the answers have changed since 'First' (inputs/first, for 15 March 2023)" in warning
    assert "sw.all and sw.by tells what a few people answered" in warning
    survey.write("first", rows, protecting(BY))
    with pytest.raises(InputProblems) as caught:
        survey.findings("first")
    assert [one.rule for one in caught.value.problems] == [PUBLISHED_REFUSED.id]
    assert "use the export as it was then" in str(caught.value.problems[0])


def test_an_answer_that_was_corrected_is_told_of(survey: Survey) -> None:
    rows = rows_of()
    rows[-1] = (rows[-1][0], "Yes")
    survey.write("first", rows)
    assert "the answers have changed" in told(survey, "first")[0]


def test_many_more_answers_of_every_group_are_no_secret(survey: Survey) -> None:
    survey.write("first", rows_of({name: (y + 10, n + 10) for name, (y, n) in SERVICES.items()}))
    assert not told(survey, "first")


def test_another_survey_says_nothing(survey: Survey) -> None:
    findings = BY.replace("by: service", "by: part")
    survey.write("second", rows_of(), findings, OTHER_ID.replace("check-2022", "check-2023"))
    assert not told(survey, "second")
    survey.write("second", rows_of(), findings, OTHER_ID.replace("survey: check-2022\n", ""))
    assert not told(survey, "second")


def test_what_cannot_be_compared_is_told_of_and_refused_where_asked(survey: Survey) -> None:
    other = codebook().replace("sw: {name", "mg: {name").replace("cohort: sw", "cohort: mg")
    findings = BY.replace("sw:", "mg:")
    survey.write("second", rows_of(), findings, other)
    (warning,) = told(survey, "second")
    assert "cannot be compared: there is no cohort 'sw' here" in warning
    survey.write("second", rows_of(), protecting(findings), other)
    with pytest.raises(InputProblems, match="cannot be compared"):
        survey.findings("second")


def test_a_register_that_cannot_be_read_is_refused_with_its_line(survey: Survey) -> None:
    register = survey.root / "inputs" / "published.jsonl"
    register.write_text(register.read_text("utf-8") + "{not an entry}\n", encoding="utf-8")
    with pytest.raises(InputProblems) as caught:
        survey.findings("first")
    assert str(caught.value.problems[0].where) == "inputs/published.jsonl:2"
    assert "is not an entry of the register" in str(caught.value.problems[0])
