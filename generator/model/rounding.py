"""How figures become text: rounded half up, thousands with commas, per cents with their sign.

Half up means half away from zero on the decimal value: 66.5 prints as 67, 2.25 with one decimal as
2.3, -0.5 as -1. A computed value carries binary noise (100 * 23 / 40 is 57.49999999999999); it is
first rounded to nine decimals, so what is a half on paper is a half here.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

PER_CENT = "per cent"
MINUS = "\N{MINUS SIGN}"


def round_half_up(value: float, decimals: int = 0) -> Decimal:
    """The value rounded half up to so many decimals; never minus zero."""
    exact = Decimal(f"{value:.9f}")
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded


def rounded_number(value: float, decimals: int = 0) -> float:
    """The value rounded half up, as a number for charts: an int where there are no decimals."""
    rounded = round_half_up(value, decimals)
    return float(rounded) if decimals > 0 else int(rounded)


def number_text(value: float, decimals: int = 0) -> str:
    """A number as text: '1,234', '6.5', '\N{MINUS SIGN}3' with a true minus sign."""
    rounded = round_half_up(value, decimals)
    sign = MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):,.{decimals}f}"


def figure_text(value: float, decimals: int, unit: str) -> str:
    """A published figure as text: '67%' for per cents, else the number alone.

    A share that rounds to 0 but is not 0 reads 'less than 1%' (or 'less than 0.1%').
    """
    if unit != PER_CENT:
        return number_text(value, decimals)
    if round_half_up(value, decimals) == 0 and round(value, 9) > 0:
        return f"less than {Decimal(1).scaleb(-decimals):f}%"
    return f"{number_text(value, decimals)}%"
