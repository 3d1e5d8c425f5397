"""What an update tells: its items, comments in the copy, and which texts nobody has decided on."""

from __future__ import annotations

from generator.merge.pairs.held_texts import HeldText
from generator.update.matches import Matches, TextMatch
from generator.update.sides import Side
from generator.update.updated import UpdateItem
from generator.word.updating.base_swap import KeptEntry
from generator.word.updating.written_copy import WrittenCopy

BOTH = "The source has changed the same words. It now says here: '{new}'"
GONE = "The source has taken this text out."
TAKEN_OUT = (
    "The source has changed a text that was taken out behind this one. It now says there: '{new}'"
)
MOVED = "The source has moved this text to another place. It stays here, as it was changed here."


class Remarks:
    """Gathers what an update did to a copy."""

    def __init__(self, mine: Side, matches: Matches, written: WrittenCopy) -> None:
        self._mine, self._matches, self._written = mine, matches, written
        self.items: list[UpdateItem] = []
        self.kept: dict[int, KeptEntry] = {}

    def unit(self, match: TextMatch | None) -> str:
        """The unit of texts that were drafted; '' for none."""
        found = () if match is None else match.drafted
        return next((u for at in found if (u := self._mine.base.entries[at].unit)), "")

    def changed(self, kind: str, unit: str, old: str, new: str) -> None:
        """Tell of a tracked change."""
        self.items.append(UpdateItem("changed", kind, unit, old, new))

    def conflict(
        self,
        kind: str,
        match: TextMatch | None,
        read: int,
        old: str,
        new: str,
        remark: str,
    ) -> bool:
        """Leave a text as the officer has it; a comment says what the source says.

        read: the text that the comment goes to. Gives whether that is new: a conflict that was told
        before is not told again.
        """
        for at in () if match is None else match.drafted:
            self.kept[at] = self._kept(at)
        is_new = self.comment(read, remark)
        if is_new:
            self.items.append(UpdateItem("conflict", kind, self.unit(match), old, new))
        return is_new

    def comment(self, read: int, remark: str) -> bool:
        """Comment on a text, of a note where the body refers to it; gives whether that is new."""
        text = self._mine.text(read)
        if text.read.note:
            text = self._mine.text(self._holder(text.read.note, read))
        return self._written.comment(text.paragraphs[-1], remark)

    def _holder(self, note: str, read: int) -> int:
        reads = enumerate(self._mine.reads)
        return next((at for at, one in reads if any(s.note == note for s in one.spans)), read)

    def _kept(self, at: int) -> KeptEntry:
        """How an entry stays in the base: in its old place where today has another, or none."""
        became = self._matches.became
        today = became.get(at)
        if today is not None and at not in self._matches.moved:
            return KeptEntry(today)
        before = [one for one in became if one < at and one not in self._matches.moved]
        return KeptEntry(today, became[max(before)] if before else -1)

    def read_before(self, at: int) -> int:
        """The text of the copy that holds the nearest entry before one; its first where none."""
        pairs, entries = self._mine.pairs, self._mine.base.entries
        for one in range(at - 1, -1, -1):
            held: tuple[HeldText, ...] = pairs[one].pieces if one in pairs else ()
            if held and entries[one].kind != "footnote":
                return held[-1].read
        return 0
