"""Exempt papers: paragraph, public interest, resolution and marking; and public ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.checks.held import Held
from generator.checks.lawful.exempt_words import (
    Citation,
    citations,
    excludes_public,
    is_open_marking,
    is_qualified,
    marking_texts,
    schedule_of,
)
from generator.checks.lawful.lawful_rules import (
    INTEREST_UNSAID,
    MARKED_PUBLIC,
    PAGES_UNMARKED,
    PARAGRAPH_DIFFERS,
    PARAGRAPH_UNKNOWN,
    PARAGRAPH_UNNAMED,
    RESOLUTION_UNSAID,
)
from generator.checks.lawful.page_markings import unmarked_pages
from generator.model.issues import Issue
from generator.model.release.law import Law
from generator.model.wording.english import listed
from generator.model.wording.late_pattern import late_pattern

_INTEREST = late_pattern(r"\bpublic interest\b", re.IGNORECASE)
_PARAGRAPH = late_pattern(r"\bparagraphs?\s+\d{1,2}", re.IGNORECASE)


def check_paragraphs(held: Held) -> Iterator[Issue]:
    """The paragraphs that the paper names are such that something can be exempt under them."""
    by_schedule: dict[str, list[Law]] = {}
    for law in held.laws:
        by_schedule.setdefault(schedule_of(law), []).append(law)
    said = [one for one in citations(held.paper) if one.schedule in by_schedule]
    for one in said:
        known = {number for law in by_schedule[one.schedule] for number in law.exempt}
        wrong = [number for number in one.paragraphs if number not in known]
        sentence = held.paper.texts[one.at].text
        if wrong and not (set(one.paragraphs) & known or is_qualified(sentence)):
            last = by_schedule[one.schedule][0]
            what = f"nothing is exempt under paragraph {listed([str(n) for n in wrong])}"
            mend = f"{last.schedule} has {min(last.exempt)} to {max(last.exempt)}"
            place = held.paper.where(one.at, one.words)
            yield held.issue(PARAGRAPH_UNKNOWN, place, f"{what}: {one.words!r}", mend)
    yield from _differing(held, said)


def _differing(held: Held, said: list[Citation]) -> Iterator[Issue]:
    """The same paragraphs everywhere, which are those of report.yaml."""
    grounds = [one for one in said if not is_qualified(one.words)]
    exemption = held.report.exemption if held.report is not None else None
    if exemption is not None:
        wanted, source = set(exemption.paragraphs), "report.yaml"
    else:
        marked = [one for one in grounds if one.at in set(marking_texts(held.paper))]
        wanted = {number for one in marked for number in one.paragraphs}
        source = "the marking"
    for one in grounds if wanted else ():
        more = [str(number) for number in one.paragraphs if number not in wanted]
        if more:
            have = listed([str(number) for number in sorted(wanted)])
            what = f"{one.words!r} names paragraph {listed(more)}, {source} {have}"
            yield held.issue(PARAGRAPH_DIFFERS, held.paper.where(one.at, one.words), what)


# ---------------------------------------------------------------- what an exempt paper must say
def check_exempt_paper(held: Held) -> Iterator[Issue]:
    """A paper that is marked as exempt names paragraph, public interest and resolution."""
    marked = marking_texts(held.paper)
    exempt = _said_exempt(held)
    if exempt is False or not (marked or exempt):
        return  # that a public report has the marking, `check_markings` tells
    paper, law = held.paper, held.law
    first = paper.where(marked[0]) if marked else paper.where()
    texts = [text.text for text in paper.texts]
    if not any(_PARAGRAPH.search(text) and _is_ground(text) for text in texts):
        what = "the paper is not for publication, and names no paragraph of the schedule"
        yield held.issue(PARAGRAPH_UNNAMED, first, what)
    if (law is None or law.public_interest) and not _weighed(held, texts):
        what = "the paper is not for publication, and says nothing of the public interest"
        yield held.issue(INTEREST_UNSAID, first, what)
    if not any(map(excludes_public, texts)):
        what = "the meeting is not asked to exclude the public"
        yield held.issue(RESOLUTION_UNSAID, first, what)
    unmarked = unmarked_pages(held, marked)
    if unmarked:
        yield held.issue(PAGES_UNMARKED, first, unmarked)


def _weighed(held: Held, texts: Collection[str]) -> bool:
    """Whether a text speaks of the public interest, or says what report.yaml says of it."""
    exemption = held.report.exemption if held.report is not None else None
    own = exemption.public_interest.strip() if exemption is not None else ""
    return any(_INTEREST.search(text) or (own and own in text) for text in texts)


def _said_exempt(held: Held) -> bool | None:
    """Whether report.yaml says that the whole report is exempt; None for a file without one."""
    return None if held.report is None else held.report.exemption is not None


def _is_ground(text: str) -> bool:
    folded = text.casefold()
    return "schedule" in folded or "exempt" in folded or "not for publication" in folded


def check_markings(held: Held) -> Iterator[Issue]:
    """A public paper is not marked as exempt, and no paper as both."""
    paper = held.paper
    marked = marking_texts(paper)
    if not marked:
        return
    if _said_exempt(held) is False:
        words = paper.texts[marked[0]].text.strip()
        what = f"the report is public, and marked {words!r}"
        yield held.issue(MARKED_PUBLIC, paper.where(marked[0]), what)
        return
    for at, text in enumerate(paper.texts):
        if is_open_marking(text):
            words = paper.texts[marked[0]].text.strip()
            what = f"the paper is marked {text.text.strip()!r}, and {words!r} too"
            yield held.issue(MARKED_PUBLIC, paper.where(at), what)
            return
