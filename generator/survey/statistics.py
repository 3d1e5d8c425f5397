"""Intervals and tests for shares, each with a finite population correction.

Sources: Wilson (1927), score interval; Newcombe (1998), Statistics in Medicine 17, 873-890, method
10, for the difference of two independent shares; the pooled z test for two shares. The finite
population correction multiplies the variance by (N - n) / (N - 1): where most of a workforce
replied, little is left to chance (Cochran, Sampling Techniques, 1977, section 2.6). The Wilson
interval takes it as an effective base of n / correction, which is the same as a corrected z.

Staff who reply are not a random sample, and the same people answer each year; both assumptions fail
in part, which the method note says wherever an interval is shown. A share is count / base, 0 to 1.
"""

from __future__ import annotations

from functools import lru_cache
from math import erfc, sqrt
from statistics import NormalDist

Interval = tuple[float, float]


@lru_cache(maxsize=16)
def normal_quantile(confidence: float) -> float:
    """z for a two-sided interval: 1.96 for 0.95. confidence: between 0 and 1."""
    return NormalDist().inv_cdf(0.5 + confidence / 2)


def finite_correction(base: int, population: int | None) -> float:
    """The factor (N - n) / (N - 1) on the variance; 1 where the population is not known."""
    if population is None or population <= 1:
        return 1.0
    return max(0.0, (population - base) / (population - 1))


def wilson_interval(
    count: float, base: float, confidence: float = 0.95, population: int | None = None
) -> Interval:
    """Wilson's interval of the share count / base, as shares. Raises ValueError for a base of 0."""
    if base <= 0:
        raise ValueError("a share needs a base of at least 1")
    share = count / base
    square = normal_quantile(confidence) ** 2 * finite_correction(round(base), population)
    middle = (share + square / (2 * base)) / (1 + square / base)
    half = sqrt(square * (share * (1 - share) / base + square / (4 * base**2))) / (
        1 + square / base
    )
    return max(0.0, middle - half), min(1.0, middle + half)


def two_proportion_test(
    count: float,
    base: float,
    other_count: float,
    other_base: float,
    population: int | None = None,
    other_population: int | None = None,
) -> float:
    """Two-sided p of the pooled z test that two shares are the same; 1 where neither varies."""
    if base <= 0 or other_base <= 0:
        raise ValueError("a share needs a base of at least 1")
    pooled = (count + other_count) / (base + other_base)
    variance = (
        pooled
        * (1 - pooled)
        * (
            finite_correction(round(base), population) / base
            + finite_correction(round(other_base), other_population) / other_base
        )
    )
    difference = count / base - other_count / other_base
    if variance <= 0:
        # Where everybody replied on both sides a difference is a fact, not a matter of chance.
        return 1.0 if abs(difference) < 1e-12 else 0.0
    # 2 * (1 - cdf(z)) would lose all digits for a large z.
    return erfc(abs(difference) / sqrt(2 * variance))


def newcombe_difference(
    count: float,
    base: float,
    other_count: float,
    other_base: float,
    confidence: float = 0.95,
    population: int | None = None,
    other_population: int | None = None,
) -> Interval:
    """Newcombe's interval of count / base - other_count / other_base, as shares."""
    low, high = wilson_interval(count, base, confidence, population)
    other_low, other_high = wilson_interval(other_count, other_base, confidence, other_population)
    share, other = count / base, other_count / other_base
    difference = share - other
    below = sqrt((share - low) ** 2 + (other_high - other) ** 2)
    above = sqrt((high - share) ** 2 + (other - other_low) ** 2)
    return max(-1.0, difference - below), min(1.0, difference + above)


def mean_interval(
    mean: float,
    deviation: float,
    base: float,
    confidence: float = 0.95,
    population: int | None = None,
) -> Interval:
    """The normal interval of a mean. deviation: the sample's standard deviation (n - 1)."""
    if base <= 0:
        raise ValueError("a mean needs a base of at least 1")
    error = deviation * sqrt(finite_correction(round(base), population) / base)
    half = normal_quantile(confidence) * error
    return mean - half, mean + half


def mean_difference(
    first: tuple[float, float, float],
    other: tuple[float, float, float],
    confidence: float = 0.95,
    population: int | None = None,
    other_population: int | None = None,
) -> Interval:
    """The normal interval of a difference of means; each is (mean, deviation, base)."""
    variance = 0.0
    for (_, deviation, base), people in ((first, population), (other, other_population)):
        if base <= 0:
            raise ValueError("a mean needs a base of at least 1")
        variance += deviation**2 / base * finite_correction(round(base), people)
    half = normal_quantile(confidence) * sqrt(variance)
    difference = first[0] - other[0]
    return difference - half, difference + half


def effective_base(weights_sum: float, weights_square_sum: float) -> float:
    """Kish's effective base of weighted answers: (sum w)^2 / sum w^2."""
    return weights_sum**2 / weights_square_sum if weights_square_sum > 0 else 0.0
