"""A format's rules in words, for `committee format show` and for people who own a format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.compose.counting import appendix_number, filled_pattern
from generator.compose.text import date_text, listed
from generator.model.format import (
    Format,
    FrontMatterRule,
    ImplicationRule,
    Part,
    RecommendationGroup,
)
from generator.model.frozen import dataclass

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
_PARTS = {
    "section": "section {title}",
    "free_sections": "sections under headings of the report's own",
    "heading": "heading {title}, with nothing under it",
    "implication": "implication {title}",
    "appendices_list": "list of appendices",
    "background_papers": "background papers",
    "terms_of_reference": "terms of reference",
    "subject_history": "subject history",
    "report_author": "report authors",
    "contacts": "contacts",
    "sign_off_table": "table of who signed off",
    "exempt": "why the report is exempt, where it is",
    "contents": "contents list",
    "recommendations": "recommendations",
    "row": "front-matter rows: {rows}",
    "text": "fixed text",
}
_STYLES = {
    "sections": "implications, each a section of its own",
    "sub_headings": "implications, each under a sub-heading",
    "table": "implications as a table",
    "grid": "implications as a Yes/No grid",
    "appendix": "implications, as the first appendix",
}
_FORMS = {
    "paragraphs": "a paragraph each",
    "list": "a numbered list",
    "bullets": "a bulleted list",
    "lines": "a line each",
    "table": "a table",
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
            ("Row", "What it holds", "Required", "Key"),
            tuple(_row(rule) for rule in format_.front_matter),
        ),
        RuleTable(
            "Recommendations",
            ("Group", "Lead-in", "Items", "Required"),
            tuple(_group(group) for group in format_.recommendations),
        ),
        RuleTable(
            "Order of the report",
            ("Part", "Required", "Numbered", "What to write"),
            tuple(_part(format_, part) for part in format_.layout),
        ),
        RuleTable(
            "Implications",
            ("Implication", "Owner", "Required", "Signed off", "If there are none"),
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
    kinds = {rule.sign_off for rule in format_.implications} - {"none"}
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
    return (rule.label.rstrip(":"), holds, _required(rule), rule.key)


def _required(rule: FrontMatterRule) -> str:
    if rule.kind == "computed":
        return ""
    if rule.required:
        return "yes"
    if rule.required_when in ("exempt", "published"):
        return f"when {rule.required_when}"
    return f"when {rule.required_when} is yes" if rule.required_when else "no"


def _group(group: RecommendationGroup) -> tuple[str, ...]:
    by_type = dict(sorted(group.lead_in.items(), key=lambda pair: pair[0] == "any"))
    lead_ins = [f"{'otherwise' if kind == 'any' else kind}: {by_type[kind]}" for kind in by_type]
    if list(by_type) == ["any"]:
        lead_ins = [by_type["any"]]
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
    return (name, " / ".join(lead_ins), items, "yes" if group.required else "no")


def _part(format_: Format, part: Part) -> tuple[str, ...]:
    titles = {rule.key: rule.title for rule in format_.implications}
    if part.kind == "implications":
        words = _STYLES[part.style]
    elif part.kind == "sign_off_table" and part.rows:
        labels = {rule.key: rule.label.rstrip(":") for rule in format_.front_matter}
        words = f"table of who signs: {listed([labels.get(key, key) for key in part.rows])}"
    else:
        labels = {rule.key: rule.label.rstrip(":") for rule in format_.front_matter}
        words = _PARTS[part.kind].format(
            title=repr(part.title or titles.get(part.key, part.key)),
            rows=listed([labels.get(key, key) for key in part.rows]),
        )
    if part.title and part.kind not in ("section", "heading", "implication"):
        words += f", under {part.title!r}"
    if part.form:
        words += f", as {_FORMS.get(part.form, part.form)}"
    if part.fixed:
        words += " (heading fixed)"
    elsewhere = {
        "implications": "see below",
        "implication": "see below",
        "recommendations": "see above",
    }
    required = elsewhere.get(part.kind, "yes" if part.required else "no")
    return (words, required, "yes" if part.numbered else "no", part.guidance)


def _implication(rule: ImplicationRule) -> tuple[str, ...]:
    kinds = {"none": "no", "code": "by code", "name_date": "by officer and date"}
    signed = kinds[rule.sign_off]
    if rule.sign_off_required:
        signed += ", before release"
    return (rule.title, rule.owner, "yes" if rule.required else "no", signed, rule.nil)
