"""The account of a pull: what became of each edit, none left over."""

from __future__ import annotations

from typing import Literal

from generator.model.frozen import dataclass
from generator.model.issues import Where

ALREADY = "stands in the source already"
Became = Literal["merged", "conflict", "refused", "superseded"]
TextPart = tuple[int, int]
"""The first text of the edited file that an edit is in, and which of the changes there it is."""

MOVE_PART = 1_000_000
"""The number of a text's move among its changes."""


def gone(index: int) -> int:
    """What stands among `reads` for a text of the draft that the edited file has no more."""
    return -1 - index


@dataclass(frozen=True, slots=True)
class AccountItem:
    """One edit. became: 'merged' into the source at `where`; a 'conflict', with both readings
    there; 'refused', for a reason; 'superseded': the author rewrote what the copy still shows.

    kind: what was edited: 'words', 'figure', 'look', 'paragraph added', 'moved', ... old, new: as
    printed. reads: the texts of the edited file that it explains; gone(index) of a text of the
    draft that is not there any more. printed: what the next draft prints there, () for nothing.
    shape: what that stands there as (BaseEntry.shape), where this was edited; else None. part:
    which of the changes of its text it is, -1 where it is none of several. ours: the author's
    reading in a conflict that stands nowhere.
    """

    became: Became
    kind: str
    unit: str
    where: Where
    old: str
    new: str
    reason: str = ""
    author: str = ""
    reads: tuple[int, ...] = ()
    printed: tuple[str, ...] = ()
    shape: str | None = None
    part: int = -1
    ours: str = ""

    def as_plain(self) -> dict[str, object]:
        """For JSON."""
        said = {
            "became": self.became,
            "kind": self.kind,
            "unit": self.unit,
            "where": self.where.as_plain(),
            "old": self.old,
            "new": self.new,
            "reason": self.reason,
            "author": self.author,
        }
        return {name: value for name, value in said.items() if value != ""}
