"""What differs between two statements, told by kind."""

from __future__ import annotations

from generator.signoff.differences import differences
from generator.signoff.sign_off_states import Difference
from generator.signoff.statements import Statement

OLD = Statement(
    "check",
    "financial",
    ("It costs {budget}.", "Staff agree."),
    (("budget", "£5m"),),
    ("Note the findings.",),
)


def changed(**new: object) -> tuple[Difference, ...]:
    fields = {name: getattr(OLD, name) for name in ("words", "figures", "recommendations")}
    return differences(OLD, Statement("check", "financial", **{**fields, **new}))  # type: ignore[arg-type]


def test_nothing_differs_between_the_same() -> None:
    assert changed() == ()


def test_a_figure_that_changed_is_no_change_of_words() -> None:
    assert changed(figures=(("budget", "£6m"),)) == (Difference("figures", "£5m", "£6m", "budget"),)


def test_words_are_shown_as_they_read_with_their_figures() -> None:
    words = ("It will cost {budget}.", "Staff agree.")
    assert changed(words=words, figures=(("budget", "£6m"),)) == (
        Difference("words", "It costs £5m.", "It will cost £6m."),
        Difference("figures", "£5m", "£6m", "budget"),
    )


def test_a_text_that_came_or_went_stands_alone() -> None:
    assert changed(words=(*OLD.words, "More to come.")) == (
        Difference("words", "", "More to come."),
    )
    assert changed(words=OLD.words[:1]) == (Difference("words", "Staff agree.", ""),)


def test_texts_of_a_stretch_that_changed_are_paired_by_likeness() -> None:
    words = ("A word before all.", "It will cost {budget}.", "Nothing alike")
    old_new = [(one.old, one.new) for one in changed(words=words)]
    assert old_new == [
        ("", "A word before all."),
        ("It costs £5m.", "It will cost £5m."),
        ("Staff agree.", ""),
        ("", "Nothing alike"),
    ]


def test_a_figure_printed_twice_differs_once() -> None:
    old = Statement(
        "check", "financial", figures=(("budget", "£5m"), ("x", "1"), ("budget", "£5m"))
    )
    new = Statement(
        "check", "financial", figures=(("budget", "£6m"), ("x", "1"), ("budget", "£6m"))
    )
    assert differences(old, new) == (Difference("figures", "£5m", "£6m", "budget"),)


def test_only_what_is_covered_differs() -> None:
    new = Statement("check", "financial", ("Other.",), OLD.figures, ("Agree.",))
    assert {one.kind for one in differences(OLD, new)} == {"words", "recommendations"}
    (only,) = differences(OLD, new, ("figures", "recommendations"))
    assert only == Difference("recommendations", "Note the findings.", "Agree.")
