"""Comments: their state, age and order."""

from __future__ import annotations

from datetime import date

from generator.model.officer_comments import OfficerComment, in_order, newest_day
from generator.model.readings import Reply

TODAY = date(2023, 3, 15)


def comment(
    unit: str = "legal", author: str = "A", day: str = "2023-03-01T09:00:00Z", **about: object
) -> OfficerComment:
    told = {"text": "Why?", "words": "", "resolved": False, "replies": (), "file": "a.docx"}
    return OfficerComment(author=author, date=day, unit=unit, **{**told, **about})  # type: ignore[arg-type]


ANSWER = Reply("B", "2023-03-09", "So.")


def test_a_comment_is_open_answered_or_resolved() -> None:
    made = [comment(), comment(replies=(ANSWER,)), comment(replies=(ANSWER,), resolved=True)]
    assert [one.state for one in made] == ["open", "answered", "resolved"]


def test_its_age_is_in_days_and_unknown_without_a_date() -> None:
    assert comment().age(TODAY) == 14
    assert comment(day="").age(TODAY) is None
    assert comment().age(None) is None


def test_the_newest_day_counts_answers_too() -> None:
    assert newest_day([comment(), comment(replies=(ANSWER,))]) == date(2023, 3, 9)
    assert newest_day([comment(day="soon")]) is None


def test_they_are_listed_by_unit_author_and_age() -> None:
    made = [
        comment("legal", "B"),
        comment("finance", "A"),
        comment("legal", "A", "2023-03-02"),
        comment("legal", "A", ""),
        comment("legal", "A", "2023-03-01"),
    ]
    told = [(one.unit, one.author, one.date[:10]) for one in in_order(made)]
    assert told == [
        ("legal", "A", "2023-03-01"),
        ("legal", "A", "2023-03-02"),
        ("legal", "A", ""),
        ("legal", "B", "2023-03-01"),
        ("finance", "A", "2023-03-01"),
    ]
