"""Texts that both files have: words that changed in the sources go into the officer's paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from generator.merge.pairs.said_words import SIGNED, own_end
from generator.merge.sources.shapes import called, shape_of
from generator.merge.sources.tokens import Token, as_text, keys
from generator.model.draft_base import BaseEntry
from generator.update.matches import Matches, TextMatch
from generator.update.printed_before import printed_tokens
from generator.update.remarks import BOTH, GONE, MOVED, TAKEN_OUT, Remarks
from generator.update.sides import HeldStretch, Side
from generator.update.three_ways import SourceChange, source_changes
from generator.word.updating.opened_texts import touched
from generator.word.updating.placed_text import PlacedSpan, Unplaced
from generator.word.updating.text_edits import PlacedEdit
from generator.word.updating.written_copy import WrittenCopy

_Place = tuple[int, int]  # a text of the copy, and one of the new draft
_Placed = tuple[_Place, PlacedEdit]


class TextUpdates:
    """Updates texts one by one, and tells of each change."""

    def __init__(
        self, mine: Side, theirs: Side, matches: Matches, written: WrittenCopy, remarks: Remarks
    ) -> None:
        self._mine, self._theirs, self._matches = mine, theirs, matches
        self._written, self._remarks = written, remarks
        self.releveled: set[int] = set()
        """The texts of the old draft that have another level of heading now."""

    def drafted(self) -> None:
        """Update every text that the draft had and that is still there."""
        for match in self._matches.all:
            if match.theirs and match.pieces:
                self._held(match)
            elif match.theirs:
                self._taken_out(match)
            elif match.pieces and not self._matches.left_alone(match) and not match.today:
                said = as_text(self._mine.stretch(match.pieces).tokens)
                self._remarks.conflict("words", match, match.pieces[-1].read, said, "", GONE)

    def _held(self, match: TextMatch) -> None:
        drafted = [self._mine.base.entries[at] for at in match.drafted]
        today = [self._theirs.base.entries[at] for at in match.today]
        if self._matches.moved.intersection(match.drafted):
            said = as_text(self._mine.stretch(match.pieces).tokens)
            self._remarks.conflict("moved", match, match.pieces[-1].read, said, said, MOVED)
        self._level(match, drafted[0], today[0])
        if [(e.printed, e.spans) for e in drafted] != [(e.printed, e.spans) for e in today]:
            draft = self._matches.drafted(match.drafted)
            ours, now = self._mine.stretch(match.pieces), self._theirs.stretch(match.theirs)
            self._update(draft, ours, now, match)

    def _level(self, match: TextMatch, drafted: BaseEntry, today: BaseEntry) -> None:
        """Give a heading the level that the author gave it, where the officer left it alone."""
        parts = (match.drafted, match.today, match.pieces, match.theirs)
        if drafted.shape == today.shape or any(len(part) != 1 for part in parts):
            return
        ours = self._mine.text(match.pieces[0].read)
        like = self._theirs.text(match.theirs[0].read)
        headings = drafted.shape.startswith("heading") and today.shape.startswith("heading")
        alone = headings and shape_of(ours.read) == drafted.shape
        if alone and self._written.restyle(ours.paragraphs[-1], like.paragraphs[-1]):
            self.releveled.add(match.drafted[0])
            shapes = called(drafted.shape), called(today.shape)
            self._remarks.changed("heading", self._remarks.unit(match), *shapes)

    def _taken_out(self, match: TextMatch) -> None:
        """The officer took a text out; what the source says there now goes into a comment."""
        draft = self._matches.drafted(match.drafted)
        now = self._theirs.stretch(match.theirs).tokens
        if keys(draft) != keys(now):
            before = self._remarks.read_before(match.drafted[0])
            new = as_text(now)
            self._remarks.conflict(
                "words", match, before, as_text(draft), new, TAKEN_OUT.format(new=new)
            )

    def printed(self, read: int, theirs: int) -> None:
        """Update what the program prints and no base tells of, such as a cell of its tables."""
        ours = self._mine.stretch((self._mine.whole(read),))
        now = self._theirs.stretch((self._theirs.whole(theirs),))
        if keys(ours.tokens) != keys(now.tokens):
            paragraphs = self._mine.text(read).paragraphs
            draft = printed_tokens(self._mine, ours, paragraphs)
            if keys(draft) != keys(ours.tokens) or not self._same_drafts():
                self._update(draft, ours, now, None)

    def _same_drafts(self) -> bool:
        """Whether the new draft says all that the old one did, so far as a base tells."""
        before, today = self._mine.base, self._theirs.base
        return (before.draft, before.values) == (today.draft, today.values)

    def untouched(self, read: int) -> bool:
        """Whether nobody tracked a change in a text, or typed over a figure of it."""
        known = self._mine.base.values
        figures: dict[str, str] = {}
        for span in self._mine.reads[read].spans:
            if span.value:
                figures[span.value] = figures.get(span.value, "") + span.text
        same = all(known.get(name, ("", text))[1] == text for name, text in figures.items())
        return same and not any(map(touched, self._mine.text(read).paragraphs))

    # ------------------------------------------------------------ sign-offs
    def signed(self, read: int, theirs: int) -> None:
        """Update what a draft prints of sign-offs at the end of a text, if the officer left it."""
        ours, now = self._mine.reads[read], self._theirs.reads[theirs]
        start, begin = own_end(ours), own_end(now)
        old, new = ours.text[start:], now.text[begin:]
        if old.strip() == new.strip() or not self._is_printed(read, old.strip()):
            return
        try:
            edit = PlacedEdit(_tail(self._mine, read, start), _tail(self._theirs, theirs, begin))
        except Unplaced:
            return
        self._written.edit(self._mine.text(read), self._theirs.text(theirs), [edit])
        self._remarks.changed("sign-off", "", old.strip(), new.strip())

    def _is_printed(self, read: int, said: str) -> bool:
        """Whether a draft printed this of sign-offs, or nothing: no officer wrote it."""
        marks = self._mine.text(read).read.marks
        state = any(one.name.startswith(f"{SIGNED}state_") for one in marks)
        known = {text for _, text in self._mine.base.sign_offs}
        return not said or said in known or (state and said[0] == "[" and said[-1] == "]")

    # ------------------------------------------------------------ words
    def _update(
        self, draft: Sequence[Token], ours: HeldStretch, now: HeldStretch, match: TextMatch | None
    ) -> None:
        changes = source_changes(draft, ours.tokens, now.tokens)
        placed = [None if one.conflict else self._placed(one, ours, now) for one in changes]
        if None in placed and not self._told(changes, placed, ours, now, match):
            return
        edits: dict[_Place, list[PlacedEdit]] = {}
        for change, found in zip(changes, placed, strict=True):
            if found is not None:
                place, edit = found
                edits.setdefault(place, []).append(edit)
                old, new = (
                    _said(ours, change.start, change.end),
                    _said(now, change.begin, change.stop),
                )
                self._remarks.changed("words", self._remarks.unit(match), old, new)
        for (read, there), ones in edits.items():
            self._written.edit(self._mine.text(read), self._theirs.text(there), ones)

    def _told(
        self,
        changes: Sequence[SourceChange],
        placed: Sequence[_Placed | None],
        ours: HeldStretch,
        now: HeldStretch,
        match: TextMatch | None,
    ) -> bool:
        """Tell of conflicts in a text by a comment; False where it was told before.

        The comment gives all that the source says there, so that one is enough.
        """
        clashing = [one for one, found in zip(changes, placed, strict=True) if found is None]
        old = " ... ".join(_around(ours, one.start, one.end) for one in clashing)
        new = " ... ".join(_around(now, one.begin, one.stop) for one in clashing)
        remark = BOTH.format(new=as_text(now.tokens).strip())
        return self._remarks.conflict("words", match, ours.held[-1].read, old, new, remark)

    def _placed(self, change: SourceChange, ours: HeldStretch, now: HeldStretch) -> _Placed | None:
        """Where a change goes; None where it goes over the end of a paragraph."""
        try:
            read, old = self._mine.place(ours, change.start, change.end)
            there, new = self._theirs.place(now, change.begin, change.stop)
        except Unplaced:
            return None
        return (read, there), PlacedEdit(old, new)


def _tail(side: Side, read: int, start: int) -> PlacedSpan:
    """Where the end of a text stands, from a character on."""
    text = side.text(read)
    return text.places(start, [(len(text.read.text) - start, "")])[0]


def _said(stretch: HeldStretch, start: int, end: int) -> str:
    return as_text(stretch.tokens[start:end])


def _around(stretch: HeldStretch, start: int, end: int) -> str:
    """Tokens with a word on each side, where they alone would say little."""
    said = _said(stretch, start, end)
    if any(map(str.isalnum, said)):
        return said
    return _said(stretch, max(start - 2, 0), end + 2)
