"""Appendices: those of the report are in the file, and those in the file stand in their list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from generator.checks.complete.complete_rules import (
    APPENDIX_ABSENT,
    APPENDIX_ELSEWHERE,
    APPENDIX_UNLISTED,
)
from generator.checks.held import Held
from generator.checks.paper_sections import appendix_pattern, plain_heading, sections_of
from generator.model.issues import Issue
from generator.model.wording.late_pattern import late_pattern

_ELSEWHERE = late_pattern(
    r"\b(?:separate(?:ly)?|exempt|confidential|not for publication|to follow|circulated|online"
    r"|published|restricted|none)\b",
    re.IGNORECASE,
)
_LISTS = frozenset(
    {"appendices", "appendix", "list of appendices", "appendices to this report", "annexes"}
)


def check_appendices(held: Held) -> Iterator[Issue]:
    """Each appendix of the report is there; each that is there is listed, where there is a list."""
    paper, appendix = held.paper, appendix_pattern(held.format)
    present = {}
    for section in sections_of(paper):
        found = appendix.match(paper.texts[section.at].text.strip())
        if found is not None:
            present[found["number"].casefold()] = section.at
    titles = {plain_heading(paper.texts[at].text.split("\n")[0]) for at in present.values()}
    for one in () if held.report is None else held.report.appendices:
        if not one.listed_only and not any(_same(title, one.title) for title in titles):
            what = f"the appendix {one.title!r} is not in the file"
            yield held.issue(APPENDIX_ABSENT, paper.where(-1, one.title), what)
    listed = _listed(held)
    yield from _absent(held, listed, present)
    for number, at in present.items() if listed else ():
        if number not in listed:
            what = f"{paper.texts[at].text.strip()!r} is not in the list of appendices"
            yield held.issue(APPENDIX_UNLISTED, paper.where(at), what)


def _absent(held: Held, listed: Mapping[str, int], present: Collection[str]) -> Iterator[Issue]:
    """Those in the list that are not in the file, where others are; a report says so itself."""
    paper = held.paper
    if held.report is not None or not listed.keys() & present:
        return
    for number, at in listed.items():
        words = paper.texts[at].text.strip()
        linked = any(run.link for run in paper.texts[at].runs)
        if number not in present and not linked and not _ELSEWHERE.search(words):
            what = f"{words[:80]!r} is in the list of appendices and not in the file"
            yield held.issue(APPENDIX_ELSEWHERE, paper.where(at), what)


def _same(heading: str, title: str) -> bool:
    return heading.endswith(plain_heading(title))


def _listed(held: Held) -> dict[str, int]:
    """The numbers in the list of appendices with their texts, none where there is no list."""
    paper, appendix, found = held.paper, appendix_pattern(held.format), dict[str, int]()
    layout = () if held.format is None else held.format.layout
    lists = _LISTS | {plain_heading(one.title) for one in layout if one.kind == "appendices_list"}
    for section in sections_of(paper):
        if section.name in lists:
            for at in range(section.at + 1, section.end):
                numbers = appendix.findall(paper.texts[at].text)
                found |= {one.casefold(): at for one in numbers}
    return found
