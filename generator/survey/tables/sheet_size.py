"""What one part of a workbook would fill in memory, counted while its XML is parsed.

    <c r="XFD1048576" t="s"><v>7</v></c>                      a cell of an .xlsx, its shared text
    <table:table-row table:number-rows-repeated="1000000">    a row of an .ods, and its cells
      <table:table-cell table:number-columns-repeated="16000" office:value-type="string">

Readers lay a sheet out as one rectangle up to its last filled cell, and write a shared text out in
every cell that names it. Elements are known by their names, whatever the part and its prefixes are
called, because readers know them so, too. Nothing of the part is kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import NamedTuple
from xml.parsers import expat

SPARSE_CELLS, SPARSE_SHARE = 2_000_000, 100
"""A rectangle this large of which less than one cell in a hundred is filled is none of answers."""
_FILLS = ("value", "value-type", "string-value", "boolean-value", "date-value", "time-value")
_MAX_TEXT = 1_000_000  # characters of one part's number; longer is no number
_MAX_NUMBERS = 10_000  # pieces of numbers that are gathered
_NEXT = "\0"  # stands between numbers, since it cannot stand in XML
_MAX_NAMES = 10_000
_DIGITS = "0123456789"


class SizeLimits(NamedTuple):
    """cells: of a sheet's rectangle. characters: of all texts of a sheet, written out. unpacked:
    bytes of all parts.
    """

    cells: int
    characters: int
    unpacked: int


class Oversized(Exception):
    """A workbook that would not fit into memory: what is wrong, how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


Attributes = dict[str, str]


