"""Where something that is printed comes from: its file and place, its unit, and who wrote it.

Origins travel from the sources through the document to the Word file. There each paragraph that a
person wrote is marked with a name made of its origin alone (`mark_key`): a change elsewhere, above
or below, changes no mark.
"""

from __future__ import annotations

from typing import Literal

from generator.model.digests import digest
from generator.model.frozen import dataclass

Author = Literal["person", "program"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block, a cell or a phrase comes from.

    file: workspace-relative, '' where there is none. line, end: the lines of the file on which it
    begins and ends, 0 where unknown. section: what it stands in: a section of the narrative by its
    key, a text of a YAML file by its path without counts ('recommendations.decision'). place:
    within that section, never counted from the top of the file. unit: what somebody can clear:
    'financial', 'purpose', 'recommendations', 'front-matter.accountable_director'. by: a person
    wrote it, or the program did, from findings or from a sentence of the format. source: as it was
    written, expressions and all. repeated: a loop made it, so that several things printed have
    this source.
    """

    file: str = ""
    line: int = 0
    end: int = 0
    section: str = ""
    place: str = ""
    unit: str = ""
    by: Author = "program"
    source: str = ""
    repeated: bool = False

    @property
    def written(self) -> bool:
        """Whether a person wrote it, so that an officer's change can go back to its source."""
        return self.by == "person"


NOWHERE = Origin()


class HasOrigin:
    """Of a frozen class: what was written somewhere, as its field `origin` tells."""

    __slots__ = ()
    origin: Origin

    @property
    def line(self) -> int:
        """The line of its source on which it begins, or 0."""
        return self.origin.line


def mark_key(origin: Origin, name: str = "") -> str:
    """What tells this text from others, in 20 hexadecimal digits; the same words twice share it.

    name: what references point at; a named paragraph keeps its mark when its words change. Lines
    and places play no part, so that what comes and goes around it changes nothing.
    """
    told = f"#{name}" if name else " ".join(origin.source.split())
    return digest(*(part.encode() for part in (origin.file, origin.section, told)))[:20]
