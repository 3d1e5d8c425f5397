"""A reader with a solver: what the published figures tell of a withheld one.

The unknowns are how many respondents there are of each combination of cohort, groups and answers,
blanks included; of a question with several answers every set of options is an answer. Every
published figure is an equation in them (an interval where it was rounded). A linear program finds
the lowest and highest count that a withheld figure can have; an integer program, in people who are
whole. It is written from findings.yaml and the published findings alone and knows nothing of how
they were protected.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product

import numpy as np
from scipy.optimize import LinearConstraint, linprog, milp

from generator.model.codebook import Codebook
from generator.model.finding_specs import FindingsFile, FindingSpec
from generator.model.findings import Estimate, Findings

Answer = str | frozenset[str] | None
Combination = Mapping[str, Answer]
Test = Callable[[Combination], float]
COHORT = "(cohort)"
STAFF = "(staff)"
"""What stands for the cohort of the unknowns that are headcounts, not respondents."""
STEPS = {"mean": 1, "index": 25, "net": 100}
SIZES = ("representativeness", "response_rate")
SECONDS = 20


def gave(answer: Answer, wanted: Collection[str]) -> bool:
    """Whether an answer is one of some, or a set of options has one of them."""
    return bool(answer & set(wanted)) if isinstance(answer, frozenset) else answer in wanted


@dataclass
class Program:
    """Equations in the numbers of respondents of each combination."""

    combinations: list[dict[str, Answer]]
    whole: bool = False
    rows: list[np.ndarray] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def vector(self, test: Test) -> np.ndarray:
        return np.array([float(test(one)) for one in self.combinations])

    def add(self, test: Test, low: float, high: float) -> None:
        self.rows.append(self.vector(test))
        self.low.append(low)
        self.high.append(high)

    def bounds(self, test: Test) -> tuple[float, float]:
        """The lowest and highest sum of a test over all solutions."""
        target, matrix = self.vector(test), np.array(self.rows)
        if self.whole:
            return self._whole_bounds(target, matrix)
        exact = np.array(self.low) == np.array(self.high)
        rest = ~exact
        bounded = np.vstack([matrix[rest], -matrix[rest]])
        limits = np.concatenate([np.array(self.high)[rest], -np.array(self.low)[rest]])
        bounded, limits = bounded[np.isfinite(limits)], limits[np.isfinite(limits)]
        found = []
        for sign in (1, -1):
            done = linprog(
                sign * target,
                A_eq=matrix[exact] if exact.any() else None,
                b_eq=np.array(self.low)[exact] if exact.any() else None,
                A_ub=bounded if len(bounded) else None,
                b_ub=limits if len(bounded) else None,
                method="highs",
            )
            if done.status == 3:  # unbounded: nothing is known
                found.append(np.inf)
                continue
            assert done.status == 0, done.message
            found.append(sign * done.fun)
        return found[0], found[1]

    def _whole_bounds(self, target: np.ndarray, matrix: np.ndarray) -> tuple[float, float]:
        """The bounds in whole people; the best that is proven where time runs out."""
        found = []
        for sign in (1, -1):
            done = milp(
                sign * target,
                constraints=LinearConstraint(matrix, self.low, self.high),
                integrality=np.ones(len(target)),
                options={"time_limit": SECONDS},
            )
            if done.status == 3 or (done.status == 4 and done.mip_dual_bound is None):
                found.append(sign * -np.inf)
                continue
            assert done.status in (0, 1), done.message
            found.append(sign * done.mip_dual_bound)
        return found[0], found[1]


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
                elif estimate.value is not None:
                    self._equations(program, spec, estimate, unit)
        return program

    def _headcount(self, program: Program, spec: FindingSpec, estimate: Estimate) -> None:
        """A headcount, where it is published; and no more of a group can have replied."""
        option = estimate.category
        heads = self.heads(spec, option)
        slack = (
            0.0 if self.settings.rules.rounding_base == 1 else self.settings.rules.rounding_base / 2
        )
        if estimate.count is not None:
            program.add(heads, estimate.count - slack, estimate.count + slack)
        if estimate.base is not None:
            everybody = self.heads(spec, None)
            program.add(everybody, estimate.base - slack, estimate.base + slack)
        program.add(self.no_reply(spec, option), 0, np.inf)

    def heads(self, spec: FindingSpec, option: str | None) -> Test:
        """The staff of a finding's cohorts, or of one of its groups."""
        question = spec.questions[0]
        return lambda c: (
            c[COHORT] == STAFF and c.get(question) is not None and option in (None, c[question])
        )

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
        if count is not None:
            program.add(self.count(spec, estimate), max(0.0, count - slack), count + slack)
        elif unit == 1 and estimate.value is not None and spec.measure in ("mean", "index", "net"):
            total = estimate.value * base
            program.add(self.total(spec, estimate), total - 1e-6, total + 1e-6)

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
            {COHORT: STAFF, **dict.fromkeys(used), spec.questions[0]: option}
            for spec in self.settings.findings
            if spec.measure == "representativeness"
            for option in self._answers(spec.questions[0])
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
        rows = self.rows(spec, estimate)
        if spec.measure == "response_rate":
            return rows
        return lambda c: rows(c) and c[spec.questions[0]] is not None

    def count(self, spec: FindingSpec, estimate: Estimate) -> Test:
        rows = self.rows(spec, estimate)
        if spec.measure == "response_rate":
            return rows
        wanted = (estimate.category,) if estimate.category else spec.options
        return lambda c: rows(c) and gave(c[spec.questions[0]], wanted)

    def total(self, spec: FindingSpec, estimate: Estimate) -> Test:
        rows, question = self.rows(spec, estimate), self.book.questions[spec.questions[0]]
        if question.scale is None:
            scores = {option: float(option) for option in question.options}
        else:
            scores = dict(zip(question.scale.options, question.scale.scores, strict=True))
        if spec.measure == "net":
            scores = {o: 100.0 * (o in spec.options) - 100.0 * (o in spec.negative) for o in scores}

        def test(c: Combination) -> float:
            answer = c[question.id]
            return rows(c) * scores[answer] if answer is not None else 0.0

        return test

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
) -> list[str]:
    """Withheld figures that a reader can bound more narrowly than the protection range.

    truth: the true number of respondents that a test counts. What the figures of whole cohorts tell
    a reader who knows every group's size is granted: it is no more narrow than that. Of groups
    within groups the published sizes of the single groups are granted too.
    """
    reader = Reader(book, settings, findings, whole)
    program = reader.program(wave)
    granted = reader.program(wave, lambda spec: spec.measure not in SIZES and not spec.breakdown)
    with_sizes = reader.program(wave, lambda spec: not (spec.by or spec.only))
    for spec in settings.findings:
        for estimate in findings.items[spec.key].estimates:
            if estimate.wave == wave and spec.breakdown and not reader.is_external(estimate):
                base = reader.base(spec, estimate)
                granted.add(base, truth(base), truth(base))
                with_sizes.add(base, truth(base), truth(base))
    wanted = settings.rules.protection_range
    with_heads = reader.program(wave, lambda spec: spec.measure != "representativeness")
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
        elif spec.measure in STEPS:
            # In points of score: so many people whose answer may be the next better or worse one.
            test, step = reader.total(spec, estimate), STEPS[spec.measure]
        else:
            test, step = reader.count(spec, estimate), 1
        low, high = program.bounds(test)
        enough = step * min(wanted, truth(base))
        if high - low >= enough - 1e-6:
            continue
        known = (
            with_heads
            if reader.is_external(estimate)
            else with_sizes
            if spec.by or spec.only
            else granted
        )
        least, most = known.bounds(test)
        if high - low < min(enough, most - least) - 1e-4:  # sums are known to 1e-6
            found.append(
                f"{spec.key} {estimate.category} {estimate.group}: {low:.2f} to {high:.2f}, "
                f"granted {least:.2f} to {most:.2f}, truth {truth(test)}"
            )
    return found
