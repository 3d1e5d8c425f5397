"""Drafting what a codebook says of rows: the ids and times of a plain table, and the filters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.starters.yaml_words import scalar
from generator.survey.inspection.inspection import InspectedQuestion, Inspection
from generator.survey.likeness import fold

_ID = re.compile(r"\b(?:id|respondent|reference|ref|record|number|no|key)\b")
_PLAIN_ID = re.compile(
    r"^(?:(?:response|respondent|participant|submission|record|entry|unique|user) ?)?"
    r"(?:id|ref|reference|number|no\.?)$"
)
_TIME_WORDS = frozenset((
    "answered", "at", "completed", "completion", "created", "date", "end", "ended", "finish",
    "finished", "form", "of", "on", "recorded", "response", "start", "started", "submission",
    "submitted", "survey", "time", "timestamp", "begun", "began", "utc", "gmt",
))  # fmt: skip
_BEGUN = frozenset(("start", "started", "begun", "began", "created"))
_NO_TIME = frozenset(("date", "time", "at", "of", "on", "form", "response", "survey", "utc", "gmt"))


def mapping_of(inspection: Inspection) -> dict[str, str]:
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


def filter_lines(
    inspections: Sequence[Inspection], questions: Mapping[str, InspectedQuestion]
) -> list[str]:
    """The filters that exports need. questions: by the id that the draft gives them."""
    has_ids = any(one.has_ids or "id" in mapping_of(one) for one in inspections)
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
    completed = mapping_of(inspection).get("completed")
    return next((q.blank for q in inspection.questions if q.text == completed), 0)
