"""Scores of 0 to 100: net, index and bands.

An index is averaged per person first, over the items that the person answered, then over people; so
someone who answered ten items counts no more than someone who answered five. Who answered too few
items (`missing_items`) has no score. Reversed items are turned round before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from generator.model.survey.codebook import Question
from generator.model.survey.finding_specs import Band, FindingSpec
from generator.model.wording.english import counted, listed
from generator.model.wording.finding_notes import MADE_OF
from generator.model.wording.rounding import PER_CENT, round_half_up
from generator.survey.measures.context import Context, MeasuredFigures
from generator.survey.measures.figure import Figure, Variable, Weigh
from generator.survey.measures.numbers import as_they_are, mean_figures
from generator.survey.measures.people import NO_GROUP, People
from generator.survey.measures.shares import Category, cell_of, coded_shares, group_labels

if TYPE_CHECKING:
    from numpy.typing import NDArray


def net(spec: FindingSpec, context: Context) -> MeasuredFigures:
    """Per cent of `options` less per cent of `negative`: from -100 to 100."""
    question = spec.questions[0]
    figures: list[Figure] = []
    for one in context.slices(spec):
        options = one.people.options(question)
        points = np.array(
            [100.0 * (o in spec.options) - 100.0 * (o in spec.negative) for o in options]
        )
        numbers = scored(one.people, question, points)
        variable = Variable("answers", (question,))
        figures += mean_figures(spec, context, one, numbers, variable, lookup(points))
    return MeasuredFigures(tuple(figures), "points", (), group_labels(figures))


def index(spec: FindingSpec, context: Context) -> MeasuredFigures:
    """The mean score of a question, of a theme, or of the whole."""
    figures: list[Figure] = []
    for one in context.slices(spec):
        numbers, variable, weigh = _scores(spec, context, one.people)
        figures += mean_figures(spec, context, one, numbers, variable, weigh)
    bands = band_texts(spec.bands)
    return MeasuredFigures(
        tuple(figures), "index", (), group_labels(figures), bands, (), _notes(spec, context)
    )


def bands(spec: FindingSpec, context: Context) -> MeasuredFigures:
    """The share of people whose score, or number, lies in each band."""
    figures: list[Figure] = []
    for one in context.slices(spec):
        numbers, variable, scores = _scores(spec, context, one.people)
        codes = band_codes(spec.bands, numbers)
        for position, band in enumerate(spec.bands):
            counted = np.arange(len(spec.bands)) == position
            cell = cell_of(spec, one, variable, _in_band(spec.bands, position, scores))
            category: Category = (band.name, counted, cell)
            figures += coded_shares(spec, context, one, codes, len(spec.bands), [category])
    names = tuple(band.name for band in spec.bands)
    notes = _notes(spec, context)
    texts = band_texts(spec.bands)
    return MeasuredFigures(tuple(figures), PER_CENT, names, group_labels(figures), texts, (), notes)


def _scores(
    spec: FindingSpec, context: Context, people: People
) -> tuple[NDArray[np.float64], Variable, Weigh]:
    """Each respondent's score, or number where the question asks for one."""
    questions = context.responses.codebook.questions
    first = questions[spec.questions[0]]
    if first.kind == "number":
        numbers = np.where(people.answered(first.id), people.numbers(first.id), np.nan)
        return numbers, Variable("number", (first.id,)), as_they_are
    return person_scores(questions, people, items_of(spec, people), spec.missing_items)


# ---------------------------------------------------------------- scores of people
def person_scores(
    questions: Mapping[str, Question], people: People, items: Sequence[str], missing: float
) -> tuple[NDArray[np.float64], Variable, Weigh]:
    """Each respondent's score (NaN for none), the variable it is a function of, and how.

    Of one item the variable is the answer itself, so that its index and its percentages are
    protected together.
    """
    points = [option_scores(questions[item], people.options(item)) for item in items]
    if len(items) == 1:
        variable = Variable("answers", (items[0],))
        return scored(people, items[0], points[0]), variable, lookup(points[0])
    total = np.zeros(people.size)
    answered = np.zeros(people.size, dtype=np.int16)
    wanted = np.zeros(people.size, dtype=np.int16)
    for item, table in zip(items, points, strict=True):
        numbers = scored(people, item, table)
        known = ~np.isnan(numbers)
        total += np.where(known, numbers, 0.0)
        answered += known
        wanted += known | (people.codes(item) >= -2)  # blank or preferred not to say: missing
    enough = (answered > 0) & (answered >= missing * wanted)
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = np.where(enough, total / answered, np.nan)
    variable = Variable("score", tuple(items), missing=missing)
    # Noise of thirds and sevenths would split scores that are the same on paper.
    tidy = np.asarray(np.round(scores, 9), dtype=np.float64)
    return tidy, variable, as_they_are


def possible_scores(
    questions: Mapping[str, Question], people: People, items: Sequence[str], most: int
) -> NDArray[np.float64]:
    """Every score that somebody can have who answers some of the items; none if beyond `most`."""
    sums: list[set[float]] = [{0.0}, *(set() for _ in items)]
    for item in items:
        points = option_scores(questions[item], people.options(item))
        added = {float(point) for point in points if not np.isnan(point)}
        for answered in range(len(items) - 1, -1, -1):
            sums[answered + 1] |= {round(s + a, 6) for s in sums[answered] for a in added}
        if sum(map(len, sums)) > most:
            return np.empty(0)
    means = {s / count for count, found in enumerate(sums) if count for s in found}
    return np.array([round(mean, 9) for mean in sorted(means)], dtype=np.float64)


