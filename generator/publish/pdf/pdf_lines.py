"""Which lines of a release the pages of a PDF print, and what they print where one is missing.

A PDF has no paragraphs: words are broken at the ends of lines, marks of footnotes stand in them,
and headers between pages. So lines are looked for without their spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from io import BytesIO

_GAP = r"\d{0,3}"  # the mark of a footnote
_MARKED = re.compile(r"[^\W\d_]|[.,;:!?%)\]\u201d\u2019]")
_HALF = 30
"""Characters of a paragraph that stand on each of two pages at least: two lines of it."""
_ANCHOR = 12
_MOST_PAGES = 3000


class PdfPages:
    """The texts of the pages of a PDF, without spaces; each with where its letters stood."""

    def __init__(self, data: bytes) -> None:
        self._shown = [" ".join(text.split()) for text in _texts(data)]
        self._bare = [bare(text) for text in self._shown]

    def __bool__(self) -> bool:
        return any(self._bare)

    def prints(self, line: str) -> bool:
        """Whether a page prints a line, or two pages the two parts of it."""
        pattern = _pattern(bare(line))
        if any(pattern.search(page) for page in self._bare):
            return True
        return self._prints_halves(bare(line))

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
        for page in self._shown:
            at = page.find(begin)
            if at < 0 <= page.find(end):
                at = max(page.find(end) + len(end) - len(line), 0)
            if at >= 0:
                return page[at : at + len(line)]
        return ""


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
    """The text of each page; nothing of a file that cannot be read."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = PdfReader(BytesIO(data)).pages
        for at in range(min(len(pages), _MOST_PAGES)):
            yield pages[at].extract_text()
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return
