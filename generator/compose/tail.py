"""The parts that close a report: appendices, background papers, history, authors, contacts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.compose.entries import (
    Content,
    entry_blocks,
    nil_blocks,
    plain_table,
    tail_section,
)
from generator.compose.implications import NOTHING
from generator.compose.materials import Materials, Placed
from generator.compose.sign_offs import sign_offs_of
from generator.compose.text import cell, date_text, lines_of, plain_blocks
from generator.compose.values import people_of, value_of
from generator.errors import did_you_mean
from generator.model.document import Block, Paragraph, Reference, Text
from generator.model.format import FrontMatterRule, Part
from generator.model.report import Person, Prose, SignOff

_PLACE = re.compile(r"\{([a-z_]+)\}")
_HEADINGS = {
    "text": "Paper", "held_at": "Held at", "contact": "Contact", "meeting": "Council meeting",
    "date": "Date", "role": "Role", "name": "Name", "post": "Post", "telephone": "Telephone",
    "email": "Email", "service": "Service", "number": "No.", "title": "Title", "issue": "Issue",
    "owner": "Adviser", "officer": "Officer", "code": "Sign-off",
}  # fmt: skip


def headings_of(part: Part, columns: Sequence[str]) -> tuple[str, ...]:
    """The heads of a table's columns: the format's, or plain words for what they hold."""
    words = tuple(_HEADINGS.get(c, c.replace("_", " ").capitalize()) for c in columns)
    return (*part.headings[: len(columns)], *words[len(part.headings) :])


# ---------------------------------------------------------------- appendices, papers, history
def appendices_list(materials: Materials, part: Part) -> list[Placed]:
    """The list of appendices, each a live reference and its title."""
    appendices = materials.appendices
    if not appendices:
        blocks = nil_blocks(materials, part, part.title or "Appendices", "appendices")
    elif part.form == "table":
        columns = part.columns or ("number", "title")
        rows = [
            tuple(
                _appendix_name(materials, one.key, one.label) if c == "number" else cell(one.title)
                for c in columns
            )
            for one in appendices
        ]
        headings = headings_of(part, columns)
        blocks = (plain_table(headings, rows, f"{len(rows)} appendices, a row for each."),)
    else:
        joint = materials.format.appendices.joint
        entries = [
            (*_appendix_name(materials, one.key, one.label), Text(f"{joint}{one.title}"))
            for one in appendices
        ]
        blocks = entry_blocks(entries, part.form or "paragraphs", part.numbered)
    return tail_section(materials, part, blocks, "Appendices")


def _appendix_name(materials: Materials, key: str, label: str) -> Content:
    listed_only = any(one.key == key and one.listed_only for one in materials.report.appendices)
    return (Text(label),) if listed_only else (Reference(key),)


def background_papers(materials: Materials, part: Part) -> list[Placed]:
    """The background papers, or the nil statement."""
    papers = materials.report.background_papers
    if not papers:
        blocks = nil_blocks(materials, part, "background_papers", "background_papers")
        return tail_section(materials, part, blocks, "Background papers")
    written = [(paper, _first_content(materials, paper)) for paper in papers]
    if part.form == "table":
        columns = part.columns or ("text",)
        rows = [
            tuple(text if c == "text" else cell(paper.fields.get(c) or NOTHING) for c in columns)
            for paper, text in written
        ]
        headings = headings_of(part, columns)
        blocks = (plain_table(headings, rows, f"{len(rows)} papers, a row for each."),)
    else:
        blocks = entry_blocks([text for _, text in written], part.form or "list", part.numbered)
    return tail_section(materials, part, blocks, "Background papers")


def _first_content(materials: Materials, prose: Prose) -> Content:
    blocks = materials.write_prose(prose)
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return blocks[0].content
    if blocks:
        materials.problems.add(prose.where, "expected one line of text", "write it as one sentence")
    return (Text(plain_blocks(blocks)),)


def subject_history(materials: Materials, part: Part) -> list[Placed]:
    """Where and when the subject came before, as a table or a line each."""
    history = materials.report.history
    if not history:
        blocks = nil_blocks(materials, part, "subject_history", "subject_history")
    elif part.form in ("", "table"):
        columns = part.columns or ("meeting", "date")
        rows = [
            tuple(cell(one.meeting if c == "meeting" else one.date) for c in columns)
            for one in history
        ]
        headings = headings_of(part, columns)
        blocks = (plain_table(headings, rows, f"{len(rows)} earlier meetings, a row for each."),)
    else:
        entries = [cell(f"{one.meeting}, {one.date}") for one in history]
        blocks = entry_blocks(entries, part.form, part.numbered)
    return tail_section(materials, part, blocks, "Subject history")


# ---------------------------------------------------------------- people
def report_author(materials: Materials, part: Part) -> list[Placed]:
    """The report's authors, or else the people its contact rows name."""
    people = materials.report.authors or _contact_people(materials)
    if not people:
        blocks = nil_blocks(materials, part, "authors", "authors")
    elif part.form == "table":
        columns = part.columns or ("name", "post", "email")
        entries = [("", person) for person in people]
        blocks = (_people_table(part, columns, entries),)
    else:
        item = part.item or "{name}, {post}\n{email}"
        lines = [_person_lines(item, person) for person in people]
        blocks = entry_blocks(lines, part.form or "lines", part.numbered)
    return tail_section(materials, part, blocks, "Report author")


