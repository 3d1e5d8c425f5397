"""A council's format: everything that differs from council to council and year to year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal, get_args

from generator.model.document import Numbering
from generator.model.frozen import dataclass

# What {placeholders} a format's texts may hold, besides its context and its front-matter rows.
PLACEHOLDERS = (
    "title",
    "council",
    "council_short_name",
    "committee",
    "committee_name",
    "meeting_date",
    "published",
    "marking",
    "exempt_paragraphs",
    "public_interest",
    "urgent_reason",
)
DATE_PLACEHOLDERS = ("day", "day_two", "month", "month_two", "year", "weekday")

SIGN_OFF_PLACEHOLDERS = ("officer", "post", "date")
FILE_NAME_PLACEHOLDERS = ("name", "title", "committee", "meeting_date")
# What the `item` of a part may hold; an entry of background papers has any keys of its own.
ITEM_PLACEHOLDERS: Mapping[str, tuple[str, ...]] = {
    "report_author": ("role", "name", "post", "telephone", "email", "service"),
    "contacts": ("role", "name", "post", "telephone", "email", "service"),
    "appendices_list": ("label", "number", "title"),
    "subject_history": ("meeting", "date"),
}

RowKind = Literal[
    "text", "date", "yes_no", "people", "contacts", "considerations", "wards", "computed"
]


@dataclass(frozen=True, slots=True)
class FrontMatterRule:
    """A row of the front matter, in the format's order.

    key: the key in report.yaml. label/label_many: for one or several values; for considerations
    also label_to_be, label_has_been, label_mixed by each row's date against the publication date.
    columns: for people and contacts, the parts printed, one cell each: 'name', 'post', 'telephone',
    'email', 'service'; () for none. A part in `details` goes on a line of its own, as
    'Tel<tab>01902'. source: for computed rows: 'title', 'committee', 'meeting_date', 'meeting'
    (both), 'published', 'marking', 'council', 'exemption' (text_public or text_exempt, with
    {exempt_paragraphs}), 'recommendations', 'authors', 'appendices', 'background_papers'. values:
    the only texts allowed, when there are any. joined: names and posts on one line with this
    between them ('' puts them in cells). side_by_side: several people in cells of one line,
    or one below the other where these have no room. detail_labels: what stands before a detail
    ('Tel'). yes_text, no_text: what yes_no rows print; ticks prints both with ticked boxes.
    required_when: required when the yes_no row of this key is Yes; or 'exempt' or 'published'. who:
    'member', 'director' or 'officer' where only such a person may be named; '' for anybody.
    printed: False keeps the row out of the front-matter table; parts of the layout (`rows`) and
    texts ({key}) may still print it.
    """

    key: str
    label: str
    kind: RowKind
    required: bool = False
    repeatable: bool = False
    label_many: str = ""
    label_to_be: str = ""
    label_has_been: str = ""
    label_mixed: str = ""
    columns: tuple[str, ...] = ("name", "post")
    details: tuple[str, ...] = ()
    joined: str = ""
    source: str = ""
    values: tuple[str, ...] = ()
    default: str = ""
    required_when: str = ""
    guidance: str = ""
    printed: bool = True
    side_by_side: bool = False
    detail_labels: Mapping[str, str] = field(default_factory=dict)
    yes_text: str = "Yes"
    no_text: str = "No"
    ticks: bool = False
    text_public: str = ""
    text_exempt: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class RecommendationGroup:
    """'Recommendations for decision:', its lead-in by committee type, and its verbs' mood.

    lead_in: committee type -> sentence with {committee} (short name) or {committee_name}; key 'any'
    for all others. mood: 'infinitive' ('Note ...' after 'is recommended to:'), 'finite' ('approves
    ...' after 'That Cabinet:'), 'that' ('That Cabinet approves ...') or 'any'. heading/heading_many
    for one or several items; '' for none. marker as ListBlock.marker, or 'paragraph': each item is
    a numbered paragraph of the report. single_inline: one item follows the lead-in in its sentence.
    lead_in_numbered: the lead-in is a numbered paragraph too.
    """

    key: str
    heading: str
    heading_many: str
    lead_in: Mapping[str, str]
    marker: str = "1."
    mood: str = "any"
    required: bool = False
    single_inline: bool = False
    lead_in_numbered: bool = False
    guidance: str = ""


SignOffKind = Literal["none", "code", "name_date"]
Dependence = Literal["words", "figures", "recommendations"]
"""What a sign-off of a unit may depend on: its own words and figures, and what is recommended."""
DEPENDENCES: tuple[Dependence, ...] = get_args(Dependence)


@dataclass(frozen=True, slots=True)
class ImplicationRule:
    """An implication: heading, who owns it, whether it must be there, and the nil statement.

    sign_off: how its owner signs. sign_off_required: at least one code or name must be given before
    release. short_title: how a table or grid names it. aliases: other headings of the narrative
    that mean it. sign_off_text: instead of the format's, as 'Finance officer consulted: {officer}'.
    depends_on: what its sign-off is of.
    """

    key: str
    title: str
    owner: str = ""
    required: bool = True
    nil: str = ""
    sign_off: SignOffKind = "none"
    sign_off_required: bool = False
    guidance: str = ""
    short_title: str = ""
    aliases: tuple[str, ...] = ()
    sign_off_text: str = ""
    depends_on: tuple[Dependence, ...] = DEPENDENCES


@dataclass(frozen=True, slots=True)
class SignOffRule:
    """How sign-offs look. pattern: a regular expression with named groups initials, date, letter.

    placement: 'own-line', 'trailing', or 'table' (only in a table of the layout).
    printed_in_public: False leaves them out of the public copy. text: how a name_date sign-off
    reads, with {officer}, {post} and {date}.
    """

    pattern: str = r"\[(?P<initials>[A-Z]{2,4})/(?P<date>\d{8})/(?P<letter>[A-Z])\]"
    example: str = "[AB/15022023/C]"
    placement: str = "own-line"
    printed_in_public: bool = True
    text: str = "{officer}, {post}, {date}"


PartKind = Literal[
    "recommendations",
    "section",
    "free_sections",
    "heading",
    "implications",
    "implication",
    "appendices_list",
    "background_papers",
    "terms_of_reference",
    "subject_history",
    "report_author",
    "contacts",
    "sign_off_table",
    "exempt",
    "contents",
    "row",
    "text",
]
SINGLE_PARTS = frozenset(get_args(PartKind)) - {"section", "heading", "implication", "row", "text"}
"""Kinds of parts that stand once in a layout, so that the kind alone names the part."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the layout, in the order in which it is printed.

    key and title: of sections. aliases: other headings of the narrative that mean this section.
    numbered: its heading and paragraphs are. fixed: report and narrative may not retitle it. style,
    of implications: 'sections', 'sub_headings' (of one section), 'table', 'grid' or 'appendix'.
    nil: text that stands where nothing is given. text, closing: opening and closing sentence; they
    may hold {committee}, {meeting_date} and the like, and {key} of a front-matter row. form, of
    lists: 'paragraphs', 'list', 'bullets', 'lines' or 'table'. item: how one entry of lines reads,
    as '{name}, {post}'. columns and headings: of tables, what the columns hold and their heads.
    rows: keys of the front-matter rows that a part of kind 'row' or 'contacts' prints, or whose
    people sign, for a 'sign_off_table' (without rows: whoever signs an implication). kinds: 'row'
    prints front-matter rows as a section; 'text' prints only the format's own text. owner,
    sign_off, sign_off_required: of a section that is signed off, as of an implication; depends_on:
    of such a section, and of the people who sign in a sign_off_table.
    """

    kind: PartKind
    key: str = ""
    title: str = ""
    required: bool = False
    numbered: bool = True
    aliases: tuple[str, ...] = ()
    style: str = "sections"
    nil: str = ""
    text: str = ""
    closing: str = ""
    columns: tuple[str, ...] = ()
    guidance: str = ""
    level: int = 1
    fixed: bool = False
    form: str = ""
    item: str = ""
    headings: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    page_break: bool = False
    owner: str = ""
    sign_off: SignOffKind = "none"
    sign_off_required: bool = False
    depends_on: tuple[Dependence, ...] = DEPENDENCES


@dataclass(frozen=True, slots=True)
class AppendixRule:
    """'Appendix 1' or 'Appendix A': word, scheme '1' or 'A', first number, what joins the title."""

    word: str = "Appendix"
    scheme: str = "1"
    first: int = 1
    joint: str = ": "
    page_break: bool = True


Quotes = Literal["curly", "straight"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format file, with what it extends filled in. template: file name in report_templates/.

    list_markers: what a '-' list becomes, by depth. date_format: with {day}, {month}, {year},
    {weekday}, {day_two}, {month_two}. contents_from_pages: a contents list is printed from this
    (estimated) length on; 0 for only when the report asks. exempt_marking: the marking of an exempt
    report that states none itself. quotes: how quotation marks and apostrophes are printed,
    whichever was typed. context: the format's own words: texts for the report template, phrases for
    a row's values ('key_decision_yes') and statutory wording.
    """

    key: str
    name: str
    council: str
    template: str
    file: str
    valid_from: date | None
    valid_to: date | None
    marking: str
    front_matter: tuple[FrontMatterRule, ...]
    recommendations: tuple[RecommendationGroup, ...]
    layout: tuple[Part, ...]
    implications: tuple[ImplicationRule, ...]
    sign_off: SignOffRule = field(default_factory=SignOffRule)
    numbering: Numbering = field(default_factory=Numbering)
    list_markers: tuple[str, ...] = ("bullet", "bullet", "bullet")
    appendices: AppendixRule = field(default_factory=AppendixRule)
    file_name: str = "{name}"
    language: str = "en-GB"
    date_format: str = "{day} {month} {year}"
    contents_from_pages: int = 0
    chart_tables: str = "appendix"
    context: Mapping[str, str] = field(default_factory=dict)
    extends: str = ""
    exempt_marking: str = ""
    quotes: Quotes = "curly"


def section_rule(part: Part) -> ImplicationRule:
    """How a section of the layout is signed off, told as of an implication."""
    return ImplicationRule(
        part.key,
        part.title,
        part.owner,
        required=part.required,
        sign_off=part.sign_off,
        sign_off_required=part.sign_off_required,
        depends_on=part.depends_on,
    )


def signed_rules(format_: Format) -> tuple[ImplicationRule, ...]:
    """Everything that owners sign off, in the order of the implications, then of the layout."""
    sections = (section_rule(part) for part in format_.layout if part.kind == "section")
    return tuple(rule for rule in (*format_.implications, *sections) if rule.sign_off != "none")


def signing_rows(format_: Format) -> tuple[FrontMatterRule, ...]:
    """The rows of the front matter whose people sign, in a table of the layout."""
    named = {key for part in format_.layout if part.kind == "sign_off_table" for key in part.rows}
    return tuple(rule for rule in format_.front_matter if rule.key in named)
