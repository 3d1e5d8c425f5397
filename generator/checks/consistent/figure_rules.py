"""The rules of what a paper says of figures."""

from __future__ import annotations

from generator.model.issues import Rule

_CODE = "Code of Practice for Statistics, Q3"

SHARE_IMPOSSIBLE = Rule(
    "consistent.impossible",
    "consistent",
    "error",
    "A per cent cannot come from the number of people named with it, is more than all of them, or "
    "more people are counted than there are.",
    "Check the figure and its base.",
    _CODE,
)
SHARE_UNATTAINABLE = Rule(
    "consistent.share-of-base",
    "consistent",
    "warning",
    "No number of the people named with a per cent gives it, such as 33% of 10.",
    "Check both. Where fewer answered that question, or the figures are weighted, say so.",
    _CODE,
)
QUANTIFIER_WRONG = Rule(
    "consistent.quantifier",
    "consistent",
    "error",
    "A word for a proportion stands with a per cent that it does not mean, as 'most' with 23%, "
    "or a stronger word with a lower figure than a weaker one.",
    "Write another word, or only the figure.",
)
QUANTIFIER_LOOSE = Rule(
    "consistent.loose-words",
    "consistent",
    "hint",
    "Words for proportions follow no scale in this paper: one stands with figures far apart, or a "
    "stronger word with a lower figure than a weaker one has.",
    "Choose the words from one scale, and print the figure beside each.",
)
DIRECTION_WRONG = Rule(
    "consistent.direction",
    "consistent",
    "error",
    "A word of direction stands with figures that moved another way, such as 'rose from 5% to 3%'.",
    "Correct the word or the figure.",
)
POINTS_MEANT = Rule(
    "consistent.points",
    "consistent",
    "error",
    "A change between two per cents is told in per cent: from 40% to 52% is 12 percentage points, "
    "or 30 per cent.",
    "Write 'percentage points'.",
    _CODE,
)
POINTS_UNCLEAR = Rule(
    "consistent.points-unclear",
    "consistent",
    "hint",
    "A share is said to have changed by so many per cent, which may mean percentage points.",
    "Say 'percentage points', or name both figures.",
)
PRECISION_MIXED = Rule(
    "consistent.precision",
    "consistent",
    "warning",
    "Figures beside one another are rounded differently, or one lacks its sign: 36.1%, 1.68%, 0.8.",
    "Round them alike; whole per cents in prose.",
    _CODE,
)
SIGNS_MIXED = Rule(
    "consistent.per-cent",
    "consistent",
    "hint",
    "The paper writes '%' in one place and 'per cent' or 'percent' in another.",
    "Write it one way in the text.",
)
FIGURE_TWICE = Rule(
    "consistent.figure-twice",
    "consistent",
    "error",
    "The same is said twice with different figures.",
    "Find out which is right.",
    _CODE,
)
FIGURE_RESTATED = Rule(
    "consistent.figure-restated",
    "consistent",
    "warning",
    "Two sentences of other words seem to say the same with different figures.",
    "Find out which is right, or say of whom and when each of them is.",
    _CODE,
)
TOTAL_WRONG = Rule(
    "consistent.total",
    "consistent",
    "error",
    "A total in a table is not the sum of its parts, even allowing for rounding.",
    "Add up again, or say why the parts do not add up.",
    _CODE,
)
