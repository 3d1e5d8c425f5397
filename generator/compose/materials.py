"""What every step of composing works from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field, replace

from generator.compose.compose_rules import FORMAT_PARTS
from generator.compose.section_claims import SectionClaims
from generator.config.files import Files
from generator.errors import InputProblems, Problems, did_you_mean
from generator.model.document import Block, Section
from generator.model.findings import Findings
from generator.model.format import Format
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.model.narrative import Narrative
from generator.model.origin import Origin
from generator.model.report import Prose, Report
from generator.model.wording.english import shortened
from generator.model.wording.placeholders import PLACEHOLDER

SENTENCES = "sentences"
"""The section of report.yaml's own sentences in Origins."""
Write = Callable[[Prose], tuple[Block, ...]]
"""Writes a text of a YAML file like the narrative; raises InputProblems."""


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """A section at its place. file: what its blocks' lines count in, for messages.

    numbered: its paragraphs take numbers, and its heading where the format numbers headings.
    """

    section: Section
    file: str = ""
    numbered: bool = False

    def with_blocks(self, blocks: tuple[Block, ...]) -> PlacedSection:
        """The same section with other blocks."""
        return replace(self, section=replace(self.section, blocks=blocks))


@dataclass(frozen=True, slots=True)
class AppendixPlace:
    """An appendix as the list names it: label 'Appendix 1', number '1'."""

    key: str
    label: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Materials:
    """The report, its format, what was written and found, and the problems met so far.

    phrases: what placeholders stand for. claims: which narrative section stands where. appendices:
    all that the list names, in order. files: the door that tables in files are read through.
    """

    report: Report
    format: Format
    narrative: Narrative
    findings: Findings
    write: Write
    problems: Problems
    phrases: dict[str, str]
    claims: SectionClaims
    appendices: tuple[AppendixPlace, ...] = ()
    files: Files | None = None
    stated_places: set[str] = field(default_factory=set)

    def fill(self, text: str, **more: str) -> str:
        """The format's text with its {placeholders} filled; an unknown one is a problem."""
        known = {**self.phrases, **more}

        def value(found: re.Match[str]) -> str:
            if found[1] in known:
                return known[found[1]]
            what = f"'{{{found[1]}}}' in {shortened(text)!r} is not a known placeholder"
            self.problems.add(
                FORMAT_PARTS, Where(self.format.file), what, did_you_mean(found[1], list(known))
            )
            return found[0]

        return PLACEHOLDER.sub(value, text)

    def write_prose(self, prose: Prose) -> tuple[Block, ...]:
        """The blocks of a YAML text; () where it has problems, which are noted."""
        try:
            return self.write(prose)
        except InputProblems as error:
            self.problems.found.extend(error.problems)
            return ()

    def stated(self, place: str, text: str, unit: str = "") -> tuple[str, Origin]:
        """A sentence of the format, or the report's own in its stead, and where it comes from.

        place: where the format has it, 'implications.legal.nil'. text: what it says there.
        """
        own = self.report.sentences.get(place)
        if own is None:
            section, _, last = place.rpartition(".")
            return self.fill(text), Origin(self.format.file, section=section, place=last, unit=unit)
        self.stated_places.add(place)
        line = own.where.line or 0
        origin = Origin(
            own.where.file, line, line, SENTENCES, place, unit, by="person", source=own.text
        )
        return own.text, origin

    def report_where(self, path: str) -> Where:
        """A place in report.yaml."""
        return Where(self.report.file, None, path)

    def format_where(self, path: str) -> Where:
        """A place in the format file."""
        return Where(self.format.file, None, path)
