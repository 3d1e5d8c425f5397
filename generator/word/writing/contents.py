"""The contents list: Word's own field, with its entries already in it.

    <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>
        <w:docPartUnique/></w:docPartObj></w:sdtPr>
      <w:sdtContent>
        <w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>...Contents</w:p>
        <w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>  field begins: TOC \\o "1-1" \\h \\z \\u
          <w:hyperlink w:anchor="_sec_purpose">1.0 (tab) Purpose (tab)
            PAGEREF _sec_purpose \\h, 2</w:hyperlink></w:p>
        <w:p>...the last entry, then the field ends</w:p>
      </w:sdtContent></w:sdt>

Page numbers are known only to what lays out the pages: they come from a first rendering. Where
there is none the entries are links without page numbers, and the field is marked as stale, so that
Word puts the numbers in when the file is opened:

        <w:fldChar w:fldCharType="begin" w:dirty="true"/>
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.digests import short_digest
from generator.model.document import Document, Section
from generator.model.frozen import dataclass
from generator.word.package.runs import runs
from generator.word.styles.numbering import NUMBER_INDENT
from generator.word.styles.style_sheet import StyleSheet
from generator.word.writing.fields import FIELD_END, field_start, page_of
from generator.word.writing.paragraphs import add_to_properties, paragraph

_FIELD = 'TOC \\o "1-1" \\h \\z \\u'
_NEAR = '<w:spacing w:before="0" w:after="0"/>'
_CONTROL = int(short_digest("contents"), 16) % 0x7FFFFFFE + 1  # an id: positive, of 31 bits


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents list: a section's key, its number ('3.0' or '') and its heading."""

    key: str
    number: str
    text: str


def contents_entries(document: Document) -> tuple[Entry, ...]:
    """The entries in order: every section with a heading of level 1, appendices included.

    Page numbers for build_on_shell are asked for by the key.
    """
    return tuple(
        Entry(section.key, section.number if section.numbered else "", _entry_text(section))
        for section in document.sections
        if (section.title or section.label) and section.level == 1 and section.kind != "contents"
    )


def _entry_text(section: Section) -> str:
    """The heading without the colon that leads on to its text."""
    return heading_text(section).rstrip(":")


def heading_text(section: Section) -> str:
    """'Appendix 1: List of questions', or the title alone."""
    if section.label:
        return section.label + (section.joint + section.title if section.title else "")
    return section.title


def contents_list(
    title: str,
    entries: Sequence[Entry],
    bookmarks: Mapping[str, str],
    pages: Mapping[str, int],
    styles: StyleSheet,
) -> str:
    """The control with heading and entries. bookmarks, pages: by section key."""
    lines = [_linked(entry, bookmarks[entry.key], pages.get(entry.key)) for entry in entries]
    if lines:
        # The field spans the paragraphs: it begins in the first and ends in the last.
        stale = any(entry.key not in pages for entry in entries)
        lines[0] = field_start(_FIELD, stale) + lines[0]
        lines[-1] += FIELD_END
    style = styles.paragraph("TOC 1")
    heading = styles.paragraph("TOC Heading")
    made = paragraph(heading, runs(title), keep_next=not styles.keeps_next(heading))
    for entry, line in zip(entries, lines, strict=True):
        made += paragraph(style, line, tabs=(NUMBER_INDENT,) if entry.number else ())
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{_CONTROL}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{made}</w:sdtContent></w:sdt>"
    )


def drawn_together(control: str, styles: StyleSheet) -> str:
    """The control with its entries near one another, for a page that has little room for them.

    <w:p><w:pPr><w:pStyle w:val="TOC1"/>...<w:spacing w:before="0" w:after="40"/></w:pPr>
    """
    start = f'<w:p><w:pPr><w:pStyle w:val="{styles.paragraph("TOC 1")}"/>'
    head, *entries = control.split(start)
    return start.join((head, *(add_to_properties(entry, _NEAR) for entry in entries)))


def _linked(entry: Entry, bookmark: str, page: int | None) -> str:
    number = f"{runs(entry.number)}<w:r><w:tab/></w:r>" if entry.number else ""
    shown = "" if page is None else f"<w:r><w:tab/></w:r>{page_of(bookmark, str(page))}"
    inside = f"{number}{runs(entry.text)}{shown}"
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{inside}</w:hyperlink>'
