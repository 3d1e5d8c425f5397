"""Sign-offs that a report still awaits, and what must hold before it has a copy for publication."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from generator.compose.compose_rules import PUBLIC_EXEMPT, PUBLIC_SIGN_OFFS, SIGN_OFF_AWAITED
from generator.compose.front_matter_values import people_of, value_of
from generator.compose.materials import Materials
from generator.compose.parts.sign_offs import signatures
from generator.compose.section_claims import SectionClaims
from generator.config.workspace import SIGN_OFFS_FILE
from generator.errors import Problems
from generator.model.format import Format, FrontMatterRule, signed_rules, signing_rows
from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where
from generator.model.report import Report


@dataclass(frozen=True, slots=True)
class Awaited:
    """A sign-off that the format requires before release and that nobody has given yet.

    key: in sign_offs.yaml. title: of the implication, or the label of a row whose people sign.
    owner: who signs, '' where the format does not say.
    """

    key: str
    title: str
    owner: str = ""

    def __str__(self) -> str:
        return f"{self.title} ({self.owner})" if self.owner else self.title


def awaited_sign_offs(materials: Materials) -> tuple[Awaited, ...]:
    """The sign-offs still awaited of what the report prints, in the format's order."""
    return tuple(_awaited(materials.report, materials.format, materials.claims))


def _awaited(report: Report, format_: Format, claims: SectionClaims) -> Iterator[Awaited]:
    signed = {one.implication for one in report.sign_offs}
    for rule in signed_rules(format_):
        if not rule.sign_off_required or rule.key in signed:
            continue
        slots = (f"implication:{rule.key}", f"section:{rule.key}")
        said = rule.key in report.implications or any(claims.of(slot) for slot in slots)
        if rule.required or said:
            yield Awaited(rule.key, rule.title, rule.owner)
    tables = [part for part in format_.layout if part.kind == "sign_off_table" and part.required]
    needed = {key for part in tables for key in part.rows}
    for row in signing_rows(format_):
        if row.key in needed:
            yield from _awaited_people(report, row, row.key in signed)


def _awaited_people(report: Report, row: FrontMatterRule, signed: bool) -> Iterator[Awaited]:
    """Everybody of a row who has not signed; the row itself where the report names nobody."""
    people = people_of(value_of(report, row))
    given = [one for one in report.sign_offs if one.implication == row.key]
    label = row.label.rstrip(":")
    if not people and not signed:
        yield Awaited(row.key, label)
    for person, signature in signatures(people, given):
        if signature is None:
            yield Awaited(row.key, label, person.name if len(people) > 1 else "")


def awaited_note(report: Report, awaited: tuple[Awaited, ...]) -> tuple[Issue, ...]:
    """One warning that names them all; none where nothing is awaited."""
    if not awaited:
        return ()
    noun = "sign-off" if len(awaited) == 1 else "sign-offs"
    what = f"{noun} awaited: {', '.join(map(str, awaited))}"
    return (SIGN_OFF_AWAITED.issue(_sign_offs_file(report), what),)


def check_public_copy(report: Report, awaited: tuple[Awaited, ...]) -> None:
    """Raise InputProblems for an exempt report, and for sign-offs that are still awaited."""
    problems = Problems()
    if report.exemption is not None:
        what = "the report is not for publication, so it has no public copy"
        problems.add(PUBLIC_EXEMPT, report.exemption.where, what, "build it without --public")
    for one in awaited:
        who = f" ({one.owner})" if one.owner else ""
        what = f"{one.title!r} is not signed off{who}, and the public copy needs it"
        mend = f"add {one.key!r} when the officer has signed"
        problems.add(PUBLIC_SIGN_OFFS, _sign_offs_file(report), what, mend)
    problems.raise_any()


def _sign_offs_file(report: Report) -> Where:
    return Where(posixpath.join(posixpath.dirname(report.file), SIGN_OFFS_FILE))
