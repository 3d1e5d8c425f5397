"""What is known of a printed figure: what was asked of whom, how it was counted, what placed it."""

from __future__ import annotations

from typing import Literal

from generator.model.frozen import dataclass
from generator.model.origin import NOWHERE, Origin

FigureKind = Literal["survey", "sourced", "typed", "text", "words"]


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """A computed value where it stands. shown: in a chart or a table rather than in words."""

    key: str
    text: str
    shown: bool = False


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A paragraph, an item, a table or a chart of a report: where it stands, and its values.

    heading: that it stands under. paragraph: the number of the numbered paragraph that it is or
    follows. label: 'Table 2', 'recommendation 1', '' for none. names: what it can be asked for by,
    in small letters.
    """

    heading: str
    paragraph: str
    label: str
    words: str
    values: tuple[PrintedValue, ...] = ()
    names: frozenset[str] = frozenset()
    origin: Origin = NOWHERE

    @property
    def place(self) -> str:
        """'Background, 2.3', 'Findings, Figure 3'; 'Front matter' where it has no heading."""
        found = [self.heading or "Front matter", self.label or self.paragraph]
        return ", ".join(part for part in found if part)


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question. reworded: (waves, wording) where it was worded otherwise."""

    id: str
    text: str
    reworded: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """What a value is worked out from; all as printed, '' for what does not apply.

    kind: 'survey'; 'sourced' for a figure of report.yaml with its source; 'typed' by hand, without
    one; 'text' for what else is computed, such as a quotation; 'words' for a title. counted: the
    answers that count. who: cohorts and group. waves: earlier first. count, base: as
    published, of each wave where there are several. mark: why there is no figure, or what to know
    of it. exports: names of the files read. source: of a sourced figure, with its date.
    """

    kind: FigureKind = "text"
    finding: str = ""
    title: str = ""
    measure: str = ""
    definition: str = ""
    questions: tuple[AskedQuestion, ...] = ()
    counted: tuple[str, ...] = ()
    who: str = ""
    waves: tuple[str, ...] = ()
    count: str = ""
    base: str = ""
    rounding: str = ""
    interval: str = ""
    mark: str = ""
    exports: tuple[str, ...] = ()
    source: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplainedFigure:
    """A printed figure with all that is known of it.

    file, line: of the source that placed it, '' and 0 where the format did. expression: what stands
    there. withheld: what is withheld of the same finding, and why. now: how the report prints it
    today, where that is not as in the file that is asked about.
    """

    place: str
    printed: str
    key: str
    facts: FigureFacts
    file: str = ""
    line: int = 0
    expression: str = ""
    withheld: tuple[str, ...] = ()
    now: str = ""
