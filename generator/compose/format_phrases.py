"""What the {placeholders} in a format's texts stand for, in one report.

Besides the report's own facts there is a phrase for each front-matter row, under the row's key. The
format's context may put it in a sentence: `key_decision_yes` and `key_decision_no` for a Yes/No
row, `wards_affected_all` where the row says All, `wards_affected_some` with {value} for others.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.compose.front_matter_values import is_yes, value_of, value_text
from generator.compose.statutory import paragraphs_text
from generator.model.format import PLACEHOLDERS, Format, FrontMatterRule
from generator.model.report import Report
from generator.model.wording.dates import date_text
from generator.model.wording.placeholders import with_places

# Placeholders every text may hold; docs/formats.md explains them.
BUILT_IN = PLACEHOLDERS


def phrases(report: Report, format_: Format) -> dict[str, str]:
    """Placeholder -> text; '' where the report says nothing."""
    exemption = report.exemption
    published = report.published
    found = {
        "title": report.title,
        "council": report.council.name,
        "council_short_name": report.council.short_name or report.council.name,
        "committee": report.committee.short_name or report.committee.name,
        "committee_name": report.committee.name,
        "meeting_date": date_text(report.meeting, format_.date_format),
        "published": date_text(published, format_.date_format) if published else "",
        "marking": report.marking,
        "exempt_paragraphs": paragraphs_text(exemption.paragraphs) if exemption else "",
        "public_interest": exemption.public_interest if exemption else "",
        "urgent_reason": report.urgent,
    }
    rows: dict[str, str] = {}
    sayings = {key: with_places(text, found) for key, text in format_.context.items()}
    for rule in format_.front_matter:
        lines = fact_lines(report, rule, {**sayings, **found})
        if lines is not None:
            rows[rule.key] = ", ".join(lines)
        elif rule.kind != "computed":  # what follows from the composed report is no phrase
            rows[rule.key] = _row_phrase(report, format_, rule)
    # Facts win over rows of the same key.
    known = {**rows, **found}
    own = {key: with_places(text, known) for key, text in format_.context.items()}
    return {**own, **rows, **found}


def fact_lines(report: Report, rule: FrontMatterRule, known: Mapping[str, str]) -> list[str] | None:
    """The lines of a computed row that the metadata tell; None for any other row.

    known: placeholder -> text, for the row's own texts.
    """
    source = (rule.source or rule.key) if rule.kind == "computed" else ""
    if source == "committee":
        return [report.committee.name]
    if source == "meeting":
        return [report.committee.name, known["meeting_date"]]
    if source == "exemption":
        return [with_places(rule.text_exempt if report.exemption else rule.text_public, known)]
    if source == "authors":
        return [", ".join(part for part in (one.name, one.post) if part) for one in report.authors]
    if source in ("title", "council", "meeting_date", "published", "marking"):
        return [known[source]]
    return None


def template_names(format_: Format) -> tuple[str, ...]:
    """What the report template may name besides the document's own fields."""
    rows = [rule.key for rule in format_.front_matter]
    return tuple(dict.fromkeys([*BUILT_IN, *rows, *format_.context]))


def _row_phrase(report: Report, format_: Format, rule: FrontMatterRule) -> str:
    value = value_of(report, rule)
    text = value_text(rule, value, format_)
    context = format_.context
    if rule.kind == "yes_no":
        answer = is_yes(value)
        if answer is not None:
            return context.get(f"{rule.key}_{'yes' if answer else 'no'}", text)
        return text
    if not text:
        return context.get(f"{rule.key}_none", "")
    if text.strip().casefold() in ("all", "all wards") and f"{rule.key}_all" in context:
        return context[f"{rule.key}_all"]
    some = context.get(f"{rule.key}_some")
    return some.replace("{value}", text) if some else text
