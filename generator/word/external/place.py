"""A user's own .docx or .xlsx, placed whole into the report as an appendix.

What is kept of a .docx: its text, tables, pictures, charts, links and footnotes, its lists with
their own count, and every style that the report template does not have. What becomes the report's:
styles of the same name, margins, header and footer. What is settled on the way:

- Headings go down a level, because the appendix has a heading of its own.
- Tracked changes are accepted; comments, hidden text, empty paragraphs and revision marks are left
  out.
- Fields become their text: a SEQ or TOC of another document would count with the report's.
- Endnotes become footnotes.
- Pages that lie on their side still do; tables and pictures wider than the text shrink.

An .xlsx gives one sheet as a table (sheet.py). docxcompose was tried and not taken: it defines
numbers of lists and bookmarks twice, and lets the other document's headings count in the report's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from generator.config.files import ReadFile
from generator.errors import InputProblems
from generator.model.document import External, Table
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.word.external.bounded_parts import bounded_parts
from generator.word.external.notes import TakesNotes
from generator.word.package.elements import Element, clark, to_text
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.zip_package import PackageError
from generator.word.styles.style_sheet import StyleSheet
from generator.word.word_rules import EXTERNAL_UNREADABLE


def read_sheet(block: External, read: ReadFile) -> tuple[str, Table]:
    """Title and table of an .xlsx. Raises InputProblems when it cannot be read."""
    from generator.word.external.sheet import SheetError, sheet_table

    path = Path(block.path)
    try:
        return sheet_table(path, block.sheet, read)
    except SheetError as error:
        raise InputProblems(
            [EXTERNAL_UNREADABLE.issue(where_of(path), error.what, error.mend)]
        ) from error


def is_sheet(block: External) -> bool:
    """Whether the file is a workbook and not a document."""
    return Path(block.path).suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods")


def begins_turned(block: External, read: ReadFile) -> bool:
    """Whether the first pages of a .docx lie on their side; False where it cannot be read."""
    from generator.word.external.foreign_pages import is_landscape

    if is_sheet(block):
        return False
    try:
        root = bounded_parts(read(Path(block.path))).xml(DOCUMENT)
    except (OSError, KeyError, PackageError):
        return False  # told when it is placed
    first = next(root.iter(clark("w:sectPr")), None)
    return first is not None and is_landscape(first)


@dataclass(frozen=True, slots=True)
class PlacedBlocks:
    """Blocks as they stand in the text, on pages that lie the same way."""

    landscape: bool
    blocks: list[str]


def place_document(
    block: External,
    parts: Parts,
    styles: StyleSheet,
    notes: TakesNotes,
    count: int,
    width: Callable[[bool], int],
    landscape: bool,
    read: ReadFile,
    dress: Callable[[Sequence[Element], int], None],
) -> list[PlacedBlocks]:
    """The blocks of a .docx, its parts put in. count: 1 for the first of the report's, then 2 ...

    width: of the text, in twips, on landscape pages or others. landscape: all its pages lie on
    their side. dress: gives blocks the looks of the report, where the text is so wide in twips.
    Raises InputProblems when the file cannot be read, is protected or holds macros.
    """
    from generator.word.external.foreign_document import ForeignDocument
    from generator.word.external.foreign_pages import fit_width

    path = Path(block.path)
    try:
        foreign = ForeignDocument(bounded_parts(read(path)), parts, styles, notes, count)
        placed = []
        for stretch in foreign.stretches(landscape):
            dress(stretch.blocks, width(stretch.landscape))
            fit_width(stretch.blocks, width(stretch.landscape))
            texts = [to_text(element) for element in stretch.blocks]
            placed.append(PlacedBlocks(stretch.landscape, texts))
        return placed
    except OSError as error:
        what, mend = f"cannot be read ({error.strerror})", "check its name and place"
    except PackageError as error:
        what, mend = f"cannot be placed in the report: {error.message}", ""
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        # Parts that are not there, styles in a chain of thousands: no program writes such things.
        what = f"is damaged ({type(error).__name__}: {error})"
        mend = "open it in Word and save it again"
    raise InputProblems([EXTERNAL_UNREADABLE.issue(where_of(path), what, mend)])


def where_of(path: Path) -> Where:
    """The file as it is named from the workspace, as far as that can be told from its path."""
    names = path.parts
    start = names.index("inputs") if "inputs" in names else max(len(names) - 2, 0)
    return Where("/".join(names[start:]))
