"""A reader with a solver: what the published figures tell of a withheld one.

The unknowns are how many respondents there are of each combination of cohort, groups and answers,
blanks included; of a question with several answers every set of options is an answer. Every
published figure is an equation in them (an interval where it was rounded). A linear program finds
the lowest and highest count that a withheld figure can have; an integer program, in people who are
whole. It is written from findings.yaml and the published findings alone and knows nothing of how
they were protected.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import combinations, pairwise, product

import numpy as np

from generator.model.findings import Estimate, Findings
from generator.model.survey.codebook import Codebook
from generator.model.survey.finding_specs import FindingsFile, FindingSpec, NumberRange
from tests.survey.disclosure.program import Answer, Combination, Program, Test, gave

COHORT = "(cohort)"
STAFF = "(staff)"
"""What stands for the cohort of the unknowns that are headcounts, not respondents."""
SUMS = ("mean", "index", "net")
SIZES = ("representativeness", "response_rate")


def in_range(limits: NumberRange, number: float) -> bool:
    """Whether a number is in a range of a finding."""
    return (
        (limits.at_least is None or number >= limits.at_least)
        and (limits.at_most is None or number <= limits.at_most)
        and (limits.above is None or number > limits.above)
        and (limits.below is None or number < limits.below)
    )


def beyond(number: float | None, middle: float, side: int) -> bool:
    """Whether somebody's number is below (side 1) or above (-1) the median."""
    return number is not None and number * side < middle * side


