"""Report metadata: what report.yaml, sign_offs.yaml and the council's file say, joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.model.release.check_settings import RuleSetting
from generator.model.release.due_days import Notice, TimetableSettings


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a report: a member with a portfolio, a director or officer with a post.

    key, kind: of a person of the council's file; kind is 'member', 'director', 'officer' or ''.
    """

    name: str
    post: str = ""
    telephone: str = ""
    email: str = ""
    service: str = ""
    key: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Consideration:
    """A body that has considered or will consider the report, and when."""

    body: str
    date: date


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee: `type` names the format's committee type ('scrutiny', 'cabinet', 'committee').

    lead_in: recommendation group -> this committee's own lead-in, used before the format's.
    """

    key: str
    name: str
    short_name: str
    type: str
    lead_in: Mapping[str, str] = field(default_factory=dict)


Jurisdiction = Literal["england", "wales", "scotland", "northern-ireland"]


@dataclass(frozen=True, slots=True)
class Council:
    """The council whose paper it is; `name` as in the header.

    jurisdiction: whose law and bank holidays it keeps. clear_days: between despatch of a report and
    its meeting, neither of these two counted; None: as the law says. checks: rule -> how the
    council holds it. timetable: how many working days there are for each step.
    """

    key: str
    name: str
    short_name: str
    jurisdiction: Jurisdiction = "england"
    clear_days: int | None = None
    checks: Mapping[str, RuleSetting] = field(default_factory=dict)
    timetable: TimetableSettings = TimetableSettings()


FrontMatterValue = (
    str | bool | date | tuple[str, ...] | tuple[Person, ...] | tuple[Consideration, ...]
)


@dataclass(frozen=True, slots=True)
class Prose:
    """Text in a YAML file that is written like the narrative (Markdown and expressions).

    fields: further columns that a format's table asks for, as 'held_at' of a background paper.
    """

    text: str
    where: Where
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation; `name` is what a reference points at ('' for none)."""

    prose: Prose
    name: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """An officer's sign-off of an implication: a code, or a name and date. `kind` is the format's.

    fields: further columns of a sign-off table, as 'comments_sought'.
    """

    implication: str
    where: Where
    code: str = ""
    officer: str = ""
    post: str = ""
    date: date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Implication:
    """What report.yaml says of an implication; the narrative may say it instead (prose None)."""

    key: str
    where: Where
    prose: Prose | None = None
    nil: bool = False
    answer: bool | None = None


AppendixContent = Literal[
    "narrative", "survey_questions", "findings_tables", "figure_tables", "method", "csv", "file"
]


@dataclass(frozen=True, slots=True)
class Exemption:
    """Why a paper is not for publication: paragraphs of the schedule and the public interest.

    words: paragraph -> the words of the jurisdiction's law.
    """

    paragraphs: tuple[int, ...]
    public_interest: str
    where: Where
    words: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix: generated, from the narrative's section of the same key, or from a file.

    exemption: why it is not for publication; copies for publication print its title only.
    """

    key: str
    title: str
    content: AppendixContent
    where: Where
    path: str = ""
    sheet: str = ""
    landscape: bool = False
    listed_only: bool = False
    exemption: Exemption | None = None
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A row of the subject history: where and when the subject came before."""

    meeting: str
    date: str


@dataclass(frozen=True, slots=True)
class SectionTitle:
    """A section that report.yaml asks of the narrative: key, heading, whether it must be there."""

    key: str
    title: str
    required: bool
    where: Where


@dataclass(frozen=True, slots=True)
class SourcedFigure:
    """A figure from elsewhere: `value` as printed ('20.0%'), its source, its reference date."""

    key: str
    value: str
    source: str
    where: Where
    date: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One report's metadata.

    name: the folder's name under inputs/. front_matter: row key -> value, in the format's order.
    recommendations: group key -> items. published: date of publication, None when not yet known.
    chart_tables: 'beside', 'appendix' or 'none' - where the figures of the charts stand as tables.
    urgent: why it could not wait or be published in time, '' where it was. notice: of a key
    decision. public: whether this is the copy for publication, which may leave sign-offs out.
    sentences: place in the format ('implications.legal.nil') -> the report's own words instead.
    unmentioned: name of a table or chart -> why the text need not speak of it; printed nowhere.
    """

    name: str
    file: str
    title: str
    format: str
    council: Council
    committee: Committee
    meeting: date
    published: date | None
    marking: str
    front_matter: Mapping[str, FrontMatterValue]
    recommendations: Mapping[str, tuple[Recommendation, ...]]
    sections: tuple[SectionTitle, ...] = ()
    implications: Mapping[str, Implication] = field(default_factory=dict)
    sign_offs: tuple[SignOff, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    background_papers: tuple[Prose, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    authors: tuple[Person, ...] = ()
    terms_of_reference: Prose | None = None
    exemption: Exemption | None = None
    urgent: str = ""
    notice: Notice | None = None
    chart_tables: str = "appendix"
    contents: bool | None = None
    public: bool = False
    variables: Mapping[str, str] = field(default_factory=dict)
    sourced: Mapping[str, SourcedFigure] = field(default_factory=dict)
    sentences: Mapping[str, Prose] = field(default_factory=dict)
    unmentioned: Mapping[str, Prose] = field(default_factory=dict)


def every_prose(report: Report) -> Iterator[Prose]:
    """Every text of report.yaml that is written like the narrative, in the order of its keys."""
    for items in report.recommendations.values():
        yield from (item.prose for item in items)
    yield from (one.prose for one in report.implications.values() if one.prose is not None)
    yield from report.background_papers
    if report.terms_of_reference is not None:
        yield report.terms_of_reference
