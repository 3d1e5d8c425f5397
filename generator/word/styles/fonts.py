"""How wide a style sets its text, told as the size at which Arial is as wide.

    <w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="24"/>     a style, or what it is based on
    <a:minorFont><a:latin typeface="Verdana"/></a:minorFont>    the theme

Widths are measured in Arial (charts/text_width.py). Fonts are wider than it by much the same factor
in figures and in running text; where these differ the larger one stands here, because a figure that
breaks is worse than a column with some air. Arial and Times have free fonts of the same widths
everywhere. Any other font may be missing where a report is read, and what takes its place is wider.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.word.package.elements import Element, clark, is_on
from generator.word.package.parts import DOCUMENT, Parts

_AS_ARIAL = frozenset((
    "arial", "arial narrow", "arial nova", "arimo", "helvetica", "helvetica neue",
    "liberation sans", "liberation serif", "nimbus sans", "times", "times new roman", "tinos",
))  # fmt: skip
_WIDER = {"arial black": 1.3}
_OTHERS = 1.2  # Verdana; and DejaVu Sans, which often stands in for a font that a reader lacks
_NO_FONT = "Times New Roman"  # what Word takes where nothing says one
_SIZE = 20  # half-points, likewise
_LINE = 1.15  # height of a line in sizes of its text, where lines are single
_SINGLE = "240"  # w:line of single lines
_SPACING = "/".join(map(clark, ("w:pPr", "w:spacing")))


class Fonts:
    """The fonts and sizes of a document's styles, through what they are based on and the theme."""

    def __init__(self, parts: Parts) -> None:
        name = parts.related_part(DOCUMENT, "styles")
        root = parts.xml(name) if name else None
        self._styles: dict[str, Element] = {}
        self._defaults: Element | None = None
        self._spacing: Element | None = None
        if root is not None:
            self._styles = {s.get(clark("w:styleId"), ""): s for s in root.iter(clark("w:style"))}
            self._defaults = root.find(
                "/".join(clark(f"w:{step}") for step in ("docDefaults", "rPrDefault", "rPr"))
            )
            self._spacing = root.find(
                "/".join(map(clark, ("w:docDefaults", "w:pPrDefault", "w:pPr", "w:spacing")))
            )
        theme = parts.related_part(DOCUMENT, "theme")
        self._theme = parts.xml(theme) if theme else None

    def as_arial(self, style_id: str) -> float:
        """The size in points at which Arial is as wide as the text of a paragraph style."""
        return self.size(style_id) * font_factor(self.font(style_id))

    def size(self, style_id: str) -> float:
        """The size of a paragraph style's text, in points."""
        for properties in self._said(style_id):
            node = properties.find(clark("w:sz"))
            if node is not None:
                return float(node.get(clark("w:val"), _SIZE)) / 2
        return _SIZE / 2

    def bold(self, style_id: str) -> bool:
        """Whether a paragraph style sets its text bold."""
        for properties in self._said(style_id):
            node = properties.find(clark("w:b"))
            if node is not None:
                return is_on(node)
        return False

    def line(self, style_id: str, table: str = "") -> float:
        """The height of a line of a paragraph style, in points, as near as Arial's is.

        table: the style of the table that it stands in.
        """
        single = self.size(style_id) * _LINE
        height = self.spacing(style_id, "line", _SINGLE, table)
        exact = self.spacing(style_id, "lineRule", "auto", table) == "exact"
        return float(height) / 20 if exact else single * float(height) / float(_SINGLE)

    def spacing(self, style_id: str, name: str, unsaid: str = "0", table: str = "") -> str:
        """What a paragraph style says of its spacing, in Word's units: 'before', 'line' ...; or the
        style of the table that it stands in, which Word's plain grid does.
        """
        chain = (*self.chain(style_id), *self.chain(table))
        said = (style.find(_SPACING) for style in chain)
        for node in (*said, self._spacing):
            if node is not None and node.get(clark(f"w:{name}")):
                return str(node.get(clark(f"w:{name}")))
        return unsaid

    def font(self, style_id: str) -> str:
        """The name of a paragraph style's font."""
        for properties in self._said(style_id):
            node = properties.find(clark("w:rFonts"))
            if node is not None:
                themed = self._themed(node.get(clark("w:asciiTheme"), ""))
                name = themed or node.get(clark("w:ascii"), "")
                if name:
                    return name
        return _NO_FONT

    def chain(self, style_id: str) -> Iterator[Element]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            yield style
            parent = style.find(clark("w:basedOn"))
            style_id = "" if parent is None else parent.get(clark("w:val"), "")

    def _said(self, style_id: str) -> Iterator[Element]:
        """What is said of the text, the nearest first."""
        for style in self.chain(style_id):
            properties = style.find(clark("w:rPr"))
            if properties is not None:
                yield properties
        if self._defaults is not None:
            yield self._defaults

    def _themed(self, name: str) -> str:
        """The font that a theme gives for 'minorHAnsi', 'majorBidi' ...; '' for none."""
        if self._theme is None or not name:
            return ""
        kind = clark(f"a:{'major' if name.startswith('major') else 'minor'}Font")
        for font in self._theme.iter(kind):
            latin = font.find(clark("a:latin"))
            if latin is not None:
                return str(latin.get("typeface", ""))
        return ""


def font_factor(name: str) -> float:
    """How much wider than Arial a font is; 1 for one that is no wider."""
    plain = name.strip().casefold()
    return 1.0 if plain in _AS_ARIAL else _WIDER.get(plain, _OTHERS)
