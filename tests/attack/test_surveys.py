"""A few random surveys attacked each time; `make attack` goes on for as long as one likes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.attack.__main__ import main
from tests.attack.surveys import random_survey, wider_survey


@pytest.mark.parametrize("seed", range(16))
def test_no_solver_works_out_what_is_withheld_in_a_random_survey(seed: int) -> None:
    assert random_survey(seed).leaks() == []


@pytest.mark.parametrize("seed", range(8))
def test_nor_in_one_with_areas_that_are_made_of_services(seed: int) -> None:
    assert wider_survey(seed).leaks() == []


@pytest.mark.parametrize("seed", [9248, 20665, 20874, 30385, 70584, 300795, 310364, 330063])
def test_what_once_was_worked_out_stays_withheld(seed: int) -> None:
    # Of a part by the whole; of groups that an earlier report counted together; of figures that are
    # withheld for other reasons than an earlier report; of a part by two services of the whole
    # together, and by both cohorts; of a question by itself, which an earlier report told with an
    # index that was taken to tell all of it; of a part by a whole that was withheld itself; of a
    # group of one cohort beside groups of two, which an earlier report told; of groups by two
    # questions, beside single groups that are withheld.
    assert random_survey(seed).leaks() == []


@pytest.mark.parametrize("seed", [3, 11, 14])
def test_nor_what_the_public_files_of_one_withhold(seed: int, tmp_path: Path) -> None:
    assert random_survey(seed).leaks_outside(tmp_path / "workspace") == []


def test_the_public_files_say_what_the_findings_say(tmp_path: Path) -> None:
    survey = random_survey(3)
    seen = survey.outside(tmp_path / "workspace")
    found = survey.findings().items
    assert {key: one.estimates for key, one in seen.findings.items.items()} == {
        key: one.estimates for key, one in found.items()
    }
    shown = [one for each in found.values() for one in each.estimates if one.value is not None]
    assert seen.shown() == len(shown) > 5
    estimate = replace(shown[0], value=None, mark="[c]")
    key = next(key for key, one in found.items() if shown[0] in one.estimates)
    items = {key: replace(found[key], estimates=(estimate,))}
    leaking = replace(seen, findings=replace(seen.findings, items=items))
    assert len(leaking.told()) >= 2  # in the table, and in the chart and its workbook


def test_the_same_number_makes_the_same_survey() -> None:
    assert random_survey(7).rows == random_survey(7).rows
    assert random_survey(7).yaml != random_survey(8).yaml


def test_the_surveys_withhold_something_to_be_attacked() -> None:
    withheld = [
        estimate
        for seed in range(4)
        for finding in random_survey(seed).findings().items.values()
        for estimate in finding.estimates
        if estimate.value is None
    ]
    assert len(withheld) > 10


def test_the_command_says_how_many_it_attacked_and_where_to_go_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(0, 3) == 0
    assert capsys.readouterr().out == "1 surveys attacked, 0 leak; go on with SEED=4\n"
