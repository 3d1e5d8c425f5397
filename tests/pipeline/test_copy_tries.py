"""Finding the edits that have to be given up."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.pipeline.copy_tries import Group, to_give_up

EDITS = [(number,) for number in range(16)]


@pytest.mark.parametrize(
    "guilty", [{(0,)}, {(15,)}, {(3,), (4,)}, {(2,), (9,), (15,)}, set(), set(EDITS)]
)
def test_only_edits_that_do_harm_are_given_up(guilty: set[Group]) -> None:
    def fault(others: Mapping[Group, str]) -> str:
        left = sorted(guilty - others.keys())
        return f"{left[0][0]} does harm" if left else ""

    found = to_give_up(EDITS, {}, fault)
    assert found == {one: f"{one[0]} does harm" for one in guilty}


def test_of_two_edits_that_only_do_harm_together_one_goes() -> None:
    def fault(others: Mapping[Group, str]) -> str:
        return "" if {(1,), (12,)} & others.keys() else "they clash"

    assert len(to_give_up(EDITS, {}, fault)) == 1


def test_one_harmful_edit_of_many_takes_few_tries() -> None:
    tried: list[int] = []

    def fault(others: Mapping[Group, str]) -> str:
        tried.append(len(others))
        return "" if (700,) in others else "harm"

    to_give_up([(number,) for number in range(1024)], {}, fault)
    assert len(tried) <= 2 * 10 + 1
