"""A format's rules in words, for `committee format show` and for people who own a format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.format import (
    Format,
    FrontMatterRule,
    ImplicationRule,
    RecommendationGroup,
    signed_rules,
)
from generator.model.frozen import dataclass
from generator.model.wording.counting import appendix_number, filled_pattern
from generator.model.wording.dates import date_text
from generator.model.wording.english import listed
from generator.starters.layout_in_words import PART_HEADINGS, described_part, signed_words

_SAMPLE = date(2023, 3, 5)
_DETAILS = {"telephone": "telephone", "email": "e-mail", "service": "service"}
_KINDS = {
    "text": "text",
    "date": "a date",
    "yes_no": "yes or no",
    "people": "a person, with {columns}",
    "contacts": "a person, with {columns}",
    "considerations": "bodies and dates",
    "wards": "All, or names of wards",
    "computed": "filled in from the report: {source}",
}


@dataclass(frozen=True, slots=True)
class RuleTable:
    """One group of rules: its title, column headings and rows, all text."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def format_rules(format_: Format) -> tuple[RuleTable, ...]:
    """The rules as tables: general, front matter, recommendations, order, implications."""
    return (
        RuleTable("In general", ("Rule", "Setting"), tuple(_general(format_))),
        RuleTable(
            "Front matter",
            ("Row", "What it holds", "Required", "Key", "What to write"),
            tuple(_row(rule) for rule in format_.front_matter),
        ),
        RuleTable(
            "Recommendations",
            ("Group", "Lead-in", "Items", "Required", "Key", "What to write"),
            tuple(_group(group) for group in format_.recommendations),
        ),
        RuleTable(
            "Order of the report",
            PART_HEADINGS,
            tuple(described_part(format_, part) for part in format_.layout),
        ),
        RuleTable(
            "Implications",
            (
                "Implication",
                "Owner",
                "Required",
                "Signed off",
                "If there are none",
                "Key",
                "What to write",
            ),
            tuple(_implication(rule) for rule in format_.implications),
        ),
    )


def describe_format(format_: Format) -> str:
    """The same as plain text, for a pipe or a file."""
    lines = [format_.name]
    for table in format_rules(format_):
        if not table.rows:
            continue
        lines += ["", table.title, "-" * len(table.title)]
        for row in table.rows:
            lines.extend(_in_words(table, row))
    return "\n".join(lines) + "\n"


def _in_words(table: RuleTable, row: tuple[str, ...]) -> Iterator[str]:
    if table.title == "In general":
        yield f"{row[0]}: {row[1]}"
        return
    yield f"- {row[0]}"
    for heading, text in zip(table.headings[1:], row[1:], strict=True):
        if text:
            yield f"    {heading}: {text}"


# ---------------------------------------------------------------- rows of the tables
def _general(format_: Format) -> Iterator[tuple[str, str]]:
    yield "Council", format_.council
    yield "Report template", format_.template
    yield "Meetings", _validity(format_)
    if format_.extends:
        yield "Extends", format_.extends
    if format_.marking:
        yield "Marking", format_.marking
    if format_.exempt_marking:
        yield "Marking of exempt reports", format_.exempt_marking
    yield "File name", f"{format_.file_name}.docx"
    yield "Headings", _headings(format_)
    yield "Paragraphs", _paragraphs(format_)
    yield "Sub-headings", _sub_headings(format_)
    yield "Lists", _lists(format_)
    yield "Appendices", _appendices(format_)
    yield "Dates", date_text(_SAMPLE, format_.date_format)
    yield "Sign-off", _sign_off(format_)
    if format_.contents_from_pages:
        yield "Contents list", f"from about {format_.contents_from_pages} pages on"
    yield "Tables of the charts' figures", format_.chart_tables
    yield "Quotation marks", format_.quotes


def _sub_headings(format_: Format) -> str:
    numbering = format_.numbering
    if not numbering.numbered_sub_headings:
        return "plain"
    if not numbering.sub_paragraph:
        return "numbered with the paragraphs"
    levels = (5, 1) if numbering.running else (3, 5, 1)
    number = filled_pattern(numbering.sub_paragraph, *levels)
    return f"numbered with the paragraphs; paragraphs below them as in {number!r}"


def _validity(format_: Format) -> str:
    first, last = format_.valid_from, format_.valid_to
    if first and last:
        return f"from {date_text(first)} to {date_text(last)}"
    if first:
        return f"from {date_text(first)} on"
    return f"until {date_text(last)}" if last else "on any date"


def _headings(format_: Format) -> str:
    pattern = format_.numbering.heading
    words = f"numbered, as in {filled_pattern(pattern, 3)!r}" if pattern else "not numbered"
    return f"{words}; shown in capitals" if format_.numbering.upper_headings else words


