"""The workbook inside a chart: what Word opens when somebody chooses 'Edit data'.

One sheet, 'Figures': categories down, series across, exactly the published figures. A withheld cell
is empty; its mark stands beside the category's name, and under the table what the mark means. Text
is always written as text, so that a name that begins with '=' is no formula.

XlsxWriter never asks the clock when it is given dates; the parts are zipped again without
compression, so that the bytes do not hang on a build of zlib (the .docx compresses them).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from generator.compose.figures.figure_words import mark_note
from generator.model.document import Chart
from generator.model.wording.formulas import begins_as_formula
from generator.word.charts.chart_boxes import ChartLayout
from generator.word.charts.series import SHEET
from generator.word.charts.value_scale import cell_value, point_format
from generator.word.package.xml_text import on_one_line

_EPOCH = datetime(2000, 1, 1)


def workbook_bytes(chart: Chart, layout: ChartLayout) -> bytes:
    """The .xlsx of a chart's figures; the same chart gives the same bytes."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    workbook.set_properties({"created": _EPOCH, "title": on_one_line(chart.title.text)[:255]})
    sheet = workbook.add_worksheet(SHEET)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, len(chart.series), 16)
    look = cache(lambda form: workbook.add_format({"num_format": form}))
    quoted = cache(lambda: workbook.add_format({"quote_prefix": True}))
    write = partial(_write_text, sheet, quoted)
    write(0, 0, on_one_line(chart.unit))
    for down, category in enumerate(layout.head.categories, start=1):
        write(down, 0, category)
    for across, series in enumerate(chart.series, start=1):
        write(0, across, on_one_line(series.name))
        for index, value in enumerate(series.values):
            if value is not None:
                form = look(point_format(chart, series, index))
                sheet.write_number(index + 1, across, cell_value(value, chart), form)
    note = mark_note(chart)
    if note:
        write(len(layout.head.categories) + 2, 0, on_one_line(note))
    workbook.close()
    return _zip_again(stream)


def _write_text(sheet: Any, quoted: Callable[[], Any], row: int, column: int, text: str) -> None:
    """Write a text as text, also when somebody edits its cell."""
    sheet.write_string(row, column, text, quoted() if begins_as_formula(text) else None)


def _zip_again(stream: BytesIO) -> bytes:
    out = BytesIO()
    with ZipFile(stream) as source, ZipFile(out, "w", ZIP_STORED) as target:
        names = sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return out.getvalue()
