"""A table whose rows are all in memory: a small csv file, a sheet of a workbook."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

import numpy as np

from generator.errors import Problems
from generator.model.issues import Where
from generator.model.wording.english import few_listed
from generator.survey.survey_rules import EXPORT_ROWS
from generator.survey.tables.export_table import SAMPLE_ROWS, Sample, TableColumns
from generator.survey.tables.factor import factorise


def past_title(rows: Sequence[Sequence[str]]) -> int:
    """How many rows stand before the headings: a title alone in its row, and empty ones.

    Over two columns a lone cell may as well be a heading beside one that is missing.
    """
    for index, row in enumerate(rows[:5]):
        filled = sum(bool(cell.strip()) for cell in row)
        if filled > 2:
            return index
        if filled > (0 if index else 1):
            break
    return 0


class RowsTable:
    """Rows of text in memory, below a title if there is one.

    first_row: the spreadsheet row number of rows[0]. titled: a lone cell above others may be a
    title; where the codebook says how many rows of headings there are, it is one of these.
    """

    large = False

    def __init__(
        self,
        file: str,
        rows: Sequence[Sequence[str]],
        kind: str,
        sheet: str = "",
        first_row: int = 1,
        notes: tuple[str, ...] = (),
        titled: bool = True,
    ) -> None:
        above = past_title(rows) if titled else 0
        if above:
            last = first_row + above - 1
            told = f"row {last}" if above == 1 else f"rows {first_row} to {last}"
            notes = (*notes, f"passed over {told}: a title above the headings")
            rows, first_row = rows[above:], first_row + above
        self.file = file
        self.notes = notes
        self._rows = rows
        self._first_row = first_row
        head = list(islice(rows, SAMPLE_ROWS))
        width = len(head[0]) if head else 0
        padded = (tuple(row[:width]) + ("",) * (width - len(row)) for row in head)
        self.sample = Sample(tuple(padded), kind, sheet)

    def read(self, columns: Collection[int], header_rows: int) -> TableColumns:
        """See Table.read. Rows longer or shorter than the header are problems."""
        width = self.sample.width
        body = self._rows[header_rows:]
        filled = [index for index, row in enumerate(body) if any(row)]
        self._check_lengths([(index, len(body[index])) for index in filled], header_rows)
        kept = [body[index] for index in filled]
        rows = np.array(filled, dtype=np.int64) + header_rows + self._first_row
        factors = {
            column: factorise([row[column] for row in kept]) for column in columns if column < width
        }
        return TableColumns(factors, rows)

    def _check_lengths(self, lengths: list[tuple[int, int]], header_rows: int) -> None:
        width = self.sample.width
        wrong = [(index, size) for index, size in lengths if size != width]
        # Empty cells beyond the last heading are a habit of spreadsheets, not a mistake.
        wrong = [
            (index, size)
            for index, size in wrong
            if size < width or any(self._rows[index + header_rows][width:])
        ]
        if not wrong:
            return
        problems = Problems()
        where = Where(self.file)
        numbers = [index + header_rows + self._first_row for index, _ in wrong]
        noun = "row" if len(wrong) == 1 else "rows"
        short = all(size < width for _, size in wrong)
        if short and len(wrong) == 1 and wrong[0][0] == lengths[-1][0]:
            what = f"ends in the middle of row {numbers[0]}: it has {wrong[0][1]} of {width} cells"
            problems.add(EXPORT_ROWS, where, what, "export the file again: it was cut off")
        else:
            sizes = few_listed(sorted({size for _, size in wrong}))
            has = "has" if len(wrong) == 1 else "have"
            what = f"{noun} {few_listed(numbers)} {has} {sizes} cells where the heading has {width}"
            problems.add(
                EXPORT_ROWS,
                where,
                what,
                "export the file again; a delimiter or quote is out of place",
            )
        problems.raise_any()
