"""The narrative as blocks, and the words that its expressions choose from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from generator.model.document import Block
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.model.origin import NOWHERE, HasOrigin, Origin


@dataclass(frozen=True, slots=True)
class NarrativeSection(HasOrigin):
    """What stands under one first-level heading of the narrative.

    key: the heading's {#name}, else its title as a slug; unique. name: what references point at, ''
    where the author gave none. Top-level paragraphs are marked `numbered`; the format decides.
    """

    title: str
    key: str
    blocks: tuple[Block, ...]
    origin: Origin = NOWHERE
    name: str = ""


@dataclass(frozen=True, slots=True)
class Narrative:
    """A whole narrative file, workspace-relative, in its order."""

    sections: tuple[NarrativeSection, ...] = ()
    file: str = ""

    def __iter__(self) -> Iterator[NarrativeSection]:
        """The sections."""
        return iter(self.sections)

    def section(self, key: str) -> NarrativeSection | None:
        """The section of that key, or None."""
        return next((found for found in self.sections if found.key == key), None)


@dataclass(frozen=True, slots=True)
class QuantifierStep:
    """A word for shares of at least `low` per cent (above it, where `over`)."""

    word: str
    low: float
    over: bool = False

    def holds(self, share: float) -> bool:
        """Whether a share, as printed, reaches this step."""
        return share > self.low if self.over else share >= self.low


@dataclass(frozen=True, slots=True)
class QuantifierScale:
    """A named scale of words for proportions.

    steps: highest first; the first that a share reaches gives its word. allowed: word -> the lowest
    and highest per cent it may stand with when an author types it. number_beside: False prints the
    word without the figure. source: where the scale comes from.
    """

    key: str
    steps: tuple[QuantifierStep, ...]
    allowed: Mapping[str, tuple[float, float]]
    number_beside: bool = True
    source: str = ""

    def word(self, share: float) -> str:
        """The word for a share in per cent, as printed; '' where no step holds it."""
        return next((step.word for step in self.steps if step.holds(share)), "")


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Words for change. similar_within: unit -> a change this small or smaller is 'similar to'.

    The unit 'other' stands for every unit that is not named. Per cents: in percentage points.
    """

    up: str = "up from"
    down: str = "down from"
    similar: str = "similar to"
    higher: str = "higher"
    lower: str = "lower"
    no_change: str = "about the same"
    similar_within: Mapping[str, float] = field(default_factory=dict)

    def threshold(self, unit: str) -> float:
        """The largest change that is still 'similar to', in the unit of the figure."""
        return self.similar_within.get(unit, self.similar_within.get("other", 0.0))


@dataclass(frozen=True, slots=True)
class Words:
    """What config/quantifiers.yaml says: scales by name, the default one, words for change."""

    default: str
    scales: Mapping[str, QuantifierScale]
    change: ChangeWords = field(default_factory=ChangeWords)
    file: str = ""

    def scale(self, key: str = "") -> QuantifierScale | None:
        """The named scale, the default one for ''; None where there is none of that name."""
        return self.scales.get(key or self.default)


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure in the text that no expression produced. sentence: the words around it."""

    figure: str
    where: Where
    sentence: str
