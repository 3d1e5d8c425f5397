"""Reading a large csv file with pandas: only the columns needed, in parts, as categories.

pandas turns a column into categories while it parses, so no answer becomes a Python text unless it
is a new one: a million answers to sixty questions need 120 MB and not ten gigabytes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

import numpy as np

from generator.errors import InputProblems
from generator.model.issues import Where
from generator.survey.survey_rules import EXPORT_ROWS
from generator.survey.tables.csv_records import records
from generator.survey.tables.export_table import SAMPLE_ROWS, Sample, TableColumns
from generator.survey.tables.factor import Factor, factorise

if TYPE_CHECKING:
    import pandas as pd

QUOTED_CHECKED = 5_000
"""How many rows with quotes are taken apart to count their cells; others are counted by bytes."""


class LargeCsv:
    """A csv file that stays on disk; see Table."""

    large = True

    def __init__(
        self,
        path: Path,
        file: str,
        head: Sequence[Sequence[str]],
        delimiter: str,
        encoding: str,
        notes: tuple[str, ...],
    ) -> None:
        self.file = file
        self.notes = notes
        self._path = path
        self._delimiter = delimiter
        self._encoding = encoding
        self._checked = False
        width = len(head[0]) if head else 0
        rows = [tuple(row[:width]) + ("",) * (width - len(row)) for row in head[:SAMPLE_ROWS]]
        self.sample = Sample(tuple(rows), "csv")

    def read(self, columns: Collection[int], header_rows: int) -> TableColumns:
        """See Table.read. Blank lines shift the row numbers that follow."""
        if not self._checked:
            self._checked = True
            self._check_records() if self._encoding.startswith("utf-16") else self._check_rows()
        wanted = sorted(column for column in columns if column < self.sample.width) or [0]
        frame = self._frame(wanted, "category")
        # pandas makes numbers of categories that all look like some, and '007' would be 7.
        numeric = [c for c in wanted if not is_text(frame[c].cat.categories)]
        texts = self._frame(numeric, "str") if numeric else None
        factors = {
            column: _factor(frame[column])
            if texts is None or column not in numeric
            else factorise(texts[column].tolist())
            for column in wanted
        }
        rows = np.arange(header_rows + 1, len(frame) + 1, dtype=np.int64)
        below = {index: Factor(f.codes[header_rows:], f.values) for index, f in factors.items()}
        return TableColumns(below, rows)

    def _frame(self, wanted: list[int], dtype: Literal["category", "str"]) -> pd.DataFrame:
        import pandas as pd

        try:
            # low_memory: parsed a quarter of a megabyte at a time. The header is read as data, so
            # that no column is all numbers and repeated headings stay as they are.
            return pd.read_csv(
                self._path,
                header=None,
                names=list(range(self.sample.width)),
                usecols=wanted,
                index_col=False,
                dtype=dtype,
                keep_default_na=False,
                na_filter=False,
                sep=self._delimiter,
                encoding=self._encoding,
                low_memory=True,
            )
        except UnicodeDecodeError as error:
            raise self._no_text() from error
        except pd.errors.ParserError as error:
            cut = "EOF inside string" in str(error)
            what = "ends within a quoted cell" if cut else "is not a valid csv file"
            raise self._refused(what, "export the file again") from error

    def _check_rows(self) -> None:
        """Count the cells of each row, which pandas does not when it reads only some columns."""
        width = self.sample.width
        delimiter = self._delimiter.encode()
        quoted = 0
        with self._path.open("rb") as stream:
            lines = self._lines(stream)
            for number, (place, line) in enumerate(lines, start=1):
                if b'"' in line:
                    quoted += 1
                    # A record that goes on in the next line is always taken apart.
                    apart = quoted <= QUOTED_CHECKED or line.count(b'"') % 2
                    cells = self._cells(place, line, lines) if apart else width
                else:
                    cells = line.count(delimiter) + 1
                if cells != width and line.strip():
                    self._refuse_row(number, cells, line.endswith(b"\n"))

    def _check_records(self) -> None:
        """The same where letters take several bytes, so that bytes cannot be counted."""
        width = self.sample.width
        try:
            with self._path.open(encoding=self._encoding, newline="") as lines:
                whole = records(lines, self._delimiter, self.file)
                for number, (cells, _) in enumerate(whole, start=1):
                    if len(cells) != width and cells:
                        self._refuse_row(number, len(cells), True)
        except UnicodeDecodeError as error:
            raise self._no_text() from error

    def _no_text(self) -> InputProblems:
        if self._encoding.startswith("utf-8"):
            what = "is UTF-8 text at first and something else further down"
        else:
            what = f"is not {self._encoding} text"
        return self._refused(what, "export it again as CSV in UTF-8")

    def _lines(self, stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
        for place, line in enumerate(stream, start=1):
            if b"\0" in line:
                raise self._refused("is not a text file: it holds zero bytes", "export it again")
            yield place, line

    def _cells(self, place: int, line: bytes, following: Iterator[tuple[int, bytes]]) -> int:
        """How many cells a record has that begins with a line; takes the lines that it goes on in.

        Raises InputProblems, soon, for one that never ends.
        """
        lines = (part.decode(self._encoding, errors="replace") for _, part in following)
        first = line.decode(self._encoding, errors="replace")
        whole = records(chain((first,), lines), self._delimiter, self.file, first=place)
        return len(next(whole).cells)

    def _refuse_row(self, number: int, cells: int, whole: bool) -> None:
        width = self.sample.width
        if not whole and cells < width:
            what = f"ends in the middle of row {number}: it has {cells} of {width} cells"
            raise self._refused(what, "export the file again: it was cut off")
        what = f"row {number} has {cells} cells where the heading has {width}"
        raise self._refused(what, "export the file again; a delimiter or quote is out of place")

    def _refused(self, what: str, mend: str) -> InputProblems:
        return InputProblems([EXPORT_ROWS.issue(Where(self.file), what, mend)])


def is_text(categories: pd.Index) -> bool:
    """Whether every category is a text."""
    return categories.inferred_type in ("string", "empty")


def _factor(column: pd.Series) -> Factor:
    values = column.cat
    return Factor(values.codes.to_numpy(), tuple(values.categories))
