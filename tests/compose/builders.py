"""Small reports, formats and narratives for the tests of composing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from generator.compose.document import compose_document, gather
from generator.errors import InputProblems
from generator.model.document import (
    Block,
    Chart,
    Document,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    PrintedSignOff,
    Reference,
    Section,
    Series,
    Text,
    phrase,
)
from generator.model.findings import NO_FINDINGS, Findings
from generator.model.format import (
    Format,
    FrontMatterRule,
    ImplicationRule,
    Part,
    RecommendationGroup,
)
from generator.model.issues import Where
from generator.model.narrative import Narrative, NarrativeSection
from generator.model.origin import Origin
from generator.model.report import (
    Committee,
    Council,
    Person,
    Prose,
    Recommendation,
    Report,
)
from generator.model.walk import plain
from tests.phrases import with_phrases

REPORT_FILE = "inputs/check/report.yaml"
NARRATIVE_FILE = "inputs/check/narrative.md"
ADA = Person("Councillor Ada Byron", "Children and Young People")
MAX = Person("Councillor Max Weber", "Adult Services")


# ---------------------------------------------------------------- blocks
def para(*content: str | Reference, name: str = "", line: int = 0) -> Paragraph:
    inlines = tuple(Text(one) if isinstance(one, str) else one for one in content)
    return Paragraph(inlines, name=name, numbered=True, origin=Origin(line=line))


def sub(title: str, level: int = 2, name: str = "") -> Heading:
    return Heading((Text(title),), level, name=name)


def items(*texts: str, marker: str = "bullet", names: Sequence[str] = ()) -> ListBlock:
    named = [*names, *[""] * (len(texts) - len(names))]
    made = [ListItem((Text(text),), name=name) for text, name in zip(texts, named, strict=True)]
    return ListBlock(tuple(made), marker)


def chart(title: str = "Fewer replied", name: str = "", **more: Any) -> Chart:
    series = (Series("Social workers", (44.0, 35.0)),)
    return Chart(
        "columns", phrase(title), ("2021", "2022"), series, name=name, **with_phrases(more)
    )


def ref(target: str, before: str | None = None) -> Reference:
    return Reference(target, before=before, line=9)


# ---------------------------------------------------------------- inputs
def narrative(**sections: Block | Sequence[Block]) -> Narrative:
    """Sections by heading, '_' for a space; lines 10, 20, ... of the narrative."""
    made = []
    for index, (name, blocks) in enumerate(sections.items()):
        title = name.replace("_", " ").capitalize()
        given = tuple(blocks) if isinstance(blocks, tuple | list) else (blocks,)
        key = name.replace("_", "-").lower()
        made.append(NarrativeSection(title, key, given, Origin(line=10 * (index + 1))))
    return Narrative(tuple(made), NARRATIVE_FILE)


def prose(text: str, line: int = 1, path: str = "") -> Prose:
    return Prose(text, Where(REPORT_FILE, line, path or None))


def recommend(*texts: str, name: str = "") -> tuple[Recommendation, ...]:
    return tuple(Recommendation(prose(text, 5 + i), name) for i, text in enumerate(texts))


def report(**changes: Any) -> Report:
    fields: dict[str, Any] = {
        "name": "check",
        "file": REPORT_FILE,
        "title": "Health check",
        "format": "example",
        "council": Council("example", "Borough of Example", "Example"),
        "committee": Committee("families", "Families Scrutiny Panel", "Scrutiny Panel", "scrutiny"),
        "meeting": date(2023, 3, 15),
        "published": date(2023, 3, 7),
        "marking": "OPEN",
        "front_matter": {},
        "recommendations": {},
    }
    return Report(**{**fields, **changes})


PURPOSE = Part("section", "purpose", "Purpose", required=True)
FREE = Part("free_sections")
FINANCIAL = ImplicationRule("financial", "Financial implications", "Finance", nil="There are none.")
LEGAL = ImplicationRule("legal", "Legal implications", "Legal", required=False)
DECISION = RecommendationGroup(
    "decision",
    "Recommendation:",
    "Recommendations:",
    {"any": "The {committee} is recommended to:"},
    mood="infinitive",
)


def format_(**changes: Any) -> Format:
    fields: dict[str, Any] = {
        "key": "example",
        "name": "Example report",
        "council": "example",
        "template": "example.docx",
        "file": "config/formats/example.yaml",
        "valid_from": None,
        "valid_to": None,
        "marking": "OPEN",
        "front_matter": (),
        "recommendations": (),
        "layout": (PURPOSE, FREE),
        "implications": (),
    }
    return Format(**{**fields, **changes})


def row(key: str, kind: Any, label: str = "", **more: Any) -> FrontMatterRule:
    return FrontMatterRule(key, label or key.replace("_", " ").capitalize(), kind, **more)


# ---------------------------------------------------------------- composing
def write(given: Prose) -> tuple[Block, ...]:
    """Each line of a YAML text as a paragraph."""
    line = given.where.line or 0
    return tuple(para(text, line=line) for text in given.text.split("\n"))


def compose(
    text: Narrative | None = None,
    the_format: Format | None = None,
    the_report: Report | None = None,
    findings: Findings = NO_FINDINGS,
) -> Document:
    written = narrative(purpose=para("Why.")) if text is None else text
    given = (the_report or report(), the_format or format_(), written, findings, write)
    return compose_document(gather(*given))


def problems(
    text: Narrative | None = None,
    the_format: Format | None = None,
    the_report: Report | None = None,
) -> list[str]:
    with pytest.raises(InputProblems) as caught:
        compose(text, the_format, the_report)
    return [str(problem).removeprefix("inputs/check/") for problem in caught.value.problems]


def section(document: Document, key: str) -> Section:
    return next(one for one in document.sections if one.key == key)


def cell_text(content: Sequence[Inline]) -> str:
    """The text of a cell; a break before its first paragraph says only where that comes from."""
    return plain(content).removeprefix("\n")


def outline(document: Document) -> list[str]:
    """Numbers and texts of sections, headings, paragraphs and items, in order, as printed.

    Sign-offs that trail stand at the end of the line before, others on lines of their own.
    """
    lines: list[str] = []
    for one in document.sections:
        title = f"{one.label}{one.joint}{one.title}" if one.label else one.title
        number = "" if one.label else one.number
        lines.append(f"# {number} {title}".replace("#  ", "# "))
        lines.extend(_lines(one.blocks))
    return lines


def _lines(blocks: Sequence[Block]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            lines.append(f"## {block.number} {plain(block.content)}".replace("##  ", "## "))
        elif isinstance(block, Paragraph):
            lines.append(f"{block.number} {plain((*block.lead, *block.content))}".strip())
        elif isinstance(block, ListBlock):
            for item in block.items:
                lines.append(f"  {item.number} {plain(item.content)}")
                lines.extend(f"  {line}" for line in _lines(item.blocks))
        elif isinstance(block, PrintedSignOff) and block.trailing:
            lines[-1] += " " + " ".join(block.lines)
        elif isinstance(block, PrintedSignOff):
            lines.extend(block.lines)
        else:
            lines.append(type(block).__name__.lower())
    return lines