def _paragraphs(format_: Format) -> str:
    numbering = format_.numbering
    if not numbering.paragraph:
        return "not numbered"
    levels = (5,) if numbering.running else (3, 5)
    sample = filled_pattern(numbering.paragraph, *levels)
    scope = "through the whole report" if numbering.running else "within each section"
    return f"numbered {scope}, as in {sample!r}"


def _lists(format_: Format) -> str:
    markers = ["bullets" if one == "bullet" else one for one in format_.list_markers]
    if len(set(markers)) <= 1:
        return f"{markers[0] if markers else 'bullets'} at every level"
    return f"{', then '.join(markers)}, by level"


def _appendices(format_: Format) -> str:
    rule = format_.appendices
    names = [f"{rule.word} {appendix_number(rule.scheme, rule.first + i)}" for i in range(2)]
    return f"{names[0]}, {names[1]}, ..."


def _sign_off(format_: Format) -> str:
    kinds = {rule.sign_off for rule in signed_rules(format_)}
    table = any(part.kind == "sign_off_table" for part in format_.layout)
    day = date_text(_SAMPLE, format_.date_format)
    if not kinds:
        return "none"
    words = []
    if "code" in kinds:
        place = {"trailing": "after the text", "table": "in a table"}.get(
            format_.sign_off.placement, "on its own line"
        )
        words.append(f"a code such as {format_.sign_off.example}, {place}")
    if "name_date" in kinds:
        sample = {"officer": "Ann Example", "post": "Head of Finance", "date": day}
        words.append(f"officer and date, as in {_filled(format_.sign_off.text, sample)!r}")
    if table:
        words.append("listed in a table")
    public = "" if format_.sign_off.printed_in_public else "; left out of the public copy"
    return listed(words) + public


def _filled(text: str, sample: dict[str, str]) -> str:
    for name, value in sample.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _row(rule: FrontMatterRule) -> tuple[str, ...]:
    details = rule.details or (("telephone", "email") if rule.kind == "contacts" else ())
    holds = _KINDS[rule.kind].format(
        columns=listed([*rule.columns, *(_DETAILS.get(one, one) for one in details)]),
        source=(rule.source or rule.key).replace("_", " "),
    )
    if rule.values:
        holds = f"one of {', '.join(rule.values)}"
    if rule.repeatable:
        holds += "; several are allowed"
    if rule.default:
        holds += f"; {rule.default} unless the report says otherwise"
    if not rule.printed:
        holds += "; not printed in the table"
    if rule.who:
        holds += f"; only {'an' if rule.who[0] in 'aeiou' else 'a'} {rule.who}"
    if rule.kind == "considerations":
        holds += _by_date(rule)
    return (rule.label.rstrip(":"), holds, _required(rule), rule.key, rule.guidance)


def _by_date(rule: FrontMatterRule) -> str:
    """The label by the dates of the bodies against the publication."""
    labels = (
        ("before publication", rule.label_has_been),
        ("after it", rule.label_to_be),
        ("where there are both", rule.label_mixed),
    )
    words = [f"{when} {label.rstrip(':')!r}" for when, label in labels if label]
    return f"; the label is {', '.join(words)}" if words else ""


def _required(rule: FrontMatterRule) -> str:
    if rule.kind == "computed":
        return ""
    if rule.required:
        return "yes"
    if rule.required_when in ("exempt", "published"):
        return f"when {rule.required_when}"
    return f"when {rule.required_when} is yes" if rule.required_when else "no"


def lead_ins(group: RecommendationGroup) -> list[str]:
    """The lead-ins of a group: the only one, or 'cabinet: ...' by type and 'otherwise: ...'."""
    by_type = dict(sorted(group.lead_in.items(), key=lambda pair: pair[0] == "any"))
    if list(by_type) == ["any"]:
        return [by_type["any"]]
    return [f"{'otherwise' if kind == 'any' else kind}: {by_type[kind]}" for kind in by_type]


def _group(group: RecommendationGroup) -> tuple[str, ...]:
    items = "numbered paragraphs" if group.marker == "paragraph" else f"a list: {group.marker}"
    if group.mood == "infinitive":
        items += ", each beginning with a verb such as Note"
    if group.mood == "finite":
        items += ", each beginning with a verb such as notes"
    if group.mood == "that":
        items += ", each beginning with That"
    if group.single_inline:
        items += "; a single one runs on from the lead-in"
    name = (group.heading_many or group.heading).rstrip(":") or group.key
    required = "yes" if group.required else "no"
    return (name, " / ".join(lead_ins(group)), items, required, group.key, group.guidance)


def _implication(rule: ImplicationRule) -> tuple[str, ...]:
    signed = signed_words(rule)
    required = "yes" if rule.required else "no"
    return (rule.title, rule.owner, required, signed, rule.nil, rule.key, rule.guidance)
