"""Sign-offs under the text they clear: bracket codes, or officer and date.

`[JG/15022023/Y]` stands on a line of its own or trails the last paragraph, as the format says, or
stands only in a table of the layout. A public copy leaves them out where the format says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.compose.compose_rules import SIGN_OFF_INCOMPLETE, SIGN_OFF_PLACE
from generator.compose.materials import Materials
from generator.errors import did_you_mean
from generator.model.document import Block, Paragraph, PrintedSignOff
from generator.model.format import ImplicationRule, signed_rules, signing_rows
from generator.model.report import Person, SignOff
from generator.model.wording.dates import date_text

_PART = re.compile(r"\{(officer|post|date)\}")


def with_sign_offs(
    materials: Materials, rule: ImplicationRule, blocks: tuple[Block, ...]
) -> tuple[Block, ...]:
    """The blocks of an implication, or of a section that is signed off, with its sign-offs.

    A draft has their place also where there are none yet.
    """
    lines = sign_off_lines(materials, rule)
    placed = rule.sign_off != "none" and materials.format.sign_off.placement != "table"
    if not placed or (materials.report.public and not lines):
        return blocks
    trailing = materials.format.sign_off.placement == "trailing" and rule.sign_off == "code"
    if lines and rule.sign_off == "code":
        lines = (" ".join(lines),)
    under_text = bool(blocks) and isinstance(blocks[-1], Paragraph)
    return (*blocks, PrintedSignOff(rule.key, lines, trailing and under_text))


def sign_off_lines(materials: Materials, rule: ImplicationRule) -> tuple[str, ...]:
    """The sign-offs of an implication as text; () where there are none or they are not printed."""
    if materials.report.public and not materials.format.sign_off.printed_in_public:
        return ()
    if rule.sign_off == "none":
        return ()
    return tuple(
        one.code if rule.sign_off == "code" else _named(materials, rule, one)
        for one in sign_offs_of(materials, rule.key)
    )


def sign_offs_of(materials: Materials, key: str) -> tuple[SignOff, ...]:
    """The sign-offs given for an implication, or by the people of a front-matter row."""
    return tuple(one for one in materials.report.sign_offs if one.implication == key)


def signatures(
    people: Sequence[Person], given: Sequence[SignOff]
) -> list[tuple[Person, SignOff | None]]:
    """Each person of a front-matter row with their own or a deputy's signature; None for none.

    A signature that names nobody, or somebody else, is that of the first who has none.
    """
    left = list(given)
    found: dict[int, SignOff] = {}
    for index, person in enumerate(people):
        own = next((one for one in left if one.officer == person.name), None)
        if own is not None:
            left.remove(own)
            found[index] = own
    for index in range(len(people)):
        if index not in found and left:
            found[index] = left.pop(0)
    return [(person, found.get(index)) for index, person in enumerate(people)]


def _named(materials: Materials, rule: ImplicationRule, one: SignOff) -> str:
    """'Ann Ode, Head of Finance, 3 May 2023'; a part that is not given goes with its comma."""
    pattern = rule.sign_off_text or materials.format.sign_off.text
    day = date_text(one.date, materials.format.date_format) if one.date else ""
    parts = {"officer": one.officer, "post": one.post, "date": day}
    text = _PART.sub(lambda found: parts[found[1]], pattern)
    text = re.sub(r"\(\s*\)", "", text)
    text = re.sub(r"(?:,\s*)+(?=,|$)", "", text.strip())
    text = re.sub(r",\s*(?=\()", " ", text)
    return re.sub(r"\s{2,}", " ", text).strip(" ,")


def check_sign_offs(materials: Materials) -> None:
    """Note sign-offs for implications that the format does not have, or does not sign off."""
    signed = signed_rules(materials.format)
    rules = {rule.key: rule for rule in (*materials.format.implications, *signed)}
    people = {row.key for row in signing_rows(materials.format)}
    for one in materials.report.sign_offs:
        if one.implication in people:
            continue
        rule = rules.get(one.implication)
        if rule is None:
            what = f"the format has no implication {one.implication!r}"
            materials.problems.add(
                SIGN_OFF_PLACE, one.where, what, did_you_mean(one.implication, list(rules))
            )
        elif rule.sign_off == "none":
            what = f"{rule.title!r} is not signed off in this format"
            materials.problems.add(SIGN_OFF_PLACE, one.where, what, "remove the sign-off")
        elif rule.sign_off == "code" and not one.code:
            example = materials.format.sign_off.example
            materials.problems.add(
                SIGN_OFF_INCOMPLETE, one.where, "has no code", f"add code: {example!r}"
            )
        elif rule.sign_off == "name_date" and not one.officer:
            materials.problems.add(
                SIGN_OFF_INCOMPLETE, one.where, "names no officer", "add officer: and date:"
            )
