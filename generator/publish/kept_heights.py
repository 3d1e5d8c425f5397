"""How high the blocks of a report are, under output/.cache, so that a rebuild measures what is new.

    output/.cache/reports/REPORT/SETTINGS/heights/DIGEST.json

Heights only, by digests of blocks: no text of the report stands in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.digests import digest
from generator.publish.digest import code_digest, library_identity
from generator.publish.kept_files import KeptEntries

if TYPE_CHECKING:
    from generator.word.paging.kept_pieces import Kept


class HeightCache(KeptEntries):
    """Pieces of the blocks of one report; the renderer's HeightStore.

    folder: the report's cache.
    """

    def __init__(self, folder: Path) -> None:
        code = (code_digest("generator.word").encode(), library_identity("lxml"))
        super().__init__(folder / "heights" / f"{digest(*code)}.json")

    def get(self, key: str) -> Kept | None:
        """What is kept of a block, or None."""
        found: Kept | None = self.kept.get(key)
        if found is not None:
            self.used[key] = found
        return found

    def put(self, key: str, pieces: Kept) -> None:
        """Keep what a block is broken into; it is written when `flush` is called."""
        self.used[key] = pieces
