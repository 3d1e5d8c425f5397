"""What the commands about sign-offs share: days, and what they print."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from generator.cli.shared_options import print_json, say, shown

if TYPE_CHECKING:
    from generator.pipeline.record_sign_offs import Recorded
    from generator.signoff.events import LedgerEvent


class Day(click.DateTime):
    """A day such as 2023-03-15, as people are told of it."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """What help says for it."""
        return "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day. Raises click.BadParameter."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day; give one such as 2023-03-15", param, ctx)


DAY = Day()


def day_of(given: datetime | None) -> date:
    """The day given to a command; without one, today."""
    return given.date() if given else date.today()


def tell_recorded(recorded: Recorded, as_json: bool, dry_run: bool) -> None:
    """Say what was recorded, or would be."""
    if as_json:
        print_json(
            {
                "report": recorded.report,
                "events": [_as_plain(event) for event in recorded.events],
                "files": [str(path) for path in recorded.files],
                "dry_run": dry_run,
            }
        )
        return
    for event in recorded.events:
        click.echo(_line(event))
    for path in recorded.files:
        say(f"{'would write' if dry_run else 'wrote'} {shown(path)}")
    if not recorded.events:
        say("Nothing to record: that stands in the ledger already.")


def _line(event: LedgerEvent) -> str:
    """'signed: financial, [JG/15022023/Y], JG for Finance, 15 February 2023'."""
    from generator.model.format import DEPENDENCES
    from generator.model.wording.dates import date_text
    from generator.model.wording.english import listed

    who = f"{event.who} for {event.role}" if event.who not in ("", event.role) else event.role
    parts = [event.unit, event.code, who, date_text(event.day)]
    text = f"{event.event}: {', '.join(part for part in parts if part)}"
    narrowed = event.event == "signed" and event.covers != DEPENDENCES
    return f"{text} (covers {listed(event.covers)})" if narrowed else text


def _as_plain(event: LedgerEvent) -> dict[str, object]:
    return {
        "event": event.event,
        "unit": event.unit,
        "who": event.who,
        "role": event.role,
        "day": event.day.isoformat(),
        "code": event.code,
        "covers": list(event.covers),
    }
