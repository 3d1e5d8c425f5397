"""Characters of symbol fonts, which a run names by their place in the font.

<w:sym w:font="Wingdings" w:char="F0FC"/>      -> '✓'
"""

from __future__ import annotations

from generator.word.package.elements import Element, clark
from generator.word.package.xml_text import clean

_PRIVATE = range(0xF000, 0xF100)  # where Word keeps the places of a symbol font
_MEANT = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
        0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓",
        0xFD: "☒", 0xFE: "☑",
    },
    "symbol": {
        0x61: "α", 0x62: "β", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0xA3: "≤", 0xAB: "↔",
        0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
        0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…",
    },
}  # fmt: skip


def symbol(node: Element) -> str:
    """The character that a w:sym shows; what is not known stays a private one."""
    try:
        code = int(node.get(clark("w:char"), ""), 16)
        character = clean(chr(code))
    except (ValueError, OverflowError):
        return ""
    font = _MEANT.get(node.get(clark("w:font"), "").casefold())
    place = code - _PRIVATE.start if code in _PRIVATE else code
    if font is not None:
        return font.get(place, character)
    return chr(place) if code in _PRIVATE and place >= 0x20 else character
