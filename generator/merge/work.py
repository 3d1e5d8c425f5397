"""What the merge of one copy knows, and what it gathers: changes of sources, and the account."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from generator.config.workspace import NARRATIVE_FILE, REPORT_FILE
from generator.config.yaml.yaml_file import YamlPath
from generator.merge.account import AccountItem, Became, TextPart
from generator.merge.officer_notes import OfficerNotes
from generator.merge.pairs.by_marks import tracked_moves
from generator.merge.pairs.held_texts import Pair, Pairing, joined_since
from generator.merge.pairs.now_of import now_of
from generator.merge.pairs.pairing import pair
from generator.merge.pairs.said_words import bare, drafted_words
from generator.merge.sources.pointers import Pointers, with_typed_words
from generator.merge.sources.shown_numbers import ShownNumbers
from generator.merge.sources.source_edits import Splice
from generator.merge.sources.source_fields import Field, Fields, SourcePlace
from generator.merge.sources.tokens import END, Token, as_text, entry_tokens, read_tokens
from generator.model.draft_base import BaseEntry, DraftBase
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.model.readings import ReadDocument
from generator.model.wording.word_diff import likeness


@dataclass(frozen=True, slots=True)
class ListChange:
    """An entry of a list in YAML that comes or goes. text: what it says.

    path: of the entry as it is now, before which a new one comes; several come in their order.
    moved: where an entry that comes stood, () for a new one.
    """

    what: Literal["insert", "remove"]
    file: str
    path: YamlPath
    text: str = ""
    moved: YamlPath = ()


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry of a mapping in YAML that is set: to a text, or to keys with texts and yes or no."""

    file: str
    path: YamlPath
    value: str | Mapping[str, str | bool]


_SHORTER = 0.9  # of a text: what is not there any more may stand in the next
_ALONE = ("footnote", "title", "description")  # texts that none comes before or behind
_PARTS = 3  # that a text is looked for in, at least


