"""The body of the report: every section of the document as Word XML, in order.

Blocks stand one after the other, as strings; tables that would touch are kept apart (apart.py).
The last paragraph written is still at hand when the layout of the page changes, because the
properties of a stretch of pages stand in its last paragraph (page_layout.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.config.files import ReadFile
from generator.model.digests import digest
from generator.model.document import Document, External, Grid, Paragraph, Section, Text, Value
from generator.word.package.bookmarks import Bookmarks
from generator.word.package.elements import Element, clark, to_bytes
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.runs import runs
from generator.word.paging.kept_pieces import HeightStore, KeptPieces
from generator.word.paging.page_room import PageRoom
from generator.word.paging.spaced_blocks import parted_after, spaced
from generator.word.paging.written_sections import WrittenSection, flows, page_runs
from generator.word.styles.flow import settle_flow
from generator.word.styles.fonts import Fonts
from generator.word.styles.numbering import NUMBER_INDENT
from generator.word.styles.style_sheet import StyleSheet
from generator.word.template.front_marks import front_cells
from generator.word.writing.apart import kept_apart, let_go
from generator.word.writing.base_text import BaseText
from generator.word.writing.blocks import Blocks
from generator.word.writing.contents import drawn_together
from generator.word.writing.page_layout import PageLayout, StretchLayout
from generator.word.writing.paragraphs import PARAGRAPH, begin_with, break_page_before, paragraph
from generator.word.writing.placed_charts import ChartStore
from generator.word.writing.targets import sections_led_to

_GROWS, _GROWS_LANDSCAPE = 40.0, 120.0  # points by which plots are higher than usual at most


class Body:
    """Writes a document's sections in the styles of the template."""

    def __init__(
        self,
        document: Document,
        parts: Parts,
        page: Element,
        store: ChartStore,
        pages: Mapping[str, int],
        read: ReadFile,
        heights: HeightStore,
    ) -> None:
        """page: the w:sectPr of the template that the body stands under. pages: by section key.
        heights: where those of blocks are kept.
        """
        starts = list(page.getroottree().getroot().iter(clark("w:bookmarkStart")))
        names = {node.get(clark("w:name"), "") for node in starts}
        first_id = 1 + max((int(node.get(clark("w:id"), "0")) for node in starts), default=0)
        self._document, self._parts, self._read = document, parts, read
        self._heights = heights
        self._rooms: dict[StretchLayout, PageRoom] = {}
        self._kept: dict[StretchLayout, KeptPieces] = {}
        self._styles = StyleSheet(parts)
        settle_flow(self._styles, Fonts(parts))
        self._bookmarks = Bookmarks(names, first_id)
        self._layout = PageLayout(parts, self._styles, page)
        self.base = BaseText()
        self._blocks = Blocks(
            document,
            parts,
            self._layout,
            self._styles,
            self._bookmarks,
            store,
            pages,
            read,
            _write_grid,
            self.base,
        )
        self._finished: list[WrittenSection] = []
        self._needed = sections_led_to(document)
        self._tell_front_matter(names)

    def write(self, placeholder: Element, final: Element) -> str:
        """The whole body, in place of the placeholder. final: the w:sectPr that it stands under.

        Numbering and the text of the sections go into their parts; what a draft tells of itself is
        in `base`.
        """
        for section in self._document.sections:
            if section.title or section.label or section.blocks:
                self._write_section(section)
        before, follows = placeholder.getprevious(), placeholder.getnext()
        self._keep_contents_whole(placeholder)
        self._close_ends(placeholder, ended=follows is final)
        if follows is final:
            self._layout.finish(final)
        elif self._layout.current != StretchLayout():
            self._blocks.switch(StretchLayout())
        self._blocks.numbering.complete()
        if not self._document.public:
            self.base.add_values(self._blocks.inlines.values)
        blocks = (block for written in self._finished for block in written.blocks)
        after_table = before is not None and before.tag == clark("w:tbl")
        before_text = follows is not None and follows.tag == clark("w:p")
        return "".join(kept_apart(blocks, after_table, before_text))

    def _keep_contents_whole(self, placeholder: Element) -> None:
        """Draw the contents list together where it would run over its page, or begin another."""
        kinds = [written.section.kind for written in self._finished]
        if "contents" not in kinds or self._layout.current.landscape:
            return
        at = kinds.index("contents")
        out = self._finished[at].blocks
        if len(out) != 1 or self._finished[at].begins:
            return
        room = self._page_room(StretchLayout())
        above = self._above(placeholder)
        written = "".join(block for one in self._finished[:at] for block in one.blocks)
        above += room.of_markup(written)
        if not room.splits(above, room.of_markup(out[0])):
            return
        nearer = drawn_together(out[0], self._styles)
        if not room.splits(above, room.of_markup(nearer)):
            out[0] = nearer
            return
        start = out[0].index(PARAGRAPH[0])
        out[0] = out[0][:start] + break_page_before(out[0][start:])
        self._finished[at] = replace(self._finished[at], begins=True)
        if above < room.page:
            self._open_cover(placeholder, self._finished[:at], above)

    def _open_cover(
        self, placeholder: Element, sections: Sequence[WrittenSection], used: float
    ) -> None:
        """Space a first page that has nothing below it but white.

        sections: on that page. used: how far it is filled, in points.
        """
        from generator.word.paging.open_cover import open_cover

        front = list(placeholder.itersiblings(preceding=True))
        blocks = [block for written in sections for block in written.blocks]
        page = self._layout.text_height(StretchLayout(), first=True)
        opened = iter(open_cover(front, blocks, self._page_room(StretchLayout()), page, used))
        for written in sections:
            written.blocks[:] = [next(opened) for _ in written.blocks]

    def _close_ends(self, placeholder: Element, ended: bool) -> None:
        """Draw ends of the text that would leave their page white onto the page before.

        ended: nothing of the template stands below the text.
        """
        from generator.word.paging.short_ends import close_ends

        runs = list(page_runs(self._finished))
        for run in runs if ended else runs[:-1]:
            if not flows(run):
                continue
            layout = StretchLayout(run[0].landscape)
            room = self._page_room(layout)
            begins = run is not runs[0] or run[0].begins
            above = 0.0 if begins else self._above(placeholder)
            blocks = [block for written in run for block in written.blocks]
            changed = iter(close_ends(blocks, self._told(layout), room, above))
            for written in run:
                written.blocks[:] = [next(changed) for _ in written.blocks]

    def _write_section(self, section: Section) -> None:
        landscape = section.landscape or self._begins_turned(section)
        turned = landscape != self._layout.current.landscape
        if turned and self._finished:
            self._blocks.switch(StretchLayout(landscape))
        elif turned:
            self._layout.begin(StretchLayout(landscape))
        counted = section.under or any(
            isinstance(block, Paragraph) and block.numbered for block in section.blocks
        )
        new_page = section.page_break and not turned
        indent = self._number_indent() if counted else 0
        out = self._blocks.begin(section, indent, fills=turned or new_page)
        headed = bool(section.title or section.label)
        if headed:
            out.append(self._section_heading(section, new_page))
        self._blocks.write(section.blocks)
        begins = turned or new_page
        filled = self._finish_rows(out, begins)
        if not headed and out:
            if new_page and out[0].startswith(PARAGRAPH):
                out[0] = break_page_before(out[0])
            if self._found_by(section):
                bookmark = self._bookmarks.name("_sec_", section.key)
                out[0] = _marked(out[0], self._bookmarks.around(bookmark, ""))
        self._finished.append(WrittenSection(section, out, landscape, begins, filled))

    def _begins_turned(self, section: Section) -> bool:
        """Whether a section begins with a document whose first pages lie on their side, or with a
        sheet that only pages on their side have room for: some words above it lie there, too.
        """
        others = (block for block in section.blocks if not isinstance(block, Paragraph))
        first = next(others, None)
        if not isinstance(first, External):
            return False
        from generator.word.external.place import begins_turned

        return begins_turned(first, self._read) or self._blocks.is_wide(first)

    def _finish_rows(self, out: list[str], begins: bool) -> bool:
        """Draw charts, in a section that begins a page as high as its pages have room for.

        begins: the section begins a page. What ends a stretch of pages leaves heights unknown.
        Gives whether it was so.
        """
        rows = {at: row.usual for at, row in self._blocks.rows.items()}
        growth: Mapping[int, float] = {}
        layout = self._layout.current
        fills = bool(rows) and begins and not any("<w:sectPr" in one for one in out)
        if fills:
            from generator.word.paging.filled_pages import fill_pages

            most = _GROWS_LANDSCAPE if layout.landscape else _GROWS
            room = self._page_room(layout)
            pages = fill_pages(out, rows, self._blocks.leading, room, most)
            growth = pages.growth
            for at in pages.loose:
                out[at] = let_go(out[at])
            for at, row in pages.parted.items():
                out[at] = parted_after(out[at], row)
            for at, white in pages.nearer.items():
                out[at] = spaced(out[at], white)
        self._blocks.finish_rows(growth)
        return fills

    def _page_room(self, layout: StretchLayout) -> PageRoom:
        if layout not in self._rooms:
            width, height = self._layout.text_width(layout), self._layout.text_height(layout)
            lists, fonts = self._blocks.numbering.indents, Fonts(self._parts)
            notes = self._blocks.inlines.footnotes.root
            self._rooms[layout] = PageRoom(self._styles, fonts, width, height, lists, notes)
        return self._rooms[layout]

    def _above(self, placeholder: Element) -> float:
        """The height of what the template has above the text, in points."""
        return self._told(StretchLayout()).height(placeholder.itersiblings(preceding=True))

    def _told(self, layout: StretchLayout) -> KeptPieces:
        """Gives the pieces of blocks on pages of a layout, once all are written."""
        if layout not in self._kept:
            name = self._parts.related_part(DOCUMENT, "theme")
            theme = to_bytes(self._parts.xml(name)) if name else b""
            width = str(self._layout.text_width(layout)).encode()
            looks = digest(to_bytes(self._styles.root), theme, width)
            room, lists = self._page_room(layout), self._blocks.numbering.indents
            self._kept[layout] = KeptPieces(self._heights, room, looks, lists)
        return self._kept[layout]

    def _found_by(self, section: Section) -> bool:
        """Whether the section needs its bookmark: in a copy for publication only for a field."""
        return not self._document.public or section.key in self._needed

    def _title(self, section: Section) -> str:
        words = (Text(section.title),)
        shape = f"heading {_level(section)}"
        return self._blocks.marks.around(
            "heading", runs(section.title), words, section.origin, section.key, shape=shape
        )

    def _tell_front_matter(self, there: set[str]) -> None:
        """Tell the base what the template prints. there: the names of its bookmarks."""
        for cells in front_cells(self._document).values():
            for cell in (cell for line in (*cells.lines, *cells.stacked) for cell in line):
                if cell.mark in there or not (cell.mark or cells.stacked):
                    words = cell.words
                    self.base.add("front-matter", cell.mark, words.text, words.origin, cell.row)
                    values = [piece for piece in words.pieces if isinstance(piece, Value)]
                    self.base.add_values(
                        (name, value.key, value.text)
                        for name, value in zip(cell.values, values, strict=True)
                    )

    def _number_indent(self) -> int:
        style = self._styles.element("Committee Paragraph Continued")
        indent = style.find(f"{clark('w:pPr')}/{clark('w:ind')}")
        if indent is None:
            return NUMBER_INDENT
        return int(indent.get(clark("w:left")) or indent.get(clark("w:start")) or NUMBER_INDENT)

    def _section_heading(self, section: Section, new_page: bool) -> str:
        if section.label:
            word, _, number = section.label.rpartition(" ")
            content = self._blocks.captions.label(word, number, section.key)
            content += (runs(section.joint) + self._title(section)) if section.title else ""
        else:
            content = self._title(section)
        if self._found_by(section):
            content = self._bookmarks.around(self._bookmarks.name("_sec_", section.key), content)
        level = _level(section)
        # Heading 1 is numbered by its style: a heading without a number says so itself.
        bare = level == 1 and bool(self._document.numbering.heading) and not section.numbered
        place = (0, 0) if bare else None
        if level > 1 and section.numbered and self._blocks.numbering.paragraph_num:
            numbering = self._blocks.numbering
            place = (numbering.paragraph_num, numbering.paragraph_level)
        return paragraph(
            self._styles.paragraph(f"Heading {level}"),
            content,
            page_break=new_page,
            number=place,
            indent=0 if bare else None,
        )


def _level(section: Section) -> int:
    return min(max(section.level, 1), 4)


def _write_grid(blocks: Blocks, grid: Grid, leads: bool) -> None:
    from generator.word.writing.grid import write_grid  # most reports have none

    write_grid(blocks, grid, leads)


def _marked(markup: str, bookmark: str) -> str:
    """A block with a bookmark at its start: inside a paragraph, before anything else."""
    return begin_with(markup, bookmark) if markup.startswith(PARAGRAPH) else bookmark + markup
