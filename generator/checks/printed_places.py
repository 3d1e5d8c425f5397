"""Where in the printed report an issue's place is: its heading and its paragraph's number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from generator.model.document import Block, Document, ListBlock, Paragraph, Section
from generator.model.issues import Issue
from generator.model.origin import Origin
from generator.model.walk import every_block


class _Printed(NamedTuple):
    heading: str
    paragraph: str


def with_printed_places(issues: Iterable[Issue], document: Document) -> Iterator[Issue]:
    """The issues, with heading and paragraph where the document prints what they speak of."""
    places: dict[tuple[str, int], _Printed] = {}
    for section in document.sections:
        for origin, printed in _places(section):
            for line in range(origin.line, origin.end + 1):
                places.setdefault((origin.file, line), printed)
    for issue in issues:
        where = issue.where
        found = places.get((where.file, where.line or 0))
        if found is not None:
            heading, paragraph = where.heading or found.heading, where.paragraph or found.paragraph
            issue = replace(issue, where=replace(where, heading=heading, paragraph=paragraph))
        yield issue


def _places(section: Section) -> Iterator[tuple[Origin, _Printed]]:
    number = ""
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.number:
            number = block.number
        for inner in every_block([block]):
            yield from _block_places(inner, section.title.rstrip(":"), number)


def _block_places(block: Block, title: str, number: str) -> Iterator[tuple[Origin, _Printed]]:
    if isinstance(block, ListBlock):
        for item in block.items:
            if item.origin.line:
                yield item.origin, _Printed(title, number or item.number.rstrip("."))
        return
    origin = getattr(block, "origin", None)
    if isinstance(origin, Origin) and origin.line:
        own = block.number if isinstance(block, Paragraph) else ""
        yield origin, _Printed(title, own or number)
