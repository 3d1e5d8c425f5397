"""A Word file as the checks before release see it: its texts with their looks, tables, drawings.

Texts are those of paragraphs in reading order: the body from top to bottom, tables row by row, then
footnotes and endnotes, headers and footers. Text that tracked changes took away is not among them.
Everything that refers to a text does so by its index in `Paper.texts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from generator.model.draft_base import DraftBase
from generator.model.frozen import dataclass
from generator.model.issues import Where, quotable
from generator.model.release.paper_media import PaperPicture, PaperWorkbook

Story = Literal["body", "box", "footnote", "endnote", "header", "footer"]
PaperKind = Literal["paragraph", "heading", "item", "caption", "contents"]
DrawingKind = Literal["picture", "chart", "diagram", "shape", "box", "object"]
EDITORS = "people"
"""The property under which a paper has the names of those who edited the file."""


@dataclass(frozen=True, slots=True)
class PaperLook:
    """How characters look, after styles and defaults.

    size: in points, 0.0 where nothing says it. colour, fill: six hexadecimal digits in capitals,
    '' for automatic; fill is what the text stands on: shading of run, paragraph or cell, or
    highlight. language: 'en-GB'. animated: it blinks or sparkles.
    """

    font: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    capitals: bool = False
    hidden: bool = False
    colour: str = ""
    fill: str = ""
    language: str = ""
    animated: bool = False


@dataclass(frozen=True, slots=True)
class PaperRun:
    """A stretch of text with one look.

    link: the address of its hyperlink, '#name' for one inside the file. field: the instruction of
    the field that it is the result of ('REF _sec_purpose \\h'). note: the id of the note whose
    mark stands here, of an endnote with an 'e' before it; text is then ''. value: the hidden
    bookmark of the figure that it prints. tracked: inserted with tracked changes.
    """

    text: str
    look: PaperLook = PaperLook()
    link: str = ""
    field: str = ""
    note: str = ""
    value: str = ""
    tracked: bool = False


@dataclass(frozen=True, slots=True)
class PaperText:
    """A paragraph.

    number: what its list prints before it ('3.2', 'a)', '•'), '' for none. level: of a heading (1
    to 9), or how deep an item stands (0 the outermost). style: the name of its style in small
    letters. table, row, column: where it is in a table (`Paper.tables`), -1 elsewhere. heading: the
    words of the heading that it stands under; paragraph: the number of the numbered paragraph that
    it is or stands in or under. alignment: as Word writes it ('both' is justified), '' for none.
    note: the id of the note that it is in. part: the name of its part. framed: in a frame of its
    own, which the text flows round. turns: a page, column or section ends in it. text: its words,
    without list number and note marks.
    """

    kind: PaperKind
    runs: tuple[PaperRun, ...] = ()
    number: str = ""
    level: int = 0
    style: str = ""
    story: Story = "body"
    table: int = -1
    row: int = -1
    column: int = -1
    heading: str = ""
    paragraph: str = ""
    alignment: str = ""
    note: str = ""
    part: str = ""
    bookmarks: tuple[str, ...] = ()
    drawings: int = 0
    framed: bool = False
    turns: bool = False
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Join the words once: every check asks for those of every text."""
        object.__setattr__(self, "text", "".join([run.text for run in self.runs]))


@dataclass(frozen=True, slots=True)
class PaperCell:
    """A cell. column: of the table's grid; span: columns; below: merged with the one above it.

    texts: of its paragraphs, those of tables in it not among them. fill: the colour that it is
    shaded with itself, '' for none.
    """

    column: int
    span: int = 1
    below: bool = False
    texts: tuple[int, ...] = ()
    fill: str = ""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A row. header: repeated at the top of each page. whole: it is not split between pages."""

    cells: tuple[PaperCell, ...]
    header: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table. after: the index of the text before which it stands. within: the table that it is
    nested in, -1 for none. title, description: its alternative text. columns: of its grid.
    floating: the text flows round it.
    """

    rows: tuple[PaperRow, ...]
    after: int = 0
    within: int = -1
    columns: int = 0
    style: str = ""
    title: str = ""
    description: str = ""
    story: Story = "body"
    floating: bool = False


