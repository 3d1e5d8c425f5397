"""How characters look: defaults, table style, paragraph style, character style, then their own.

<w:rPr><w:rFonts w:ascii="Arial"/><w:b/><w:color w:val="C00000"/><w:sz w:val="24"/>
  <w:shd w:val="clear" w:fill="FFF2CC"/><w:lang w:val="en-GB"/></w:rPr>

Sizes are half points. A font may be named by its place in the theme (w:asciiTheme="minorHAnsi");
a colour of the theme has its value beside it. Each says only what it changes of those before.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.release.paper import PaperLook
from generator.word.package.elements import Element, Shape, clark, is_on, shape_of, value_at

Said = Mapping[str, object]
"""Fields of PaperLook by name, only those that are said."""
_SWITCHES = {
    clark("w:b"): "bold",
    clark("w:i"): "italic",
    clark("w:caps"): "capitals",
    clark("w:vanish"): "hidden",
    clark("w:webHidden"): "",
}
_VAL, _FONTS, _SIZE = clark("w:val"), clark("w:rFonts"), clark("w:sz")
_COLOUR, _SHADE, _HIGHLIGHT = clark("w:color"), clark("w:shd"), clark("w:highlight")
_LANGUAGE, _UNDERLINE, _EFFECT = clark("w:lang"), clark("w:u"), clark("w:effect")
_RPR, _PPR = clark("w:rPr"), clark("w:pPr")
_HIGHLIGHTS = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF",
    "blue": "0000FF", "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0", "black": "000000", "white": "FFFFFF",
}  # fmt: skip


def fill_of(shading: Element | None) -> str:
    """The colour of a w:shd, '' where it has none or an automatic one."""
    return "" if shading is None else _colour(shading.get(clark("w:fill"), ""))


def _colour(value: str) -> str:
    return "" if value in ("", "auto", "none") else value.upper()


class LookStyles:
    """The looks that the styles and the theme of a file give."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        nodes = [] if styles is None else styles.findall(clark("w:style"))
        self._nodes = {
            (one.get(clark("w:type"), "paragraph"), one.get(clark("w:styleId"), "")): one
            for one in nodes
        }
        self._default = {
            one.get(clark("w:type"), "paragraph"): one.get(clark("w:styleId"), "")
            for one in nodes
            if one.get(clark("w:default"), "0") not in ("0", "false", "off")
        }
        self._theme = _theme_fonts(theme)
        path = "/".join(map(clark, ("w:docDefaults", "w:rPrDefault", "w:rPr")))
        self.defaults = self._said(None if styles is None else styles.find(path))
        self._chains: dict[tuple[str, str, str], Said] = {}
        self._values: dict[tuple[str, str], str] = {}
        self._looks: dict[tuple[str, Shape, str, tuple[str, ...]], PaperLook] = {}

    # ------------------------------------------------------------ what styles say
    def chain(self, kind: str, style_id: str, part: str = "") -> Said:
        """What a style says with all that it is based on. part: of a table style ('firstRow')."""
        key = (kind, style_id, part)
        if key not in self._chains:
            made: dict[str, object] = {}
            for node in reversed(self._lineage(kind, style_id)):
                made.update(self._of_style(node, part))
            self._chains[key] = made
        return self._chains[key]

    def _lineage(self, kind: str, style_id: str) -> list[Element]:
        """A style and what it is based on; the default one where the file does not have it."""
        key, found = (kind, style_id), list[Element]()
        if key not in self._nodes:
            key = (kind, self._default.get(kind, ""))
        while key in self._nodes and self._nodes[key] not in found:
            found.append(self._nodes[key])
            key = (kind, value_at(found[-1], "w:basedOn"))
        return found

    def _of_style(self, node: Element, part: str) -> Said:
        scopes = [node]
        if part:
            parts = node.findall(clark("w:tblStylePr"))
            scopes = [one for one in parts if one.get(clark("w:type")) == part]
        made: dict[str, object] = {}
        for scope in scopes:
            for path in (_PPR, clark("w:tcPr")):
                properties = scope.find(path)
                shade = None if properties is None else properties.find(_SHADE)
                if fill_of(shade):
                    made["fill"] = fill_of(shade)
            made.update(self._said(scope.find(_RPR)))
        return made

    def paragraph_value(self, style_id: str, path: str) -> str:
        """A w:val of the w:pPr that a paragraph style gives ('w:jc'), '' where none says it."""
        key = (style_id, path)
        if key not in self._values:
            said = (value_at(one, f"w:pPr/{path}") for one in self._lineage("paragraph", style_id))
            self._values[key] = next(filter(None, said), "")
        return self._values[key]

    def _said(self, properties: Element | None) -> dict[str, object]:
        """What a w:rPr says itself."""
        made: dict[str, object] = {}
        for child in () if properties is None else properties:
            tag = child.tag
            if tag in _SWITCHES:
                made[_SWITCHES[tag] or "hidden"] = is_on(child) and bool(_SWITCHES[tag])
            elif tag == _FONTS:
                made.update(self._font(child))
            elif tag == _SIZE:
                made["size"] = _points(child.get(_VAL, ""))
            elif tag == _COLOUR:
                made["colour"] = _colour(child.get(_VAL, ""))
            elif tag == _SHADE:
                made["fill"] = fill_of(child)
            elif tag == _HIGHLIGHT:
                made["fill"] = _HIGHLIGHTS.get(child.get(_VAL, ""), "")
            elif tag == _LANGUAGE and child.get(_VAL):
                made["language"] = child.get(_VAL, "")
            elif tag == _UNDERLINE:
                made["underline"] = child.get(_VAL, "single") != "none"
            elif tag == _EFFECT:
                made["animated"] = child.get(_VAL, "none") != "none"
        return made

    def _font(self, node: Element) -> dict[str, object]:
        theme = node.get(clark("w:asciiTheme"), "")
        font = self._theme.get(theme[:5], "") if theme else node.get(clark("w:ascii"), "")
        return {"font": font} if font else {}

    # ------------------------------------------------------------ looks
    def look(
        self, style: str, properties: Element | None, around: str, table: tuple[str, ...]
    ) -> PaperLook:
        """How a run looks. style: of its paragraph. properties: its w:rPr. around: the colour of
        what it stands on by itself. table: the table's style, and the parts of it that count here.
        """
        key = (style, () if properties is None else shape_of(properties), around, table)
        known = self._looks.get(key)
        if known is None:
            known = self._looks[key] = self._look(style, properties, around, table)
        return known

    def _look(
        self, style: str, properties: Element | None, around: str, table: tuple[str, ...]
    ) -> PaperLook:
        made = dict(self.defaults)
        for part in ("", *table[1:]) if table else ():
            made.update(self.chain("table", table[0], part))
        made.update(self.chain("paragraph", style))
        if around:
            made["fill"] = around
        character = "" if properties is None else value_at(properties, "w:rStyle")
        if character:
            made.update(self.chain("character", character))
        made.update(self._said(properties))
        return PaperLook(**made)  # type: ignore[arg-type]


def _points(half: str) -> float:
    return int(half) / 2 if half.isascii() and half.isdigit() and len(half) < 6 else 0.0


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """{'minor': 'Calibri', 'major': 'Cambria'} of a theme."""
    found: dict[str, str] = {}
    for kind in ("major", "minor") if theme is not None else ():
        latin = next(theme.iter(clark(f"a:{kind}Font")), None)  # type: ignore[union-attr]
        first = None if latin is None else latin.find(clark("a:latin"))
        if first is not None and first.get("typeface"):
            found[kind] = first.get("typeface", "")
    return found
