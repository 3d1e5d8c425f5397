"""One paragraph: its properties in the order the schema wants, then its content.

    <w:p><w:pPr><w:pStyle w:val="CommitteeParagraph"/><w:keepNext/><w:pageBreakBefore/>
      <w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr><w:bidi/>
      <w:spacing w:before="160"/><w:ind w:left="851"/></w:pPr> ... </w:p>

A page break is a property of the paragraph that begins the page, never a paragraph of its own.
"""

from __future__ import annotations

import re
from html import unescape

from generator.word.package.runs import is_rtl
from generator.word.package.xml_text import escape

PARAGRAPH = ("<w:p>", "<w:p ")  # how the markup of a paragraph begins
_SHOWN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(tab|br|noBreakHyphen)/>")
_MARKS = {"tab": "\t", "br": "\n", "noBreakHyphen": "-"}


def paragraph(
    style: str,
    content: str,
    *,
    keep_next: bool = False,
    loose: bool = False,
    whole: bool = False,
    page_break: bool = False,
    number: tuple[int, int] | None = None,
    tabs: tuple[int, ...] = (),
    space_before: int = 0,
    indent: int | None = None,
) -> str:
    """A paragraph. style: a style's id. number: (num id, level); num id 0 takes the style's away.

    loose: need not stay with what follows, though its style says so. whole: stands on one page.
    tabs: left tab stops, space_before: above it instead of the style's, and indent: of all its
    lines, in twips.
    """
    made = f'<w:p><w:pPr><w:pStyle w:val="{escape(style)}"/>'
    if keep_next:
        made += "<w:keepNext/>"
    elif loose:
        made += '<w:keepNext w:val="0"/>'
    if whole:
        made += "<w:keepLines/>"
    if page_break:
        made += "<w:pageBreakBefore/>"
    if number is not None:
        num, level = number
        made += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    if tabs:
        stops = "".join(f'<w:tab w:val="left" w:pos="{position}"/>' for position in tabs)
        made += f"<w:tabs>{stops}</w:tabs>"
    if not content.isascii() and is_rtl(text_of_markup(content)):
        made += "<w:bidi/>"
    if space_before:
        made += f'<w:spacing w:before="{space_before}"/>'
    if indent is not None:
        made += f'<w:ind w:left="{indent}" w:firstLine="0"/>'
    return f"{made}</w:pPr>{content}</w:p>"


def text_of_markup(markup: str) -> str:
    """The text a reader sees in written XML."""
    found = [
        _MARKS[match.group(2)] if match.group(2) else match.group(1)
        for match in _SHOWN.finditer(markup)
    ]
    return unescape("".join(found))


def add_to_properties(markup: str, properties: str) -> str:
    """A paragraph with something added at the end of its properties (a w:sectPr)."""
    return markup.replace("</w:pPr>", f"{properties}</w:pPr>", 1)


def break_page_before(markup: str) -> str:
    """A paragraph that begins a new page."""
    style, separator, rest = markup.partition("/>")
    keep = "<w:keepNext/>"
    if rest.startswith(keep):
        return f"{style}{separator}{keep}<w:pageBreakBefore/>{rest[len(keep) :]}"
    return f"{style}{separator}<w:pageBreakBefore/>{rest}"


def begin_with(markup: str, content: str) -> str:
    """A paragraph with something put before its content."""
    return markup.replace("</w:pPr>", f"</w:pPr>{content}", 1)
