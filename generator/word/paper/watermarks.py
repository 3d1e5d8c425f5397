"""Watermarks: what stands in a header and lies behind the text of every page.

<wp:anchor behindDoc="1"><wp:extent cx="5400000" cy="2700000"/> ...     a picture or WordArt
<v:shape style="position:absolute;height:200pt;z-index:-251658752"> ...     older programs

A crest behind the header itself is none: it is too low to reach into the text.
"""

from __future__ import annotations

import re

from generator.word.package.elements import Element, clark

_V = "{urn:schemas-microsoft-com:vml}"
_LENGTH = re.compile(r"(?:^|;)\s*height:\s*([\d.]+)(pt|in|mm|cm|px)?")
_BEHIND = re.compile(r"z-index:\s*-")
_MM = {"pt": 25.4 / 72, "in": 25.4, "mm": 1.0, "cm": 10.0, "px": 25.4 / 96}
_EMU_PER_MM = 36_000
_HIGH = 50.0
"""Millimetres from which it reaches from a header into the text."""


def is_named_watermark(name: str) -> bool:
    """Whether Word gave a shape the name of a watermark ('PowerPlusWaterMarkObject357')."""
    return "watermark" in name.casefold()


def is_behind_pages(node: Element) -> bool:
    """Whether a w:drawing or w:pict of a header lies behind the text of the pages."""
    if node.getroottree().getroot().tag != clark("w:hdr"):
        return False
    for anchor in node.iter(clark("wp:anchor")):
        extent = anchor.find(clark("wp:extent"))
        high = "" if extent is None else extent.get("cy", "")
        if anchor.get("behindDoc") in ("1", "true") and _emu(high) >= _HIGH:
            return True
    styles = [one.get("style", "") for one in node.iter() if str(one.tag).startswith(_V)]
    return any(_BEHIND.search(one) and _height(one) >= _HIGH for one in styles)


def _emu(said: str) -> float:
    return int(said) / _EMU_PER_MM if said.isascii() and said.isdigit() and len(said) < 12 else 0.0


def _height(style: str) -> float:
    """The height that a style says, in millimetres; bare numbers are points."""
    found = _LENGTH.search(style)
    bare = found is not None and found[1].replace(".", "", 1).isdigit()
    return float(found[1]) * _MM[found[2] or "pt"] if found is not None and bare else 0.0
