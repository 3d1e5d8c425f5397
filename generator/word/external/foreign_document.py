"""Another document's text, made to fit into this one.

    <w:p><w:pPr><w:pStyle w:val="Heading2"/>          theirs was Heading 1
      <w:numPr><w:ilvl w:val="0"/><w:numId w:val="41"/></w:numPr></w:pPr> ... </w:p>

Every id in it is given out anew: lists, styles, footnotes, relationships, bookmarks, drawings.
"""

from __future__ import annotations

import itertools
from copy import deepcopy

from lxml import etree

from generator.model.document import MOST_COLUMNS
from generator.word.external.clean import (
    clean_text,
    in_schema_order,
    is_empty,
    merge_page_breaks,
    remove,
)
from generator.word.external.foreign_files import ForeignFiles
from generator.word.external.foreign_lists import ForeignLists, level_of
from generator.word.external.foreign_pages import (
    Stretch,
    as_stretches,
    head_tables,
    keep_rows_whole,
    turned_blocks,
)
from generator.word.external.foreign_styles import ForeignStyles
from generator.word.external.mend import mend_story
from generator.word.external.notes import TakesNotes
from generator.word.package.elements import Element, clark, w
from generator.word.package.parts import DOCUMENT, DOCUMENT_TYPE, Parts
from generator.word.package.zip_package import PackageError
from generator.word.styles.style_sheet import StyleSheet, put_in_order

_IDS_FROM = 10_000  # of drawings and bookmarks: the report's own stay far below


