"""Origins of what a text says: its lines in the source, its section and its place in that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.model.origin import Origin
from generator.narrative.rendered import RenderedText

_LOOP = re.compile(r"\{%[-+]?\s*(?:end)?for\b")


class Origins:
    """Gives out origins while a text is read, section by section.

    file: workspace-relative. fixed: the line in `file` of a text that stands in YAML, None for a
    file of its own. section, place: of such a text; a narrative's sections are begun one by one.
    count: the places of the section given out so far.
    """

    def __init__(
        self,
        rendered: RenderedText,
        file: str,
        fixed: int | None = None,
        section: str = "",
        place: str = "",
        count: int = 0,
    ) -> None:
        self._rendered = rendered
        self._file, self._fixed = file, fixed
        self._section, self._before = section, place
        self.count = count

    def begin(self, section: str) -> None:
        """Begin a section: places count from here."""
        self._section, self.count = section, 0

    def next(self, first: int, end: int) -> Origin:
        """The origin of the next text in the section. first, end: its rendered lines, end after."""
        self.count += 1
        return self.at(first, end, str(self.count))

    def of_note(self, first: int, end: int, place: str) -> Origin:
        """Of a footnote's text: it may be used in other sections than the one it stands in."""
        origin = self.at(first, end, place)
        return replace(origin, section="") if self._fixed is None else origin

    def cells(self, row: int, across: Sequence[str], line: int) -> tuple[Origin, ...]:
        """Of the cells of a table's row, by their source; the table has the last place given."""
        return tuple(
            self.at(line, line + 1, f"{self.count}, row {row}, column {column}", text)
            for column, text in enumerate(across, start=1)
        )

    def at(self, first: int, end: int, place: str, source: str | None = None) -> Origin:
        """An origin at rendered lines. source: default all of these lines."""
        line = self._rendered.line(first)
        last = max(line, self._rendered.line(max(first, end - 1)))
        whole = "\n".join(self._rendered.source[line - 1 : last]).strip()
        source = whole if source is None else source
        where = (line, last) if self._fixed is None else (self._fixed, self._fixed)
        before = f"{self._before}, {place}" if self._before else place
        return Origin(
            self._file,
            *where,
            self._section,
            before,
            by="person",
            source=source,
            repeated=self._rendered.repeats(line, last) or _loops(source) != _loops(whole),
        )

    def source_at(self, index: int) -> str:
        """The source line of a rendered line."""
        line = self._rendered.line(index)
        return self._rendered.source[line - 1] if line <= len(self._rendered.source) else ""

    def made(self, line: int) -> Origin:
        """Of what an expression made: the line that asked for it."""
        at = line if self._fixed is None else self._fixed
        repeated = any(start <= line <= end for start, end in self._rendered.loops)
        return Origin(self._file, at, at, self._section, source=self._tag(line), repeated=repeated)

    def _tag(self, line: int) -> str:
        """The lines from there to the end of the tag that begins on the first."""
        lines = list(self._rendered.source[line - 1 :]) if line else []
        count = next((at for at, text in enumerate(lines, start=1) if "}}" in text), 1)
        return "\n".join(lines[:count]).strip()


def _loops(source: str) -> int:
    """How many loops begin and end in a source: a cell may hold a part of one."""
    return len(_LOOP.findall(source))


def lines_of(token: Any) -> tuple[int, int]:
    """The rendered lines of a token: the first, and the one after its last."""
    first, end = token.map or (0, 1)
    return first, end
