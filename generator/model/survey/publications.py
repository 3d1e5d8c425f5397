"""What has been published of a survey: the entries of the register of publications."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from generator.model.frozen import dataclass
from generator.model.survey.codebook import Question
from generator.model.survey.finding_specs import FindingSpec


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A figure as it was published; base, count and value None: it was withheld.

    base, count: people, rounded where that report rounded them.
    """

    wave: str
    category: str | None = None
    group: str | None = None
    base: int | None = None
    count: int | None = None
    value: float | None = None


@dataclass(frozen=True, slots=True)
class PublishedFinding:
    """A finding as it was declared, and its figures."""

    spec: FindingSpec
    figures: tuple[PublishedFigure, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """What one report has published of a survey.

    survey: the name that codebooks know it by. report: the report's folder. meeting: when it was
    for. rounding_base: of its counts and bases. questions: those of its findings, as they were.
    """

    survey: str
    report: str
    title: str
    meeting: date
    findings: tuple[PublishedFinding, ...]
    rounding_base: int = 1
    questions: Mapping[str, Question] = field(default_factory=dict)
