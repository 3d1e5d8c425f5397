"""The parts that close a report: appendices, background papers, history, authors, contacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.compose.compose_rules import FORMAT_PARTS, PAPER_FORM
from generator.compose.front_matter_values import people_of, value_of
from generator.compose.materials import AppendixPlace, Materials, PlacedSection
from generator.compose.parts.entries import (
    closing_section,
    entry_blocks,
    filled_item,
    nil_blocks,
    placeholders,
    plain_table,
)
from generator.compose.parts.implications import NOTHING
from generator.compose.parts.sign_offs import sign_offs_of, signatures
from generator.compose.plain_text import cell, plain_blocks
from generator.compose.units import FRONT_MATTER
from generator.errors import did_you_mean
from generator.model.document import Block, Inline, Link, Paragraph, Reference, SignOffText, Text
from generator.model.format import FrontMatterRule, Part, signed_rules
from generator.model.part_tables import table_columns
from generator.model.report import Person, Prose, SignOff
from generator.model.walk import Content
from generator.model.wording.dates import date_text
from generator.model.wording.english import listed

_AUTHOR = "Report author"
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
def appendices_list(materials: Materials, part: Part) -> list[PlacedSection]:
    """The list of appendices, each a live reference and its title."""
    appendices = materials.appendices
    if not appendices:
        blocks = nil_blocks(materials, part, part.title or "Appendices", "appendices")
    elif part.form == "table":
        columns = table_columns(part)
        rows = [
            tuple(
                _appendix_contents(materials, one)["label" if c == "number" else "title"]
                for c in columns
            )
            for one in appendices
        ]
        headings = headings_of(part, columns)
        blocks = (plain_table(headings, rows, f"{len(rows)} appendices, a row for each."),)
    else:
        item = part.item or f"{{label}}{materials.format.appendices.joint}{{title}}"
        entries = [filled_item(item, _appendix_contents(materials, one)) for one in appendices]
        blocks = entry_blocks(entries, part.form or "paragraphs", part.numbered)
    return closing_section(materials, part, blocks, "Appendices")


def _appendix_contents(materials: Materials, one: AppendixPlace) -> Mapping[str, Content]:
    apart = any(each.key == one.key and each.listed_only for each in materials.report.appendices)
    title = cell(one.title)
    if apart:
        return {"label": (Text(one.label),), "number": (Text(one.number),), "title": title}
    label, number = Reference(one.key), Reference(one.key, before="")
    return {"label": (label,), "number": (number,), "title": title}


def background_papers(materials: Materials, part: Part) -> list[PlacedSection]:
    """The background papers, or the nil statement."""
    papers = materials.report.background_papers
    if not papers:
        blocks = nil_blocks(materials, part, "background_papers", "background_papers")
        return closing_section(materials, part, blocks, "Background papers")
    written = [(paper, _first_content(materials, paper)) for paper in papers]
    if part.form == "table":
        columns = table_columns(part)
        rows = [
            tuple(text if c == "text" else cell(paper.fields.get(c) or NOTHING) for c in columns)
            for paper, text in written
        ]
        headings = headings_of(part, columns)
        blocks = (plain_table(headings, rows, f"{len(rows)} papers, a row for each."),)
    else:
        item = part.item or "{text}"
        given = [_paper_contents(paper, text) for paper, text in written]
        _check_item(materials, item, {key for one in given for key in one})
        entries = [filled_item(item, one) for one in given]
        blocks = entry_blocks(entries, part.form or "list", part.numbered)
    return closing_section(materials, part, blocks, "Background papers")


def _check_item(materials: Materials, item: str, known: set[str]) -> None:
    """Note an `item` that would print nothing of any paper: the format cannot know their keys."""
    asked = placeholders(item)
    if asked and not known & set(asked):
        what = f"no paper has {listed(asked)}, which is all that the format's item prints"
        where = materials.report_where("background_papers")
        materials.problems.add(PAPER_FORM, where, what, did_you_mean(asked[0], sorted(known)))


def _paper_contents(paper: Prose, text: Content) -> Mapping[str, Content]:
    return {**{key: cell(value) for key, value in paper.fields.items()}, "text": text}


def _first_content(materials: Materials, prose: Prose) -> Content:
    """The one line of a text in YAML, linked to its `url` where it has one and no link itself."""
    blocks = materials.write_prose(prose)
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        content, url = blocks[0].content, prose.fields.get("url", "")
        linked = any(isinstance(inline, Link) for inline in content)
        return (Link(url, content),) if url and not linked else content
    if blocks:
        materials.problems.add(
            PAPER_FORM, prose.where, "expected one line of text", "write it as one sentence"
        )
    return (Text(plain_blocks(blocks)),)


def subject_history(materials: Materials, part: Part) -> list[PlacedSection]:
    """Where and when the subject came before, as a table or a line each."""
    history = materials.report.history
    if not history:
        blocks = nil_blocks(materials, part, "subject_history", "subject_history")
    elif part.form in ("", "table"):
        columns = table_columns(part)
        rows = [
            tuple(cell(one.meeting if c == "meeting" else one.date) for c in columns)
            for one in history
        ]
        headings = headings_of(part, columns)
        blocks = (plain_table(headings, rows, f"{len(rows)} earlier meetings, a row for each."),)
    else:
        item = part.item or "{meeting}, {date}"
        entries = [
            filled_item(item, {"meeting": cell(one.meeting), "date": cell(one.date)})
            for one in history
        ]
        blocks = entry_blocks(entries, part.form, part.numbered)
    return closing_section(materials, part, blocks, "Subject history")


# ---------------------------------------------------------------- people
def report_author(materials: Materials, part: Part) -> list[PlacedSection]:
    """The report's authors, or else the people its contact rows name."""
    entries = [(_AUTHOR, person) for person in materials.report.authors]
    entries = entries or _contact_people(materials)
    if not entries:
        blocks = nil_blocks(materials, part, "authors", "authors")
    elif part.form == "table":
        columns = table_columns(part)
        blocks = (_people_table(part, columns, entries),)
    else:
        item = part.item or "{name}, {post}\n{email}"
        lines = [filled_item(item, _person_contents(person, role)) for role, person in entries]
        blocks = entry_blocks(lines, part.form or "lines", part.numbered)
    return closing_section(materials, part, blocks, _AUTHOR)


