"""The blocks of a .docx in the order of the text, with bookmarks that tell where each landed.

LibreOffice writes bookmarks into its PDF as named destinations, with page and height. A copy of the
file with one at the start and one at the end of every paragraph so says where each begins and ends,
without any guess by words. Bookmarks take no room: the copy has the pages of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DOCUMENT = "word/document.xml"
_FIRST_ID = 500_000  # beyond those of any file


@dataclass(frozen=True)
class Section:
    """The text area of pages, in twips: its width, its distances from the top and the bottom."""

    measure: int = 9026
    left: int = 1440
    top: int = 1440
    bottom: int = 1440


@dataclass(frozen=True)
class Block:
    """A paragraph of the body.

    kind: title, heading, caption, note, figure, bullet, contents, cell or text. table, row: numbers
    of the outermost table and of its row from 0, -1 outside tables; rows: how many rows that has,
    of which headers are repeated. widths: of its drawings, in twips. left: its indent, in twips.
    fresh: it begins a page whatever stands before it. kept: it asks to stay with the next one.
    """

    number: int
    kind: str
    style: str
    text: str
    section: Section
    table: int = -1
    row: int = -1
    rows: int = 0
    headers: int = 0
    widths: tuple[int, ...] = ()
    left: int = 0
    fresh: bool = False
    kept: bool = False

    @property
    def start(self) -> str:
        """The name of the bookmark at its start."""
        return f"lookstart{self.number}"

    @property
    def end(self) -> str:
        """The name of the bookmark at its end."""
        return f"lookend{self.number}"


@dataclass(frozen=True)
class Grid:
    """A table of the body: its width and its section's measure in twips, and whether the element
    before it is a table too, which Word then draws as one.
    """

    number: int
    width: int
    measure: int
    touching: bool


@dataclass(frozen=True)
class Body:
    """The blocks and tables of a .docx, and a copy of it that tells where they land."""

    blocks: tuple[Block, ...]
    grids: tuple[Grid, ...]
    marked: bytes


@dataclass(frozen=True)
class _Style:
    based_on: str
    name: str
    properties: etree._Element | None


def read_body(word: bytes) -> Body:
    """The blocks of a .docx in reading order."""
    with ZipFile(BytesIO(word)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts[_DOCUMENT])
    reader = _Reader(_styles(parts.get("word/styles.xml", b"<w/>")), root)
    blocks = tuple(reader.blocks())
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, etree.tostring(root) if name == _DOCUMENT else data)
    return Body(blocks, tuple(reader.grids()), made.getvalue())


def _styles(data: bytes) -> Mapping[str, _Style]:
    found = {}
    for style in etree.fromstring(data).iter(f"{W}style"):
        based, name = style.find(f"{W}basedOn"), style.find(f"{W}name")
        found[style.get(f"{W}styleId", "")] = _Style(
            "" if based is None else based.get(f"{W}val", ""),
            "" if name is None else name.get(f"{W}val", ""),
            style.find(f"{W}pPr"),
        )
    return found


class _Reader:
    """Walks the paragraphs of a document, and marks them on the way."""

    def __init__(self, styles: Mapping[str, _Style], root: etree._Element) -> None:
        self._styles, self._root = styles, root
        self._sections = [_section(one) for one in root.iter(f"{W}sectPr")] or [Section()]
        self._tables = [
            table for table in root.iter(f"{W}tbl") if not any(table.iterancestors(f"{W}tbl"))
        ]
        self._rows = {
            table: [
                row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table
            ]
            for table in self._tables
        }

    def blocks(self) -> Iterator[Block]:
        number, section, broken = 0, 0, False
        for paragraph in self._root.iter(f"{W}p"):
            if any(paragraph.iterancestors(f"{W}txbxContent")):
                continue
            block = self._block(paragraph, number, self._at(section))
            _mark(paragraph, block)
            begins = broken or self._says(paragraph, "pageBreakBefore")
            yield Block(**{**vars(block), "fresh": begins or _breaks(paragraph, first=True)})
            broken = _breaks(paragraph, first=False)
            if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
                section, broken = section + 1, True
            number += 1

    def _at(self, section: int) -> Section:
        return self._sections[min(section, len(self._sections) - 1)]

    def _block(self, paragraph: etree._Element, number: int, section: Section) -> Block:
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        outer = next(reversed([*paragraph.iterancestors(f"{W}tbl")]), None)
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        widths = tuple(int(node.get("cx", "0")) // 635 for node in paragraph.iter(f"{WP}extent"))
        where: dict[str, Any] = {}
        if outer is not None:
            rows = self._rows[outer]
            row = next(one for one in paragraph.iterancestors(f"{W}tr") if one in rows)
            headers = sum(one.find(f"{W}trPr/{W}tblHeader") is not None for one in rows)
            where = {
                "table": self._tables.index(outer),
                "row": rows.index(row),
                "rows": len(rows),
                "headers": headers,
            }
        return Block(
            number,
            self._kind(paragraph, style, bool(widths), outer is not None),
            style,
            text,
            section,
            widths=widths,
            left=self._left(paragraph, style),
            kept=self._says(paragraph, "keepNext"),
            **where,
        )

    def _kind(self, paragraph: etree._Element, style: str, drawn: bool, celled: bool) -> str:
        name = self._styles[style].name.casefold() if style in self._styles else ""
        if name.endswith("caption") or name.startswith("committee caption"):
            return "caption"
        if name == "committee note" and not celled:
            return "note"
        if drawn:
            return "figure"
        if celled:
            return "cell"
        if name.startswith("heading") or name in ("toc heading", "appendix heading"):
            return "heading"
        if name.startswith("toc"):
            return "contents"
        if name in ("title", "subtitle"):
            return "title"
        return "bullet" if name.startswith(("list bullet", "list number")) else "text"

    def _says(self, paragraph: etree._Element, name: str) -> bool:
        """Whether a switch is on: the paragraph's own word, else that of its style."""
        own = paragraph.find(f"{W}pPr/{W}{name}")
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        while own is None and style in self._styles:
            properties = self._styles[style].properties
            own = None if properties is None else properties.find(f"{W}{name}")
            style = self._styles[style].based_on
        return own is not None and own.get(f"{W}val", "1") not in ("0", "false", "off")

    def _left(self, paragraph: etree._Element, style: str) -> int:
        own = paragraph.find(f"{W}pPr/{W}ind")
        while own is None and style in self._styles:
            properties = self._styles[style].properties
            own = None if properties is None else properties.find(f"{W}ind")
            style = self._styles[style].based_on
        return 0 if own is None else int(float(own.get(f"{W}left", own.get(f"{W}start", "0"))))

    def grids(self) -> Iterator[Grid]:
        section = 0
        for node in self._root.iter(f"{W}sectPr", f"{W}tbl"):
            if node.tag == f"{W}sectPr":
                section += 1
            elif node in self._rows:
                before = _before(node)
                yield Grid(
                    self._tables.index(node),
                    sum(
                        int(float(one.get(f"{W}w", "0"))) for one in node.iterfind(f"{W}tblGrid/*")
                    ),
                    self._at(section).measure,
                    before is not None and before.tag == f"{W}tbl",
                )