class Reader:
    """What each estimate of a finding counts, in words of the program."""

    def __init__(
        self, book: Codebook, settings: FindingsFile, findings: Findings, whole: bool = False
    ) -> None:
        self.book = book
        self.settings = settings
        self.findings = findings
        self.whole = whole

    def program(self, wave: str, keep: Callable[[FindingSpec], bool] = lambda _: True) -> Program:
        """The equations that the published figures of a wave are."""
        program = Program(self.combinations(wave), self.whole)
        unit = self.settings.rules.rounding_base
        for found in self.findings.collections:
            if found.wave == wave:
                slack = 0.0 if unit == 1 else unit / 2
                low, high = max(0.0, found.received - slack), found.received + slack
                program.add(lambda c, k=found.cohort: c[COHORT] == k, low, high)
        for spec in self.settings.findings:
            for estimate in self.findings.items[spec.key].estimates if keep(spec) else ():
                if estimate.wave != wave:
                    continue
                if self.is_external(estimate):
                    self._headcount(program, spec, estimate)
                elif estimate.mark == "[x]":  # nobody is there, and that is said
                    program.add(self.base(spec, estimate), 0, 0)
                elif estimate.value is not None:
                    self._equations(program, spec, estimate, unit)
        return program

    def _headcount(self, program: Program, spec: FindingSpec, estimate: Estimate) -> None:
        """A headcount, where it is published; and no more of a group can have replied."""
        option = estimate.category
        heads = self.heads(spec, option)
        unit = self.settings.rules.rounding_base
        slack = 0.0 if unit == 1 else unit / 2
        if estimate.count is not None:
            program.add(heads, estimate.count - slack, estimate.count + slack)
        if estimate.base is not None:
            everybody = self.heads(spec, None)
            program.add(everybody, estimate.base - slack, estimate.base + slack)
        program.add(self.no_reply(spec, option), 0, np.inf)

    def heads(self, spec: FindingSpec, option: str | None) -> Test:
        """The staff of a finding's cohorts, or of one of its groups."""
        return self.staff(spec.questions[0], option)

    def staff(self, question: str, option: str | None) -> Test:
        """The staff by the headcounts of a question, or those of one of its groups."""
        return lambda c: (
            c[COHORT] == STAFF and c.get(question) is not None and option in (None, c[question])
        )

    def has_staff(self, by: Collection[str]) -> bool:
        """Whether there are headcounts of such groups, beside those that response rates tell."""
        return len(by) == 1 and any({*by} <= {*keys} for keys in self.columns_of_staff().values())

    def columns_of_staff(self) -> dict[str, list[str]]:
        """The questions of which headcounts are published, by the column that they group."""
        found: dict[str, list[str]] = {}
        for spec in self.settings.findings:
            if spec.measure == "representativeness":
                key = spec.questions[0]
                found.setdefault(self.book.questions[key].source or key, []).append(key)
        return found

    def members(self, spec: FindingSpec, option: str | None) -> Test:
        """The respondents who are of a group."""
        question = spec.questions[0]
        return lambda c: c[COHORT] in spec.cohorts and c[question] == option

    def no_reply(self, spec: FindingSpec, option: str | None) -> Test:
        """The staff of a group less its respondents."""
        heads, size = self.heads(spec, option), self.members(spec, option)
        return lambda c: heads(c) - size(c)

    def _equations(
        self, program: Program, spec: FindingSpec, estimate: Estimate, unit: int
    ) -> None:
        slack = 0.0 if unit == 1 else unit / 2
        base, count = float(estimate.base or 0), estimate.count
        if spec.measure != "response_rate":
            program.add(self.base(spec, estimate), max(0.0, base - slack), base + slack)
        elif self.has_staff(spec.by):
            program.add(self.staff(spec.by[0], estimate.group), base - slack, base + slack)
        if count is not None:
            program.add(self.count(spec, estimate), max(0.0, count - slack), count + slack)
        elif estimate.value is None or unit > 1 or (spec.weighted and self.book.weights):
            return
        elif spec.measure in SUMS:
            total = estimate.value * base
            program.add(self.total(spec, estimate), total - 1e-6, total + 1e-6)
        elif spec.measure == "median":
            middle, value, rows = estimate.value, self.value(spec), self.rows(spec, estimate)
            for side in (1, -1):
                program.add(
                    lambda c, side=side: rows(c) and beyond(value(c), middle, side),
                    0,
                    base / 2,
                )

    def combinations(self, wave: str) -> list[dict[str, Answer]]:
        """Every combination of the questions that findings look at, blanks included."""
        used = self.settings.questions()
        cohorts = [found.cohort for found in self.findings.collections if found.wave == wave]
        parts: list[list[Answer]] = [[*self._answers(key), None] for key in used]
        possible = [dict(zip(used, values, strict=True)) for values in product(*parts)]
        found: list[dict[str, Answer]] = [
            {COHORT: cohort, **one}
            for cohort in cohorts
            for one in possible
            if self._is_of_one_column(one)
        ]
        return found + [
            {COHORT: STAFF, **dict.fromkeys(used), **{key: self._group(key, one) for key in keys}}
            for root, keys in self.columns_of_staff().items()
            for one in self.options(root)
        ]

    def _is_of_one_column(self, found: dict[str, Answer]) -> bool:
        """Whether the groups of one column are such as some answer in it has."""
        columns: dict[str, list[str]] = {}
        for key in found:
            columns.setdefault(self.book.questions[key].source or key, []).append(key)
        return all(
            any(all(found[key] == self._group(key, answer) for key in keys)
                for answer in (*self.options(root), None))
            for root, keys in columns.items()
            if len(keys) > 1
        )  # fmt: skip

    def _group(self, key: str, answer: str | None) -> str | None:
        groups = self.book.questions[key].groups
        if not groups or answer is None:
            return answer
        return next((name for name, options in groups.items() if answer in options), None)

    def options(self, key: str) -> tuple[str, ...]:
        question = self.book.questions[key]
        return question.scale.options if question.scale is not None else question.options

    def _answers(self, key: str) -> list[Answer]:
        question = self.book.questions[key]
        options = self.options(key)
        if question.kind != "multi":
            return list(options)
        sizes = range(1, len(options) + 1)
        return [frozenset(some) for size in sizes for some in combinations(options, size)]

    # ------------------------------------------------------------ what a figure counts
    def is_external(self, estimate: Estimate) -> bool:
        return estimate.group == "Workforce"

    def rows(self, spec: FindingSpec, estimate: Estimate) -> Test:
        labels = (estimate.group or "").split(", ") if spec.by else []

        def test(c: Combination) -> float:
            return (
                c[COHORT] in spec.cohorts
                and all(gave(c[key], answers) for key, answers in spec.only.items())
                and all(c[key] == label for key, label in zip(spec.by, labels, strict=True))
            )

        return test

    def base(self, spec: FindingSpec, estimate: Estimate) -> Test:
        rows, value = self.rows(spec, estimate), self.value(spec)
        if spec.measure == "response_rate":
            return rows
        return lambda c: rows(c) and value(c) is not None

    def count(self, spec: FindingSpec, estimate: Estimate) -> Test:
        rows, value = self.rows(spec, estimate), self.value(spec)
        if spec.measure == "response_rate":
            return rows
        if spec.measure == "bands":
            return lambda c: rows(c) and self.band(spec, value(c)) == estimate.category
        if spec.numbers is not None:
            return lambda c: rows(c) and value(c) is not None and in_range(spec.numbers, value(c))
        wanted = (estimate.category,) if estimate.category else spec.options
        return lambda c: rows(c) and gave(c[spec.questions[0]], wanted)

    @staticmethod
    def band(spec: FindingSpec, score: float | None) -> str | None:
        if score is None:
            return None
        return next(band.name for band in spec.bands if band.holds(score))

    def total(self, spec: FindingSpec, estimate: Estimate) -> Test:
        rows, value = self.rows(spec, estimate), self.value(spec)
        return lambda c: rows(c) * (value(c) or 0.0)

    def value(self, spec: FindingSpec) -> Callable[[Combination], float | None]:
        """Somebody's number or score at a finding; of other findings, 0 where they answered."""
        first = self.book.questions[spec.questions[0]] if spec.questions else None
        if first is not None and first.kind == "number":
            return lambda c: None if c[first.id] is None else float(c[first.id])
        if spec.measure not in ("index", "bands", "net"):
            return lambda c: None if first is None or c[first.id] is None else 0.0
        points = {key: self._points(spec, key) for key in spec.questions}

        def score(c: Combination) -> float | None:
            found = [points[key][c[key]] for key in spec.questions if c[key] is not None]
            if not found or len(found) < spec.missing_items * len(spec.questions):
                return None
            return sum(found) / len(found)

        return score

    def _points(self, spec: FindingSpec, key: str) -> dict[str, float]:
        question = self.book.questions[key]
        if spec.measure == "net":
            return {o: 100.0 * (o in spec.options) - 100.0 * (o in spec.negative)
                    for o in self.options(key)}  # fmt: skip
        assert question.scale is not None
        return dict(zip(question.scale.options, question.scale.scores, strict=True))

    def step(self, spec: FindingSpec) -> float:
        """What one person adds to a figure whose answer may be the next better or worse one."""
        if spec.measure == "mean":
            return 1.0
        if spec.measure == "net":
            return 100.0
        gaps = [
            abs(a - b)
            for key in spec.questions
            for a, b in pairwise(sorted(self._points(spec, key).values()))
        ]
        return min(gaps) / len(spec.questions)

    def withheld(self, wave: str) -> Iterator[tuple[FindingSpec, Estimate]]:
        for spec in self.settings.findings:
            for estimate in self.findings.items[spec.key].estimates:
                if estimate.wave == wave and estimate.mark == "[c]":
                    yield spec, estimate


