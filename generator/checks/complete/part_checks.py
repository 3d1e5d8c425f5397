"""The sections and implications of the format: there, spelt as it spells them, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.checks.complete.complete_rules import (
    HEADING_SPELT,
    IMPLICATION_MISSING,
    ORDER_WRONG,
    PART_MISSING,
    SIGN_OFF_MISSING,
)
from generator.checks.held import Held
from generator.checks.paper_sections import (
    PaperSection,
    appendix_pattern,
    plain_heading,
    sections_of,
    table_texts,
)
from generator.errors import did_you_mean
from generator.model.format import Format, ImplicationRule, Part
from generator.model.issues import Issue, Rule
from generator.model.release.paper import Paper

_TITLED = frozenset(
    {
        "section", "heading", "implications", "implication", "appendices_list", "background_papers",
        "terms_of_reference", "subject_history", "report_author", "contacts", "sign_off_table",
    }
)  # fmt: skip


class _Wanted(NamedTuple):
    """A heading of the format: how it is spelt, first as it is printed, and whether it must be.

    appended: it is the title of an appendix, and stands behind the label of one.
    """

    names: tuple[str, ...]
    required: bool
    rule: Rule
    ordered: bool = True
    appended: bool = False


class _Found(NamedTuple):
    """Where a name of the format stands: as a heading or a row of a table. text: what is there."""

    at: int
    text: str


def check_parts(held: Held) -> Iterator[Issue]:
    """What the format requires is there, with its headings."""
    if held.format is None or held.report is None:
        return
    paper, sections = held.paper, sections_of(held.paper)
    places = _places(paper, sections)
    appended = _appended(held.format, sections, places)
    wanted = list(_wanted(held.format))
    known = {plain_heading(name) for one in wanted for name in one.names}
    titled = {found.at for one in wanted if one.appended and (found := _find(one, appended))}
    strangers = {
        one.name: one.at for one in sections if one.name not in known and one.at not in titled
    }
    last, before = -1, ""
    for one in wanted:
        found = _find(one, appended if one.appended else places)
        if found is None:
            yield from _absent(held, one, strangers)
        elif one.rule is IMPLICATION_MISSING and one.required and not found.text.strip():
            what = f"{one.names[0]!r} says nothing"
            yield held.issue(one.rule, paper.where(found.at), what)
        elif one.ordered and found.at < last:
            what = f"{one.names[0]!r} stands before {before!r}, after which it belongs"
            yield held.issue(ORDER_WRONG, paper.where(found.at), what)
        elif one.ordered:
            last, before = found.at, one.names[0]


def _absent(held: Held, one: _Wanted, strangers: Mapping[str, int]) -> Iterator[Issue]:
    """What is not there: under another spelling, or not at all."""
    for name in one.names:
        hint = did_you_mean(plain_heading(name), list(strangers))
        near = next((words for words in strangers if words and repr(words) in hint), None)
        if near is not None:
            what = f"the format's heading is {name!r}"
            yield held.issue(HEADING_SPELT, held.paper.where(strangers[near]), what)
            return
    if one.required:
        noun = "implication" if one.rule is IMPLICATION_MISSING else "section"
        place = held.paper.where(-1, one.names[0])
        yield held.issue(one.rule, place, f"there is no {noun} {one.names[0]!r}")


def _find(one: _Wanted, places: Mapping[str, _Found]) -> _Found | None:
    return next((places[n] for n in map(plain_heading, one.names) if n in places), None)


def _places(paper: Paper, sections: tuple[PaperSection, ...]) -> dict[str, _Found]:
    """What each heading, and each row of a table by its first cell, holds."""
    found: dict[str, _Found] = {}
    for section in sections:
        inner = range(section.at + 1, section.end)
        said = " ".join(t for at in inner if (t := paper.texts[at].text.strip()))
        found.setdefault(section.name, _Found(section.at, said))
    for number, table in enumerate(paper.tables):
        for at, row in enumerate(table.rows):
            if row.cells and row.cells[0].texts and not row.header:
                first, *others = table_texts(paper, number, at)
                words = " ".join(text for cell in others for text in cell)
                name = plain_heading(" ".join(first))
                found.setdefault(name, _Found(row.cells[0].texts[0], words))
    return found


def _appended(
    format_: Format, sections: tuple[PaperSection, ...], places: Mapping[str, _Found]
) -> dict[str, _Found]:
    """The places with those of appendices by their titles, without 'Appendix 1: '."""
    label = appendix_pattern(format_)
    labelled = [one.name for one in sections if label.match(one.name)]
    return {label.sub("", name, count=1): places[name] for name in labelled} | dict(places)


# ---------------------------------------------------------------- what the format asks for
def _wanted(format_: Format) -> Iterator[_Wanted]:
    rules = {rule.key: rule for rule in format_.implications}
    for part in format_.layout:
        if part.kind not in _TITLED:
            continue
        if part.kind == "implications":
            tabled = part.style not in ("sections", "sub_headings")
            if part.title:  # an appendix stands at the end, wherever the layout has its part
                appended = part.style == "appendix"
                yield _Wanted((part.title,), True, PART_MISSING, not appended, appended)
            yield from (_implication(rule, not tabled) for rule in format_.implications)
        elif part.kind == "implication":
            yield _implication(rules[part.key], True)
        elif part.title:
            yield _Wanted((part.title, *part.aliases), _must(part), PART_MISSING)


def _implication(rule: ImplicationRule, ordered: bool) -> _Wanted:
    names = tuple(name for name in (rule.title, rule.short_title, *rule.aliases) if name)
    return _Wanted(names, rule.required, IMPLICATION_MISSING, ordered)


def _must(part: Part) -> bool:
    """Whether a part is always printed: required, or with a nil statement of its own."""
    return part.required or bool(part.nil) or part.kind == "heading"


# ---------------------------------------------------------------- sign-offs
def check_sign_offs(held: Held) -> Iterator[Issue]:
    """Every code that the format requires stands with its implication in what is published."""
    format_ = held.format
    if format_ is None or held.report is None or not held.final:
        return
    if not format_.sign_off.printed_in_public:
        return
    code = re.compile(format_.sign_off.pattern)
    places = _places(held.paper, sections_of(held.paper))
    for rule in format_.implications:
        found = _find(_implication(rule, True), places)
        if rule.sign_off != "code" or not rule.sign_off_required or found is None:
            continue
        if code.search(found.text) is None:
            what = f"{rule.title!r} is without the sign-off of {rule.owner or 'its officer'}"
            yield held.issue(SIGN_OFF_MISSING, held.paper.where(found.at), what)
