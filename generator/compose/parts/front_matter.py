"""The front-matter rows: what the format asks for, filled from report.yaml.

A row is a label and lines of cells. A person is a line of name and post, or one cell where the
format joins them; telephone and e-mail stand on lines of their own. What 'considered by' says
follows from each row's date against publication, or against the meeting while that is not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.compose.compose_rules import FORMAT_PARTS, FRONT_MATTER_MISSING, FRONT_MATTER_VALUE
from generator.compose.format_phrases import fact_lines
from generator.compose.front_matter_values import (
    is_yes,
    people_of,
    person_parts,
    printed_places,
    value_of,
    value_text,
)
from generator.compose.materials import Materials
from generator.compose.units import FRONT_MATTER
from generator.errors import did_you_mean
from generator.model.document import FrontMatterRow, Phrase, phrase
from generator.model.format import FrontMatterRule
from generator.model.origin import NOWHERE, Origin
from generator.model.report import Consideration, FrontMatterValue, Person, Report
from generator.model.wording.dates import date_text

Cells = tuple[tuple[str, ...], ...]
SOURCES = (
    "title", "committee", "meeting_date", "meeting", "published", "marking", "council", "exemption",
    "recommendations", "authors", "appendices", "background_papers",
)  # fmt: skip
_DETAIL_LABELS = {
    "telephone": "Tel",
    "email": "Email",
    "service": "Service",
    "post": "Post",
    "name": "Name",
}
_TICKED, _UNTICKED = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"


class Row(NamedTuple):
    """A row before its cells know where they come from: lines, and those of people stacked."""

    key: str
    label: str
    lines: Cells
    stacked: Cells = ()


def front_matter_rows(
    materials: Materials, computed: Mapping[str, Sequence[Phrase]]
) -> tuple[FrontMatterRow, ...]:
    """The rows that are printed, in the format's order. Missing required ones are problems.

    computed: lines of computed sources that only the composed report knows ('recommendations').
    """
    rows: list[FrontMatterRow] = []
    for rule in materials.format.front_matter:
        if rule.kind == "computed":
            lines = tuple((line,) for line in computed_lines(materials, rule, computed))
            made = [FrontMatterRow(rule.key, rule.label, lines)] if lines else []
        else:
            made = _rows(materials, rule, _checked_value(materials, rule))
        if rule.printed:
            rows.extend(made)
    return tuple(rows)


def _checked_value(materials: Materials, rule: FrontMatterRule) -> FrontMatterValue | None:
    value = value_of(materials.report, rule)
    where = materials.report_where(f"front_matter.{rule.key}")
    if value is None and _is_required(materials, rule):
        label = rule.label.rstrip(":?")
        materials.problems.add(
            FRONT_MATTER_MISSING, where, f"{label!r} is missing", rule.guidance or "add it"
        )
    if rule.values and isinstance(value, str) and value not in rule.values:
        expected = f"expected one of {', '.join(rule.values)}, got {value!r}"
        materials.problems.add(
            FRONT_MATTER_VALUE, where, expected, did_you_mean(value, list(rule.values))
        )
    return value


def _is_required(materials: Materials, rule: FrontMatterRule) -> bool:
    when = rule.required_when
    if rule.required or not when:
        return rule.required
    if when == "exempt":
        return materials.report.exemption is not None
    if when == "published":
        return materials.report.published is not None
    other = next((one for one in materials.format.front_matter if one.key == when), None)
    return other is not None and is_yes(value_of(materials.report, other)) is True


def _rows(
    materials: Materials, rule: FrontMatterRule, value: FrontMatterValue | None
) -> list[FrontMatterRow]:
    if value is None:
        return []
    if isinstance(value, tuple) and value and isinstance(value[0], Consideration):
        entries = [entry for entry in value if isinstance(entry, Consideration)]
        return [
            _placed(materials, rule, row) for row in _consideration_rows(materials, rule, entries)
        ]
    many = isinstance(value, tuple) and len(value) > 1
    label = rule.label_many if many and rule.label_many else rule.label
    lines = _lines(materials, rule, value)
    people = people_of(value)
    if rule.side_by_side and not rule.details and len(people) > 1:
        beside = _side_by_side([_person_cells(rule, person) for person in people])
        made = Row(rule.key, label, beside, lines)
    else:
        made = Row(rule.key, label, lines)
    return [_placed(materials, rule, made)]


def _placed(materials: Materials, rule: FrontMatterRule, row: Row) -> FrontMatterRow:
    """The row with each of its cells as report.yaml's; details' labels are the format's."""
    given = materials.report.front_matter.get(rule.key)
    written = given not in (None, "", ())
    labels = {**_DETAIL_LABELS, **rule.detail_labels}.values()
    places = printed_places(rule, given, materials.format)
    met: Counter[str] = Counter()

    def cells(lines: Cells) -> tuple[tuple[Phrase, ...], ...]:
        return tuple(
            tuple(
                phrase(text, origin(text) if written and text not in labels else NOWHERE)
                for text in line
            )
            for line in lines
        )

    def origin(text: str) -> Origin:
        where = f"front_matter.{rule.key}"
        unit = f"{FRONT_MATTER}{rule.key}"
        known = places.get(text, [""])
        place = known[min(met[text], len(known) - 1)]
        met[text] += 1
        return Origin(
            materials.report.file, section=where, place=place, unit=unit, by="person", source=text
        )

    lines = cells(row.lines)
    met.clear()
    return FrontMatterRow(row.key, row.label, lines, cells(row.stacked))


