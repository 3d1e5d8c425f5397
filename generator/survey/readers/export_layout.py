"""What every layout module gives: which columns there are and how to read their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Literal, Protocol

from generator.model.frozen import dataclass
from generator.model.survey.codebook import ExportFile
from generator.survey.likeness import fold, tidy, without_markup
from generator.survey.tables.export_table import Sample

_WRITE_IN = re.compile(r"^other\b[\s(:,-]*(?:please )?(?:specify|state|describe|give)\b")

Role = Literal["question", "other", "id", "started", "completed", "status", "person", "meta"]


@dataclass(frozen=True, slots=True)
class HeadColumn:
    """One column of an export by its headings; no answers in it.

    heading: as a person finds it in the file. code: the question's code, '' where the layout has
    none. text: the question's wording. part: the option or sub-question, part_code its code;
    full_code: both, as the layout writes them ('Q4.2', 'Q4[SQ002]'). alias, group_alias: other
    codes of this column and of its question, where the tool has two kinds.
    role: 'question'; 'other' (what was written in beside an option); or one of those that are
    never answers: 'id', 'started', 'completed', 'status', 'person' (names somebody) and 'meta'.
    repeat: 2, 3, ... of a heading that stands several times.
    """

    index: int
    heading: str
    text: str
    code: str = ""
    part: str = ""
    part_code: str = ""
    role: Role = "question"
    repeat: int = 1
    full_code: str = ""
    alias: str = ""
    group_alias: str = ""

    @property
    def wording(self) -> str:
        """The wording that tells this column from all others: 'Question [Sub-question]'."""
        if not self.part:
            return self.text or self.heading
        part = without_markup(self.part) or self.part
        return f"{self.text} [{part}]" if self.text else part


@dataclass(frozen=True, slots=True)
class RowMark:
    """Rows known by one column: its folded value is in `values`, or is any where that is empty."""

    column: int
    values: frozenset[str] = frozenset()

    def matches(self, value: str) -> bool:
        """Whether a cell fits."""
        folded = fold(value)
        return folded in self.values if self.values else bool(folded)


@dataclass(frozen=True, slots=True)
class Outline:
    """How one export is to be read.

    separators: what joins several answers in one cell. missing, not_asked: folded texts of a cell
    without an answer. replacements: what the tool wrote instead of a character. complete: rows that
    were submitted (all must hold). previews: rows that are the maker's own trials. identity:
    columns that tell respondents apart; nobody marks of one that tells nobody ('anonymous').
    day_first: order of ambiguous dates.
    """

    layout: str
    header_rows: int
    columns: tuple[HeadColumn, ...]
    separators: tuple[str, ...] = ()
    missing: frozenset[str] = frozenset()
    not_asked: frozenset[str] = frozenset()
    replacements: Mapping[str, str] = field(default_factory=dict)
    complete: tuple[RowMark, ...] = ()
    previews: tuple[RowMark, ...] = ()
    identity: tuple[int, ...] = ()
    nobody: frozenset[str] = frozenset()
    day_first: bool = True

    def role(self, role: Role) -> Iterator[HeadColumn]:
        """The columns of a role."""
        return (column for column in self.columns if column.role == role)

    @property
    def questions(self) -> tuple[HeadColumn, ...]:
        """The columns that may hold answers."""
        return tuple(self.role("question"))


class ExportLayout(Protocol):
    """A layout module. recognise: 0 (never) to 1 (certain); 0.05 is the last resort."""

    NAME: str
    TITLE: str

    def recognise(self, sample: Sample, /) -> float: ...

    def outline(self, sample: Sample, hints: ExportFile, /) -> Outline: ...


def folded_row(sample: Sample, index: int) -> tuple[str, ...]:
    """A row in the form in which headings are compared."""
    return tuple(fold(cell) for cell in sample.row(index))


def carried_right(row: Sequence[str], stops: Sequence[bool] | None = None) -> list[str]:
    """Blank cells take the text to their left; `stops` marks columns where carrying ends."""
    carried: list[str] = []
    for index, cell in enumerate(row):
        ends = stops is not None and stops[index]
        carried.append(cell if cell.strip() or not carried or ends else carried[-1])
    return carried


def numbered_repeats(headings: Sequence[str]) -> list[tuple[str, int]]:
    """(heading, repeat) where a tool put 2, 3, 4 behind a heading that stands several times.

    A number belongs to the heading when the heading without it, and with every lower number, is
    there too: 'Why?', 'Why?2', 'Why?3'.
    """
    folded = {fold(heading) for heading in headings}
    found: list[tuple[str, int]] = []
    for heading in headings:
        plain = tidy(heading)
        base = plain.rstrip("0123456789")
        digits = plain[len(base) :]
        number = int(digits) if digits and len(digits) < 3 and digits[0] != "0" else 1
        earlier = [base, *(f"{base}{n}" for n in range(2, number))]
        if number > 1 and base and base[-1] != " " and all(fold(e) in folded for e in earlier):
            found.append((base, number))
        else:
            found.append((heading, 1))
    return found


def is_write_in(part: str) -> bool:
    """Whether a sub-heading names the box for other answers: 'Other (please specify)'."""
    return bool(_WRITE_IN.match(fold(part)))
