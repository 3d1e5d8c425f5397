"""What a question can be answered with."""

from __future__ import annotations

from dataclasses import replace

from generator.model.issues import Where
from generator.model.survey.codebook import OTHER, Question, Scale

ASKED = Question("stay", "Do you plan to stay?", "single", Where("codebook.yaml"))


def test_the_options_of_a_question_with_a_scale_are_the_scales() -> None:
    assert replace(ASKED, options=("Yes", "No")).own_options == ("Yes", "No")
    scale = Scale("agree", ("Agree", "Disagree"))
    assert replace(ASKED, scale=scale).own_options == ("Agree", "Disagree")


def test_answers_that_people_wrote_in_have_an_option_unless_one_is_declared() -> None:
    free = replace(ASKED, options=("Yes", "No"), other=True)
    assert ASKED.every_option == ()
    assert free.every_option == ("Yes", "No", OTHER)
    assert replace(free, options=("Yes", "Other")).every_option == ("Yes", "Other")
