"""Headers, footers and pages of a copy, brought up to a new draft.

What the report says of itself there, the day, the committee, the marking, and what the template
says, is replaced word by word as tracked changes; pages that lie otherwise are laid so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.merge.margins.line_edits import line_edits
from generator.merge.margins.page_changes import lying
from generator.model.surroundings import PageLines, PageSection
from generator.model.wording.quotation_marks import straight
from generator.update.remarks import Remarks
from generator.update.sides import Side
from generator.word.margins.read_properties import PRINTED, set_property
from generator.word.margins.read_sections import read_sections
from generator.word.package.elements import Element
from generator.word.package.parts import DOCUMENT
from generator.word.updating.base_swap import KeptPages
from generator.word.updating.page_sections import LaidSection, PageSections
from generator.word.updating.page_words import replace_in_pages
from generator.word.updating.written_copy import WrittenCopy

_TELLING = 4  # characters: 'All', of the wards, may be any word
_KIND = "header or footer"
_BOTH = "The source has changed what headers and footers say here. They now say: '{new}'"
_LIES = "The source's pages lie otherwise from here on ({new}); this copy's stay as they are."
_OTHERS = "The source's pages lie otherwise; this copy has other sections, and they stay."


class PageUpdates:
    """Updates what stands round the text. standing: block of the copy -> of the new draft."""

    def __init__(self, mine: Side, theirs: Side, written: WrittenCopy, remarks: Remarks) -> None:
        self._mine, self._theirs, self._remarks = mine, theirs, remarks
        self._parts, self._tracker = written.copy.document.parts, written.tracker
        self._kept: set[str] = set()

    def update(self, standing: Mapping[Element, Element]) -> KeptPages:
        """Bring what changed; gives what the copy's base has to say of its pages."""
        self._properties()
        brought = self._values()
        drafted = tuple(_renamed(one, brought) for one in self._mine.base.sections)
        drafted = self._template_words(drafted)
        return KeptPages(frozenset(self._kept), tuple(self._lay(drafted, standing)))

    # ------------------------------------------------------------ words
    def _properties(self) -> None:
        """Bring what changed into the document's properties, which nobody can track."""
        before, today = self._mine.base.pages, self._theirs.base.pages
        for name, page in PRINTED.items():
            old, new = before.get(page, ""), today.get(page, "")
            changed = old and new and straight(old) != straight(new)
            if changed and set_property(self._parts, name, old, new):
                self._remarks.changed("document property", "", old, new)

    def _values(self) -> dict[str, str]:
        """Bring what changed of the report's own fields: old -> new.

        Drafts of older versions of the program do not tell what stood there.
        """
        before, today = self._mine.base.pages, self._theirs.base.pages
        changes = {name: before[name] for name in today if before.get(name, "") != today[name]}
        names = [name for name in changes if name in before and len(before[name]) >= _TELLING]
        done: dict[str, str] = {}
        for name in sorted(names, key=lambda one: -len(before[one])):
            old, new = before[name], today[name]
            if old in done:
                continue
            if replace_in_pages(self._parts, self._tracker, old, new):
                self._remarks.changed(_KIND, "", old, new)
                done[old] = new
            elif self._clashes(old, new):
                self._kept.add(name)
                self._conflict(old, new)
        return done

    def _clashes(self, old: str, new: str) -> bool:
        """Whether the draft had words in a header that the officer has changed to others."""
        drafted = (line for one in self._mine.base.sections for line in _lines(one))
        body = self._parts.xml(DOCUMENT)
        now = [line for one in read_sections(self._parts, body) for line in _lines(one)]
        return any(old in line for line in drafted) and not any(new in line for line in now)

    def _template_words(self, drafted: tuple[PageSection, ...]) -> tuple[PageSection, ...]:
        """Bring what else headers and footers say; gives the lines that the copy has now."""
        changed = line_edits(drafted, self._theirs.base.sections, {}, loose=False)
        for one in changed:
            parts = list(zip(one.old.split("\t"), one.new.split("\t"), strict=False))
            whole = one.old.count("\t") == one.new.count("\t")
            for old, new in parts if whole else ():
                if old == new:
                    continue
                if (
                    old
                    and "[" not in old + new
                    and replace_in_pages(self._parts, self._tracker, old, new)
                ):
                    self._remarks.changed(_KIND, "", old, new)
                    drafted = tuple(_renamed(each, {old: new}) for each in drafted)
                else:
                    self._conflict(one.old, one.new)
            if not whole:
                self._conflict(one.old, one.new)
        return drafted

    def _conflict(self, old: str, new: str) -> None:
        self._remarks.conflict(_KIND, None, 0, old, new, _BOTH.format(new=straight(new)))

    # ------------------------------------------------------------ pages
    def _lay(
        self, drafted: tuple[PageSection, ...], standing: Mapping[Element, Element]
    ) -> Iterable[PageSection]:
        copy, draft = (side.opened.document.body for side in (self._mine, self._theirs))
        laid = PageSections(copy, draft, standing).bring(drafted, self._tracker)
        if not laid and not _alike(drafted, self._theirs.base.sections):
            self._remarks.conflict("page size", None, 0, "", "", _OTHERS)
        for was, one in zip(drafted, laid, strict=False):
            yield from self._told(was, one)
        yield from drafted if not laid else ()

    def _told(self, was: PageSection, one: LaidSection) -> Iterable[PageSection]:
        """Tell of a section; gives what it is in the copy."""
        if one.was is None:
            return [_as(was, one.parts[0])]
        old, new = lying(one.was), "; ".join(map(lying, one.parts))
        if one.left is None:
            self._remarks.changed("page size", "", old, new)
            first, *others = one.parts
            return [_as(was, first), *(_as(_later(was), each) for each in others)]
        reads = self._mine.opened.reads
        read = next((reads[each] for each in one.left.iter() if each in reads), 0)
        self._remarks.conflict("page size", None, read, old, new, _LIES.format(new=new))
        return [was]


def _lines(section: PageSection) -> list[str]:
    return [line for one in section.lines for line in one.lines]


def _renamed(section: PageSection, brought: Mapping[str, str]) -> PageSection:
    """A section with other words in its lines."""

    def said(line: str) -> str:
        for old, new in brought.items():
            line = line.replace(old, new)
        return line

    lines = tuple(replace(one, lines=tuple(map(said, one.lines))) for one in section.lines)
    return replace(section, lines=lines)


def _as(section: PageSection, laid: PageSection) -> PageSection:
    return replace(section, size=laid.size, edges=laid.edges, columns=laid.columns)


def _later(section: PageSection) -> PageSection:
    """The second stretch of a section that was divided: none of its pages is the first."""
    lines: tuple[PageLines, ...] = tuple(one for one in section.lines if one.page != "first")
    return replace(section, numbers="", lines=lines)


def _alike(drafted: Iterable[PageSection], today: Iterable[PageSection]) -> bool:
    """Whether the source's pages lie as they did, or nobody can tell."""
    ways = [[(one.size, one.edges, one.columns) for one in each] for each in (drafted, today)]
    return not ways[0] or ways[0] == ways[1]
