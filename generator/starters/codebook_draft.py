"""Drafting a codebook from an inspection, for a person to read through and correct."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.errors import InputProblems
from generator.model.issues import Where
from generator.starters.starter_rules import DRAFT_WAVES
from generator.starters.yaml_words import comment, items, quoted, scalar
from generator.survey.inspection.characteristics import is_characteristic
from generator.survey.inspection.inspection import InspectedQuestion, Inspection
from generator.survey.inspection.merged_waves import (
    DraftQuestion,
    made_by_tool,
    merge_waves,
    row_of,
)
from generator.survey.likeness import fold
from generator.survey.survey_rules import EXPORT_REPEATED

_ID = re.compile(r"\b(?:id|respondent|reference|ref|record|number|no|key)\b")
_PLAIN_ID = re.compile(
    r"^(?:(?:response|respondent|participant|submission|record|entry|unique|user) ?)?"
    r"(?:id|ref|reference|number|no\.?)$"
)
_PERSONAL_ID = re.compile(r"\b(?:id|no|number|e-?mail|payroll)\b")
_TIME_WORDS = frozenset((
    "answered", "at", "completed", "completion", "created", "date", "end", "ended", "finish",
    "finished", "form", "of", "on", "recorded", "response", "start", "started", "submission",
    "submitted", "survey", "time", "timestamp", "begun", "began", "utc", "gmt",
))  # fmt: skip
_BEGUN = frozenset(("start", "started", "begun", "began", "created"))
_NO_TIME = frozenset(("date", "time", "at", "of", "on", "form", "response", "survey", "utc", "gmt"))


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
    ids, scales = _ids(questions), _scales(questions)
    what = "an export" if len(exports) == 1 else "exports"
    lines = [
        f"# Drafted from {what}: read it through, give the questions ids of your own and themes.",
        "cohorts:",
        f"  {cohort}: {{name: {quoted(cohort)}}}",
        f"waves: [{', '.join(quoted(wave) for wave in waves)}]",
        "files:",
        *(line for export in exports for line in _file(*export, cohort, sent)),
        *_filters([one for one, _, _ in exports], dict(zip(ids, questions, strict=True))),
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
        lines += _question(key, draft, scales, waves)
    for inspection, _, _ in exports:
        if inspection.personal:
            of = f" of {comment(inspection.file)}" if len(exports) > 1 else ""
            lines.append(f"# Not read{of}, because they name people:")
            lines += [f"#   column {p.column}: {comment(p.heading)}" for p in inspection.personal]
    return "\n".join(lines) + "\n"


def _asked(inspection: Inspection) -> list[InspectedQuestion]:
    """The questions that are no ids or times of a flat table."""
    mapped = set(_mapping(inspection).values())
    return [question for question in inspection.questions if question.text not in mapped]


def _file(inspection: Inspection, file: str, wave: str, cohort: str, sent: int | None) -> list[str]:
    lines = [
        f"  - file: {scalar(file)}",
        f"    cohort: {cohort}",
        f"    wave: {quoted(wave)}",
        f"    layout: {inspection.layout}",
        f"    sent: {sent}" if sent else "    # sent: 100       # how many people were asked",
    ]
    if mapping := _mapping(inspection):
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


def _mapping(inspection: Inspection) -> dict[str, str]:
    """What a table of no known tool does not say of itself: ids, times and what joins answers."""
    if inspection.layout != "flat":
        return {}
    found: dict[str, str] = {}
    for question in inspection.questions:
        every = question.answered == inspection.answers
        heading = fold(question.text)
        # A few people may have answered twice.
        repeated = question.distinct >= 0.8 * inspection.answers and _PLAIN_ID.match(heading)
        alone = question.distinct == inspection.answers and _ID.search(heading)
        if every and (alone or repeated):
            found.setdefault("id", question.text)
        elif question.kind == "date" and (role := _time_of(heading)):
            found.setdefault(role, question.text)
        elif question.separator == ",":
            found["separator"] = ","
    return found


def _time_of(heading: str) -> str:
    """'started' or 'completed' for a heading of nothing but a time of answering, else ''."""
    words = set(re.findall(r"[a-z]+", heading))
    if not words <= _TIME_WORDS or words <= _NO_TIME:
        return ""
    return "started" if words & _BEGUN else "completed"


def _year(inspection: Inspection, file: str) -> str:
    return str(inspection.last.year) if inspection.last is not None else _year_in(file) or "1"


def _year_in(file: str) -> str:
    found = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", Path(file).name)
    return found.group(0) if found else ""


def _filters(
    inspections: Sequence[Inspection], questions: Mapping[str, InspectedQuestion]
) -> list[str]:
    """questions: by the id that the draft gives them."""
    has_ids = any(one.has_ids or "id" in _mapping(one) for one in inspections)
    lines = [
        "filters:",
        f"  duplicates: {'id' if has_ids else 'none'}    # id, content or none",
        "  keep: last",
    ]
    lines += _tests(inspections, questions)
    if partial := sum(one.partial or _unfinished(one) for one in inspections):
        noun = "answer was" if partial == 1 else "answers were"
        lines.append(f"  incomplete: drop    # {partial} {noun} not submitted")
    return lines


def _tests(
    inspections: Sequence[Inspection], questions: Mapping[str, InspectedQuestion]
) -> list[str]:
    """The filter of answers that only say 'test'; where that is an option too, by question."""
    found = sum(one.tests for one in inspections)
    if not found:
        return []
    noun = "answer says" if found == 1 else "answers say"
    note = f"# {found} {noun} 'test' and nothing else"
    said = {fold(text): None for question in questions.values() for text in question.tests}
    options = {fold(option.text) for question in questions.values() for option in question.options}
    if options.isdisjoint(said):
        return [f"  test_answers: {{answers: [{', '.join(map(scalar, said))}]}}    {note}"]
    tests = {key: dict.fromkeys(map(fold, one.tests)) for key, one in questions.items()}
    selections = [
        f"{{question: {key}, answers: [{', '.join(map(scalar, texts))}]}}"
        for key, texts in tests.items()
        if texts
    ]
    return [f"  test_answers: [{', '.join(selections)}]    {note}"]


def _unfinished(inspection: Inspection) -> int:
    """How many answers of a flat table have no time of completion."""
    completed = _mapping(inspection).get("completed")
    return next((q.blank for q in inspection.questions if q.text == completed), 0)


def _question(
    key: str, draft: DraftQuestion, scales: dict[tuple[str, ...], str], waves: Sequence[str]
) -> list[str]:
    question = draft.question
    lines = [f"  # {comment(remark)}" for remark in draft.remarks]
    lines += [f"  {key}:", f"    text: {scalar(question.text)}"]
    if draft.texts:
        lines.append("    texts:")
        lines += [f"      {quoted(wave)}: {scalar(text)}" for wave, text in draft.texts.items()]
    if len(draft.waves) < len(waves):
        lines.append(f"    waves: [{', '.join(quoted(wave) for wave in draft.waves)}]")
    if question.code:
        lines.append(f"    codes: {scalar(question.code)}")
    lines.append(f"    kind: {question.kind}")
    states = (*question.prefer_not_to_say, *question.not_applicable)
    options = tuple(option.text for option in question.options if option.text not in states)
    if question.kind == "scale":
        lines.append(f"    scale: {scales[_widest(options, scales)]}")
    elif question.kind in ("single", "multi"):
        lines += ["    options:", *items(options, 6)]
    if question.not_numbers:
        lines += ["    not_applicable:    # no numbers: they are left out of means",
                  *items(question.not_numbers, 6)]  # fmt: skip
    if question.prefer_not_to_say:
        lines += ["    prefer_not_to_say:", *items(question.prefer_not_to_say, 6)]
    if question.not_applicable and not question.not_numbers:
        lines += ["    not_applicable:", *items(question.not_applicable, 6)]
    if draft.renamed:
        lines.append("    renamed_options:")
        lines += [f"      {quoted(old)}: {scalar(new)}" for old, new in draft.renamed.items()]
    if question.kind in ("single", "multi") and is_characteristic(question.text, options):
        lines.append(
            "    characteristic: true    # asks who somebody is: small counts are withheld"
        )
    if question.other and question.kind in ("single", "multi"):
        if number := question.written_in:
            what = (
                "answer, of one person,"
                if number == 1
                else "different answers, of one person each,"
            )
            lines.append(f"    # {number} {what} would count as 'Other': is one of them an option?")
        lines.append("    other: true")
    return lines


def _scales(questions: Sequence[InspectedQuestion]) -> dict[tuple[str, ...], str]:
    """Options in order -> key, one for each scale that occurs.

    Where nobody chose an option of a question, it has the scale of a question where somebody did.
    """
    every: dict[tuple[str, ...], str] = {}
    for question in questions:
        if question.kind == "scale":
            states = (*question.prefer_not_to_say, *question.not_applicable)
            options = tuple(o.text for o in question.options if o.text not in states)
            every.setdefault(options, question.scale)
    found: dict[tuple[str, ...], str] = {}
    used: dict[str, int] = {}
    for options, name in every.items():
        if _widest(options, every) == options:
            used[name] = used.get(name, 0) + 1
            found[options] = name if used[name] == 1 else f"{name}_{used[name]}"
    return found


def _widest(options: tuple[str, ...], scales: dict[tuple[str, ...], str]) -> tuple[str, ...]:
    """The longest of the scales that holds all these options in this order."""
    wide = [
        other
        for other in scales
        if tuple(fold(o) for o in other if fold(o) in {fold(x) for x in options})
        == tuple(fold(o) for o in options)
    ]
    return max(wide, key=len, default=options)


def _ids(questions: Sequence[InspectedQuestion]) -> list[str]:
    """An id for each question, all different: its code where that is a name, else its first words.

    Of a row of a grid, the words of its sub-question.
    """
    used: set[str] = set()
    ids: list[str] = []
    for question in questions:
        named = question.code and not (made_by_tool(question.code) and question.text)
        text = (row_of(question.text) if question.kind != "multi" else "") or question.text
        base = _slug(question.code) if named else _slug(_words(text))
        key, number = base, 2
        while key in used:
            key, number = f"{base}_{number}", number + 1
        used.add(key)
        ids.append(key)
    return ids


def _words(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", fold(text).replace("'", ""))
    small = {"the", "a", "an", "of", "to", "in", "is", "are", "do", "you", "your", "my", "i", "how",
             "what", "which", "that", "and", "or", "for", "with", "have", "has"}  # fmt: skip
    telling = [word for word in words if word not in small] or words
    return "_".join(telling[:5])


def _slug(text: str) -> str:
    slug = re.sub(r"[^A-Za-z0-9]+", "_", text).strip("_")
    if not slug:
        return "question"
    return slug if slug[0].isalpha() else f"q_{slug}"
