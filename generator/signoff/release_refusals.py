"""What stands between a report's sign-offs and its release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.model.issues import Issue, Rule, Where
from generator.model.wording.dates import date_text
from generator.signoff.sign_off_states import SignOffState, Standing
from generator.signoff.signoff_rules import (
    RELEASE_DATE,
    RELEASE_MISSING,
    RELEASE_STALE,
    RELEASE_UNBOUND,
    RELEASE_WITHDRAWN,
)

_RULES: Mapping[SignOffState, Rule] = {
    "missing": RELEASE_MISSING,
    "asked": RELEASE_MISSING,
    "stale": RELEASE_STALE,
    "withdrawn": RELEASE_WITHDRAWN,
    "unbound": RELEASE_UNBOUND,
}


def release_refusals(
    rows: Iterable[Standing], where: Where, published: date | None, today: date
) -> Iterator[Issue]:
    """An issue for each sign-off with which the report cannot be released.

    where: of sign_offs.yaml. published: the day on which the report is published, if it says so.
    """
    for row in rows:
        rule = _RULES.get(row.state)
        if rule is not None:
            yield rule.issue(where, _what(row))
        if row.date is not None and row.given:
            last = min(today, published) if published else today
            if row.date > last:
                day = "today" if last == today else f"publication on {date_text(last)}"
                what = f"{_named(row)} is dated {date_text(row.date)}, after {day}"
                yield RELEASE_DATE.issue(where, what)


def _named(row: Standing) -> str:
    """'Financial implications [JG/15022023/Y] (Finance)'."""
    code = row.code or row.who
    owner = f" ({row.owner})" if row.owner else ""
    return " ".join(part for part in (row.title.rstrip(":"), code) if part) + owner


def _what(row: Standing) -> str:
    states = {
        "missing": "is not signed off",
        "asked": "is asked for and not signed off yet",
        "stale": "has changed since it was signed",
        "withdrawn": "was signed and withdrawn",
        "unbound": "is not in the ledger",
    }
    changed = "; ".join(
        f"{one.kind}: {one.old or '(nothing)'!r} is now {one.new or '(nothing)'!r}"
        for one in row.changed[:3]
    )
    return f"{_named(row)} {states[row.state]}" + (f": {changed}" if changed else "")
