"""The rules of personal data in the text."""

from __future__ import annotations

from generator.checks.private.private_rules import LAW
from generator.model.issues import Rule

EMAIL_PERSONAL = Rule(
    "private.email",
    "private",
    "warning",
    "The text has a person's own e-mail address that the report's metadata does not name.",
    "Give the address of a service, or remove it.",
    LAW,
)
EMAIL_ROLE = Rule(
    "private.email-role",
    "private",
    "hint",
    "The text has an e-mail address that the report's metadata does not name. It looks like one of "
    "a service.",
    "See that it may be published.",
    LAW,
)
TELEPHONE = Rule(
    "private.telephone",
    "private",
    "warning",
    "The text has a telephone number that the report's metadata does not name, and does not say "
    "that it is one to call.",
    "Remove it, or give the number of a service.",
    LAW,
)
TELEPHONE_CONTACT = Rule(
    "private.telephone-contact",
    "private",
    "hint",
    "The paper gives a telephone number to call that the report's metadata does not name.",
    "See that it is the number of a service.",
    LAW,
)
NATIONAL_INSURANCE = Rule(
    "private.national-insurance",
    "private",
    "error",
    "The text has a National Insurance number.",
    "Remove it.",
    LAW,
)
NHS_NUMBER = Rule(
    "private.nhs-number",
    "private",
    "error",
    "The text has an NHS number.",
    "Remove it.",
    LAW,
)
RECORD_NUMBER = Rule(
    "private.record-number",
    "private",
    "error",
    "The text has the number of a person's record: payroll, employee, case.",
    "Remove it.",
    LAW,
)
BIRTH_DATE = Rule(
    "private.birth-date",
    "private",
    "error",
    "The text says when somebody was born.",
    "Remove the date, or say an age in years.",
    LAW,
)
BANK_ACCOUNT = Rule(
    "private.bank-account",
    "private",
    "error",
    "The text has a bank account or a sort code.",
    "Remove it.",
    LAW,
)
HOME_ADDRESS = Rule(
    "private.address",
    "private",
    "hint",
    "The text has an address with house number and postcode.",
    "See that it is the address of no private person.",
    LAW,
)
NAME_MENTIONED = Rule(
    "private.mention",
    "private",
    "hint",
    "The text has the full name of somebody whom the report's metadata does not name.",
    "See that they may be named: the author of a review may, an employee seldom.",
    LAW,
)
STAFF_NAMES = Rule(
    "private.name",
    "private",
    "warning",
    "The text names somebody whom the report's metadata does not name: as the speaker of a quoted "
    "answer, by a job, or as Mr or Ms.",
    "Say the role or the service, or remove the name.",
    LAW,
)
