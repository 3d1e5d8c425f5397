"""The records of a csv text, one after the other, and what is said of one that is none."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.errors import InputProblems
from generator.model.issues import Where
from generator.survey.survey_rules import EXPORT_UNREADABLE


class Record(NamedTuple):
    """The cells of a record, and the line in which it begins."""

    cells: list[str]
    line: int


def records(
    lines: Iterable[str], delimiter: str, file: str, strict: bool = True, first: int = 1
) -> Iterator[Record]:
    """The records of lines that keep their ends. first: the number of the first line.

    Raises InputProblems at the line in which a record begins that is none: the end of a cell that
    was never closed is found far below it. strict: nothing may follow a closing quotation mark.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=strict)
    while True:
        line = first + reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            where = Where(file, line)
            raise InputProblems([EXPORT_UNREADABLE.issue(where, *_said(error))]) from error
        yield Record(cells, line)


def _said(error: csv.Error) -> tuple[str, str]:
    if "unexpected end of data" in str(error):
        mend = "export the file again: it was cut off, or a quotation mark is missing"
        return "ends within a quoted cell", mend
    if "field limit" in str(error):
        what = "holds a cell of more than 131,000 characters"
        return what, "export the file again; perhaps a quotation mark is out of place"
    what = f"is not a valid csv file ({error})"
    return what, "export the file again; a quotation mark is out of place"