def contacts(materials: Materials, part: Part) -> list[PlacedSection]:
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
        columns = table_columns(part)
        blocks = (_people_table(part, columns, entries),)
    else:
        item = part.item or "{role}: {name}, {post}\n{email}"
        lines = [filled_item(item, _person_contents(person, role)) for role, person in entries]
        blocks = entry_blocks(lines, part.form, part.numbered)
    return closing_section(materials, part, blocks, "Contacts")


def rules_of(materials: Materials, part: Part) -> list[FrontMatterRule]:
    """The front-matter rows that a part names, in its order; an unknown one is a problem."""
    known = {rule.key: rule for rule in materials.format.front_matter}
    for key in part.rows:
        if key not in known:
            what = f"a part of the layout names the row {key!r}, which is not in front_matter"
            hint = did_you_mean(key, list(known))
            materials.problems.add(FORMAT_PARTS, materials.format_where("layout"), what, hint)
    return [known[key] for key in part.rows if key in known]


def _contact_people(materials: Materials) -> list[tuple[str, Person]]:
    for rule in materials.format.front_matter:
        if rule.kind == "contacts":
            people = people_of(value_of(materials.report, rule))
            return [(rule.label.rstrip(":"), person) for person in people]
    return []


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


def _person_contents(person: Person, role: str = "") -> Mapping[str, Content]:
    return {name: cell(text) for name, text in _person_fields(person, role).items() if text}


# ---------------------------------------------------------------- sign-offs
def sign_off_table(materials: Materials, part: Part) -> list[PlacedSection]:
    """A row for each sign-off, and for each implication or person that is still awaited."""
    if materials.report.public and not materials.format.sign_off.printed_in_public:
        return []
    columns = table_columns(part)
    signed = _people_signing(materials, part) if part.rows else _implications_signed(materials)
    rows = [tuple(_signed_cell(fields, column) for column in columns) for fields in signed]
    if not rows:
        blocks = nil_blocks(materials, part, "sign_offs", "sign_offs")
    else:
        headings = headings_of(part, columns)
        blocks = (plain_table(headings, rows, f"{len(rows)} sign-offs, a row for each."),)
    return closing_section(materials, part, blocks, "Sign-offs")


def _signed_cell(fields: Mapping[str, str], column: str) -> tuple[Inline, ...]:
    """A cell of a row; who has signed, when and with which code is a printed sign-off."""
    text = fields.get(column) or NOTHING
    signed = column in ("officer", "post", "date", "code")
    return (SignOffText(text, fields["unit"]),) if signed else cell(text)


def _implications_signed(materials: Materials) -> Iterator[Mapping[str, str]]:
    for rule in signed_rules(materials.format):
        title = rule.short_title or rule.title
        base = {"unit": rule.key, "issue": title, "owner": rule.owner}
        for one in sign_offs_of(materials, rule.key) or (None,):
            yield {**base, **_sign_off_fields(materials, one)}


def _people_signing(materials: Materials, part: Part) -> Iterator[Mapping[str, str]]:
    """The people of the rows that the part names, each with their own or a deputy's signature."""
    for rule in rules_of(materials, part):
        label = rule.label.rstrip(":")
        people = people_of(value_of(materials.report, rule))
        for person, signed in signatures(people, sign_offs_of(materials, rule.key)):
            fields = {"officer": person.name, "post": person.post, "date": "Awaited"}
            if signed is not None:
                found = _sign_off_fields(materials, signed)
                fields |= {key: text for key, text in found.items() if text}
            unit = f"{FRONT_MATTER}{rule.key}"
            yield {"unit": unit, "issue": label, "owner": label, "role": label, **fields}


def _sign_off_fields(materials: Materials, one: SignOff | None) -> Mapping[str, str]:
    if one is None:
        return {"officer": "Awaited", "date": "Awaited", "code": "Awaited"}
    day = date_text(one.date, materials.format.date_format) if one.date else ""
    named = {"officer": one.officer, "post": one.post, "date": day, "code": one.code}
    return {**one.fields, **named}
