"""How long a report will be, roughly, to decide whether it wants a contents list.

Pages are not known before Word lays them out, and must not depend on the machine: words, charts and
table rows are counted, by what fills an A4 page in Arial 12.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.compose.text import plain
from generator.compose.walk import every_block
from generator.model.document import Chart, Heading, ListBlock, Paragraph, Section, Table

_WORDS_ON_A_PAGE = 400
_PAGES = {"full": 0.4, "half": 0.25, "third": 0.15}
_ROWS_ON_A_PAGE = 30
_HEADING = 0.05


def estimated_pages(sections: Iterable[Section]) -> float:
    """Pages of A4, without the front matter."""
    pages = 0.0
    for section in sections:
        pages += _HEADING
        for block in every_block(section.blocks):
            if isinstance(block, Paragraph | Heading):
                pages += len(plain(block.content).split()) / _WORDS_ON_A_PAGE
            elif isinstance(block, ListBlock):
                words = sum(len(plain(item.content).split()) for item in block.items)
                pages += words / _WORDS_ON_A_PAGE
            elif isinstance(block, Chart):
                pages += _PAGES.get(block.size, 0.4)
            elif isinstance(block, Table):
                pages += (len(block.rows) + 2) / _ROWS_ON_A_PAGE
    return pages
