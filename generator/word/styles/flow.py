"""Captions and notes nearer to what they name than to anything else, whatever a template spaces.

    <w:style w:type="paragraph" w:customStyle="1" w:styleId="CommitteeCaptionBelow">
      <w:name w:val="Committee Caption Below"/><w:basedOn w:val="Caption"/>
      <w:pPr><w:spacing w:before="80" w:after="240"/></w:pPr></w:style>

One style cannot do it: a caption above its table has its white above, one below its figure below.
So three styles are based on the template's Caption, which keeps font, size and colour. They are
written into each report, unless the template brings styles of these names, which then say it all.
Figure and note are drawn near as well. A picture's line is single: a multiple would stand above the
chart as white, and a line of an exact height would cut it off. Headings stay with their text, where
the template's own do not say that they need not.
"""

from __future__ import annotations

from generator.word.package.elements import Element, clark, w
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import StyleSheet, properties_of, put_in_order

ABOVE, BELOW = "Committee Caption Above", "Committee Caption Below"
NOTED = "Committee Caption with Note"  # below its figure, and a note below it
_NEAR, _FAR = 60, 240  # twips
_SINGLE = 240
_AFTER_FIGURE, _AFTER_NOTE = 0, 200
_BASE, _FIGURE, _NOTE = "Caption", "Committee Figure", "Committee Note"
_HEADINGS = ("Heading 1", "Heading 2", "Heading 3", "Heading 4")
_KEPT = f"{clark('w:pPr')}/{clark('w:keepNext')}"
_BEYOND_TWIPS = ("Lines", "Autospacing")  # say the space in lines or by themselves, before twips


def settle_flow(styles: StyleSheet, fonts: Fonts) -> None:
    """Write the styles of captions, draw figures and notes near to theirs, headings to the text."""

    def space(name: str, side: str) -> int:
        return int(float(fonts.spacing(styles.paragraph(name), side)))

    before, after = space(_BASE, "before"), space(_BASE, "after")
    far, near = max(before, after, _FAR), min(before, after, _NEAR)
    _add(styles, ABOVE, _BASE, far, near, kept=True)
    _add(styles, BELOW, _BASE, near, far)
    _add(styles, NOTED, BELOW, near, near, kept=True)
    figure = min(space(_FIGURE, "after"), _AFTER_FIGURE)
    _set(styles.element(_FIGURE), after=figure, line=_SINGLE, lineRule="auto")
    beneath = min(space(_NOTE, "before"), _NEAR)
    below = max(space(_NOTE, "after"), _AFTER_NOTE)
    _set(styles.element(_NOTE), before=beneath, after=below)
    _let_break(styles.element(_NOTE))
    _keep_headings(styles)


def _keep_headings(styles: StyleSheet) -> None:
    for name in _HEADINGS:
        chain = styles.based_on("paragraph", styles.paragraph(name))
        if not any(style.find(_KEPT) is not None for style in chain):
            put_in_order(properties_of(styles.element(name)), w("keepNext"))


def _let_break(style: Element) -> None:
    """Let a paragraph run over two pages: a long note kept whole takes its table overleaf."""
    properties = properties_of(style)
    put_in_order(properties, w("keepLines", val=0))


def _add(
    styles: StyleSheet, name: str, based_on: str, before: int, after: int, kept: bool = False
) -> None:
    """A style of the report's own. kept: its paragraphs stay with what follows them."""
    if styles.has(name):
        return
    properties = w("pPr", *([w("keepNext")] if kept else []))
    style = w(
        "style",
        w("name", val=name),
        w("basedOn", val=styles.paragraph(based_on)),
        w("next", val=styles.paragraph("Normal")),
        w("qFormat"),
        properties,
        type="paragraph",
        customStyle=1,
        styleId=styles.free_id("".join(filter(str.isalnum, name))),
    )
    _set(style, before=before, after=after)
    styles.add(style)


def _set(style: Element, **said: int | str) -> None:
    """Say spacing in a style, in place of what it said in lines or left to Word."""
    properties = properties_of(style)
    spacing = properties.find(clark("w:spacing"))
    if spacing is None:
        spacing = w("spacing")
        put_in_order(properties, spacing)
    for name, value in said.items():
        spacing.set(clark(f"w:{name}"), str(value))
        for beyond in _BEYOND_TWIPS:
            spacing.attrib.pop(clark(f"w:{name}{beyond}"), "")
