"""Intervals and tests against statsmodels and against what they must satisfy."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.survey.statistics import (
    effective_base,
    finite_correction,
    mean_difference,
    mean_interval,
    newcombe_difference,
    two_proportion_test,
    wilson_interval,
)

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from statsmodels.stats import proportion

counted = st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
confidence = st.sampled_from([0.8, 0.9, 0.95, 0.99])


@given(counted, confidence)
def test_wilson_is_that_of_statsmodels(found: tuple[int, int], level: float) -> None:
    count, base = found
    expected = proportion.proportion_confint(count, base, alpha=1 - level, method="wilson")
    assert wilson_interval(count, base, level) == pytest.approx(expected, abs=1e-12)


@given(counted, counted)
def test_the_two_proportion_test_is_that_of_statsmodels(
    found: tuple[int, int], other: tuple[int, int]
) -> None:
    pooled = (found[0] + other[0]) / (found[1] + other[1])
    if pooled in (0, 1):
        assert two_proportion_test(*found, *other) == 1.0
        return
    _, p = proportion.proportions_ztest([found[0], other[0]], [found[1], other[1]])
    assert two_proportion_test(*found, *other) == pytest.approx(p, rel=1e-9, abs=1e-300)


@given(counted, counted, confidence)
def test_newcombe_is_that_of_statsmodels(
    found: tuple[int, int], other: tuple[int, int], level: float
) -> None:
    low, high = proportion.confint_proportions_2indep(
        *found, *other, method="newcomb", alpha=1 - level
    )
    expected = (max(-1, low), min(1, high))
    assert newcombe_difference(*found, *other, level) == pytest.approx(expected, abs=1e-9)


def test_the_change_in_awareness_of_the_plan_is_significant_and_that_in_workload_is_not() -> None:
    assert two_proportion_test(70, 94, 66, 111) < 0.05
    assert two_proportion_test(63, 94, 87, 111) > 0.05


def test_a_census_leaves_nothing_to_chance() -> None:
    assert wilson_interval(63, 94, population=94) == pytest.approx((63 / 94, 63 / 94))
    assert two_proportion_test(63, 94, 87, 111, 94, 111) == 0.0
    assert two_proportion_test(50, 100, 50, 100, 100, 100) == 1.0


@given(counted, st.integers(0, 3000))
def test_the_correction_narrows_an_interval_and_never_past_the_share(
    found: tuple[int, int], more: int
) -> None:
    count, base = found
    low, high = wilson_interval(count, base)
    narrow_low, narrow_high = wilson_interval(count, base, population=base + more)
    assert low - 1e-12 <= narrow_low <= count / base + 1e-12
    assert count / base - 1e-12 <= narrow_high <= high + 1e-12


def test_the_correction_is_n_less_the_replies_over_n_less_one() -> None:
    assert finite_correction(94, 268) == pytest.approx((268 - 94) / 267)
    assert finite_correction(94, None) == 1.0
    assert finite_correction(300, 268) == 0.0
    assert finite_correction(1, 1) == 1.0


def test_a_mean_has_the_normal_interval() -> None:
    values = np.array([5.0, 7.5, 3.0, 9.0, 6.5, 8.0])
    deviation = float(values.std(ddof=1))
    low, high = mean_interval(float(values.mean()), deviation, 6)
    assert high - low == pytest.approx(2 * 1.959964 * deviation / 6**0.5, rel=1e-6)
    assert (low + high) / 2 == pytest.approx(values.mean())


def test_the_difference_of_means_adds_their_variances() -> None:
    low, high = mean_difference((10.0, 3.0, 50), (12.0, 4.0, 40))
    assert (low + high) / 2 == pytest.approx(-2.0)
    assert (high - low) / 2 == pytest.approx(1.959964 * (9 / 50 + 16 / 40) ** 0.5, rel=1e-6)


def test_equal_weights_lose_nothing() -> None:
    assert effective_base(30.0, 30.0) == pytest.approx(30)
    assert effective_base(1 + 1 + 4, 1 + 1 + 16) == pytest.approx(2)
    assert effective_base(0.0, 0.0) == 0.0


@pytest.mark.parametrize("function", [wilson_interval, lambda _, base: mean_interval(0, 1, base)])
def test_a_base_of_nobody_is_refused(function: object) -> None:
    with pytest.raises(ValueError, match="base of at least 1"):
        function(0, 0)  # type: ignore[operator]
