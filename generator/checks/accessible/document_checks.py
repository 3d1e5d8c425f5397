"""What the document says of itself: its title, languages, protection, pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.accessible.accessible_rules import (
    CONTENTS_MISSING,
    LANGUAGE_MISSING,
    PAGE_NUMBERS,
    PROTECTED,
    READING_ORDER,
    TITLE_MISSING,
)
from generator.checks.accessible.look_rules import BACKGROUND
from generator.checks.accessible.paper_texts import in_margins, pages_of
from generator.checks.held import Held
from generator.model.issues import Issue
from generator.model.wording.late_pattern import late_pattern

_FILE_NAME = late_pattern(r"\S+\.(docx?|dotx?|odt|rtf|pdf)|document\s?\d*|word document", re.I)
_BRITISH = ("en-GB", "cy", "gd", "ga")
_NO_COLOUR = ("", "FFFFFF")


def check_title(held: Held) -> Iterator[Issue]:
    """The title of the properties."""
    title = held.paper.properties.get("title", "").strip()
    where = held.paper.where()
    if not title:
        yield held.issue(TITLE_MISSING, where, "the properties have no title")
    elif _FILE_NAME.fullmatch(title):
        what = f"the title of the properties is a file's name: {title!r}"
        yield held.issue(TITLE_MISSING, where, what, "write the report's title")


def check_language(held: Held) -> Iterator[Issue]:
    """The language of the document's defaults, or of its texts."""
    language, where = held.paper.language, held.paper.where()
    texts = (run for text in held.paper.texts for run in text.runs if run.text.strip())
    if not language and any(not run.look.language for run in texts):
        yield held.issue(LANGUAGE_MISSING, where, "no language is set")
    elif held.format is not None and language and not language.startswith(_BRITISH):
        what = f"the document's language is {language!r}"
        yield held.issue(LANGUAGE_MISSING, where, what, "set English (United Kingdom)")


def check_protection(held: Held) -> Iterator[Issue]:
    """Whether the file may be read by every program."""
    if held.paper.protected:
        what = f"the document is protected ({held.paper.protected})"
        yield held.issue(PROTECTED, held.paper.where(), what)


def check_pages(held: Held) -> Iterator[Issue]:
    """Contents list, page numbers, and the colour of pages."""
    paper, pages = held.paper, pages_of(held.paper)
    listed = "TOC" in paper.fields or any(text.kind == "contents" for text in paper.texts)
    if pages > held.number(CONTENTS_MISSING, "pages") and not listed:
        what = f"some {pages} pages have no list of contents"
        yield held.issue(CONTENTS_MISSING, paper.where(), what)
    if pages >= held.number(PAGE_NUMBERS, "pages") and not paper.fields & {"PAGE", "=PAGE"}:
        yield held.issue(PAGE_NUMBERS, paper.where(), f"some {pages} pages have no numbers")
    if paper.background not in _NO_COLOUR:
        what = f"pages have the colour #{paper.background}"
        yield held.issue(BACKGROUND, paper.where(), what)


def check_reading_order(held: Held) -> Iterator[Issue]:
    """Tables and frames that float, and columns."""
    paper = held.paper
    for number, table in enumerate(paper.tables, start=1):
        if table.floating and table.story == "body":
            name = f"the table {table.title!r}" if table.title else f"table {number} of the file"
            what = f"{name} floats beside the text"
            yield held.issue(READING_ORDER, paper.where(table.after), what)
    before = False
    for index, text in enumerate(paper.texts):
        framed = text.framed and not in_margins(text) and bool(text.text.strip())
        if framed and not before:
            what = f"a frame holds {text.text.strip()[:60]!r}"
            yield held.issue(READING_ORDER, paper.where(index), what)
        before = framed
    if paper.columns > 1:
        what = f"the text runs in {paper.columns} columns"
        yield held.issue(READING_ORDER, paper.where(), what, "set it in one column")
