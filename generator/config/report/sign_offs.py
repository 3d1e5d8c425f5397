"""Loading sign_offs.yaml: who has cleared which implication, by code or by name and date."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from generator.config.config_rules import SIGN_OFF_CODE, SIGN_OFF_DATE, SIGN_OFF_TWICE
from generator.config.report.report_context import ReportContext
from generator.config.yaml.yaml_file import YamlPath
from generator.model.format import ImplicationRule, SignOffRule, signed_rules, signing_rows
from generator.model.report import SignOff
from generator.model.wording.dates import date_text, day_or_none

_OWN_KEYS = ("code", "officer", "post", "date")


def read_sign_offs(context: ReportContext) -> tuple[SignOff, ...]:
    """The sign-offs in the format's order of implications, signed sections, people who sign.

    A code that does not fit the format's pattern, an impossible date, and a date after publication
    (or after the meeting, while there is no date of publication) are problems; any day of the week
    is fine. context.checked is of sign_offs.yaml.
    """
    found: list[SignOff] = []
    people = [
        ImplicationRule(row.key, row.label.rstrip(":"), sign_off="name_date")
        for row in signing_rows(context.format)
    ]
    for rule in (*signed_rules(context.format), *people):
        for here, item in context.items("sign_offs", rule.key):
            entry = {"code": item} if isinstance(item, str) else item
            sign_off = _sign_off(context, here, rule, entry, named=rule not in people)
            if sign_off is None:
                continue
            if any(_same(sign_off, other) for other in found):
                context.add(
                    SIGN_OFF_TWICE, here, "the sign-off stands twice", "remove one of the two"
                )
            found.append(sign_off)
    return tuple(found)


def _same(one: SignOff, other: SignOff) -> bool:
    return (one.implication, one.code, one.officer, one.date) == (
        other.implication,
        other.code,
        other.officer,
        other.date,
    )


def _sign_off(
    context: ReportContext,
    path: YamlPath,
    rule: ImplicationRule,
    entry: dict[str, Any],
    named: bool,
) -> SignOff | None:
    """named: who signs must be named; people of the front matter are known."""
    who = ("officer",) if named else ()
    wanted = ("code",) if rule.sign_off == "code" else (*who, "date")
    missing = [key for key in wanted if key not in entry]
    if missing or (rule.sign_off == "name_date" and "code" in entry):
        words = "a code" if rule.sign_off == "code" else " and ".join(wanted)
        what = f"{rule.title!r} is signed off with {words} in this format"
        example = f'code: "{context.format.sign_off.example}"'
        if rule.sign_off == "name_date":
            name = "officer: Jane Example, " if named else ""
            example = f"{{{name}date: 2023-02-15}}"
        context.add(SIGN_OFF_CODE, path, what, f"write: {example}")
        return None
    if rule.sign_off == "code":
        day = _date_of_code(context, path, entry["code"])
    else:
        day = day_or_none(entry["date"])
    _check_time(context, path, day)
    return SignOff(
        implication=rule.key,
        where=context.where(*path),
        code=entry.get("code", ""),
        officer=entry.get("officer", ""),
        post=entry.get("post", ""),
        date=day,
        fields={key: str(value) for key, value in entry.items() if key not in _OWN_KEYS},
    )


def _date_of_code(context: ReportContext, path: YamlPath, code: str) -> date | None:
    try:
        return day_of_code(context.format.sign_off, code)
    except BadCode as error:
        context.add(SIGN_OFF_CODE, path, error.what, error.mend)
        return None


class BadCode(ValueError):
    """A code that is not one of the format's: what is wrong with it, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


def day_of_code(rule: SignOffRule, code: str) -> date | None:
    """The day that a code names; None where the format's codes name none. Raises BadCode."""
    match = re.fullmatch(rule.pattern, code)
    if match is None:
        what = f"the sign-off code {code!r} is not of the form {rule.example}"
        raise BadCode(what, _mend_code(code, rule.pattern))
    digits = match.groupdict().get("date")
    if digits is None:
        return None
    day = _day(digits)
    if day is None:
        what = f"the sign-off code {code!r} has an impossible date ({digits})"
        raise BadCode(what, "write day, month and year, as in 15022023")
    return day


def signer(rule: SignOffRule, code: str, officer: str = "") -> str:
    """Who signed: the initials of a code, where the format's codes have them; else the officer."""
    match = re.fullmatch(rule.pattern, code) if code else None
    initials = match.groupdict().get("initials") if match else None
    return initials or officer


def _mend_code(code: str, pattern: str) -> str:
    for better in (f"[{code}]", code.upper(), f"[{code.strip().upper()}]", re.sub(r"\s", "", code)):
        if re.fullmatch(pattern, better):
            return f'did you mean "{better}"?'
    return "ask the officer for the code as it was given"


def _day(digits: str) -> date | None:
    """DDMMYYYY or DDMMYY, with anything between, as a date; None when there is no such day."""
    plain = re.sub(r"\D", "", digits)
    if len(plain) not in (6, 8):
        return None
    year = int(plain[4:]) + (2000 if len(plain) == 6 else 0)
    try:
        return date(year, int(plain[2:4]), int(plain[:2]))
    except ValueError:
        return None


def _check_time(context: ReportContext, path: YamlPath, day: date | None) -> None:
    limit, event = context.published, "the publication"
    if limit is None:
        limit, event = context.meeting, "the meeting"
    if day is not None and limit is not None and day > limit:
        what = f"is dated {date_text(day)}, after {event} on {date_text(limit)}"
        context.add(SIGN_OFF_DATE, path, what, "check the date of the sign-off")
