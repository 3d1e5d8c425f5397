"""What a paper says before its first numbered matter: rows of labels and values, markings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.paper_sections import table_texts
from generator.model.release.paper import Paper

_MOST = 80
"""Characters of a label."""


class FrontValue(NamedTuple):
    """A label with its value. at: the index of the text of the value."""

    at: int
    label: str
    value: str


def front_values(paper: Paper) -> Iterator[FrontValue]:
    """Rows of tables with a label and a value, and paragraphs such as 'Wards affected: All'."""
    for number, table in enumerate(paper.tables):
        for at, row in enumerate(table.rows):
            if len(row.cells) < 2 or not row.cells[0].texts or not row.cells[1].texts:
                continue
            label, *values = (" ".join(words) for words in table_texts(paper, number, at))
            if len(label) <= _MOST:
                yield FrontValue(row.cells[1].texts[0], label, " ".join(values).strip())
    for index, text in enumerate(paper.texts):
        if text.story == "body" and text.table < 0:
            label, colon, value = text.text.partition(":")
            if colon and len(label) <= _MOST:
                yield FrontValue(index, label, value.strip())
