"""word/fontTable.xml, for a template without one: what may stand in for a font that is missing.

    <w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>
      <w:family w:val="swiss"/><w:pitch w:val="variable"/>
      <w:sig w:usb0="E0002EFF" .../></w:font>

Where a reader lacks a font, Word takes one of the same family and build. Of fonts that are not in
this list it is said what Word says of a font that it does not know.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.word.package.elements import Element, w

_SIGNATURE = ("usb0", "usb1", "usb2", "usb3", "csb0", "csb1")
# Source: the tables of the fonts themselves, as Word copies them.
_KNOWN = {
    "Arial": ("020B0604020202020204", "swiss", "E0002EFF C000785B 00000009 00000000 000001FF"),
    "Calibri": ("020F0502020204030204", "swiss", "E4002EFF C200247B 00000009 00000000 000001FF"),
    "Cambria": ("02040503050406030204", "roman", "E00006FF 420024FF 02000000 00000000 0000019F"),
    "Courier New": (
        "02070309020205020404", "modern", "E0002EFF C0007843 00000009 00000000 000001FF",
    ),
    "Symbol": ("05050102010706020507", "roman", "00000000 10000000 00000000 00000000 80000000"),
    "Tahoma": ("020B0604030504040204", "swiss", "E1002EFF C000605B 00000029 00000000 000101FF"),
    "Times New Roman": (
        "02020603050405020304", "roman", "E0002EFF C000785B 00000009 00000000 000001FF",
    ),
    "Verdana": ("020B0604030504040204", "swiss", "A00006FF 4000205B 00000010 00000000 0000019F"),
    "Wingdings": ("05000000000000000000", "auto", "00000000 10000000 00000000 00000000 80000000"),
}  # fmt: skip
_SYMBOLS = ("Symbol", "Wingdings")
_FIXED = ("Courier New",)


def font_table(names: Iterable[str]) -> Element:
    """A w:fonts with an entry for each name, in alphabetical order."""
    return w("fonts", *(_font(name) for name in sorted(set(names), key=str.casefold)))


def _font(name: str) -> Element:
    charset = w("charset", val="02" if name in _SYMBOLS else "00")
    if name not in _KNOWN:
        return w("font", charset, w("family", val="auto"), w("pitch", val="default"), name=name)
    panose, family, signature = _KNOWN[name]
    values = dict(zip(_SIGNATURE, [*signature.split(), "00000000"], strict=True))
    return w(
        "font",
        w("panose1", val=panose),
        charset,
        w("family", val=family),
        w("pitch", val="fixed" if name in _FIXED else "variable"),
        w("sig", **values),
        name=name,
    )
