"""The days of a report before and after its meeting, and how a council counts back to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from generator.model.frozen import dataclass

DueKind = Literal[
    "notice",
    "considered",
    "draft",
    "sign_off",
    "final",
    "published",
    "publication",
    "meeting",
    "decision",
    "call_in",
]


@dataclass(frozen=True, slots=True)
class TimetableSettings:
    """Working days between one day and the next.

    final: from the final report at democratic services to publication. sign_offs: from the
    sign-offs to that day; owners: owner -> another number. draft: from the draft, which officers
    are asked to look at, to the first sign-off. call_in: after the meeting, in which a decision may
    be called in; 0 for none.
    """

    final: int = 1
    sign_offs: int = 3
    owners: Mapping[str, int] = field(default_factory=dict)
    draft: int = 5
    call_in: int = 0


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day of the timetable.

    key: its own within the report, the same in each run. source: the law that asks for it, '' for
    what the council or the report says. clear: working days between it and the meeting, neither
    counted.
    """

    kind: DueKind
    key: str
    what: str
    day: date
    source: str = ""
    clear: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice of a key decision, in the forward plan.

    day: on which it was given, None where it was not. exception: how the decision is taken without
    it, '' or a name of `Law.exceptions`; reason: why.
    """

    day: date | None = None
    exception: str = ""
    reason: str = ""
