"""What the author of another document should know of it before it is placed: a line for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.config.files import ReadFile
from generator.word.external.clean import hidden_text, is_empty
from generator.word.package.elements import Element, clark
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.zip_package import PackageError

_CHANGES = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def review(path: Path, read: ReadFile = Path.read_bytes) -> tuple[str, ...]:
    """Tracked changes, comments, hidden text, and pictures without a name for screen readers.

    Nothing is said of a file that cannot be read: placing it says why.
    """
    try:
        parts = Parts(read(path))
        root = parts.xml(DOCUMENT)
    except (OSError, KeyError, PackageError):
        return ()
    return tuple(_found(root))


def _found(root: Element) -> Iterator[str]:
    if all(is_empty(block) for block in root.iterfind(f"{clark('w:body')}/*")):
        yield "holds nothing that would be printed"
    changes = sum(1 for _ in root.iter(*map(clark, _CHANGES)))
    if changes:
        yield f"holds {_counted(changes, 'tracked change')}; they are taken as accepted"
    comments = sum(1 for _ in root.iter(clark("w:commentReference")))
    if comments:
        yield f"holds {_counted(comments, 'comment')}; they are left out"
    hidden = len(hidden_text(root))
    if hidden:
        yield f"holds {_counted(hidden, 'piece')} of hidden text; left out"
    pictures = sum(1 for drawing in root.iter(clark("wp:docPr")) if _unnamed(drawing))
    if pictures:
        what = _counted(pictures, "picture")
        yield f"holds {what} without alternative text; add it in Word, or mark it as decorative"


def _unnamed(drawing: Element) -> bool:
    said = (drawing.get("descr") or drawing.get("title") or "").strip()
    return not said and next(drawing.iter(_DECORATIVE), None) is None


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number != 1 else ''}"
