"""Pieces of blocks that are told once: a rebuild measures only what is new.

Measuring the blocks of forty pages takes 40 ms, a tenth of a rebuild. What a block is broken into
depends on its markup, on the styles and on how far its lists stand in, and so does the key that it
is kept by. Where a block refers to a footnote, the note's words count too: it is measured anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from generator.model.digests import bytes_digest, digest
from generator.word.package.elements import Element, to_bytes
from generator.word.paging.page_pieces import PagePiece, line_pieces
from generator.word.paging.page_room import PageRoom

Kept = Sequence[Sequence[Any]]  # of each piece all but its place, as plain values
_SAID = PagePiece.__slots__[1:]
_LENGTH = 20  # of a key
_NOTE = "<w:footnoteReference"
_BOOKMARK = re.compile(r"<w:bookmark(?:Start|End) [^>]*/>")
_LIST = re.compile(r'<w:numId w:val="(\d+)"/>')


class HeightStore(Protocol):
    """Where pieces are kept between builds, as plain values."""

    def get(self, key: str) -> Kept | None:
        """What is kept under a key, if anything."""

    def put(self, key: str, pieces: Kept) -> None:
        """Keep something."""


class NothingKept:
    """No store at all."""

    def get(self, key: str) -> Kept | None:
        """Nothing is kept."""

    def put(self, key: str, pieces: Kept) -> None:
        """Nothing is kept."""


class KeptPieces:
    """Gives the pieces of blocks, kept ones where there are any."""

    def __init__(
        self, store: HeightStore, room: PageRoom, looks: str, lists: Mapping[int, tuple[int, int]]
    ) -> None:
        """looks: the digest of the styles and of the width of the text. lists: as PageRoom's."""
        self._store, self._room, self._looks, self._lists = store, room, looks, lists

    def of(self, at: int, block: str) -> list[PagePiece]:
        """The pieces of a block, at its place."""
        if _NOTE in block:
            return list(line_pieces(at, block, self._room))
        key = self._key(block)
        kept = self._store.get(key)
        if kept is not None:
            return [PagePiece(at, *values) for values in kept]
        made = list(line_pieces(at, block, self._room))
        self._store.put(key, [[getattr(piece, name) for name in _SAID] for piece in made])
        return made

    def height(self, elements: Iterable[Element]) -> float:
        """The height of blocks that the template has, in points."""
        blocks = list(elements)
        key = digest(self._looks.encode(), *map(to_bytes, blocks))[:_LENGTH]
        kept = self._store.get(key)
        made = self._room.of(blocks) if kept is None else float(kept[0][0])
        if kept is None:
            self._store.put(key, [[made]])
        return made

    def _key(self, block: str) -> str:
        told = self._looks
        if "<w:numId" in block:
            told += repr([self._lists.get(int(one)) for one in _LIST.findall(block)])
        # Bookmarks are numbered through the whole text, and none takes any room.
        return bytes_digest(f"{told}{_BOOKMARK.sub('', block)}".encode())[:_LENGTH]
