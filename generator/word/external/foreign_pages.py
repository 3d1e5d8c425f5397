"""Which pages of another document lie on their side, and what is too wide for the report's pages.

    <w:p><w:pPr><w:sectPr>...<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>

The size of a stretch of pages stands at its end. Only whether it is turned is taken over: margins,
header and footer are the report's. Tables and pictures that then reach over the margin shrink.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from generator.model.frozen import dataclass
from generator.word.package.elements import Element, clark, text_of, w
from generator.word.package.lengths import EMU_PER_TWIP

_COLUMNS = f"{clark('w:tblGrid')}/{clark('w:gridCol')}"
_HIGH_ROW = 15  # lines, about a third of a page
_LETTER, _USUAL_CELL = 120, 2_400  # twips that a letter of 12 pt and a cell take
_OVERHANG = 250  # twips by which Word's own tables stand out of the text, in their cells' margins


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks on pages that lie the same way."""

    landscape: bool
    blocks: list[Element]


def turned_blocks(body: Element) -> frozenset[Element]:
    """The blocks of a body that stand on landscape pages."""
    turned: list[Element] = []
    waiting: list[Element] = []
    for block in body:
        waiting.append(block)
        section = block if block.tag == clark("w:sectPr") else None
        if section is None:
            section = block.find(f"{clark('w:pPr')}/{clark('w:sectPr')}")
        if section is not None:
            turned += waiting if is_landscape(section) else []
            waiting = []
    return frozenset(turned)


def is_landscape(section: Element) -> bool:
    """Whether the pages of a w:sectPr are wider than high."""
    size = section.find(clark("w:pgSz"))
    if size is None:
        return False
    return _number(size, "w:w") > _number(size, "w:h")


def as_stretches(blocks: Iterable[Element], turned: frozenset[Element]) -> list[Stretch]:
    """Blocks in stretches. A turned page is a new one: its first block need not ask for one."""
    stretches: list[Stretch] = []
    for block in blocks:
        landscape = block in turned
        if not stretches or stretches[-1].landscape != landscape:
            if stretches:
                _drop_page_break(block)
            stretches.append(Stretch(landscape, []))
        stretches[-1].blocks.append(block)
    return stretches


def _drop_page_break(block: Element) -> None:
    properties = block.find(clark("w:pPr"))
    for node in () if properties is None else properties.findall(clark("w:pageBreakBefore")):
        properties.remove(node)  # type: ignore[union-attr]


def head_tables(story: Element) -> None:
    """Let the first row of a table repeat on each page where its looks say that it is a header."""
    for table in story.iter(clark("w:tbl")):
        rows = table.findall(clark("w:tr"))
        look = table.find(f"{clark('w:tblPr')}/{clark('w:tblLook')}")
        if len(rows) < 2 or look is None or not _heads(look):
            continue
        properties = _row_properties(rows[0])
        if properties.find(clark("w:tblHeader")) is None:
            properties.append(w("tblHeader"))


def keep_rows_whole(story: Element) -> None:
    """Let no page end within a row of a table, unless it is so high that much would stay white."""
    for row in story.iter(clark("w:tr")):
        lines = max((_lines(cell) for cell in row.iterchildren(clark("w:tc"))), default=0)
        properties = _row_properties(row)
        if lines <= _HIGH_ROW and properties.find(clark("w:cantSplit")) is None:
            properties.insert(0, w("cantSplit"))


def _lines(cell: Element) -> float:
    """About how many lines the text of a cell takes."""
    said = cell.find(f"{clark('w:tcPr')}/{clark('w:tcW')}")
    width = 0 if said is None or said.get(clark("w:type")) != "dxa" else _number(said, "w:w")
    in_line = max((width or _USUAL_CELL) / _LETTER, 1)
    return sum(math.ceil(len(text_of(one)) / in_line) for one in cell.iter(clark("w:p")))


def _row_properties(row: Element) -> Element:
    properties = row.find(clark("w:trPr"))
    if properties is None:
        properties = w("trPr")
        row.insert(0 if row.find(clark("w:tblPrEx")) is None else 1, properties)
    return properties


def _heads(look: Element) -> bool:
    """Whether w:tblLook says that the first row is a header: by name, or by a bit of its value."""
    named = look.get(clark("w:firstRow"))
    if named is not None:
        return named in ("1", "true", "on")
    try:
        return bool(int(look.get(clark("w:val"), "0"), 16) & 0x20)
    except ValueError:
        return False


def fit_width(blocks: Sequence[Element], width: int) -> None:
    """Make tables and pictures no wider than the text, `width` in twips."""
    for block in blocks:
        for table in block.iter(clark("w:tbl")):
            _fit_table(table, width)
        for drawing in block.iter(clark("wp:inline"), clark("wp:anchor")):
            _fit_drawing(drawing, width * EMU_PER_TWIP)


def fill_width(blocks: Sequence[Element], was: int, width: int) -> None:
    """Make tables that filled a text `was` wide fill one of `width`, both in twips."""
    for block in blocks:
        for table in block.iter(clark("w:tbl")):
            if abs(_table_width(table) - was) <= _OVERHANG:
                _scale_table(table, width / _table_width(table))


def _fit_table(table: Element, width: int) -> None:
    whole = _table_width(table)
    if whole > width + _OVERHANG:
        _scale_table(table, width / whole)


def _table_width(table: Element) -> int:
    return sum(_number(column, "w:w") for column in table.findall(_COLUMNS))


def _scale_table(table: Element, ratio: float) -> None:
    for column in table.findall(_COLUMNS):
        _scale(column, "w:w", ratio)
    sizes = (clark("w:tblPr") + "/" + clark("w:tblW"),)
    cells = f"{clark('w:tr')}/{clark('w:tc')}/{clark('w:tcPr')}/{clark('w:tcW')}"
    for size in (*table.findall(sizes[0]), *table.findall(cells)):
        if size.get(clark("w:type")) == "dxa":
            _scale(size, "w:w", ratio)


def _fit_drawing(drawing: Element, width: int) -> None:
    extent = drawing.find(clark("wp:extent"))
    if extent is None or _number(extent, "cx") <= width:
        return
    ratio = width / _number(extent, "cx")
    for size in (extent, *drawing.iter(clark("a:ext"))):
        for side in ("cx", "cy"):
            if size.get(side):
                _scale(size, side, ratio)


def _number(node: Element, name: str) -> int:
    value = node.get(clark(name) if ":" in name else name, "0")
    return int(float(value)) if value.replace(".", "", 1).isdecimal() else 0


def _scale(node: Element, name: str, ratio: float) -> None:
    key = clark(name) if ":" in name else name
    node.set(key, str(round(_number(node, name) * ratio)))
