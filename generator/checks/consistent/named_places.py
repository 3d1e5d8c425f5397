"""What a paper has that its text can refer to, by kind and number."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.checks.complete.recommendation_checks import recommended
from generator.checks.consistent.number_checks import numbered_texts
from generator.model.release.paper import Paper
from generator.model.wording.late_pattern import late_pattern

_CAPTION = late_pattern(r"\s*(table|figure|chart)s?\s+(\d{1,3})\b", re.IGNORECASE)
_APPENDIX = late_pattern(r"\b(?:appendix|annexe?)\s+(\d{1,2}|[A-Z])\b", re.IGNORECASE)
_ITEM = late_pattern(r"\(?(\d{1,3})[.)]?")


class Places(NamedTuple):
    """Numbers by kind. None where the paper numbers no such things, so that none can be missed."""

    paragraphs: frozenset[str] | None
    sections: frozenset[str] | None
    captions: dict[str, frozenset[str]]
    appendices: frozenset[str]
    recommendations: frozenset[str] | None
    uncaptioned: dict[str, frozenset[str]]

    def of(self, kind: str) -> frozenset[str] | None:
        """The numbers of a kind as a reference names it ('tables')."""
        if kind.startswith("para"):
            return self.paragraphs
        if kind.startswith("section"):
            return self.sections
        if kind.startswith("recommendation"):
            return self.recommendations
        if kind.startswith(("appendi", "annex")):
            return self.appendices
        one = kind.removesuffix("s")
        if self.captions:
            return self.captions.get(one, frozenset())
        return self.uncaptioned.get("table" if one == "table" else "figure")


def places_of(paper: Paper) -> Places:
    """All of them."""
    numbers = numbered_texts(paper)
    heads = {one.shown for one in numbers if paper.texts[one.at].kind == "heading"}
    sections = heads | {one.removesuffix(".0") for one in heads}
    paragraphs = {one.shown for one in numbers} | sections
    captions: dict[str, set[str]] = {}
    appendices: set[str] = set()
    for text in paper.texts:
        if text.kind == "caption" or (text.story == "body" and _CAPTION.match(text.text)):
            found = _CAPTION.match(text.text)
            if found is not None and (
                text.kind == "caption" or text.text[found.end() :][:1] in ":."
            ):
                captions.setdefault(found[1].casefold(), set()).add(found[2])
        if text.kind == "heading" or text.heading.casefold().startswith(("appendices", "annex")):
            appendices |= {one.upper() for one in _APPENDIX.findall(text.text)}
    kinds = {kind: frozenset(ones) for kind, ones in captions.items()}
    return Places(
        frozenset(paragraphs) if numbers else None,
        frozenset(sections) if sections else None,
        kinds,
        frozenset(appendices),
        _recommendations(paper),
        _uncaptioned(paper),
    )


def _uncaptioned(paper: Paper) -> dict[str, frozenset[str]]:
    """The numbers that tables and drawings have where none has a caption: as many as there are."""
    tables = sum(1 for one in paper.tables if one.story == "body" and one.within < 0)
    counts = {"table": tables, "figure": len(paper.drawings)}
    return {kind: frozenset(map(str, range(1, count + 1))) for kind, count in counts.items()}


def _recommendations(paper: Paper) -> frozenset[str] | None:
    shown = [
        paper.texts[at].number or paper.texts[at].text
        for group in recommended(paper)
        for at in group.items
    ]
    found = {match[1] for one in shown if (match := _ITEM.match(one)) is not None}
    return frozenset(found) if found else None
