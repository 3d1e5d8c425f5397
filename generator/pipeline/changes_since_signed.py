"""What changed in a report since somebody signed: as values, and as a Word file with the changes.

The Word file is two small ones compared: what the officer had before them, and what is there now,
under the front matter of the report. It is for reading: neither of the two has marks or a base, so
that it cannot be taken for a draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from generator.config.workspace import Workspace
from generator.model.document import Block, Document, Paragraph, Section, Text
from generator.model.frozen import dataclass
from generator.model.wording.dates import date_text
from generator.pipeline import stages
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.report import Prepared, prepare
from generator.signoff.since_signed import SinceSigned, since_signed
from generator.signoff.statements import Statement

_Side = Literal["cleared", "now"]


@dataclass(frozen=True, slots=True)
class ReportChanges:
    """What changed since each sign-off that was meant, and the report as it is."""

    found: tuple[SinceSigned, ...]
    prepared: Prepared


def changes_since(workspace: Workspace, report: str, since: str) -> ReportChanges:
    """What changed since a sign-off: a code, or a unit by its key.

    Raises WrongUsage where the ledger knows no such sign-off, InputProblems where the report is not
    sound.
    """
    prepared = prepare(read_inputs(workspace, report))
    signed = prepared.composed.sign_offs
    assert signed is not None, "a draft has sign-offs"
    return ReportChanges(since_signed(signed, prepared.inputs.name, since), prepared)


def changes_word(changes: ReportChanges) -> bytes:
    """A .docx in which all that changed is tracked: rejected it is what was signed."""
    from generator.word.redline.redlined import redline

    return redline(_word(changes, "cleared"), _word(changes, "now"))


def _word(changes: ReportChanges, side: _Side) -> bytes:
    prepared = changes.prepared
    sections = tuple(_section(one, side, index) for index, one in enumerate(changes.found))
    document: Document = replace(prepared.document, sections=sections, public=True)
    composed = replace(prepared.composed, document=document)
    return stages.render(prepared.inputs, prepared.loaded, composed).word


def _section(one: SinceSigned, side: _Side, index: int) -> Section:
    event = one.event
    title = f"{one.title}: {event.code or event.who}, {date_text(event.day)}"
    return Section(f"signed-{index + 1}", "section", title, tuple(_blocks(one, side)))


def _blocks(one: SinceSigned, side: _Side) -> Iterator[Block]:
    """The words with their figures, the recommendations, and figures that changed, as covered."""
    statement: Statement = one.cleared if side == "cleared" else one.now
    covers = one.event.covers
    if "words" in covers:
        yield from map(_paragraph, statement.read())
    if "recommendations" in covers:
        yield _paragraph("Recommendations")
        yield from map(_paragraph, statement.recommendations)
    for change in one.changed:
        text = change.old if side == "cleared" else change.new
        if change.key and text:
            yield _paragraph(f"{change.key}: {text}")


def _paragraph(text: str) -> Block:
    return Paragraph((Text(text),))