@dataclass(frozen=True, slots=True)
class PaperSeries:
    """A series of a chart as its part has it. colours: of its fill, and of its points that differ.

    categories and values are what is cached; '' and None where a point has none. line: the colour
    of its line or border. labelled: its values, or its name, stand beside it.
    """

    name: str
    categories: tuple[str, ...] = ()
    values: tuple[float | None, ...] = ()
    colours: tuple[str, ...] = ()
    line: str = ""
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class PaperChart:
    """A chart. kinds: local names of its plots ('barChart'). workbook: the part embedded in it.

    book: what that workbook holds, None where it cannot be read. touching: whether its columns,
    parts or areas lie against one another. texts: all that its part says, axes, labels and what is
    kept of cells too.
    """

    part: str
    title: str = ""
    kinds: tuple[str, ...] = ()
    series: tuple[PaperSeries, ...] = ()
    workbook: str = ""
    book: PaperWorkbook | None = None
    touching: bool = False
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperDrawing:
    """Something drawn. text: the index of the paragraph that it is anchored in. alternative: its
    alternative text. decorative: marked so. inline: in line with the text. link: the address of
    what is fetched from elsewhere to show it. size: width and height in millimetres. watermark:
    it lies behind every page. picture: what the file of a picture says besides. words: drawn as
    WordArt of older programs. source: the name of the file that a picture was, as Word keeps it.
    """

    kind: DrawingKind
    text: int
    name: str = ""
    title: str = ""
    alternative: str = ""
    decorative: bool = False
    inline: bool = True
    link: str = ""
    chart: PaperChart | None = None
    size: tuple[float, float] = (0.0, 0.0)
    watermark: bool = False
    picture: PaperPicture | None = None
    words: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PaperRevision:
    """A tracked change: who, when, what (the local name of its element), and in which text."""

    kind: str
    author: str
    date: str
    text: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class PaperComment:
    """A comment: who, when, what, and the text that it begins in (-1 for none)."""

    author: str
    date: str
    words: str
    text: int = -1


@dataclass(frozen=True, slots=True)
class PaperPages:
    """The pages of one kind in a section: 'default', 'first' or 'even'. section: from 1. landscape:
    they lie on their side. parts: of their header and footer.
    """

    section: int
    kind: str
    landscape: bool = False
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A Word file. file: as it is shown to people. draft: it carries a base or marks of drafts.

    properties: of docProps/core.xml, app.xml and custom.xml by local name ('title', 'creator',
    'lastModifiedBy', 'Company', 'Template', ...). language: of the document's defaults. protected:
    what the settings protect it as ('readOnly', ...), '' for nothing. parts: name -> content type.
    page: width and height of a page of the first section and its left and right margins, in
    millimetres. controls: tags of content controls. columns: the most that a section has. fields:
    first words of all fields ('TOC', 'PAGE'). breaks: between pages, as far as they are known.
    variables: names of values that the file keeps for macros. sources: addresses of data that it
    merges, and of the template it was made with. custom: part of custom XML -> its first words.
    pages: the kinds of pages that it has.
    """

    file: str
    texts: tuple[PaperText, ...]
    tables: tuple[PaperTable, ...] = ()
    drawings: tuple[PaperDrawing, ...] = ()
    comments: tuple[PaperComment, ...] = ()
    revisions: tuple[PaperRevision, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    protected: str = ""
    background: str = ""
    page: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    base: DraftBase | None = None
    draft: bool = False
    controls: tuple[str, ...] = ()
    columns: int = 1
    fields: frozenset[str] = frozenset()
    breaks: int = 0
    variables: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    custom: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[PaperPages, ...] = ()

    def where(self, index: int = -1, words: str | None = None) -> Where:
        """The place of a text for an issue; of the file as a whole for an index outside the texts.

        words: what to quote of it instead of the whole text, cut at 80 characters.
        """
        if not 0 <= index < len(self.texts):
            return Where(self.file, words=quotable(words or ""))
        text = self.texts[index]
        quoted = quotable(text.text if words is None else words)
        return Where(self.file, heading=text.heading, paragraph=text.paragraph, words=quoted)
