"""One thing that is wrong in a file, before it has a place that people can find."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.model.issues import Rule
from generator.word.package.elements import Element


class Fault(NamedTuple):
    """What breaks a rule. part: the name of the part, '' for the file as a whole.

    node: the element in it, None for the part as a whole. words: what to quote, '' for the text of
    the paragraph that the element stands in.
    """

    rule: Rule
    message: str
    part: str = ""
    node: Element | None = None
    mend: str = ""
    words: str = ""


class Story(NamedTuple):
    """A part that holds text. kind: of its relationship ('header'); 'document' for the main one."""

    name: str
    kind: str
    root: Element


Look = Callable[[Story], Iterator[Fault]]


def repeated(values: Iterable[str]) -> list[str]:
    """The values that stand more than once, each once, in the order of their second time."""
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for value in values:
        if value in seen:
            twice[value] = None
        seen.add(value)
    return list(twice)


def named(part: str) -> str:
    """A part as messages name it."""
    return f"the part {part}"
