"""Lettered lists kept in sequence: Markdown counts its own numbers, but not `A.`, `(a)` or `ii.`.

    a. first            a. first
    a. put in           b. put in
    b. second           c. second

Only lists that a change broke are told anew; what an author wrote out of sequence stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model.wording.counting import roman

_MARKER = re.compile(
    r"(?P<indent>[ \t>]*)(?P<open>\(?)(?P<sign>[A-Za-z]|[ivxl]{2,6})(?P<close>[.)])[ \t]"
)
_MOST = 90  # as far as lettered lists are read


def in_sequence(before: str, after: str) -> str:
    """The changed text of a narrative with the letters of its changed lists in sequence."""
    old = before.split("\n")
    known = [tuple(old[at] for at in run) for run in _runs(old)]
    lines = after.split("\n")
    for run in list(_runs(lines)):
        said = [lines[at] for at in run]
        was = next((one for one in known if any(line in one for line in said)), ())
        if not was or tuple(said) in known:
            continue
        in_roman = _is_roman(was)
        start = _ordinal(was[0], in_roman)
        if [_marked(line, start + step, in_roman) for step, line in enumerate(was)] == [*was]:
            for step, at in enumerate(run):
                lines[at] = _marked(lines[at], start + step, in_roman)
    listed = {at for run in _runs(lines) for at in run}
    for at, line in enumerate(lines):
        found = _MARKER.match(line)
        if found is not None and at not in listed and any(line in one for one in known):
            # Alone a letter begins no list, but a number does.
            lines[at] = f"{found['indent']}1.{line[found.end('close') :]}"
    return "\n".join(lines)


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """The lines of the items of each lettered list, of two items or more."""
    taken: set[int] = set()
    for at, line in enumerate(lines):
        found = _MARKER.match(line)
        if found is None or at in taken:
            continue
        run = [at, *_others(lines, at, found)]
        taken |= set(run)
        if len(run) > 1:
            yield run


def _others(lines: Sequence[str], first: int, found: re.Match[str]) -> Iterator[int]:
    blank = False
    for at in range(first + 1, len(lines)):
        here, indent = _MARKER.match(lines[at]), len(lines[at]) - len(lines[at].lstrip(" \t>"))
        if not lines[at].strip(" \t>"):
            blank = True
            continue
        alike = here is not None and all(
            here[name] == found[name] for name in ("indent", "open", "close")
        )
        if alike:
            yield at
        elif indent <= len(found["indent"]) and (blank or indent < len(found["indent"])):
            return
        blank = False


def _is_roman(lines: Sequence[str]) -> bool:
    signs = [found["sign"] for line in lines if (found := _MARKER.match(line))]
    return signs[0] == "i" or any(len(sign) > 1 for sign in signs)


def _ordinal(line: str, in_roman: bool) -> int:
    found = _MARKER.match(line)
    sign = found["sign"] if found is not None else "a"
    if in_roman:
        return next((number for number in range(1, _MOST) if roman(number) == sign), 1)
    return ord(sign.lower()) - ord("a") + 1


def _marked(line: str, ordinal: int, in_roman: bool) -> str:
    """An item with the marker of its place; as it is where there is no such letter."""
    found = _MARKER.match(line)
    if found is None or (ordinal > 26 and not in_roman):
        return line
    sign = roman(ordinal) if in_roman else chr(ord("a") + ordinal - 1)
    sign = sign.upper() if found["sign"].isupper() else sign
    return line[: found.start("sign")] + sign + line[found.end("sign") :]
