"""Officers' comments as they are listed: whose, how old, on what, and whether answered.

A line of comments.jsonl:
    {"author": "Finance", "date": "2023-02-16T09:00:00Z", "text": "Net of grant?",
     "words": "£1.2m", "unit": "financial", "resolved": false,
     "replies": [{"author": "A Author", "date": "2023-02-17T10:00:00Z", "text": "Yes."}],
     "file": "draft-finance.docx"}
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from generator.model.frozen import dataclass
from generator.model.readings import Reply

State = Literal["open", "answered", "resolved"]
STATES: tuple[State, ...] = ("open", "answered", "resolved")


@dataclass(frozen=True, slots=True)
class OfficerComment:
    """A comment. date: ISO, '' where unknown. words: what it is about. file: where it was made.

    unit: what it stands in: a unit of the report, or of a Word file the heading above it.
    """

    author: str
    date: str
    text: str
    words: str
    unit: str
    resolved: bool
    replies: tuple[Reply, ...]
    file: str

    @property
    def state(self) -> State:
        """Whether somebody must still do something: answered is not yet resolved."""
        if self.resolved:
            return "resolved"
        return "answered" if self.replies else "open"

    def age(self, today: datetime.date | None) -> int | None:
        """Days from its date until today; None where one of them is unknown."""
        made = day_of(self.date)
        return None if made is None or today is None else (today - made).days

    def as_plain(self, today: datetime.date | None) -> dict[str, Any]:
        """As `--json` prints it."""
        replies = [
            {"author": one.author, "date": one.date, "text": one.text} for one in self.replies
        ]
        return {
            "unit": self.unit,
            "author": self.author,
            "date": self.date,
            "age": self.age(today),
            "state": self.state,
            "text": self.text,
            "words": self.words,
            "replies": replies,
            "file": self.file,
        }


def day_of(text: str) -> datetime.date | None:
    """The day of an ISO date with or without a time; None where it is none."""
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def newest_day(comments: Iterable[OfficerComment]) -> datetime.date | None:
    """The latest day on which somebody said something; None where no day is known."""
    told = (
        day_of(said)
        for one in comments
        for said in (one.date, *(each.date for each in one.replies))
    )
    return max((day for day in told if day is not None), default=None)


def in_order(comments: Sequence[OfficerComment]) -> list[OfficerComment]:
    """By unit, in the order in which the units first appear; in each by author, the oldest first.

    A comment of an unknown date comes last.
    """
    units = {unit: place for place, unit in enumerate(dict.fromkeys(one.unit for one in comments))}
    return sorted(comments, key=lambda one: (units[one.unit], one.author, not one.date, one.date))
