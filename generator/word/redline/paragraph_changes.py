"""A paragraph of the old document and one of the new, as one with its changes tracked word by word.

    <w:r>About </w:r><w:del><w:r>46%</w:r></w:del><w:ins><w:r>47%</w:r></w:ins><w:r> plan</w:r>

The new document's paragraph is what is written into. Where the words stay and their look does not,
the run says how it looked before (w:rPrChange).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from generator.model.frozen import dataclass
from generator.model.wording.alignment import between, common
from generator.model.wording.word_diff import WordChange
from generator.word.package.elements import Element, clark
from generator.word.redline.content_keys import Note, note_of
from generator.word.redline.counted_changes import ChangeCounts
from generator.word.redline.deleted_copies import DeletedCopies
from generator.word.redline.inline_text import InlineText, inline_nodes
from generator.word.redline.tracked_writing import Tracker

_FIELD_PARTS = (clark("w:fldChar"), clark("w:instrText"))


@dataclass(frozen=True, slots=True)
class _NewLook:
    """Characters begin:stop of the new paragraph looked as `before` (a w:rPr) says."""

    begin: int
    stop: int
    before: Element | None


class ParagraphChanges:
    """Tracks what changed within paragraphs of one story."""

    def __init__(
        self, tracker: Tracker, copies: DeletedCopies, counts: ChangeCounts, kept: dict[Note, Note]
    ) -> None:
        """kept: filled with the notes of the new document whose mark stays, and the old ones'."""
        self._tracker, self._copies, self._counts, self._kept = tracker, copies, counts, kept

    def compare(self, old: InlineText, new: InlineText) -> None:
        """Track in the new paragraph what became of the old one."""
        edits = [] if old.key == new.key else _edits(old, new)
        stays = list(_stays(edits, len(old.text), len(new.text)))
        looks = [look for stretch in stays for look in _new_looks(old, new, stretch)]
        self._keep_notes(old, new, stays)
        old.cut({at for edit in edits for at in (edit.start, edit.end)})
        bounds = {at for edit in edits for at in (edit.begin, edit.stop)}
        new.cut(bounds | {at for look in looks for at in (look.begin, look.stop)})
        for edit in edits:
            self._write(old, new, edit)
        for look in looks:
            before = self._copies.properties(look.before)
            for node in new.nodes_of(look.begin, look.stop):
                self._tracker.run_look(node, before)
        self._counts["formatting"] += len(looks)

    def insert(self, text: InlineText) -> None:
        """Track all that a paragraph holds as inserted, but not its end."""
        shown = {node for piece in text.pieces for node in piece.nodes}
        self._tracker.insert(
            [
                node
                for node, _ in inline_nodes(text.paragraph)
                # Half a field of several paragraphs stays, or the other half would be alone.
                if node in shown or not any(each.tag in _FIELD_PARTS for each in node)
            ]
        )

    def _write(self, old: InlineText, new: InlineText, edit: WordChange) -> None:
        inserted = new.nodes_of(edit.begin, edit.stop)
        if edit.end > edit.start:
            following = next((p.nodes[0] for p in new.pieces if p.start >= edit.begin), None)
            before = [piece.nodes[-1] for piece in new.pieces if piece.end <= edit.begin]
            place = _Place(new.paragraph, following, before[-1] if before else None)
            place.put(self._copies.stretch(old, edit.start, edit.end, place.is_inside))
            self._counts["deletions"] += 1
        if inserted:
            self._tracker.insert(inserted)
            self._counts["insertions"] += 1

    def _keep_notes(self, old: InlineText, new: InlineText, stays: Sequence[WordChange]) -> None:
        marks = {piece.start: piece.nodes[0] for piece in old.pieces if piece.key is not None}
        for piece in new.pieces:
            note = None if piece.key is None else note_of(piece.nodes[0])
            if note is None:
                continue
            for stretch in stays:
                if stretch.begin <= piece.start < stretch.stop:
                    mark = marks[piece.start - stretch.begin + stretch.start]
                    self._kept[note] = note_of(mark) or note


class _Place:
    """Where in a paragraph a deletion goes: before a run, as far out of links as can be."""

    def __init__(
        self, paragraph: Element, following: Element | None, before: Element | None
    ) -> None:
        self._paragraph = paragraph
        out = None if following is None else self._outermost(following, first=True)
        self._after = following is not None and out is None
        if out is None and before is not None and following is not None:
            out = self._outermost(before, first=False)
        self.is_inside = following is not None and out is None
        self._beside = following if self.is_inside else out
        self._after = self._after and not self.is_inside

    def _outermost(self, node: Element, first: bool) -> Element | None:
        """The paragraph's own child that begins, or ends, with a node."""
        while (parent := node.getparent()) is not None and parent is not self._paragraph:
            if parent[0 if first else -1] is not node:
                return None
            node = parent
        return node

    def put(self, made: Sequence[Element]) -> None:
        """Put elements there, in order."""
        for node in reversed(made) if self._after else made:
            if self._beside is None:
                self._paragraph.append(node)
            elif self._after:
                self._beside.addnext(node)
            else:
                self._beside.addprevious(node)


def _edits(old: InlineText, new: InlineText) -> list[WordChange]:
    """What changed, in characters of both paragraphs."""
    (ours, starts), (theirs, begins) = old.tokens(), new.tokens()
    made: list[WordChange] = []
    for change in between(common(ours, theirs), len(ours), len(theirs)):
        if made and _is_blank(ours[made[-1].end : change.start]):
            last = made.pop()
            change = WordChange(last.start, change.end, last.begin, change.stop)
        made.append(change)
    return [
        WordChange(starts[one.start], starts[one.end], begins[one.begin], begins[one.stop])
        for one in made
    ]


def _is_blank(tokens: Sequence[Hashable]) -> bool:
    """Whether only spaces lie between two changes: one change reads better."""
    return all(isinstance(token, str) and token.isspace() for token in tokens)


def _stays(edits: Sequence[WordChange], length: int, width: int) -> Iterator[WordChange]:
    """The stretches between edits, which say the same in both."""
    start, begin = 0, 0
    for edit in [*edits, WordChange(length, length, width, width)]:
        if edit.start > start:
            yield WordChange(start, edit.start, begin, edit.begin)
        start, begin = edit.end, edit.stop


def _new_looks(old: InlineText, new: InlineText, stretch: WordChange) -> Iterator[_NewLook]:
    """Where within a stretch that says the same the look of the words has changed."""
    shift = stretch.begin - stretch.start
    theirs = [each for each in new.pieces if each.end > stretch.begin and each.start < stretch.stop]
    ours = [each for each in old.pieces if each.end > stretch.start and each.start < stretch.end]
    if len({each.look for each in (*ours, *theirs)}) < 2:
        return
    at, beside = 0, 0
    while at < len(ours) and beside < len(theirs):
        one, other = ours[at], theirs[beside]
        begin = max(one.start + shift, other.start, stretch.begin)
        stop = min(one.end + shift, other.end, stretch.stop)
        if begin < stop and one.look != other.look and one.key is None is other.key:
            yield _NewLook(begin, stop, one.nodes[0].find(clark("w:rPr")))
        if one.end + shift <= other.end:
            at += 1
        else:
            beside += 1
