"""Words of a text replaced by words of a new draft, in runs that somebody else has changed.

    <w:ins w:author="Finance"><w:r>About 45% plan</w:r></w:ins>          45% becomes 46%:
    <w:ins w:author="Finance"><w:r>About </w:r>
      <w:del w:author="committee"><w:r>45%</w:r></w:del></w:ins>
    <w:ins w:author="committee"><w:r>46%</w:r></w:ins>
    <w:ins w:author="Finance"><w:r> plan</w:r></w:ins>

A deletion of ours stands inside their insertion, as Word writes it; an insertion of ours does not.
A figure is replaced within its hidden bookmark; other words go outside of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.word.package.elements import Element, clark
from generator.word.redline.deleted_copies import DeletedCopies
from generator.word.redline.inline_text import InlineText
from generator.word.redline.tracked_writing import Tracker
from generator.word.updating.figure_marks import START, FigureMark, figure_marks, of_figure
from generator.word.updating.placed_text import PlacedSpan, PlacedText

_LINK = clark("w:hyperlink")


class PlacedEdit(NamedTuple):
    """What stands at `old` in one file becomes what stands at `new` in the other."""

    old: PlacedSpan
    new: PlacedSpan


class TextEdits:
    """Writes edits into texts of one story."""

    def __init__(self, tracker: Tracker, copies: DeletedCopies, taken: set[str]) -> None:
        """taken: names of bookmarks that the file has, in small letters."""
        self._tracker, self._copies, self._taken = tracker, copies, taken

    def write(self, old: PlacedText, new: PlacedText, edits: Sequence[PlacedEdit]) -> None:
        """Write all edits of one text, in order."""
        for which, text in enumerate(old.inlines):
            text.cut({at for e in edits if e.old.which == which for at in e.old[1:]})
        for which, text in enumerate(new.inlines):
            text.cut({at for e in edits if e.new.which == which for at in e.new[1:]})
        for edit in edits:
            self._write(old.inlines[edit.old.which], new.inlines[edit.new.which], edit)

    def _write(self, old: InlineText, new: InlineText, edit: PlacedEdit) -> None:
        nodes = old.nodes_of(edit.old.start, edit.old.end)
        marks = list(figure_marks(old.paragraph))
        brought = _figures_round(new, new.nodes_of(edit.new.start, edit.new.end))
        within = _stays_within(marks, nodes, brought)
        for one in [] if within else _all_gone(marks, nodes):
            if one.name in brought:
                self._taken.discard(one.name)
                one.remove()
                marks.remove(one)
        place, behind = _place(old, nodes, edit.old.start)
        self._tracker.delete(nodes)
        if edit.new.end > edit.new.start:
            self._insert(new, edit.new, old.paragraph, place, behind, [] if within else marks)

    def _insert(
        self,
        new: InlineText,
        span: PlacedSpan,
        paragraph: Element,
        place: Element | None,
        behind: bool,
        marks: Sequence[FigureMark],
    ) -> None:
        """Put words of the new draft beside a run. marks: of figures that they stay outside of."""
        if place is None:
            paragraph.extend(self._copies.stretch(new, span.start, span.end))
            return
        place, inside = self._opened(place, behind, marks)
        made = self._copies.stretch(new, span.start, span.end, bare=inside)
        for node in reversed(made) if behind else made:
            if behind:
                place.addnext(node)
            else:
                place.addprevious(node)

    def _opened(
        self, place: Element, behind: bool, marks: Sequence[FigureMark]
    ) -> tuple[Element, bool]:
        """Where something may go in beside a run, and whether that is inside a link."""
        open_ = self._tracker.open_after if behind else self._tracker.open_before
        place = open_(_past(place, behind, marks))
        place, inside = _out_of_link(_past(place, behind, marks), behind)
        return open_(place), inside


def _place(text: InlineText, nodes: Sequence[Element], at: int) -> tuple[Element | None, bool]:
    """The run beside which something is put in at a character, and whether behind it."""
    if nodes:
        return nodes[-1], True
    before = [piece.nodes[-1] for piece in text.pieces if piece.end <= at]
    if before:
        return before[-1], True
    after = [piece.nodes[0] for piece in text.pieces]
    if after:
        return after[0], False
    marks = [node for node in text.paragraph if node.tag == START]
    return (marks[-1], True) if marks else (None, False)


def _figures_round(text: InlineText, nodes: Sequence[Element]) -> dict[str, bool]:
    """The figures that runs are of -> whether all of the runs are of it."""
    return {
        one.name: all(node in one.runs for node in nodes)
        for one in figure_marks(text.paragraph)
        if any(node in one.runs for node in nodes)
    }


def _stays_within(
    marks: Sequence[FigureMark], nodes: Sequence[Element], brought: dict[str, bool]
) -> bool:
    """Whether one figure, or some words of it, takes the place of the same figure."""
    return any(
        brought.get(one.name, False) and nodes and all(node in one.runs for node in nodes)
        for one in marks
    )


def _all_gone(marks: Sequence[FigureMark], nodes: Sequence[Element]) -> list[FigureMark]:
    """The figures of which nothing is left when these runs go."""
    return [one for one in marks if one.runs and all(node in nodes for node in one.runs)]


def _past(place: Element, behind: bool, marks: Sequence[FigureMark]) -> Element:
    """The place outside of a figure that ends, or begins, just there."""
    beside = place.getnext() if behind else place.getprevious()
    while beside is not None and of_figure(beside, marks):
        place = beside
        beside = place.getnext() if behind else place.getprevious()
    return place


def _out_of_link(place: Element, behind: bool) -> tuple[Element, bool]:
    """The place outside of a link that ends or begins there; whether it is inside of one."""
    parent = place.getparent()
    if parent is None or parent.tag != _LINK:
        return place, False
    edge = place.getnext() if behind else place.getprevious()
    return (parent, False) if edge is None else (place, True)
