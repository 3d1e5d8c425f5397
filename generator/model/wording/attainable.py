"""Whether a printed figure can be true: which percentages a base of so many people allows.

A paper that says 100 people replied and prints 14.3%, 5.9% and 1.68% is wrong somewhere: one of 100
people is 1%, so no share of them is 14.3%. The same figures all fit 119 people.
"""

from __future__ import annotations

import re
from decimal import Decimal
from math import ceil, floor

_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")


def attainable(percent_text: str, base: int) -> bool:
    """Whether some count of `base` people gives this percentage at its printed precision.

    percent_text: '14.3%', '66', '6.50 per cent'; how many decimals it has is its precision. A value
    exactly half-way may have been rounded either way. A base of 0 or less allows nothing. Raises
    ValueError when the text holds no number.
    """
    return bool(counts_for(percent_text, base))


def counts_for(percent_text: str, base: int) -> range:
    """The counts of `base` people that print as this percentage; an empty range for none."""
    if base <= 0:
        return range(0)
    value, half = _value_and_half(percent_text)
    low = ceil((value - half) * base / 100)
    high = floor((value + half) * base / 100)
    return range(max(low, 0), min(high, base) + 1)


def bases_for(percent_texts: list[str], largest: int) -> list[int]:
    """The bases up to `largest` at which every one of the percentages is attainable."""
    return [
        base for base in range(1, largest + 1) if all(attainable(t, base) for t in percent_texts)
    ]


def _value_and_half(text: str) -> tuple[Decimal, Decimal]:
    found = _NUMBER.search(text)
    if found is None:
        raise ValueError(f"no number in {text!r}")
    whole, fraction = found.group(1).replace(",", ""), found.group(2) or ""
    places = max(len(fraction) - 1, 0)
    return Decimal(whole + fraction), Decimal(5).scaleb(-places - 1)
