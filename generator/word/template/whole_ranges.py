"""What a template prints of a report does not end a line within a range of years.

    <w:r><w:t>Annual Report 2021</w:t><w:noBreakHyphen/><w:t>2022</w:t></w:r>

Titles and front matter are filled in by docxtpl, as text; the report's own text is written so in
the first place (package/runs.py).
"""

from __future__ import annotations

from generator.word.package.elements import Element, clark, w
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.runs import cut_at_ranges

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def keep_ranges_whole(parts: Parts) -> None:
    """Put hyphens that do not break into the ranges of a filled-in template."""
    for text in list(parts.xml(DOCUMENT).iter(clark("w:t"))):
        if "-" in (text.text or ""):
            _cut(text)


def _cut(text: Element) -> None:
    first, *others = cut_at_ranges(text.text or "")
    if not others:
        return
    text.text = first
    text.set(_SPACE, "preserve")
    for said in reversed(others):
        after = w("t")
        after.text = said
        after.set(_SPACE, "preserve")
        text.addnext(after)
        text.addnext(w("noBreakHyphen"))
