"""Written blocks with less white between them, kept with what follows, or tables that may divide.

    <w:p><w:pPr><w:pStyle w:val="Heading1"/><w:keepNext/><w:spacing w:before="252" w:after="84"/>...
    <w:tbl>...<w:tblLayout w:type="fixed"/>
      <w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/></w:tblCellMar>

It is said of each block, because the style that spaces it does so on all pages. Rows of charts and
lists of contents stay as they are.
"""

from __future__ import annotations

import re

from generator.word.package.lengths import TWIPS_PER_POINT
from generator.word.paging.page_pieces import White

_KEEP = "<w:keepNext/>"
_PROPERTIES = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)
_STYLE = re.compile(r"<w:pStyle [^>]*/>")
_SPACING = re.compile(r"<w:spacing [^>]*/>")
_SAID = re.compile(r' w:(?:before|after)="[^"]*"')
_AFTER_SPACING = re.compile(r"<w:(?:ind|contextualSpacing|jc|rPr|sectPr)\b|</w:pPr>")
_MARGINS = re.compile(r"<w:tblCellMar>(.*?)</w:tblCellMar>")
_LAYOUT = '<w:tblLayout w:type="fixed"/>'
_ROW = "<w:tr>"


def spaced(block: str, white: White) -> str:
    """A paragraph or a table with this white around it, or in its cells."""
    if block.startswith("<w:tbl>"):
        return _table(block, white.in_cells)
    if not block.startswith(("<w:p>", "<w:p ")):
        return block
    before, after = round(white.before * TWIPS_PER_POINT), round(white.after * TWIPS_PER_POINT)
    said = f' w:before="{before}" w:after="{after}"'
    return _PROPERTIES.sub(lambda found: _spaced(found[0], said), block, count=1)


def _spaced(properties: str, said: str) -> str:
    """Properties of a paragraph with this said of the space around it."""
    spacing = _SPACING.search(properties)
    if spacing is not None:
        rest = _SAID.sub("", spacing[0]).removeprefix("<w:spacing")
        return properties.replace(spacing[0], f"<w:spacing{said}{rest}", 1)
    return _AFTER_SPACING.sub(lambda next_: f"<w:spacing{said}/>{next_[0]}", properties, count=1)


def _table(block: str, white: float) -> str:
    """A table with so much above and below the text of its cells, where its style gives it any."""
    if not white or _LAYOUT not in block:
        return block
    each = round(white * TWIPS_PER_POINT / 2)
    top, bottom = (f'<w:{side} w:w="{each}" w:type="dxa"/>' for side in ("top", "bottom"))
    own = _MARGINS.search(block)
    if own is None:
        return block.replace(_LAYOUT, f"{_LAYOUT}<w:tblCellMar>{top}{bottom}</w:tblCellMar>", 1)
    left, mark, right = own[1].partition("<w:right w:w=")
    made = f"<w:tblCellMar>{top}{left}{bottom}{mark}{right}</w:tblCellMar>"
    return block.replace(own[0], made, 1)


def kept_with_next(block: str) -> str:
    """A paragraph, or a table with each of its rows, that stays with what follows it."""
    if not block.startswith("<w:tbl>"):
        return _kept(block)
    head, *rows = block.split(_ROW)
    return _ROW.join((head, *map(_kept, rows)))


def _kept(markup: str) -> str:
    """Markup whose first paragraph stays with the next one."""
    found = _PROPERTIES.search(markup)
    if found is None or _KEEP in found[0]:
        return markup
    said = found[0].replace('<w:keepNext w:val="0"/>', "")
    made = _STYLE.sub(lambda style: style[0] + _KEEP, said, count=1)
    return markup.replace(found[0], made, 1)


def parted_after(table: str, row: int) -> str:
    """A table whose row of a number, from 0, need not stay with the next one."""
    head, *rows = table.split(_ROW)
    rows[row] = rows[row].replace(_KEEP, "")
    return _ROW.join((head, *rows))