class Work:
    """One copy's merge.

    draft: what the copy was when it was sent. now: the report as it would be drafted today. labels:
    what its template prints. given_up, parts_given_up: as of `merge_copy`.
    """

    def __init__(
        self,
        draft: DraftBase,
        copy: ReadDocument,
        now: DraftBase,
        fields: Fields,
        given_up: Collection[int] = (),
        labels: Collection[str] = (),
        parts_given_up: Mapping[TextPart, str] | None = None,
    ) -> None:
        self.draft, self.copy, self.now, self.fields = draft, copy, now, fields
        self._numbers = ShownNumbers(copy)
        self.pairing: Pairing = pair(draft.entries, copy.accepted, labels, tracked_moves(copy))
        self.became = now_of(draft.entries, now.entries, self._copied())
        self.pairing = joined_since(self.pairing, self.became)
        self.splices: dict[Field, list[Splice]] = {}
        self.lists: list[ListChange] = []
        self.entries: dict[YamlPath, EntryChange] = {}
        self.items: list[AccountItem] = []
        self.orphans: list[int] = []  # texts of the copy that changed, and the author took out
        self.parts_given_up = parts_given_up or {}
        self._parts: dict[int, list[int]] = {}
        self.narrative = Field(fields.report_file.replace(REPORT_FILE, NARRATIVE_FILE))
        text = fields.text(self.narrative)
        self.notes = OfficerNotes(draft, copy.accepted, self.pairing, text, given_up)
        named = (*draft.entries, *now.entries)
        self.pointers = Pointers(named, self._marked, fields, self.narrative)
        self._authors: dict[int, list[str]] = {}
        for revision in copy.revisions:
            self._authors.setdefault(revision.where, []).append(revision.author)

    # ------------------------------------------------------------ what is known
    def drafted(self, one: Pair) -> list[BaseEntry]:
        """The texts of a pair as drafted."""
        return [self.draft.entries[index] for index in one.entries]

    def today(self, one: Pair) -> list[BaseEntry] | None:
        """The same as they are now; None where the author took one of them out.

        A text that is divided in the copy, or has become shorter, may be divided in the report by
        now: all its parts.
        """
        there = [self.became[index] for index in one.entries if index in self.became]
        found = list(dict.fromkeys(there))
        if len(there) < len(one.entries):
            return self._joined_already(one, found)
        several = len({piece.read for piece in one.pieces}) > 1
        if len(one.entries) == 1 and (several or self._is_shorter(one, found[0])):
            self._parts[found[0]] = self._parts.get(found[0]) or self._divided(one, found[0])
            found = self._parts[found[0]]
        return [self.now.entries[at] for at in found]

    def _is_shorter(self, one: Pair, at: int) -> bool:
        """Whether a text that the copy has lost words, as one that somebody divided has."""
        drafted, now = self.draft.entries[one.entries[0]], self.now.entries[at]
        shorter = len(now.printed) < len(drafted.printed) * _SHORTER
        return shorter and bool(one.pieces) and now.kind not in _ALONE

    def _joined_already(self, one: Pair, found: Sequence[int]) -> list[BaseEntry] | None:
        """What a pair has become that the copy joined, where a pull before did just that."""
        said = {bare(self.copy.accepted[piece.read]) for piece in one.pieces}
        entries = [self.now.entries[at] for at in found]
        return entries if entries and {drafted_words(each) for each in entries} == said else None

    def _divided(self, one: Pair, at: int) -> list[int]:
        """The texts round one that together are most like what a pair is in the copy."""
        file, taken = self.now.entries[at].file, set(self.became.values()) - {at}
        own = [
            index
            for index, entry in enumerate(self.now.entries)
            if entry.file == file and entry.kind not in _ALONE
        ]
        here, most = own.index(at), max(len({piece.read for piece in one.pieces}), _PARTS)
        edited = as_text(self.edited(one))
        best, alike = [at], 0.0
        for start in range(max(here - most + 1, 0), here + 1):
            for stop in range(here + 1, min(start + most, len(own)) + 1):
                parts = own[start:stop]
                said = as_text(tokens_of(self.now.entries[index] for index in parts))
                if taken.isdisjoint(parts) and likeness(said, edited) > alike:
                    best, alike = parts, likeness(said, edited)
        return best

    def edited(self, one: Pair) -> list[Token]:
        """What a pair is in the copy; pieces of one paragraph follow on one another.

        A paragraph without words is none: no source can say it.
        """
        texts: dict[int, list[Token]] = {}
        for piece in one.pieces:
            text = self.copy.accepted[piece.read]
            tokens = read_tokens(text, piece.start, piece.stop, self.pointers)
            texts.setdefault(piece.read, []).extend(tokens)
        known = tokens_of(self.drafted(one))
        whole = (with_typed_words(text, known, self._numbers) for text in texts.values())
        said = map(_stripped, whole)
        return joined(text for text in said if text)

    def _copied(self) -> dict[int, list[str]]:
        """What the copy says of each text of the draft, paragraph by paragraph."""
        return {
            one.entries[0]: [bare(self.copy.accepted[piece.read]) for piece in one.pieces]
            for one in self.pairing.pairs
        }

    def _marked(self, bookmark: str) -> BaseEntry | None:
        """The text of the report that a bookmark of the copy stands in."""
        marks = ((at, mark) for at, text in enumerate(self.copy.accepted) for mark in text.marks)
        for at, mark in marks:
            if mark.name != bookmark:
                continue
            held = (one for one in self.pairing.pairs if any(p.read == at for p in one.pieces))
            today = next((found for one in held if (found := self.today(one))), None)
            return today[0] if today else None
        return None

    def author(self, reads: Iterable[int]) -> str:
        """Who changed these texts with tracked changes; '' where nobody did."""
        names = [name for read in reads for name in self._authors.get(read, []) if name]
        return " and ".join(dict.fromkeys(names))

    def tell_author(self, read: int, name: str) -> None:
        """Note who made an edit that stands in no text, by its number among `reads`."""
        self._authors[read] = [name]

    def where(self, entries: Sequence[BaseEntry]) -> Where:
        """Where texts are written, for the account."""
        entry = entries[0]
        return Where(entry.file, entry.line or None, None if entry.line else entry.section or None)

    # ------------------------------------------------------------ what is gathered
    def splice(self, place: SourcePlace, splices: Iterable[Splice]) -> None:
        """Change characters of a place's source."""
        self.change(
            place.field,
            [Splice(one.start + place.start, one.end + place.start, one.text) for one in splices],
        )

    def change(self, field: Field, splices: Iterable[Splice]) -> None:
        """Change characters of a field."""
        self.splices.setdefault(field, []).extend(splices)

    def note(
        self,
        became: Became,
        kind: str,
        entries: Sequence[BaseEntry],
        old: str,
        new: str,
        reason: str = "",
        reads: Sequence[int] = (),
        printed: Sequence[str] = (),
        part: int = -1,
    ) -> None:
        """Put an edit into the account."""
        where = self.where(entries) if entries else Where("")
        unit = next((one.unit for one in entries if one.unit), "")
        who = self.author(reads)
        told = (tuple(reads), tuple(printed), None, part)
        self.items.append(AccountItem(became, kind, unit, where, old, new, reason, who, *told))


def _stripped(tokens: Sequence[Token]) -> list[Token]:
    """Without spaces where a paragraph begins or ends: no source can say them."""
    start, stop = 0, len(tokens)
    while start < stop and tokens[start].text.isspace():
        start += 1
    while stop > start and tokens[stop - 1].text.isspace():
        stop -= 1
    return list(tokens[start:stop])


def joined(texts: Iterable[Sequence[Token]]) -> list[Token]:
    """The tokens of several paragraphs, with their ends between."""
    made: list[Token] = []
    for index, text in enumerate(texts):
        made += [END, *text] if index else text
    return made


def tokens_of(entries: Iterable[BaseEntry]) -> list[Token]:
    """The tokens of several texts, with their ends between."""
    return joined(_stripped(entry_tokens(entry)) for entry in entries)
