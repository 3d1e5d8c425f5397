"""Recording who is asked, who signs and who takes it back: in sign_offs.yaml and the ledger.

Both files are read, checked with what is new in them, and written whole or not at all, while
nobody else writes in the report's folder. The report itself must be sound: a sign-off is of what it
says now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.config.workspace import SIGN_OFFS_FILE, Workspace
from generator.errors import InputProblems, WrongUsage, did_you_mean
from generator.merge.cleared_words import ClearedWords
from generator.model.format import Dependence
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.pipeline import stages
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.report import prepare
from generator.publish.atomic import readable_errors, write_files
from generator.publish.folder_lock import locked
from generator.signoff.events import EventKind, LedgerEvent
from generator.signoff.ledger import appended
from generator.signoff.sign_off_entries import (
    CheckedSignOff,
    GivenSignOff,
    checked,
    chosen_entry,
    held_entries,
    with_sign_off,
    without_sign_off,
)
from generator.signoff.sign_off_states import Standing
from generator.signoff.sign_offs import LEDGER_FILE, SignOffs
from generator.signoff.signed_units import SignedUnit
from generator.signoff.signoff_rules import SIGN_OFF_UNIT, SIGN_OFF_UNKNOWN

ALL = "all"
_TO_ASK = ("missing", "stale", "withdrawn")


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded: the events, and the files that changed, or would change."""

    report: str
    events: tuple[LedgerEvent, ...]
    files: tuple[Path, ...]


class _Desk:
    """A report with its sign-offs, open for recording. sign_offs, name: the file's bytes and name.

    Raises InputProblems where the report is not sound.
    """

    def __init__(self, workspace: Workspace, report: str) -> None:
        self.workspace = workspace
        self.inputs = read_inputs(workspace, report)
        prepared = prepare(self.inputs)
        self.loaded = prepared.loaded
        signed = prepared.composed.sign_offs
        assert signed is not None, "a draft has sign-offs"
        self.signed: SignOffs = signed
        self.sign_offs = self._bytes(SIGN_OFFS_FILE)
        self.name = self.inputs.shown(SIGN_OFFS_FILE)

    def _bytes(self, name: str) -> bytes:
        path = self.inputs.path(name)
        return self.inputs.files.read(path) if self.inputs.files.exists(path) else b""

    def unit(self, key: str) -> SignedUnit:
        """The unit of that key. Raises WrongUsage for another."""
        known = {unit.key: unit for unit in self.signed.units}
        if key in self.signed.statements:
            return known[key]
        what = f"nobody signs off such a unit in the format {self.loaded.format.key}"
        mend = did_you_mean(key, list(self.signed.statements))
        if key in known:
            what, mend = "is not printed in this report, so there is nothing to clear", ""
        raise WrongUsage([SIGN_OFF_UNIT.issue(Where(key), what, mend)])

    def event(
        self,
        kind: EventKind,
        unit: SignedUnit,
        who: str,
        day: date,
        code: str = "",
        covers: tuple[Dependence, ...] = (),
        cleared: ClearedWords | None = None,
    ) -> LedgerEvent:
        """An event of a unit as it is now; what is withdrawn covers nothing.

        cleared: the words that were cleared in an edited copy, where they are others.
        """
        statement = self.signed.statements[unit.key]
        if cleared is not None:
            statement = replace(statement, words=cleared.words, figures=cleared.figures)
        taken_back = kind == "withdrawn"
        return LedgerEvent(
            event=kind,
            who=who,
            role=unit.owner,
            day=day,
            unit=unit.key,
            code=code,
            covers=() if taken_back else covers or unit.depends_on,
            statement=None if taken_back else statement,
        )

    def record(
        self, events: Sequence[LedgerEvent], sign_offs: bytes | None, dry_run: bool
    ) -> Recorded:
        """Add events, and change sign_offs.yaml where it is given. Raises InputProblems."""
        files: dict[Path, bytes] = {}
        if sign_offs is not None and sign_offs != self.sign_offs:
            stages.load(read_inputs(self.workspace, self.inputs.name, {self.name: sign_offs}))
            files[self.inputs.path(SIGN_OFFS_FILE)] = sign_offs
        if events:
            ledger = appended(self._bytes(LEDGER_FILE), self.signed.ledger, events)
            files[self.inputs.path(LEDGER_FILE)] = ledger
        if not dry_run:
            write_files(files)
        return Recorded(self.inputs.name, tuple(events), tuple(files))


