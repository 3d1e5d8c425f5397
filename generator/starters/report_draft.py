"""The files of a new report, for `committee new`: commented, with the format's own guidance.

Everything the format requires stands there as a blank; building the report lists the blanks as
problems, each with its line, until they are filled. What is optional stands commented out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill, wrap

from generator.config.workspace import (
    CODEBOOK_FILE,
    FINDINGS_FILE,
    NARRATIVE_FILE,
    REPORT_FILE,
    SIGN_OFFS_FILE,
)
from generator.model.council import CouncilFile
from generator.model.format import (
    Format,
    FrontMatterRule,
    ImplicationRule,
    Part,
    PartKind,
    signed_rules,
    signing_rows,
)
from generator.starters.format_in_words import lead_ins
from generator.starters.survey_files_draft import CODEBOOK_DRAFT, FINDINGS_DRAFT

_WIDTH = 96
_SAMPLES = {
    "text": "some text",
    "date": "2023-03-15",
    "yes_no": "no",
    "people": "{name: Ann Example, post: Head of Service}",
    "contacts": "{name: Ann Example, post: Head of Service, email: service@example.org}",
    "considerations": "[{body: Leadership Team, date: 2023-02-16}]",
    "wards": "All",
}
_HINTS = {
    "date": "A date such as 2023-03-15.",
    "yes_no": "yes or no.",
    "wards": "All, or a list of wards.",
    "considerations": "A list of {body: ..., date: 2023-02-16}.",
}
# Kind of part, what it is for where the format gives no guidance, and an example.
_TAIL: tuple[tuple[PartKind, str, tuple[str, ...]], ...] = (
    (
        "background_papers",
        "Unpublished documents that the report relies on.",
        ("background_papers:", "  - Title of a paper, its author and date"),
    ),
    (
        "subject_history",
        "When the subject came before.",
        ("subject_history:", "  - {meeting: Name of the body, date: May 2022}"),
    ),
    ("report_author", "Who wrote the report.", ("authors:", f"  - {_SAMPLES['contacts']}")),
)


def draft_report_files(
    format_: Format, council: CouncilFile, name: str, survey: bool = True
) -> Mapping[str, str]:
    """File name -> text of a new report's folder; every file ends in one newline.

    council: the format's own council; its people and committees are named in comments. name: the
    folder's name, for the comments. survey: whether the report has one.
    """
    files = {
        REPORT_FILE: "\n".join(_report(format_, council, name, survey)) + "\n",
        NARRATIVE_FILE: "\n".join(_narrative(format_, name)) + "\n",
        SIGN_OFFS_FILE: "\n".join(_sign_offs(format_)) + "\n",
    }
    survey_files = {FINDINGS_FILE: FINDINGS_DRAFT, CODEBOOK_FILE: CODEBOOK_DRAFT}
    return files | survey_files if survey else files


# ---------------------------------------------------------------- report.yaml
def _report(format_: Format, council: CouncilFile, name: str, survey: bool) -> Iterator[str]:
    yield from _comment(
        f"Metadata of the report {name}, in the format {format_.name}. Fill the blanks, then run: "
        f"committee build {name}. Every key is explained in docs/reference/yaml.md."
    )
    yield "#"
    yield "# To let an editor complete and check this file (VS Code: with its YAML extension), run"
    yield f"#   committee format schema {format_.key} --write inputs/{name}/report.schema.json"
    yield "# and take the first '# ' away from the next line:"
    yield "# # yaml-language-server: $schema=report.schema.json"
    yield ""
    yield f"format: {format_.key}"
    yield ""
    yield "# The report's title, as it stands on the first page."
    yield "title:"
    yield ""
    yield from _committee(council)
    yield "# The day on which the agenda is published, once it is known: it decides whether a body"
    yield "# 'has considered' the report or is 'to consider' it."
    yield "# published: 2023-03-07"
    yield ""
    yield from _front_matter(format_, council)
    yield from _recommendations(format_)
    yield from _implications(format_)
    yield from _tail(format_, survey)


def _committee(council: CouncilFile) -> Iterator[str]:
    yield from _comment(f"A committee of {council.file}, or {{name:, short_name:, type:}}:")
    for key, committee in council.committees.items():
        yield f"#   {key}: {committee.name} ({committee.type})"
    keys = list(council.committees)
    yield f"committee: {keys[0]}" if len(keys) == 1 else "committee:"
    yield ""
    for key in keys:
        days = ", ".join(day.isoformat() for day in council.meetings.get(key, ()))
        if days:
            yield from _comment(f"Meetings of {key}: {days}")
    yield "meeting:"
    yield "  date:"
    yield ""


def _front_matter(format_: Format, council: CouncilFile) -> Iterator[str]:
    rules = [rule for rule in format_.front_matter if rule.kind != "computed"]
    if not rules:
        return
    required = any(rule.required for rule in rules)
    yield "front_matter:" if required else "# front_matter:"
    for rule in rules:
        yield from _row(rule, council)
    yield ""


def _row(rule: FrontMatterRule, council: CouncilFile) -> Iterator[str]:
    when = "" if rule.required else " (optional)"
    if rule.required_when:
        exact = rule.required_when in ("exempt", "published")
        when = f" (required when {rule.required_when}{'' if exact else ' is yes'})"
    hint = rule.guidance or _HINTS.get(rule.kind, "")
    yield from _comment(f"{rule.label.rstrip(':?')}{when}. {hint}".strip(), "  ")
    if rule.values:
        yield from _comment(f"One of: {', '.join(rule.values)}", "  ")
    people = _people(rule, council)
    if people:
        yield from _comment(f"In {council.file}: {', '.join(people)}; else: Name, Post", "  ")
    if rule.required and not rule.default:
        yield f"  {rule.key}:" + (" All" if rule.kind == "wards" else "")
    else:
        yield f"  # {rule.key}: {rule.default or _sample(rule, people)}"


def _people(rule: FrontMatterRule, council: CouncilFile) -> list[str]:
    if rule.kind not in ("people", "contacts"):
        return []
    return [
        key
        for key, person in council.people.items()
        if not rule.who or not person.kind or person.kind == rule.who
    ]


def _sample(rule: FrontMatterRule, people: Sequence[str]) -> str:
    if rule.values:
        return rule.values[0]
    return people[0] if people else _SAMPLES[rule.kind]


def _recommendations(format_: Format) -> Iterator[str]:
    if not format_.recommendations:
        return
    yield "# A recommendation that the text refers to takes a name:"
    yield "#   - {text: Approve the plan., name: approve-plan}   and in the text: [](#approve-plan)"
    mark = "" if any(group.required for group in format_.recommendations) else "# "
    yield f"{mark}recommendations:"
    for group in format_.recommendations:
        heading = (group.heading_many or group.heading).rstrip(":") or group.key
        when = "" if group.required else " (optional)"
        yield from _comment(f"{heading}{when}. {group.guidance}".strip(), "  ")
        for lead_in in filter(None, lead_ins(group)):
            yield from _comment(f"They follow '{lead_in}'", "  ")
        yield f"  {group.key}:" if group.required else f"  # {group.key}:"
        yield "    -" if group.required else "  #   - ..."
    yield ""


def _implications(format_: Format) -> Iterator[str]:
    nil = [rule for rule in format_.implications if rule.nil]
    if not nil:
        return
    yield from _comment(
        "Implications are written in narrative.md. Where there are none, take the section out "
        "there and say so here; the council's own sentence is then printed."
    )
    yield "# implications:"
    for rule in nil:
        yield f"#   {rule.key}: {{nil: true}}   # {rule.nil}"
    yield ""


def _tail(format_: Format, survey: bool) -> Iterator[str]:
    kinds = {part.kind: part for part in format_.layout}
    yield "# In order. One with content: narrative is a section of narrative.md, headed"
    yield "# '# Dashboard {#dashboard}'; a path begins at this folder."
    yield "# appendices:"
    if survey:
        yield "#   - {key: questions, title: List of survey questions, content: survey_questions}"
        yield "#   - {key: tables, title: Tables of findings, content: findings_tables}"
    yield "#   - {key: dashboard, title: Dashboard, content: narrative, landscape: true}"
    yield "#   - {key: plan, title: Action plan, path: appendices/plan.docx}"
    for kind, about, lines in _TAIL:
        if part := kinds.get(kind):
            nil = f"Without any: {part.nil}" if part.nil else ""
            yield ""
            yield from _comment(f"{_heading(part)}{part.guidance or about} {nil}".strip())
            yield from (f"# {line}" for line in lines)
    if "terms_of_reference" in kinds:
        part = kinds["terms_of_reference"]
        yield ""
        yield from _comment(f"{_heading(part)}{part.guidance}")
        yield "terms_of_reference:" if part.required else "# terms_of_reference: some text"
    if "exempt" in kinds:
        yield ""
        yield "# Only for a report that is not for publication: the paragraphs of Schedule 12A."
        yield "# exempt: {paragraphs: [3], public_interest: Why it stays private.}"


def _heading(part: Part) -> str:
    return f"{part.title}. " if part.title else ""


# ---------------------------------------------------------------- narrative.md
def _narrative(format_: Format, name: str) -> Iterator[str]:
    yield "<!--"
    yield fill(
        f"The text of {_uncommented(name)}. A heading with one # opens a section, ## a "
        "sub-heading; each paragraph takes its number by itself. Figures come in by expressions, "
        "explained in docs/narrative.md. Comments like this one are not printed.",
        _WIDTH,
    )
    yield "-->"
    done: set[str] = set()
    for part in format_.layout:
        yield from _sections(format_, part, done)


def _sections(format_: Format, part: Part, done: set[str]) -> Iterator[str]:
    if part.kind == "section":
        yield from _section(part.title, part.guidance, part.required, part.key)
    elif part.kind == "free_sections":
        guidance = part.guidance or "Sections under headings of your own."
        yield from _section("A heading of your own", guidance, False, "")
    elif part.kind in ("implication", "implications"):
        alone = {one.key for one in format_.layout if one.kind == "implication"}
        for rule in format_.implications:
            named = rule.key == part.key if part.kind == "implication" else rule.key not in alone
            if named and rule.key not in done:
                done.add(rule.key)
                yield from _implication(rule)


def _section(title: str, guidance: str, required: bool, key: str) -> Iterator[str]:
    text = guidance if required else f"Optional. {guidance}".strip()
    heading = f"# {title} {{#{key}}}" if key else f"# {title}"
    yield ""
    if required:
        yield from (heading, "")
        if text:
            yield from ("<!--", fill(_uncommented(text), _WIDTH), "-->")
    else:
        yield from ("<!--", fill(_uncommented(text), _WIDTH), heading, "-->")


def _implication(rule: ImplicationRule) -> Iterator[str]:
    owner = f"Owner: {rule.owner}. " if rule.owner and rule.owner != "Author" else ""
    nil = ""
    if rule.nil:
        nil = f" If there are none: take this section out and set {rule.key} to nil in report.yaml."
    yield from _section(rule.title, f"{owner}{rule.guidance}{nil}".strip(), rule.required, rule.key)


def _uncommented(text: str) -> str:
    """The text without what would end or open a comment."""
    return text.replace("--", "-").replace("<!", "<")


# ---------------------------------------------------------------- sign_offs.yaml
def _sign_offs(format_: Format) -> Iterator[str]:
    signed = signed_rules(format_)
    people = signing_rows(format_)
    if not signed and not people:
        yield "# Nobody signs off a report in this format."
        return
    yield "# Who has cleared which implication. Take the # signs away when the officer has signed."
    yield "# sign_offs:"
    for rule in signed:
        owner = f"   # {rule.owner}" if rule.owner else ""
        if rule.sign_off == "code":
            yield f"#   {rule.key}: [{json.dumps(format_.sign_off.example)}]{owner}"
        else:
            sample = "{officer: Ann Example, post: Head of Service, date: 2023-02-15}"
            yield f"#   {rule.key}: {sample}{owner}"
    for row in people:
        yield f"#   {row.key}: {{date: 2023-02-15}}   # {row.label.rstrip(':')}"


def _comment(text: str, indent: str = "") -> Iterator[str]:
    for line in wrap(text, _WIDTH - len(indent), break_on_hyphens=False):
        yield f"{indent}# {line}"
