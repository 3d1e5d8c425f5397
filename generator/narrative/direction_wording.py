"""A wording of direction: an expression that is compiled only where its core stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


class Wording(NamedTuple):
    """An expression in three parts. core: is looked for alone first, in small letters, since few
    texts have it and the whole takes milliseconds to compile.
    """

    lead: str
    core: str
    rest: str = ""

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in the text where the whole stands."""
        return next(self.find_all(text), None)

    def find_all(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in the text where the whole stands, as `re.finditer` gives them."""
        if in_small_letters(self.core).search(text.casefold()) is not None:
            yield from pattern(f"{self.lead}{self.core}{self.rest}").finditer(text)


@cache
def in_small_letters(expression: str) -> re.Pattern[str]:
    """To look only whether something stands in a casefolded text: five times as fast as to do so
    whatever the case, since alternatives are told by their first letter.
    """
    return re.compile(expression)


@cache
def pattern(expression: str) -> re.Pattern[str]:
    """An expression that is met in any case, compiled when it is first asked for."""
    return re.compile(expression, re.IGNORECASE)
