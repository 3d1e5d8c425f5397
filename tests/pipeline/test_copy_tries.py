"""Finding the edits that have to be given up."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.pipeline.copy_tries import EditGroup, to_give_up

EDITS = [EditGroup((number,)) for number in range(16)]


@pytest.mark.parametrize("guilty", [{0}, {15}, {3, 4}, {2, 9, 15}, set(), set(range(16))])
def test_only_edits_that_do_harm_are_given_up(guilty: set[int]) -> None:
    def fault(others: Mapping[EditGroup, str]) -> str:
        left = sorted(guilty - {one.reads[0] for one in others})
        return f"{left[0]} does harm" if left else ""

    found = to_give_up(EDITS, {}, fault)
    assert found == {EDITS[one]: f"{one} does harm" for one in guilty}


def test_of_two_edits_that_only_do_harm_together_one_goes() -> None:
    def fault(others: Mapping[EditGroup, str]) -> str:
        return "" if {EDITS[1], EDITS[12]} & others.keys() else "they clash"

    assert len(to_give_up(EDITS, {}, fault)) == 1


def test_one_harmful_edit_of_many_takes_few_tries() -> None:
    tried: list[int] = []

    def fault(others: Mapping[EditGroup, str]) -> str:
        tried.append(len(others))
        return "" if EditGroup((700,)) in others else "harm"

    to_give_up([EditGroup((number,)) for number in range(1024)], {}, fault)
    assert len(tried) <= 2 * 10 + 1
