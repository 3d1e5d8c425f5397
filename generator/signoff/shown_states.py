"""What a draft says of its sign-offs, where they are printed: '[awaiting Finance]'.

It is filled in when the document is composed, after all that is digested: no unit's words and no
base of a draft know of it. The copy for publication says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.compose.units import FRONT_MATTER
from generator.model.document import Block, Document, Inline, PrintedSignOff, SignOffText, Table
from generator.model.walk import Content, with_inner
from generator.signoff.sign_off_states import Standing

_AWAITED = ("missing", "asked", "withdrawn")
_ByUnit = Mapping[str, Sequence[Standing]]


def with_states(document: Document, rows: Iterable[Standing]) -> Document:
    """The document with what there is to say of each unit's sign-offs beside them."""
    by_unit: dict[str, list[Standing]] = {}
    for row in rows:
        by_unit.setdefault(row.unit, []).append(row)
    sections = tuple(
        replace(section, blocks=_blocks(section.blocks, by_unit)) for section in document.sections
    )
    return replace(document, sections=sections)


def _said(rows: Iterable[Standing]) -> str:
    """'[Legal: to be signed again]', '[awaiting Legal]', or both; '' where all is signed."""
    texts: dict[str, None] = {}
    for row in rows:
        if row.state == "stale":
            texts[f"[{row.owner}: to be signed again]"] = None
        elif row.state in _AWAITED:
            texts[f"[awaiting {row.owner}]"] = None
    return " ".join(texts)


def _blocks(blocks: tuple[Block, ...], rows: _ByUnit) -> tuple[Block, ...]:
    return tuple(_block(block, rows) for block in blocks)


def _block(block: Block, rows: _ByUnit) -> Block:
    if isinstance(block, PrintedSignOff):
        return replace(block, state=_said(rows.get(block.unit, ())))
    if isinstance(block, Table):
        return replace(block, rows=tuple(_row(row, rows) for row in block.rows))
    return with_inner(block, lambda inner: _blocks(inner, rows))


def _row(row: tuple[Content, ...], rows: _ByUnit) -> tuple[Content, ...]:
    """A row of a table: its last sign-off says how those that the row prints stand."""
    printed = [
        (inline, column, place)
        for column, cell in enumerate(row)
        for place, inline in enumerate(cell)
        if isinstance(inline, SignOffText)
    ]
    if not printed:
        return row
    last, column, place = printed[-1]
    of_unit = rows.get(last.unit.removeprefix(FRONT_MATTER), ())
    texts = {inline.text for inline, _, _ in printed}
    cell: list[Inline] = list(row[column])
    cell[place] = replace(last, state=_said(_of_row(of_unit, texts, last)))
    return (*row[:column], tuple(cell), *row[column + 1 :])


def _of_row(rows: Sequence[Standing], texts: set[str], last: SignOffText) -> Sequence[Standing]:
    """What a row says of: its own sign-offs, and where it has all of the unit's, what is owed."""
    if not last.given:
        return rows
    given = [one for one in rows if one.given]
    own = [one for one in given if texts & {one.code, one.who}]
    own = given if len(given) == 1 else own
    one_by_one = last.unit.startswith(FRONT_MATTER)
    return rows if own and own == given and not one_by_one else own