def option_scores(question: Question, options: Sequence[str]) -> NDArray[np.float64]:
    """The score of each option, NaN for one without a score; evenly spaced where none is given."""
    scale = question.own_options
    given = question.scale.scores if question.scale is not None else ()
    scores = list(given) or [100 * (1 - i / max(len(scale) - 1, 1)) for i in range(len(scale))]
    if question.reversed:
        top, low = max(scores), min(scores)
        scores = [top + low - score for score in scores]
    found = dict(zip(scale, scores, strict=True))
    return np.array([found.get(option, np.nan) for option in options], dtype=np.float64)


def scored(people: People, question: str, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """points[answer] of each respondent, NaN where there is no answer."""
    codes = people.codes(question)
    table = np.append(points, np.nan)
    return table[np.where(codes >= 0, codes, len(points))]


def items_of(spec: FindingSpec, people: People) -> tuple[str, ...]:
    """The items that a wave's score is made of; the same in every wave unless `items: own`."""
    return tuple(item for item in spec.questions if people.asked(item))


def _notes(spec: FindingSpec, context: Context) -> tuple[str, ...]:
    """Which items are left out so that waves can be compared, or which waves have others."""
    number = counted(len(spec.questions), "question")
    if spec.left_out:
        waves, rest = listed(spec.waves), counted(len(spec.left_out), "other")
        verb = "is" if len(spec.left_out) == 1 else "are"
        note = f"{MADE_OF} the {number} asked in each of {waves}; {rest} {verb} left out."
        return (" ".join(filter(None, (note, _of_all(spec, context)))),)
    people = [found for wave in spec.waves if (found := context.people(spec, wave)) is not None]
    items = {one.wave: items_of(spec, one) for one in people}
    now = items.get(spec.wave, spec.questions)
    others = [
        f"of {len(found)}{' others' if len(found) >= len(now) else ''} in {wave}"
        for wave, found in items.items()
        if found != now
    ]
    if not others:
        return ()
    number = counted(len(now), "question")
    return (f"{MADE_OF} {number}, but {listed(others)}, so the waves cannot be compared.",)


def _of_all(spec: FindingSpec, context: Context) -> str:
    """That the report's wave has another score of all that was asked in it; '' where it has not."""
    people = context.people(spec, spec.wave)
    more = [item for item in spec.left_out if people is not None and people.asked(item)]
    every = counted(len(spec.questions) + len(more), "question")
    return f"The score of all {every} of {spec.wave} may differ." if more else ""


# ---------------------------------------------------------------- bands
def band_of(limits: Sequence[Band], score: float, decimals: int) -> str | None:
    """The band of a score as it is printed; None where there are no bands."""
    printed = float(round_half_up(score, decimals))
    return next((band.name for band in limits if band.holds(printed)), None)


def band_codes(limits: Sequence[Band], numbers: NDArray[np.float64]) -> NDArray[np.intp]:
    """The position of each number's band, NO_GROUP where there is no number."""
    codes = np.full(len(numbers), NO_GROUP, dtype=np.intp)
    free = ~np.isnan(numbers)
    for position, band in enumerate(limits):
        if band.at_least is not None:
            fits = free & (numbers >= band.at_least - 1e-9)
        elif band.above is not None:
            fits = free & (numbers > band.above + 1e-9)
        else:
            fits = free.copy()
        codes[fits] = position
        free &= ~fits
    return codes


def band_texts(limits: Sequence[Band]) -> dict[str, str]:
    """Band name -> its scores in words: '75 and over', 'over 50', '50 and under'."""
    texts: dict[str, str] = {}
    before: Band | None = None
    for band in limits:
        if band.at_least is not None:
            texts[band.name] = f"{band.at_least:g} and over"
        elif band.above is not None:
            texts[band.name] = f"over {band.above:g}"
        elif before is not None and before.above is not None:
            texts[band.name] = f"{before.above:g} and under"
        elif before is not None:
            texts[band.name] = f"under {before.at_least:g}"
        if before is not None and band is not limits[-1]:
            limit = before.at_least if before.at_least is not None else before.above
            word = "under" if before.at_least is not None else "up to"
            texts[band.name] += f", {word} {limit:g}"
        before = band
    return texts


def lookup(points: NDArray[np.float64]) -> Weigh:
    """The weigh of scores by the index of the answer; an answer without a score adds nothing."""
    table = np.nan_to_num(points)

    def weigh(values: NDArray[Any]) -> NDArray[Any]:
        found: NDArray[np.float64] = table[values.astype(np.intp)]
        return found

    return weigh


def _in_band(limits: Sequence[Band], position: int, scores: Weigh) -> Weigh:
    def weigh(values: NDArray[Any]) -> NDArray[Any]:
        return np.asarray(band_codes(limits, scores(values)) == position, dtype=np.float64)

    return weigh
