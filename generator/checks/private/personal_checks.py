"""Personal data in the text: addresses, telephone numbers, numbers of records, names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.checks.held import Held
from generator.checks.private import personal_patterns as patterns
from generator.checks.private.known_people import known_people
from generator.checks.private.personal_rules import (
    BANK_ACCOUNT,
    BIRTH_DATE,
    EMAIL_PERSONAL,
    EMAIL_ROLE,
    HOME_ADDRESS,
    NAME_MENTIONED,
    NATIONAL_INSURANCE,
    NHS_NUMBER,
    RECORD_NUMBER,
    STAFF_NAMES,
    TELEPHONE,
    TELEPHONE_CONTACT,
)
from generator.checks.quick_looks import has_digit
from generator.model.issues import Issue, Rule
from generator.model.release.paper import PaperDrawing, PaperText

_NUMBERS: Mapping[Rule, tuple[str, Callable[[str], Iterator[str]]]] = {
    NATIONAL_INSURANCE: ("a National Insurance number", patterns.insurance_numbers),
    NHS_NUMBER: ("an NHS number", patterns.nhs_numbers),
    RECORD_NUMBER: ("the number of a person's record", patterns.record_numbers),
    BIRTH_DATE: ("a date of birth", patterns.birth_dates),
    BANK_ACCOUNT: ("a bank account", patterns.bank_accounts),
    HOME_ADDRESS: ("an address with house number and postcode", patterns.home_addresses),
}


def check_personal_numbers(held: Held) -> Iterator[Issue]:
    """Numbers, dates and addresses that belong to one person."""
    rules = list(_NUMBERS)
    for index, numbers in held.found(_numbers_in):
        for at, found in numbers:
            what = f"the text has {_NUMBERS[rules[at]][0]}: {found!r}"
            yield held.issue(rules[at], held.paper.where(index, found), what)
    for drawing in held.paper.drawings:
        for at, found in _numbers_in(_said(drawing)):
            what = f"{_NUMBERS[rules[at]][0]} stands in what is said of {drawing.name!r}: {found!r}"
            yield held.issue(rules[at], held.paper.where(drawing.text, found), what)


def _said(drawing: PaperDrawing) -> str:
    """Words that no text has: the alternative text, and a chart's title."""
    title = "" if drawing.chart is None else drawing.chart.title
    return "\n".join((drawing.alternative, drawing.title, title))


def _numbers_in(words: str) -> list[tuple[int, str]]:
    """Such numbers, each with the place of its rule."""
    kinds = enumerate(_NUMBERS.values()) if has_digit(words) else ()
    return [(at, found) for at, (_, find) in kinds for found in find(words)]


def check_contacts(held: Held) -> Iterator[Issue]:
    """E-mail addresses and telephone numbers that the report does not name."""
    known = known_people(held)
    for index, text in held.having(_contacts_in):
        for address in patterns.emails(text.text):
            if address.casefold() not in known.emails:
                rule = EMAIL_PERSONAL if patterns.is_personal(address) else EMAIL_ROLE
                what = f"the text has the e-mail address {address}"
                yield held.issue(rule, held.paper.where(index, address), what)
        for number in patterns.telephones(text.text):
            if not known.has_telephone(number):
                rule = TELEPHONE_CONTACT if _is_contact(text, number) else TELEPHONE
                what = f"the text has the telephone number {number}"
                yield held.issue(rule, held.paper.where(index, number), what)


def _contacts_in(words: str) -> list[str]:
    return [*patterns.emails(words), *patterns.telephones(words)]


def _is_contact(text: PaperText, number: str) -> bool:
    """Whether a number is given for people to call: at a contact's place, and no mobile."""
    placed = text.story in ("header", "footer") or text.style.startswith("front matter")
    return not patterns.is_mobile(number) and (placed or patterns.is_said_to_call(text.text))


def check_names(held: Held) -> Iterator[Issue]:
    """Names of speakers, of people with a job, and of Mr and Ms, whom the report does not name."""
    known = known_people(held)
    for index, (certain, mentioned) in held.found(_names_in):
        text = held.paper.texts[index]
        if text.kind == "contents" or text.style.startswith("front matter"):
            continue
        for name in dict.fromkeys([*certain, *mentioned]):
            if not known.has_name(name):
                rule = STAFF_NAMES if name in certain else NAME_MENTIONED
                where = held.paper.where(index, name)
                yield held.issue(rule, where, f"the text names {name!r}")


def _names_in(words: str) -> list[list[str]]:
    """Names that are certainly people's, and full names of whomever; nothing for neither."""
    found = [list(patterns.names(words)), list(patterns.mentions(words))]
    return found if any(found) else []
