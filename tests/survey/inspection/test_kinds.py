from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.survey.inspection.kinds import look_at

YES_NO = {"Yes": 60, "No": 30}


@pytest.mark.parametrize(
    ("heading", "counts", "kind"),
    [
        ("Happy?", YES_NO, "single"),
        ("Hours", {"7": 3, "8": 4, "12.5": 1}, "number"),
        ("Day", {"12/09/2022": 3, "13/09/2022": 4, "14/09/2022": 1}, "date"),
        ("Why?", {f"because of {i}": 1 for i in range(30)}, "text"),
        ("Agree?", {"Agree": 5, "Disagree": 5, "Strongly agree": 3}, "scale"),
        ("All", {"Pay;": 5, "Pay;Leave;": 3, "Leave;": 2}, "multi"),
        ("Contact", {f"a{i}@example.org": 1 for i in range(9)}, "personal"),
        ("What is your name?", {"Ann": 1, "Bo": 1}, "personal"),
        ("Work e-mail address", {"x": 1}, "personal"),
        ("Payroll number", {"123": 1}, "personal"),
        ("Name one thing to change", {f"thing {i}": 1 for i in range(9)}, "text"),
        ("Nothing", {}, "text"),
        ("One who wrote", {"ring me, 0@0\ud7fc0": 1}, "text"),
    ],
)
def test_kinds(heading: str, counts: dict[str, int], kind: str) -> None:
    assert look_at(heading, counts, (";",)).kind == kind


def test_states_stand_apart_from_options() -> None:
    seen = look_at("Happy?", {**YES_NO, "Prefer not to say": 4, "N/A": 2}, (";",))
    assert seen.options == ("Yes", "No")
    assert (seen.prefer_not_to_say, seen.not_applicable) == (("Prefer not to say",), ("N/A",))


def test_not_knowing_is_beside_a_scale_but_an_option_of_a_choice() -> None:
    steps = {"Always": 9, "Sometimes": 9, "Never": 9, "Don't know": 3}
    assert look_at("Often?", steps, ()).not_applicable == ("Don't know",)
    assert "Don't know" in look_at("Happy?", {**YES_NO, "Don't know": 3}, ()).options


def test_bands_are_in_their_own_order() -> None:
    counts = {"55 and over": 9, "Under 25": 8, "35 to 44": 20, "25 to 34": 11, "Unknown": 2}
    assert look_at("Age", counts, ()).options == (
        "Under 25", "25 to 34", "35 to 44", "55 and over", "Unknown",
    )  # fmt: skip


def test_other_comes_after_the_options_however_often_it_was_chosen() -> None:
    counts = {"Other": 60, "Car": 20, "Other (please specify)": 9, "Bus": 30, "Otherwise": 10}
    options = look_at("How?", counts, ()).options
    assert options == ("Bus", "Car", "Otherwise", "Other", "Other (please specify)")


def test_answers_that_were_written_in_are_counted_not_listed() -> None:
    counts = {"Bus": 40, "Car": 40, "on foot": 1, "by boat": 1, "Ann's van": 1}
    seen = look_at("How?", counts, ())
    assert (seen.options, seen.written_in) == (("Bus", "Car"), 3)


def test_commas_within_options_do_not_make_a_choice_of_several() -> None:
    counts = {"Yes, definitely": 50, "Yes, to some extent": 30, "No": 10}
    assert look_at("Good?", counts, (",",)).kind == "single"
    joined = {"Pay, Leave": 5, "Pay": 9, "Leave, Pay": 2, "Leave": 4, "Hours, Pay": 3}
    assert look_at("Which?", joined, (",",)).kind == "multi"


def test_an_option_that_holds_the_comma_is_put_together_again() -> None:
    counts = {
        "Online, Workshops, talks and events": 4,
        "Workshops, talks and events": 3,
        "Online": 5,
        "Mentoring, Workshops, talks and events": 2,
        "Online, Mentoring": 6,
    }
    seen = look_at("Which?", counts, (",",))
    assert seen.kind == "multi"
    assert set(seen.options) == {"Online", "Mentoring", "Workshops, talks and events"}


@given(st.dictionaries(st.text(min_size=1, max_size=40), st.integers(1, 500), max_size=30))
def test_any_answers_have_some_kind(counts: dict[str, int]) -> None:
    seen = look_at("Q", counts, (";", ","))
    assert len(set(seen.options)) == len(seen.options)
