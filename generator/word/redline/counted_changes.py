"""How many changes a redline shows, of which kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

KINDS = {
    "insertions": ("insertion", "insertions"),
    "deletions": ("deletion", "deletions"),
    "paragraphs_inserted": ("paragraph put in", "paragraphs put in"),
    "paragraphs_deleted": ("paragraph taken out", "paragraphs taken out"),
    "rows_inserted": ("table row put in", "table rows put in"),
    "rows_deleted": ("table row taken out", "table rows taken out"),
    "notes_inserted": ("note put in", "notes put in"),
    "notes_deleted": ("note taken out", "notes taken out"),
    "formatting": ("change of formatting", "changes of formatting"),
}
"""Kind -> what one is called, and several. Insertions and deletions are within a paragraph."""


class ChangeCounts(Counter[str]):
    """The number of changes by kind."""

    def as_plain(self) -> dict[str, int]:
        """Every kind with its number, also 0, in the order of KINDS."""
        return {kind: self[kind] for kind in KINDS}


def kinds_in_words(changes: Mapping[str, int]) -> str:
    """'2 insertions, 1 table row put in'; '' where there are none."""
    counted = ((number, KINDS[kind]) for kind, number in changes.items() if number)
    return ", ".join(f"{number} {names[number != 1]}" for number, names in counted)
