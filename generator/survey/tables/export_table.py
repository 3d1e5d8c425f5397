"""What a file of rows and columns is to the layouts: a sample of its first rows, and columns."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Protocol

from generator.model.frozen import dataclass
from generator.survey.tables.factor import Factor

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAMPLE_ROWS = 40


@dataclass(frozen=True, slots=True)
class Sample:
    """The first rows of a file as text, each as wide as the widest of them.

    kind: 'csv', 'xlsx', 'ods' or 'parquet'. sheet: name of the sheet, '' for none.
    """

    rows: tuple[tuple[str, ...], ...]
    kind: str
    sheet: str = ""

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def row(self, index: int) -> tuple[str, ...]:
        """A row, or as many empty cells where the file has no such row."""
        return self.rows[index] if index < len(self.rows) else ("",) * self.width


class ExportTable(Protocol):
    """An open file. Row numbers count from 1 with the header, as a spreadsheet shows them."""

    file: str
    sample: Sample
    large: bool
    """True where only the columns that are needed should be read."""
    notes: tuple[str, ...]
    """What was assumed in reading it, such as an encoding."""

    def read(self, columns: Collection[int], header_rows: int) -> TableColumns:
        """The named columns below the header. Raises InputProblems for rows that are broken."""
        ...


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Columns of answers. rows: the row number of each in the file; blank rows are left out."""

    factors: Mapping[int, Factor]
    rows: NDArray[np.int64]

    @property
    def size(self) -> int:
        """Number of rows."""
        return len(self.rows)
