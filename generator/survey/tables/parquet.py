"""Reading parquet files, where pyarrow is installed (the extra 'parquet')."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np

from generator.errors import InputProblems
from generator.model.issues import Where
from generator.survey.survey_rules import EXPORT_PROTECTED, EXPORT_UNREADABLE
from generator.survey.tables.export_table import SAMPLE_ROWS, Sample, TableColumns
from generator.survey.tables.factor import Factor, FactorBuilder, code_type
from generator.survey.tables.workbook import cell_text

MAX_ROWS, MAX_VALUES, MAX_UNPACKED = 10_000_000, 200_000_000, 2_000_000_000
MAX_PIECES = 100_000  # a piece: one column of one group of rows


def open_parquet(path: Path, where: Where) -> ParquetTable:
    """Open a parquet file. Raises InputProblems, also where pyarrow is not installed."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        what = "is a parquet file, which needs the package pyarrow"
        mend = "install the extra 'parquet', or export the file as CSV"
        raise InputProblems([EXPORT_UNREADABLE.issue(where, what, mend)]) from error
    try:
        opened = parquet.ParquetFile(path)
        _check_size(opened.metadata, where)
        return ParquetTable(opened, where.file)
    except (arrow.ArrowException, OSError) as error:
        problem = EXPORT_UNREADABLE.issue(
            where, "is not a parquet file", "export it again, or as CSV"
        )
        raise InputProblems([problem]) from error


def _check_size(metadata: Any, where: Where) -> None:
    """Raise InputProblems for a file that would not fit into memory, by what it says of itself.

    A thousand million equal answers pack into a few bytes.
    """
    groups, columns = metadata.num_row_groups, metadata.num_columns
    what = ""
    if metadata.num_rows > MAX_ROWS:
        what = f"has {metadata.num_rows:,} rows; {MAX_ROWS:,} can be read at most"
    elif groups * columns > MAX_PIECES:
        what = f"is in {groups * columns:,} pieces; {MAX_PIECES:,} can be read at most"
    else:
        parts = [metadata.row_group(at) for at in range(groups)]
        pieces = [part.column(at) for part in parts for at in range(columns)]
        if sum(piece.num_values for piece in pieces) > MAX_VALUES:
            what = f"has more than {MAX_VALUES:,} values"
        elif sum(piece.total_uncompressed_size for piece in pieces) > MAX_UNPACKED:
            what = f"unpacks to more than {MAX_UNPACKED // 1_000_000:,} MB"
    if what:
        mend = "check where it is from, or export fewer columns"
        raise InputProblems([EXPORT_PROTECTED.issue(where, what, mend)])


class ParquetTable:
    """A parquet file; see Table. Its column names are the one header row."""

    large = True
    notes: tuple[str, ...] = ()

    def __init__(self, opened: Any, file: str) -> None:
        self.file = file
        self._opened = opened
        self._names: list[str] = list(opened.schema_arrow.names)
        head = next(opened.iter_batches(batch_size=SAMPLE_ROWS), None)
        columns = [] if head is None else [column.to_pylist() for column in head.columns]
        body = [tuple(map(_text, row)) for row in zip(*columns, strict=True)]
        self.sample = Sample((tuple(self._names), *body[: SAMPLE_ROWS - 1]), "parquet")

    def read(self, columns: Collection[int], header_rows: int) -> TableColumns:
        """See Table.read; header_rows is 1."""
        wanted = sorted(column for column in columns if column < len(self._names))
        builders = {column: FactorBuilder() for column in wanted}
        names = [self._names[column] for column in wanted]
        for batch in self._opened.iter_batches(batch_size=100_000, columns=names):
            for column in wanted:
                factor = _factor(batch.column(self._names[column]))
                builders[column].add(factor.codes, factor.values)
        size = self._opened.metadata.num_rows
        rows = np.arange(header_rows + 1, size + header_rows + 1, dtype=np.int64)
        return TableColumns({column: built.build() for column, built in builders.items()}, rows)


def _factor(array: Any) -> Factor:
    encoded = array if hasattr(array, "dictionary") else _encoded(array)
    if encoded is None:
        from generator.survey.tables.factor import factorise

        return factorise([_text(value) for value in array.to_pylist()])
    values = [_text(value) for value in encoded.dictionary.to_pylist()]
    codes = np.asarray(encoded.indices.fill_null(len(values)).to_numpy(zero_copy_only=False))
    return Factor(codes.astype(code_type(len(values) + 1)), (*values, ""))


def _encoded(array: Any) -> Any:
    import pyarrow as arrow

    try:
        return array.dictionary_encode()
    except arrow.ArrowException:
        return None


def _text(value: Any) -> str:
    if isinstance(value, list | tuple | set):
        return ";".join(_text(item) for item in value)
    return cell_text(value)
