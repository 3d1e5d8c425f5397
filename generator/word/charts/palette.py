"""Colours: those of the Government Analysis Function, a scale for stacked answers, shades of waves.

Side by side, neighbouring series differ by at least 3:1 in contrast in the order given. In a stack,
answers run from one end of a scale to the other: dark to light to dark, so that neighbours differ
by 3:1 in greyscale too, with a thin line between segments for the pairs where that cannot be had.
Waves of one measure are shades of one colour: the older, the paler.
Source: https://analysisfunction.civilservice.gov.uk/policy-store/data-visualisation-colours-in-charts/
"""

from __future__ import annotations

from generator.model.release.contrast import WHITE, contrast

BLUE, TEAL, PLUM, ORANGE = "12436D", "28A197", "801650", "F46A25"
DARK_GREY, LILAC, MID_GREY = "3D3D3D", "A285D1", "767676"
BLACK = "000000"
SEEN = 3.0  # the least contrast of a shape that carries meaning (WCAG 2.2, 1.4.11)
_PALEST = 1.5

_SIDE_BY_SIDE = (BLUE, TEAL, PLUM, ORANGE, DARK_GREY, LILAC)
_SKY, _PALE, _RUST, _WINE = "5590C8", "F2F2F2", "E0691F", "701245"
_STACKS = {
    1: (BLUE,),
    2: (BLUE, ORANGE),
    3: (BLUE, _PALE, _RUST),
    4: (BLUE, _SKY, _RUST, _WINE),
    5: (BLUE, _SKY, _PALE, _RUST, _WINE),
    6: (BLUE, _SKY, _PALE, _RUST, _WINE, MID_GREY),
    7: (BLUE, "3A76B5", "9CC3E6", _PALE, "F7B48F", "C9560F", _WINE),
}


def side_by_side(count: int) -> tuple[str, ...]:
    """Colours of series beside each other; two are blue and orange; after six they repeat."""
    if count == 2:
        return (BLUE, ORANGE)
    return tuple(_SIDE_BY_SIDE[index % len(_SIDE_BY_SIDE)] for index in range(count))


def shades(count: int) -> tuple[str, ...]:
    """Shades of blue from the oldest of `count` waves to the latest, in even steps of contrast.

    Of two the paler has 3:1 against white. Of more the palest have less, so that the steps can be
    told apart: they need an outline.
    """
    palest = SEEN if count <= 2 else _PALEST
    whole = contrast(BLUE, WHITE) / palest
    paler = [_tint(palest * whole ** (index / (count - 1))) for index in range(count - 1)]
    return (*paler, BLUE)


def _tint(wanted: float) -> str:
    """Blue mixed with as much white as leaves it a contrast with white, or a little more."""
    parts = [int(BLUE[start : start + 2], 16) for start in (0, 2, 4)]
    for white in range(100, -1, -1):
        mixed = [round(part + (255 - part) * white / 100) for part in parts]
        tint = "".join(f"{part:02X}" for part in mixed)
        if contrast(tint, WHITE) >= wanted:
            return tint
    return BLUE


def stack(count: int) -> tuple[str, ...]:
    """Colours of `count` segments of a scale, from one end to the other.

    A sixth answer ('Don't know') is grey; from eight on, further ones repeat the greys.
    """
    if count in _STACKS:
        return _STACKS[count]
    rest = (MID_GREY, "D9D9D9", DARK_GREY)
    return _STACKS[7] + tuple(rest[index % 3] for index in range(count - 7))


def separator(colour: str) -> str:
    """Colour of the line round a segment: white, or grey where white would not be seen."""
    return WHITE if contrast(colour, WHITE) >= SEEN else MID_GREY


def text_on(colour: str) -> str:
    """White or black, whichever is read better on a colour."""
    return WHITE if contrast(colour, WHITE) >= contrast(colour, BLACK) else BLACK
