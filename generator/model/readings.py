"""What is read of a Word file that came back: its texts, tracked changes and comments.

Texts are those of paragraphs, in reading order: the body from top to bottom, tables row by row,
then the footnotes in the order of their references. `ReadText.spans` is a paragraph's content as it
would be printed; where an edit was tracked there are two readings, with all changes accepted and
with all rejected.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from generator.model.frozen import dataclass
from generator.model.surroundings import Aside, Surroundings

ReadKind = Literal["paragraph", "heading", "item", "cell", "caption", "footnote", "contents"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a read text that has one look.

    link: the address of a hyperlink, '#name' for one inside the document. value: the hidden
    bookmark ('_val_...') of the computed figure that it is part of. reference: the bookmark that a
    REF or PAGEREF field points at; text is then what it shows. page: that is a page's number.
    counted: shown by a SEQ field, a caption's number. note: the id of the footnote whose mark
    stands here, of an endnote with an 'e' before it; text is then ''.
    """

    text: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    link: str = ""
    value: str = ""
    reference: str = ""
    counted: bool = False
    page: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A hidden bookmark where it stands in one text: from character `start` to `end` of it.

    A bookmark that spans several paragraphs is told of each; begins and ends say where it does. Of
    a paragraph that is gone from a reading, those that stood in it alone are gone, too; where only
    its words are gone, start is end.
    """

    name: str
    start: int
    end: int
    begins: bool = True
    ends: bool = True


@dataclass(frozen=True, slots=True)
class ReadText:
    """A paragraph as read.

    style: the name of its style in small letters. level: of a heading (1 to 9), or how deep an
    item stands (0 the outermost). marker: of an item (also of one in a cell), 'bullet' or as
    ListBlock.marker. table, row, column: where it is in a table, counted from 0, -1 elsewhere;
    the column is that of the table's grid; merged: the cell goes on from the one above. A
    heading or caption in a cell keeps its kind. note: the id of the footnote that it is in, as
    Span.note. author, date: who inserted it as a whole with tracked changes, and when ('' for
    nobody); in the rejected reading, who deleted it so. moved: the name of the tracked move
    that brought it here, or, in the rejected reading, took it away.
    """

    kind: ReadKind
    spans: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()
    style: str = ""
    level: int = 0
    marker: str = ""
    table: int = -1
    row: int = -1
    column: int = -1
    note: str = ""
    author: str = ""
    date: str = ""
    moved: str = ""
    merged: bool = False

    @property
    def text(self) -> str:
        """The words as printed, without footnote marks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change. kind: what was done. text: the words that it concerns.

    where: the index in the accepted texts of the paragraph that it stands in or comes before.
    """

    kind: Literal["insertion", "deletion", "move", "formatting", "paragraph", "row", "other"]
    author: str
    date: str
    text: str
    where: int


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a comment."""

    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadComment:
    """A comment. words: what it is about, as accepted.

    where: the index of the accepted text that it begins in, -1 where it stands in none.

    It is known by author, date and text: programs number comments anew. date: ISO, as written.
    """

    author: str
    date: str
    text: str
    words: str
    where: int
    resolved: bool = False
    replies: tuple[Reply, ...] = ()
    initials: str = ""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A Word file as read. accepted, rejected: its texts with all tracked changes so.

    charts: alternative texts and titles of its charts and pictures, in order: (name, title, text).
    notices: what a person should know of the file: that it is protected, was saved by LibreOffice.
    asides: what stands beside the words of its body, in order.
    numbers: what Word may count for what references lead to, by bookmark ('' for no number).
    around: what stands round its text, where that was read.
    """

    accepted: tuple[ReadText, ...]
    rejected: tuple[ReadText, ...]
    revisions: tuple[Revision, ...] = ()
    comments: tuple[ReadComment, ...] = ()
    charts: tuple[tuple[str, str, str], ...] = ()
    notices: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()
    numbers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    around: Surroundings = Surroundings()
