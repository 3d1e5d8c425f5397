"""How sign-offs stand: missing, asked, signed, stale, withdrawn, unbound."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.model.document import Value
from generator.model.format import Format, FrontMatterRule, Part
from generator.model.issues import Where
from generator.model.report import Person, SignOff
from generator.signoff.events import LedgerEvent
from generator.signoff.ledger import NO_LEDGER, Ledger, appended, parse_ledger
from generator.signoff.sign_off_states import Standing
from generator.signoff.sign_offs import sign_offs_of
from tests.compose.builders import report

from .samples import DAY, FORMAT, JG, MK, code, document, event, ledger, statement, written

BUDGET = Value("£5m", "report.budget")
NOW = document(written("It costs ", BUDGET, "."))
CLEARED = statement("financial", NOW)


def rows(
    the_ledger: Ledger = NO_LEDGER,
    given: tuple[SignOff, ...] = (),
    now: Any = NOW,
    the_format: Format = FORMAT,
    **changes: Any,
) -> tuple[Standing, ...]:
    the_report = report(sign_offs=given, **changes)
    return sign_offs_of(the_report, the_format, now, the_ledger, lambda _: "").rows


def states(*found: Any, unit: str = "financial", **more: Any) -> list[str]:
    return [one.state for one in rows(*found, **more) if one.unit == unit]


def signed(who: str = "JG", text: str = JG, **changes: Any) -> LedgerEvent:
    return event(who=who, **{"code": text, "statement": CLEARED, **changes})


# ---------------------------------------------------------------- to come
def test_what_must_be_signed_before_release_is_missing() -> None:
    assert [(one.unit, one.owner, one.state) for one in rows()] == [
        ("financial", "Finance", "missing"),
        ("legal", "Legal", "missing"),
    ]


def test_what_may_be_signed_is_not_missing() -> None:
    rules = tuple(replace(rule, sign_off_required=False) for rule in FORMAT.implications)
    assert rows(the_format=replace(FORMAT, implications=rules)) == ()


def test_whoever_was_asked_is_asked() -> None:
    (found, _) = rows(ledger(event("asked", who="")))
    assert (found.state, found.date, found.who) == ("asked", DAY, "")


def test_a_second_officer_who_was_asked_by_name_still_owes() -> None:
    found = rows(ledger(signed(), event("asked", who="MK")), (code(),))
    assert [(one.state, one.who) for one in found[:2]] == [("signed", "JG"), ("asked", "MK")]


# ---------------------------------------------------------------- signed and stale
def test_what_was_cleared_and_is_there_is_signed() -> None:
    (found, _) = rows(ledger(signed()), (code(),))
    assert (found.state, found.code, found.who, found.changed) == ("signed", JG, "JG", ())


def test_a_change_inside_makes_it_stale_and_undone_makes_it_stand_again() -> None:
    other = document(written("It costs ", Value("£6m", "report.budget"), "."))
    (found, _) = rows(ledger(signed()), (code(),), now=other)
    assert found.state == "stale"
    assert [(one.kind, one.old, one.new) for one in found.changed] == [("figures", "£5m", "£6m")]
    assert states(ledger(signed()), (code(),), now=NOW) == ["signed"]


def test_a_change_outside_leaves_it_standing() -> None:
    other = document(written("It costs ", BUDGET, "."), written("There is a risk."))
    assert states(ledger(signed()), (code(),), now=other) == ["signed"]


def test_a_change_of_what_is_recommended_makes_it_stale_unless_it_was_narrowed() -> None:
    other = document(written("It costs ", BUDGET, "."), recommended=("Agree the findings.",))
    assert states(ledger(signed()), (code(),), now=other) == ["stale"]
    narrowed = ledger(signed(covers=("words", "figures")))
    (found, _) = rows(narrowed, (code(),), now=other)
    assert (found.state, found.covers) == ("signed", ("words", "figures"))


def test_several_codes_stand_each_for_itself() -> None:
    other = document(written("It will cost ", BUDGET, "."))
    both = ledger(signed(covers=("figures",)), signed("MK", MK))
    given = (code(), code(MK, day=date(2023, 2, 16)))
    assert states(both, given) == ["signed", "signed"]
    assert states(both, given, now=other) == ["signed", "stale"]


def test_a_unit_that_is_printed_no_more_is_stale() -> None:
    gone = replace(NOW, sections=NOW.sections[:2])
    (found, *_) = rows(ledger(signed()), (code(),), now=gone)
    assert found.state == "stale"
    assert found.changed[0].old == "It costs £5m."


def test_of_one_code_signed_in_two_copies_either_clears_what_it_says() -> None:
    first = appended(b"", Ledger(), [event("asked", who="")])
    held = parse_ledger(first.decode(), "x")
    other = statement("financial", document(written("Other.")))
    copies = [appended(first, held, [signed(statement=one)]) for one in (CLEARED, other)]
    merged = parse_ledger(b"".join(copies).decode(), "x")
    assert states(merged, (code(),)) == ["signed"]


# ---------------------------------------------------------------- withdrawn and unbound
def test_a_code_that_the_ledger_does_not_know_is_unbound() -> None:
    assert states(ledger(), (code(),)) == ["unbound"]
    assert states(ledger(signed("MK", MK)), (code(),)) == ["unbound"]


def test_what_was_taken_back_is_withdrawn_until_somebody_signs() -> None:
    back = event("withdrawn", covers=())
    assert states(ledger(signed(), back), (code(),)) == ["withdrawn"]
    assert states(ledger(signed(), back)) == ["withdrawn"]
    assert states(ledger(signed(), back, event("asked", who=""))) == ["asked"]
    again = ledger(signed(), back, signed("MK", MK))
    assert states(again, (code(MK),)) == ["signed"]
    assert states(ledger(signed(), back, signed()), (code(),)) == ["signed"]


def test_one_of_two_that_was_taken_back_is_owed() -> None:
    found = ledger(signed("MK", MK), signed(), event("withdrawn", covers=()))
    assert states(found, (code(MK),)) == ["signed", "withdrawn"]


def test_side_by_side_withdrawn_wins() -> None:
    first = appended(b"", Ledger(), [event("asked", who="")])
    held = parse_ledger(first.decode(), "x")
    copies = [appended(first, held, [one]) for one in (signed(), event("withdrawn", covers=()))]
    assert states(parse_ledger(b"".join(copies).decode(), "x"), (code(),)) == ["withdrawn"]


# ---------------------------------------------------------------- people who sign
PEOPLE = (Person("Ann Ode", "Director"), Person("Bo Lee", "Director"))
TABLE = Part("sign_off_table", rows=("director",), required=True)
SIGNING = replace(
    FORMAT,
    front_matter=(FrontMatterRule("director", "Directors:", "people"),),
    layout=(*FORMAT.layout, TABLE),
)


def by_name(officer: str, day: date = DAY) -> SignOff:
    return SignOff("director", Where("x"), officer=officer, date=day)


@pytest.mark.parametrize("name", ["Ann Ode", "Bo Lee"])
def test_everybody_of_a_row_signs_for_themselves(name: str) -> None:
    whole = document(the_format=SIGNING, front_matter={"director": PEOPLE})
    cleared = sign_offs_of(
        report(front_matter={"director": PEOPLE}), SIGNING, whole, Ledger(), lambda _: ""
    ).statements["director"]
    given = event(who=name, unit="director", code="", statement=cleared)
    found = rows(ledger(given), (by_name(name),), whole, SIGNING, front_matter={"director": PEOPLE})
    people = {one.owner: one.state for one in found if one.unit == "director"}
    assert people == {"Ann Ode": "missing", "Bo Lee": "missing", name: "signed"}


def test_a_day_that_the_ledger_does_not_have_is_unbound() -> None:
    given = event(who="Ann Ode", unit="director", code="", statement=CLEARED)
    held = (by_name("Ann Ode", date(2023, 2, 20)),)
    found = rows(ledger(given), held, NOW, SIGNING, front_matter={"director": PEOPLE})
    assert [one.state for one in found if one.unit == "director"] == ["unbound", "missing"]
