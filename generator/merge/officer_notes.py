"""Footnotes in an edited file: those of the draft by their label, and those that officers added.

The grant ends in March.[^officer-1]

[^officer-1]: Letter of 3 May 2023.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.merge.account import ALREADY, AccountItem
from generator.merge.arrival_texts import as_markdown
from generator.merge.pairs.held_texts import Pairing
from generator.merge.pairs.said_words import bare
from generator.merge.sources.tokens import read_tokens
from generator.model.draft_base import DraftBase
from generator.model.issues import Where
from generator.model.readings import ReadText

_NO_PLACE = "it stands in a text that has no footnotes of its own"
_LABEL = re.compile(r"note (.+), \d+")


class OfficerNotes:
    """How the narrative refers to each footnote of an edited file.

    narrative: its text, so that a new label is nobody's. given_up: texts that a try before could
    not merge.
    """

    def __init__(
        self,
        draft: DraftBase,
        texts: Sequence[ReadText],
        pairing: Pairing,
        narrative: str,
        given_up: Collection[int] = (),
    ) -> None:
        self._texts, self._narrative = texts, narrative
        self._given_up = set(given_up)
        self._labels: dict[str, str] = {}
        known: set[int] = set()
        for one in pairing.pairs:
            for piece in one.pieces:
                if texts[piece.read].kind == "footnote":
                    known.add(piece.read)
                    found = _LABEL.fullmatch(draft.entries[one.entries[0]].place)
                    if found is not None:
                        self._labels[texts[piece.read].note] = found[1]
        self._new: dict[str, list[int]] = {}
        for at, text in enumerate(texts):
            if text.kind == "footnote" and at not in known:
                self._new.setdefault(text.note, []).append(at)
        self._used: dict[str, str] = {}

    def get(self, note: str) -> str:
        """The mark of a footnote in the narrative; a new one is given a label."""
        if note in self._labels:
            return f"[^{self._labels[note]}]"
        if note not in self._new or not self._given_up.isdisjoint(self._new[note]):
            return ""
        if note not in self._used:
            number = 1 + len(self._used)
            while f"[^officer-{number}]" in self._narrative:
                number += 1
            self._used[note] = f"officer-{number}"
        return f"[^{self._used[note]}]"

    def stays(self, note: str, able: bool) -> bool:
        """Whether the mark of a footnote is one of its text's; able: to have new ones."""
        new = note in self._new
        return not new or (able and self._given_up.isdisjoint(self._new[note]))

    def definitions(self) -> str:
        """What the end of the narrative needs for the new footnotes; '' for none."""
        made = ""
        for note, label in self._used.items():
            said = [as_markdown(read_tokens(self._texts[at])) for at in self._new[note]]
            made += f"\n\n[^{label}]: " + "\n\n    ".join(said)
        return made

    def account(
        self, author: str, narrative: Where, there: Collection[str], placed: Collection[str]
    ) -> list[AccountItem]:
        """An item for each footnote that was added, and of one that nothing could refer to.

        there: the words of footnotes that the report has already. placed: those of appended files.
        """
        items = []
        for note, reads in self._new.items():
            new = "\n".join(self._texts[at].text for at in reads)
            printed = tuple(bare(self._texts[at]) for at in reads)
            if new in placed:
                continue
            already = new in there
            used = note in self._used or already
            items.append(
                AccountItem(
                    "merged" if used else "refused",
                    "footnote added",
                    "",
                    narrative if used else Where(""),
                    "",
                    new,
                    ALREADY if already else "" if used else _NO_PLACE,
                    author,
                    tuple(reads),
                    printed if used else (),
                )
            )
        return items
