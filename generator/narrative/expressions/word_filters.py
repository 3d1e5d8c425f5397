"""Numbers, dates and lists in words, as filters: `{{ sw.x.count | words }}`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from generator.model.wording import english
from generator.model.wording.dates import date_text
from generator.model.wording.rounding import MINUS, number_text
from generator.narrative.expressions.spoken import (
    Listing,
    Number,
    Refused,
    SpokenText,
    describe,
    spoken_text,
)

FIRST = (
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)


def words(value: Any) -> SpokenText:
    """A whole number in words up to ten ('no', 'one', ..., 'ten'), in figures above: '1,234'."""
    return SpokenText(english.in_words(whole_number(value, "words")), key_of(value))


def ordinal(value: Any) -> SpokenText:
    """'first' to 'tenth', then '11th', '22nd'."""
    number = whole_number(value, "ordinal")
    if 1 <= number < len(FIRST):
        return SpokenText(FIRST[number], key_of(value))
    last_two, last = number % 100, number % 10
    ending = "th" if 11 <= last_two <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
    return SpokenText(f"{number:,}{ending}", key_of(value))


def number(value: Any, decimals: int = 0) -> SpokenText:
    """A number rounded half up, with commas: '1,234', '6.5'."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refused(
            f"| number cannot round {describe(value)}", "give it a number, such as .value"
        )
    if not isinstance(decimals, int) or not 0 <= decimals <= 6:
        raise Refused(f"| number rounds to 0 to 6 decimals, not {decimals!r}")
    if abs(value) >= 1e15 or value != value:
        raise Refused("the number is too large to print")
    return SpokenText(number_text(value, decimals), key_of(value) or "computed")


def plural(value: Any, one: str, many: str) -> SpokenText:
    """`{{ sw.x.count | plural("reply", "replies") }}`: '1 reply', '94 replies'."""
    count = whole_number(value, "plural")
    text = f"{number_text(count)} {one if count == 1 else many}"
    return SpokenText(text, key_of(value))


def join_with(value: Any, word: str = "and") -> SpokenText:
    """A list as 'a, b and c', or with another word: `| listed("or")`."""
    if isinstance(value, str) or not isinstance(value, list | tuple | range | Listing):
        raise Refused(f"| joined needs a list, not {describe(value)}")
    if isinstance(value, Listing):
        return SpokenText(english.listed(value.told(), word), value.key)
    parts = [spoken_text(entry) for entry in value]
    return SpokenText(english.listed([str(part) for part in parts], word), _keys(parts))


def _keys(parts: list[Any]) -> str:
    keys = [key_of(part) for part in parts]
    return keys[0] if keys and all(keys) else ""


def capital(value: Any) -> SpokenText:
    """The first letter as a capital, for the start of a sentence."""
    return SpokenText(english.capital(str(spoken_text(value))), key_of(value))


def lower(value: Any) -> SpokenText:
    """The first letter small, for the middle of a sentence."""
    return SpokenText(english.small(str(spoken_text(value))), key_of(value))


def upper(value: Any) -> SpokenText:
    """All capitals."""
    return SpokenText(str(spoken_text(value)).upper(), key_of(value))


def date_words(value: Any) -> SpokenText:
    """`{{ "2023-03-15" | date }}`: '15 March 2023'."""
    try:
        return SpokenText(date_text(date.fromisoformat(str(value))), key_of(value) or "date")
    except ValueError:
        mend = 'write a date such as "2023-03-15"'
        raise Refused(f"| date cannot read {describe(value)}", mend) from None


def without_sign(value: Any) -> SpokenText:
    """The text without its minus or plus sign."""
    return SpokenText(str(spoken_text(value)).lstrip(MINUS + "+-"), key_of(value))


def whole_number(value: Any, name: str) -> int:
    """The value as a whole number. Raises Refused."""
    if isinstance(value, str):
        text = value.replace(",", "")
        if text.isascii() and text.isdigit() and len(text) < 16:
            return int(text)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        number = float(value)
        if abs(number) < 1e15 and number.is_integer():
            return int(number)
    raise Refused(f"| {name} needs a whole number, not {describe(value)}")


def key_of(value: Any) -> str:
    """The key of what an expression computed; '' for what an author typed."""
    return value.key if isinstance(value, SpokenText | Number | Listing) else ""


FILTERS: Mapping[str, Callable[..., Any]] = {
    "words": words,
    "ordinal": ordinal,
    "number": number,
    "plural": plural,
    "joined": join_with,
    "capital": capital,
    "capitalize": capital,
    "lower": lower,
    "upper": upper,
    "date": date_words,
    "unsigned": without_sign,
}
