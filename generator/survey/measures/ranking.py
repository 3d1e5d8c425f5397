"""Questions ranked by level or by change: the best five, the largest falls.

What is ranked is decided after disclosure control, so that no place in the order tells of a figure
that is withheld: this module computes every question's figure, and `picked` chooses among the
published ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.config.survey.finding_questions import boxed
from generator.model.findings import Change, Estimate
from generator.model.survey.finding_specs import FindingSpec
from generator.model.wording.rounding import PER_CENT
from generator.survey.measures.context import Context, MeasuredFigures
from generator.survey.measures.figure import Figure
from generator.survey.measures.numbers import mean
from generator.survey.measures.scores import index, net
from generator.survey.measures.shares import percent

_PART = re.compile(r"(?P<stem>.*\S)\s+\[(?P<part>[^\[\]]+)\]")
_COMPUTED = {
    "percent": percent,
    "top_box": percent,
    "bottom_box": percent,
    "net": net,
    "mean": mean,
    "index": index,
}


def ranking(spec: FindingSpec, context: Context) -> MeasuredFigures:
    """The figure of every question that is ranked, labelled with the question's text."""
    figures: list[Figure] = []
    labels = _labels(context, spec.questions)
    unit = PER_CENT
    for question, label in zip(spec.questions, labels, strict=True):
        one = _of_question(spec, context, question)
        computed = _COMPUTED[spec.of or "top_box"](one, context)
        unit = computed.unit
        figures += [
            replace(figure, estimate=replace(figure.estimate, category=label))
            for figure in computed.figures
        ]
    return MeasuredFigures(tuple(figures), unit, labels)


def _of_question(spec: FindingSpec, context: Context, question: str) -> FindingSpec:
    found = context.responses.codebook.questions[question]
    options, negative = spec.options, spec.negative
    if found.scale is not None and spec.of in ("top_box", "bottom_box", "net"):
        options = options or boxed(
            found, "bottom" if spec.of == "bottom_box" else "top", found.scale.top
        )
        negative = negative or boxed(found, "bottom", found.scale.top)
    return replace(spec, questions=(question,), options=options, negative=negative)


def _labels(context: Context, questions: Sequence[str]) -> tuple[str, ...]:
    """A label for each question, all different: its text, or of the parts of one question what
    each asks.
    """
    texts = [context.responses.codebook.questions[question].text for question in questions]
    parts = [_PART.fullmatch(text) for text in texts]
    if len(texts) > 1 and len({one and one["stem"] for one in parts}) == 1:
        texts = [one["part"] if one else text for one, text in zip(parts, texts, strict=True)]
    return tuple(
        text if text not in texts[:at] else f"{text} ({questions[at]})"
        for at, text in enumerate(texts)
    )


def picked(
    spec: FindingSpec,
    categories: tuple[str, ...],
    estimates: tuple[Estimate, ...],
    changes: tuple[Change, ...],
) -> tuple[str, ...]:
    """The questions that the ranking shows, in order; only such whose figure is published.

    Equal figures stay in the order of the questions. Falls hold no question that rose or stayed.
    """
    if spec.pick in ("best", "worst"):
        levels = {
            found.category: found.value
            for found in estimates
            if found.wave == spec.wave and found.value is not None
        }
        sign = -1 if spec.pick == "best" else 1
        ranked = sorted(
            (label for label in categories if label in levels),
            key=lambda label: sign * round(levels[label] or 0.0, 9),
        )
        return tuple(ranked[: spec.number])
    earlier = spec.since or spec.waves[spec.waves.index(spec.wave) - 1]
    differences = {
        change.category: round(change.difference, 9)
        for change in changes
        if (change.earlier, change.later) == (earlier, spec.wave) and change.difference is not None
    }
    kept = [label for label in categories if label in differences]
    if spec.pick == "rises":
        kept = [label for label in kept if differences[label] > 0]
        kept.sort(key=lambda label: -differences[label])
    elif spec.pick == "falls":
        kept = [label for label in kept if differences[label] < 0]
        kept.sort(key=lambda label: differences[label])
    else:
        kept.sort(key=lambda label: -abs(differences[label]))
    return tuple(kept[: spec.number])
