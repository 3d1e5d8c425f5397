"""Every day of a report, backwards from its meeting.

The law says when the agenda is published and notice of a key decision is given; the council how
many working days democratic services, officers and authors have before that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.compose.front_matter_values import is_yes
from generator.model.format import Format, ImplicationRule, signed_rules
from generator.model.release.due_days import DueDay, DueKind, TimetableSettings
from generator.model.release.law import Law, Period
from generator.model.report import Consideration, Report
from generator.model.wording.english import listed
from generator.model.wording.names import name_of
from generator.signoff.despatch import (
    clear_days_between,
    last_day,
    working_days_after,
    working_days_before,
)

KEY_DECISION = "key_decision"
"""The row of the front matter that says whether the report asks for a key decision."""
URGENT, URGENT_REASON = "urgent", "reason_for_urgency"
"""Rows by which a format may ask whether the report is urgent, and why."""
_WORKING = Period(0)
_LEAVE = {
    "general": "taken under the general exception",
    "special_urgency": "a case of special urgency",
}


def timetable_days(report: Report, format_: Format, law: Law) -> tuple[DueDay, ...]:
    """The days of a report in their order, the latest last."""
    settings = report.council.timetable
    publication = last_day(report.meeting, law.clear_days, report.council.jurisdiction)
    found = [
        DueDay("meeting", "meeting", f"Meeting of the {report.committee.name}", report.meeting),
        *_published(report, law, publication),
        *_notices(report, law),
        *_written(report, format_, settings, publication),
        *_considered(report),
        *_decision(report, law),
        *_call_in(report, settings),
    ]
    order = list(_ORDER)
    return tuple(
        _with_clear(one, report)
        for one in sorted(found, key=lambda one: (one.day, order.index(one.kind), one.key))
    )


_ORDER: tuple[DueKind, ...] = (
    "notice", "considered", "draft", "sign_off", "final", "published", "publication", "meeting",
    "decision", "call_in",
)  # fmt: skip


def asks_for_key_decision(report: Report) -> bool:
    """Whether the front matter says that the report asks for a key decision."""
    return is_yes(report.front_matter.get(KEY_DECISION)) is True


def urgent_reason(report: Report) -> str:
    """Why the report is urgent: its own key, or the rows of a format that asks for it there."""
    if report.urgent or is_yes(report.front_matter.get(URGENT)) is not True:
        return report.urgent
    return str(report.front_matter.get(URGENT_REASON, ""))


def _published(report: Report, law: Law, publication: date) -> Iterator[DueDay]:
    what = "Last day to publish the agenda and send out the reports"
    yield DueDay("publication", "publication", what, publication, law.clear_days.source)
    if report.published is not None and report.published != publication:
        what = "Published, as the report says"
        yield DueDay("published", "published", what, report.published)


def _notices(report: Report, law: Law) -> Iterator[DueDay]:
    if law.notice is None or not asks_for_key_decision(report):
        return
    given = report.notice
    last = last_day(report.meeting, law.notice, report.council.jurisdiction)
    what = "Last day to give notice of the key decision in the forward plan"
    if given is not None and given.exception:
        what += f"; {_LEAVE.get(given.exception, given.exception)}"
    yield DueDay("notice", "notice", what, last, law.notice.source)
    if given is not None and given.day is not None and given.day != last:
        yield DueDay("notice", "notice-given", "Notice of the key decision given", given.day)


def _written(
    report: Report, format_: Format, settings: TimetableSettings, publication: date
) -> Iterator[DueDay]:
    """The final report, the sign-offs before it, and the draft before these."""
    where = report.council.jurisdiction
    final = working_days_before(publication, settings.final, where)
    yield DueDay("final", "final", "Final report to democratic services", final)
    first = final
    for owner, titles in _owners(report, format_).items():
        days = settings.owners.get(owner, settings.sign_offs)
        day = working_days_before(final, days, where)
        first = min(first, day)
        what = f"Sign-off of {owner}: {listed(titles)}"
        yield DueDay("sign_off", f"sign-off-{name_of(owner)}", what, day)
    draft = working_days_before(first, settings.draft, where)
    yield DueDay("draft", "draft", "Draft to those who sign off", draft)


def _owners(report: Report, format_: Format) -> dict[str, list[str]]:
    """Who signs off -> the titles of what they do, in the format's order."""
    given = {one.implication for one in report.sign_offs}

    def asked(rule: ImplicationRule) -> bool:
        return rule.required or rule.key in given or rule.key in report.implications

    found: dict[str, list[str]] = {}
    for rule in filter(asked, signed_rules(format_)):
        found.setdefault(rule.owner or rule.title, []).append(rule.title)
    return found


def _considered(report: Report) -> Iterator[DueDay]:
    for row, value in report.front_matter.items():
        for at, one in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(one, Consideration):
                key = f"{name_of(row)}-{at + 1}"
                yield DueDay("considered", key, f"Considered by {one.body}", one.date)


def _decision(report: Report, law: Law) -> Iterator[DueDay]:
    """By when what was decided is published, where the law sets a number of days."""
    if law.decision_notice is not None and law.decision_notice.days:
        days, where = law.decision_notice.days, report.council.jurisdiction
        day = working_days_after(report.meeting, days, where)
        what = "Last day to publish what was decided"
        yield DueDay("decision", "decision", what, day, law.decision_notice.source)


def _call_in(report: Report, settings: TimetableSettings) -> Iterator[DueDay]:
    if settings.call_in:
        where = report.council.jurisdiction
        day = working_days_after(report.meeting, settings.call_in, where)
        yield DueDay("call_in", "call-in", "Last day of call-in", day)


def _with_clear(one: DueDay, report: Report) -> DueDay:
    first, last = sorted((one.day, report.meeting))
    days = clear_days_between(first, last, _WORKING, report.council.jurisdiction)
    return replace(one, clear=days)
