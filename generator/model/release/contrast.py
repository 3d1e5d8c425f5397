"""How well text stands out from what it stands on: the contrast ratio of WCAG 2.2.

Source: WCAG 2.2, 1.4.3 Contrast (Minimum): 4.5:1, and 3:1 for large text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.model.release.paper import PaperLook

WHITE = "FFFFFF"
LEAST, LEAST_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 18.0, 14.0
_HEXADECIMAL = frozenset("0123456789ABCDEF")


class Pale(NamedTuple):
    """Text that stands out too little. ground: what it stands on. have, least: ratios to one."""

    colour: str
    ground: str
    have: float
    least: float

    @property
    def said(self) -> str:
        """'#4F81BD on #FFFFFF has a contrast of 4.03:1, not 4.5:1'."""
        on = f"#{self.colour} on #{self.ground}"
        return f"{on} has a contrast of {shown_ratio(self.have)}:1, not {self.least:g}:1"


def is_colour(value: str) -> bool:
    """Whether it is six hexadecimal digits."""
    return len(value) == 6 and set(value) <= _HEXADECIMAL


def too_pale(
    look: PaperLook, page: str = WHITE, small: float = LEAST, large: float = LEAST_LARGE
) -> Pale | None:
    """What a look has too little of, None where it suffices or cannot be known.

    page: the colour of the page. small, large: the least ratios. An automatic colour is black on
    light and white on dark.
    """
    ground = look.fill or page
    if not is_colour(look.colour) or not is_colour(ground) or look.hidden:
        return None
    least = large if is_large(look) else small
    have = contrast(look.colour, ground)
    return Pale(look.colour, ground, have, least) if have < least else None


def is_large(look: PaperLook) -> bool:
    """Large text of WCAG: 18 points, or 14 in bold."""
    return look.size >= (_LARGE_BOLD if look.bold else _LARGE)


def shown_ratio(have: float) -> str:
    """A ratio cut, not rounded: 4.499 is not 4.5."""
    return f"{int(have * 100) / 100:.2f}"


@lru_cache(maxsize=4_000)
def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours 'RRGGBB', 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