class ForeignDocument:
    """A .docx on its way into the report."""

    def __init__(
        self, theirs: Parts, ours: Parts, styles: StyleSheet, notes: TakesNotes, count: int
    ) -> None:
        """count: which of the report's foreign documents this is. Raises PackageError."""
        if DOCUMENT not in theirs or theirs.content_type(DOCUMENT) != DOCUMENT_TYPE:
            raise PackageError("it is not a Word document without macros; save it as .docx")
        self._theirs, self._ours, self._count = theirs, ours, count
        self._files = ForeignFiles(theirs, ours, count)
        self._lists = ForeignLists(theirs, ours)
        self._styles = ForeignStyles(theirs, styles, self._lists)
        self._footnotes = notes
        self._ids = itertools.count(_IDS_FROM * count + 1)
        self._marks: dict[str, str] = {}

    def stretches(self, landscape: bool = False) -> list[Stretch]:
        """The blocks of its body, in order, as stretches of pages that lie the same way.

        landscape: all of them lie on their side, whatever the document says.
        """
        root = self._theirs.xml(DOCUMENT)
        body = root.find(clark("w:body"))
        if body is None:
            strict = str(root.tag).startswith("{http://purl.oclc.org/ooxml/")
            what = (
                "is Strict Open XML; save it as 'Word Document (.docx)'"
                if strict
                else "has no text"
            )
            raise PackageError(f"it {what}")
        _check_width(body)
        if next(body.iter(clark("w:altChunk")), None) is not None:
            raise PackageError("it includes another file; open and save it in Word first")
        clean_text(body)
        turned = turned_blocks(body)
        merge_page_breaks(body)
        for section in list(body.iter(clark("w:sectPr"))):
            remove(section)  # with its headers and footers: the report has its own
        self._fit(body, DOCUMENT, DOCUMENT)
        for name in ("footnote", "endnote"):
            self._take_notes(body, name)
        self._lists.write()
        blocks = [node for node in body if not is_empty(node)]
        for block in blocks:
            body.remove(block)
            _tidy_namespaces(block)
        return as_stretches(blocks, frozenset(blocks) if landscape else turned)

    def _fit(self, story: Element, part: str, target: str) -> None:
        """Styles, lists, relationships, bookmarks and drawings of a story of `part`, in place.

        target: the report's part that it will stand in.
        """
        for paragraph in story.iter(clark("w:p")):
            self._fit_paragraph(paragraph)
        for table in list(story.iter(clark("w:tblStyle"))):
            self._styles.fit(table, "table")
        for run in list(story.iter(clark("w:rStyle"))):
            self._styles.fit(run, "character")
        self._files.fit(story, part, target)
        mend_story(story, self._ids)
        in_schema_order(story)
        head_tables(story)
        keep_rows_whole(story)
        self._rename_bookmarks(story)

    def _fit_paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(clark("w:pPr"))
        if properties is None:
            properties = w("pPr")
            paragraph.insert(0, properties)
        style = properties.find(clark("w:pStyle"))
        style_id = self._styles.default if style is None else style.get(clark("w:val"), "")
        number = properties.find(clark("w:numPr"))
        found = self._styles.number_of(style_id) if number is None else _number(number)
        if number is not None:
            properties.remove(number)
        made = self._lists.place(*found) if found else None
        name, bare = self._styles.paragraph(style_id)
        if style is None:
            style = w("pStyle")
            properties.insert(0, style)
        style.set(clark("w:val"), name)
        if made is not None:
            put_in_order(properties, made)
        elif bare:
            # Their heading has no number, the style of that name in the report has one.
            put_in_order(properties, w("numPr", w("ilvl", val=0), w("numId", val=0)))

    def _rename_bookmarks(self, story: Element) -> None:
        open_: dict[str, Element] = {}
        for mark in list(story.iter(clark("w:bookmarkStart"), clark("w:bookmarkEnd"))):
            number = mark.get(clark("w:id"), "")
            if mark.tag == clark("w:bookmarkStart"):
                open_[number] = mark
                continue
            start = open_.pop(number, None)
            if start is None:
                remove(mark)
                continue
            number = str(next(self._ids))
            name = f"_ext{self._count}_{number}"
            self._marks[start.get(clark("w:name"), "")] = name
            start.set(clark("w:name"), name)
            for each in (start, mark):
                each.set(clark("w:id"), number)
        for start in open_.values():
            remove(start)
        for link in story.iter(clark("w:hyperlink")):
            anchor = link.get(clark("w:anchor"))
            if anchor in self._marks:
                link.set(clark("w:anchor"), self._marks[anchor])
            elif anchor:
                del link.attrib[clark("w:anchor")]

    def _take_notes(self, body: Element, name: str) -> None:
        """Foot- and endnotes become footnotes of the report."""
        part = self._theirs.related_part(DOCUMENT, f"{name}s")
        if part is None:
            return
        notes = {
            note.get(clark("w:id")): note
            for note in self._theirs.xml(part).iterfind(f"{{{_W}}}{name}")
        }
        for reference in list(body.iter(f"{{{_W}}}{name}Reference")):
            note = notes.get(reference.get(clark("w:id")))
            parent = reference.getparent()
            if note is None or parent is None:
                continue
            taken = deepcopy(note)
            clean_text(taken)
            self._fit(taken, part, self._footnotes.open_part())
            number = self._footnotes.take(taken)
            parent.replace(reference, w("footnoteReference", id=number))


_W = clark("w:p")[1:-2]


def _check_width(body: Element) -> None:
    """Raise PackageError for a table that is wider than Word opens."""
    width = max((len(row.findall(clark("w:tc"))) for row in body.iter(clark("w:tr"))), default=0)
    if width > MOST_COLUMNS:
        raise PackageError(
            f"it has a table of {width} columns, and Word opens none of more than {MOST_COLUMNS}; "
            "divide the table"
        )


def _number(properties: Element) -> tuple[str, int] | None:
    num = properties.find(clark("w:numId"))
    return None if num is None else (num.get(clark("w:val"), "0"), level_of(properties))


def _tidy_namespaces(block: Element) -> None:
    """Declare on a block only what it uses, and what its choices between drawings require."""
    required = {
        prefix
        for node in block.iter(etree.Element)
        for prefix in (node.get("Requires") or "").split()
    }
    etree.cleanup_namespaces(block, keep_ns_prefixes=sorted(required))