def contacts(materials: Materials, part: Part) -> list[Placed]:
    """A table of people by role: the front-matter rows that the part names, else all contacts."""
    rules = rules_of(materials, part)
    if not rules:
        rules = [rule for rule in materials.format.front_matter if rule.kind == "contacts"]
    entries = [
        (rule.label.rstrip(":"), person)
        for rule in rules
        for person in people_of(value_of(materials.report, rule))
    ]
    if not entries:
        blocks = nil_blocks(materials, part, "contacts", "front_matter")
    elif part.form in ("", "table"):
        columns = part.columns or ("role", "name", "post", "email")
        blocks = (_people_table(part, columns, entries),)
    else:
        item = part.item or "{role}: {name}, {post}\n{email}"
        lines = [_person_lines(item, person, role) for role, person in entries]
        blocks = entry_blocks(lines, part.form, part.numbered)
    return tail_section(materials, part, blocks, "Contacts")


def rules_of(materials: Materials, part: Part) -> list[FrontMatterRule]:
    """The front-matter rows that a part names, in its order; an unknown one is a problem."""
    known = {rule.key: rule for rule in materials.format.front_matter}
    for key in part.rows:
        if key not in known:
            what = f"a part of the layout names the row {key!r}, which is not in front_matter"
            hint = did_you_mean(key, list(known))
            materials.problems.add(materials.format_where("layout"), what, hint)
    return [known[key] for key in part.rows if key in known]


def _contact_people(materials: Materials) -> tuple[Person, ...]:
    for rule in materials.format.front_matter:
        if rule.kind == "contacts":
            return people_of(value_of(materials.report, rule))
    return ()


def _person_fields(person: Person, role: str = "") -> dict[str, str]:
    return {
        "role": role,
        "name": person.name,
        "post": person.post,
        "telephone": person.telephone,
        "email": person.email,
        "service": person.service,
    }


def _people_table(
    part: Part, columns: Sequence[str], entries: Sequence[tuple[str, Person]]
) -> Block:
    rows = [
        tuple(cell(_person_fields(person, role).get(c) or NOTHING) for c in columns)
        for role, person in entries
    ]
    return plain_table(headings_of(part, columns), rows, f"{len(rows)} people, a row for each.")


def _person_lines(item: str, person: Person, role: str = "") -> Content:
    """The item's lines filled; a line goes when all that it would hold is not known."""
    fields = _person_fields(person, role)
    lines = []
    for line in item.split("\n"):
        asked = _PLACE.findall(line)
        if asked and not any(fields.get(name) for name in asked):
            continue
        filled = _PLACE.sub(lambda found: fields.get(found[1], ""), line)
        lines.append(re.sub(r"\(\s*\)|,\s*$", "", filled.strip()).strip())
    return lines_of([line for line in lines if line])


# ---------------------------------------------------------------- sign-offs
def sign_off_table(materials: Materials, part: Part) -> list[Placed]:
    """A row for each sign-off, and for each implication that still awaits its own."""
    if materials.report.public and not materials.format.sign_off.printed_in_public:
        return []
    columns = part.columns or ("issue", "officer", "date")
    rows = []
    for rule in materials.format.implications:
        if rule.sign_off == "none":
            continue
        base = {"issue": rule.short_title or rule.title, "owner": rule.owner}
        for one in sign_offs_of(materials, rule) or (None,):
            fields = {**base, **_sign_off_fields(materials, one)}
            rows.append(tuple(cell(fields.get(c) or NOTHING) for c in columns))
    if not rows:
        blocks = nil_blocks(materials, part, "sign_offs", "sign_offs")
    else:
        headings = headings_of(part, columns)
        blocks = (plain_table(headings, rows, f"{len(rows)} sign-offs, a row for each."),)
    return tail_section(materials, part, blocks, "Sign-offs")


def _sign_off_fields(materials: Materials, one: SignOff | None) -> Mapping[str, str]:
    if one is None:
        return {"officer": "Awaited", "date": "Awaited", "code": "Awaited"}
    day = date_text(one.date, materials.format.date_format) if one.date else ""
    named = {"officer": one.officer, "post": one.post, "date": day, "code": one.code}
    return {**one.fields, **named}