def leaks(
    book: Codebook,
    settings: FindingsFile,
    findings: Findings,
    truth: Callable[[Test], int],
    wave: str = "2022",
    whole: bool = False,
    known: Collection[str] = (),
) -> list[str]:
    """Withheld figures that a reader can bound more narrowly than the protection range.

    truth: the true number of respondents that a test counts. What the figures of whole cohorts tell
    a reader who knows every group's size is granted: it is no more narrow than that. Of groups
    within groups the published sizes of the single groups are granted too. known: the findings that
    were published before, which nothing can be done about.
    """
    reader = Reader(book, settings, findings, whole)
    program = reader.program(wave)
    granted = reader.program(
        wave,
        lambda spec: spec.key in known or (spec.measure not in SIZES and not spec.breakdown),
    )
    with_sizes = reader.program(wave, lambda spec: spec.key in known or not (spec.by or spec.only))
    for spec in settings.findings:
        for estimate in findings.items[spec.key].estimates:
            if estimate.wave == wave and spec.breakdown and not reader.is_external(estimate):
                base = reader.base(spec, estimate)
                granted.add(base, truth(base), truth(base))
                with_sizes.add(base, truth(base), truth(base))
    wanted = settings.rules.protection_range
    with_heads = reader.program(wave, lambda spec: spec.measure not in SIZES)
    for spec in settings.findings:
        if spec.measure == "representativeness":
            heads = reader.heads(spec, None)
            with_heads.add(heads, truth(heads), truth(heads))
            for option in reader.options(spec.questions[0]):
                size, more = reader.members(spec, option), reader.no_reply(spec, option)
                with_heads.add(size, truth(size), truth(size))
                with_heads.add(more, 0, np.inf)
    found = []
    for spec, estimate in reader.withheld(wave):
        base = reader.base(spec, estimate)
        if reader.is_external(estimate):
            test, step = reader.heads(spec, estimate.category), 1
            base = test
        elif spec.measure in SUMS:
            # In points of score: so many people whose answer may be the next better or worse one.
            test, step = reader.total(spec, estimate), reader.step(spec)
        else:
            test, step = reader.count(spec, estimate), 1
        low, high = program.bounds(test)
        enough = step * min(wanted, truth(base))
        if high - low >= enough - 1e-6:
            continue
        known = with_sizes if spec.by or spec.only else granted
        least, most = (with_heads if reader.is_external(estimate) else known).bounds(test)
        if high - low < min(enough, most - least) - 1e-4:  # sums are known to 1e-6
            found.append(
                f"{spec.key} {estimate.category} {estimate.group}: {low:.2f} to {high:.2f}, "
                f"granted {least:.2f} to {most:.2f}, truth {truth(test)}"
            )
    return found
