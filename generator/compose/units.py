"""Units: what somebody can clear. Every text of a report belongs to one.

An implication is the same unit whether it is printed as a section, under a sub-heading, in a row of
a table or in an appendix: its text carries the unit from where it is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.compose.materials import PlacedSection
from generator.model.document import Block
from generator.model.origin import Origin
from generator.model.walk import change_origins

RECOMMENDATIONS = "recommendations"
FRONT_MATTER = "front-matter."


def with_unit(blocks: Iterable[Block], unit: str) -> tuple[Block, ...]:
    """The blocks as texts of that unit, where they are of none yet."""

    def change(origin: Origin) -> Origin:
        return origin if origin.unit else replace(origin, unit=unit)

    return change_origins(blocks, change)


def with_units(sections: Iterable[PlacedSection]) -> list[PlacedSection]:
    """Each section with its unit: its key, or the recommendations."""
    made = []
    for placed in sections:
        section = placed.section
        unit = RECOMMENDATIONS if section.kind == "recommendations" else section.key
        origin = section.origin if section.origin.unit else replace(section.origin, unit=unit)
        blocks = with_unit(section.blocks, unit)
        made.append(replace(placed, section=replace(section, blocks=blocks, origin=origin)))
    return made
