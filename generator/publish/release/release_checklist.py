"""The checklist of a release: every rule of the checks, what it found, what is left to people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.checks.consistent.consistent_rules import UNMENTIONED
from generator.checks.registry import FAMILIES, release_rules
from generator.model.issues import Family, Issue, Rule
from generator.model.release.check_settings import RuleSetting
from generator.model.release.checklist import Checklist, ChecklistPart, ChecklistRow, CheckState
from generator.model.release.record import ReleaseRecord
from generator.model.wording.dates import date_text

_NOTHING: Mapping[str, str] = MappingProxyType({})
_PEOPLE: Mapping[Family, tuple[str, ...]] = {
    "complete": ("Whether the options, reasons and risks are those that members need.",),
    "lawful": (
        "Whether the public interest was weighed rightly, and whether the decision is within the "
        "committee's terms of reference.",
    ),
    "consistent": ("Whether what the text concludes follows from the figures.",),
    "evidence": ("Whether the survey asked the right people the right questions.",),
    "private": ("Whether somebody could be known from what is told, without being named.",),
    "accessible": (
        "Whether alternative texts and link texts say what matters, and how the report sounds with "
        "a screen reader.",
    ),
    "readable": ("Whether the report can be followed by somebody who does not know the subject.",),
}


def checklist_of(
    record: ReleaseRecord,
    issues: Iterable[Issue],
    settings: Mapping[str, RuleSetting],
    excused: Mapping[str, str] = _NOTHING,
) -> Checklist:
    """The checklist of a release. issues: all that the checks found; settings: the council's.

    excused: 'Figure 3' -> why the text need not speak of it.
    """
    found: dict[str, list[Issue]] = {}
    for issue in issues:
        found.setdefault(issue.rule, []).append(issue)
    parts = []
    for family, question in FAMILIES.items():
        rules = [one for one in release_rules(found) if one.family == family]
        rows = tuple(_row(one, found.get(one.id, []), settings.get(one.id)) for one in rules)
        rows = tuple(_with_excuses(one, excused) for one in rows)
        if rows:
            parts.append(ChecklistPart(family, question, rows, _PEOPLE.get(family, ())))
    return Checklist(
        record.title,
        record.council,
        record.version,
        tuple(parts),
        tuple(
            (one.title, one.owner, date_text(one.date) if one.date else "", one.code)
            for one in record.sign_offs
        ),
        tuple(sorted(record.files.items())),
    )


def _row(rule: Rule, issues: list[Issue], said: RuleSetting | None) -> ChecklistRow:
    looked_for = rule.explanation.split(". ")[0].rstrip(".") + "."
    if said is not None and said.off:
        return ChecklistRow(rule.id, looked_for, "not applied", (said.off,), rule.source)
    state: CheckState = "partly met" if issues else "met"
    told = tuple(_told(one) for one in issues)
    return ChecklistRow(rule.id, looked_for, state, told, rule.source)


def _with_excuses(row: ChecklistRow, excused: Mapping[str, str]) -> ChecklistRow:
    """The row with the tables and figures to which its rule is not applied."""
    if row.rule != UNMENTIONED.id or row.state == "not applied":
        return row
    told = (f"not applied to {one}: {why}" for one, why in excused.items())
    return replace(row, found=(*row.found, *told))


def _told(issue: Issue) -> str:
    place = ", ".join(part for part in (issue.where.heading, issue.where.paragraph) if part)
    return f"{place}: {issue.message}" if place else issue.message
