"""Reading csv files: every cell as text, headers as data, nothing guessed to be missing."""

from __future__ import annotations

import csv
import io
from itertools import islice
from pathlib import Path

from generator.model.issues import Where
from generator.model.survey.codebook import ExportFile
from generator.survey.tables.csv_records import records
from generator.survey.tables.encoding import decode, find_encoding
from generator.survey.tables.export_table import SAMPLE_ROWS, ExportTable
from generator.survey.tables.rows import RowsTable

LARGE_BYTES = 8_000_000
"""From this size on a file is read by pandas, in parts, only the columns needed."""
_SAMPLE_BYTES = 1_000_000
_DELIMITERS = (",", ";", "\t", "|")


def open_delimited(path: Path, where: Where, hints: ExportFile) -> ExportTable:
    """Open a csv or tab-separated file. Raises InputProblems for what is no such file."""
    size = path.stat().st_size
    large = size > LARGE_BYTES
    with path.open("rb") as stream:
        raw = stream.read(_SAMPLE_BYTES if large else -1)
        if large and b"sep=" in raw[:12].lower():
            large, raw = False, raw + stream.read()
    encoding = find_encoding(raw, where, hints.encoding, whole=not large)
    notes = (f"read as {_title(encoding.name)}",) if encoding.assumed else ()
    if large:
        from generator.survey.tables.large_csv import LargeCsv

        text = raw.decode(encoding.name, errors="ignore")
        delimiter = hints.delimiter or find_delimiter(text)
        head = _records(text, delimiter, where, SAMPLE_ROWS, strict=False)
        return LargeCsv(path, where.file, head, delimiter, encoding.name, notes)
    text = decode(raw, encoding.name, where)
    first_row = 1
    if text[:4].casefold() == "sep=" and len(text) > 4:
        # Excel's own note of the delimiter stands on a line before the headings.
        hint, _, text = text.partition("\n")
        delimiter, first_row = hint[4], 2
    else:
        delimiter = hints.delimiter or find_delimiter(text)
    rows = _records(text, delimiter, where)
    titled = "header_rows" not in hints.mapping
    return RowsTable(where.file, rows, "csv", first_row=first_row, notes=notes, titled=titled)


def find_delimiter(text: str) -> str:
    """The delimiter that splits the first rows into most cells, equally and in every row.

    One by which quotation marks are out of place, or all is one row, is taken for want of a better.
    """
    best, best_score = ",", (False, False, 1.0)
    for delimiter in _DELIMITERS:
        sizes, valid = _row_sizes(text[:100_000], delimiter, len(text) > 100_000)
        if not sizes:
            continue
        same = sum(size == sizes[0] for size in sizes) / len(sizes)
        split = sum(size > 1 for size in sizes) / len(sizes)
        score = (valid, len(sizes) > 1, sizes[0] * same * split)
        if score[2] > 1 and score > best_score:
            best, best_score = delimiter, score
    return best


def _row_sizes(sample: str, delimiter: str, cut: bool) -> tuple[list[int], bool]:
    """Cells in each of the first rows, and whether they are valid. cut: the sample may end early"""
    sizes: list[int] = []
    valid = True
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True)
    try:
        sizes.extend(len(row) for row in islice(reader, 20) if row)
    except csv.Error as error:
        valid = cut and "unexpected end of data" in str(error)
    return (sizes[:-1] if cut and len(sizes) > 2 else sizes), valid


def _records(
    text: str, delimiter: str, where: Where, limit: int | None = None, strict: bool = True
) -> list[list[str]]:
    lines = io.StringIO(text, newline="")
    return [record.cells for record in islice(records(lines, delimiter, where.file, strict), limit)]


def _title(encoding: str) -> str:
    return {"cp1252": "Windows-1252"}.get(encoding, encoding.upper())
