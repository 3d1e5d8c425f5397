"""How a council holds the rules of `committee check`: what it says under `checks:` in its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from generator.model.frozen import dataclass
from generator.model.issues import Severity, Where


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What a council says of one rule. where: in its file. severity: None for the rule's own.

    off: why the rule is not applied, '' where it is. numbers: thresholds by name. terms:
    words of the council's own that the rule knows besides its own.
    """

    where: Where
    severity: Severity | None = None
    off: str = ""
    numbers: Mapping[str, float] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
