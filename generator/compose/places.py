"""Finding what somebody calls 'para 3.11', 'fig 3' or 'R2' among the texts of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.errors import CommitteeError, did_you_mean
from generator.model.release.explained import PrintedText, PrintedValue
from generator.model.wording.quotation_marks import straight

_NUMBER = re.compile(r"([a-z ]*?)(\d+(?:\.\d+)*)")
_NEAREST = 3


def texts_at(texts: Sequence[PrintedText], place: str) -> tuple[PrintedText, ...]:
    """The texts that a place names, or that print a value of that key, or printed so ('35%').

    Raises CommitteeError.
    """
    asked = _asked(place)
    names = _called(asked)
    found = tuple(one for one in texts if names & one.names)
    found = found or tuple(one for one in texts if any(_is_asked(v, place) for v in one.values))
    if found:
        return found
    raise CommitteeError(f"there is no {place!r} in the report; {_nearest(texts, asked)}")


def only_key(texts: Iterable[PrintedText], place: str) -> Iterator[PrintedText]:
    """The texts, with only the values of a key, or of a figure, where that was asked for."""
    names = _called(_asked(place))
    for text in texts:
        named = not names.isdisjoint(text.names)  # paragraph 3.5 may print 3.5, and more
        values = () if named else tuple(one for one in text.values if _is_asked(one, place))
        yield replace(text, values=values) if values else text


def _asked(place: str) -> str:
    return " ".join(straight(place).casefold().split()).rstrip(".:")


def _called(asked: str) -> frozenset[str]:
    """A place by all the names that it may go by: 'para 3.11' is 'paragraph 3.11'."""
    spoken = re.sub(r"^(para|paras|paragraphs)\b\.? ?", "paragraph ", asked)
    spoken = re.sub(r"^fig\b\.? ?", "figure ", spoken)
    return frozenset({asked, spoken, re.sub(r"^r ?(?=\d)", "r", spoken)})


def _is_asked(value: PrintedValue, place: str) -> bool:
    """Whether a value is asked for, by its key or by the figure that it prints."""
    printed = any(map(str.isdigit, place)) and value.text == " ".join(place.split())
    return printed or _is_key(value.key, place)


def _is_key(key: str, asked: str) -> bool:
    """Whether a key is the one that is asked for, or one of the finding that is asked for."""
    return key == asked or (key.startswith(asked) and key[len(asked)] in "@.[" and "." in asked)


def _nearest(texts: Sequence[PrintedText], asked: str) -> str:
    number = _NUMBER.fullmatch(asked)
    known = dict.fromkeys(name for text in texts for name in sorted(text.names))
    if number is not None:
        alike = (_NUMBER.fullmatch(name) for name in known)
        there = [one[0] for one in alike if one is not None and one[1] == number[1]]
        there.sort(key=lambda name: _distance(_steps(name), _steps(asked)))
        if there:
            return f"the nearest are {', '.join(sorted(there[:_NEAREST], key=_steps))}"
    if "%" in asked:
        return "it prints no computed figure so; name a paragraph, table, figure or heading"
    keys = dict.fromkeys(value.key.split("@")[0] for text in texts for value in text.values)
    return did_you_mean(asked, [*known, *keys]) or "name a paragraph, table, figure or heading"


def _steps(number: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", number)))


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    length = max(len(one), len(other))
    first, second = (steps + (0,) * (length - len(steps)) for steps in (one, other))
    return tuple(abs(a - b) for a, b in zip(first, second, strict=True))
