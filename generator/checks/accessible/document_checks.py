"""What the document says of itself: its title and language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.accessible.accessible_rules import LANGUAGE_MISSING, TITLE_MISSING
from generator.checks.held import Held
from generator.model.issues import Issue

_FILE_NAME = re.compile(r"\S+\.(docx?|dotx?|odt|rtf|pdf)|document\s?\d*|word document", re.I)


def check_title(held: Held) -> Iterator[Issue]:
    """The title of the properties."""
    title = held.paper.properties.get("title", "").strip()
    if not title:
        yield held.issue(TITLE_MISSING, held.paper.where(), "the properties have no title")
    elif _FILE_NAME.fullmatch(title):
        what = f"the title of the properties is a file's name: {title!r}"
        yield held.issue(TITLE_MISSING, held.paper.where(), what, "write the report's title")


def check_language(held: Held) -> Iterator[Issue]:
    """The language of the document's defaults, or of its texts."""
    texts = (run for text in held.paper.texts for run in text.runs if run.text.strip())
    if not held.paper.language and any(not run.look.language for run in texts):
        yield held.issue(LANGUAGE_MISSING, held.paper.where(), "no language is set")
