"""How each sign-off of a report stands: what is there now, held against what the ledger says.

A unit has a row for each sign-off, and for each that is still to come: it is as good as its worst.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.compose.parts.sign_offs import signatures
from generator.config.report.sign_offs import signer
from generator.model.format import Dependence, Format
from generator.model.frozen import dataclass
from generator.model.report import Report, SignOff
from generator.signoff.differences import differences
from generator.signoff.events import LedgerEvent
from generator.signoff.ledger import Ledger
from generator.signoff.sign_off_states import Difference, SignOffState, Standing
from generator.signoff.signed_units import SignedUnit
from generator.signoff.statements import Statement


def standings(
    report: Report,
    format_: Format,
    units: Iterable[SignedUnit],
    statements: Mapping[str, Statement],
    ledger: Ledger,
) -> tuple[Standing, ...]:
    """Every sign-off that is there or owed, by unit in the format's order.

    statements: what each unit that is printed says now.
    """
    found: list[Standing] = []
    for unit in units:
        given = [one for one in report.sign_offs if one.implication == unit.key]
        now = statements.get(unit.key)
        view = _View(unit, format_, now or Statement(report.name, unit.key), ledger)
        printed = now is not None
        found += _of_people(view, given) if unit.people else _of_unit(view, given, printed)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _View:
    """What one unit is looked at with."""

    unit: SignedUnit
    format: Format
    now: Statement
    ledger: Ledger

    def row(self, state: SignOffState, who: str = "", day: date | None = None) -> Standing:
        """A row without a sign-off."""
        owner = who if self.unit.people and who else self.unit.owner
        return Standing(self.unit.key, self.unit.title, owner, state, who, date=day)

    def who(self, given: SignOff) -> str:
        """Who gave a sign-off."""
        return signer(self.format.sign_off, given.code, given.officer)

    def events(self, who: str) -> tuple[LedgerEvent, ...]:
        """The latest events of somebody, of whatever kind."""
        unit = self.unit.key
        return self.ledger.latest(lambda one: one.unit == unit and one.who == who)


# ---------------------------------------------------------------- sign-offs that are there
def _given(view: _View, given: SignOff, who: str = "") -> Standing:
    """How a sign-off of sign_offs.yaml stands."""
    who = who or view.who(given)
    events = view.ledger.latest(lambda one: _is_of(one, given, who))
    state, covers, changed = _state(view, events)
    unit = view.unit
    owner = who if unit.people else unit.owner
    return Standing(
        unit.key, unit.title, owner, state, who, given.code, given.date, covers, changed
    )


def _is_of(event: LedgerEvent, given: SignOff, who: str) -> bool:
    """Whether an event tells of that sign-off: by its code, or by name and day."""
    if event.unit != given.implication:
        return False
    if given.code:
        return event.code == given.code and event.event in ("signed", "withdrawn")
    same = event.who in (who, given.officer)
    signed = event.event == "signed" and event.day == given.date
    return same and (signed or event.event == "withdrawn")


def _state(
    view: _View, events: Sequence[LedgerEvent]
) -> tuple[SignOffState, tuple[Dependence, ...], tuple[Difference, ...]]:
    if not events:
        return "unbound", (), ()
    if any(one.event == "withdrawn" for one in events):
        return "withdrawn", (), ()
    changed: tuple[Difference, ...] = ()
    for event in events:
        cleared = event.statement or Statement(view.now.report, view.unit.key)
        changed = differences(cleared, view.now, event.covers)
        if not changed:
            return "signed", event.covers, ()
    return "stale", events[-1].covers, changed


# ---------------------------------------------------------------- sign-offs still to come
def _of_unit(view: _View, given: Sequence[SignOff], printed: bool) -> Iterator[Standing]:
    yield from (_given(view, one) for one in given)
    signers = {view.who(one) for one in given}
    named = {one.who for one in view.ledger.events.values() if one.unit == view.unit.key}
    owed = [row for who in sorted(named - signers - {""}) for row in _owed_by(view, who)]
    yield from owed
    if given or owed:
        return
    asked = view.events("")
    if asked and asked[-1].event != "signed":
        yield view.row(_owed_after(asked[-1]), "", asked[-1].day)
    elif printed and view.unit.required:
        yield view.row("missing")


def _owed_by(view: _View, who: str) -> Iterator[Standing]:
    """Somebody who was asked by name, or has withdrawn and nobody has signed since."""
    for event in view.events(who)[-1:]:
        taken_back = event.event == "withdrawn" and not _superseded(view, event)
        if event.event == "asked" or taken_back:
            yield view.row(_owed_after(event), who, event.day)


def _owed_after(event: LedgerEvent) -> SignOffState:
    return "asked" if event.event == "asked" else "withdrawn"


def _superseded(view: _View, event: LedgerEvent) -> bool:
    """Whether after a withdrawal anybody has signed, or the owner was asked again."""
    unit = view.unit.key

    def answers(one: LedgerEvent) -> bool:
        asked = one.event == "asked" and not one.who
        return one.unit == unit and (one.event == "signed" or asked)

    return event not in view.ledger.latest(lambda one: one == event or answers(one))


def _of_people(view: _View, given: Sequence[SignOff]) -> Iterator[Standing]:
    """Everybody of a row of the front matter, each with their own or a deputy's signature."""
    for person, signature in signatures(view.unit.people, given):
        if signature is not None:
            yield _given(view, signature, signature.officer or person.name)
            continue
        events = [*view.events(""), *view.events(person.name)]
        if events and events[-1].event in ("asked", "withdrawn"):
            yield view.row(_owed_after(events[-1]), person.name, events[-1].day)
        elif view.unit.required:
            yield view.row("missing", person.name)
