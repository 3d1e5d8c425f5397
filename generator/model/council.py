"""A council's file: its people with the dates of their offices, and its committees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.model.report import Committee, Council


@dataclass(frozen=True, slots=True)
class Office:
    """A portfolio or post, from its first to its last day; None is without end on that side."""

    post: str
    first: date | None = None
    last: date | None = None

    def held_on(self, day: date) -> bool:
        """Whether it is held on that day."""
        after = self.first is None or self.first <= day
        return after and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """Somebody in a council's file. kind: 'member', 'director', 'officer' or ''."""

    key: str
    name: str
    where: Where
    kind: str = ""
    offices: tuple[Office, ...] = ()
    telephone: str = ""
    email: str = ""
    service: str = ""

    def posts_on(self, day: date) -> tuple[str, ...]:
        """The posts held on that day."""
        return tuple(office.post for office in self.offices if office.held_on(day))


@dataclass(frozen=True, slots=True)
class CouncilFile:
    """What one file of config/councils/ says. meetings: committee key -> its dates, in order."""

    council: Council
    file: str
    people: Mapping[str, OfficeHolder] = field(default_factory=dict)
    committees: Mapping[str, Committee] = field(default_factory=dict)
    meetings: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
