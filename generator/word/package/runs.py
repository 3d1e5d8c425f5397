"""Text in runs: kept exactly, with what XML or Word cannot hold settled deliberately.

    <w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">A &amp; B </w:t><w:tab/></w:r>
    <w:r><w:rPr><w:rtl/></w:rPr><w:t>\u0645\u0631\u062d\u0628\u0627</w:t></w:r>

    <w:r><w:t>In 2021</w:t><w:noBreakHyphen/><w:t>22</w:t></w:r>

`&`, `<`, quotation marks and emoji are text like any other. A tab becomes w:tab, a line end w:br.
Arabic and Hebrew stretches become runs marked w:rtl, so that Word takes their fonts and order from
right to left. No line ends within a range of years: all programs break after a plain hyphen.
Word's own sign for one that does not break is drawn as the hyphen of the same font, and everything
here reads it as one; a word joiner (U+2060) is another font's, and ONLYOFFICE breaks after it.
"""

from __future__ import annotations

import re

from generator.word.package.xml_text import clean, escape

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_STRETCH = re.compile(f"([{_RTL}](?:[^\\w]*[{_RTL}]+)*)")
_RANGE_HYPHEN = re.compile(r"(?<![\w-])((?:19|20)\d\d)-(?=(?:19|20)?\d\d(?![\w-]))")
_WHOLE = "\x1e"  # Word's own character of a hyphen that does not break, in no cleaned text
_PIECES = re.compile(f"([\t\n{_WHOLE}])")
_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>", _WHOLE: "<w:noBreakHyphen/>", "": ""}


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
    """Cleaned text as what stands in a run: w:t, w:tab, w:br and w:noBreakHyphen."""
    if "-" in text:
        text = _RANGE_HYPHEN.sub(rf"\1{_WHOLE}", text)
    if not _PIECES.search(text):
        return _piece(text)
    return "".join(
        _MARKS[piece] if piece in _MARKS else _piece(piece) for piece in _PIECES.split(text)
    )


def cut_at_ranges(text: str) -> list[str]:
    """A text cut where a hyphen stands that must not break: 'In 2021-22' is 'In 2021' and '22'."""
    return _RANGE_HYPHEN.sub(rf"\1{_WHOLE}", text).split(_WHOLE)


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
