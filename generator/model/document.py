"""The document: inlines, blocks and sections, numbered and cross-referenced, with no Word in it.

Narrative writing makes blocks without numbers; composing returns the same blocks with numbers and
with the text of every reference filled in. Names (`name`) are what references point at and what the
Word file is searched by later; they are unique in a document and match [a-z][a-z0-9_-]*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from generator.model.frozen import dataclass
from generator.model.origin import NOWHERE, HasOrigin, Origin


# ---------------------------------------------------------------- inlines
@dataclass(frozen=True, slots=True)
class Text:
    """A run of text, kept exactly."""

    text: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """Text that an expression computed. `key` says from what: 'sw.leaving.percent@2021'."""

    text: str
    key: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words without a paragraph of their own: a caption, a chart's title, a note, a cell of front
    matter, alternative text. Figures in it are Values, as anywhere.
    """

    pieces: tuple[Text | Value, ...] = ()
    origin: Origin = NOWHERE

    @property
    def text(self) -> str:
        """The words as printed."""
        return "".join(piece.text for piece in self.pieces)

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return any(piece.text for piece in self.pieces)

    def __str__(self) -> str:
        """The words as printed."""
        return self.text


SILENT = Phrase()


def phrase(text: str, origin: Origin = NOWHERE) -> Phrase:
    """Words without a figure in them."""
    return Phrase((Text(text),) if text else (), origin)


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink; its content says where it goes.

    url: of '#name', a place in the document. The narrative gives such links for references in words
    of the author's own; composing keeps those to what has no number, and those with only_words: no
    number is to follow. line: where it stands, or 0.
    """

    url: str
    content: tuple[Inline, ...]
    line: int = 0
    only_words: bool = False


ReferenceKind = Literal[
    "paragraph", "section", "figure", "table", "appendix", "recommendation", "item"
]


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference to a named thing. Composing fills `kind`, `number` ('3.5', '2', 'A').

    It prints as `before` + `text`; `text` is what the live field holds. The narrative leaves
    `before` None where the author wrote no noun: composing then puts 'paragraph ', 'section ' or
    'recommendation ' there, and for figures, tables and appendices the field holds label and number
    together ('Table 2', 'Appendix 1'). Where the author wrote a noun, `before` is that noun with
    its space ('paragraphs '), or '' for the bare number, and the field holds the number only.
    `line`: the line it came from, or 0.
    """

    target: str
    kind: ReferenceKind | None = None
    text: str = ""
    before: str | None = None
    number: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote at this place; one or more paragraphs of inlines, each with its origin."""

    paragraphs: tuple[tuple[Inline, ...], ...]
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class ParagraphBreak:
    """A new paragraph inside a table cell, the one place that holds several.

    marker: of an item of a list, as ListBlock.marker; '' for plain text. level: lists around it.
    first: it begins a list. start: the number that list begins with. origin: of the paragraph.
    """

    marker: str = ""
    level: int = 0
    first: bool = False
    start: int = 1
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class SignOffText:
    """A sign-off where it is printed in a cell: of which unit, and as printed.

    given: False where the text only says that there is none. state: as of a PrintedSignOff.
    """

    text: str
    unit: str
    given: bool = True
    state: str = ""


Inline = Text | Value | Link | Reference | Footnote | LineBreak | ParagraphBreak | SignOffText


# ---------------------------------------------------------------- blocks
@dataclass(frozen=True, slots=True)
class Paragraph(HasOrigin):
    """A paragraph. `numbered` ones are the report's numbered paragraphs; composing gives `number`.

    below: counted below a numbered sub-heading ('3.4.1'), where the scheme counts so. lead: words
    of the format's that run on into the content; no part of what a person wrote. aliases: further
    names that references point at it by.
    style: 'body', 'lead-in', 'quote', 'note', 'source', 'guidance', 'key-figure'.
    """

    content: tuple[Inline, ...]
    name: str = ""
    numbered: bool = False
    number: str = ""
    style: str = "body"
    origin: Origin = NOWHERE
    below: bool = False
    lead: tuple[Text, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading(HasOrigin):
    """A heading inside a section: level 2 to 4 (a section's own heading is level 1).

    aliases: as Paragraph's.
    """

    content: tuple[Inline, ...]
    level: int
    name: str = ""
    numbered: bool = False
    number: str = ""
    origin: Origin = NOWHERE
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListItem(HasOrigin):
    """An item: its text, then blocks inside it (lists, further paragraphs, tables).

    aliases: as Paragraph's.
    """

    content: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()
    name: str = ""
    number: str = ""
    origin: Origin = NOWHERE
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock(HasOrigin):
    """A list. marker: 'bullet', '1.', 'A.', 'a.', 'i.', '(a)', '(i)'. start: first number."""

    items: tuple[ListItem, ...]
    marker: str = "bullet"
    start: int = 1
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Quote(HasOrigin):
    """A quotation set off from the text."""

    blocks: tuple[Block, ...]
    origin: Origin = NOWHERE


Alignment = Literal["left", "right", "centre"]


MOST_COLUMNS = 63
"""Of a table: Word opens none with more."""


@dataclass(frozen=True, slots=True)
class Table(HasOrigin):
    """A table with one header row; every row has as many cells as `header`.

    caption: without 'Table 2'; composing gives `number`. widths:
    relative column widths, or () for automatic. row_headers: the first column heads its rows.
    origins: of the cells, the header's first; () where the program made them all.
    """

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    alignments: tuple[Alignment, ...] = ()
    caption: Phrase = SILENT
    name: str = ""
    number: str = ""
    note: Phrase = SILENT
    description: Phrase = SILENT
    widths: tuple[float, ...] = ()
    row_headers: bool = True
    origin: Origin = NOWHERE
    origins: tuple[tuple[Origin, ...], ...] = ()


ChartKind = Literal["columns", "bars", "stacked", "line"]


@dataclass(frozen=True, slots=True)
class Series:
    """One series: values parallel to the chart's categories, None where there is no figure.

    marks are parallel too: '' or a mark such as '[c]' that stands where a figure is withheld;
    '[low]' beside the 0 of a share that is more than 0. keys: which value each is, as Value.key.
    """

    name: str
    values: tuple[float | None, ...]
    marks: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart(HasOrigin):
    """A native chart. Values are published ones, rounded to `decimals` already.

    kind: 'columns' clustered upright bars, 'bars' horizontal, 'stacked' 100% horizontal, 'line'.
    title: the message. unit: 'per cent', 'index', 'hours', ... description: alternative text. keys:
    the findings shown. number: by composing. size: 'full', 'half' or 'third' of the text width.
    part: 'eight of 39 answers', where it shows a part of a finding's answers or groups. with_table:
    print the same figures as a table beside it: composing puts that Table block after it. waves:
    its series are the waves of the same measures, oldest first. kept: the author asked for the
    kind, so columns stay columns however long their labels are. heads: what its categories are,
    'Answer', over them in a table.
    """

    kind: ChartKind
    title: Phrase
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = "per cent"
    decimals: int = 0
    caption: Phrase = SILENT
    description: Phrase = SILENT
    keys: tuple[str, ...] = ()
    name: str = ""
    number: str = ""
    size: str = "full"
    ordered: bool = False
    part: str = ""
    with_table: bool = False
    waves: bool = False
    kept: bool = False
    heads: str = ""
    note: Phrase = SILENT
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Grid(HasOrigin):
    """Blocks side by side, for dashboards: rows of equal cells, laid out without nested tables."""

    cells: tuple[tuple[Block, ...], ...]
    columns: int = 2
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Contents(HasOrigin):
    """A contents list of section headings and appendices; `title` is its heading."""

    title: str = "Contents"
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class External:
    """A .docx or .xlsx of the user's, placed whole. path: absolute. sheet: of an .xlsx."""

    path: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class PrintedSignOff:
    """The sign-offs of a unit where they are printed: never part of the text that they clear.

    lines: as printed; () in a draft where there are none yet. trailing: at the end of the paragraph
    before it, and not on lines of their own. In a table it is a SignOffText in a cell. state: what
    a draft says of them, '[awaiting Finance]'; no sign-off, and no part of what is digested.
    """

    unit: str
    lines: tuple[str, ...]
    trailing: bool = False
    state: str = ""

    @property
    def shows(self) -> bool:
        """Whether anything is printed."""
        return bool(self.lines or self.state)


Block = (
    Paragraph
    | Heading
    | ListBlock
    | Quote
    | Table
    | Chart
    | Grid
    | Contents
    | External
    | PrintedSignOff
)


# ---------------------------------------------------------------- sections and the whole
@dataclass(frozen=True, slots=True)
class Section(HasOrigin):
    """A stretch of the document under one level-1 heading (or none: title '').

    key: stable id ('purpose', 'financial', 'appendix-1'), the name it is found by in the Word file.
    kind: 'recommendations', 'section', 'implication', 'appendix', 'closing', 'notice', 'heading',
    'contents'. number: as printed, '3.0'; '' where the heading is not numbered. label: for
    appendices, the 'Appendix 1' that stands before the title, with `joint` between them. under:
    its lists begin under the text of numbered paragraphs, though it has no such paragraph.
    """

    key: str
    kind: str
    title: str
    blocks: tuple[Block, ...] = ()
    number: str = ""
    label: str = ""
    level: int = 1
    numbered: bool = False
    page_break: bool = False
    landscape: bool = False
    origin: Origin = NOWHERE
    joint: str = ": "
    under: bool = False


@dataclass(frozen=True, slots=True)
class Numbering:
    """How Word numbers: patterns in Word's own notation, one per level.

    heading: '%1.0', '%1.', '%1' or '' (none). paragraph: '%1.%2', or '%1.' with running=True, when
    paragraphs count through the whole report. numbered_sub_headings: they share the paragraphs'
    counter. sub_paragraph: '%1.%2.%3' counts the paragraphs below such a sub-heading; '' lets them
    go on from it.
    """

    heading: str = "%1.0"
    paragraph: str = "%1.%2"
    running: bool = False
    numbered_sub_headings: bool = False
    upper_headings: bool = False
    sub_paragraph: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatterRow:
    """A row of the front-matter table: label, and lines of one or more cells each.

    stacked: the lines for where those of people side by side have no room; () for no others.
    """

    key: str
    label: str
    lines: tuple[tuple[Phrase, ...], ...]
    stacked: tuple[tuple[Phrase, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The whole report, ready to render. `context` holds plain strings for the report template.

    report: the name of its folder. format: its format's key. public: the copy for publication,
    which carries no marks and no base.
    """

    title: str
    council: str
    committee: str
    meeting_date: str
    marking: str
    language: str
    author: str
    subject: str
    created: str
    front_matter: tuple[FrontMatterRow, ...]
    sections: tuple[Section, ...]
    numbering: Numbering
    report: str = ""
    format: str = ""
    public: bool = False
    context: Mapping[str, str] = field(default_factory=dict)
