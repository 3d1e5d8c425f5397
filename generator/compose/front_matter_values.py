"""What report.yaml says for a front-matter row, as text."""

from __future__ import annotations

from datetime import date

from generator.model.format import Format, FrontMatterRule
from generator.model.report import Consideration, FrontMatterValue, Person, Report
from generator.model.wording.dates import date_text
from generator.model.wording.english import listed

_YES = frozenset({"yes", "true", "y"})
_NO = frozenset({"no", "false", "n"})


def value_of(report: Report, rule: FrontMatterRule) -> FrontMatterValue | None:
    """The row's value, or the format's default for it; None where there is neither."""
    value = report.front_matter.get(rule.key)
    if value is None or value == "" or value == ():
        value = rule.default or None
    if rule.kind == "yes_no" and isinstance(value, str):
        answer = is_yes(value)
        return value if answer is None else answer
    return value


def is_yes(value: FrontMatterValue | None) -> bool | None:
    """True for yes, False for no, None for anything else."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        word = value.strip().casefold()
        return True if word in _YES else False if word in _NO else None
    return None


def value_text(rule: FrontMatterRule, value: FrontMatterValue | None, format_: Format) -> str:
    """The value in one line: 'Yes', 'All', 'Emma Bennett, Director'; '' for no value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return rule.yes_text if value else rule.no_text
    if isinstance(value, date):
        return date_text(value, format_.date_format)
    if isinstance(value, str):
        return value
    return listed([_entry_text(rule, one, format_) for one in value])


def _entry_text(rule: FrontMatterRule, entry: str | Person | Consideration, format_: Format) -> str:
    if isinstance(entry, Person):
        return ", ".join(part for part in person_parts(entry, rule.columns) if part)
    if isinstance(entry, Consideration):
        return f"{entry.body}, {date_text(entry.date, format_.date_format)}"
    return entry


def person_parts(person: Person, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Parts of a person by name: 'name', 'post', 'telephone', 'email', 'service'."""
    known = {
        "name": person.name,
        "post": person.post,
        "telephone": person.telephone,
        "email": person.email,
        "service": person.service,
    }
    return tuple(known.get(column, "") for column in columns)


_DETAILS = ("telephone", "email", "service", "post", "name")


def printed_places(
    rule: FrontMatterRule, value: FrontMatterValue | None, format_: Format
) -> dict[str, list[str]]:
    """What is printed of a row's people and bodies -> which entry and part of it that is.

    'Jane Example, Director' -> ['[0].name, post']; '3 May 2023' -> ['[1].date'].
    """
    places: dict[str, list[str]] = {}
    entries: tuple[str | Person | Consideration, ...] = value if isinstance(value, tuple) else ()
    for index, entry in enumerate(entries):
        for text, part in _printed_parts(rule, entry, format_):
            if text:
                places.setdefault(text, []).append(f"[{index}].{part}")
    return places


def _printed_parts(
    rule: FrontMatterRule, entry: str | Person | Consideration, format_: Format
) -> list[tuple[str, str]]:
    if isinstance(entry, Consideration):
        return [(entry.body, "body"), (date_text(entry.date, format_.date_format), "date")]
    if not isinstance(entry, Person):
        return []
    parts = dict(zip(_DETAILS, person_parts(entry, _DETAILS), strict=True))
    found = [(parts[name], name) for name in _DETAILS]
    columns = [name for name in rule.columns if parts.get(name)]
    if rule.joined and columns:
        joined = rule.joined.join(parts[name] for name in columns)
        found.append((joined, rule.joined.join(columns)))
    return found


def people_of(value: FrontMatterValue | None) -> tuple[Person, ...]:
    """The people in a value; () where it holds none."""
    if isinstance(value, tuple):
        return tuple(entry for entry in value if isinstance(entry, Person))
    return ()
