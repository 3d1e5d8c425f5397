"""Background papers: listed or said to be none, none of them exempt or published; late items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.held import Held
from generator.checks.lawful.lawful_rules import (
    LATE_UNEXPLAINED,
    PAPER_EXEMPT,
    PAPER_PUBLISHED,
    PAPERS_UNSAID,
)
from generator.checks.paper_sections import sections_of
from generator.model.issues import Issue
from generator.model.wording.late_pattern import late_pattern

_HEADINGS = ("background papers", "schedule of background papers", "list of background papers")
_EXEMPT = late_pattern(r"\bexempt\b|\bconfidential\b|\bnot for publication\b", re.IGNORECASE)
_NONE = late_pattern(r"\b(?:no|none|nil|not|other than)\b|\bn/?a\b", re.IGNORECASE)
_PUBLISHED = late_pattern(
    r"\b(?:Act|Regulations|Order) (?:19|20)\d\d\b|\bISBN\b|\bWhite Paper\b|\bSI (?:19|20)\d\d/\d+"
)
_LATE = late_pattern(
    r"^\W*(?:late|urgent) (?:item|report|paper|business)\W*$"
    r"|\bthis (?:is an? |report is |item is |paper is |report is an? )"
    r"(?:late|urgent)(?: (?:item|report|paper))?\b"
    r"|\b(?:was|is) not (?:published|available|circulated) with the agenda\b",
    re.IGNORECASE,
)
_REASON = late_pattern(
    r"\bspecial circumstances\b|\breasons? for (?:the )?(?:urgency|lateness|late)"
    r"|\burgen\w+ because\b|\blate because\b|\bby reason of\b",
    re.IGNORECASE,
)


def check_background_papers(held: Held) -> Iterator[Issue]:
    """What stands under the heading of background papers."""
    paper = held.paper
    for section in sections_of(paper):
        if section.name not in _HEADINGS:
            continue
        below = range(section.at + 1, section.end)
        entries = [
            (at, paper.texts[at].text.strip()) for at in below if paper.texts[at].text.strip()
        ]
        if not entries:
            what = "nothing is said under the heading of background papers"
            yield held.issue(PAPERS_UNSAID, paper.where(section.at), what)
        for at, words in entries:
            if _EXEMPT.search(words) and not _NONE.search(words):
                what = f"an exempt paper is listed: {words[:120]!r}"
                yield held.issue(PAPER_EXEMPT, paper.where(at), what)
            elif _PUBLISHED.search(words) and not _NONE.search(words):
                what = f"a published work is listed: {words[:120]!r}"
                yield held.issue(PAPER_PUBLISHED, paper.where(at), what)


def check_late_item(held: Held) -> Iterator[Issue]:
    """A paper that calls itself late or urgent says why."""
    texts = held.paper.texts
    late = next((at for at, _ in held.found(_is_late)), -1)
    if late < 0 or (held.report is not None and held.report.urgent):
        return
    if not any(_REASON.search(text.text) for text in texts):
        what = f"{texts[late].text.strip()[:120]!r}, and no special circumstances are stated"
        yield held.issue(LATE_UNEXPLAINED, held.paper.where(late), what)


def _is_late(words: str) -> bool:
    return _LATE.search(words) is not None
