"""The rows of the front matter that the format requires."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.checks.complete.complete_rules import ORDER_WRONG, ROW_MISSING
from generator.checks.held import Held
from generator.checks.paper_sections import plain_heading, table_texts
from generator.model.format import FrontMatterRule
from generator.model.issues import Issue
from generator.model.release.paper import Paper
from generator.model.report import Report

_ALWAYS = frozenset({"title", "committee", "meeting", "meeting_date"})


class _Row(NamedTuple):
    at: int
    filled: bool


def check_rows(held: Held) -> Iterator[Issue]:
    """Each row that the format requires is there and filled in, in the format's order."""
    if held.format is None or held.report is None:
        return
    rows = _rows_of(held.paper)
    last, before = -1, ""
    for rule in held.format.front_matter:
        if not rule.printed or not rule.label:
            continue
        found = next((rows[label] for label in _labels(rule) if label in rows), None)
        if found is None and _required(rule, held.report):
            place = held.paper.where(-1, rule.label)
            yield held.issue(ROW_MISSING, place, f"there is no row {rule.label!r}")
        if found is None:
            continue
        if not found.filled and _required(rule, held.report):
            what = f"the row {rule.label!r} has no value"
            yield held.issue(ROW_MISSING, held.paper.where(found.at), what)
        if found.at < last:
            what = f"the row {rule.label!r} stands before {before!r}, after which it belongs"
            yield held.issue(ORDER_WRONG, held.paper.where(found.at), what)
        else:
            last, before = found.at, rule.label


def _labels(rule: FrontMatterRule) -> tuple[str, ...]:
    own = (rule.label, rule.label_many, rule.label_to_be, rule.label_has_been, rule.label_mixed)
    return tuple(plain_heading(label) for label in own if label)


def _required(rule: FrontMatterRule, report: Report) -> bool:
    if rule.kind == "computed":
        return (rule.source or rule.key) in _ALWAYS
    when = rule.required_when
    return rule.required or bool(when and report.front_matter.get(when) is True)


def _rows_of(paper: Paper) -> Mapping[str, _Row]:
    """Label -> its row, of all tables and of paragraphs such as 'Wards affected: All'."""
    found: dict[str, _Row] = {}
    for number, table in enumerate(paper.tables):
        for at, row in enumerate(table.rows):
            if not row.cells or not row.cells[0].texts:
                continue
            first, *others = table_texts(paper, number, at)
            label = plain_heading(" ".join(first))
            filled = any(words for cell in others for words in cell)
            if label not in found or (filled and not found[label].filled):
                found[label] = _Row(row.cells[0].texts[0], filled)
    for index, text in enumerate(paper.texts):
        label, colon, value = text.text.partition(":")
        if text.story == "body" and colon and len(label) < 80:
            found.setdefault(plain_heading(label), _Row(index, bool(value.strip())))
    return found
