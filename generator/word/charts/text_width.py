"""How wide text is in Arial, so that a chart can be laid out without drawing it.

Widths are Arial's own advance widths (Liberation Sans has the same ones), in thousandths of the
font size, for the characters of ASCII. Others are taken as a digit wide, or as a full square in
scripts and emoji that are set in squares. Good to a few per cent, which is all a layout needs.
"""

from __future__ import annotations

from functools import lru_cache

_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 "
    "556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 "
    "556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 "
    "556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 "
    "500 500 500 334 260 334 584"
)
_WIDTHS = {chr(32 + index): int(width) for index, width in enumerate(_REGULAR.split())}
_BOLD = 1.07  # Arial Bold is this much wider in running text
BOLD_WORD = 1.09  # and this much in single words
LINE = 1.17  # line height as a multiple of the font size


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width of one line of text, in points, at a font size in points."""
    return _units(text) * size / 1000 * (_BOLD if bold else 1)


@lru_cache(maxsize=4096)
def _units(text: str) -> int:
    return sum([_WIDTHS.get(char) or _other(char) for char in text])


def _other(char: str) -> int:
    return 1000 if ord(char) >= 0x1100 and not 0x1E00 <= ord(char) < 0x2E80 else 556


@lru_cache(maxsize=4096)
def line_count(text: str, width: float, size: float, bold: bool = False) -> int:
    """Number of lines that text takes when wrapped at spaces to a width in points (at least 1)."""
    lines, used, width = 1, 0.0, max(width, size)
    space = text_width(" ", size, bold)
    for word in text.split():
        wide = text_width(word, size, bold)
        if used and used + space + wide > width:
            lines, used = lines + 1, 0.0
        used += wide + (space if used else 0)
        if used > width:  # a word wider than the line is broken inside
            extra = int(used // width)
            lines, used = lines + extra, used - extra * width
    return lines


def broken(text: str, width: float, size: float) -> str:
    """Text with line ends where it is wrapped at spaces to a width in points; no word is broken.

    No line is wider than the first where that takes no more of them: ONLYOFFICE places names beside
    bars by their first line, and lays wider ones over the axis.
    """
    if text_width(text, size) <= width:
        return text
    lines = _wrapped(text, width, size)
    first = text_width(lines[0], size)
    below = _wrapped(text.removeprefix(lines[0]).strip(), first, size)
    return "\n".join(lines if len(below) >= len(lines) else (lines[0], *below))


def _wrapped(text: str, width: float, size: float) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=4096)
def longest_word(text: str, size: float) -> float:
    """Width of the widest word, in points: narrower than that, a label is broken inside a word."""
    return max((text_width(word, size) for word in text.split()), default=0.0)


def two_lines(text: str, size: float) -> float:
    """The least width, in points, in which text takes no more than two lines."""
    words = text.split()
    parts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    each = [max(text_width(one, size), text_width(other, size)) for one, other in parts]
    return min(each, default=text_width(text, size))
