"""Unknown numbers of people, what is known of them, and the bounds that a solver finds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import LinearConstraint, linprog, milp

Answer = str | frozenset[str] | None
Combination = Mapping[str, Answer]
Test = Callable[[Combination], float]
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
