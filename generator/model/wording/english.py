"""The small words of English: lists, quotation marks, capitals, numbers in words, plurals."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.wording.rounding import number_text

_SMALL_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip
CURLY = "\u201c\u201d\u2018\u2019\u201e\u201f\u00ab\u00bb"
"""Quotation marks that word processors put in the place of straight ones."""
SHORTENED = 60  # characters, where no other limit is given


def listed(parts: Sequence[str], word: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'; '' for nothing. word: what stands before the last."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def few_listed(items: Sequence[object], limit: int = 5) -> str:
    """'17, 56 and 9 more': as many as the limit, and how many there are besides."""
    shown = [str(item) for item in items[:limit]]
    more = [f"{len(items) - limit} more"] if len(items) > limit else []
    return listed([*shown, *more])


def quoted(text: str) -> str:
    """The text in double quotation marks."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}"


def capital(text: str) -> str:
    """The first letter as a capital, the others as they are."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The first letter small, the others as they are."""
    return text[:1].lower() + text[1:]


def shortened(text: str, limit: int = SHORTENED) -> str:
    """The text, cut with '...' to so many characters where it has more."""
    return text if len(text) <= limit else text[: limit - 3].rstrip() + "..."


def in_words(number: int) -> str:
    """'no', 'one', ... 'ten'; figures above that, and below 0: '1,234'."""
    return _SMALL_NUMBERS[number] if 0 <= number < len(_SMALL_NUMBERS) else number_text(number)


def counted(number: int, noun: str) -> str:
    """'1 duplicate answer', '1,234 duplicate answers'. noun: one that takes an s."""
    many = noun if number == 1 or noun.endswith("s") else f"{noun}s"
    return f"{number_text(number)} {many}"
