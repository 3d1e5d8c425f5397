"""What is found in single texts by their words alone: the same words say the same again.

    {"texts": ["Ring 01632 960123.", "35%"], "found": {"...personal_patterns.telephones":
        {"Ring 01632 960123.": ["01632 960123"]}}}

A paper of forty pages has 1,500 texts, of which a change leaves all but one as they are. What a
finder found in the texts of one paper is kept for the next check of the report, what it found
nothing in too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from generator.model.release.paper import PaperText

Find = Callable[[str], Any]
"""Finds something in words, by the words alone: what JSON can say, and false for nothing."""


class TextFinds:
    """Asks finders about the texts of a paper, and remembers."""

    def __init__(self, kept: Mapping[str, Any] | None = None) -> None:
        """kept: what `as_data` told of an earlier paper."""
        said = {"texts": (), "found": {}} if kept is None else kept
        self._before: frozenset[str] = frozenset(said["texts"])
        self._known: Mapping[str, Mapping[str, Any]] = said["found"]
        self._texts: Sequence[PaperText] = ()
        self._places: dict[str, list[int]] = {}
        self._new: Sequence[str] = ()
        self._found: dict[str, dict[str, Any]] = {}

    def found(self, find: Find, texts: Sequence[PaperText]) -> Iterator[tuple[int, Any]]:
        """The index of each text of a paper that something is found in, and what it is.

        Raises ValueError for a finder without a name of its own, which would answer for another.
        """
        if texts is not self._texts:
            self._texts, self._found, self._places = texts, {}, {}
            for at, text in enumerate(texts):
                self._places.setdefault(text.text, []).append(at)
            self._new = [words for words in self._places if words not in self._before]
        name = f"{find.__module__}.{find.__qualname__}"
        if "<" in name:
            raise ValueError(f"{name} is no function of a module")
        if name not in self._found:
            self._found[name] = self._all(find, self._known.get(name))
        found = self._found[name]
        places = sorted(at for words in found for at in self._places[words])
        return ((at, found[texts[at].text]) for at in places)

    def _all(self, find: Find, known: Mapping[str, Any] | None) -> dict[str, Any]:
        kept = {} if known is None else known
        found = {words: said for words, said in kept.items() if words in self._places}
        for words in self._places if known is None else self._new:
            if said := find(words):
                found[words] = said
        return found

    def as_data(self) -> dict[str, Any]:
        """What was found in the last paper, as JSON data."""
        return {"texts": list(self._places), "found": self._found}
