"""All answers of a cohort in a year: leanings from the respondents, counts from the margins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from calibrate import Quota, choose, cut, five_points, numbers_with_mean, pick_several
from respondents import Respondent, colour_by_service, draw_respondents

AGREEMENT = (
    "Strongly agree",
    "Agree",
    "Neither agree nor disagree",
    "Disagree",
    "Strongly disagree",
)
SERVICE = {"sw": "service", "wf": "service_area"}


@dataclass(frozen=True, slots=True)
class Wave:
    """One form in one year: its questions in order, and what its answers add up to."""

    cohort: str
    year: int
    questions: tuple[dict[str, Any], ...]
    margins: dict[str, Any]
    comments: dict[str, Any]

    def margin(self, question: str) -> Any:
        """This year's margin of a question."""
        return self.margins[question][self.year]


def questions_of(questionnaire: list[dict[str, Any]], cohort: str, year: int) -> tuple[Any, ...]:
    """The questions that this cohort was asked in this year, in the form's order."""
    return tuple(
        question
        for question in questionnaire
        if cohort in question.get("cohorts", [cohort]) and year in question.get("waves", [year])
    )


def answer_all(wave: Wave) -> list[Respondent]:
    """The respondents of a wave with every answer given. The same wave gives the same answers."""
    random = Random(f"{wave.cohort}-{wave.year}")
    people = draw_respondents(wave.margins["replies"][wave.year], random)
    for question in sorted(wave.questions, key=lambda q: q["id"] not in SERVICE.values()):
        # Each question has its own stream: a changed margin changes no other question's answers.
        stream = Random(f"{wave.cohort}-{wave.year}-{question['id']}")
        _ANSWER[question["kind"]](wave, question, people, stream)
        if question["id"] in SERVICE.values():
            colour_by_service(people, question["id"], wave.cohort)
    return people


def _answering(
    question: dict[str, Any], people: list[Respondent], size: int, random: Random
) -> list[int]:
    """Positions of those who answer: the tired ones skip more; only those asked are among them."""
    conditions = question.get("asked_of", {})
    asked = [
        i
        for i, person in enumerate(people)
        if all(person.answers[q] == answer for q, answer in conditions.items())
    ]
    patience = {i: -people[i].feelings["fatigue"] + random.gauss(0, 1) for i in asked}
    if size > len(asked):
        raise ValueError(f"{question['id']}: {size} answers of {len(asked)} asked")
    for i, person in enumerate(people):
        person.answers[question["id"]] = "" if i not in patience else None
    return sorted(choose(patience, size))


def _leanings(
    question: dict[str, Any], people: list[Respondent], who: list[int], random: Random
) -> dict[int, float]:
    loads, noise = question.get("loads", {}), question.get("noise", 0.8)
    return {i: people[i].pull(loads, noise, random) for i in who}


def _quotas(
    groups: Mapping[str, Mapping[str, int]], people: list[Respondent], who: list[int]
) -> list[Quota]:
    return [
        Quota(frozenset(i for i in who if people[i].answers[question] == option), count)
        for question, counts in groups.items()
        for option, count in counts.items()
    ]


def _agreement(
    wave: Wave, question: dict[str, Any], people: list[Respondent], random: Random
) -> None:
    margin = wave.margin(question["id"])
    details = margin if isinstance(margin, dict) else {"counts": margin}
    agree, base, disagree = details["counts"]
    who = _answering(question, people, base, random)
    leanings = _leanings(question, people, who, random)
    for_it = choose(leanings, agree, _quotas(details.get("within", {}), people, who))
    rest = {i: -leanings[i] for i in who if i not in for_it}
    against = choose(rest, disagree, _quotas(details.get("against", {}), people, who))
    points = five_points(agree, base, disagree)
    # Within each of the three groups the leanings decide between strong and not.
    for group, first in ((for_it, 0), (set(rest) - against, 2), (against, 3)):
        counts = points[2:3] if first == 2 else points[first : first + 2]
        for i, option in cut({i: leanings[i] for i in group}, counts).items():
            people[i].answers[question["id"]] = AGREEMENT[first + option]


def _choice(wave: Wave, question: dict[str, Any], people: list[Respondent], random: Random) -> None:
    counts = wave.margin(question["id"])
    who = _answering(question, people, sum(counts), random)
    left = set(who)
    remaining = list(counts)
    for option, wanted in question.get("mainly", {}).items():
        at = question["options"].index(option)
        fits = {i: float(_fits(people[i], wanted)) + random.random() / 2 for i in left}
        for i in choose(fits, counts[at]):
            people[i].answers[question["id"]] = option
            left.remove(i)
        remaining[at] = 0
    for i, at in cut(_leanings(question, people, sorted(left), random), remaining).items():
        people[i].answers[question["id"]] = question["options"][at]


def _fits(person: Respondent, wanted: Mapping[str, str]) -> bool:
    return all(person.answers.get(q) == option for q, option in wanted.items())


def _multi(wave: Wave, question: dict[str, Any], people: list[Respondent], random: Random) -> None:
    base, counts = wave.margin(question["id"])
    options, counts = list(question["options"]), list(counts)
    who = _answering(question, people, base, random)
    if "alone" in question:
        at = options.index(question["alone"])
        alone = set(random.sample(who, counts.pop(at)))
        who = [i for i in who if i not in alone]
        for i in alone:
            people[i].answers[question["id"]] = [options[at]]
        del options[at]
    leanings = [_leanings(question, people, who, random) for _ in counts]
    for i, picked in pick_several(leanings, counts, random).items():
        people[i].answers[question["id"]] = [options[at] for at in sorted(picked)]
    for i in random.sample(who, question.get("other", 0)):
        answers = people[i].answers[question["id"]]
        assert isinstance(answers, list)
        answers.append(random.choice(wave.comments["others"][question["id"]]))


def _number(wave: Wave, question: dict[str, Any], people: list[Respondent], random: Random) -> None:
    margin, shape = wave.margin(question["id"]), question["number"]
    who = _answering(question, people, margin["base"], random)
    leanings = _leanings(question, people, who, random)
    drawn = {i: (2.718281828 ** (shape["spread"] * leanings[i])) for i in who}
    for i in random.sample(who, round(shape.get("none", 0) * len(who))):
        drawn[i] = 0.0
    groups: dict[float, list[int]] = {}
    for i in who:
        mean = margin.get("mean") or margin[people[i].answers["contract"]]
        groups.setdefault(mean, []).append(i)
    for mean, group in groups.items():
        values = numbers_with_mean([drawn[i] for i in group], mean, shape["most"], random)
        for i, value in zip(group, values, strict=True):
            people[i].answers[question["id"]] = value


def _text(wave: Wave, question: dict[str, Any], people: list[Respondent], random: Random) -> None:
    bank = wave.comments[question["id"]]
    who = _answering(question, people, round(question["share"] * len(people)), random)
    random.shuffle(who)
    for at, i in enumerate(who):
        if at < len(bank["planted"]):
            people[i].answers[question["id"]] = bank["planted"][at]
            continue
        first, then = bank["first"][at % len(bank["first"])], random.choice(bank["then"])
        people[i].answers[question["id"]] = f"{first}. {then}" if then else first


_ANSWER = {
    "agreement": _agreement,
    "choice": _choice,
    "multi": _multi,
    "number": _number,
    "text": _text,
}
