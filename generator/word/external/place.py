"""A user's own .docx or .xlsx, placed whole into the report as an appendix.

What is kept of a .docx: its text, tables, pictures, charts, links and footnotes, its lists with
their own count, and every style that the report template does not have. What becomes the report's:
styles of the same name, page, header and footer. What is settled on the way:

- Headings go down a level, because the appendix has a heading of its own.
- Tracked changes are accepted; comments, empty paragraphs and revision marks are left out.
- Fields become their text: a SEQ or TOC of another document would count with the report's.
- Endnotes become footnotes.

An .xlsx gives one sheet as a table (sheet.py). docxcompose was tried and not taken: it defines
numbers of lists and bookmarks twice, and lets the other document's headings count in the report's.
"""

from __future__ import annotations

from pathlib import Path

from generator.errors import InputProblems, Problem, Where
from generator.model.document import External, Table
from generator.word.elements import to_text
from generator.word.footnotes import Footnotes
from generator.word.package import PackageError
from generator.word.parts import Parts
from generator.word.styles import StyleSheet


def read_sheet(block: External) -> tuple[str, Table]:
    """Title and table of an .xlsx. Raises InputProblems when it cannot be read."""
    from generator.word.external.sheet import SheetError, sheet_table

    path = Path(block.path)
    try:
        return sheet_table(path, block.sheet)
    except SheetError as error:
        raise InputProblems([Problem(_where(path), error.what, error.mend)]) from error


def is_sheet(block: External) -> bool:
    """Whether the file is a workbook and not a document."""
    return Path(block.path).suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods")


def place_document(
    block: External, parts: Parts, styles: StyleSheet, notes: Footnotes, count: int
) -> list[str]:
    """The blocks of a .docx, its parts put in. count: 1 for the first of the report's, then 2 ...

    Raises InputProblems when the file cannot be read, is protected or holds macros.
    """
    from generator.word.external.document import ForeignDocument

    path = Path(block.path)
    try:
        foreign = ForeignDocument(Parts(path.read_bytes()), parts, styles, notes, count)
        return [to_text(element) for element in foreign.blocks()]
    except OSError as error:
        what, mend = f"cannot be read ({error.strerror})", "check its name and place"
    except PackageError as error:
        what, mend = f"cannot be placed in the report: {error.message}", ""
    raise InputProblems([Problem(_where(path), what, mend)])


def _where(path: Path) -> Where:
    """The file as it is named from the workspace, as far as that can be told from its path."""
    names = path.parts
    start = names.index("inputs") if "inputs" in names else max(len(names) - 2, 0)
    return Where("/".join(names[start:]))
