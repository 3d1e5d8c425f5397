"""Every kind of block as Word XML: paragraphs, headings, lists, quotations, tables, charts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.config.files import ReadFile
from generator.model.document import (
    Block,
    Chart,
    Contents,
    Document,
    External,
    Footnote,
    Grid,
    Heading,
    LineBreak,
    ListBlock,
    ListItem,
    Paragraph,
    Phrase,
    PrintedSignOff,
    Quote,
    Section,
    Table,
)
from generator.model.walk import plain
from generator.word.charts.text_width import line_count
from generator.word.package.bookmarks import Bookmarks
from generator.word.package.elements import to_text
from generator.word.package.lengths import TWIPS_PER_POINT
from generator.word.package.parts import Parts
from generator.word.package.runs import runs
from generator.word.styles.flow import ABOVE, BELOW, NOTED
from generator.word.styles.fonts import Fonts
from generator.word.styles.numbering import LIST_STEP, NumberingPart
from generator.word.styles.style_sheet import StyleSheet
from generator.word.writing.apart import TABLE_END
from generator.word.writing.base_text import BaseText
from generator.word.writing.captions import Captions
from generator.word.writing.contents import contents_entries, contents_list
from generator.word.writing.inlines import Inlines
from generator.word.writing.marks import Marks
from generator.word.writing.page_layout import PageLayout, StretchLayout
from generator.word.writing.paragraphs import PARAGRAPH, add_to_properties, paragraph
from generator.word.writing.placed_charts import ChartStore, DrawnRow, Figures
from generator.word.writing.tables import Tables
from generator.word.writing.targets import find_targets

_STYLES = {
    "lead-in": "Committee Lead-in",
    "quote": "Quote",
    "note": "Committee Note",
    "source": "Committee Note",
    "guidance": "Committee Guidance",
    "key-figure": "Committee Key Figure",
}
_AT_MARGIN = ("Committee Note", "Committee Key Figure")
_MAX_LEVEL = 8
_SPLIT, _MOST_WHOLE = 4, 12  # lines of an item that stands whole on a page
_UNDER_TABLE = 240  # twips, as under the caption of a figure
_SHORT_LEAD = 250  # characters: three lines before a list
_FEW_LINES = 2  # of a first item that is not left behind by the others
_ROUND_FIGURE = 90.0  # points of a page that a chart leaves to its caption and note
_IN_CELL = 100  # above the caption of a chart in a row of them


class Blocks:
    """Writes blocks into `out`, a list of markup, one string a block.

    section and indent are those of the section being written: indent is how far its text stands in
    from the margin, in twips, because its paragraphs are numbered. rows: its rows of charts, by
    their places in out, until they are finished. leading: the places of key figures that stay with
    what follows.
    """

    def __init__(
        self,
        document: Document,
        parts: Parts,
        layout: PageLayout,
        styles: StyleSheet,
        bookmarks: Bookmarks,
        store: ChartStore,
        pages: Mapping[str, int],
        read: ReadFile,
        write_grid: Callable[[Blocks, Grid, bool], None],
        base: BaseText,
    ) -> None:
        """read: gives appended files. write_grid: writes a grid with these (grid.py)."""
        self._read, self._write_grid = read, write_grid
        self._document, self._parts, self._pages = document, parts, pages
        self._bookmarks = bookmarks
        self._targets = find_targets(document, bookmarks)
        self.styles, self.layout = styles, layout
        self.numbering = NumberingPart(parts, styles)
        self.numbering.link_styles(document.numbering)
        self.marks = Marks(bookmarks, base, document.public)
        self.inlines = Inlines(parts, styles, bookmarks, self._targets, self.marks, document.public)
        self.fonts = Fonts(parts)
        self.tables = Tables(styles, self.fonts, self.inlines, self.numbering)
        self.captions = Captions(bookmarks)
        self.figures = Figures(parts, store)
        self.out: list[str] = []
        self.rows: dict[int, DrawnRow] = {}
        self.leading: list[int] = []
        self.section = Section("", "", "")
        self.indent = 0
        self._externals = 0
        self._fills = False
        self._sheets: dict[External, tuple[str, Table]] = {}

    def begin(self, section: Section, indent: int, fills: bool = False) -> list[str]:
        """Begin a section; give the list that its blocks are written into. fills: it begins a page,
        whose charts are as high as there is room.
        """
        self.section, self.indent, self.out, self.rows = section, indent, [], {}
        self._fills = fills
        self.leading = []
        return self.out

    def finish_rows(self, growth: Mapping[int, float]) -> None:
        """Draw the section's rows of charts. growth: of their plots in points, by place in out."""
        for at, row in self.rows.items():
            runs = self.figures.finish_row(row, growth.get(at, row.usual))
            for low, run in zip(row.runs, runs, strict=True):
                self.out[at] = self.out[at].replace(low, run)

    def ends_in_text(self) -> bool:
        """Whether the last block written is a paragraph."""
        return bool(self.out) and self.out[-1].startswith(PARAGRAPH)

    def switch(self, to: StretchLayout) -> None:
        """End the stretch of pages in force with the last paragraph written."""
        ending = to_text(self.layout.switch(to))
        if self.ends_in_text():
            self.out[-1] = add_to_properties(self.out[-1], ending)
        else:
            self.out.append(f"<w:p><w:pPr>{ending}</w:pPr></w:p>")

    def write(self, blocks: Sequence[Block], indent: int | None = None, level: int = 0) -> None:
        """Write blocks. indent: of the text around, None at the section's own. level: of lists."""
        for index, block in enumerate(blocks):
            match block:
                case Paragraph():
                    self._paragraph(block, blocks[index + 1 : index + 3], indent)
                case Heading():
                    self._heading(block)
                case ListBlock():
                    self._list(block, level, self.indent if indent is None else indent)
                case Quote():
                    self._quote(block, indent)
                case Table():
                    self._table(block, indent or 0)
                case Chart():
                    self._chart(block, indent or 0)
                case Grid():
                    leads = any(isinstance(one, (Grid, Chart)) for one in blocks[index + 1 :][:1])
                    self._write_grid(self, block, leads)
                case Contents():
                    self._contents(block)
                case External():
                    self._external(block)
                case PrintedSignOff():
                    self._sign_off(block, indent)

    def _named(self, block: Paragraph | Heading | ListItem, content: str) -> str:
        for name in (block.name, *block.aliases) if block.name else ():
            content = self._bookmarks.around(self._targets[name].bookmark, content)
        return content

    def _text(self, kind: str, block: Paragraph | Heading | ListItem, shape: str = "") -> str:
        """The runs of a text, marked with its origin and its name. shape: as BaseEntry has it."""
        markup = self.inlines.write(block.content)
        lead = plain(block.lead) if isinstance(block, Paragraph) else ""
        names = " ".join((block.name, *block.aliases))
        said = self.marks.around(kind, markup, block.content, block.origin, names, lead, shape)
        return self._named(block, said)

    def _paragraph(self, block: Paragraph, following: Sequence[Block], indent: int | None) -> None:
        """following: the two blocks after it; sign-offs may trail at its end."""
        if not any(plain((one,)) for one in (*block.lead, *block.content)) and not any(
            isinstance(one, Footnote) for one in block.content
        ):
            return
        shape = "quote" if block.style == "quote" else ""
        content = self.inlines.write(block.lead) + self._text("paragraph", block, shape)
        after = following[0] if following else None
        if isinstance(after, PrintedSignOff) and after.trailing:
            content += self._signed(" " + " ".join(after.lines), after.unit) if after.lines else ""
            content += self._state(after, " ")
            after = following[1] if len(following) > 1 else None
        style, left = self._paragraph_style(block, indent)
        self.out.append(
            paragraph(
                self.styles.paragraph(style),
                content,
                keep_next=_leads(block, after),
                number=self._below_number(block) if indent is None else None,
                space_before=self._space(),
                indent=left,
            )
        )

    def _below_number(self, block: Paragraph) -> tuple[int, int] | None:
        """The level of a paragraph that counts below a numbered sub-heading."""
        if not block.below or not self.numbering.paragraph_num:
            return None
        return self.numbering.paragraph_num, self.numbering.paragraph_level + 1

    def _space(self) -> int:
        """Extra space under a table: it has none of its own, and no blank line stands for it."""
        return _UNDER_TABLE if self.out and self.out[-1].endswith(TABLE_END) else 0

    def _paragraph_style(self, block: Paragraph, indent: int | None) -> tuple[str, int | None]:
        if block.numbered and indent is None:
            return "Committee Paragraph", None
        if block.style == "body":
            if indent is None:
                return ("Committee Paragraph Continued" if self.indent else "Body Text"), None
            return "Body Text", indent or None
        style = _STYLES.get(block.style, "Body Text")
        around = self.indent if indent is None else indent
        if style in _AT_MARGIN or not around:
            return style, None
        return style, around + (LIST_STEP if style == "Quote" else 0)

    def _heading(self, block: Heading) -> None:
        level = min(max(block.level, 2), 4)
        content = self._text("heading", block, f"heading {level}")
        if not content:
            return
        number = None
        if block.numbered and self.numbering.paragraph_num:
            number = (self.numbering.paragraph_num, self.numbering.paragraph_level)
        style = self.styles.paragraph(f"Heading {level}")
        self.out.append(paragraph(style, content, number=number))

    def _list(self, block: ListBlock, level: int, indent: int) -> None:
        level = min(level, _MAX_LEVEL)
        name = "List Bullet" if block.marker == "bullet" else "List Number"
        if self.section.kind == "recommendations" and level == 0:
            name = "Committee Recommendation"
        style = self.styles.paragraph(name)
        base = indent - LIST_STEP * level
        with self.numbering.list(block.marker, block.start, level, base, style=name) as number:
            long = any(self._runs_over(last, style, indent) for last in block.items[-1:])
            for left, item in enumerate(block.items, start=1 - len(block.items)):
                said = self._text("item", item, f"{block.marker} {level}")
                content = said or self._named(item, runs("-"))
                # The last item, if short, never stands alone on a page, nor one without its list,
                # nor the first of several under what announces them.
                short = left == -1 and not long
                first = left == 1 - len(block.items) and left < -1
                short = short or (first and self._lines(item, style, indent) <= _FEW_LINES)
                leads = isinstance(item.blocks[0], ListBlock) if item.blocks else short
                self.out.append(
                    paragraph(
                        style,
                        content,
                        number=(number, level),
                        keep_next=leads,
                        whole=self._runs_over(item, style, indent),
                        space_before=self._space(),
                    )
                )
                self.write(item.blocks, indent + LIST_STEP, level + 1)

    def _runs_over(self, item: ListItem, style: str, indent: int) -> bool:
        """Whether an item of several lines of its own, a question over its answers, may split:
        no program divides fewer than four lines.
        """
        if not any(isinstance(one, LineBreak) for one in item.content):
            return False
        return _SPLIT <= self._lines(item, style, indent) <= _MOST_WHOLE

    def _lines(self, item: ListItem, style: str, indent: int) -> int:
        """About how many lines an item takes without its blocks."""
        room = (self.layout.text_width() - indent - LIST_STEP) / TWIPS_PER_POINT
        size = self.fonts.as_arial(style)
        return sum(line_count(line, room, size) for line in plain(item.content).split("\n"))

    def _quote(self, block: Quote, indent: int | None) -> None:
        quoted = tuple(
            replace(inner, style="quote", numbered=False)
            if isinstance(inner, Paragraph) and inner.style == "body"
            else inner
            for inner in block.blocks
        )
        self.write(quoted, indent)

    def _table(self, block: Table, indent: int) -> None:
        title = f"Table {block.number}: {block.caption}" if block.number else block.caption.text
        width = self.layout.text_width() - indent
        if block.caption or block.number:
            words = self._words("caption", block.caption, block.name)
            content = self.captions.caption("Table", block.number, block.name, words)
            self.out.append(paragraph(self.styles.paragraph(ABOVE), content))
        kept = bool(block.note)
        self.out.append(self.tables.write(block, width, title, indent, kept=kept))
        self.note(block.note, block.name)

    def note(self, words: Phrase, name: str = "") -> None:
        """A note or source under a table or chart."""
        if words:
            content = self._words("note", words, name)
            self.out.append(paragraph(self.styles.paragraph("Committee Note"), content))

    def _words(self, kind: str, words: Phrase, name: str) -> str:
        return self.marks.phrase(kind, self.inlines.write(words.pieces), words, name)

    def _sign_off(self, block: PrintedSignOff, indent: int | None) -> None:
        """Sign-offs on lines of their own; those that trail stand with the paragraph before."""
        if block.trailing:
            return
        around = self.indent if indent is None else indent
        style = self.styles.paragraph("Committee Sign-off")
        lines = [self._signed(line, block.unit) for line in block.lines]
        if block.state and lines:
            lines[-1] += self._state(block, " ")
        elif block.state:
            lines = [self._state(block)]
        for content in lines:
            space = self._space()
            self.out.append(paragraph(style, content, space_before=space, indent=around or None))

    def _signed(self, text: str, unit: str) -> str:
        return self.marks.sign_off(unit, text.strip(), runs(text))

    def _state(self, block: PrintedSignOff, before: str = "") -> str:
        """What a draft says of the sign-offs, after what they print."""
        if not block.state:
            return ""
        return runs(before) + self.marks.sign_off_state(block.unit, runs(block.state))

    def _chart(self, block: Chart, indent: int) -> None:
        width = self.layout.text_width() - indent
        tallest = self.layout.text_height() - _ROUND_FIGURE
        row = self.figures.draw(block, width, tallest, low=self._fills)
        self.rows[len(self.out)] = row
        style = self.styles.paragraph("Committee Figure")
        keep, space = not self.styles.keeps_next(style), self._space()
        self.out.append(
            paragraph(style, row.runs[0], keep_next=keep, space_before=space, indent=indent or None)
        )
        self.out.append(self.figure_caption(block, NOTED if block.note else BELOW))
        self.note(block.note, block.name)

    def figure_caption(self, block: Chart, style: str, loose: bool = False) -> str:
        """A figure's caption, in the style of its place (flow.py). loose: in a cell, where what
        stays with the next paragraph would keep the whole row with what follows, and what stands
        above is another row.
        """
        said = self._words("caption", block.caption or block.title, block.name)
        if block.caption:
            self.marks.title("title", block.title, block.name)
        self.marks.title("description", block.description, block.name)
        content = self.captions.caption("Figure", block.number, block.name, said)
        above = _IN_CELL if loose else 0
        return paragraph(self.styles.paragraph(style), content, loose=loose, space_before=above)

    def _contents(self, block: Contents) -> None:
        marks = {
            section.key: self._bookmarks.name("_sec_", section.key)
            for section in self._document.sections
        }
        entries = contents_entries(self._document)
        self.out.append(contents_list(block.title, entries, marks, self._pages, self.styles))

    def is_wide(self, block: External) -> bool:
        """Whether a sheet of a workbook has too many columns for an upright page.

        Raises InputProblems when it cannot be read.
        """
        from generator.word.external.place import is_sheet, read_sheet

        if not is_sheet(block):
            return False
        self._sheets[block] = read_sheet(block, self._read)
        upright = self.layout.text_width(StretchLayout())
        return not self.tables.fits(self._sheets[block][1], upright)

    def _external(self, block: External) -> None:
        from generator.word.external.place import is_sheet, place_document, read_sheet
        from generator.word.writing.house_tables import HouseTables

        if is_sheet(block):
            title, table = self._sheets.get(block) or read_sheet(block, self._read)
            if title:
                self.out.append(paragraph(self.styles.paragraph("Body Text"), runs(title)))
            self._table(table, 0)
            return
        self._externals += 1
        self.numbering.finish()
        placed = place_document(
            block,
            self._parts,
            self.styles,
            self.inlines.footnotes,
            self._externals,
            lambda landscape: self.layout.text_width(StretchLayout(landscape)),
            self.section.landscape,
            self._read,
            HouseTables(self.styles, self.tables.sizes).dress,
        )
        self.numbering.count_on()
        for stretch in placed:
            if stretch.landscape != self.layout.current.landscape:
                self.switch(StretchLayout(stretch.landscape))
            self.out += stretch.blocks


def _leads(block: Paragraph, following: Block | None) -> bool:
    """Whether a paragraph must stay with what follows: a list, its sign-off, what it announces.

    LibreOffice does not divide a paragraph that stays with the next: a long one that announces
    nothing would leave its page white.
    """
    said = plain(block.content).rstrip()
    if isinstance(following, ListBlock):
        return said.endswith(":") or len(said) <= _SHORT_LEAD
    if isinstance(following, PrintedSignOff):
        return following.shows
    if not isinstance(following, (Table, Chart, Quote)) or not block.content:
        return False
    return said.endswith(":")
