"""Questions that ask who somebody is."""

from __future__ import annotations

import pytest

from generator.survey.inspection.characteristics import is_characteristic

YES = ("Yes", "No")


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("How do you describe your gender?", ("Woman", "Man", "Other")),
        ("Sex", ("F", "M")),
        ("How do you describe yourself?", ("Man", "Woman", "Non-binary")),
        ("What is your ethnic group?", ("White", "Asian")),
        ("Background", ("White British", "Asian or Asian British", "Black or Black British")),
        ("Do you consider yourself to be disabled?", YES),
        ("Do you have a long-term health condition?", YES),
        ("What is your religion or belief?", ("None", "Christian")),
        ("Sexual orientation", ("Straight", "Gay")),
    ],
)
def test_a_question_about_who_somebody_is_is_known(text: str, options: tuple[str, ...]) -> None:
    assert is_characteristic(text, options)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Which service do you work in?", ("Disabled children", "Fostering")),
        ("Have you had training on disability?", YES),
        ("Do you work with disabled children?", YES),
        ("Do you work full time?", YES),
        ("Which desk is yours?", ("Black", "Grey")),
    ],
)
def test_questions_that_speak_of_others_are_not(text: str, options: tuple[str, ...]) -> None:
    assert not is_characteristic(text, options)
