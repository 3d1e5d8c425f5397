"""Text in runs: kept exactly, with what XML or Word cannot hold settled deliberately.

    <w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">A &amp; B </w:t><w:tab/></w:r>
    <w:r><w:rPr><w:rtl/></w:rPr><w:t>\u0645\u0631\u062d\u0628\u0627</w:t></w:r>

`&`, `<`, quotation marks and emoji are text like any other. A tab becomes w:tab, a line end w:br.
Arabic and Hebrew stretches become runs marked w:rtl, so that Word takes their fonts and order from
right to left.
"""

from __future__ import annotations

import re

from generator.word.package.xml_text import clean, escape

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_STRETCH = re.compile(f"([{_RTL}](?:[^\\w]*[{_RTL}]+)*)")
_PIECES = re.compile("([\t\n])")


def run_properties(
    bold: bool = False,
    italic: bool = False,
    superscript: bool = False,
    style: str = "",
    rtl: bool = False,
) -> str:
    """w:rPr, or '' when there is nothing to say. style: a character style's id."""
    if not (bold or italic or superscript or style or rtl):
        return ""
    made = f'<w:rStyle w:val="{escape(style)}"/>' if style else ""
    if bold:
        made += "<w:b/><w:bCs/>"
    if italic:
        made += "<w:i/><w:iCs/>"
    if superscript:
        made += '<w:vertAlign w:val="superscript"/>'
    if rtl:
        made += "<w:rtl/>"
    return f"<w:rPr>{made}</w:rPr>"


def runs(
    text: str,
    bold: bool = False,
    italic: bool = False,
    superscript: bool = False,
    style: str = "",
) -> str:
    """The runs of a text: one, or several when it changes its direction; '' for ''."""
    text = clean(text)
    if not text:
        return ""
    if text.isascii() or not _RTL_STRETCH.search(text):
        return f"<w:r>{run_properties(bold, italic, superscript, style)}{pieces(text)}</w:r>"
    made = ""
    for index, stretch in enumerate(_RTL_STRETCH.split(text)):
        if stretch:  # every second part is what the expression caught
            properties = run_properties(bold, italic, superscript, style, index % 2 == 1)
            made += f"<w:r>{properties}{pieces(stretch)}</w:r>"
    return made


def pieces(text: str) -> str:
    """Cleaned text as what stands in a run: w:t, w:tab and w:br."""
    if "\t" not in text and "\n" not in text:
        return _piece(text)
    marks = {"\t": "<w:tab/>", "\n": "<w:br/>", "": ""}
    return "".join(
        marks[piece] if piece in marks else _piece(piece) for piece in _PIECES.split(text)
    )


def _piece(text: str) -> str:
    if text[0].isspace() or text[-1].isspace() or "  " in text:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:t>{escape(text)}</w:t>"


def is_rtl(text: str) -> bool:
    """Whether a paragraph runs from right to left: its first letter decides."""
    if text.isascii():
        return False
    for character in text:
        if character.isalpha():
            return _RTL_STRETCH.match(character) is not None
    return False
