"""What the author of another document should know of it before it is placed: an issue for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.config.files import ReadFile
from generator.model.issues import Issue, Rule
from generator.model.wording.english import few_listed, shortened
from generator.word.external.bounded_parts import bounded_parts
from generator.word.external.clean import hidden_text, is_empty
from generator.word.external.foreign_links import is_link, left_out
from generator.word.external.place import where_of
from generator.word.package.elements import Element, clark
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.zip_package import PackageError
from generator.word.word_rules import (
    EXTERNAL_CHANGES,
    EXTERNAL_COMMENTS,
    EXTERNAL_EMPTY,
    EXTERNAL_FETCHED,
    EXTERNAL_HIDDEN,
    EXTERNAL_LINKS,
    EXTERNAL_PICTURES,
)

_CHANGES = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def review(path: Path, read: ReadFile = Path.read_bytes) -> tuple[Issue, ...]:
    """Tracked changes, comments, hidden text, and pictures without a name for screen readers.

    Nothing is said of a file that cannot be read: placing it says why.
    """
    try:
        parts = bounded_parts(read(path))
        root = parts.xml(DOCUMENT)
    except (OSError, KeyError, PackageError):
        return ()
    where = where_of(path)
    found = [*_found(root), *_outside(parts)]
    return tuple(rule.issue(where, what, mend) for rule, what, mend in found)


def _found(root: Element) -> Iterator[tuple[Rule, str, str]]:
    if all(is_empty(block) for block in root.iterfind(f"{clark('w:body')}/*")):
        yield EXTERNAL_EMPTY, "holds nothing that would be printed", ""
    changes = sum(1 for _ in root.iter(*map(clark, _CHANGES)))
    if changes:
        what = f"holds {_counted(changes, 'tracked change')}"
        yield EXTERNAL_CHANGES, what, "they are taken as accepted"
    comments = sum(1 for _ in root.iter(clark("w:commentReference")))
    if comments:
        yield EXTERNAL_COMMENTS, f"holds {_counted(comments, 'comment')}", "they are left out"
    hidden = len(hidden_text(root))
    if hidden:
        yield EXTERNAL_HIDDEN, f"holds {_counted(hidden, 'piece')} of hidden text", "left out"
    pictures = sum(1 for drawing in root.iter(clark("wp:docPr")) if _unnamed(drawing))
    if pictures:
        what = f"holds {_counted(pictures, 'picture')} without alternative text"
        yield EXTERNAL_PICTURES, what, "add it in Word, or mark it as decorative"


def _outside(parts: Parts) -> Iterator[tuple[Rule, str, str]]:
    """What is not in the document but linked from it, and so left out."""
    try:
        gone = left_out(parts)
    except PackageError:
        return  # told when it is placed
    links = [repr(shortened(one.target)) for one in gone if is_link(one)]
    if links:
        what = f"links to what is not on the web ({few_listed(links)})"
        yield EXTERNAL_LINKS, what, "the words stay, without the link; link to a web address"
    fetched = [repr(shortened(one.target)) for one in gone if not is_link(one)]
    if fetched:
        what = f"shows what is not in it but fetched from elsewhere ({few_listed(fetched)})"
        yield EXTERNAL_FETCHED, what, "it is left out; put the picture into the document itself"


def _unnamed(drawing: Element) -> bool:
    said = (drawing.get("descr") or drawing.get("title") or "").strip()
    return not said and next(drawing.iter(_DECORATIVE), None) is None


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number != 1 else ''}"
