"""Which lines of a release the pages of a PDF print, and what they print where one is missing.

A PDF has no paragraphs: words are broken at the ends of lines, marks of footnotes stand in them,
and headers between pages. So lines are looked for without their spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from io import BytesIO
from logging import NullHandler, getLogger
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject

_GAP = r"\d{0,3}"  # the mark of a footnote
_MARKED = re.compile(r"[^\W\d_]|[.,;:!?%)\]\u201d\u2019]")
_HALF = 30
"""Characters of a paragraph that stand on each of two pages at least: two lines of it."""
_ANCHOR = 12
_MOST_PAGES = 3000
_SILENT = NullHandler()  # what pypdf says of damaged files has an answer of its own
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


class PdfError(Exception):
    """A PDF that may be whole, and cannot be read; its text says why."""


class PdfPages:
    """The pages of a PDF. shown: what each prints, with single spaces."""

    def __init__(self, data: bytes) -> None:
        self.shown = page_texts(data)
        self._bare = [bare(text) for text in self.shown]

    def __bool__(self) -> bool:
        return any(self._bare)

    def prints(self, line: str) -> bool:
        """Whether a page prints a line, or two pages the two parts of it; in capitals or not."""
        whole = bare(line)
        return self._prints(whole) or (whole != whole.upper() and self._prints(whole.upper()))

    def _prints(self, whole: str) -> bool:
        pattern = _pattern(whole)
        return any(pattern.search(page) for page in self._bare) or self._prints_halves(whole)

    def _prints_halves(self, whole: str) -> bool:
        return any(
            _pattern(whole[:at]).search(first) and _pattern(whole[at:]).search(second)
            for first, second in zip(self._bare, self._bare[1:], strict=False)
            if whole[:_ANCHOR] in first and whole[-_ANCHOR:] in second
            for at in range(_HALF, len(whole) - _HALF)
            if whole[at - _ANCHOR : at] in first and whole[at : at + _ANCHOR] in second
        )

    def share(self, lines: Collection[str]) -> float:
        """The share of lines that stand on a page letter for letter: enough to know a report by."""
        found = sum(any(bare(line) in page for page in self._bare) for line in lines)
        return found / len(lines) if lines else 0.0

    def near(self, line: str) -> str:
        """What stands where a line should, by how it begins or ends; '' where that is nowhere."""
        begin, end = line[:_ANCHOR], line[-_ANCHOR:]
        for page in self.shown:
            at = page.find(begin)
            if at < 0 <= page.find(end):
                at = max(page.find(end) + len(end) - len(line), 0)
            if at >= 0:
                return page[at : at + len(line)]
        return ""


def page_texts(data: bytes) -> tuple[str, ...]:
    """What each page of a PDF prints, with single spaces; () for what cannot be read."""
    return tuple(" ".join(text.split()) for text in _texts(data))


def is_covered(data: bytes) -> bool:
    """Whether notes, stamps or fields lie on a page, which may say more than the page does."""
    return any(kind != "/Link" for kind in _annotations(data))


def bare(text: str) -> str:
    """A text without spaces, ligatures and hyphens that only show at the end of a line."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return "".join(plain.split())


def _pattern(whole: str) -> re.Pattern[str]:
    """Finds a text, with marks of footnotes behind its words; no figure gets a digit more."""
    pieces = [
        re.escape(one) + (_GAP if _MARKED.fullmatch(one) and not then.isdigit() else "")
        for one, then in zip(whole, f"{whole[1:]} ", strict=True)
    ]
    return re.compile("".join(pieces))


def _texts(data: bytes) -> Iterator[str]:
    """The text of each page; nothing more of a file from where it cannot be read."""
    with _reading():
        for page in _pages(data):
            yield page.extract_text()


def _annotations(data: bytes) -> Iterator[str]:
    with _reading():
        for page in _pages(data):
            for one in page.get("/Annots", ()):
                yield str(one.get_object().get("/Subtype", ""))


def _pages(data: bytes) -> Iterator[PageObject]:
    from pypdf import PdfReader

    pages = PdfReader(BytesIO(data)).pages if data else ()
    yield from (pages[at] for at in range(min(len(pages), _MOST_PAGES)))


@contextmanager
def _reading() -> Iterator[None]:
    """Ends reading where a PDF is damaged. Raises PdfError for one that is locked or a bomb."""
    from pypdf import errors

    getLogger("pypdf").addHandler(_SILENT)
    try:
        yield
    except (errors.DependencyError, errors.FileNotDecryptedError) as error:
        raise PdfError("it is protected by a password") from error
    except errors.LimitReachedError as error:
        raise PdfError("it unpacks to more than a document can need") from error
    except (errors.PyPdfError, *_UNREADABLE):
        return
