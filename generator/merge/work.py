"""What the merge of one copy knows, and what it gathers: changes of sources, and the account."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from generator.config.workspace import NARRATIVE_FILE, REPORT_FILE
from generator.config.yaml.yaml_file import YamlPath
from generator.merge.account import AccountItem, Became
from generator.merge.now_of import now_of
from generator.merge.officer_notes import OfficerNotes
from generator.merge.pairing import Pair, Pairing, pair
from generator.merge.sources.source_fields import Field, Fields, SourcePlace
from generator.merge.sources.splicing import Splice
from generator.merge.sources.tokens import END, Token, entry_tokens, keys, read_tokens
from generator.model.draft_base import BaseEntry, DraftBase
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.model.readings import ReadDocument


@dataclass(frozen=True, slots=True)
class ListChange:
    """An entry of a list in YAML that comes or goes. path: of the entry. text: what it says.

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


class Work:
    """One copy's merge.

    draft: what the copy was when it was sent. now: the report as it would be drafted today.
    """

    def __init__(
        self,
        draft: DraftBase,
        copy: ReadDocument,
        now: DraftBase,
        fields: Fields,
        given_up: Collection[int] = (),
    ) -> None:
        self.draft, self.copy, self.now, self.fields = draft, copy, now, fields
        self.pairing: Pairing = pair(draft.entries, copy.accepted)
        self.became = now_of(draft.entries, now.entries)
        self.became |= self._taken_over()
        self.splices: dict[Field, list[Splice]] = {}
        self.lists: list[ListChange] = []
        self.entries: dict[YamlPath, EntryChange] = {}
        self.items: list[AccountItem] = []
        self.renamed: dict[str, str] = {}
        self.narrative = Field(fields.report_file.replace(REPORT_FILE, NARRATIVE_FILE))
        text = fields.text(self.narrative)
        self.notes = OfficerNotes(draft, copy.accepted, self.pairing, text, given_up)
        self._authors: dict[int, list[str]] = {}
        for revision in copy.revisions:
            self._authors.setdefault(revision.where, []).append(revision.author)

    # ------------------------------------------------------------ what is known
    def drafted(self, one: Pair) -> list[BaseEntry]:
        """The texts of a pair as drafted."""
        return [self.draft.entries[index] for index in one.entries]

    def today(self, one: Pair) -> list[BaseEntry] | None:
        """The same as they are now; None where the author took one of them out."""
        found = [self.became.get(index) for index in one.entries]
        return None if None in found else [self.now.entries[at] for at in found if at is not None]

    def edited(self, one: Pair) -> list[Token]:
        """What a pair is in the copy; pieces of one paragraph follow on one another."""
        texts: dict[int, list[Token]] = {}
        for piece in one.pieces:
            text = self.copy.accepted[piece.read]
            texts.setdefault(piece.read, []).extend(read_tokens(text, piece.start, piece.stop))
        return joined(_stripped(text) for text in texts.values())

    def _taken_over(self) -> dict[int, int]:
        """Texts that the report says elsewhere by now, and just as the copy does: moved there."""
        known = set(self.became.values())
        there: dict[tuple[tuple[str, str], ...], list[int]] = {}
        for at, entry in enumerate(self.now.entries):
            if at not in known and entry.written:
                there.setdefault(tuple(keys(tokens_of((entry,)))), []).append(at)
        found: dict[int, int] = {}
        for one in self.pairing.pairs:
            (index, *more) = one.entries
            if more or index in self.became or not one.pieces:
                continue
            if same := there.get(tuple(keys(self.edited(one)))):
                found[index] = same.pop(0)
        return found

    def author(self, reads: Iterable[int]) -> str:
        """Who changed these texts with tracked changes; '' where nobody did."""
        names = [name for read in reads for name in self._authors.get(read, []) if name]
        return " and ".join(dict.fromkeys(names))

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
    ) -> None:
        """Put an edit into the account."""
        where = self.where(entries) if entries else Where("")
        unit = next((one.unit for one in entries if one.unit), "")
        who = self.author(reads)
        self.items.append(
            AccountItem(
                became, kind, unit, where, old, new, reason, who, tuple(reads), tuple(printed)
            )
        )


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
