"""The narrative and the texts of report.yaml as they were written, under output/.cache."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from generator.model.digests import digest
from generator.narrative.by_part import Kept
from generator.publish.blocks_json import as_data, from_data
from generator.publish.digest import code_digest, library_identity
from generator.publish.kept_files import KeptEntries

_CODE = ("generator.narrative", "generator.model")
_BORNE = "borne "  # and the key of a section
_LIBRARIES = ("jinja2", "markdown_it", "mdit_py_plugins")


class WrittenCache(KeptEntries):
    """Parts and texts of one report as written; the narrative's PartStore.

    place: the report's cache. made_from: what they are made from besides their own source.
    """

    def __init__(self, place: Path, made_from: Iterable[bytes]) -> None:
        code = (code_digest(*_CODE).encode(), *map(library_identity, _LIBRARIES))
        super().__init__(place / "written" / f"{digest(*code, *made_from)}.json")

    def get(self, key: str) -> Kept | None:
        """A kept part or text, or None."""
        if key not in self.kept:
            return None
        with suppress(KeyError, TypeError):
            written: Kept = from_data(self.kept[key])
            self.used[key] = self.kept[key]
            return written
        return None

    def put(self, key: str, written: Kept) -> None:
        """Keep a part or a text; it is written when `flush` is called."""
        self.used[key] = as_data(written)

    def borne(self, section: str) -> frozenset[str]:
        """Keys of passages of a section whose claims the figures bear, as far as is known."""
        keys = self.kept.get(_BORNE + section, [])
        self.used[_BORNE + section] = keys
        return frozenset(keys)

    def put_borne(self, section: str, keys: Collection[str]) -> None:
        """Keep these keys, and no others of the section."""
        self.used[_BORNE + section] = list(keys)
