"""Headings with nothing below them, and what is said to be attached and is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.complete.complete_rules import ATTACHED_ABSENT, EMPTY_SECTION
from generator.checks.held import Held
from generator.checks.paper_sections import is_heading, plain_heading, sections_of, written
from generator.model.issues import Issue
from generator.model.release.paper import Paper
from generator.model.wording.late_pattern import late_pattern

_ATTACHED = late_pattern(
    r"\b(?:see|is|are|as)\s+(?:the\s+)?attached\b(?!\s+to\b)|\battached\s+(?:here|hereto|report|document|at|below)\b"
    r"|\battached\s+as\s+an?\s+appendix\b",
    re.IGNORECASE,
)
_APPENDED = late_pattern(
    r"\b(?:appendix|appendices|annexe?s?|attachments?|enclosures?)\b", re.IGNORECASE
)


def check_empty_sections(held: Held) -> Iterator[Issue]:
    """A heading that is followed by one of its own level or above, or by the end."""
    paper = held.paper
    sections = sections_of(paper)
    groups = _group_headings(held)
    drawn = {one.text for one in paper.drawings}
    for place, section in enumerate(sections):
        following = sections[place + 1] if place + 1 < len(sections) else None
        end = following.at if following is not None else section.end
        deeper = following is not None and following.level > section.level
        if deeper or section.name in groups or _holds(paper, section.at + 1, end, drawn):
            continue
        if section.at in drawn or (
            following is not None and _gathers(paper, section.at, following.at)
        ):
            continue
        what = f"nothing stands below the heading {paper.texts[section.at].text.strip()!r}"
        yield held.issue(EMPTY_SECTION, paper.where(section.at), what)


def _group_headings(held: Held) -> frozenset[str]:
    """Headings of the format that only gather sections below them."""
    parts = () if held.format is None else held.format.layout
    return frozenset(plain_heading(part.title) for part in parts if part.kind == "heading")


def _gathers(paper: Paper, index: int, following: int) -> bool:
    """Whether a heading without a number stands over numbered ones, or is the title of a paper."""
    own, after = paper.texts[index], paper.texts[following]
    first = next((at for at, text in enumerate(paper.texts) if is_heading(text)), index)
    return index == first or bool(after.number and not own.number and not own.text[:1].isdigit())


def _holds(paper: Paper, start: int, end: int, drawn: set[int]) -> bool:
    """Whether anything is shown between two texts."""
    return any(
        at in drawn or paper.texts[at].table >= 0 or paper.texts[at].text.strip()
        for at in range(start, end)
    )


def check_attached(held: Held) -> Iterator[Issue]:
    """'See attached' in a paper without appendices."""
    paper = held.paper
    headed = any(is_heading(text) and _APPENDED.search(text.text) for text in paper.texts)
    if headed:
        return
    for at, text in written(paper):
        found = _ATTACHED.search(text.text)
        if found is None or any(run.link for run in text.runs) or _APPENDED.search(text.text):
            continue
        what = f"{found[0]!r} is said, and nothing is attached"
        yield held.issue(ATTACHED_ABSENT, paper.where(at), what)
