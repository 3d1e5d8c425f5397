"""Which section of the narrative stands for which part of the format.

A part takes the section whose key is its own, or whose heading is its title or one of its aliases;
case, curly quotes and spacing do not count. Each section is taken once; what nobody takes is free.
Slots: 'section:purpose', 'implication:financial', 'appendix:dashboard', 'terms_of_reference:'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.compose.compose_rules import (
    SECTION_EMPTY,
    SECTION_MISSING,
    SECTION_TWICE,
    SECTION_UNPLACED,
)
from generator.compose.plain_text import folded
from generator.errors import Problems, did_you_mean
from generator.model.format import Format
from generator.model.issues import Where
from generator.model.narrative import Narrative, NarrativeSection
from generator.model.report import Report
from generator.model.wording.placeholders import with_places

Slot = tuple[str, str, tuple[str, ...]]  # slot, key, headings


class SectionClaims:
    """The sections of a narrative and what they stand for. All are claimed before any is placed."""

    def __init__(
        self,
        format_: Format,
        report: Report,
        narrative: Narrative,
        problems: Problems,
        phrases: Mapping[str, str],
    ) -> None:
        self._sections = narrative.sections
        self._file = narrative.file
        self._problems = problems
        self._claimed: dict[str, NarrativeSection] = {}
        self._free = list(narrative.sections)
        self.titles: list[str] = []
        for slot, key, raw in _slots(format_, report):
            titles = [with_places(title, phrases) for title in raw]
            self.titles.extend(titles[:1])
            self._claim(slot, key, titles)

    def _claim(self, slot: str, key: str, titles: Iterable[str]) -> None:
        wanted = {folded(title) for title in titles if title}
        found = [one for one in self._free if one.key == key or folded(one.title) in wanted]
        self._free = [one for one in self._free if not any(one is taken for taken in found)]
        if not found:
            return
        self._claimed[slot] = found[0]
        for second in found[1:]:
            what = f"the section {second.title!r} stands twice, first on line {found[0].line}"
            self._problems.add(SECTION_TWICE, self.where(second), what, "join the two")

    def of(self, slot: str) -> NarrativeSection | None:
        """The section claimed for a slot."""
        return self._claimed.get(slot)

    def free(self) -> tuple[NarrativeSection, ...]:
        """The sections that nothing has claimed, in the narrative's order."""
        return tuple(self._free)

    def slots_before(self, section: NarrativeSection) -> set[str]:
        """The slots whose sections stand before this one in the narrative."""
        place = self._position(section)
        return {slot for slot, one in self._claimed.items() if self._position(one) < place}

    def _position(self, section: NarrativeSection) -> int:
        return next(index for index, one in enumerate(self._sections) if one is section)

    def where(self, section: NarrativeSection | None = None) -> Where:
        """The place of a section's heading, or the narrative file."""
        if section is None:
            return Where(self._file)
        return Where(self._file, section.line or None, heading=section.title)

    def missing(self, title: str, guidance: str = "") -> None:
        """Note that a required section is not there, with the nearest heading that is free."""
        mend = self._near(title) or f"add the heading '# {title}' and its text"
        self._problems.add(
            SECTION_MISSING,
            self.where(),
            f"the section {title!r} is missing",
            with_guidance(mend, guidance),
        )

    def empty(self, section: NarrativeSection, guidance: str = "") -> None:
        """Note that a section has a heading and nothing else."""
        what = f"the section {section.title!r} has no text"
        self._problems.add(
            SECTION_EMPTY, self.where(section), what, with_guidance("write it", guidance)
        )

    def unplaced(self, section: NarrativeSection) -> None:
        """Note that the format has no place for a section."""
        unclaimed = [title for title in self.titles if title]
        hint = did_you_mean(section.title, unclaimed)
        what = f"the format has no section {section.title!r}"
        self._problems.add(
            SECTION_UNPLACED, self.where(section), what, hint or "move its text to another section"
        )

    def _near(self, title: str) -> str:
        hint = did_you_mean(title, [section.title for section in self._free])
        for section in self._free:
            if hint == f"did you mean {section.title!r}?":
                return f"rename the heading {section.title!r} on line {section.line} to {title!r}"
        return ""


def with_guidance(mend: str, guidance: str) -> str:
    """How to mend something, with the format's guidance on it in brackets."""
    return f"{mend} ({guidance.rstrip('.')})" if guidance else mend


def _slots(format_: Format, report: Report) -> Iterator[Slot]:
    retitled = {asked.key: asked.title for asked in report.sections}
    for part in format_.layout:
        if part.kind in ("section", "terms_of_reference"):
            key = part.key or part.kind.replace("_", "-")
            yield f"{part.kind}:{part.key}", key, (part.title, retitled.get(key, ""), *part.aliases)
    for rule in format_.implications:
        yield f"implication:{rule.key}", rule.key, (rule.title, *rule.aliases)
    for appendix in report.appendices:
        if appendix.content == "narrative":
            yield f"appendix:{appendix.key}", appendix.key, (appendix.title,)
