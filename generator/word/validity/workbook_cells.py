"""The workbook behind a chart: its sheets, and what their cells say.

xl/workbook.xml    <sheet name="Figures" sheetId="1" r:id="rId1"/>
xl/worksheets/...  <c r="B2" t="s"><v>4</v></c>      text in xl/sharedStrings.xml
Figures!$B$2:$B$5  in a chart
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model.wording.late_pattern import late_pattern
from generator.word.package.elements import Element, clark
from generator.word.validity.fault import Fault
from generator.word.validity.xml_faults import parse_parts
from generator.word.validity.zip_faults import unpack

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BOOK, _LINKS, _TEXTS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
MOST_BYTES = 32 * 1024 * 1024
MOST_CELLS = 100_000
_FORMULA = late_pattern(
    r"'?(?:\[[^\]]*\])?(?P<sheet>[^!]+?)'?!\$?(?P<left>[A-Z]{1,3})\$?(?P<top>\d{1,7})"
    r"(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>\d{1,7}))?"
)


class BookCells(NamedTuple):
    """The sheets of a workbook: what their cells say by reference ('B2'), numbers as numbers.

    hidden: sheets with hidden rows or columns, which a chart may pass over.
    """

    sheets: Mapping[str, Mapping[str, str | float]]
    hidden: frozenset[str]


def read_cells(data: bytes) -> BookCells | str:
    """A workbook's cells, or why it cannot be read. Nothing is unpacked beyond 32 MB."""
    faults: list[Fault] = []
    raw = unpack(data, faults, MOST_BYTES)
    if not faults and _BOOK not in raw:
        return f"it has no {_BOOK}"
    wanted = {
        name: content
        for name, content in raw.items()
        if name in (_BOOK, _LINKS, _TEXTS) or name.startswith("xl/worksheets/")
    }
    xml = parse_parts({k: v for k, v in wanted.items() if k.endswith((".xml", "xml.rels"))}, faults)
    if faults:
        return faults[0].message
    texts = [_text(one) for one in xml[_TEXTS].iterfind(f"{_MAIN}si")] if _TEXTS in xml else []
    sheets, hidden = {}, set()
    for name, part in _sheets(xml):
        if part not in xml:
            return f"its sheet {name!r} is missing"
        sheets[name] = dict(_cells(xml[part], texts))
        if any(one.get("hidden") in ("1", "true") for one in xml[part].iter(*_FOLDED)):
            hidden.add(name)
    return BookCells(sheets, frozenset(hidden))


_FOLDED = (f"{_MAIN}row", f"{_MAIN}col")


def _sheets(xml: Mapping[str, Element]) -> Iterator[tuple[str, str]]:
    """The name of each sheet and its part; sheets that are charts themselves left out."""
    links = {one.get("Id"): one for one in xml[_LINKS]} if _LINKS in xml else {}
    for sheet in xml[_BOOK].iter(f"{_MAIN}sheet"):
        link = links.get(sheet.get(clark("r:id")))
        target = "" if link is None else link.get("Target", "")
        if link is None or link.get("Type", "").endswith("/worksheet"):
            whole = target if target.startswith("/") else posixpath.join("xl", target)
            yield sheet.get("name", ""), posixpath.normpath(whole).lstrip("/")


def _cells(root: Element, texts: list[str]) -> Iterator[tuple[str, str | float]]:
    for cell in root.iter(f"{_MAIN}c"):
        kind, value = cell.get("t", "n"), cell.findtext(f"{_MAIN}v") or ""
        if kind == "inlineStr":
            yield cell.get("r", ""), _text(cell)
        elif kind == "s":
            at = int(value) if value.isascii() and value.isdigit() and len(value) < 9 else -1
            yield cell.get("r", ""), texts[at] if 0 <= at < len(texts) else ""
        elif value:
            number = as_number(value) if kind == "n" else None
            yield cell.get("r", ""), value if number is None else number


def _text(node: Element) -> str:
    """Its text without what is said of how it sounds."""
    plain = (one for one in node.iter(f"{_MAIN}t") if _loud(one))
    return "".join(one.text or "" for one in plain)


def _loud(node: Element) -> bool:
    above = node.getparent()
    return above is None or above.tag != f"{_MAIN}rPh"


def as_number(text: str) -> float | None:
    """A number as XML has it, None for anything else, infinity and the like too."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


class Range(NamedTuple):
    """What a formula refers to: a sheet and the references of its cells, row by row."""

    sheet: str
    cells: tuple[str, ...]


def read_range(formula: str) -> Range | None:
    """A range of one sheet; None for names, several ranges, and more than 100,000 cells."""
    found = _FORMULA.fullmatch(formula.strip())
    if found is None:
        return None
    left, top = _column(found["left"]), int(found["top"])
    right = _column(found["right"] or found["left"])
    bottom = int(found["bottom"] or found["top"])
    if (right - left + 1) * (bottom - top + 1) > MOST_CELLS:
        return None
    names = tuple(
        f"{_letters(column)}{row}"
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    )
    return Range(found["sheet"].replace("''", "'"), names)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letters(column: int) -> str:
    made = ""
    while column:
        column, at = divmod(column - 1, 26)
        made = chr(ord("A") + at) + made
    return made
