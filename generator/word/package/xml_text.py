"""Text as XML and Word can hold it; every text from outside passes through here.

Characters that XML 1.0 forbids (C0 controls, lone surrogates, U+FFFE, U+FFFF) are left out: no
author types them, they come in by copying, and Word could not open the file. A vertical tab, which
is how Word hands over a line break, becomes one.
"""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|\r|\x0b")
_BREAKS = re.compile("[\t\n]+")


def clean(text: str) -> str:
    """The text as it can stand in XML: line ends are \\n, forbidden characters left out."""
    if text.isprintable():
        return text
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def on_one_line(text: str) -> str:
    """Clean text with a space for tabs and line ends."""
    return _BREAKS.sub(" ", clean(text))


def escape(text: str) -> str:
    """Clean text for an element or a double-quoted attribute."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    return text
