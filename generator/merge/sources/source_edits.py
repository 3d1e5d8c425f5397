"""Edits of a text's printed words, and what becomes of them: changed characters, or a refusal."""

from __future__ import annotations

from typing import Literal

from generator.merge.sources.tokens import Token
from generator.model.frozen import dataclass

RefusalKind = Literal["figure", "reference", "pointer", "made", "unplaced", "divided"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Printed tokens start:end become `tokens`."""

    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters start:end of a source become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """An edit that has no place in the source. made: what the source has there, an expression."""

    kind: RefusalKind
    edit: Edit
    old: str
    new: str
    made: str = ""
