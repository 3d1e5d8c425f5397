"""Cross-references that an officer put in with Word, as the narrative says them.

    REF _Ref9182736 \\r \\h, in "see paragraph 3.4"        see paragraph [](#workload "number")
    REF _cap_leaving \\h, which shows "Table 2"           [](#leaving)
    REF _Ref9182736 \\h, which shows a heading's words    [Workload](#workload "words")
    a link on "as told" to the bookmark _Ref9182736      [as told](#workload "words")

Word's field points at a bookmark: one of the program's, which is named for what the narrative calls
it, or one that Word has put round a paragraph or caption. What has no name there is given one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.merge.sources.narrative_blocks import fresh_name
from generator.merge.sources.shown_numbers import ShownNumbers, is_number
from generator.merge.sources.source_edits import Splice
from generator.merge.sources.source_fields import Field, Fields
from generator.merge.sources.tokens import Token
from generator.model.draft_base import BaseEntry
from generator.model.wording.word_diff import words
from generator.word.package.bookmarks import safe_name, told_apart

_PREFIXES = ("_ref_", "_cap_", "_num_", "_sec_")
_NUMBER = re.compile(r"\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxl]+)[.)]?")
_LABEL = re.compile(r"[^\W\d]+\s(?:\d+|[A-Z])")
_BROKEN = "Error"  # begins what Word and LibreOffice show where a bookmark is gone
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
        self._known: Mapping[str, str] = {}

    def get(self, bookmark: str, shown: str) -> str:
        """What says a reference that shows this; '' where the narrative cannot."""
        said = shown.strip()
        if not bookmark or not (_NUMBER.fullmatch(said) or _LABEL.fullmatch(said)):
            return ""
        name = self._name(bookmark)
        if not name:
            return ""
        return f'[](#{name} "number")' if _NUMBER.fullmatch(said) else f"[](#{name})"

    def leads(self, bookmark: str) -> str:
        """The name of what a bookmark stands at; of Word's own round what has none, itself.

        '' for a page, and for one of the program's that nothing is called by.
        """
        known = self._named_by_program().get(bookmark, "")
        if known or not bookmark or bookmark.startswith(_PREFIXES):
            return known
        entry = self._entry_of(bookmark)
        return (self._own_name(entry) if entry is not None else "") or bookmark

    def link(self, bookmark: str) -> str:
        """'#name' of what a bookmark stands at, '#' and itself of Word's own round what has none.

        '' where nothing can be called by a name there.
        """
        known = self._named_by_program().get(bookmark, "")
        entry = None if known or bookmark.startswith(_PREFIXES) else self._entry_of(bookmark)
        if entry is not None:
            known = self._own_name(entry) or (bookmark if self._may_be_named(entry) else "")
        return known and f"#{known}"

    def worded(self, bookmark: str, shown: str) -> str:
        """The same where a reference shows the words of a text that it leads to."""
        entry = None if bookmark.startswith(_PREFIXES) else self._entry_of(bookmark)
        return self.link(bookmark) if entry is not None and shown == entry.printed else ""

    def address(self, link: str) -> str:
        """'#name' for a link as `link` gives them; '' where it leads to nothing."""
        name = link.removeprefix("#")
        entry = self._entry_of(name) if name.startswith("_") else None
        name = self._of(entry) if entry is not None else name
        return name and f"#{name}"

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
        return self._named_by_program().get(bookmark) or self._of(self._entry_of(bookmark))

    def _named_by_program(self) -> Mapping[str, str]:
        """Bookmark -> name, of those that drafts have."""
        if not self._known:
            self._known = {
                bookmark: name
                for name in map(str, self._names())
                for prefix in _PREFIXES
                for bookmark in (safe_name(prefix, name), told_apart(prefix, name))
            }
        return self._known

    def _names(self) -> Iterator[str]:
        for entry in self._entries:
            own = entry.name.removesuffix(f".{entry.kind}")
            kept = (own, *entry.aliases, entry.unit, entry.section)
            yield from (one for one in kept if one and entry.kind != "front-matter")
            yield from (one.reference for one in entry.spans if one.reference)

    def _own_name(self, entry: BaseEntry) -> str:
        if entry.kind == "heading" and entry.place == "heading":
            return entry.section
        return entry.name.removesuffix(f".{entry.kind}")

    def _may_be_named(self, entry: BaseEntry) -> bool:
        place = self._fields.place(entry)
        able = entry.kind in ("paragraph", "item", "heading", "caption") and not entry.repeated
        return able and place is not None and place.markdown

    def _of(self, entry: BaseEntry | None) -> str:
        """The name of a text, which may be given one."""
        if entry is None:
            return ""
        own = self._own_name(entry)
        if own or not self._may_be_named(entry):
            return own
        if entry not in self._given:
            said = " ".join(re.findall(r"\w+", entry.printed)[:_WORDS])
            taken = self._fields.text(self._named) + "".join(
                f"{{#{one}}}" for one in (*self._given.values(), *self._names())
            )
            self._given[entry] = fresh_name(said, taken)
        return self._given[entry]


def with_typed_words(
    edited: Iterable[Token], drafted: Iterable[Token], numbers: ShownNumbers
) -> list[Token]:
    """The tokens of a text with what somebody typed into what a reference shows as words.

    Behind the number, or before it, they are words beside the reference; else there is none left.
    """
    shown = {one.leads: one.text for one in drafted if one.kind == "reference"}
    made: list[Token] = []
    for one in edited:
        was = shown.get(one.leads, "") if one.kind == "reference" else ""
        made += _typed(one, was) if was and not _counted(one, was, numbers) else [one]
    return made


def _counted(token: Token, was: str, numbers: ShownNumbers) -> bool:
    """Whether a reference shows another number, if anything: fields are counted anew in Word."""
    shown, plain = token.text, is_number(token.text)
    if shown.startswith(_BROKEN):
        return True
    if plain and not numbers.may_be(token.target, shown, was):
        return False
    said, before = (re.sub(r"[\W\d]+", " ", text).split() for text in (shown, was))
    return said == before or (plain and len(said) == len(before))


def _typed(token: Token, was: str) -> list[Token]:
    label = re.escape(was.rpartition(" ")[0])
    number = rf"{label}\s" if label else ""
    number += rf"(?:{_NUMBER.pattern})(?:\([a-z]+\))*"
    first = re.match(rf"({number})(\s.*)", token.text, re.DOTALL)
    last = re.fullmatch(rf"(.*\s)({number})", token.text, re.DOTALL)
    if first is not None:
        return [replace(token, text=first[1]), *_words(first[2], token)]
    if last is not None:
        return [*_words(last[1], token), replace(token, text=last[2])]
    return _words(token.text, token)


def _words(text: str, token: Token) -> list[Token]:
    return [Token(word, token.look) for word in words(text)]
