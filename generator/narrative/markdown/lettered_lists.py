"""Lettered lists: `A.`, `a.`, `i.`, `(a)` and `(i)`, which Markdown does not know.

Before Markdown reads the text, each such marker is replaced by a number of the same width ('iv. '
becomes '04. '), so that Markdown sees an ordinary numbered list; which marker stood there is kept
by line. A list has at least two items in sequence: 'A. Smith' alone on a line stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.wording.counting import roman

_MARKER = re.compile(r"^((?:[ \t]|>[ ]?)*)(\(?)([A-Za-z]|[ivxl]{2,6})([.)])([ \t]+\S)")
_ITEM = re.compile(r"^(?:[ \t]|>[ ]?)*(?:[-*+]|\d{1,9}[.)])[ \t]")
KINDS = {
    (".", "upper"): "A.",
    (".", "lower"): "a.",
    (".", "roman"): "i.",
    ("()", "lower"): "(a)",
    ("()", "roman"): "(i)",
    ("()", "upper"): "(a)",
    (")", "upper"): "A.",
    (")", "lower"): "(a)",
    (")", "roman"): "(i)",
}


def number_letters(text: str) -> tuple[str, dict[int, str], list[int]]:
    """The text with numbers for letters; line (from 0) -> marker, as in ListBlock.marker; and lines

    on which a list would begin if an empty line stood before them.
    """
    if not re.search(r"^[ \t>]*\(?[A-Za-z][A-Za-z]*[.)][ \t]", text, re.MULTILINE):
        return text, {}, []
    lines = text.split("\n")
    kinds: dict[int, str] = {}
    crowded: list[int] = []
    for index in range(len(lines)):
        if index in kinds or _MARKER.match(lines[index]) is None:
            continue
        if _may_begin(lines, index):
            _number_list(lines, index, kinds)
        elif _would_begin(lines, index):
            crowded.append(index)
    return "\n".join(lines), kinds, crowded


def _may_begin(lines: Sequence[str], index: int) -> bool:
    """Whether a list may begin here: after a blank line or heading, or among items of another."""
    at = index - 1
    while at >= 0 and lines[at].strip(" \t>"):
        if _ITEM.match(lines[at]):
            return True
        if lines[at].startswith("#"):
            break
        at -= 1
    return at == index - 1


def _would_begin(lines: Sequence[str], index: int) -> bool:
    """Whether the line has the first marker of a kind, and the next one follows."""
    match = _MARKER.match(lines[index])
    assert match is not None
    return any(
        ordinal == 1 and bool(_followers(lines, index, match, style, ordinal))
        for style, ordinal in _readings(match.group(3))
    )


def _number_list(lines: list[str], first: int, kinds: dict[int, str]) -> None:
    match = _MARKER.match(lines[first])
    assert match is not None
    for style, ordinal in _readings(match.group(3)):
        items = [first, *_followers(lines, first, match, style, ordinal)]
        if len(items) < 2:
            continue
        around = "()" if match.group(2) and match.group(4) == ")" else match.group(4)
        kind = KINDS.get((around, style))
        if kind is None or (match.group(2) and match.group(4) == "."):
            return
        for place, line in enumerate(items):
            lines[line] = _numbered(lines[line], ordinal + place)
            kinds[line] = kind
        return


def _readings(letters: str) -> list[tuple[str, int]]:
    """How a marker may be read: 'i' as Roman one or as the ninth letter."""
    readings: list[tuple[str, int]] = []
    for number in range(1, 90):
        if roman(number) == letters:
            readings.append(("roman", number))
    if len(letters) == 1:
        case = "upper" if letters.isupper() else "lower"
        readings.append((case, ord(letters.lower()) - ord("a") + 1))
    return readings


def _letters(style: str, ordinal: int) -> str:
    if style == "roman":
        return roman(ordinal)
    letter = chr(ord("a") + ordinal - 1) if ordinal <= 26 else "?"
    return letter.upper() if style == "upper" else letter


def _followers(
    lines: Sequence[str], first: int, match: re.Match[str], style: str, ordinal: int
) -> list[int]:
    """The lines of the following items, in sequence, at the same indent."""
    found: list[int] = []
    indent = len(match.group(1))
    blank = False
    for index in range(first + 1, len(lines)):
        line = lines[index]
        if not line.strip(" \t>"):
            blank = True
            continue
        here = _MARKER.match(line)
        if here is not None and _same(here, match) and len(here.group(1)) == indent:
            if here.group(3) != _letters(style, ordinal + len(found) + 1):
                break
            found.append(index)
        elif blank and len(line) - len(line.lstrip(" \t>")) <= indent:
            break
        blank = False
    return found


def _same(here: re.Match[str], match: re.Match[str]) -> bool:
    return (here.group(2), here.group(4)) == (match.group(2), match.group(4))


def _numbered(line: str, ordinal: int) -> str:
    match = _MARKER.match(line)
    assert match is not None
    width = len(match.group(2)) + len(match.group(3))
    digits = str(ordinal)
    if len(digits) > width:
        digits = digits[-width:]
    filled = digits.rjust(len(match.group(3)), "0").rjust(width, "0")
    return match.group(1) + filled + match.group(4) + line[match.start(5) :]
