"""Sections as they are written, and which of them share pages.

A section that begins a page, or lies on its side, begins a run of pages; what follows it without
doing so stands on the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.document import External, Section
from generator.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class WrittenSection:
    """A section and its blocks as markup. landscape: of the pages that it began on. begins: it
    begins a page. filled: its charts fill its pages.
    """

    section: Section
    blocks: list[str]
    landscape: bool
    begins: bool
    filled: bool


def page_runs(sections: Sequence[WrittenSection]) -> Iterator[list[WrittenSection]]:
    """Sections that follow one another on the same pages, a list for each run of these."""
    run: list[WrittenSection] = []
    for written in sections:
        if written.begins and run:
            yield run
            run = []
        run.append(written)
    if run:
        yield run


def flows(run: Sequence[WrittenSection]) -> bool:
    """Whether the pages of a run can be told: no document of somebody else's stands in it, no
    columns, and they are not filled already.
    """
    if len(run) == 1 and run[0].filled:
        return False
    if any(isinstance(one, External) for written in run for one in written.section.blocks):
        return False
    blocks = [block for written in run for block in written.blocks]
    return not any("<w:sectPr" in block for block in blocks[:-1])
