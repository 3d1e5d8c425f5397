"""Texts that a spreadsheet would compute."""

from __future__ import annotations

import re

# Full-width signs count as the others in some languages of Excel (OWASP, CSV injection).
_SIGNED = re.compile(r"[+-][\d,]+(?:\.\d+)?")
_BLANKS = " \v\f\0\u00a0\u200b\u2060\ufeff"
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def begins_as_formula(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula; a number with its sign is none.

    Blanks before it are passed over, since spreadsheets may do so too.
    """
    bare = text.lstrip(_BLANKS)
    return bare.startswith(_FORMULA) and _SIGNED.fullmatch(bare) is None
