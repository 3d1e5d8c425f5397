"""How figures become text: rounded half up, thousands with commas, per cents with their sign.

Half up means half away from zero on the decimal value: 66.5 prints as 67, 2.25 with one decimal as
2.3, -0.5 as -1. A computed value carries binary noise (100 * 23 / 40 is 57.49999999999999); it is
first rounded to nine decimals, so what is a half on paper is a half here.

`figure_text` is how a figure reads wherever it is printed: prose, tables, captions, titles and
alternative text of charts, the command line. `bare_text` leaves its per cent sign to the head of a
column, `label_text` is as short as the label of a chart.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

PER_CENT = "per cent"
MINUS = "\N{MINUS SIGN}"
_PER_CENT_UNITS = frozenset({PER_CENT, "percent", "%"})
_TYPED_MINUS = re.compile(r"-[£$€]?\.?\d[\d,.]*(?:%|k|m|bn)?$")
_SIGNED_UNITS = frozenset({"points", "percentage points"})


@lru_cache(maxsize=4096)
def round_half_up(value: float, decimals: int = 0) -> Decimal:
    """The value rounded half up to so many decimals; never minus zero.

    Kept, since a figure is rounded several times wherever it is printed.
    """
    exact = Decimal(f"{value:.9f}")
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded


def rounded_number(value: float, decimals: int = 0) -> float:
    """The value rounded half up, as a number for charts: an int where there are no decimals."""
    rounded = round_half_up(value, decimals)
    return float(rounded) if decimals > 0 else int(rounded)


def rounded_or_none(value: float | None, decimals: int) -> float | None:
    """The value rounded half up, as a float; None for none."""
    return None if value is None else float(round_half_up(value, decimals))


def number_text(value: float, decimals: int = 0) -> str:
    """A number as text: '1,234', '6.5', '\N{MINUS SIGN}3' with a true minus sign."""
    rounded = round_half_up(value, decimals)
    sign = MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):,.{decimals}f}"


def with_true_minus(figure: str) -> str:
    """A figure as it was typed, '-4' or '-£3.5m', with a minus sign for the hyphen before it."""
    return MINUS + figure[1:] if _TYPED_MINUS.match(figure) else figure


# ---------------------------------------------------------------- figures with their units
def is_per_cent(unit: str) -> bool:
    """Whether figures of this unit are printed with a per cent sign."""
    return unit.strip().casefold() in _PER_CENT_UNITS


def is_signed(unit: str) -> bool:
    """Whether figures of this unit are differences, printed with + or \N{MINUS SIGN}."""
    return unit.strip().casefold() in _SIGNED_UNITS


def unit_beside(unit: str) -> str:
    """What has to stand beside a figure, since its text does not tell it: 'hours'; '' for none."""
    return "" if is_per_cent(unit) or is_signed(unit) or unit == "index" else unit


def with_unit(name: str, unit: str) -> str:
    """'Caseload (people)'; the name alone where it says the unit itself, or there is none."""
    said = not unit or re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", name, re.IGNORECASE)
    return name if said else f"{name} ({unit})"


def is_low(value: float, decimals: int, unit: str) -> bool:
    """Whether a figure is a share that is more than 0 and rounds to 0."""
    return is_per_cent(unit) and round(value, 9) > 0 and round_half_up(value, decimals) == 0


def figure_text(value: float, decimals: int, unit: str = "", low: bool = False) -> str:
    """A published figure: '67%', '+5' of points, '1,204.5'; other units stand beside it.

    A share that rounds to 0 but is not 0 reads 'less than 1%' (or 'less than 0.1%'). low: it is
    one, though the value given is rounded already.
    """
    text = bare_text(value, decimals, unit, low)
    return f"{text}%" if is_per_cent(unit) else text


def bare_text(value: float, decimals: int, unit: str = "", low: bool = False) -> str:
    """The figure without its per cent sign, where a heading has it: '67', 'less than 1', '+5'."""
    if low or is_low(value, decimals, unit):
        return f"less than {_least(decimals)}"
    sign = "+" if is_signed(unit) and round_half_up(value, decimals) > 0 else ""
    return f"{sign}{number_text(value, decimals)}"


def label_text(value: float, decimals: int, unit: str = "", low: bool = False) -> str:
    """The figure as the label of a chart has it: as elsewhere, but '<1%' for 'less than 1%'."""
    if low or is_low(value, decimals, unit):
        return f"<{_least(decimals)}%"
    return figure_text(value, decimals, unit)


def _least(decimals: int) -> str:
    """The least number of so many decimals above 0: '1', '0.1'."""
    return f"{Decimal(1).scaleb(-decimals):f}"