def _table_of(node: etree._Element) -> etree._Element:
    return next(node.iterancestors(f"{W}tbl"))


def _section(node: etree._Element) -> Section:
    size, margins = node.find(f"{W}pgSz"), node.find(f"{W}pgMar")
    if size is None or margins is None:
        return Section()
    left, right, top, bottom = (
        abs(int(float(margins.get(f"{W}{side}", "1440"))))
        for side in ("left", "right", "top", "bottom")
    )
    return Section(int(float(size.get(f"{W}w", "11906"))) - left - right, left, top, bottom)


def _before(node: etree._Element) -> etree._Element | None:
    """The element that Word lays out before this one, through the walls of controls."""
    while True:
        before = node.getprevious()
        if before is None:
            parent = node.getparent()
            if parent is None or parent.tag not in (f"{W}sdtContent", f"{W}sdt"):
                return None
            node = parent
        elif before.tag == f"{W}sdt":
            inner = before.find(f"{W}sdtContent")
            return None if inner is None or not len(inner) else inner[-1]
        elif before.tag in (f"{W}p", f"{W}tbl"):
            return before
        else:
            node = before


def _value(node: etree._Element | None) -> str:
    return "" if node is None else node.get(f"{W}val", "")


def _breaks(paragraph: etree._Element, *, first: bool) -> bool:
    """Whether a page break stands before its words (first) or after them."""
    spoken = False
    for node in paragraph.iter(f"{W}t", f"{W}drawing", f"{W}br"):
        if node.tag == f"{W}br":
            if node.get(f"{W}type") == "page" and spoken != first:
                return True
        else:
            spoken = True
    return False


def _mark(paragraph: etree._Element, block: Block) -> None:
    """A bookmark before the first run, and one after the last."""
    at = 1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0
    for name, number, place in (
        (block.start, _FIRST_ID + 2 * block.number, at),
        (block.end, _FIRST_ID + 2 * block.number + 1, None),
    ):
        begin = etree.Element(f"{W}bookmarkStart")
        begin.set(f"{W}id", str(number))
        begin.set(f"{W}name", name)
        end = etree.Element(f"{W}bookmarkEnd")
        end.set(f"{W}id", str(number))
        if place is None:
            paragraph.extend([begin, end])
        else:
            paragraph[place:place] = [begin, end]
