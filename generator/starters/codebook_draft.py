"""Drafting a codebook from an inspection, for a person to read through and correct."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.errors import InputProblems
from generator.model.issues import Where
from generator.starters.filter_draft import filter_lines, mapping_of
from generator.starters.question_draft import question_ids, question_lines, scales_of
from generator.starters.starter_rules import DRAFT_WAVES
from generator.starters.yaml_words import comment, items, quoted, scalar
from generator.survey.inspection.inspection import InspectedQuestion, Inspection
from generator.survey.inspection.merged_waves import merge_waves
from generator.survey.likeness import fold
from generator.survey.survey_rules import EXPORT_REPEATED

_PERSONAL_ID = re.compile(r"\b(?:id|no|number|e-?mail|payroll)\b")


def draft_codebook(
    inspection: Inspection,
    file: str,
    cohort: str = "staff",
    wave: str = "",
    sent: int | None = None,
) -> str:
    """The text of a codebook.yaml for one export; it loads, and every answer of the export fits it.

    file: path of the export from the codebook's folder. wave: default: the year of the last answer,
    or of the file's name, or 1.
    """
    return _draft([(inspection, file, wave or _year(inspection, file))], cohort, sent)


def draft_waves(exports: Sequence[tuple[Inspection, str]], cohort: str = "staff") -> str:
    """The same for exports of several waves, put in their order.

    Questions are one where their wording or their code is the same; likenesses are remarked on.
    Raises InputProblems where two exports are of one year, or hold the same answers.
    """
    _check_different([inspection for inspection, _ in exports])
    years = [_year(inspection, file) for inspection, file in exports]
    if len(set(years)) < len(years):  # the answers' own dates may be those of an import
        named = [_year_in(file) or year for year, (_, file) in zip(years, exports, strict=True)]
        years = named if len(set(named)) == len(named) else years
    dated = [(one, file, year) for (one, file), year in zip(exports, years, strict=True)]
    seen: dict[str, str] = {}
    problems = []
    for inspection, _, wave in dated:
        if wave in seen:
            what = f"is of the same wave as {seen[wave]} ({wave})"
            mend = "draft a codebook from one of them, and add the other under files:"
            problems.append(DRAFT_WAVES.issue(Where(inspection.file), what, mend))
        seen.setdefault(wave, inspection.file)
    if problems:
        raise InputProblems(problems)
    return _draft(sorted(dated, key=lambda one: one[2]), cohort, None)


def _check_different(inspections: Sequence[Inspection]) -> None:
    """Raise InputProblems where two exports look the same in all that an inspection tells."""
    seen: dict[str, str] = {}
    problems = []
    for inspection in inspections:
        told = _told(inspection)
        if told in seen:
            what = f"holds the same answers as {seen[told]}"
            mend = "give the export of the other wave"
            problems.append(EXPORT_REPEATED.issue(Where(inspection.file), what, mend))
        seen.setdefault(told, inspection.file)
    if problems:
        raise InputProblems(problems)


def _told(inspection: Inspection) -> str:
    """What an inspection tells of the answers, wherever their columns and rows stand."""
    questions = sorted(
        repr(replace(one, column="", options=tuple(sorted(one.options, key=repr))))
        for one in inspection.questions
    )
    plain = replace(inspection, file="", layout="", layout_title="", sheet="", notes=())
    return repr((replace(plain, questions=(), personal=()), questions))


def _draft(exports: Sequence[tuple[Inspection, str, str]], cohort: str, sent: int | None) -> str:
    waves = [wave for _, _, wave in exports]
    drafts = merge_waves([(wave, _asked(inspection)) for inspection, _, wave in exports])
    questions = [draft.question for draft in drafts]
    ids, scales = question_ids(questions), scales_of(questions)
    what = "an export" if len(exports) == 1 else "exports"
    lines = [
        f"# Drafted from {what}: read it through, give the questions ids of your own and themes.",
        "cohorts:",
        f"  {cohort}: {{name: {quoted(cohort)}}}",
        f"waves: [{', '.join(quoted(wave) for wave in waves)}]",
        "files:",
        *(line for export in exports for line in _file(*export, cohort, sent)),
        *filter_lines([one for one, _, _ in exports], dict(zip(ids, questions, strict=True))),
    ]
    if scales:
        lines.append(
            "# Best answer first; say 'reversed: true' in a question where it is the worst."
        )
        lines.append("scales:")
        for options, key in scales.items():
            lines += [f"  {key}:", "    options:", *items(options, 6)]
    lines.append("questions:")
    for key, draft in zip(ids, drafts, strict=True):
        lines += question_lines(key, draft, scales, waves)
    for inspection, _, _ in exports:
        if inspection.personal:
            of = f" of {comment(inspection.file)}" if len(exports) > 1 else ""
            lines.append(f"# Not read{of}, because they name people:")
            lines += [f"#   column {p.column}: {comment(p.heading)}" for p in inspection.personal]
    return "\n".join(lines) + "\n"


def _asked(inspection: Inspection) -> list[InspectedQuestion]:
    """The questions that are no ids or times of a flat table."""
    mapped = set(mapping_of(inspection).values())
    return [question for question in inspection.questions if question.text not in mapped]


def _file(inspection: Inspection, file: str, wave: str, cohort: str, sent: int | None) -> list[str]:
    lines = [
        f"  - file: {scalar(file)}",
        f"    cohort: {cohort}",
        f"    wave: {quoted(wave)}",
        f"    layout: {inspection.layout}",
        f"    sent: {sent}" if sent else "    # sent: 100       # how many people were asked",
    ]
    if mapping := mapping_of(inspection):
        entries = ", ".join(f"{key}: {quoted(value)}" for key, value in mapping.items())
        lines.append(f"    mapping: {{{entries}}}    # no questions: take out what is one")
    elif inspection.layout == "flat":
        known = (one.heading for one in inspection.personal)
        if named := next((name for name in known if _PERSONAL_ID.search(fold(name))), ""):
            remark = "# tells who answered twice; it is read for nothing else"
            lines.append(f"    # mapping: {{id: {quoted(comment(named))}}}    {remark}")
    if inspection.sheet:
        lines.append(f"    sheet: {scalar(inspection.sheet)}")
    if inspection.first is not None and inspection.last is not None:
        lines.append(f"    fieldwork: {{from: {inspection.first}, to: {inspection.last}}}")
    return lines


def _year(inspection: Inspection, file: str) -> str:
    return str(inspection.last.year) if inspection.last is not None else _year_in(file) or "1"


def _year_in(file: str) -> str:
    found = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", Path(file).name)
    return found.group(0) if found else ""
