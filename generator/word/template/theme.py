"""The theme, for a template without one: fonts and colours that Word offers beside the text.

    <a:clrScheme name="Report">...<a:accent1><a:srgbClr val="4A1942"/></a:accent1>...</a:clrScheme>
    <a:fontScheme name="Report"><a:majorFont><a:latin typeface="Arial"/>...</a:majorFont>...

Every file that Word makes has one. Without it, Word offers its own blue and Calibri for whatever an
officer draws, charts or adds. The strong colour and the fonts are those of the template's styles;
the other colours those of the charts.
"""

from __future__ import annotations

from collections import Counter

from generator.word.charts.palette import BLUE, DARK_GREY, LILAC, ORANGE, PLUM, TEAL
from generator.word.package.elements import Element, clark, parse, value_at
from generator.word.package.namespaces import A
from generator.word.package.parts import Parts
from generator.word.package.xml_text import escape
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import style_names

_THEME = (
    '<a:theme xmlns:a="{namespace}" name="Report"><a:themeElements>'
    '<a:clrScheme name="Report">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>{colours}</a:clrScheme>'
    '<a:fontScheme name="Report"><a:majorFont>{major}</a:majorFont>'
    "<a:minorFont>{minor}</a:minorFont></a:fontScheme>"
    '<a:fmtScheme name="Report"><a:fillStyleLst>{fills}</a:fillStyleLst>'
    "<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
    "<a:bgFillStyleLst>{fills}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
    "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = (
    '<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">'
    f'{_FILL}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>'
)
_FONT = '<a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_PALE, _VISITED, _LINK = "E7E6E6", "954F72", "0563C1"


def theme_of(parts: Parts, styles: Element) -> Element:
    """The a:theme in the fonts and colours of a template's styles."""
    names, fonts = style_names(styles), Fonts(parts)
    strong = strong_colour(styles)
    link = names.get(("character", "hyperlink"))
    used = value_at(link, "w:rPr/w:color", _LINK) if link is not None else _LINK
    others = [colour for colour in (BLUE, TEAL, PLUM, ORANGE, DARK_GREY, LILAC) if colour != strong]
    colours = {"dk2": strong, "lt2": _PALE, "accent1": strong}
    colours |= {f"accent{place}": colour for place, colour in enumerate(others[:5], start=2)}
    colours |= {"hlink": used if _is_colour(used) else _LINK, "folHlink": _VISITED}
    made = _THEME.format(
        namespace=A,
        colours="".join(
            f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in colours.items()
        ),
        major=_font(fonts, names.get(("paragraph", "heading 1"))),
        minor=_font(fonts, names.get(("paragraph", "normal"))),
        fills=_FILL * 3,
        lines="".join(_LINE.format(width=width) for width in (6350, 12700, 19050)),
        effects=_EFFECT * 3,
    )
    return parse(made.encode())


def strong_colour(styles: Element) -> str:
    """The colour, no grey, that the styles use most for text and rules; blue where there is none.

    Returns 'RRGGBB'.
    """
    found: Counter[str] = Counter()
    for node in styles.iter():
        is_text = node.tag == clark("w:color")
        colour = node.get(clark("w:val") if is_text else clark("w:color"), "").upper()
        if _is_colour(colour) and len({colour[:2], colour[2:4], colour[4:]}) > 1:
            found[colour] += 1
    return found.most_common(1)[0][0] if found else BLUE


def _is_colour(text: str) -> bool:
    return len(text) == 6 and all(letter in "0123456789ABCDEFabcdef" for letter in text)


def _font(fonts: Fonts, style: Element | None) -> str:
    name = fonts.font("" if style is None else style.get(clark("w:styleId"), ""))
    return _FONT.format(name=escape(name))