def ask(
    workspace: Workspace,
    report: str,
    units: Iterable[str],
    day: date,
    officer: str = "",
    *,
    dry_run: bool = False,
) -> Recorded:
    """Note that owners are asked to clear units as they are now.

    units: keys, or 'all' for whatever is missing, stale or withdrawn. Raises WrongUsage for an
    unknown unit, InputProblems where the report is not sound.
    """
    with _held(workspace, report, dry_run):
        desk = _Desk(workspace, report)
        asked = [
            one
            for key in dict.fromkeys(units)
            for one in (_owed(desk.signed) if key == ALL else _asked(desk, key, officer))
        ]
        events = [desk.event("asked", unit, who, day) for unit, who in asked]
        return desk.record(events, None, dry_run)


def _owed(signed: SignOffs) -> Iterator[tuple[SignedUnit, str]]:
    units = {unit.key: unit for unit in signed.units}
    for row in signed.rows:
        if row.state in _TO_ASK and row.unit in signed.statements:
            yield units[row.unit], row.who


def _asked(desk: _Desk, key: str, officer: str) -> Iterator[tuple[SignedUnit, str]]:
    """Whom to ask: who is named; else everybody of a row who has not signed; else the owner."""
    unit = desk.unit(key)
    signed = {row.who for row in desk.signed.rows if row.unit == key and row.state == "signed"}
    people = [person.name for person in unit.people if person.name not in signed]
    names = [officer] if officer or not unit.people else people
    yield from ((unit, name) for name in names)


def sign_off(
    workspace: Workspace,
    report: str,
    key: str,
    given: GivenSignOff,
    today: date,
    *,
    cleared: ClearedWords | None = None,
    dry_run: bool = False,
) -> Recorded:
    """Record that a unit was signed off as it is now; nothing where that is recorded already.

    today: the day where neither the code nor `given` says another. cleared: what the officer had
    before them in an edited copy. Raises WrongUsage for an unknown unit, InputProblems for a
    sign-off that does not fit the format, and where the report is not sound.
    """
    with _held(workspace, report, dry_run):
        desk = _Desk(workspace, report)
        unit, rule = desk.unit(key), desk.loaded.format.sign_off
        found = checked(given, unit, rule, today)
        if any(_is_recorded(row, unit, found) for row in desk.signed.rows):
            return Recorded(desk.inputs.name, (), ())
        made = with_sign_off(desk.sign_offs, desk.name, unit, rule, found)
        event = desk.event("signed", unit, found.who, found.day, found.code, found.covers, cleared)
        return desk.record([event], made, dry_run)


def _is_recorded(row: Standing, unit: SignedUnit, given: CheckedSignOff) -> bool:
    same = (row.unit, row.code, row.who, row.date) == (unit.key, given.code, given.who, given.day)
    return same and row.state == "signed" and set(row.covers) == set(given.covers)


def withdraw(
    workspace: Workspace,
    report: str,
    key: str,
    day: date,
    code: str = "",
    officer: str = "",
    *,
    dry_run: bool = False,
) -> Recorded:
    """Record that a sign-off was taken back, and take it out of sign_offs.yaml.

    code, officer: which, where there are several. Where nobody has signed yet, what was asked is
    taken back. Raises as `sign_off` does.
    """
    with _held(workspace, report, dry_run):
        desk = _Desk(workspace, report)
        unit, rule = desk.unit(key), desk.loaded.format.sign_off
        held = held_entries(desk.sign_offs, desk.name, key, rule)
        entry = chosen_entry(held, unit, code, officer)
        if entry is None:
            return desk.record([_taken_back(desk, unit, officer, day)], None, dry_run)
        made = without_sign_off(desk.sign_offs, desk.name, unit, entry)
        event = desk.event("withdrawn", unit, entry.who, day, entry.code)
        return desk.record([event], made, dry_run)


def _taken_back(desk: _Desk, unit: SignedUnit, officer: str, day: date) -> LedgerEvent:
    """Of a unit that nobody has signed: that nobody is asked any more."""
    rows = [row for row in desk.signed.rows if row.unit == unit.key and row.state == "asked"]
    rows = [row for row in rows if officer in ("", row.who)]
    if not rows:
        what = f"nobody has signed {unit.title!r}, or been asked to"
        raise InputProblems([SIGN_OFF_UNKNOWN.issue(Where(unit.key), what)])
    return desk.event("withdrawn", unit, rows[0].who, day)


@contextmanager
def _held(workspace: Workspace, report: str, dry_run: bool) -> Iterator[None]:
    """The report's folder to oneself; of a dry run nothing is held, for nothing is written."""
    folder = read_inputs(workspace, report).folder
    with readable_errors(), nullcontext() if dry_run else locked(folder):
        yield
