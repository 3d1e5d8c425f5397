"""From the block tokens of Markdown to the document's blocks, each with its line in the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from generator.model.document import (
    Block,
    Chart,
    Grid,
    Heading,
    Inline,
    Paragraph,
    Phrase,
    Quote,
    Table,
    Text,
    Value,
)
from generator.model.origin import Origin
from generator.model.walk import plain
from generator.model.wording.names import name_of
from generator.narrative.expressions.spoken import SpokenBlocks
from generator.narrative.markdown.inline_writer import (
    NAME,
    NAME_AFTER,
    Break,
    Piece,
    joined_lines,
)
from generator.narrative.markdown.markdown_lists import write_list
from generator.narrative.markdown.markdown_tables import write_table
from generator.narrative.markdown.origins import lines_of
from generator.narrative.markdown.parser import MAX_NESTING
from generator.narrative.markdown.placed_blocks import with_origin
from generator.narrative.markdown.token_reader import TokenReader
from generator.narrative.narrative_rules import NARRATIVE_NAMES

MAX_HEADING = 4
STYLES = ("note", "source", "lead-in", "guidance", "unnumbered")
CAPTION = "Table:"


class SectionStart(NamedTuple):
    """A first-level heading: title in plain words, the name given to it or ''."""

    title: str
    name: str
    origin: Origin

    @property
    def line(self) -> int:
        """The line it stands on."""
        return self.origin.line


class Caption(NamedTuple):
    """A line 'Table: ...' that belongs to the table beside it."""

    text: Phrase
    name: str
    line: int


Entry = Block | SectionStart | Caption
Names = tuple[str, ...]


class BlockWriter(TokenReader):
    """Writes the tokens of one text."""

    def __init__(self, *read: Any) -> None:
        super().__init__(*read)
        self.nested = 0
        self.names: dict[str, int] = {}

    # ------------------------------------------------------------ walking
    def entries(self, close: str = "") -> list[Entry]:
        """Every block up to the token `close` (or the end), captions put to their tables."""
        found: list[Entry] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.type == close:
                self.at += 1
                break
            writer = _WRITERS.get(token.type)
            if writer is None:
                what = f"{_NAMES.get(token.type, token.type)} cannot be printed"
                self.note(self.line(token), what, "take it out, or write it as a paragraph")
                self.at += 1
            else:
                found += writer(self)
        return self._with_captions(found)

    def inner(self, close: str) -> tuple[Block, ...]:
        """The blocks inside a quotation or list item, where no section may begin."""
        self.nested += 1
        kept: list[Block] = []
        for entry in self.entries(close):
            if isinstance(entry, SectionStart | Heading):
                self.note(entry.line, "a heading stands inside a list or quotation", "move it out")
            elif not isinstance(entry, Caption):
                kept.append(entry)
        self.nested -= 1
        return tuple(kept)

    # ------------------------------------------------------------ paragraphs and headings
    def paragraph(self) -> list[Entry]:
        opening, pieces, stretch = self.content()
        names, style = self.attributes(opening)
        line = self.lines(stretch[0])
        if _is_caption(pieces):
            if not all(isinstance(piece, Text | Value | Break) for piece in pieces):
                self.note(line, "a caption holds something else than text", "take it out")
            said = caption_phrase(joined_lines(pieces), self.origins.next(*stretch))
            return [Caption(said, self.one_of(names, line), line)]
        if not any(isinstance(piece, SpokenBlocks) for piece in pieces):
            written = self._paragraph(joined_lines(pieces), names, style, stretch)
            return [written] if written is not None else []
        return self._with_blocks(pieces, names, style, stretch[0])

    def _paragraph(
        self, content: tuple[Inline, ...], names: Names, style: str, stretch: tuple[int, int]
    ) -> Paragraph | None:
        line = self.lines(stretch[0])
        if not content:
            if names:
                mend = "put it at the end of a paragraph"
                self.note(line, f"{{#{names[0]}}} names nothing", mend, NARRATIVE_NAMES)
            return None
        for one in names:
            self.named(one, line)
        numbered = not self.nested and style == ""
        shown = style if style not in ("", "unnumbered") else "body"
        origin = self.origins.next(*stretch)
        made = Paragraph(content, numbered=numbered, style=shown, origin=origin)
        return replace(made, name=first_of(names), aliases=names[1:])

    def _with_blocks(
        self, pieces: Sequence[Piece], names: Names, style: str, first: int
    ) -> list[Entry]:
        """A paragraph with charts or tables in it: each stands on a line of its own."""
        found: list[Entry] = []
        text: list[Piece] = []
        text_line = first
        rows = _rows(pieces)
        for offset, row in enumerate(rows):
            line = self.lines(first + offset)
            block = next((piece for piece in row if isinstance(piece, SpokenBlocks)), None)
            if block is None:
                text_line = first + offset if not text else text_line
                text += [*row, Break()]
                continue
            own = self._name_of_row(row, block, line)
            if text:
                lines = (text_line, first + offset)
                written = self._paragraph(joined_lines(text[:-1]), (), style, lines)
                found += [written] if written else []
                text = []
            last = offset == len(rows) - 1
            found += self.placed(block, own or (self.one_of(names, line) if last else ""), line)
        if text:
            lines = (text_line, first + len(rows))
            written = self._paragraph(joined_lines(text[:-1]), names, style, lines)
            found += [written] if written else []
        return found

    def _name_of_row(self, row: Sequence[Piece], block: SpokenBlocks, line: int) -> str:
        """The {#name} after a chart on its line; anything else beside it is a problem."""
        others = [
            piece
            for piece in row
            if piece is not block and not (isinstance(piece, Text) and not piece.text.strip())
        ]
        if len(others) == 1 and isinstance(others[0], Text):
            found = NAME_AFTER.match(others[0].text)
            if found is not None:
                return found.group(1) if self.valid_name(found.group(1), line) else ""
        if others:
            what = f"{block.name}() stands in a line with something else"
            self.note(line, what, "put it on a line of its own")
        return ""

    def placed(self, made: SpokenBlocks, name: str, line: int) -> list[Block]:
        """The blocks of a directive with their line, and the name given to it."""
        found: list[Block] = []
        for block in made.blocks:
            block = with_origin(block, self.origins.made(line))
            if isinstance(block, Grid):
                for inner in (inner for cell in block.cells for inner in cell):
                    self.named(getattr(inner, "name", ""), line)
            if isinstance(block, Chart | Table | Paragraph):
                if name and not found:
                    block = replace(block, name=name)
                self.named(block.name, line)
            elif name and not found:
                mend = f"take {{#{name}}} out"
                self.note(line, f"{made.name}() cannot have a name", mend, NARRATIVE_NAMES)
            found.append(block)
        return found

    def heading(self) -> list[Entry]:
        opening, pieces, stretch = self.content()
        names, _ = self.attributes(opening)
        line = self.lines(stretch[0])
        content = joined_lines(pieces)
        if not all(isinstance(piece, Text | Value) for piece in pieces):
            self.note(line, "a heading holds something else than text", "move it into a paragraph")
        level = int(opening.tag[1:])
        if not plain(content, " ").strip():
            self.note(line, "a heading is empty", "write its words after the #")
        if level > MAX_HEADING:
            self.note(line, f"a heading of level {level}", f"use at most {'#' * MAX_HEADING}")
        for one in names:
            self.named(one, line)
        if level == 1:
            title, name = plain(content, " ").strip(), self.one_of(names, line)
            self.origins.begin(name or slug(title))
            return [SectionStart(title, name, self.origins.at(*stretch, "heading"))]
        made = Heading(content, min(level, MAX_HEADING), origin=self.origins.next(*stretch))
        return [replace(made, name=first_of(names), aliases=names[1:])]

    def quotation(self) -> list[Entry]:
        opening = self.tokens[self.at]
        self.at += 1
        origin = self.origins.at(*lines_of(opening), "quotation")
        return [Quote(self.inner("blockquote_close"), origin=origin)]

    # ------------------------------------------------------------ names
    def attributes(self, opening: Any) -> tuple[Names, str]:
        """The names and the style of a block, from its {#name #other .style}."""
        names: Names = ()
        style = ""
        line = self.line(opening)
        for attribute in opening.meta.get("attributes", ()):
            value = attribute[1:]
            if attribute[0] == "#":
                names += (value,) if self.valid_name(value, line) else ()
            elif value in STYLES:
                style = value
            else:
                self.note(line, f"there is no style .{value}", "known: ." + ", .".join(STYLES))
        return names, style

    def one_of(self, names: Names, line: int) -> str:
        """The name of what can have but one: a section, a caption, a chart. '' for none."""
        if len(names) > 1:
            what = f"{{#{' #'.join(names)}}} is more than one name"
            mend = "keep one; paragraphs, sub-headings and items may have several"
            self.note(line, what, mend, NARRATIVE_NAMES)
        return first_of(names)

    def valid_name(self, name: str, line: int) -> bool:
        """Whether a name is well formed; notes it where not."""
        if NAME.match(name):
            return True
        mend = "begin with a small letter and go on with small letters, digits, - and _"
        self.note(line, f"{name!r} cannot be a name", mend, NARRATIVE_NAMES)
        return False

    def named(self, name: str, line: int) -> None:
        """Keep a name; a second one of the same is a problem."""
        if not name or not self.valid_name(name, line):
            return
        if name in self.names:
            what = f"the name {name!r} stands twice, first in line {self.names[name]}"
            self.note(line, what, "give each its own name", NARRATIVE_NAMES)
        self.names.setdefault(name, line)

    # ------------------------------------------------------------ captions
    def _with_captions(self, found: list[Entry]) -> list[Entry]:
        """Put each 'Table: ...' line to the table after it, else to the table before it."""
        kept: list[Entry] = []
        waiting: Caption | None = None
        captioned: set[int] = set()
        for index, entry in enumerate(found):
            if isinstance(entry, Caption):
                follows = index + 1 < len(found) and isinstance(found[index + 1], Table)
                before = kept[-1] if kept else None
                if follows:
                    waiting = entry
                elif isinstance(before, Table) and id(before) not in captioned:
                    kept[-1] = self._captioned(before, entry)
                    captioned.add(id(kept[-1]))
                else:
                    mend = "put it on the line before or after a table, apart by an empty line"
                    self.note(entry.line, "a table's caption without its table", mend)
            elif isinstance(entry, Table) and waiting is not None:
                kept.append(self._captioned(entry, waiting))
                captioned.add(id(kept[-1]))
                waiting = None
            else:
                kept.append(entry)
        return kept

    def _captioned(self, table: Table, caption: Caption) -> Table:
        self.named(caption.name, caption.line)
        return replace(table, caption=caption.text, name=caption.name or table.name)


_WRITERS: Mapping[str, Callable[[BlockWriter], Sequence[Entry]]] = {
    "paragraph_open": BlockWriter.paragraph,
    "heading_open": BlockWriter.heading,
    "blockquote_open": BlockWriter.quotation,
    "bullet_list_open": write_list,
    "ordered_list_open": write_list,
    "table_open": write_table,
}
_NAMES = {"fence": "a block of code (```)", "hr": "a line of ---", "html_block": "HTML"}


def caption_phrase(content: Sequence[Inline], origin: Origin) -> Phrase:
    """What a line 'Table: ...' says after that word."""
    pieces: list[Text | Value] = []
    for piece in content:
        text = str(getattr(piece, "text", " "))
        if not pieces:
            text = text[len(CAPTION) :].lstrip()
        pieces.append(replace(piece, text=text) if isinstance(piece, Value) else Text(text))
    last = pieces[-1]
    pieces[-1] = replace(last, text=last.text.rstrip())
    return Phrase(tuple(piece for piece in pieces if piece.text), origin)


def first_of(names: Names) -> str:
    """The name that a block goes by; '' where it has none."""
    return names[0] if names else ""


def slug(title: str) -> str:
    """A heading as a key: 'Next steps' is 'next-steps'."""
    key = name_of(title)
    return key if key[:1].isalpha() else f"s-{key}".rstrip("-")


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        if isinstance(piece, Break):
            rows.append([])
        else:
            rows[-1].append(piece)
    return rows


def _is_caption(pieces: Sequence[Piece]) -> bool:
    first = pieces[0] if pieces else None
    return isinstance(first, Text) and first.text.startswith(CAPTION + " ") and not first.bold


def deepest(tokens: Sequence[Any]) -> Any | None:
    """The first token that stands as deep as Markdown reads; what is deeper would be lost."""
    return next((token for token in tokens if token.level >= MAX_NESTING - 1), None)
