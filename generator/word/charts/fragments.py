"""Fragments of DrawingML that every module of a chart is written with.

A chart part is a few hundred short elements with hardly any choice in them, so it is written as
text; only text from outside needs care, and goes through `one_line`.
"""

from __future__ import annotations

from generator.word.package.lengths import EMU_PER_POINT
from generator.word.package.xml_text import escape, on_one_line

FONT = "Arial"
INK = "222222"
GRID = "D9D9D9"
AXIS = "767676"


def one_line(text: str) -> str:
    """Text for an element or an attribute of a chart, which holds it on one line."""
    return escape(on_one_line(text))


def val(tag: str, value: object) -> str:
    """`<c:TAG val="VALUE"/>`."""
    return f'<c:{tag} val="{value}"/>'


def fill(colour: str) -> str:
    """A solid fill; colour as 'RRGGBB'."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def outline(colour: str, points: float) -> str:
    """A line of a colour and width; '' for no line at all."""
    if not colour:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{round(points * EMU_PER_POINT)}">{fill(colour)}</a:ln>'


def shape(fill_colour: str, line_colour: str = "", points: float = 0.75) -> str:
    """`c:spPr` with a fill and an outline; '' for either means none."""
    inside = fill(fill_colour) if fill_colour else "<a:noFill/>"
    return f"<c:spPr>{inside}{outline(line_colour, points)}</c:spPr>"


def run_properties(tag: str, size: float, colour: str = INK, bold: bool = False) -> str:
    """`a:defRPr` or `a:rPr`: Arial in every script, at a size in points."""
    language = ' lang="en-GB"' if tag == "rPr" else ""
    return (
        f'<a:{tag}{language} sz="{round(size * 100)}" b="{int(bold)}" i="0">{fill(colour)}'
        f'<a:latin typeface="{FONT}"/><a:ea typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:{tag}>'
    )


def text_properties(
    size: float, colour: str = INK, wrapped: bool = True, level: bool = True
) -> str:
    """`c:txPr` for labels of regular weight. wrapped: may be broken. level: never turned."""
    wrap = "" if wrapped else ' wrap="none"'
    turned = 'rot="0" ' if level else ""
    return (
        f'<c:txPr><a:bodyPr {turned}vert="horz"{wrap}/><a:lstStyle/><a:p><a:pPr>'
        f"{run_properties('defRPr', size, colour)}</a:pPr>"
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def manual_layout(x: float, y: float, w: float, h: float, inner: bool = False) -> str:
    """`c:layout` in fractions of the chart; a w or h of 0 leaves the size to Word."""
    target = val("layoutTarget", "inner") if inner else ""
    size = "".join(val(tag, f"{part:.4f}") for tag, part in (("w", w), ("h", h)) if part)
    return (
        f"<c:layout><c:manualLayout>{target}{val('xMode', 'edge')}{val('yMode', 'edge')}"
        f"{val('x', f'{x:.4f}')}{val('y', f'{y:.4f}')}{size}</c:manualLayout></c:layout>"
    )
