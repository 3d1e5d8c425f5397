"""Cross-references that an officer put in with Word, as the narrative says them.

    REF _Ref9182736 \\r \\h, in "see paragraph 3.4"        see paragraph [](#workload "number")
    REF _cap_leaving \\h, which shows "Table 2"           [](#leaving)

Word's field points at a bookmark: one of the program's, which is named for what the narrative calls
it, or one that Word has put round a paragraph or caption. What has no name there is given one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from generator.merge.sources.narrative_blocks import fresh_name
from generator.merge.sources.source_fields import Field, Fields
from generator.merge.sources.splicing import Splice
from generator.model.draft_base import BaseEntry
from generator.word.package.bookmarks import safe_name

_PREFIXES = ("_ref_", "_cap_", "_num_", "_sec_")
_NUMBER = re.compile(r"\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxl]+)[.)]?")
_LABEL = re.compile(r"[^\W\d]+\s(?:\d+|[A-Z])")
_NAMES_BEHIND = re.compile(r"[ \t]*\{(?=[#.][^\s{}][^{}]*\}\s*$)")
_WORDS = 4  # of a text, that a name for it is made of


class Pointers:
    """References to the texts of one report.

    entries: all that have a name. entry_of: a bookmark -> the text of the report that it stands in
    the edited file at; None for none. named: the source that new names must not stand in yet.
    """

    def __init__(
        self,
        entries: Iterable[BaseEntry],
        entry_of: Callable[[str], BaseEntry | None],
        fields: Fields,
        named: Field,
    ) -> None:
        self._entries, self._entry_of = tuple(entries), entry_of
        self._fields, self._named = fields, named
        self._given: dict[BaseEntry, str] = {}
        self._known: dict[str, str] = {}

    def get(self, bookmark: str, shown: str) -> str:
        """What says a reference that shows this; '' where the narrative cannot."""
        said = shown.strip()
        if not bookmark or not (_NUMBER.fullmatch(said) or _LABEL.fullmatch(said)):
            return ""
        name = self._name(bookmark)
        if not name:
            return ""
        return f'[](#{name} "number")' if _NUMBER.fullmatch(said) else f"[](#{name})"

    def namings(self) -> Iterator[tuple[Field, Splice]]:
        """The names that texts have to be given."""
        for entry, name in self._given.items():
            place = self._fields.place(entry)
            if place is None:
                continue
            said = place.source.rstrip()
            behind = _NAMES_BEHIND.search(said)
            at = place.start + (behind.end() if behind else len(said))
            yield place.field, Splice(at, at, f"#{name} " if behind else f" {{#{name}}}")

    def _name(self, bookmark: str) -> str:
        if not self._known:
            self._known = {
                safe_name(prefix, name): name
                for name in map(str, self._names())
                for prefix in _PREFIXES
            }
        return self._known.get(bookmark) or self._of(self._entry_of(bookmark))

    def _names(self) -> Iterator[str]:
        for entry in self._entries:
            own = entry.name.removesuffix(f".{entry.kind}")
            kept = (own, *entry.aliases, entry.unit, entry.section)
            yield from (one for one in kept if one and entry.kind != "front-matter")

    def _of(self, entry: BaseEntry | None) -> str:
        """The name of a text, which may be given one."""
        if entry is None:
            return ""
        if entry.kind == "heading" and entry.place == "heading":
            return entry.section
        own = entry.name.removesuffix(f".{entry.kind}")
        place = self._fields.place(entry)
        able = entry.kind in ("paragraph", "item", "heading", "caption") and not entry.repeated
        if own or not able or place is None or not place.markdown:
            return own
        if entry not in self._given:
            words = " ".join(re.findall(r"\w+", entry.printed)[:_WORDS])
            taken = self._fields.text(self._named) + "".join(
                f"{{#{one}}}" for one in (*self._given.values(), *self._names())
            )
            self._given[entry] = fresh_name(words, taken)
        return self._given[entry]
