"""The smaller parts of a codebook: filters, headcounts and approved quotations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.config.config_rules import CODEBOOK_NAMES, CODEBOOK_SELECTION
from generator.config.schema.schema_check import Checked
from generator.config.yaml.yaml_file import YamlPath
from generator.errors import Problems, did_you_mean
from generator.model.survey.codebook import (
    ApprovedQuotation,
    Cohort,
    Filters,
    Headcount,
    Question,
    Selection,
)
from generator.model.wording.dates import day_or_none

Questions = Mapping[str, Question] | None
"""The questions by id; None where they could not be read, so nothing is checked against them."""


def texts(value: Any) -> tuple[str, ...]:
    """A value or a list of values as texts: 2022 as '2022'."""
    if value is None:
        return ()
    return tuple(str(item) for item in (value if isinstance(value, list) else [value]))


def read_selection(
    checked: Checked, entry: Mapping[str, Any], at: YamlPath, questions: Questions,
    problems: Problems, anywhere: bool = False,
) -> Selection:  # fmt: skip
    """Answers known by one column: one of question and column, and one of answers and contains.

    anywhere: neither question nor column is needed.
    """
    where = checked.file.where(at)
    both = "question" in entry and "column" in entry
    if both or (not anywhere and "question" not in entry and "column" not in entry):
        problems.add(
            CODEBOOK_SELECTION,
            where,
            "needs one of the keys 'question' and 'column'",
            "keep one of them",
        )
    if ("answers" in entry) == ("contains" in entry):
        problems.add(
            CODEBOOK_SELECTION,
            where,
            "needs one of the keys 'answers' and 'contains'",
            "keep one of them",
        )
    question = str(entry.get("question", ""))
    if question:
        _require_question(checked, question, (*at, "question"), questions, problems)
    return Selection(
        column=str(entry.get("column", "")),
        question=question,
        answers=texts(entry.get("answers")),
        contains=str(entry.get("contains", "")),
    )


def read_filters(checked: Checked, questions: Questions, problems: Problems) -> Filters:
    """Which answers are left out."""
    entry = checked.get("filters") or {}
    tests = entry.get("test_answers", [])
    path: YamlPath = ("filters", "test_answers")
    numbered = isinstance(tests, list)
    return Filters(
        duplicates=entry.get("duplicates", ""),
        keep=entry.get("keep", "last"),
        incomplete=entry.get("incomplete", "keep"),
        test_answers=tuple(
            read_selection(
                checked, test, (*path, i) if numbered else path, questions, problems, anywhere=True
            )
            for i, test in enumerate(tests if numbered else [tests])
        ),
        same_answers=float(entry.get("same_answers", Filters().same_answers)),
        where=checked.file.where(("filters",)),
    )


def read_workforce(
    checked: Checked,
    cohorts: Mapping[str, Cohort],
    waves: tuple[str, ...],
    questions: Questions,
    problems: Problems,
) -> tuple[Headcount, ...]:
    """Headcounts by question, where they differ also by cohort or 'cohort.wave'."""
    found: list[Headcount] = []
    for name, entry in (checked.get("workforce") or {}).items():
        at: YamlPath = ("workforce", name)
        _require_question(checked, name, at, questions, problems)
        flat = {key: value for key, value in entry.items() if isinstance(value, int)}
        groups = {key: value for key, value in entry.items() if isinstance(value, Mapping)}
        if flat and groups:
            what = "mixes options and cohorts"
            problems.add(
                CODEBOOK_SELECTION, checked.file.where(at), what, "give all options, or all cohorts"
            )
        entries: Mapping[str, Mapping[str, int]] = {"": flat} if flat else groups
        for key, counts in entries.items():
            place = (*at, key) if key else at
            cohort, wave = _cohort_wave(checked, key, place, cohorts, waves, problems)
            where = checked.file.where(place)
            _check_options(checked, name, counts, place, questions, problems)
            found.append(Headcount(name, counts, where, cohort, wave))
    return tuple(found)


def _cohort_wave(
    checked: Checked,
    key: str,
    at: YamlPath,
    cohorts: Mapping[str, Cohort],
    waves: tuple[str, ...],
    problems: Problems,
) -> tuple[str, str]:
    cohort, _, wave = key.partition(".")
    if cohort and cohorts and cohort not in cohorts:
        hint = did_you_mean(cohort, list(cohorts))
        problems.add(CODEBOOK_NAMES, checked.file.where(at), f"there is no cohort {cohort!r}", hint)
    if wave and waves and wave not in waves:
        hint = did_you_mean(wave, waves)
        problems.add(CODEBOOK_NAMES, checked.file.where(at), f"there is no wave {wave!r}", hint)
    return cohort, wave


def _check_options(
    checked: Checked, name: str, counts: Mapping[str, int], at: YamlPath, questions: Questions,
    problems: Problems,
) -> None:  # fmt: skip
    question = (questions or {}).get(name)
    if question is None:
        return
    known = question.own_options
    for option in counts:
        if known and option not in question.every_option:
            what = f"{option!r} is no option of {name!r}"
            problems.add(
                CODEBOOK_NAMES, checked.file.where((*at, option)), what, did_you_mean(option, known)
            )


def read_quotations(
    checked: Checked,
    cohorts: Mapping[str, Cohort],
    waves: tuple[str, ...],
    questions: Questions,
    problems: Problems,
) -> dict[str, ApprovedQuotation]:
    """Approved quotations by id."""
    found: dict[str, ApprovedQuotation] = {}
    for key, entry in (checked.get("quotations") or {}).items():
        at: YamlPath = ("quotations", key)
        _cohort_wave(checked, str(entry["cohort"]), (*at, "cohort"), cohorts, waves, problems)
        wave = str(entry["wave"])
        if waves and wave not in waves:
            place = checked.file.where((*at, "wave"))
            problems.add(
                CODEBOOK_NAMES, place, f"there is no wave {wave!r}", did_you_mean(wave, waves)
            )
        _require_question(checked, entry["question"], (*at, "question"), questions, problems)
        found[key] = ApprovedQuotation(
            id=key,
            cohort=str(entry["cohort"]),
            wave=wave,
            question=str(entry["question"]),
            text=str(entry["text"]),
            where=checked.file.where(at),
            approved_by=str(entry["approved_by"]),
            approved_on=day_or_none(entry.get("approved_on")),
        )
    return found


def _require_question(
    checked: Checked, name: str, at: YamlPath, questions: Questions, problems: Problems
) -> None:
    if questions is not None and name not in questions:
        hint = did_you_mean(name, list(questions))
        problems.add(CODEBOOK_NAMES, checked.file.where(at), f"there is no question {name!r}", hint)
