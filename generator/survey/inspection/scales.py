"""Answer scales as surveys write them, so that a draft codebook has them in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.model.frozen import dataclass
from generator.survey.likeness import fold

_ANCHORED = re.compile(r"^(\d{1,2})\s*(?:[-:(=.]|$)\s*\(?(.*?)\)?$")

PREFER_NOT = frozenset(
    (
        "prefer not to say", "prefer not to answer", "i prefer not to say", "rather not say",
        "i would rather not say", "i'd rather not say", "decline to answer", "undisclosed",
        "i'd prefer not to say", "i would prefer not to say", "do not wish to disclose",
    )
)  # fmt: skip
NOT_APPLICABLE = frozenset(
    (
        "not applicable", "n/a", "does not apply", "doesn't apply", "not applicable to me",
        "not applicable to my role", "not relevant", "does not apply to me", "na",
        "not applicable / don't know",
    )
)  # fmt: skip

DO_NOT_KNOW = frozenset(
    (
        "don't know", "i don't know", "do not know", "i do not know", "not sure", "unsure",
        "no opinion", "can't say", "cannot say", "don't know / not sure", "i'm not sure",
        "i don't understand this question", "i do not understand the question",
    )
)  # fmt: skip
TEST_MARKS = frozenset(("test", "test answer", "test response", "test test", "this is a test"))


@dataclass(frozen=True, slots=True)
class KnownScale:
    """A kind of scale: steps from the most to the least, each with its usual wordings."""

    key: str
    steps: tuple[frozenset[str], ...]

    def order(self, answers: Sequence[str]) -> list[str] | None:
        """The answers from first step to last; None where one of them is no step of this scale.

        Two wordings of one step ('Agree', 'Tend to agree') keep the order of the steps' lists.
        """
        places: list[tuple[int, str]] = []
        for answer in answers:
            folded = fold(answer)
            place = next((i for i, step in enumerate(self.steps) if folded in step), None)
            if place is None:
                return None
            places.append((place, answer))
        if len({place for place, _ in places}) < len(places):
            return None
        return [answer for _, answer in sorted(places, key=lambda item: item[0])]


def _scale(key: str, *steps: str) -> KnownScale:
    return KnownScale(key, tuple(frozenset(step.split("|")) for step in steps))


KNOWN_SCALES: tuple[KnownScale, ...] = (
    _scale(
        "agreement",
        "strongly agree|agree strongly|completely agree|definitely agree|totally agree",
        "agree|mostly agree",
        "tend to agree|slightly agree|somewhat agree|partly agree|agree slightly|agree somewhat",
        "neither agree nor disagree|neither agree or disagree|neutral|neither|undecided"
        "|neither agree/disagree|not sure",
        "tend to disagree|slightly disagree|somewhat disagree|partly disagree|disagree slightly"
        "|disagree somewhat",
        "disagree|mostly disagree",
        "strongly disagree|disagree strongly|completely disagree|definitely disagree"
        "|totally disagree",
    ),
    _scale(
        "satisfaction",
        "very satisfied|extremely satisfied|completely satisfied",
        "satisfied|fairly satisfied|quite satisfied|mostly satisfied",
        "somewhat satisfied|slightly satisfied",
        "neither satisfied nor dissatisfied|neither satisfied or dissatisfied|neutral|neither",
        "somewhat dissatisfied|slightly dissatisfied",
        "dissatisfied|fairly dissatisfied|quite dissatisfied|mostly dissatisfied",
        "very dissatisfied|extremely dissatisfied|completely dissatisfied",
    ),
    _scale(
        "frequency",
        "always|all the time|all of the time|every time",
        "almost always|nearly always|nearly all the time",
        "very often|most of the time|mostly|very frequently",
        "often|frequently|regularly|usually|a lot of the time|fairly often",
        "sometimes|some of the time|now and then",
        "occasionally|from time to time|once in a while",
        "rarely|seldom|not often|infrequently|not very often",
        "very rarely|almost never|hardly ever|hardly at all",
        "never|not at all|none of the time",
    ),
    _scale(
        "how_often",
        "several times a day|more than once a day",
        "daily|every day|once a day",
        "several times a week|more than once a week|most days|2-3 times a week",
        "weekly|every week|once a week|at least weekly",
        "fortnightly|every two weeks|every fortnight|every other week|twice a month",
        "every three weeks|every 3 weeks",
        "monthly|every month|once a month|at least monthly",
        "most months",
        "every six weeks|every 6 weeks",
        "every two months|every other month|bi-monthly",
        "quarterly|every three months|every two or three months|every few months|every 3 months",
        "twice a year|every six months|six monthly|every 6 months",
        "yearly|annually|once a year|every year",
        "less often|less than monthly|less frequently|less than once a year",
        "never|not at all",
    ),
    _scale(
        "days",
        "every day|all days|each day",
        "most days|on most days",
        "some days|on some days|a few days",
        "few days|hardly ever|rarely|hardly any days",
        "never|no days|none",
    ),
    _scale(
        "extent",
        "to a very great extent|completely|fully|entirely",
        "to a great extent|a great deal|very much|a lot",
        "to a large extent|quite a lot|mostly",
        "to a moderate extent|moderately|a moderate amount",
        "to some extent|somewhat|partly|a little|in part|partially",
        "to a small extent|to a limited extent|slightly|not much|not very much|very little",
        "not at all|to no extent|none at all",
    ),
    _scale(
        "quality",
        "excellent|outstanding",
        "very good",
        "good",
        "fair|average|satisfactory|ok|okay|adequate|neither good nor poor",
        "poor|bad|inadequate",
        "very poor|very bad|terrible",
    ),
    _scale(
        "likelihood",
        "extremely likely|definitely",
        "very likely|definitely will|highly likely",
        "likely|fairly likely|quite likely|probably|probably will",
        "somewhat likely|possibly",
        "neither likely nor unlikely|neutral|unsure|not sure|neither",
        "somewhat unlikely",
        "unlikely|fairly unlikely|quite unlikely|probably not|not very likely",
        "very unlikely|definitely not|highly unlikely|not at all likely",
        "extremely unlikely",
    ),
    _scale(
        "importance",
        "extremely important|essential",
        "very important",
        "important|fairly important|quite important",
        "moderately important|somewhat important",
        "slightly important|of little importance",
        "not very important|unimportant",
        "not at all important|not important",
    ),
    _scale(
        "confidence",
        "extremely confident",
        "very confident",
        "confident|fairly confident|quite confident|mostly confident",
        "somewhat confident|moderately confident|neither confident nor unconfident",
        "slightly confident|not very confident|not so confident",
        "not confident|not at all confident",
    ),
    _scale(
        "change",
        "much better|significantly better|improved a lot|a lot better",
        "better|slightly better|a little better|somewhat better|improved",
        "about the same|the same|no change|stayed the same|unchanged",
        "worse|slightly worse|a little worse|somewhat worse|got worse",
        "much worse|significantly worse|a lot worse",
    ),
)


def recognise_scale(answers: Iterable[str]) -> tuple[str, list[str]] | None:
    """(name, answers in order) where the answers are steps of one known scale, at least three.

    Numbers with words at their ends ('1 (Never)', '2', ... '5 - Always') are a scale as well.
    """
    distinct = list(answers)
    if len(distinct) < 3:
        return None
    for scale in KNOWN_SCALES:
        ordered = scale.order(distinct)
        if ordered is not None:
            return scale.key, ordered
    return _anchored(distinct)


def _anchored(answers: list[str]) -> tuple[str, list[str]] | None:
    numbered: list[tuple[int, str]] = []
    worded = 0
    for answer in answers:
        found = _ANCHORED.match(answer.strip())
        if not found:
            return None
        worded += bool(found.group(2))
        numbered.append((int(found.group(1)), answer))
    numbers = {number for number, _ in numbered}
    if not 1 <= worded <= 2 or len(numbers) < len(answers) or max(numbers) > 10:
        return None
    return "points", [answer for _, answer in sorted(numbered, reverse=True)]
