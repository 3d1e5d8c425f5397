"""The people who answer: a few feelings each (and years of life), that go together as in life."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random


@dataclass(slots=True)
class Respondent:
    """One person: feelings (about 0, spread about 1) and the answers given, by question id.

    An answer is a canonical option, a list of options, a number, a text, or None for no answer.
    """

    feelings: dict[str, float]
    answers: dict[str, object] = field(default_factory=dict)

    def pull(self, loads: dict[str, float], noise: float, random: Random) -> float:
        """How strongly this person leans to a question's first option."""
        felt = sum(weight * self.feelings[name] for name, weight in loads.items())
        return float(felt + random.gauss(0, noise))


def draw_respondents(size: int, random: Random) -> list[Respondent]:
    """`size` respondents whose morale, strain and the rest correlate (about -0.5 to 0.55)."""
    return [Respondent(_feelings(random)) for _ in range(size)]


def colour_by_service(people: list[Respondent], question: str, cohort: str) -> None:
    """Give every service a climate of its own, the same in every year, so that groups differ."""
    for person in people:
        random = Random(f"{cohort}/{person.answers[question]}")
        person.feelings["strain"] += random.gauss(0, 0.35)
        person.feelings["morale"] += random.gauss(0, 0.25)


def _feelings(random: Random) -> dict[str, float]:
    morale = random.gauss(0, 1)

    def beside(share: float) -> float:
        return share * morale + (1 - share**2) ** 0.5 * random.gauss(0, 1)

    return {
        "morale": morale,
        "strain": beside(-0.5),
        "supervision": beside(0.45),
        "learning": beside(0.4),
        "voice": beside(0.55),
        "fatigue": random.gauss(0, 1),
        "years": random.gauss(0, 1),
    }
