"""Answers to the statements: people with feelings first, then each theme brought to its score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from statistics import fmean

POINTS = (
    "Strongly agree",
    "Agree",
    "Neither agree nor disagree",
    "Disagree",
    "Strongly disagree",
)
SCORES = (100, 75, 50, 25, 0)
BLANK = 0.02


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement on the five-point scale. reversed: agreeing with it is bad news."""

    key: str
    text: str
    theme: str
    reversed: bool


@dataclass(slots=True)
class Person:
    """One respondent. levels: key of a statement -> 0 (best answer) to 4, as scores count it."""

    levels: dict[str, int] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)

    def point(self, statement: Statement) -> str:
        """What the person ticked: of a reversed statement the other end; '' for no answer."""
        level = self.levels.get(statement.key)
        if level is None:
            return ""
        return POINTS[4 - level if statement.reversed else level]


def draw_people(size: int, statements: Sequence[Statement], random: Random) -> list[Person]:
    """People whose answers go together: a mood of their own, and a feeling for each theme.

    Statements are easier or harder to agree with, in every wave alike but for a small shift.
    """
    ease = {s.key: Random(s.key).gauss(0, 0.45) + random.gauss(0, 0.12) for s in statements}
    themes = dict.fromkeys(statement.theme for statement in statements)
    people = []
    for _ in range(size):
        mood = random.gauss(0, 0.6)
        feelings = {theme: mood + random.gauss(0, 0.5) for theme in themes}
        person = Person()
        for statement in statements:
            felt = feelings[statement.theme] + ease[statement.key] + random.gauss(0, 0.6)
            if random.random() >= BLANK:
                person.levels[statement.key] = min(4, max(0, round(1.0 - felt)))
        people.append(person)
    return people


def calibrate_theme(
    people: Sequence[Person], items: Sequence[Statement], score: float, random: Random
) -> None:
    """Move single answers a step until the theme's score is `score` when rounded to one decimal.

    The score is the mean over people of each one's mean over the items answered, as the tool counts
    it. Raises ValueError when it cannot be reached.
    """
    for _ in range(20_000):
        missing = score - theme_score(people, items)
        if abs(missing) < 0.02:
            return
        person, item = random.choice(people), random.choice(items)
        level = person.levels.get(item.key)
        step = -1 if missing > 0 else 1
        if level is not None and 0 <= level + step <= 4:
            person.levels[item.key] = level + step
    raise ValueError(f"{items[0].theme} cannot be brought to {score}")


def theme_score(people: Sequence[Person], items: Sequence[Statement]) -> float:
    """The mean over people of their mean scores, those who answered half the items or more."""
    means = []
    for person in people:
        given = [SCORES[person.levels[item.key]] for item in items if item.key in person.levels]
        if 2 * len(given) >= len(items):
            means.append(fmean(given))
    return fmean(means)
