"""A sign-off as somebody gives it: held against the format, and its entry in sign_offs.yaml."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.config.config_rules import SIGN_OFF_CODE
from generator.config.report.sign_offs import BadCode, day_of_code, signer
from generator.config.yaml.yaml_entries import (
    edited_file,
    with_item,
    with_values,
    without_item,
)
from generator.config.yaml.yaml_file import YamlPath, parse_yaml
from generator.errors import InputProblems
from generator.model.format import DEPENDENCES, Dependence, SignOffRule
from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where
from generator.model.wording.dates import date_text
from generator.model.wording.english import listed
from generator.signoff.signed_units import SignedUnit
from generator.signoff.signoff_rules import SIGN_OFF_GIVEN, SIGN_OFF_UNKNOWN

MAPPING = "sign_offs"


@dataclass(frozen=True, slots=True)
class GivenSignOff:
    """A sign-off that is to be recorded. day: None for that of the code. covers: () for all that
    the format says.
    """

    code: str = ""
    officer: str = ""
    post: str = ""
    day: date | None = None
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedSignOff:
    """A sign-off that fits the format. who: initials of the code, or the officer."""

    who: str
    code: str
    officer: str
    post: str
    day: date
    covers: tuple[Dependence, ...]


@dataclass(frozen=True, slots=True)
class HeldEntry:
    """An entry of sign_offs.yaml. index: in its unit's list. path: of it in the file."""

    index: int
    path: YamlPath
    who: str
    code: str
    day: date | None


# ---------------------------------------------------------------- checking
def checked(
    given: GivenSignOff, unit: SignedUnit, rule: SignOffRule, today: date
) -> CheckedSignOff:
    """The sign-off with all that can be known of it; today: the day where nothing says another.

    Raises InputProblems with everything that does not fit the format.
    """
    where = Where(unit.key)
    problems = [*_of_kind(given, unit, rule, where), *_of_covers(given, unit, where)]
    day = given.day
    if unit.kind == "code" and given.code:
        try:
            day = day_of_code(rule, given.code) or given.day
        except BadCode as error:
            problems.append(SIGN_OFF_CODE.issue(where, error.what, error.mend))
    if day and given.day and day != given.day:
        what = f"the code is of {date_text(day)}, and the day given is {date_text(given.day)}"
        problems.append(SIGN_OFF_GIVEN.issue(where, what, "leave out --date"))
    if problems:
        raise InputProblems(problems)
    officer = given.officer or (unit.people[0].name if len(unit.people) == 1 else "")
    covers = tuple(one for one in unit.depends_on if not given.covers or one in given.covers)
    who = signer(rule, given.code, officer)
    return CheckedSignOff(who, given.code, officer, given.post, day or today, covers)


def _of_kind(
    given: GivenSignOff, unit: SignedUnit, rule: SignOffRule, where: Where
) -> Iterable[Issue]:
    """A code where the format wants one; a name where it does not."""
    if unit.kind == "code" and not given.code:
        what = f"{unit.title!r} is signed off with a code in this format"
        yield SIGN_OFF_GIVEN.issue(where, what, f"give it, such as {rule.example!r}")
    if unit.kind == "name_date" and given.code:
        what = f"{unit.title!r} is signed off with officer and date in this format, not with a code"
        yield SIGN_OFF_GIVEN.issue(where, what, "give --officer and --date")
    if unit.kind == "name_date" and not given.officer and len(unit.people) != 1:
        names = listed([person.name for person in unit.people], "or")
        mend = "give --officer" + (f": {names}, or who signs for them" if names else "")
        yield SIGN_OFF_GIVEN.issue(where, f"nobody is named who signs {unit.title!r}", mend)


