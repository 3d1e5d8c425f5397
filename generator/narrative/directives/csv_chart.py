"""`{{ csv_chart(...) }}`: a native chart of a CSV file in the report's folder.

The first column names the categories; every other column is a series, named by its head. A blank
cell is a figure that there is not; a mark such as `[c]` stands for one that is withheld.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.config.files import ReportFolder
from generator.model.document import Chart, ChartKind, Series, phrase
from generator.model.findings import MARKS, NOT_AVAILABLE, UNRELIABLE
from generator.model.wording.phrases import joined
from generator.model.wording.rounding import rounded_number
from generator.narrative.directives.chart import KINDS, SIZES
from generator.narrative.directives.csv_file import Rows, read_csv
from generator.narrative.directives.shown_figures import (
    ShownFigure,
    marks_note,
    phrase_setting,
    text_setting,
    word_setting,
)
from generator.narrative.expressions.spoken import Refused, SpokenBlocks

MAX_POINTS = 400
MAX_DECIMALS = 3
WITHHELD = tuple(mark for mark in MARKS if mark != UNRELIABLE)
Figure = tuple[float, int] | str  # a number and its decimals, or a mark
_NUMBER = re.compile(r"([-+\N{MINUS SIGN}]?)£?(\d[\d,]*)(?:\.(\d+))?\s*%?")


def csv_chart(
    folder: ReportFolder | None,
    path: str,
    kind: str = "",
    title: str = "",
    caption: str = "",
    name: str = "",
    size: str = "full",
    unit: str = "",
    note: str = "",
    description: str = "",
    with_table: bool = False,
) -> SpokenBlocks:
    """A chart of a CSV file. See docs/narrative.md. Raises Refused."""
    path = text_setting("path", path)
    header, body = read_csv(folder, path, "csv_chart")
    if kind:
        word_setting("kind", kind, KINDS)
    word_setting("size", size, SIZES)
    _check_shape(header, body, path)
    if not title:
        raise Refused("csv_chart() needs a title: the message of the chart", 'write title="..."')
    cells = [[_number(text, path, row) for text in entry[1:]] for row, entry in enumerate(body, 2)]
    decimals = max((one[1] for row in cells for one in row if not isinstance(one, str)), default=0)
    key = f"file:{path}"
    chosen: ChartKind = kind or "columns"  # type: ignore[assignment]
    built = Chart(
        kind=chosen,
        title=phrase_setting("title", title),
        categories=tuple(row[0].strip() for row in body),
        series=tuple(
            _series(head.strip(), [row[index] for row in cells], decimals, key)
            for index, head in enumerate(header[1:])
        ),
        unit=text_setting("unit", unit) or ("per cent" if _per_cents(body) else ""),
        decimals=decimals,
        caption=phrase_setting("caption", caption) or phrase_setting("title", title),
        description=phrase_setting("description", description),
        keys=(key,),
        name=text_setting("name", name),
        size=size,
        with_table=bool(with_table),
        kept=bool(kind),
        heads=header[0].strip(),
        note=joined(phrase_setting("note", note), phrase(_marks_note(cells))),
    )
    return SpokenBlocks("csv_chart", [built])


def _check_shape(header: Sequence[str], body: Rows, path: str) -> None:
    if len(header) < 2:
        raise Refused(f"{path} has one column", "put the figures into a second one")
    if len(body) * (len(header) - 1) > MAX_POINTS:
        raise Refused(f"{path} has too many figures for a chart", f"show at most {MAX_POINTS}")
    heads = [head.strip() for head in header[1:]]
    if not all(heads) or len(set(heads)) < len(heads):
        raise Refused(f"{path}: the heads of its columns are not all different", "name each one")
    if not all(row[0].strip() for row in body):
        raise Refused(f"{path} has a row without a name in its first column", "name it")


def _number(text: str, path: str, row: int) -> Figure:
    """The number in a cell and its decimals: '13.8%' is 13.8 with one. A mark, also for a blank
    cell, where there is no figure.
    """
    plain = text.strip()
    if not plain or plain in WITHHELD:
        return plain or NOT_AVAILABLE
    found = _NUMBER.fullmatch(plain)
    if found is None:
        mend = 'write it as "57%" or "6.5", or as the mark "[c]" where it is withheld'
        raise Refused(f"{path}, row {row}: {plain!r} is not a number", mend)
    sign, whole, part = found.groups()
    if part is not None and len(part) > MAX_DECIMALS:
        mend = f"round it to {MAX_DECIMALS} decimals"
        raise Refused(f"{path}, row {row}: {plain!r} has too many decimals", mend)
    value = float(f"{whole.replace(',', '')}.{part or 0}")
    return (value if sign in ("", "+") else -value), len(part or "")


def _series(name: str, found: Sequence[Figure], decimals: int, key: str) -> Series:
    values = [None if isinstance(one, str) else rounded_number(one[0], decimals) for one in found]
    marks = tuple(one if isinstance(one, str) else "" for one in found)
    return Series(name, tuple(values), marks, (key,) * len(values))


def _marks_note(cells: Sequence[Sequence[Figure]]) -> str:
    """What the marks in the file mean; a blank cell needs no explanation."""
    marks = (one for row in cells for one in row if isinstance(one, str) and one != NOT_AVAILABLE)
    return marks_note(ShownFigure("", None, mark, mark) for mark in marks)


def _per_cents(body: Rows) -> bool:
    """Whether every figure of the file is written with a percent sign."""
    cells = (text.strip() for row in body for text in row[1:])
    figures = [text for text in cells if text and text not in WITHHELD]
    return bool(figures) and all(text.endswith("%") for text in figures)
