"""What an officer changed round the text of a copy: merged into report.yaml, or told.

A line of a header that the report's own fields made changes these; what the template or the format
prints is refused with its maker. Fields that Word counts are no edits.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.merge.layout.not_words import REASONS, more_asides
from generator.merge.margins.beside_edits import REASONS as REASONS_BESIDE
from generator.merge.margins.beside_edits import beside_edits
from generator.merge.margins.line_edits import LineEdit, drafted_sections, line_edits
from generator.merge.margins.page_changes import page_changes
from generator.merge.margins.printed_fields import FieldEdit, field_edits
from generator.merge.margins.report_fields import FieldMerge
from generator.merge.work import Work
from generator.model.readings import ReadDocument
from generator.model.surroundings import Surroundings
from generator.model.wording.quotation_marks import straight
from generator.word.margins.read_properties import PRINTED

FIRST = -1_000_000
"""The number of the first edit round the text among `reads`; those of the others count down."""
_LIES = "the format and its template say how pages lie; ask whoever keeps the format"
_NOT_KEPT = "the report makes the document's properties itself; this one is not kept"
_ADDED = (
    "the report template makes headers and footers; ask whoever keeps the format, or say it in the "
    "text. A marking is written as 'marking' in report.yaml"
)
_DRAWN = ("picture", "shape", "chart", "text box")


def merge_margins(work: Work, today: ReadDocument, given_up: Mapping[int, str]) -> None:
    """Merge what was changed round the text. given_up: edits that a try before could not merge."""
    made = _Margins(work, today.around, given_up)
    made.lines()
    made.properties()
    made.pages()
    made.asides()
    made.beside()


class _Margins:
    """The edits round the text of one copy, each with a number of its own."""

    def __init__(self, work: Work, today: Surroundings, given_up: Mapping[int, str]) -> None:
        self._work, self._today, self._given_up = work, today, given_up
        self._copy = work.copy.around
        self._drafted = drafted_sections(work.draft, work.now)
        self._printed = work.draft.pages or work.now.pages
        self._loose = any("saved by" in one for one in work.copy.notices)
        self._next = FIRST

    def lines(self) -> None:
        authors = dict(self._copy.authors)
        for one in line_edits(self._drafted, self._copy.sections, authors, self._loose):
            if one.old and one.new:
                self._fields(one.story, one.old, one.new, one.author)
            else:
                self._refuse(one)

    def _fields(self, kind: str, old: str, new: str, author: str) -> None:
        for edit in field_edits(straight(old), straight(new), self._printed):
            read = self._number(author)
            FieldMerge(self._work, kind, read, self._given_up.get(read, "")).merge(edit)

    def _refuse(self, one: LineEdit) -> None:
        read = self._number(one.author)
        if one.new:
            self._work.note("refused", one.story, (), one.old, one.new, _ADDED, (read,))
        else:
            FieldMerge(self._work, one.story, read).merge(FieldEdit("", one.old, one.new))

    def properties(self) -> None:
        """The document's title and what else File > Info has; programs that keep none say none."""
        drafted = {name: self._printed.get(page, "") for name, page in PRINTED.items()}
        for name, text in self._copy.properties:
            old, new = (" ".join(straight(one).split()) for one in (drafted.get(name, ""), text))
            if old == new:
                continue
            if old:
                self._fields("document property", old, new, "")
            else:
                said = f"{name}: {new}"
                self._work.note("refused", "document property", (), old, said, _NOT_KEPT)

    def pages(self) -> None:
        for kind, old, new in page_changes(self._drafted, self._copy.sections):
            self._work.note("refused", kind, (), old, new, _LIES)

    def asides(self) -> None:
        """Pictures, shapes and looks of headers and footers that came or went."""
        ours, theirs = self._copy.asides, self._today.asides
        for aside in more_asides(ours, theirs):
            new = f"{aside.kind}: {aside.detail}" if aside.detail else aside.kind
            why = REASONS.get(aside.kind, _ADDED)
            self._work.note("refused", aside.kind, (), aside.words, new, why)
        drawn = [[one for one in each if one.kind in _DRAWN] for each in (theirs, ours)]
        if len(drawn[0]) > len(drawn[1]):
            for aside in more_asides(*(tuple(each) for each in drawn)):
                old = f"{aside.kind}: {aside.detail}" if aside.detail else aside.kind
                self._work.note("refused", aside.kind, (), old, "", _ADDED)

    def beside(self) -> None:
        """Figures of charts, descriptions and settings; older drafts do not tell of theirs."""
        drafted = self._work.draft.beside or self._today.beside
        for kind, old, new in beside_edits(drafted, self._copy.beside, self._loose):
            self._work.note("refused", kind, (), old, new, REASONS_BESIDE[kind])

    def _number(self, author: str) -> int:
        read, self._next = self._next, self._next - 1
        self._work.tell_author(read, author)
        return read
