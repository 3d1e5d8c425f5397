"""A CSV file of the report's folder, as `csv_table()` and `csv_chart()` read it."""

from __future__ import annotations

from pathlib import Path

from generator.config.files import Files, ReportFolder
from generator.model.document import MOST_COLUMNS
from generator.narrative.expressions.spoken import Refused
from generator.narrative.narrative_rules import ANSWERS_PRINTED

MAX_CSV_BYTES = 1_000_000
MAX_CSV_ROWS = 1_000

Rows = list[list[str]]


def read_csv(folder: ReportFolder | None, path: str, asked_by: str) -> tuple[list[str], Rows]:
    """The header and the rows below it, every row as wide as the header; blank rows are left out.

    folder: the report's, which the file must lie in; None where a text has none. path: from there,
    with forward slashes. asked_by: the directive, for messages. Raises Refused.
    """
    header, *body = _rows(_text(*_inside(folder, path, asked_by), path), path)
    if len(header) > MOST_COLUMNS:
        what = f"{path} has {len(header):,} columns, and no table more than {MOST_COLUMNS}"
        raise Refused(what, "print a summary of it")
    for number, row in enumerate(body, start=2):
        if len(row) != len(header):
            raise Refused(
                f"{path}, row {number}, has {len(row)} cells, and its header {len(header)}",
                "give every row the same number of cells",
            )
    return header, body


def _inside(folder: ReportFolder | None, path: str, asked_by: str) -> tuple[Path, Files]:
    if folder is None:
        raise Refused(f"{asked_by}() can only stand in a narrative", "move it there")
    pure = Path(path)
    home = folder.path.resolve()
    if not path or "\\" in path or pure.is_absolute() or ".." in pure.parts or ":" in path:
        raise Refused(
            f"{asked_by}() cannot read {path!r}",
            'name a file of the report\'s folder, such as "tables/costs.csv"',
        )
    found = (home / pure).resolve()
    if not found.is_relative_to(home):
        raise Refused(f"{path} leaves the report's folder", "copy the file into it")
    if not folder.files.is_file(found):
        raise Refused(f"there is no file {path} in the report's folder")
    if folder.holds_answers(found):
        raise Refused(
            f"{path} is an export of the survey: it would print what each person answered",
            "print findings: table(...) or chart(...)",
            ANSWERS_PRINTED,
        )
    if found.suffix.lower() != ".csv":
        raise Refused(f"{path} is not a .csv file", "save it as CSV, UTF-8")
    return found, folder.files


def _text(file: Path, files: Files, path: str) -> str:
    if files.size(file) > MAX_CSV_BYTES:
        raise Refused(f"{path} is larger than 1 MB", "print a summary of it")
    try:
        return files.read(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{path} is not UTF-8 text", "save it as CSV, UTF-8") from None


def _rows(text: str, path: str) -> Rows:
    import csv
    import io

    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if any(row)]
    except csv.Error as error:
        raise Refused(f"{path} is not valid CSV: {error}") from None
    if len(rows) < 2:
        raise Refused(f"{path} has no rows under its header")
    if len(rows) > MAX_CSV_ROWS:
        raise Refused(f"{path} has {len(rows):,} rows", f"print at most {MAX_CSV_ROWS:,}")
    return rows
