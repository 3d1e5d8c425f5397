"""Names that stand behind a paragraph, {#workload}, where paragraphs are divided and joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.merge.sources.source_edits import Splice

_NAMES = re.compile(r"[ \t]*\{[#.][^\s{}][^{}]*\}[ \t]*$")
_NAMED = re.compile(r"\{((?:[ \t]*[#.][^\s{}#.]+)+)[ \t]*\}[ \t]*$", re.MULTILINE)


def named_first(source: str, made: Splice, between: str) -> list[Splice]:
    """The change that divides a text; its first part keeps the name that stands at its end.

    between: what stands between two paragraphs.
    """
    name = _NAMES.search(source)
    if name is None or name.start() < made.end:
        return [made]
    head, apart, tail = made.text.partition(between)
    moved = f"{head}{name[0].rstrip()}{apart}{tail}"
    return [Splice(made.start, made.end, moved), Splice(name.start(), name.end(), "")]


def names_kept(source: str, joins: Sequence[tuple[int, int]]) -> list[Splice]:
    """The names of paragraphs that are joined to the next, which has them before its own.

    joins: the characters that change where paragraphs are joined, in order.
    """
    found = (one for join in joins for one in _NAMED.finditer(source[slice(*join)]))
    said = " ".join(one[1] for one in found).split()
    names = " ".join(one for one in said if one.startswith("#"))
    last = _NAMES.search(source)
    if not names:
        return []
    if last is None or last.start() < joins[-1][1]:
        at = len(source.rstrip())
        return [Splice(at, at, f" {{{names}}}")]
    at = last.start() + last[0].index("{") + 1
    return [Splice(at, at, f"{names} ")]
