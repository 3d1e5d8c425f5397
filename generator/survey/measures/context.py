"""What every measure is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from generator.model.frozen import dataclass
from generator.model.survey.codebook import Codebook
from generator.model.survey.finding_specs import FindingsFile, FindingSpec
from generator.survey.answers.responses import Responses
from generator.survey.measures.figure import Figure, Precision
from generator.survey.measures.grouping import groups_of
from generator.survey.measures.people import Groups, People, people_of


@dataclass(frozen=True, slots=True)
class Context:
    """All answers, and the settings of findings.yaml.

    grouping: questions whose answers are groups of people; how many gave one is the size of a
    group.
    """

    responses: Responses
    settings: FindingsFile
    grouping: frozenset[str] = frozenset()

    def precision(self, spec: FindingSpec) -> Precision:
        """How the figures of a finding are published."""
        settings = self.settings
        return Precision(
            settings.rules, spec.decimals, spec.interval, settings.confidence, settings.correction
        )

    def people(self, spec: FindingSpec, wave: str) -> People | None:
        """The respondents of the finding's cohorts in a wave; None where there are none."""
        return people_of(self.responses, spec.cohorts, wave)

    def slices(self, spec: FindingSpec) -> Iterator[Slice]:
        """The finding's respondents wave by wave, with the groups they fall into."""
        for wave in spec.waves:
            people = self.people(spec, wave)
            if people is not None:
                yield Slice(people, groups_of(spec, people, self.responses.codebook))


@dataclass(frozen=True, slots=True)
class Slice:
    """One wave of a finding."""

    people: People
    groups: Groups


@dataclass(frozen=True, slots=True)
class MeasuredFigures:
    """The figures of a finding before protection, and how they are labelled.

    categories, groups: labels in order, () for none. bands: band name -> the scores it holds.
    quotations: ids. notes: sentences that stand with the figures.
    """

    figures: tuple[Figure, ...]
    unit: str
    categories: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    bands: Mapping[str, str] = field(default_factory=dict)
    quotations: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def grouping_questions(codebook: Codebook, specs: Sequence[FindingSpec]) -> frozenset[str]:
    """Questions that say what group somebody belongs to, so that their answers are group sizes."""
    found = {question for spec in specs for question in spec.by}
    found |= {entry.question for entry in codebook.workforce}
    # Who groups a column in one way makes groups of its answers in every way.
    columns = {codebook.questions[name].source or name for name in found}
    return frozenset(found) | {
        name for name, one in codebook.questions.items() if (one.source or name) in columns
    }
