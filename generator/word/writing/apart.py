"""Tables kept apart: a paragraph that is neither seen nor read out stands between two of them.

    </w:tbl>
    <w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>
      <w:rPr><w:vanish/><w:sz w:val="2"/></w:rPr></w:pPr></w:p>
    <w:tbl>

Word and LibreOffice make one table of two that touch, and Word adds a blank line to a text that
ends in a table. A caption or a heading stands between most tables; only rows of a dashboard follow
one another, or tables without a caption. Word neither prints a hidden paragraph mark nor hands it
to a screen reader, so it is no blank line to anybody; LibreOffice before 24 lays it out, a point
high.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_KEEP = "<w:keepNext/>"
BETWEEN = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:vanish/><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)
TABLE_END = "</w:tbl>"
_KIND = re.compile(r"<w:(tbl|p|sdt)\b")


def kept_apart(blocks: Iterable[str], after_table: bool, before_text: bool) -> Iterator[str]:
    """The blocks of a text, one string each, with something between tables that would touch.

    after_table: a table stands before them. before_text: a paragraph stands after them.
    """
    last, before = "tbl" if after_table else "", ""
    for block in blocks:
        found = _KIND.search(block)  # what only marks a place, such as a bookmark, parts nothing
        kind = found[1] if found else last
        if found and kind == last == "tbl":
            yield _between(before)
        last, before = kind, block
        yield block
    if last == "tbl" and not before_text:
        yield BETWEEN


def let_go(table: str) -> str:
    """A table whose last row need not stay with what follows."""
    rows, start, last = table.rpartition("<w:tr>")
    return rows + start + last.replace(_KEEP, "")


def _between(table: str) -> str:
    """What stands below a table: it stays with what follows where the last row does."""
    kept = _KEEP in table.rpartition("<w:tr>")[2]
    return BETWEEN.replace("<w:pPr>", f"<w:pPr>{_KEEP}") if kept else BETWEEN