class SheetSize:
    """Counts as its parser meets elements. texts: lengths of the workbook's shared texts.

    After `close`, `texts` of a part that declares shared texts are in `declared`. Raises Oversized
    as soon as a limit is passed, ValueError for places and counts that are none.
    """

    def __init__(self, texts: array[int], limits: SizeLimits) -> None:
        self.declared: array[int] = array("Q")
        self.filled = 0
        self._texts, self._limits = texts, limits
        self._rows = self._columns = self._characters = 0
        self._row = self._column = 0
        self._place = ""
        self._taking = self._shared = False
        self._numbers: list[str] = []
        self._ods_row = _OdsRow()
        self._row_text = ""
        self._known_columns: dict[str, int] = {}
        self._steps = _Steps({
            "row": self._begin_row, "c": self._begin_cell, "v": self._fill_cell,
            "is": self._fill_cell, "si": self._begin_text, "t": self._take_text,
            "sheetData": self._begin_sheet, "table": self._begin_sheet,
            "table-row": self._begin_ods_row, "table-cell": self._ods_cell,
            "covered-table-cell": self._ods_cell, "p": self._ods_text, "s": self._ods_spaces,
        })  # fmt: skip

    def parser(self) -> expat.XMLParserType:
        """A parser that feeds this part's elements to it, once."""
        made = expat.ParserCreate()
        made.buffer_text = True
        made.StartElementHandler = self._start
        made.CharacterDataHandler = self._text
        made.StartDoctypeDeclHandler = _refuse_doctype
        return made

    def close(self) -> None:
        """The end of the part."""
        self._end_numbers()
        self._end_ods_row()
        self._check_share()

    # ------------------------------------------------------------ what the parser meets
    def _start(self, name: str, attributes: Attributes) -> None:
        step = self._steps[name]
        if step is not None:
            step(attributes)
        elif self._taking and self._shared:
            # A cell's number ends where anything but its own elements begins.
            self._taking = self._shared = False

    def _text(self, text: str) -> None:
        if self._taking:
            if self._shared:
                self._numbers.append(text)
            else:
                self.declared[-1] += len(text)
        elif self._ods_row.inside:
            self._ods_row.characters += len(text) * self._ods_row.columns_repeated

    # ------------------------------------------------------------ .xlsx
    def _begin_sheet(self, _: Attributes) -> None:
        self._end_numbers()
        self._end_ods_row()
        self._check_share()
        self._rows = self._columns = self._characters = self._row = self.filled = 0

    def _begin_row(self, attributes: Attributes) -> None:
        place = attributes.get("r")
        self._row = self._row + 1 if place is None else int(place)
        self._row_text = str(self._row)
        self._column = 0

    def _begin_cell(self, attributes: Attributes) -> None:
        self._taking = False
        self._place = attributes.get("r", "")
        self._column += 1
        self._shared = attributes.get("t") == "s"
        if self._shared:
            self._numbers.append(_NEXT)
            if len(self._numbers) > _MAX_NUMBERS:
                self._end_numbers()
                self._shared = True

    def _fill_cell(self, _: Attributes) -> None:
        if self._place:
            known = self._known_columns.get(self._place.removesuffix(self._row_text))
            if known is None:
                self._find_place()
            else:
                self._column = known
        self.filled += 1
        if self._column > self._columns or self._row > self._rows:
            self._reach(self._row, self._column)
        self._taking = self._shared

    def _find_place(self) -> None:
        """The first cell of a column, or one that does not stand in the row it says."""
        letters = self._place.rstrip(_DIGITS)
        self._row_text = self._place[len(letters) :]
        self._row, self._column = int(self._row_text), _column(letters)
        self._known_columns[letters] = self._column

    def _begin_text(self, _: Attributes) -> None:
        self._end_numbers()
        self.declared.append(0)

    def _take_text(self, _: Attributes) -> None:
        self._taking = bool(self.declared)

    def _end_numbers(self) -> None:
        """A shared text is named by a number; those of many cells are looked up together."""
        for number in "".join(self._numbers).split(_NEXT):
            if number:
                place = int(number[:_MAX_TEXT])
                if 0 <= place < len(self._texts):
                    self._characters += self._texts[place]
        self._numbers = []
        self._taking = self._shared = False
        self._check_characters()

    # ------------------------------------------------------------ .ods
    def _begin_ods_row(self, attributes: Attributes) -> None:
        self._end_ods_row()
        self._ods_row = _OdsRow(_count(attributes, "number-rows-repeated"))
        self._ods_row.inside = True

    def _ods_cell(self, attributes: Attributes) -> None:
        self._ods_row.begin_cell(_count(attributes, "number-columns-repeated"))
        if any(_local(name) in _FILLS for name in attributes):
            self._ods_row.fill()

    def _ods_text(self, _: Attributes) -> None:
        self._ods_row.fill()

    def _ods_spaces(self, attributes: Attributes) -> None:
        if self._ods_row.inside:
            more = _count(attributes, "c") * self._ods_row.columns_repeated
            self._ods_row.characters += more

    def _end_ods_row(self) -> None:
        row, self._ods_row = self._ods_row, _OdsRow()
        if not row.inside:
            return
        self._row += row.repeated
        self.filled += row.filled * row.repeated
        self._characters += row.characters * row.repeated
        if row.width:
            self._reach(self._row, row.width)
            self._check_characters()

    # ------------------------------------------------------------ limits
    def _reach(self, row: int, column: int) -> None:
        self._rows, self._columns = max(self._rows, row), max(self._columns, column)
        if self._rows * self._columns > self._limits.cells:
            raise self._too_many()

    def _check_share(self) -> None:
        cells = self._rows * self._columns
        if cells > SPARSE_CELLS and cells > self.filled * SPARSE_SHARE:
            raise self._too_many()

    def _too_many(self) -> Oversized:
        return Oversized(
            f"has a sheet of {self._rows:,} rows and {self._columns:,} columns, too many to read",
            "delete values that stand far from the others",
        )

    def _check_characters(self) -> None:
        if self._characters > self._limits.characters:
            raise Oversized(
                f"has a sheet whose texts are longer than {self._limits.characters:,} characters",
                "delete texts that are repeated in many cells",
            )


class _OdsRow:
    """A row of an .ods: empty cells count only where a filled one follows."""

    def __init__(self, repeated: int = 1) -> None:
        self.repeated = repeated
        self.inside = False
        self.width = self.filled = self.characters = 0
        self.columns_repeated = 1
        self._column = 0

    def begin_cell(self, repeated: int) -> None:
        """The next cell, or as many alike."""
        self._column += repeated
        self.columns_repeated = repeated

    def fill(self) -> None:
        """The cell holds something."""
        if self.width < self._column:
            self.width = self._column
            self.filled += self.columns_repeated


class _Steps(dict[str, Callable[[Attributes], None] | None]):
    """What is done where an element begins, by its name with any prefix; None for nothing."""

    def __missing__(self, name: str) -> Callable[[Attributes], None] | None:
        step = self.get(_local(name))
        if len(self) < _MAX_NAMES:
            self[name] = step
        return step


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _column(letters: str) -> int:
    """27 for 'AA'. Raises ValueError for what is no column."""
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        raise ValueError(f"{letters!r} is no column")
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _count(attributes: Attributes, name: str) -> int:
    """How often something is repeated; 1 where it is not said."""
    for key, value in attributes.items():
        if key == name or key.endswith(f":{name}"):
            return max(int(value), 0)
    return 1


def _refuse_doctype(*_: object) -> None:
    raise ValueError("a workbook has no document type")
