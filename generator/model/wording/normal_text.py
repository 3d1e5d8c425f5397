"""Text as it is compared where only what it says counts, and not how it was typed.

    normal("The  ‘plan’ — see  2021–22 ")       "The 'plan' - see 2021-22"

Spacing of every kind, straight or curly quotes, and a dash for another of its kind are no change of
words. What an officer has cleared is digested in this form, so it must never change: a digest of
last year's would not be found again.
"""

from __future__ import annotations

import re
import unicodedata

_QUOTES = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    "\u2026": "...",
}
_UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
_ALIKE = str.maketrans({**_QUOTES, **_UNSEEN, "\u2010": "-", "\u2011": "-", "\u2212": "-"})
_DASH = re.compile(r"(\s*)([-\u2012-\u2015]+)(\s*)")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LONG = frozenset({"\u2014", "\u2015", "--", "---"})
_FIGURE_BEFORE, _FIGURE_AFTER = tuple("0123456789%}"), tuple("0123456789{£$€")


def normal(text: str) -> str:
    """The text without what never counts. Of a normal text it is the text itself."""
    plain = unicodedata.normalize("NFC", _CONTROL.sub("", text).translate(_ALIKE))
    return " ".join(_DASH.sub(_dash, plain).split())


def _dash(found: re.Match[str]) -> str:
    """'-' between figures, ' - ' between words, and '-' with the space that it has elsewhere."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    if before.endswith(_FIGURE_BEFORE) and after.startswith(_FIGURE_AFTER):
        return "-"
    space, dash, more = found.groups()
    if (space and more) or dash in _LONG:
        return " - "
    return f"{space}-{more}"
