"""The forms of personal data in British texts.

National Insurance numbers: two letters, six digits, a letter A to D; HMRC, NIM39110, names the
letters and pairs that are not given. NHS numbers: ten digits, the last a check digit (modulus 11).
Telephone numbers: 0 or +44 and nine or ten digits; Ofcom, National Telephone Numbering Plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.private.given_names import GIVEN_NAMES
from generator.checks.quick_looks import has_any
from generator.model.wording.late_pattern import late_pattern

_EMAIL = late_pattern(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = late_pattern(
    r"(?<![\w.,/-])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)[1-378]"
    r"(?:[ -]?\)?[ -]?\d){8,9}(?![\w/]|[.,]\d)"
)
_MOBILE = late_pattern(r"(?:\+44\s?(?:\(0\))?\s?|0)7[1-57-9]")
_TO_CALL = late_pattern(
    r"\b(tel(ephone)?|phone|call|ring|contact|switchboard|helpline|text(phone)?)\b", re.I
)
_INSURANCE = late_pattern(  # QQ is the prefix of examples
    r"\b(?:QQ|(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])"
    r"(?:[ -]?\d{2}){3}[ -]?[A-D]\b"
)
_TEN_DIGITS = late_pattern(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_LONG = late_pattern(r"\d[\d -]{2}")  # in every number of a person or a bank account
_RECORD = late_pattern(
    r"\bpayroll\s+(?=[A-Z]*\d)[A-Z]{0,4}\d{4,12}\b|"
    r"\b(?:payroll|employee|staff|personnel|pay|case|client|patient|service user|child|pupil|person"
    r"|mosaic|liquidlogic|carefirst|passport|driving licence)\s+"
    r"(?:no\.?|number|num\.?|id|reference|ref\.?|file no\.?)\s*(?:is|was|of)?\s*[:#-]?\s*"
    r"(?=[A-Z]*\d)[A-Z]{0,4}[ -]?\d[\d -]{2,12}\d",
    re.I,
)
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?(?:[./-]\d{{1,2}}[./-]|\s+(?:of\s+)?{_MONTH},?\s+)\d{{2,4}}"
_BORN = late_pattern(
    rf"\b(?:date of birth|d\.?o\.?b\.?|born(?: on)?(?: the)?)\s*(?:is|was)?\s*[:(-]?\s*{_DAY}", re.I
)
_BIRTH = ("birth", "born", "ob", "o.b")
_SORT_CODE = late_pattern(r"(?<![\d-])\d{2}[- ]\d{2}[- ]\d{2}(?![\d-])")
_ACCOUNT = late_pattern(
    r"\b(?:account|a/c)\s*(?:no\.?|number|num\.?)?\s*(?:is)?\s*[:#-]?\s*\d{8}\b", re.I
)
_BANKING = late_pattern(r"\bsort[ -]?code\b|\baccount (?:no|number)\b|\bbank\b", re.I)
_IBAN = late_pattern(r"\bGB\d{2}[ ]?[A-Z]{4}(?:[ ]?\d){14}\b")
_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]?\s*\d[ABD-HJLNP-UW-Z]{2}"
_POSTED = late_pattern(rf"\b{_POSTCODE}\b")
_HOME = late_pattern(
    r"\b(?:flat\s+\d+\w?,?\s+)?\d{1,4}[A-Za-z]?,?\s+(?:[A-Z][\w'\u2019-]*\s+){1,4}"
    r"(?:Road|Street|Avenue|Close|Drive|Lane|Way|Crescent|Gardens|Terrace|Grove|Court|Place|Rise|Rd"
    rf"|St|Ave)\b[^.;]{{0,60}}?\b{_POSTCODE}\b"
)
_ROLES = frozenset(
    (
        "academy", "admin", "adoption", "adult", "adults", "advice", "audit", "benefits",
        "business", "cabinet", "care", "centre", "chief", "children", "childrens", "commissioning",
        "committee", "committees", "comms", "communications", "complaints", "consultation",
        "consultations", "contact", "council", "councillors", "customer", "data", "democratic",
        "desk", "development", "director", "early", "education", "elections", "electoral",
        "enquiries", "enquiry", "environmental", "equalities", "equality", "executive", "families",
        "family", "feedback", "finance", "foi", "fostering", "governance", "group", "head",
        "health", "hello", "help", "helpdesk", "highways", "housing", "hr", "hub", "improvement",
        "info", "insight", "intelligence", "learning", "legal", "libraries", "library", "licensing",
        "line", "mail", "manager", "mash", "media", "members", "monitoring", "network", "no",
        "noreply", "office", "officer", "officers", "performance", "planning", "policy", "post",
        "practice", "press", "principal", "procurement", "protection", "public", "quality",
        "reception", "recruitment", "registrar", "reply", "research", "safeguarding", "school",
        "schools", "scrutiny", "send", "service", "services", "social", "strategy", "support",
        "survey", "surveys", "team", "training", "transport", "webmaster", "wellbeing", "work",
        "worker", "workers", "workforce", "years",
    )
)  # fmt: skip
_PARTS = late_pattern(r"[._+-]|\d+")


def emails(text: str) -> Iterator[str]:
    """E-mail addresses."""
    if "@" in text:
        yield from (found[0].rstrip(".") for found in _EMAIL.finditer(text))


def is_personal(address: str) -> bool:
    """Whether an e-mail address is somebody's name: 'jane.smith@', 'j.smith@', and no role's."""
    parts = [part for part in _PARTS.split(address.partition("@")[0].casefold()) if part]
    return len(parts) in (2, 3) and not any(part in _ROLES for part in parts)


def telephones(text: str) -> Iterator[str]:
    """Telephone numbers of the United Kingdom."""
    if "0" in text or "+44" in text:
        yield from (found[0].strip() for found in _TELEPHONE.finditer(text))


def is_mobile(number: str) -> bool:
    """Whether it is the number of a mobile telephone."""
    return _MOBILE.match(number) is not None


def is_said_to_call(text: str) -> bool:
    """Whether a text says that a number is one to call."""
    return _TO_CALL.search(text) is not None


def insurance_numbers(text: str) -> Iterator[str]:
    """National Insurance numbers."""
    if _LONG.search(text):
        yield from (found[0] for found in _INSURANCE.finditer(text))


def nhs_numbers(text: str) -> Iterator[str]:
    """NHS numbers, in a text that speaks of the NHS."""
    if "nhs" in text.casefold():
        yield from (found[0] for found in _TEN_DIGITS.finditer(text) if _checks(found[0]))


def _checks(number: str) -> bool:
    """Whether the last digit is the check digit of those before."""
    figures = [int(one) for one in number if one.isdigit()]
    total = sum(weight * one for weight, one in zip(range(10, 1, -1), figures, strict=False))
    return (11 - total % 11) % 11 == figures[-1]


def record_numbers(text: str) -> Iterator[str]:
    """Numbers of payroll, employees, cases."""
    if _LONG.search(text):
        yield from (found[0].strip() for found in _RECORD.finditer(text))


def birth_dates(text: str) -> Iterator[str]:
    """Dates that are said to be somebody's birth."""
    if has_any(text.casefold(), _BIRTH):
        yield from (found[0] for found in _BORN.finditer(text))


