"""The mark of a conflict in a source: the author's words and an officer's, for a person to choose.

    Costs are [[author: £46,000 // Jane Green: £47,000]] a year.

It is plain text, so that a draft prints it wherever it stands: in the narrative, in report.yaml, in
a table or a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

NOTHING = "(nothing)"
BEGINS = "[[author: "
_MARK = re.compile(r"\[\[author: (?P<ours>.*?) // [^:\[\]]+: .*?\]\]", re.DOTALL)


def both(ours: str, theirs: str, who: str) -> str:
    """The mark for two readings; '' is said as nothing."""
    return f"{BEGINS}{ours or NOTHING} // {who}: {theirs or NOTHING}]]"


def marks_in(text: str) -> Iterator[tuple[int, str]]:
    """Line and words of each mark in a text, on one line each."""
    for found in _MARK.finditer(text):
        yield text.count("\n", 0, found.start()) + 1, " ".join(found[0].split())


def as_author(text: str) -> str:
    """A text with the author's reading in the place of each mark."""
    return _MARK.sub(lambda found: "" if found["ours"] == NOTHING else found["ours"], text)
