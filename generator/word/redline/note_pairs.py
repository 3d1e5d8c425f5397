"""Footnotes and endnotes: which of the old document has become which of the new.

Notes are paired by their words, in the order in which the text refers to them, before the text is
compared; a paired note's mark is then the same mark in both.
"""

from __future__ import annotations

from collections.abc import Hashable

from lxml import etree

from generator.model.frozen import dataclass
from generator.model.wording.alignment import between, common, likeliest
from generator.word.package.elements import clark
from generator.word.redline.block_texts import Block, ParagraphBlock, blocks_of
from generator.word.redline.content_keys import ContentKeys, Note
from generator.word.redline.opened import NOTE_KINDS, OpenedDocument

LEAST_ALIKE = 0.4
"""How much two texts must have in common to be one that was changed."""


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note that the text refers to, and its paragraphs."""

    note: Note
    blocks: tuple[Block, ...]

    @property
    def key(self) -> Hashable:
        """Equal of two that say the same."""
        return self.note[0], tuple(block.key for block in self.blocks)


class NotePairs:
    """The notes of both documents, and what each is compared by."""

    def __init__(self, old: OpenedDocument, new: OpenedDocument) -> None:
        self.old, self.new = _read(old), _read(new)
        self.old_keys: dict[Note, Hashable] = {note: ("old", *note) for note in self.old}
        self.new_keys: dict[Note, Hashable] = {note: ("new", *note) for note in self.new}
        for number, (one, other) in enumerate(self._paired()):
            self.old_keys[one] = self.new_keys[other] = ("both", number)

    def _paired(self) -> list[tuple[Note, Note]]:
        old, new = list(self.old.values()), list(self.new.values())
        pairs = common([one.key for one in old], [one.key for one in new])
        for gap in between(pairs, len(old), len(new)):
            ours = [_bag(one) for one in old[gap.start : gap.end]]
            theirs = [_bag(one) for one in new[gap.begin : gap.stop]]
            found = likeliest(ours, theirs, LEAST_ALIKE)
            pairs = [*pairs, *((gap.start + a, gap.begin + b) for a, b in found)]
        return [(old[a].note, new[b].note) for a, b in pairs if old[a].note[0] == new[b].note[0]]


class NoteIds:
    """Gives out ids for old notes that the new document does not have."""

    def __init__(self, new: OpenedDocument) -> None:
        self.brought: dict[Note, str] = {}
        self._next: dict[str, int] = {}
        for kind in NOTE_KINDS:
            ids = [int(each) for each in new.notes(kind) if each.lstrip("-").isdecimal()]
            self._next[f"{kind}Reference"] = 1 + max(ids, default=0)

    def bring(self, note: Note) -> str:
        """The id in the new document of an old note whose mark is put in as deleted."""
        if note not in self.brought:
            self.brought[note] = str(self._next[note[0]])
            self._next[note[0]] += 1
        return self.brought[note]


def _read(document: OpenedDocument) -> dict[Note, NoteText]:
    """The notes by what refers to them, in the order of the text, each once."""
    held = {f"{kind}Reference": document.notes(kind) for kind in NOTE_KINDS}
    keys = {
        f"{kind}Reference": ContentKeys(document.parts, document.note_parts[kind] or "", {})
        for kind in NOTE_KINDS
    }
    found: dict[Note, NoteText] = {}
    for mark in document.body.iter(*(clark(f"w:{name}") for name in held)):
        note = etree.QName(mark).localname, mark.get(clark("w:id"), "")
        element = held[note[0]].get(note[1])
        if note not in found and element is not None:
            found[note] = NoteText(note, tuple(blocks_of(element, keys[note[0]])))
    return found


def _bag(one: NoteText) -> dict[str, int]:
    bag: dict[str, int] = {}
    for block in one.blocks:
        for word, times in block.bag.items() if isinstance(block, ParagraphBlock) else ():
            bag[word] = bag.get(word, 0) + times
    return bag
