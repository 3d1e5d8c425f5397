from __future__ import annotations

import random

import pytest

from generator.survey.inspection.scales import recognise_scale


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("agreement", ["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree",
                       "Strongly disagree"]),
        ("agreement", ["Strongly Agree", "Agree", "Neither agree or disagree", "Disagree",
                       "Strongly disagree"]),
        ("agreement", ["Strongly agree", "Tend to agree", "Tend to disagree",
                       "Strongly disagree"]),
        ("frequency", ["Always", "Very Often", "Often", "Sometimes", "Never"]),
        ("frequency", ["All the time", "Regularly", "Sometimes", "Rarely", "Never"]),
        ("frequency", ["Always", "Often", "Occasionally", "Rarely", "Never"]),
        ("days", ["Every day", "Most days", "Some days", "Hardly ever", "Never"]),
        ("how_often", ["Weekly", "Every two weeks", "Monthly", "Less often", "Never"]),
        ("how_often", ["Monthly", "Most months", "Every two or three months", "Less often",
                       "Never"]),
        ("satisfaction", ["Very satisfied", "Fairly satisfied",
                          "Neither satisfied nor dissatisfied", "Fairly dissatisfied",
                          "Very dissatisfied"]),
        ("extent", ["To a great extent", "To some extent", "To a small extent", "Not at all"]),
        ("quality", ["Excellent", "Good", "Fair", "Poor", "Very poor"]),
        ("points", ["5 - Mostly other people", "4", "3", "2", "1", "0 - Mostly me"]),
        ("points", ["10 (Always)", "9", "2", "1 (Never)"]),
    ],
)  # fmt: skip
def test_scales_are_put_in_order_from_any_order(name: str, options: list[str]) -> None:
    shuffled = options[:]
    random.Random(3).shuffle(shuffled)
    assert recognise_scale(shuffled) == (name, options)


@pytest.mark.parametrize(
    "options",
    [["Yes", "No"], ["Often", "Never"], ["1", "2", "3"], ["Yes", "No", "Sometimes"],
     ["Agree", "AGREE", "Disagree"], []],
)  # fmt: skip
def test_other_answers_are_no_scale(options: list[str]) -> None:
    assert recognise_scale(options) is None
