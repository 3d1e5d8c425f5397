"""Quotation marks and apostrophes in one way, whichever was typed.

    curly("The team's \"'90s\" rail, 5'10\" high")      The team’s “’90s” rail, 5'10" high
    straight("The team’s “’90s” rail")                  The team's "'90s" rail

One sign stands for one sign, so that a place in the one text is the same place in the other. Feet
and inches stay, and so do addresses, and a sign that stands alone. markdown-it's `smartquotes` asks
for its own tokens, takes '90s for the beginning of a quotation, and leaves one that is not closed.
"""

from __future__ import annotations

import re
from itertools import chain

from generator.model.frozen import dataclass

_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_MARK = re.compile(r"['\"“”‘]")
_KEPT = re.compile(
    r"(?<![\w.])\d+'\s?\d+(?:\.\d+)?\"|(?<!\w)\w[\w.+'-]*@[\w.-]+|(?:https?://|www\.)\S*[\w/]"
)
_LEFT_OUT = re.compile(r"'(?:\d\d(?:s|\b)|(?:n|em|tis|twas|til|cause)\b)(?!\w)", re.IGNORECASE)
_CLOSES = re.compile(r"[^\s([{–—-]'(?!\w)")
_BRACKETS, _DASHES, _OPENED = frozenset("([{<“‘"), frozenset("-–—/"), {"'": "‘", '"': "“"}
_CLOSED, _TYPED = {"'": "’", '"': "”"}, {"‘": "'", "“": '"', "”": '"'}
_LEADS = frozenset(",;:=")


def straight(text: str) -> str:
    """The text with straight marks: also how two texts are compared that differ in nothing else."""
    return text.translate(_STRAIGHT)


def curly(text: str) -> str:
    """The text with typographic marks, as long as it was."""
    if "'" not in text and '"' not in text:
        return text
    made, quoting = list(text), set[str]()
    kept = set(chain(*(range(*found.span()) for found in _KEPT.finditer(text))))
    for found in _MARK.finditer(text):
        at = found.start()
        if found[0] in _TYPED:
            (quoting.discard if found[0] == "”" else quoting.add)(_TYPED[found[0]])
        elif at not in kept:
            place = _Place(text, at, made[at - 1] if at else " ", text[at + 1 : at + 2] or " ")
            made[at] = _turned(found[0], place, quoting)
    return "".join(made)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a mark stands. before: the sign there as it is printed, a space at the beginning."""

    text: str
    at: int
    before: str
    after: str

    @property
    def alone(self) -> bool:
        return self.before.isspace() and self.after.isspace()

    @property
    def begins(self) -> bool:
        """Whether it stands before words and not behind any."""
        if self.before.isspace() or self.before in _BRACKETS:
            return not self.after.isspace()
        return self.before in _DASHES and (self.after.isalnum() or self.after in "'\"([{")


def _turned(mark: str, place: _Place, quoting: set[str]) -> str:
    """The mark as it is printed. quoting: the marks of which a quotation is open."""
    inside = mark in quoting
    if place.alone or (place.before.isdigit() and not inside and not place.after.isalpha()):
        return mark
    if mark == "'" and _is_apostrophe(place):
        return _CLOSED[mark]
    led = place.before in _LEADS and place.after.isalnum() and not inside
    if place.begins or led:
        quoting.add(mark)
        return _OPENED[mark]
    quoting.discard(mark)
    return _CLOSED[mark]


def _is_apostrophe(place: _Place) -> bool:
    """Whether a single mark stands in a word, or for what was left out where one begins."""
    if place.before.isalnum() and place.after.isalnum():
        return True
    if not place.begins:
        return False
    left_out = _LEFT_OUT.match(place.text, place.at)
    return left_out is not None or _CLOSES.search(place.text, place.at + 1) is None
