"""The pages of a file, section by section, with what their headers and footers say as accepted.

<w:sectPr><w:headerReference w:type="default" r:id="rId6"/> ... </w:sectPr>
<w:hdr><w:p><w:r><w:t>Scrutiny Panel</w:t><w:tab/><w:t>15 March 2023</w:t></w:r></w:p></w:hdr>

A section whose last paragraph's end is deleted is one with the next, and no section.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby

from generator.model.surroundings import Aside, PageLines, PageSection, Story
from generator.word.lists.read_lists import ReadLists
from generator.word.margins.named_fields import name_fields
from generator.word.margins.page_layouts import layout_of
from generator.word.margins.word_art import write_out
from generator.word.package.elements import Element
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.reading.asides import read_asides
from generator.word.reading.comment_ranges import CommentRanges
from generator.word.reading.file_notices import saved_by
from generator.word.reading.inline_reader import Shared
from generator.word.reading.read_styles import ReadStyles
from generator.word.reading.revision_log import RevisionLog
from generator.word.reading.story_reader import StoryReader
from generator.word.reading.table_walk import TableCounter
from generator.word.reading.text_builder import TextBuilder
from generator.word.reading.view import ACCEPTED
from generator.word.template.page_stories import PageStories, page_stories

_TOLD = ("field", "text box")
"""The kinds of asides that lines tell of by themselves."""


def read_sections(parts: Parts, root: Element) -> tuple[PageSection, ...]:
    """The sections of a file. root: of its text. Raises PackageError for damaged parts."""
    return tuple(ReadSections(parts).of(root))


class ReadSections:
    """Reads headers and footers, each once.

    authors: line -> who tracked changes in it. asides: what stands beside words.
    """

    def __init__(self, parts: Parts, main: str = DOCUMENT) -> None:
        self._parts, self._main = parts, main
        styles = parts.related_part(main, "styles")
        self._foreign = bool(saved_by(parts))
        self._styles = ReadStyles(None if styles is None else parts.xml(styles))
        self._known: dict[str, tuple[str, ...]] = {"": ()}
        self.authors: dict[str, str] = {}
        self.asides: list[Aside] = []

    def of(self, root: Element) -> Iterator[PageSection]:
        """The sections of a text in order."""
        pages = page_stories(self._parts, self._main, root)
        for section, kinds in groupby(pages, lambda page: page.section):
            lines = tuple(line for kind in kinds for line in self._printed(kind))
            if not _joined(section):
                yield layout_of(section, lines)

    def _printed(self, page: PageStories) -> Iterator[PageLines]:
        named: tuple[tuple[Story, str], ...] = (("header", page.header), ("footer", page.footer))
        for story, name in named:
            if name not in self._known:
                self._known[name] = tuple(self._read(self._parts.xml(name)))
            yield PageLines(story, page.kind, self._known[name])

    def _read(self, story: Element) -> Iterator[str]:
        root = deepcopy(story)
        write_out(root)
        for one in read_asides(root, self._foreign):
            # Programs give each section a header of its own, like that of the one before.
            if one.kind not in _TOLD and one not in self.asides:
                self.asides.append(one)
        name_fields(root)
        finished: list[TextBuilder] = []
        log = RevisionLog()
        shared = Shared(ACCEPTED, self._styles, log, CommentRanges(), [], finished.__len__)
        StoryReader(shared, ReadLists(None), TableCounter(), finished).read(root, {})
        said = [_plain(one.finish().text) for one in finished]
        for change in log.revisions(len(said)):
            self.authors.setdefault(said[change.where] if said else "", change.author)
        yield from filter(str.strip, said)


def _plain(text: str) -> str:
    """A text with one space between words, and its tabs."""
    return "\t".join(" ".join(part.split()) for part in text.split("\t"))


def _joined(section: Element) -> bool:
    """Whether a section ends in a paragraph whose end is gone."""
    properties = section.getparent()
    return properties is not None and ACCEPTED.mark_gone(properties)