def bank_accounts(text: str) -> Iterator[str]:
    """Sort codes and account numbers where a bank is spoken of, and IBANs."""
    if not _LONG.search(text):
        return
    if _BANKING.search(text):
        yield from (found[0] for found in _SORT_CODE.finditer(text))
        yield from (found[0] for found in _ACCOUNT.finditer(text))
    yield from (found[0] for found in _IBAN.finditer(text))


def home_addresses(text: str) -> Iterator[str]:
    """House number, street and postcode."""
    if _POSTED.search(text):
        yield from (" ".join(found[0].split()) for found in _HOME.finditer(text))


# ---------------------------------------------------------------- names
_NAME = r"[A-Z][a-z]+(?:[-'\u2019][A-Z][a-z]+)?(?:\s+[A-Z][a-z]*(?:[-'\u2019][A-Z][a-z]+)?){1,2}"
_JOBS = (
    "ocial worker", "manager", "practitioner", "respondent", "employee", "colleague", "officer",
    "nurse", "support worker", "apprentice", "student", "care worker", "teacher", "assistant",
    "supervisor", "leader", "member of staff",
)  # fmt: skip
_JOB = rf"(?:[Ss]{_JOBS[0]}|team manager|{'|'.join(_JOBS[1:])})"
_QUOTES = ("\u201d", "\u2019", "'", '"')
_SAYS = (
    r"(?:said|says|told|wrote|commented|reported|felt|feels|explained|added|left|resigned|replied)"
)
_FULL_NAME = late_pattern(
    r"\b([A-Z][a-z]+)\s+([A-Z][a-z]*(?:[-'\u2019]?[A-Z][a-z]+)*)\b(?!\s+[A-Z])"
    rf"(,?\s+(?:\w+ly\s+)?{_SAYS}\b)?"
)
_TITLED = late_pattern(
    r"\b(?:Councillor|Cllr|Alderman|Sir|Dame|Lord|Lady|Baroness|St|Saint|King|Queen)\.?\s+$"
)
_BEGINNINGS = frozenset(
    (
        "As", "The", "When", "After", "But", "And", "In", "On", "For", "To", "Both", "Since",
        "While", "Our", "Their", "If", "A", "An", "With", "By", "At", "From", "Then", "So",
    )
)  # fmt: skip
_OF_BODIES = frozenset(
    (
        "Council", "Service", "Services", "Team", "Panel", "Board", "Committee", "Practice", "Plan",
        "Families", "Children", "Centre", "Health", "Care", "Work", "Worker", "Workers", "Social",
        "Group", "Forum", "Survey", "Programme", "Strategy", "Director", "Officer", "Manager",
        "Advanced", "Senior", "Principal", "Academy", "Trust", "School", "University", "Standards",
        "Government", "Department", "Street", "Road", "House", "Hospital", "Lane", "Hall", "Court",
        "Foundation", "Review", "Report", "Act", "Park", "College", "Place", "Square", "Church",
        "Figure", "Table", "Appendix", "Section",
    )
)  # fmt: skip
# What every match holds, and the patterns.
_SPOKEN = (
    (
        _JOBS,
        late_pattern(rf"\b{_JOB},?\s+(?:called\s+|named\s+)?({_NAME}),?\s+(?:\w+\s+)?{_SAYS}\b"),
        late_pattern(rf"\b({_NAME}),?\s+(?:an?|the|our)\s+(?:\w+\s+){{0,2}}{_JOB}\b"),
        late_pattern(rf"\b({_NAME}),\s+(?:\w+\s+){{0,2}}{_JOB},?\s+(?:\w+ly\s+)?{_SAYS}\b"),
        late_pattern(rf"\b({_NAME})\s*\(\s*(?:\w+\s+){{0,2}}{_JOB}\b"),
    ),
    (
        _QUOTES,
        late_pattern(rf"[\u201d\u2019'\"]\s*[\u2013\u2014(-]+\s*({_NAME})(?=[,.)]|$)"),
        late_pattern(rf"[\u201d\u2019\"],?\s+{_SAYS}\s+({_NAME})\b"),
    ),
    (
        ("Mr", "Ms", "Miss", "Mx"),
        late_pattern(
            r"(?<!Councillor )(?<!Cllr )\b(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+"
            r"((?:[A-Z][a-z]*\.?\s+)?[A-Z][a-z]+)"
        ),
    ),
)


def names(text: str) -> Iterator[str]:
    """Names that are certainly those of people: who speaks, who has a job, Mr and Ms."""
    if len(text.split()) < 2:
        return
    for needed, *patterns in _SPOKEN:
        for pattern in patterns if has_any(text, needed) else ():
            for found in pattern.finditer(text):
                parts = found[1].split()
                while parts and parts[0] in _BEGINNINGS:
                    del parts[0]
                if parts and (len(parts) > 1 or " " not in found[1]) and not _OF_BODIES & {*parts}:
                    yield " ".join(parts)
    yield from (name for name, says in _full_names(text) if says)


def mentions(text: str) -> Iterator[str]:
    """Full names with a common first name, of whomever. Councillors and saints left out."""
    yield from (name for name, _ in _full_names(text))


def _full_names(text: str) -> Iterator[tuple[str, bool]]:
    """Names with a common first name, and whether they say something."""
    for found in _FULL_NAME.finditer(text) if len(text.split()) > 1 else ():
        known = found[1] in GIVEN_NAMES and found[2] not in _OF_BODIES
        if known and not _TITLED.search(text, max(found.start() - 20, 0), found.start()):
            yield f"{found[1]} {found[2]}", found[3] is not None
