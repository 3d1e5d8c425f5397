"""What only the old document holds, copied into the new one as deleted.

    <w:p><w:pPr><w:pStyle w:val="BodyText"/><w:rPr><w:del .../></w:rPr></w:pPr>
      <w:del ...><w:r><w:delText>gone </w:delText></w:r></w:del>
      <w:hyperlink r:id="rId40"><w:del ...><w:r>...</w:r></w:del></w:hyperlink></w:p>

Comments, content controls and section breaks of the old document are left behind. A picture or an
embedded object that cannot be brought is a word in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from generator.word.external.clean import remove
from generator.word.package.elements import Element, clark, parse, w
from generator.word.package.namespaces import W
from generator.word.package.zip_package import PackageError
from generator.word.redline.block_texts import Block, ParagraphBlock, RowBlock, TableBlock
from generator.word.redline.brought_files import BroughtFiles
from generator.word.redline.brought_styles import BroughtStyles
from generator.word.redline.content_keys import note_of
from generator.word.redline.inline_text import InlineText
from generator.word.redline.note_pairs import NoteIds
from generator.word.redline.tracked_writing import Tag, Tracker, bare_copy

LEFT_OUT = "[left out]"
_NEWER = "{http://schemas.microsoft.com/office/"
_RSID = f"{{{W}}}rsid"
_UNKNOWN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_BOOKMARKS = (clark("w:bookmarkStart"), clark("w:bookmarkEnd"))
_LEFT_BEHIND = ("w:sectPr", "w:pPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange")


class DeletedCopies:
    """Copies for one story of the new document, out of the same story of the old."""

    def __init__(
        self,
        tracker: Tracker,
        styles: BroughtStyles,
        files: BroughtFiles,
        notes: NoteIds,
        stories: tuple[str, str],
        taken_names: set[str],
        tag: Tag = "del",
    ) -> None:
        """stories: the names of the old part and the new. taken_names: bookmarks, small letters.

        tag: what a stretch is marked as; `update` brings what is new, out of the new document.
        """
        self._tag = tag
        self._tracker, self._styles, self._files, self._notes = tracker, styles, files, notes
        self._old_part, self._new_part = stories
        self._taken = taken_names

    def block(self, block: Block) -> Element:
        """A paragraph or a table as deleted."""
        if isinstance(block, TableBlock):
            return self._table(block)
        return self.paragraph(block)

    def paragraph(self, block: ParagraphBlock, end: bool = True) -> Element:
        """A paragraph as deleted. end: its end, too."""
        made = w("p")
        properties = self.properties(block.element.find(clark("w:pPr")))
        if properties is not None:
            made.append(properties)
        made.extend(self.stretch(block.text, 0, len(block.text.text)))
        if end:
            self._tracker.end(made, "del")
        return made

    def blocks(self, blocks: Sequence[Block]) -> list[Element]:
        """All blocks of a cell or note as deleted; its own end is none that could go."""
        made = [self.block(each) for each in blocks[:-1]]
        for last in blocks[-1:]:
            if isinstance(last, TableBlock):
                made += [self._table(last), w("p")]
            else:
                made.append(self.paragraph(last, end=False))
        return made or [w("p")]

    def _table(self, block: TableBlock) -> Element:
        made = w("tbl")
        for tag in ("w:tblPr", "w:tblGrid"):
            kept = self.properties(block.element.find(clark(tag)))
            if kept is not None:
                made.append(kept)
        made.extend(self.row(row) for row in block.rows)
        return made

    def row(self, block: RowBlock) -> Element:
        """A row of a table as deleted."""
        made = w("tr")
        for tag in ("w:tblPrEx", "w:trPr"):
            kept = self.properties(block.element.find(clark(tag)))
            if kept is not None:
                made.append(kept)
        for cell in block.cells:
            copied = w("tc")
            kept = self.properties(cell.element.find(clark("w:tcPr")))
            if kept is not None:
                copied.append(kept)
            copied.extend(self.blocks(cell.blocks))
            made.append(copied)
        self._tracker.row(made, "del")
        return made

    def properties(self, old: Element | None) -> Element | None:
        """A copy of some w:pPr, w:rPr, w:tblPr ... as it is in the new document."""
        if old is None:
            return None
        made = deepcopy(old)
        for tag in _LEFT_BEHIND:
            for node in list(made.iter(clark(tag))):
                remove(node)
        _without_newer(made)
        self._styles.fit(made)
        return made

    def stretch(self, text: InlineText, start: int, end: int, bare: bool = False) -> list[Element]:
        """Characters start:end of an old paragraph as changes, to be put into the new one.

        The text must be cut there. bare: without links, to stand in one of the new document.
        """
        made: list[Element] = []
        for link, nodes in self._groups(text, start, end):
            deleted = self._tracker.wrapped(self._tag, [self._copied(node) for node in nodes])
            if link is None or bare:
                made.append(deleted)
                continue
            outer = self._copied_link(link)
            outer.append(deleted)
            made.append(outer)
        return made

    def _groups(
        self, text: InlineText, start: int, end: int
    ) -> Iterator[tuple[Element | None, list[Element]]]:
        """The nodes to copy, in order, those of one link together."""
        nodes = [
            node
            for piece in text.pieces
            if start <= piece.start and piece.end <= end
            for node in piece.nodes
        ]
        group: list[Element] = []
        link: Element | None = None
        for node in self._with_bookmarks(text.paragraph, nodes, end - start == len(text.text)):
            holder = next(node.iterancestors(clark("w:hyperlink")), None)
            if group and holder is not link:
                yield link, group
                group = []
            link = holder
            group.append(node)
        if group:
            yield link, group

    def _with_bookmarks(
        self, paragraph: Element, nodes: list[Element], whole: bool
    ) -> Iterator[Element]:
        """The nodes, and the bookmarks that lie between them and that the new one has not."""
        marks = list(paragraph.iter(*_BOOKMARKS))
        if not marks or not nodes:
            yield from nodes
            return
        order = [node for node in paragraph.iter() if node in {*nodes, *marks}]
        if not whole:
            order = order[self._first(order, nodes[0]) : self._last(order, nodes[-1]) + 1]
        ids = [node.get(clark("w:id"), "") for node in order if node.tag == _BOOKMARKS[1]]
        kept: dict[str, str] = {}
        for node in order:
            if node.tag not in _BOOKMARKS:
                yield node
                continue
            key, name = node.get(clark("w:id"), ""), node.get(clark("w:name"), "").casefold()
            if node.tag == _BOOKMARKS[0] and key in ids and name not in self._taken:
                self._taken.add(name)
                kept[key] = str(self._tracker.next_id())
            if key in kept:
                made = bare_copy(node)
                made.set(clark("w:id"), kept[key])
                yield made

    def _first(self, order: Sequence[Element], node: Element) -> int:
        """Where a stretch begins: a figure that is put in is put in with its bookmark."""
        at = order.index(node)
        while self._tag == "ins" and at and order[at - 1].tag == _BOOKMARKS[0]:
            at -= 1
        return at

    def _last(self, order: Sequence[Element], node: Element) -> int:
        """Where a stretch ends."""
        at = order.index(node)
        while self._tag == "ins" and at + 1 < len(order) and order[at + 1].tag == _BOOKMARKS[1]:
            at += 1
        return at

    def _copied(self, node: Element) -> Element:
        """A run as it is in the new document, or a word in brackets where it cannot be."""
        if next(node.iter(_UNKNOWN), None) is None:
            made = deepcopy(node)
        else:
            # What it requires is named by prefixes, which only a text of its own declares again.
            made = parse(etree.tostring(node))
        for gone in [*made.iter(clark("w:commentReference"), clark("w:lastRenderedPageBreak"))]:
            remove(gone)
        _without_newer(made)
        self._styles.fit(made)
        note = note_of(made)
        if note is not None:
            made.find(clark(f"w:{note[0]}")).set(  # type: ignore[union-attr]
                clark("w:id"), self._notes.bring(note)
            )
        for number in made.iter(clark("wp:docPr")):
            number.set("id", str(self._tracker.next_id()))
        try:
            self._files.fit(made, self._old_part, self._new_part)
        except PackageError:
            text = w("t")
            text.text = LEFT_OUT
            return w("r", text)
        return made

    def _copied_link(self, link: Element) -> Element:
        made = bare_copy(link)
        _without_newer(made)
        try:
            self._files.fit(made, self._old_part, self._new_part)
        except PackageError:
            made.attrib.clear()
        return made


def _without_newer(copied: Element) -> None:
    """Take out what only tells one saving from another, and what only newer programs know."""
    for node in copied.iter("{*}*"):
        for name in list(node.attrib):
            if str(name).startswith((_RSID, f"{_NEWER}word/")):
                del node.attrib[name]
        if node.tag == clark("w:rPr"):
            for child in [each for each in node if str(each.tag).startswith(f"{_NEWER}word/")]:
                node.remove(child)
