"""What changed since somebody signed: only what their sign-off covers, old and new in one text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import WrongUsage, did_you_mean
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.model.wording.word_diff import changes, words
from generator.signoff.differences import differences
from generator.signoff.events import LedgerEvent
from generator.signoff.sign_off_states import Difference
from generator.signoff.sign_offs import SignOffs
from generator.signoff.signoff_rules import SIGN_OFF_UNKNOWN
from generator.signoff.statements import Statement


@dataclass(frozen=True, slots=True)
class SinceSigned:
    """A sign-off in the ledger, what it cleared, what is there now, and what differs."""

    event: LedgerEvent
    title: str
    cleared: Statement
    now: Statement
    changed: tuple[Difference, ...]


def since_signed(signed: SignOffs, report: str, since: str) -> tuple[SinceSigned, ...]:
    """What changed since a code was given, or since a unit was signed, by each who signed it.

    since: a code, or a unit by its key. Raises WrongUsage where the ledger knows no such sign-off.
    """
    found = tuple(_since(signed, report, event) for event in _events(signed, since))
    if not found:
        known = [row.code or row.unit for row in signed.rows if row.state in ("signed", "stale")]
        what, mend = "the ledger knows no such sign-off", did_you_mean(since, known)
        raise WrongUsage([SIGN_OFF_UNKNOWN.issue(Where(since), what, mend)])
    return found


def _events(signed: SignOffs, since: str) -> Iterator[LedgerEvent]:
    """The events meant, of each person the latest."""
    latest: dict[tuple[str, str], LedgerEvent] = {}
    for event in signed.ledger.events.values():
        if event.event == "signed" and since in (event.code, event.unit):
            latest[event.unit, event.who] = event
        elif event.event == "withdrawn":
            latest.pop((event.unit, event.who), None)
    yield from latest.values()


def _since(signed: SignOffs, report: str, event: LedgerEvent) -> SinceSigned:
    title = next((unit.title for unit in signed.units if unit.key == event.unit), event.unit)
    nothing = Statement(report, event.unit)
    cleared, now = event.statement or nothing, signed.statements.get(event.unit, nothing)
    return SinceSigned(event, title, cleared, now, differences(cleared, now, event.covers))


def marked(old: str, new: str) -> str:
    """Both texts in one: 'It costs [-£5-]{+£6+} a year', readable without colours.

    Words that only a space parts from a change belong to it.
    """
    before, after = words(old), words(new)
    made, at = "", 0
    for start, end, begin, stop in _joined(before, after):
        made += "".join(before[at:start])
        gone, come = "".join(before[start:end]), "".join(after[begin:stop])
        made += f"[-{gone}-]" if gone else ""
        made += f"{{+{come}+}}" if come else ""
        at = end
    return made + "".join(before[at:])


def _joined(before: list[str], after: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """The changes, those that only a space parts as one."""
    open_: tuple[int, int, int, int] | None = None
    for one in changes(before, after):
        now = (one.start, one.end, one.begin, one.stop)
        if open_ is not None and "".join(before[open_[1] : one.start]).strip() == "":
            open_ = (open_[0], one.end, open_[2], one.stop)
            continue
        if open_ is not None:
            yield open_
        open_ = now
    if open_ is not None:
        yield open_
