"""Random documents and random edits of them, out of which hypothesis makes small ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from .small_docx import docx, field, note, p, run, table

WORDS = (
    *("the", "a", "plan", "staff", "46", "47%", "surveys", "high", "low", "said", "council"),
    *("of", "and", "we", "workload,", "(new)", "team"),
)
STYLES = ("", "Heading1", "Quote")
LINKS = {"rIdLa": "https://a.example.org", "rIdLb": "https://b.example.org"}


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph. kind: text, bold, note, field, or the id of a link."""

    kind: str
    text: str


@dataclass(frozen=True)
class Para:
    """A paragraph; level: of its list, None where it is in none."""

    style: str
    level: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Grid:
    """A table: rows of cells of blocks."""

    rows: tuple[tuple[tuple[Any, ...], ...], ...]


def drawn_pair(random: Random) -> tuple[bytes, bytes]:
    """A document, and the same after some edits."""
    old = [_block(random) for _ in range(random.randrange(1, 8))]
    new = _edited_blocks(random, old)
    return _written(random, old), _written(random, new)


def _sentence(random: Random, most: int = 12) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randrange(most)))


def _block(random: Random, in_table: bool = False) -> Para | Grid:
    if random.random() < 0.2 and not in_table:
        width = random.randrange(1, 4)
        rows = range(random.randrange(1, 5))
        return Grid(tuple(tuple(_cell(random) for _ in range(width)) for _ in rows))
    kinds = ("text",) * 6 + ("bold", "note", "field", *LINKS)
    made = [Piece(random.choice(kinds), _sentence(random)) for _ in range(random.randrange(4))]
    return Para(random.choice(STYLES), random.choice((None, None, None, 0, 1)), tuple(made))


def _cell(random: Random) -> tuple[Para | Grid, ...]:
    return tuple(_block(random, in_table=True) for _ in range(random.randrange(1, 3)))


def _edited_blocks(
    random: Random, blocks: list[Para | Grid], in_table: bool = False
) -> list[Para | Grid]:
    made: list[Para | Grid] = []
    for block in blocks:
        lot = random.random()
        if lot < 0.1:
            continue
        if lot < 0.2:
            made.append(_block(random, in_table))
        made.append(_edited(random, block) if lot < 0.5 else block)
    if random.random() < 0.1:
        made.reverse()
    if random.random() < 0.15 or not made:
        made.append(_block(random, in_table))
    return made


def _edited(random: Random, block: Para | Grid) -> Para | Grid:
    if isinstance(block, Para):
        pieces = [_edited_piece(random, one) for one in block.pieces if random.random() > 0.1]
        if random.random() < 0.2:
            pieces.append(Piece("text", _sentence(random)))
        style = block.style if random.random() < 0.8 else random.choice(STYLES)
        return replace(block, style=style, pieces=tuple(pieces))
    rows = []
    for row in block.rows:
        lot = random.random()
        if lot < 0.15:
            continue
        if lot < 0.3:
            rows.append(tuple(_cell(random) for _ in row))
        if lot < 0.6:
            row = tuple(tuple(_edited_blocks(random, list(cell), in_table=True)) for cell in row)
        rows.append((*row, _cell(random)) if lot > 0.95 else row)
    return Grid(tuple(rows) or ((_cell(random),),))


def _edited_piece(random: Random, piece: Piece) -> Piece:
    words = piece.text.split(" ")
    for _ in range(random.randrange(4)):
        at = random.randrange(len(words) + 1)
        words[at : at + random.randrange(2)] = random.choices(WORDS, k=random.randrange(2))
    kind = piece.kind if random.random() < 0.9 else random.choice(("text", "bold"))
    return Piece(kind, " ".join(words))


def _written(random: Random, blocks: list[Para | Grid]) -> bytes:
    notes: dict[int, str] = {}
    # A body, as a cell, ends with a paragraph.
    ended = blocks if isinstance(blocks[-1], Para) else [*blocks, Para("", None, ())]
    body = "".join(_xml(block, notes) for block in ended)
    bare = not notes and random.random() < 0.5
    return docx(body, notes=None if bare else notes, links=LINKS)


def _xml(block: Para | Grid, notes: dict[int, str]) -> str:
    if isinstance(block, Grid):
        return table(
            *([("".join(_xml(one, notes) for one in cell)) for cell in row] for row in block.rows)
        )
    level = block.level
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    inner = "".join(_piece_xml(one, notes) for one in block.pieces)
    return p(inner, block.style, "" if level is None else numbered)


def _piece_xml(piece: Piece, notes: dict[int, str]) -> str:
    if piece.kind == "note":
        notes[len(notes) + 1] = p(run(piece.text), "FootnoteText")
        return note(len(notes))
    if piece.kind == "field":
        return field("REF x", piece.text)
    if piece.kind in LINKS:
        return f'<w:hyperlink r:id="{piece.kind}">{run(piece.text)}</w:hyperlink>'
    return run(piece.text, "<w:b/>" if piece.kind == "bold" else "")
