"""An event of the ledger: what somebody was asked, signed or withdrew, and when.

    {"code": "[JG/15022023/Y]", "covers": ["words", "figures", "recommendations"],
     "day": "2023-02-15", "digest": "9f0c...", "event": "signed", "follows": ["77ab..."],
     "role": "Finance", "statement": {...}, "unit": "financial", "who": "JG"}

`digest` is of the canonical JSON of all the rest, and `follows` holds the digests of the events
that were the last when this one was added: so no event can be changed, nor one before it, without
that being seen.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Literal, get_args

from generator.model.digests import bytes_digest
from generator.model.format import DEPENDENCES, Dependence
from generator.model.frozen import dataclass
from generator.signoff.canonical_json import canonical
from generator.signoff.statements import Statement, as_in_toto, from_in_toto

EventKind = Literal["asked", "signed", "withdrawn", "released"]
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)
_TEXTS = ("who", "role", "unit", "code")
_KEYS = {"event", *_TEXTS, "day", "covers", "statement", "follows"}


@dataclass(frozen=True, slots=True)
class LedgerEvent:
    """One event.

    who: initials of a code, or a name; '' where nobody is named. role: the unit's owner. day: of
    the code, or on which it was asked or withdrawn. unit: as in sign_offs.yaml, '' of the whole
    report. covers: what the sign-off is of. statement: what there was to be cleared; None where
    that says nothing. released: of a release, its statement as canonical JSON. follows: digests,
    sorted.
    """

    event: EventKind
    who: str
    role: str
    day: date
    unit: str
    code: str = ""
    covers: tuple[Dependence, ...] = DEPENDENCES
    statement: Statement | None = None
    released: str = ""
    follows: tuple[str, ...] = ()

    def told(self) -> dict[str, Any]:
        """Everything but its digest, as plain values."""
        cleared = None if self.statement is None else as_in_toto(self.statement)
        return {
            "event": self.event,
            "who": self.who,
            "role": self.role,
            "day": self.day.isoformat(),
            "unit": self.unit,
            "code": self.code,
            "covers": list(self.covers),
            "statement": json.loads(self.released) if self.released else cleared,
            "follows": list(self.follows),
        }

    @property
    def digest(self) -> str:
        """What others name it by when they follow it."""
        return digest_of(self.told())

    @property
    def line(self) -> bytes:
        """The event as a line of the ledger, without the line's end."""
        return canonical({**self.told(), "digest": self.digest})


def digest_of(told: dict[str, Any]) -> str:
    """SHA-256 of the canonical JSON of everything that an event tells."""
    return bytes_digest(canonical(told))


def event_from(data: Any) -> tuple[str, LedgerEvent]:
    """(digest, event) of a line's plain values. Raises ValueError with what is wrong."""
    if not isinstance(data, dict):
        raise ValueError("is no event: it should be a JSON object")
    _check_keys(set(data))
    told = {key: value for key, value in data.items() if key != "digest"}
    if digest_of(told) != data["digest"]:
        raise ValueError("was changed after it was written: its digest is not that of what it says")
    return data["digest"], _event(told)


def _check_keys(keys: set[str]) -> None:
    unknown, missing = sorted(keys - _KEYS - {"digest"}), sorted((_KEYS | {"digest"}) - keys)
    if unknown:
        raise ValueError(f"has an unknown key {unknown[0]!r}")
    if missing:
        raise ValueError(f"has no key {missing[0]!r}")


def _event(told: dict[str, Any]) -> LedgerEvent:
    if told["event"] not in EVENT_KINDS:
        raise ValueError(f"is of an unknown kind {told['event']!r}")
    for key in _TEXTS:
        if not isinstance(told[key], str):
            raise ValueError(f"has a {key!r} that is no text")
    covers, follows, statement = told["covers"], told["follows"], told["statement"]
    if not isinstance(covers, list) or not set(map(str, covers)) <= set(DEPENDENCES):
        raise ValueError(f"covers {covers!r}, which is no list of {', '.join(DEPENDENCES)}")
    if not isinstance(follows, list) or not all(isinstance(one, str) for one in follows):
        raise ValueError("has a 'follows' that is no list of digests")
    release = told["event"] == "released"
    return LedgerEvent(
        event=told["event"],
        who=told["who"],
        role=told["role"],
        day=_day(told["day"]),
        unit=told["unit"],
        code=told["code"],
        covers=tuple(covers),
        statement=None if release or statement is None else from_in_toto(statement),
        released=canonical(statement).decode() if release else "",
        follows=tuple(follows),
    )


def _day(text: Any) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise ValueError(f"has a 'day' that is no date: {text!r}") from error
