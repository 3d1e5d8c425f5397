"""Names in a document, made of text."""

from __future__ import annotations

import re

_ELSE = re.compile("[^a-z0-9]+")


def name_of(text: str, joint: str = "-") -> str:
    """'next-steps' of 'Next steps!': small letters and digits of ASCII; '' where there are none."""
    return _ELSE.sub(joint, text.casefold()).strip(joint)
