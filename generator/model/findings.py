"""Findings: figures computed from the survey, each with its base. What is here may be published.

A figure that disclosure control withholds has `value`, `count`, `base` and the interval None and a
`mark` in their place, so no cache, chart or JSON file can hold it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date

from generator.model.frozen import dataclass
from generator.model.wording.rounding import figure_text, is_low

CONFIDENTIAL = "[c]"
NOT_APPLICABLE = "[z]"
NOT_AVAILABLE = "[x]"
LOW = "[low]"
UNRELIABLE = "[u]"
MARKS = {
    CONFIDENTIAL: "confidential: withheld so that nobody can be identified",
    NOT_APPLICABLE: "not applicable",
    NOT_AVAILABLE: "not available",
    LOW: "rounds to 0 but is not 0",
    UNRELIABLE: "unreliable: a small base",
}


def marks_explained(marks: Iterable[str]) -> str:
    """'[c] confidential: ...; [x] not available', each once, in the order of MARKS; '' for none."""
    found = dict.fromkeys(marks)
    ordered = [mark for mark in MARKS if mark in found]
    ordered += [mark for mark in found if mark not in MARKS]
    return "; ".join(f"{mark} {MARKS[mark]}" if mark in MARKS else mark for mark in ordered)


@dataclass(frozen=True, slots=True)
class Estimate:
    """One figure: of one wave, and of one category or group where the finding has them.

    value: unrounded; per cent 0-100, index 0-100, or in the question's unit. count: respondents in
    the numerator (None for means and indices). base: respondents asked and answering. low, high:
    95% interval in the unit of value, or None where none was asked for. band: name of the band that
    an index lies in. mark: with value None, why it is withheld; '[u]' and '[low]' stand beside a
    value.
    """

    wave: str
    value: float | None
    base: int | None
    count: int | None = None
    category: str | None = None
    group: str | None = None
    mark: str | None = None
    low: float | None = None
    high: float | None = None
    band: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """The change between two waves, from unrounded values. For per cents, in percentage points.

    low, high: 95% interval of the difference; p: two-proportion test; None where not computed or
    withheld. `tested` is False when no test was asked for: the text may then never say significant.
    """

    earlier: str
    later: str
    difference: float | None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    tested: bool = False
    category: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One named finding over all its waves.

    key: 'sw.workload_manageable', group and name as in findings.yaml. measure: the measure's name.
    unit: 'per cent', 'index', 'points' or the question's own unit ('hours', 'people'); '' for none.
    categories and groups give the order of the estimates' labels. decimals: published precision.
    title: short label for tables and charts. definition: one sentence that says what is counted.
    scale: name of a quantifier scale, or ''. bands: name -> the scores it holds ('75 and over').
    quotations: ids of approved quotations.
    """

    key: str
    measure: str
    cohort: str
    title: str
    definition: str
    unit: str
    decimals: int
    waves: tuple[str, ...]
    wave: str
    questions: tuple[str, ...]
    question_texts: Mapping[str, str]
    estimates: tuple[Estimate, ...]
    changes: tuple[Change, ...] = ()
    categories: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    scale: str = ""
    bands: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()

    def estimate(
        self, wave: str | None = None, category: str | None = None, group: str | None = None
    ) -> Estimate | None:
        """The figure of a wave (default: the report's), category and group; None for none."""
        wanted = wave or self.wave
        for found in self.estimates:
            if (found.wave, found.category, found.group) == (wanted, category, group):
                return found
        return None

    def is_low(self, found: Estimate) -> bool:
        """Whether a figure of this finding is a share that is more than 0 and rounds to 0."""
        if found.value is None:
            return False
        return found.mark == LOW or is_low(found.value, self.decimals, self.unit)

    def text(self, found: Estimate) -> str:
        """A figure of this finding as it is printed: '67%', 'less than 1%'; its mark for none."""
        if found.value is None:
            return found.mark or NOT_AVAILABLE
        return figure_text(found.value, self.decimals, self.unit, self.is_low(found))


@dataclass(frozen=True, slots=True)
class Collection:
    """How one cohort's answers of one wave came in: sent, received, what was left out and why.

    excluded: reason -> number of answers, as 'duplicate answer', 'test answer', 'incomplete
    answer'. received: answers counted after exclusions. sent is None where it is not known.
    """

    cohort: str
    wave: str
    sent: int | None
    received: int
    file: str
    layout: str
    fieldwork_from: date | None = None
    fieldwork_to: date | None = None
    excluded: Mapping[str, int] = field(default_factory=dict)

    @property
    def rate(self) -> float | None:
        """The response rate, per cent; None where it is not known how many were asked."""
        return 100 * self.received / self.sent if self.sent else None

    @property
    def exports(self) -> tuple[str, ...]:
        """The names of the files that it was counted from."""
        return tuple(name for name in self.file.split(", ") if name)

    def counted_from(self, name: str) -> bool:
        """Whether a file, by its name in messages, is one of the exports it was counted from."""
        return f", {name}, " in f", {self.file}, "


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A question as an appendix lists it: text of the report's wave, and the options offered."""

    id: str
    text: str
    kind: str
    options: tuple[str, ...]
    cohorts: tuple[str, ...]
    waves: tuple[str, ...]
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A free-text answer approved for print: `text` is the approved, redacted text."""

    id: str
    cohort: str
    wave: str
    question: str
    text: str
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything the later stages need of the surveys; computing it is the only use of pandas.

    wave: the report's wave. cohorts: key -> name for prose ('social workers'). items: by key, in
    the order of findings.yaml. method: sentences of the method note. notes: what to know of how the
    exports were read, such as an encoding that was assumed; told with every build.
    """

    wave: str
    waves: tuple[str, ...]
    cohorts: Mapping[str, str]
    items: Mapping[str, Finding]
    collections: tuple[Collection, ...]
    questions: tuple[QuestionEntry, ...]
    quotations: Mapping[str, Quotation] = field(default_factory=dict)
    themes: Mapping[str, str] = field(default_factory=dict)
    method: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def value_key(
    finding: str, part: str, *waves: str, category: str | None = None, group: str | None = None
) -> str:
    """The key of a value: 'sw.stress["Never"].percent@2021'; of several waves '@2021..2022'."""
    return f"{finding}{narrowed(category, group)}.{part}@{'..'.join(waves)}"


def narrowed(category: str | None, group: str | None) -> str:
    """An answer and a group as written in an expression."""
    answer = f'["{category}"]' if category is not None else ""
    return answer + (f'.group("{group}")' if group is not None else "")


NO_FINDINGS = Findings(wave="", waves=(), cohorts={}, items={}, collections=(), questions=())
"""Of a report without a survey."""
