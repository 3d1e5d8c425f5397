"""The columns of the tables that parts of a layout print.

| part                       | columns where it names none         | others it may name        |
| -------------------------- | ----------------------------------- | ------------------------- |
| implications, style: table | issue, implications, sign_off       | answer, owner             |
| implications, style: grid  | issue, answer, and implications     | sign_off, owner           |
|                            | where there are texts or 3 headings |                           |
| appendices_list, table     | number, title                       |                           |
| background_papers, table   | text                                | the papers' own keys      |
| subject_history            | meeting, date                       |                           |
| report_author, table       | name, post, email                   | role, telephone, service  |
| contacts                   | role, name, post, email             | telephone, service        |
| sign_off_table             | issue, officer, date                | the sign-offs' own keys   |
| row                        | its label and its value             |                           |
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.format import Part

_PERSON = ("name", "post", "telephone", "email", "service")
_IMPLICATION = ("issue", "answer", "implications", "sign_off", "owner")
KNOWN_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "implications": _IMPLICATION,
    "appendices_list": ("number", "title"),
    "subject_history": ("meeting", "date"),
    "report_author": ("role", *_PERSON),
    "contacts": ("role", *_PERSON),
}
_DEFAULTS: Mapping[str, tuple[str, ...]] = {
    "table": ("issue", "implications", "sign_off"),
    "grid": ("issue", "answer"),
    "appendices_list": ("number", "title"),
    "background_papers": ("text",),
    "subject_history": ("meeting", "date"),
    "report_author": ("name", "post", "email"),
    "contacts": ("role", "name", "post", "email"),
    "sign_off_table": ("issue", "officer", "date"),
    "row": ("label", "value"),
}
_ALWAYS = ("sign_off_table",)
_UNLESS_ASKED = ("subject_history", "contacts", "row")


def may_be_table(part: Part) -> bool:
    """Whether the part prints a table when its form is one."""
    return part.kind in _DEFAULTS


def is_table(part: Part) -> bool:
    """Whether the part prints a table."""
    if part.kind == "implications":
        return part.style in ("table", "grid")
    if part.kind in _ALWAYS or (part.kind in _UNLESS_ASKED and not part.form):
        return True
    return part.form == "table" and part.kind in _DEFAULTS


def table_columns(part: Part, texts: bool = False) -> tuple[str, ...]:
    """What the columns of a part's table hold; () where it prints none.

    texts: whether an implication in it has a text, for which a grid gets a column.
    """
    if not is_table(part):
        return ()
    if part.columns and part.kind != "row":
        return part.columns
    found = _DEFAULTS[part.style if part.kind == "implications" else part.kind]
    grid = part.kind == "implications" and part.style == "grid"
    wide = len(part.headings) > len(found) if part.headings else texts
    return (*found, "implications") if grid and wide else found
