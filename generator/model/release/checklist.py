"""What was checked before a release, what was found, and what is left to people."""

from __future__ import annotations

from typing import Literal

from generator.model.frozen import dataclass

CheckState = Literal["met", "partly met", "not applied"]


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """A rule. looked_for: the fault, in a sentence. found: each issue, or why it is not applied."""

    rule: str
    looked_for: str
    state: CheckState
    found: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistPart:
    """A family: its name, its question, its rules, and what only people can see."""

    family: str
    question: str
    rows: tuple[ChecklistRow, ...]
    left_to_people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """The checklist of a release. sign_offs: (what, owner, day, code). files: name, SHA-256."""

    title: str
    council: str
    version: int
    parts: tuple[ChecklistPart, ...]
    sign_offs: tuple[tuple[str, str, str, str], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
