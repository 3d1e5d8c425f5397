"""A source file's bytes and the text that edits see: without byte-order mark, line ends as \\n.

Whatever an edit does not touch keeps its bytes: a file with Windows line ends, or with both kinds,
stays so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from generator.merge.sources.list_letters import in_sequence
from generator.merge.sources.source_edits import Splice
from generator.merge.sources.source_fields import applied

_MARK = "\ufeff"


class SourceFile:
    """One file in UTF-8."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        raw = data.decode()
        self._mark = _MARK if raw.startswith(_MARK) else ""
        self._raw = raw[len(self._mark) :]
        # Where, in the text, each '\r' of the raw one has gone.
        self._gone: list[int] = []
        for at, sign in enumerate(self._raw):
            if sign == "\r" and self._raw[at + 1 : at + 2] == "\n":
                self._gone.append(at - len(self._gone))
        self.text = self._raw.replace("\r\n", "\n")
        self._end = "\r\n" if self._gone and len(self._gone) * 2 > self.text.count("\n") else "\n"

    def spliced(self, splices: Sequence[Splice]) -> bytes:
        """The file with characters of its text changed, and lettered lists in sequence."""
        placed = [
            Splice(self._place(one.start), self._place(one.end), self._ended(one.text))
            for one in splices
        ]
        return (self._mark + in_sequence(self._raw, applied(self._raw, placed))).encode()

    def changed(self, change: Callable[[str], str]) -> bytes:
        """The file after a change of its text as a whole; lines that stay keep their ends."""
        made = change(self.text)
        if not self._gone:
            return (self._mark + made).encode()
        old, new = self.text.splitlines(True), made.splitlines(True)
        raw = self._raw.splitlines(True) if len(self._raw.splitlines()) == len(old) else old
        lines: list[str] = []
        for kind, start, end, begin, stop in SequenceMatcher(None, old, new, False).get_opcodes():
            lines += raw[start:end] if kind == "equal" else map(self._ended, new[begin:stop])
        return (self._mark + "".join(lines)).encode()

    def _place(self, at: int) -> int:
        """A place in the raw text: before the line end that it stands before."""
        return at + bisect_right(self._gone, at - 1)

    def _ended(self, text: str) -> str:
        return text.replace("\n", self._end) if self._end != "\n" else text
