"""Recommendations: there, and each going on from its lead-in with a verb in the right mood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.complete.complete_rules import (
    RECOMMENDATION_VERB,
    RECOMMENDATIONS_MISSING,
)
from generator.checks.complete.resolution_verbs import verb_problem
from generator.checks.held import Held
from generator.checks.paper_sections import PaperSection, plain_heading, sections_of
from generator.model.format import Format, Part
from generator.model.issues import Issue
from generator.model.release.paper import Paper, PaperText
from generator.model.wording.late_pattern import late_pattern

_HEADING = late_pattern(
    r"(?:the\s+)?recommendations?(?:\(s\)|/s)?(?:\s+for\s+(?:action|decision|noting)\b.*)?"
)
_TO = late_pattern(r"(?:\bto|:\s*to)\s*[:\N{EN DASH}-]?\s*$", re.IGNORECASE)
_THAT = late_pattern(r"(?:^|\b)that\b[^.]*:\s*$", re.IGNORECASE)
_NOTED = late_pattern(r"\bto\s+note\s*:\s*$", re.IGNORECASE)
_RESOLVED = late_pattern(r"\b(?:recommended|resolved|recommends|resolves)\s*:?\s*$", re.IGNORECASE)
_NUMBERED = late_pattern(r"\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]\s+|\d+\.\d+\s+", re.IGNORECASE)
_OWN_TO = late_pattern(r"to\s+(?=[a-z])", re.IGNORECASE)
_SHORT = 3  # words that a heading within the section may have


class Recommended(NamedTuple):
    """A group of recommendations: its section, what leads over to them, and their indexes."""

    section: PaperSection
    lead_in: str
    items: tuple[int, ...]


def recommended(paper: Paper, format_: Format | None = None) -> Iterator[Recommended]:
    """The recommendations of a paper, by their headings."""
    groups = () if format_ is None else format_.recommendations
    named = {plain_heading(h) for one in groups for h in (one.heading, one.heading_many) if h}
    layout = () if format_ is None else format_.layout
    named |= {plain_heading(one.title) for one in layout if _holds_some(one)}
    for section in sections_of(paper):
        if section.name not in named and _HEADING.fullmatch(section.name) is None:
            continue
        inner = [at for at in range(section.at + 1, section.end) if _shown(paper.texts[at])]
        items = tuple(at for at in inner if _is_item(paper.texts[at]))
        before = [at for at in inner if not items or at < items[0]]
        lead = next((paper.texts[at].text.strip() for at in reversed(before)), "")
        yield Recommended(section, lead, items)


def _holds_some(part: Part) -> bool:
    """Whether a part of the layout prints recommendations under a heading of its own."""
    return part.kind == "recommendations" and bool(part.title)


def _shown(text: PaperText) -> bool:
    return text.kind in ("paragraph", "item") and text.table < 0 and bool(text.text.strip())


def _is_item(text: PaperText) -> bool:
    """Whether it is one of a list, or a numbered paragraph that leads over to nothing."""
    if text.kind == "item":
        return text.level == 0
    marked = bool(text.number) or _NUMBERED.match(text.text.strip()) is not None
    return marked and not text.text.rstrip().endswith(":")


def check_recommendations(held: Held) -> Iterator[Issue]:
    """Each group has some, and each begins with a verb that goes on from the lead-in."""
    paper, groups = held.paper, list(recommended(held.paper, held.format))
    if (
        not groups
        and held.format is not None
        and any(one.required for one in held.format.recommendations)
    ):
        yield held.issue(RECOMMENDATIONS_MISSING, paper.where(), "there are no recommendations")
    for group in groups:
        if not group.items and not group.lead_in and _alone(paper, group.section):
            what = "there are no recommendations below the heading"
            yield held.issue(RECOMMENDATIONS_MISSING, paper.where(group.section.at), what)
        elif not group.items and _leads(group.lead_in):
            what = f"nothing is recommended after {group.lead_in!r}"
            yield held.issue(RECOMMENDATIONS_MISSING, paper.where(group.section.at), what)
        mood = mood_of(group.lead_in)
        own = held.terms(RECOMMENDATION_VERB)
        for at in group.items:
            words = _NUMBERED.sub("", paper.texts[at].text.strip(), count=1)
            begun = None if mood else _OWN_TO.match(words)  # each item has its own 'To'
            said = words[begun.end() :] if begun else words
            problem = verb_problem(said, "infinitive" if begun else mood, own)
            if problem and (mood or begun):
                after = repr(group.lead_in) if mood else "'To'"
                what = f"{' '.join(said.split()[:4])!r} does not go on after {after}"
                yield held.issue(RECOMMENDATION_VERB, paper.where(at, words), what, problem)


def _alone(paper: Paper, section: PaperSection) -> bool:
    """Whether a section has neither words nor sections in it."""
    return not any(paper.texts[at].text.strip() for at in range(section.at + 1, section.end))


def _leads(lead_in: str) -> bool:
    return lead_in.rstrip().endswith(":")


def mood_of(lead_in: str) -> str:
    """The mood that a lead-in asks for, 'infinitive', 'finite' or ''.

    'is recommended to:' asks for 'note', 'That the committee:' for 'notes'; after 'to note:' stands
    what is noted, in any form.
    """
    if not lead_in or _NOTED.search(lead_in):
        return ""
    if _TO.search(lead_in):
        return "infinitive"
    if _THAT.search(lead_in):
        return "finite"
    return "that" if _RESOLVED.search(lead_in) else ""
