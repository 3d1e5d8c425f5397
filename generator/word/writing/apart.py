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
    last = "tbl" if after_table else ""
    for block in blocks:
        found = _KIND.search(block)  # what only marks a place, such as a bookmark, parts nothing
        kind = found[1] if found else last
        if found and kind == last == "tbl":
            yield BETWEEN
        last = kind
        yield block
    if last == "tbl" and not before_text:
        yield BETWEEN
