"""What another document's notes need of the report's footnotes part."""

from __future__ import annotations

from typing import Protocol

from generator.word.package.elements import Element


class TakesNotes(Protocol):
    """The footnotes of the report, as far as another document's notes need them (footnotes.py)."""

    def open_part(self) -> str:
        """The name of the footnotes part."""

    def take(self, note: Element) -> int:
        """Take over a note; give its number in the report."""