def title_origin(report: Report) -> Origin:
    """Where the title comes from."""
    return Origin(
        report.file, section="title", unit=f"{FRONT_MATTER}title", by="person", source=report.title
    )


def _lines(materials: Materials, rule: FrontMatterRule, value: FrontMatterValue) -> Cells:
    people = people_of(value)
    if people:
        return _people_lines(rule, people)
    if rule.kind == "yes_no" and rule.ticks and isinstance(value, bool):
        yes, no = (_TICKED, _UNTICKED) if value else (_UNTICKED, _TICKED)
        return ((f"{yes} {rule.yes_text}", f"{no} {rule.no_text}"),)
    if isinstance(value, tuple) and rule.kind != "wards":
        return tuple((str(entry),) for entry in value)
    if isinstance(value, tuple):
        return ((", ".join(str(entry) for entry in value),),)
    return ((value_text(rule, value, materials.format),),)


def _people_lines(rule: FrontMatterRule, people: Sequence[Person]) -> Cells:
    named = [_person_cells(rule, person) for person in people]
    lines: list[tuple[str, ...]] = []
    for cells, person in zip(named, people, strict=True):
        if rule.columns or not rule.details:
            lines.append(cells)
        lines.extend(_detail_lines(rule, person))
    return tuple(lines)


def _side_by_side(named: Sequence[tuple[str, ...]]) -> Cells:
    """People in columns: a line with all names, then one with all posts where these stand below."""
    stacked = [[part for cell in cells for part in cell.split("\n")] for cells in named]
    height = max(len(parts) for parts in stacked)
    return tuple(
        tuple(parts[index] if index < len(parts) else "" for parts in stacked)
        for index in range(height)
    )


def _person_cells(rule: FrontMatterRule, person: Person) -> tuple[str, ...]:
    parts = tuple(part for part in person_parts(person, rule.columns) if part) or (person.name,)
    return (rule.joined.join(parts),) if rule.joined else parts


def _detail_lines(rule: FrontMatterRule, person: Person) -> Cells:
    details = rule.details or (("telephone", "email") if rule.kind == "contacts" else ())
    labels = {**_DETAIL_LABELS, **rule.detail_labels}
    values = person_parts(person, details)
    return tuple(
        (labels.get(detail, detail.capitalize()), value)
        for detail, value in zip(details, values, strict=True)
        if value
    )


def _consideration_rows(
    materials: Materials, rule: FrontMatterRule, entries: Sequence[Consideration]
) -> list[Row]:
    """One row when all dates lie on one side; else the mixed label, or a row for each side."""
    turn = materials.report.published or materials.report.meeting
    past = [entry for entry in entries if entry.date <= turn]
    to_come = [entry for entry in entries if entry.date > turn]
    has_been = rule.label_has_been or rule.label
    to_be = rule.label_to_be or rule.label
    if past and to_come and rule.label_mixed:
        groups = [(rule.key, rule.label_mixed, entries)]
    else:
        groups = [(rule.key, has_been, past), (f"{rule.key}_to_come", to_be, to_come)]
    return [
        Row(key, label, _consideration_lines(materials, group))
        for key, label, group in groups
        if group
    ]


def _consideration_lines(materials: Materials, entries: Sequence[Consideration]) -> Cells:
    pattern = materials.format.date_format
    return tuple((entry.body, date_text(entry.date, pattern)) for entry in entries)


def computed_lines(
    materials: Materials, rule: FrontMatterRule, computed: Mapping[str, Sequence[Phrase]]
) -> tuple[Phrase, ...]:
    """The lines of a computed row; () where there is nothing to print."""
    return tuple(line for line in _computed(materials, rule, computed) if line)


def _computed(
    materials: Materials, rule: FrontMatterRule, computed: Mapping[str, Sequence[Phrase]]
) -> Sequence[Phrase]:
    source = rule.source or rule.key
    if source in computed:
        return computed[source]
    if source == "exemption":
        text = rule.text_exempt if materials.report.exemption else rule.text_public
        return [phrase(materials.fill(text))]
    lines = fact_lines(materials.report, rule, materials.phrases)
    if lines is not None:
        written = title_origin(materials.report) if source == "title" else NOWHERE
        return [phrase(line, written) for line in lines]
    what = f"the source {source!r} of a computed row is not known"
    where = materials.format_where(f"front_matter.{rule.key}.source")
    materials.problems.add(FORMAT_PARTS, where, what, did_you_mean(source, SOURCES))
    return []
