"""Edits of a .docx, each written as Word writes it: `edits.replace(data, "June", "July")`.

Each takes the bytes of a file and gives those of the edited one. Words say where: the first
paragraph that holds them, contents lists apart. tracked=False edits without tracked changes.
"""

from __future__ import annotations

from tests.edits.paragraphs import (
    add_paragraph,
    add_row,
    delete_paragraph,
    delete_row,
    delete_table,
    join,
    move_paragraph,
    split,
)
from tests.edits.pieces import FINANCE, LEGAL, Officer
from tests.edits.remarks import comment, reply, resolve
from tests.edits.words import (
    delete_words,
    edit_footnote,
    insert_words,
    make_bold,
    overtype,
    replace,
)

__all__ = [
    "FINANCE",
    "LEGAL",
    "Officer",
    "add_paragraph",
    "add_row",
    "comment",
    "delete_paragraph",
    "delete_row",
    "delete_table",
    "delete_words",
    "edit_footnote",
    "insert_words",
    "join",
    "make_bold",
    "move_paragraph",
    "overtype",
    "replace",
    "reply",
    "resolve",
    "split",
]
