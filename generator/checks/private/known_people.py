"""Whom a paper names itself, so that naming them gives nothing away."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.held import Held
from generator.model.frozen import dataclass
from generator.model.report import Person, Report
from generator.model.wording.late_pattern import late_pattern
from generator.model.wording.quotation_marks import straight

_DIGITS = late_pattern(r"\D")
_WORD = late_pattern(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Names, e-mail addresses and telephone numbers (digits) that may be said.

    front: the words before the first heading, and of headers and footers, in small letters.
    """

    names: frozenset[str]
    emails: frozenset[str]
    telephones: frozenset[str]
    front: frozenset[str]

    def has_name(self, name: str) -> bool:
        """Whether it is somebody's whose name the report, or the front of the paper, says."""
        words = _words(name)
        return bool(words) and all(word in self.front or word in self.names for word in words)

    def has_telephone(self, number: str) -> bool:
        """Whether the report gives that number."""
        return digits(number) in self.telephones


def digits(number: str) -> str:
    """The digits of a telephone number as they are dialled at home."""
    found = _DIGITS.sub("", number.replace("(0)", ""))
    return "0" + found[2:] if found.startswith("44") else found


def known_people(held: Held) -> KnownPeople:
    """Who is known of a paper: from its report, and from its own first page."""
    people = [] if held.report is None else list(people_of(held.report))
    names = [person.name for person in people]
    if held.report is not None:
        names += [held.report.council.name, held.report.council.short_name]
        names += [one.officer for one in held.report.sign_offs]
    return KnownPeople(
        frozenset(word for name in names for word in _words(name)),
        frozenset(person.email.casefold() for person in people if person.email),
        frozenset(digits(person.telephone) for person in people if person.telephone),
        frozenset(word for text in _front(held) for word in _words(text)),
    )


def _words(text: str) -> list[str]:
    """The words in small letters, O'Brien with a straight mark."""
    return _WORD.findall(straight(text).casefold())


def people_of(report: Report) -> Iterator[Person]:
    """Everybody whom a report's metadata names."""
    for value in report.front_matter.values():
        for one in value if isinstance(value, tuple) else ():
            if isinstance(one, Person):
                yield one
    yield from report.authors


def _front(held: Held) -> Iterator[str]:
    """Texts before the first heading, of front matter, headers and footers."""
    begun = False
    for text in held.paper.texts:
        begun = begun or text.kind == "heading"
        if not begun or text.style.startswith("front matter") or text.story in ("header", "footer"):
            yield text.text
