"""The body of the report: every section and block of the document as Word XML, in order.

A section becomes one content control; inside it the blocks stand one after the other, as strings. The
last paragraph written is still at hand when the layout of the page changes, because the properties
of a stretch of pages stand in its last paragraph (page_layout.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model.document import (
    Block,
    Chart,
    Contents,
    Document,
    External,
    Grid,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Section,
    Table,
)
from generator.word.base_text import BaseText
from generator.word.bookmarks import Bookmarks
from generator.word.captions import Captions
from generator.word.contents import contents_entries, contents_list
from generator.word.controls import SECTION_TAG, block_control
from generator.word.elements import Element, clark, to_text
from generator.word.figures import ChartStore, Figures
from generator.word.inlines import Inlines
from generator.word.numbering import LIST_STEP, NUMBER_INDENT, NumberingPart
from generator.word.page_layout import Layout, PageLayout
from generator.word.paragraphs import (
    PARAGRAPH,
    add_to_properties,
    begin_with,
    break_page_before,
    paragraph,
)
from generator.word.parts import Parts
from generator.word.styles import StyleSheet
from generator.word.tables import Tables
from generator.word.targets import find_targets
from generator.word.text import runs

_STYLES = {
    "lead-in": "Committee Lead-in",
    "quote": "Quote",
    "sign-off": "Committee Sign-off",
    "note": "Committee Note",
    "source": "Committee Note",
    "guidance": "Committee Guidance",
    "key-figure": "Committee Key Figure",
}
_AT_MARGIN = ("Committee Note", "Committee Key Figure")
_SIZES = {1: "full", 2: "half", 3: "third"}
_MAX_LEVEL = 8
_SPACE_BETWEEN = 70  # twips by which a chart beside another stands off the middle


class Body:
    """Writes a document's sections in the styles of the template."""

    def __init__(
        self,
        document: Document,
        parts: Parts,
        page: Element,
        store: ChartStore,
        pages: Mapping[str, int],
    ) -> None:
        """page: the w:sectPr of the template that the body stands under. pages: by section key."""
        starts = list(page.getroottree().getroot().iter(clark("w:bookmarkStart")))
        names = {node.get(clark("w:name"), "") for node in starts}
        first_id = 1 + max((int(node.get(clark("w:id"), "0")) for node in starts), default=0)
        self._document, self._parts, self._pages = document, parts, pages
        self._styles = StyleSheet(parts)
        self._bookmarks = Bookmarks(names, first_id)
        self._targets = find_targets(document, self._bookmarks)
        self._numbering = NumberingPart(parts, self._styles)
        self._numbering.link_styles(document.numbering)
        self._inlines = Inlines(parts, self._styles, self._bookmarks, self._targets)
        self._tables = Tables(self._styles, self._inlines)
        self._captions = Captions(self._bookmarks)
        self._figures = Figures(parts, store)
        self._layout = PageLayout(parts, self._styles, page)
        self._base = BaseText()
        self._out: list[str] = []
        self._finished: list[list[str]] = []
        self._heads: list[tuple[str, str]] = []
        self._section = Section("", "", "")
        self._indent = 0
        self._externals = 0

    def write(self, final: Element | None) -> str:
        """The whole body. final: the w:sectPr right after it, or None when other text follows.

        Numbering, values and the text of the sections go into their parts.
        """
        for section in self._document.sections:
            if section.title or section.label or section.blocks:
                self._write_section(section)
        if final is not None:
            self._layout.finish(final)
        elif self._layout.current != Layout():
            self._switch(Layout())
        made = "".join(
            block_control(tag, alias, "".join(blocks))
            for (tag, alias), blocks in zip(self._heads, self._finished, strict=True)
        )
        self._numbering.finish()
        self._base.add_values(self._inlines.values)
        self._base.write(self._parts)
        return made

    # ------------------------------------------------------------ sections
    def _write_section(self, section: Section) -> None:
        counted = any(isinstance(block, Paragraph) and block.numbered for block in section.blocks)
        self._section = section
        self._indent = self._number_indent() if counted else 0
        turned = section.landscape != self._layout.current.landscape
        if turned and self._finished:
            self._switch(Layout(section.landscape))
        elif turned:
            self._layout.begin(Layout(section.landscape))
        self._out = []
        self._finished.append(self._out)
        self._heads.append((SECTION_TAG + section.key, section.title or section.key))
        new_page = section.page_break and not turned
        headed = bool(section.title or section.label)
        if headed:
            self._out.append(self._section_heading(section, new_page))
        self._blocks(section.blocks)
        bookmark = self._bookmarks.name("_sec_", section.key)
        if not headed and self._out:
            if new_page and self._out[0].startswith(PARAGRAPH):
                self._out[0] = break_page_before(self._out[0])
            self._out[0] = _marked(self._out[0], self._bookmarks.around(bookmark, ""))
        self._base.add_section(section.key, bookmark, "".join(self._out))

    def _switch(self, to: Layout) -> None:
        """End the stretch of pages in force with the last paragraph written."""
        ending = to_text(self._layout.switch(to))
        if self._ends_in_text():
            self._out[-1] = add_to_properties(self._out[-1], ending)
        else:
            self._out.append(f"<w:p><w:pPr>{ending}</w:pPr></w:p>")

    def _number_indent(self) -> int:
        style = self._styles.element("Committee Paragraph Continued")
        indent = style.find(f"{clark('w:pPr')}/{clark('w:ind')}")
        if indent is None:
            return NUMBER_INDENT
        return int(indent.get(clark("w:left")) or indent.get(clark("w:start")) or NUMBER_INDENT)

    def _section_heading(self, section: Section, new_page: bool) -> str:
        if section.label:
            word, _, number = section.label.rpartition(" ")
            content = self._captions.label(word, number, section.key)
            content += runs(section.joint + section.title if section.title else "")
        else:
            content = runs(section.title)
        content = self._bookmarks.around(self._bookmarks.name("_sec_", section.key), content)
        level = min(max(section.level, 1), 4)
        # Heading 1 is numbered by its style: a heading without a number says so itself.
        bare = level == 1 and bool(self._document.numbering.heading) and not section.numbered
        return paragraph(
            self._styles.paragraph(f"Heading {level}"),
            content,
            page_break=new_page,
            number=(0, 0) if bare else None,
            indent=0 if bare else None,
        )

    # ------------------------------------------------------------ blocks
    def _blocks(self, blocks: Sequence[Block], indent: int | None = None, level: int = 0) -> None:
        """Write blocks. indent: of the text around, None at the section's own. level: of lists."""
        for index, block in enumerate(blocks):
            match block:
                case Paragraph():
                    following = blocks[index + 1] if index + 1 < len(blocks) else None
                    self._paragraph(block, following, indent)
                case Heading():
                    self._heading(block)
                case ListBlock():
                    self._list(block, level, self._indent if indent is None else indent)
                case Quote():
                    self._quote(block, indent)
                case Table():
                    self._table(block, indent or 0)
                case Chart():
                    self._chart(block, indent or 0)
                case Grid():
                    self._grid(block)
                case Contents():
                    self._contents(block)
                case External():
                    self._external(block)

    def _named(self, name: str, content: str) -> str:
        if not name:
            return content
        return self._bookmarks.around(self._targets[name].bookmark, content)

    def _paragraph(self, block: Paragraph, following: Block | None, indent: int | None) -> None:
        content = self._inlines.write(block.content)
        if not content:
            return
        style, left = self._paragraph_style(block, indent)
        self._out.append(
            paragraph(
                self._styles.paragraph(style),
                self._named(block.name, content),
                keep_next=_leads(block, following),
                indent=left,
            )
        )

    def _paragraph_style(self, block: Paragraph, indent: int | None) -> tuple[str, int | None]:
        if block.numbered and indent is None:
            return "Committee Paragraph", None
        if block.style == "body":
            if indent is None:
                return ("Committee Paragraph Continued" if self._indent else "Body Text"), None
            return "Body Text", indent or None
        style = _STYLES.get(block.style, "Body Text")
        around = self._indent if indent is None else indent
        if style in _AT_MARGIN or not around:
            return style, None
        return style, around + (LIST_STEP if style == "Quote" else 0)

    def _heading(self, block: Heading) -> None:
        content = self._inlines.write(block.content)
        if not content:
            return
        number = None
        if block.numbered and self._numbering.paragraph_num:
            number = (self._numbering.paragraph_num, self._numbering.paragraph_level)
        style = self._styles.paragraph(f"Heading {min(max(block.level, 2), 4)}")
        self._out.append(paragraph(style, self._named(block.name, content), number=number))

    def _list(self, block: ListBlock, level: int, indent: int) -> None:
        level = min(level, _MAX_LEVEL)
        name = "List Bullet" if block.marker == "bullet" else "List Number"
        if self._section.kind == "recommendations" and level == 0:
            name = "Committee Recommendation"
        style = self._styles.paragraph(name)
        base = indent - LIST_STEP * level
        with self._numbering.list(block.marker, block.start, level, base) as number:
            for item in block.items:
                content = self._named(item.name, self._inlines.write(item.content) or runs("-"))
                leads = bool(item.blocks) and isinstance(item.blocks[0], ListBlock)
                self._out.append(
                    paragraph(style, content, number=(number, level), keep_next=leads)
                )
                self._blocks(item.blocks, indent + LIST_STEP, level + 1)

    def _quote(self, block: Quote, indent: int | None) -> None:
        quoted = tuple(
            replace(inner, style="quote", numbered=False)
            if isinstance(inner, Paragraph) and inner.style == "body"
            else inner
            for inner in block.blocks
        )
        self._blocks(quoted, indent)

    def _table(self, block: Table, indent: int) -> None:
        title = f"Table {block.number}: {block.caption}" if block.number else block.caption
        width = self._layout.text_width() - indent
        made = self._tables.write(block, width, title, indent, kept=bool(block.note))
        if block.caption or block.number:
            content = self._captions.caption("Table", block.number, block.name, block.caption)
            style = self._styles.paragraph("Caption")
            self._out.append(paragraph(style, content, keep_next=True))
        elif self._out and self._out[-1].endswith("</w:tbl>"):
            # Word joins tables that touch: a control of its own keeps this one apart.
            made = block_control(f"table:{self._section.key}:{len(self._out)}", "", made, lock=False)
        self._out.append(made)
        self._note(block.note)

    def _note(self, text: str) -> None:
        if text:
            self._out.append(paragraph(self._styles.paragraph("Committee Note"), runs(text)))

    def _chart(self, block: Chart, indent: int) -> None:
        drawing = self._figures.draw(block, self._layout.text_width() - indent)
        style = self._styles.paragraph("Committee Figure")
        self._out.append(paragraph(style, drawing, keep_next=True, indent=indent or None))
        self._chart_caption(block)

    def _chart_caption(self, block: Chart, keep_next: bool = False) -> None:
        text = block.caption or block.title
        content = self._captions.caption("Figure", block.number, block.name, text)
        keep = keep_next or bool(block.note)
        self._out.append(paragraph(self._styles.paragraph("Caption"), content, keep_next=keep))
        self._note(block.note)

    def _contents(self, block: Contents) -> None:
        marks = {
            section.key: self._bookmarks.name("_sec_", section.key)
            for section in self._document.sections
        }
        entries = contents_entries(self._document)
        self._out.append(contents_list(block.title, entries, marks, self._pages, self._styles))

    def _external(self, block: External) -> None:
        from generator.word.external.place import is_sheet, place_document, read_sheet

        if is_sheet(block):
            title, table = read_sheet(block)
            if title:
                self._out.append(paragraph(self._styles.paragraph("Body Text"), runs(title)))
            self._table(table, 0)
            return
        self._externals += 1
        self._numbering.finish()
        made = place_document(
            block, self._parts, self._styles, self._inlines.footnotes, self._externals
        )
        self._numbering.count_on()
        self._out += made

    # ------------------------------------------------------------ dashboards
    def _grid(self, block: Grid) -> None:
        drawn = any(isinstance(inner, Chart) for cell in block.cells for inner in cell)
        columns = max(1, min(block.columns, 3 if drawn else 4))
        for start in range(0, len(block.cells), columns):
            row = block.cells[start : start + columns]
            charts = [_chart_first(cell) for cell in row]
            if all(charts):
                self._chart_row([chart for chart in charts if chart], row, columns)
            elif columns > 1 and self._ends_in_text() and not any(map(_ends_in_table, row)):
                self._column_row(row, columns)
            else:
                for cell in row:
                    self._blocks(cell)

    def _ends_in_text(self) -> bool:
        return bool(self._out) and self._out[-1].startswith(PARAGRAPH)

    def _chart_row(
        self, charts: list[Chart], row: Sequence[Sequence[Block]], columns: int
    ) -> None:
        """Charts side by side in one line, their captions and notes under it in the same order."""
        width = self._layout.text_width()
        drawings = [
            self._figures.draw(replace(chart, size=_SIZES[columns]), width) for chart in charts
        ]
        stops = tuple(width * place // columns + _SPACE_BETWEEN for place in range(1, columns))
        style = self._styles.paragraph("Committee Figure")
        line = "<w:r><w:tab/></w:r>".join(drawings)
        self._out.append(paragraph(style, line, keep_next=True, tabs=stops))
        for index, (chart, cell) in enumerate(zip(charts, row, strict=True)):
            self._chart_caption(chart, keep_next=index < len(charts) - 1)
            self._blocks(cell[1:])

    def _column_row(self, row: Sequence[Sequence[Block]], columns: int) -> None:
        """Cells of text in newspaper columns, each but the first begun by a column break."""
        outside = self._layout.current
        self._switch(replace(outside, columns=columns))
        for index, cell in enumerate(row):
            before = len(self._out)
            self._blocks(cell)
            if index and len(self._out) > before and self._out[before].startswith(PARAGRAPH):
                column = '<w:r><w:br w:type="column"/></w:r>'
                self._out[before] = begin_with(self._out[before], column)
        self._switch(outside)


def _chart_first(cell: Sequence[Block]) -> Chart | None:
    """The chart of a cell that begins with its only chart."""
    charts = [block for block in cell if isinstance(block, Chart)]
    return charts[0] if len(charts) == 1 and cell[0] is charts[0] else None


def _ends_in_table(cell: Sequence[Block]) -> bool:
    """Columns must end in a paragraph: it holds the properties of their stretch."""
    return not cell or (isinstance(cell[-1], Table) and not cell[-1].note)


def _leads(block: Paragraph, following: Block | None) -> bool:
    """Whether a paragraph must stay with what follows: a list, its sign-off, what it announces."""
    if isinstance(following, ListBlock):
        return True
    if isinstance(following, Paragraph):
        return following.style == "sign-off"
    if not isinstance(following, (Table, Chart, Quote)) or not block.content:
        return False
    return str(getattr(block.content[-1], "text", "")).rstrip().endswith(":")


def _marked(markup: str, bookmark: str) -> str:
    """A block with a bookmark at its start: inside a paragraph, before anything else."""
    return begin_with(markup, bookmark) if markup.startswith(PARAGRAPH) else bookmark + markup
