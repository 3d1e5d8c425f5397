"""What codebook.yaml and findings.yaml declare, checked. No answers are kept here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from generator.model.frozen import dataclass
from generator.model.issues import Where

QuestionKind = Literal["scale", "single", "multi", "number", "text", "date", "personal"]
OTHER = "Other"
"""The option that stands for all answers which people wrote in instead of choosing one."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """Who was asked: `name` for prose ('social workers'), `label` for charts ('Social workers')."""

    key: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Selection:
    """Answers picked by what stands in a column of the export: one of `answers`, or a text within.

    column: heading or code as in the export; or `question`: the id of a question of the codebook;
    neither: any answer of the row.
    """

    column: str = ""
    question: str = ""
    answers: tuple[str, ...] = ()
    contains: str = ""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One raw export: path relative to the report folder, whose it is, and how many were sent.

    mapping: flat layout only: role -> column ('id', 'completed', ...); see the codebook's schema.
    missing: what stands in a cell without an answer, besides nothing and the layout's own marks.
    select: where one export holds several cohorts or waves, the answers that belong here.
    """

    path: str
    cohort: str
    wave: str
    where: Where
    sent: int | None = None
    layout: str = ""
    sheet: str = ""
    encoding: str = ""
    fieldwork_from: date | None = None
    fieldwork_to: date | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    delimiter: str = ""
    missing: tuple[str, ...] = ()
    select: Selection | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """An ordered answer scale, best first; scores parallel to options, 0-100; top: top-box size."""

    key: str
    options: tuple[str, ...]
    scores: tuple[float, ...] = ()
    top: int = 2


@dataclass(frozen=True, slots=True)
class NumberRange:
    """Numbers that count for a per cent, or make a band: all bounds that are given must hold."""

    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question through all its waves. texts: wave or 'cohort.wave' -> the wordings there.

    offered: wave -> the options that could be chosen there, for waves that did not offer all.
    characteristic: it asks who somebody is (gender, ethnicity), so that a small count is a person.
    source: of a derived question, the id of the one whose answers it groups; options: the groups,
    in bands: of its numbers, or groups: of its options.
    """

    id: str
    text: str
    kind: QuestionKind
    where: Where
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    renamed_options: Mapping[str, str] = field(default_factory=dict)
    scale: Scale | None = None
    reversed: bool = False
    theme: str = ""
    not_applicable: tuple[str, ...] = ()
    prefer_not_to_say: tuple[str, ...] = ()
    cohorts: tuple[str, ...] = ()
    waves: tuple[str, ...] = ()
    unit: str = ""
    other: bool = False
    minimum: float | None = None
    maximum: float | None = None
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    characteristic: bool = False
    source: str = ""
    bands: Mapping[str, NumberRange] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def own_options(self) -> tuple[str, ...]:
        """The options as declared: those of its scale, best first, where it has one."""
        return self.options if self.scale is None else self.scale.options

    @property
    def every_option(self) -> tuple[str, ...]:
        """The options that an answer can have: OTHER last where free answers are allowed."""
        own = self.own_options
        return (*own, OTHER) if self.other and OTHER not in own else own


@dataclass(frozen=True, slots=True)
class Filters:
    """Which answers are left out. Every one left out is counted under its reason, never silently.

    duplicates: 'id' (same respondent id), 'content' (identical in every answer), 'none' (a
    respondent who stands twice is then counted twice), '' (not declared: duplicates are an error).
    keep: which of several is counted. incomplete: 'keep' or 'drop' answers never submitted.
    same_answers: the share of an export's answers, 0 to 1, that may stand in another one's too.
    """

    duplicates: Literal["id", "content", "none", ""] = ""
    keep: Literal["first", "last"] = "last"
    incomplete: Literal["keep", "drop"] = "keep"
    test_answers: tuple[Selection, ...] = ()
    same_answers: float = 0.5
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Headcount:
    """The workforce by the options of a question, to set beside the respondents.

    cohort, wave: '' for every cohort or wave.
    """

    question: str
    counts: Mapping[str, int]
    where: Where
    cohort: str = ""
    wave: str = ""


@dataclass(frozen=True, slots=True)
class ApprovedQuotation:
    """A free-text answer whose redacted `text` a person approved for print.

    id: as `committee survey comments` lists it. approved_by: a post, not a name.
    """

    id: str
    cohort: str
    wave: str
    question: str
    text: str
    where: Where
    approved_by: str = ""
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class Codebook:
    """The whole codebook. survey: what the survey is called in every report on it, or ''.

    wave_labels: wave -> label for print where it is not the key itself. weights: heading of the
    column with each respondent's weight, or ''. people: names of staff that block a quotation.
    """

    file: str
    cohorts: Mapping[str, Cohort]
    waves: tuple[str, ...]
    files: tuple[ExportFile, ...]
    questions: Mapping[str, Question]
    scales: Mapping[str, Scale] = field(default_factory=dict)
    themes: Mapping[str, str] = field(default_factory=dict)
    wave_labels: Mapping[str, str] = field(default_factory=dict)
    filters: Filters = field(default_factory=Filters)
    weights: str = ""
    workforce: tuple[Headcount, ...] = ()
    quotations: Mapping[str, ApprovedQuotation] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    survey: str = ""
