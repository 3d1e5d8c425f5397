"""What an inspection says, as plain values: for a table on the screen, or as JSON."""

from __future__ import annotations

from datetime import date

from generator.model.frozen import dataclass
from generator.model.survey.codebook import QuestionKind


@dataclass(frozen=True, slots=True)
class OptionCount:
    """An option and how many chose it."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class PersonalColumn:
    """A column that names people. Its contents are never read."""

    column: str
    heading: str


@dataclass(frozen=True, slots=True)
class InspectedQuestion:
    """One question of an export.

    column: its letter, or the first and last of several ('M-Q'). answered, blank: respondents.
    options: in the order of the scale, else most chosen first; those that mean 'prefer not to say'
    and 'not applicable' last. distinct: different answers. scale: name of a known scale or ''.
    lowest, highest: of numbers. other: a box for other answers stands beside it, in which `boxed`
    respondents wrote, or written_in different answers were written in beside the options.
    not_numbers: of a number question. tests: answers that only say 'test'.
    separator: what joins several answers in one cell.
    """

    column: str
    code: str
    text: str
    kind: QuestionKind
    options: tuple[OptionCount, ...]
    answered: int
    blank: int
    distinct: int = 0
    scale: str = ""
    prefer_not_to_say: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    other: bool = False
    boxed: int = 0
    written_in: int = 0
    not_numbers: tuple[str, ...] = ()
    separator: str = ""
    tests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """One export.

    answers: rows; complete: those submitted; partial: the others; previews: trials of the survey's
    makers; tests: rows in which somebody only wrote 'test'. first, last: days on which answers came
    in. has_ids: a column tells respondents apart.
    """

    file: str
    layout: str
    layout_title: str
    sheet: str
    answers: int
    complete: int
    partial: int
    previews: int
    first: date | None
    last: date | None
    questions: tuple[InspectedQuestion, ...]
    personal: tuple[PersonalColumn, ...]
    tests: int = 0
    has_ids: bool = False
    notes: tuple[str, ...] = ()
