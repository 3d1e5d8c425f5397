"""Counts, rates and periods as the method note words them."""

from __future__ import annotations

from generator.model.findings import Collection
from generator.model.rounding import number_text


def rate_text(found: Collection) -> str:
    """The share of those asked who were counted: '35%'."""
    rate = 100 * found.received / (found.sent or 1)
    return f"{number_text(rate)}%"


def count_text(number: int) -> str:
    """A number of people or answers: '1,234'."""
    return f"{number:,}"


def plural(reason: str) -> str:
    """'duplicate answers' of 'duplicate answer'."""
    return reason if reason.endswith("s") else f"{reason}s"
