"""Empty paragraphs, spaces and tabs that make room."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.accessible.look_rules import SPACES, SPACING
from generator.checks.accessible.paper_texts import is_blank
from generator.checks.held import Held
from generator.checks.quick_looks import has_any
from generator.model.issues import Issue
from generator.model.release.paper import Paper
from generator.model.wording.late_pattern import late_pattern

_BROKEN = late_pattern(r"\n[ \t\u00a0]*\n")
_CODE = late_pattern(r"code|preformatted|verbatim|listing|macro")


def check_empty_paragraphs(held: Held) -> Iterator[Issue]:
    """Rows of empty paragraphs, and one before a heading that follows text."""
    paper, most = held.paper, held.number(SPACING, "paragraphs")
    blank: list[int] = []
    before = -1
    for index, text in enumerate(paper.texts):
        if text.story != "body" or text.table >= 0:
            found, blank, before = blank, [], -1
        elif is_blank(text) and text.kind != "heading" and not text.number:
            blank.append(index)
            continue
        else:
            found, blank = blank, []
            single = bool(found) and before >= 0 and text.kind == "heading"
            before = index
            if single and len(found) < most:
                what = f"an empty paragraph makes room before the heading {text.text.strip()!r}"
                yield held.issue(SPACING, paper.where(index), what)
                continue
        if len(found) >= most:
            yield _row(held, found)
    if len(blank) >= most:
        yield _row(held, blank)


def _row(held: Held, blank: list[int]) -> Issue:
    """The issue of a row of empty paragraphs; it is placed by the words before it."""
    paper, words = held.paper, _words_before(held.paper, blank[0])
    after = f" after {words[:60]!r}" if words else ""
    what = f"{len(blank)} empty paragraphs in a row{after}"
    return held.issue(SPACING, paper.where(blank[0], words), what)


def _words_before(paper: Paper, index: int) -> str:
    return next((text.text.strip() for text in paper.texts[max(index - 1, 0) : index]), "")


def check_line_breaks(held: Held) -> Iterator[Issue]:
    """Rows of line breaks between the words of one paragraph."""
    for index, text in held.having(_is_broken):
        if text.story == "body" and text.kind != "contents" and not _CODE.search(text.style):
            what = "line breaks in a row part the words of one paragraph"
            yield held.issue(SPACING, held.paper.where(index), what)


def _is_broken(words: str) -> bool:
    return "\n" in words and _BROKEN.search(words.strip()) is not None


def check_spaces(held: Held) -> Iterator[Issue]:
    """Rows of spaces and tabs."""
    spaces, tabs = held.number(SPACES, "spaces"), held.number(SPACES, "tabs")
    row = re.compile(rf"[ \u00a0]{{{int(spaces)},}}|\t{{{int(tabs)},}}")
    texts = held.having(_has_gap) if spaces > 1 else enumerate(held.paper.texts)
    for index, text in texts:
        if (
            text.kind == "contents"
            or text.story in ("header", "footer")
            or _CODE.search(text.style)
        ):
            continue
        found = row.search(text.text.strip(" ")) if text.text.strip() else None
        if found:
            what = "tabs" if found[0][0] == "\t" else "spaces"
            what = f"{len(found[0])} {what} in a row put words in place"
            yield held.issue(SPACES, held.paper.where(index), what)


def _has_gap(words: str) -> bool:
    """Whether there may be two spaces in a row, or a tab."""
    return has_any(words, ("  ", "\t", "\u00a0"))
