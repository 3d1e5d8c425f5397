"""The units that a format has signed off: implications, sections, people of the front matter."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.front_matter_values import people_of, value_of
from generator.model.format import (
    DEPENDENCES,
    Dependence,
    Format,
    ImplicationRule,
    SignOffKind,
    signed_rules,
    signing_rows,
)
from generator.model.frozen import dataclass
from generator.model.report import Person, Report


@dataclass(frozen=True, slots=True)
class SignedUnit:
    """Something that is signed off. key: as in sign_offs.yaml; owner: the role that answers for it.

    required: it must be signed before release. people: who signs one by one, of a row of the front
    matter. whole: they sign the whole report, and not a unit of its own.
    """

    key: str
    title: str
    owner: str
    kind: SignOffKind
    required: bool
    depends_on: tuple[Dependence, ...] = DEPENDENCES
    people: tuple[Person, ...] = ()
    whole: bool = False


def signed_units(report: Report, format_: Format) -> tuple[SignedUnit, ...]:
    """The units in the order of the format's implications, signed sections, and rows."""
    return (*map(_unit, signed_rules(format_)), *_of_people(report, format_))


def _unit(rule: ImplicationRule) -> SignedUnit:
    title, owner = rule.title, rule.owner or rule.short_title or rule.title
    return SignedUnit(
        rule.key, title, owner, rule.sign_off, rule.sign_off_required, rule.depends_on
    )


def _of_people(report: Report, format_: Format) -> Iterator[SignedUnit]:
    tables = [part for part in format_.layout if part.kind == "sign_off_table"]
    for row in signing_rows(format_):
        of_row = [part for part in tables if row.key in part.rows]
        label = row.label.rstrip(":")
        people = people_of(value_of(report, row))
        required = any(part.required for part in of_row)
        depends_on = of_row[0].depends_on
        yield SignedUnit(row.key, label, label, "name_date", required, depends_on, people, True)
