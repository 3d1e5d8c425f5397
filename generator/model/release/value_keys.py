"""The keys of printed values read back: which figure of which finding a value is.

    sw.stress["Never"].group("North").percent@2021..2022

`model/findings.py` makes these keys; values of no finding (`sourced.vacancies.value`) are not read.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.model.frozen import dataclass

_TOGETHER = r"\.any_of\((?P<together>.*)\)"
_REST = re.compile(
    rf'(?:{_TOGETHER}|\["(?P<category>.*)"\])?(?:\.group\("(?P<group>.*)"\))?'
    r"\.(?P<part>[a-z_]+)(?:@(?P<waves>.+))?",
    re.S,
)


@dataclass(frozen=True, slots=True)
class KeyParts:
    """What a key names. categories: the answer, or several counted together. waves: earlier first,
    () where it names none.
    """

    finding: str
    part: str
    categories: tuple[str, ...] = ()
    group: str | None = None
    waves: tuple[str, ...] = ()


def read_value_key(key: str, findings: Collection[str]) -> KeyParts | None:
    """The parts of a value's key; None where it is of none of the findings, given by their keys."""
    name = finding_in(key, findings)
    match = _REST.fullmatch(key, len(name)) if name else None
    if match is None:
        return None
    answers: tuple[str, ...] = ()
    if match["together"] is not None:
        answers = tuple(match["together"].strip('"').split('", "'))
    elif match["category"] is not None:
        answers = (match["category"],)
    waves = tuple(match["waves"].split("..")) if match["waves"] else ()
    return KeyParts(name, match["part"], answers, match["group"], waves)


def finding_in(key: str, findings: Collection[str]) -> str:
    """The finding that a key begins with: 'group.name', which holds one dot; '' for none."""
    name = ".".join(re.split(r"[.\[]", key, maxsplit=2)[:2])
    return name if name in findings else ""
