"""Numbers: sections, paragraphs, list items, figures, tables; and what references can point at.

Everything is counted in reading order, appendices included, as Word will count it. Numbers are kept
as printed ('3.0', '3.5', 'A.'); a reference prints them without a full stop at the end, as Word
does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from generator.compose.compose_rules import REFERENCE_TWICE
from generator.compose.materials import PlacedSection
from generator.errors import Problems
from generator.model.document import (
    Block,
    Chart,
    Heading,
    ListBlock,
    ListItem,
    Numbering,
    Paragraph,
    ReferenceKind,
    Section,
    Table,
)
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.model.walk import with_inner
from generator.model.wording.counting import bare, filled_pattern, item_number


@dataclass(frozen=True, slots=True)
class NumberedTarget:
    """Something that references can point at. number: bare; '' where it prints none.

    label: 'Table 2', for what is referred to by label and number together.
    """

    kind: ReferenceKind
    number: str
    where: Where
    label: str = ""


class Targets:
    """Name -> target. A name given twice is a problem."""

    def __init__(self, problems: Problems) -> None:
        self.by_name: dict[str, NumberedTarget] = {}
        self._problems = problems

    def add(self, name: str, target: NumberedTarget) -> None:
        """Note a target; a nameless one is not kept."""
        if not name:
            return
        known = self.by_name.get(name)
        if known is None:
            self.by_name[name] = target
            return
        first = f" (first: {known.where})" if known.where != target.where else ""
        what = f"the name {name!r} is given twice{first}"
        self._problems.add(REFERENCE_TWICE, target.where, what, "give one of them another name")


def number_sections(
    sections: Iterable[PlacedSection], scheme: Numbering, problems: Problems
) -> tuple[list[PlacedSection], Targets]:
    """The sections with every number filled in, and the targets found on the way.

    Charts have their numbers already, see `number_charts`.
    """
    targets = Targets(problems)
    counter = _Counter(scheme, targets)
    return [_lists_in_line(counter.section(placed), scheme) for placed in sections], targets


def _lists_in_line(placed: PlacedSection, scheme: Numbering) -> PlacedSection:
    """Of a numbered part that is all lists: they begin where those under paragraphs do."""
    section = placed.section
    kinds = {type(block) for block in section.blocks}
    if not (placed.numbered and scheme.paragraph) or section.kind == "recommendations":
        return placed
    if ListBlock not in kinds or Paragraph in kinds:
        return placed
    return replace(placed, section=replace(section, under=True))


class _Counter:
    """Counts on from section to section."""

    def __init__(self, scheme: Numbering, targets: Targets) -> None:
        self.scheme = scheme
        self.targets = targets
        self.sections = 0
        self.paragraphs = 0
        self.below = -1  # paragraphs below the numbered sub-heading in force; -1 without one
        self.tables = 0
        self.file = ""
        self.kind = ""

    def section(self, placed: PlacedSection) -> PlacedSection:
        section = placed.section
        self.file, self.kind = placed.file, section.kind
        if section.level > 1:
            return self._part_under_another(placed)
        number = section.number
        self.below = -1
        if section.numbered:
            self.sections += 1
            number = filled_pattern(self.scheme.heading, self.sections)
            if not self.scheme.running:
                self.paragraphs = 0
        self._add_section(section, number)
        blocks = self.blocks(section.blocks)
        return replace(placed, section=replace(section, number=number, blocks=blocks))

    def _part_under_another(self, placed: PlacedSection) -> PlacedSection:
        """A part under another's heading: its own is a sub-heading, and its paragraphs count on."""
        section = placed.section
        numbered = section.numbered and self.scheme.numbered_sub_headings
        number = self._next(heading=True) if numbered else ""
        self._add_section(section, number)
        blocks = self.blocks(section.blocks)
        made = replace(section, number=number, numbered=numbered, blocks=blocks)
        return replace(placed, section=made)

    def _add_section(self, section: Section, number: str) -> None:
        where = Where(self.file, section.line or None, heading=section.title)
        if section.kind == "appendix":
            target = NumberedTarget("appendix", bare(number), where, section.label)
        else:
            target = NumberedTarget("section", bare(number), where)
        self.targets.add(section.key, target)

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        if isinstance(block, Paragraph | Heading):
            return self._numbered(block)
        if isinstance(block, ListBlock):
            return replace(block, items=tuple(self._items(block)))
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Chart):
            self._add(block.name, "figure", block.number, block.line, f"Figure {block.number}")
            return block
        return with_inner(block, self.blocks)

    def _numbered(self, block: Paragraph | Heading) -> Block:
        number = self._next(isinstance(block, Heading)) if block.numbered else ""
        recommended = self.kind == "recommendations" and isinstance(block, Paragraph)
        kind: ReferenceKind = "paragraph" if isinstance(block, Paragraph) else "section"
        if isinstance(block, Heading) and block.numbered:
            kind = "paragraph"
        kind = "recommendation" if recommended else kind
        for name in (block.name, *block.aliases):
            self._add(name, kind, number, block.line)
        if isinstance(block, Paragraph) and block.numbered and self.below > 0:
            return replace(block, number=number, below=True)
        return replace(block, number=number)

    def _next(self, heading: bool) -> str:
        """The number of the next paragraph, or of the next sub-heading that counts with them."""
        pattern = self.scheme.paragraph
        levels = [] if self.scheme.running else [self.sections]
        if self.below >= 0 and not heading:
            self.below += 1
            return filled_pattern(self.scheme.sub_paragraph, *levels, self.paragraphs, self.below)
        self.paragraphs += 1
        if heading and self.scheme.sub_paragraph:
            self.below = 0
        return filled_pattern(pattern, *levels, self.paragraphs)

    def _items(self, block: ListBlock) -> Iterable[ListItem]:
        recommended = self.kind == "recommendations"
        for index, item in enumerate(block.items):
            number = item_number(block.marker, block.start + index)
            kind: ReferenceKind = "recommendation" if recommended else "item"
            for name in (item.name, *item.aliases):
                self._add(name, kind, number, item.line or block.line)
            # Items of lists inside a recommendation are items, not recommendations of their own.
            outer, self.kind = self.kind, "" if recommended else self.kind
            blocks = self.blocks(item.blocks)
            self.kind = outer
            yield replace(item, number=number, blocks=blocks)

    def _table(self, table: Table) -> Table:
        if not table.caption:
            self._add(table.name, "table", "", table.line)
            return table
        self.tables += 1
        number = str(self.tables)
        self._add(table.name, "table", number, table.line, f"Table {number}")
        return replace(table, number=number)

    def _add(self, name: str, kind: ReferenceKind, number: str, line: int, label: str = "") -> None:
        where = Where(self.file, line or None)
        self.targets.add(name, NumberedTarget(kind, bare(number), where, label))


def number_charts(sections: Iterable[PlacedSection]) -> list[PlacedSection]:
    """The sections with numbers on their charts, which the tables behind them name."""
    numbers = count(1)

    def numbered(block: Block) -> Block:
        if isinstance(block, Chart):
            return replace(block, number=str(next(numbers)))
        return with_inner(block, lambda inner: tuple(map(numbered, inner)))

    return [placed.with_blocks(tuple(map(numbered, placed.section.blocks))) for placed in sections]
