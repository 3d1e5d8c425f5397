"""The look of cells in the workbooks that people get, and the bytes of these.

Text is always written as text. `=1+1` would still become a formula when somebody edits its cell, so
it gets what Excel itself sets for an apostrophe before a text:

    <xf numFmtId="0" fontId="1" ... quotePrefix="1" .../>

XlsxWriter never asks the clock when it is given dates; the parts are packed again as a .docx is, so
that the same cells give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

from generator.model.wording.formulas import begins_as_formula
from generator.word.package.zip_package import read_parts, write_package

_EPOCH = datetime(2000, 1, 1)
_TEXT_IS_TEXT = {f"strings_to_{what}": False for what in ("formulas", "numbers", "urls")}
_FONT = {"font_name": "Arial", "font_size": 12, "valign": "top"}
_LONGEST = 32_767  # characters that a cell can hold

Looks = dict[tuple[tuple[str, object], ...], Any]


class CellLooks:
    """The looks of a workbook's cells, each made once."""

    def __init__(self, workbook: Any) -> None:
        self.workbook = workbook
        self.looks: Looks = {}

    def look(self, **properties: object) -> Any:
        """A look in the house's font, with those of XlsxWriter's properties that are given."""
        asked = tuple(sorted((name, value) for name, value in properties.items() if value))
        if asked not in self.looks:
            self.looks[asked] = self.workbook.add_format(_FONT | dict(asked))
        return self.looks[asked]

    def text(self, sheet: Any, at: tuple[int, int], text: str, **look: object) -> None:
        """Write a text, whatever it begins with, as text."""
        look["quote_prefix"] = begins_as_formula(text)
        sheet.write_string(*at, text[:_LONGEST], self.look(**look))


def workbook_bytes(properties: dict[str, str], fill: Callable[[Any], None]) -> bytes:
    """The bytes of a workbook that `fill` adds sheets to; properties: of the document."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, **_TEXT_IS_TEXT}) as workbook:
        workbook.set_properties({**properties, "created": _EPOCH})
        fill(workbook)
    return write_package(read_parts(stream.getvalue(), ".xlsx"))
