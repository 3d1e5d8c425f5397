"""Labels that have an order of their own keep it; others do not."""

from __future__ import annotations

import pytest

from generator.model.wording.sequence import in_sequence


@pytest.mark.parametrize(
    "labels",
    [
        ["Under 25", "25-34", "35\N{EN DASH}44", "45 to 64", "65+", "Prefer not to say"],
        ["Less than 6 months", "6 months to 1 year", "1 to 2 years", "2-5 years", "Over 5 years"],
        ["Newly qualified", "Up to 1 year", "1 to 3 years", "More than 3 years"],
        ["Grade 9", "Grade 8", "Grade 7"],
        ["£20,000 to £29,999", "£30,000 to £39,999", "£40,000 or more"],
        ["Under 10", "10", "Over 10"],
    ],
)
def test_labels_that_count_up_or_down_are_in_sequence(labels: list[str]) -> None:
    assert in_sequence(labels)


@pytest.mark.parametrize(
    "labels",
    [
        [],
        ["Duty", "Court"],
        ["Python 3", "C++11", "R"],
        ["Team 3", "Team 1", "Team 2"],
        ["Duty", "Court", "Team 1", "Team 2", "Intake"],
        ["Year 1", "Reception"],
    ],
)
def test_other_labels_are_not(labels: list[str]) -> None:
    assert not in_sequence(labels)