def _of_covers(given: GivenSignOff, unit: SignedUnit, where: Where) -> Iterable[Issue]:
    """A sign-off covers what the format says, or less of it."""
    for one in given.covers:
        if one not in unit.depends_on:
            known = f"one or more of {', '.join(unit.depends_on)}"
            what = f"a sign-off of {unit.title!r} cannot cover {one!r}"
            if one in DEPENDENCES:
                what = f"in this format a sign-off of {unit.title!r} does not depend on its {one}"
            yield SIGN_OFF_GIVEN.issue(where, what, f"give {known}")


# ---------------------------------------------------------------- sign_offs.yaml
def held_entries(data: bytes, name: str, unit: str, rule: SignOffRule) -> tuple[HeldEntry, ...]:
    """The entries of a unit in the bytes of sign_offs.yaml, which the report has been read from."""
    whole = parse_yaml(data.decode("utf-8-sig"), name).data
    held = ((whole or {}).get(MAPPING) or {}).get(unit, [])
    several = isinstance(held, list)
    found = []
    for index, entry in enumerate(held if several else [held]):
        path = (MAPPING, unit, index) if several else (MAPPING, unit)
        found.append(_held(index, path, {"code": entry} if isinstance(entry, str) else entry, rule))
    return tuple(found)


def _held(index: int, path: YamlPath, entry: dict[str, Any], rule: SignOffRule) -> HeldEntry:
    code = entry.get("code", "")
    day = date.fromisoformat(entry["date"]) if "date" in entry else None
    who = signer(rule, code, entry.get("officer", ""))
    return HeldEntry(index, path, who, code, day or (day_of_code(rule, code) if code else None))


def with_sign_off(
    data: bytes, name: str, unit: SignedUnit, rule: SignOffRule, given: CheckedSignOff
) -> bytes:
    """sign_offs.yaml with the sign-off in it: in the place of an earlier one of the same person.

    Raises InputProblems where that person has signed later, CommitteeError where the file is
    written in a way that leaves no place for it.
    """
    values = {"code": given.code, "officer": given.officer, "post": given.post}
    values["date"] = given.day.isoformat() if unit.kind == "name_date" else ""
    entry = {key: value for key, value in values.items() if value}
    held = held_entries(data, name, unit.key, rule)
    own = [one for one in held if one.who == given.who and one.who]
    own = own or [one for one in held if not one.who and unit.people and len(unit.people) == 1]
    same = [one for one in held if given.code and one.code == given.code]
    if not (own or same):
        return edited_file(data, lambda text: with_item(text, name, MAPPING, unit.key, entry))
    last = (same or own)[-1]
    if last.day is not None and last.day > given.day:
        what = f"{given.who} has signed later, on {date_text(last.day)}"
        raise InputProblems(
            [SIGN_OFF_GIVEN.issue(Where(unit.key), what, "give the later sign-off, or withdraw it")]
        )
    return edited_file(data, lambda text: with_values(text, name, last.path, entry))


def chosen_entry(
    held: Iterable[HeldEntry], unit: SignedUnit, code: str, officer: str
) -> HeldEntry | None:
    """The entry that a code or an officer names, or the only one; None where there is none at all.

    Raises InputProblems where what is named is not there, or it is not told which is meant.
    """
    found = [one for one in held if (not code or one.code == code) and officer in ("", one.who)]
    if len(found) == 1:
        return found[0]
    known = [one.code or one.who for one in held]
    if not known and not code:
        return None
    what = f"{unit.title!r} has no sign-off {code or officer!r}"
    if found:
        what = f"{unit.title!r} has {len(found)} sign-offs"
    mend = f"known: {', '.join(known)}" if known else "there is none to withdraw"
    raise InputProblems([SIGN_OFF_UNKNOWN.issue(Where(unit.key), what, mend)])


def without_sign_off(data: bytes, name: str, unit: SignedUnit, entry: HeldEntry) -> bytes:
    """sign_offs.yaml without an entry. Raises CommitteeError where it has to be done by hand."""
    return edited_file(data, lambda text: without_item(text, name, MAPPING, unit.key, entry.index))
