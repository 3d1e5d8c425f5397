"""What was published of a survey before, worked out again from the answers as they are now.

Another report may have its own codebook: other ids, services put together. So questions of an
earlier publication that are not as in this report are read again as they were then, and stand
beside those of this report. Where the figures of a wave come out as they were published, the
answers are the same, and the two reports can be held against each other. Where they do not, answers
have come in, gone or been corrected, and the difference would tell of those few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from math import isclose
from pathlib import Path
from typing import NamedTuple

from generator.config.files import Files
from generator.errors import InputProblems
from generator.model.frozen import dataclass
from generator.model.survey.codebook import Codebook, Question
from generator.model.survey.finding_specs import DisclosureRules, FindingsFile, FindingSpec
from generator.model.survey.publications import Publication, PublishedFigure
from generator.model.wording.english import few_listed
from generator.survey.answers.read import read_responses
from generator.survey.answers.responses import Answers, Responses
from generator.survey.disclosure.earlier import Earlier
from generator.survey.likeness import fold
from generator.survey.measures.context import Context, grouping_questions
from generator.survey.measures.figure import Figure
from generator.survey.measures.measure_registry import MEASURES

_NO_MATTER = frozenset((
    "id", "where", "text", "texts", "codes", "cohorts", "waves", "theme", "unit", "characteristic",
    "offered",
))  # fmt: skip
"""What of a question makes no difference to who gave which answer."""


@dataclass(frozen=True, slots=True)
class Recall:
    """Earlier publications of the survey, as they bear on a report.

    responses: the answers, with the questions of earlier publications beside the report's own.
    changed: publications of answers that have changed since by so few people that the difference
    would tell of them, and the findings that do. unlike: publications that cannot be held against
    the report, and why.
    """

    responses: Responses
    earlier: Earlier = Earlier()
    publications: tuple[Publication, ...] = ()
    changed: tuple[tuple[Publication, tuple[str, ...]], ...] = ()
    unlike: tuple[tuple[Publication, str], ...] = ()


def recall(
    publications: Sequence[Publication],
    responses: Responses,
    settings: FindingsFile,
    folder: Path,
    files: Files,
) -> Recall:
    """Work out earlier publications again. folder, files: where the exports are read."""
    figures: list[Figure] = []
    shown: set[int] = set()
    changed: list[tuple[Publication, tuple[str, ...]]] = []
    unlike: list[tuple[Publication, str]] = []
    for place, publication in enumerate(publications):
        again = _Again(publication, str(place), responses, settings)
        why = again.read(folder, files)
        found = [] if why else list(again.figures())
        lost = dict.fromkeys(one.finding for one in found if one.now is None)
        if why or lost:
            gone = f"{few_listed(list(lost))} cannot be worked out any more"
            unlike.append((publication, why or gone))
            continue
        responses = again.responses
        if few := again.told_of_few(found):
            changed.append((publication, few))
        other = {one.was.wave for one in found if not one.same}
        for one in found:
            if one.now is not None and one.was.wave not in other:
                shown |= {len(figures)} if one.was.base is not None else set()
                figures.append(one.now)
    earlier = Earlier(tuple(figures), frozenset(shown))
    return Recall(responses, earlier, tuple(publications), tuple(changed), tuple(unlike))


class _Found(NamedTuple):
    """A figure as it was published, as it is now (None: there is none), whether these agree."""

    finding: str
    was: PublishedFigure
    now: Figure | None
    same: bool


class _Again:
    """One earlier publication."""

    def __init__(
        self, publication: Publication, name: str, responses: Responses, settings: FindingsFile
    ) -> None:
        self.publication = publication
        self.responses = responses
        rules = replace(settings.rules, rounding_base=1)
        self.settings = replace(settings, rules=rules)
        self.rules = settings.rules
        differing = [key for key in publication.questions if not self._is_as_here(key)]
        self.names = {key: f"{key}@{name}" for key in differing}

    def _is_as_here(self, key: str) -> bool:
        """Whether the report's own question of that id tells the same of everybody."""
        was, now = self.publication.questions[key], self.responses.codebook.questions.get(key)
        if now is None or (was.source and not self._is_as_here(was.source)):
            return False
        names = [one.name for one in fields(Question) if one.name not in _NO_MATTER]
        return all(getattr(was, name) == getattr(now, name) for name in names)

    # ------------------------------------------------------------ answers
    def read(self, folder: Path, files: Files) -> str:
        """Put the questions that differ beside the report's own; why that cannot be, or ''."""
        book = self.responses.codebook
        specs = [finding.spec for finding in self.publication.findings]
        cohorts = {cohort for spec in specs for cohort in spec.cohorts} - set(book.cohorts)
        waves = {wave for spec in specs for wave in spec.waves} - set(book.waves)
        if cohorts or waves:
            return f"there is no {'cohort' if cohorts else 'wave'} {min(cohorts or waves)!r} here"
        if not self.names:
            return ""
        of_filters = {
            one.question: book.questions[one.question]
            for one in (*book.filters.test_answers, *(f.select for f in book.files if f.select))
            if one.question
        }
        theirs = {key: self.publication.questions[key] for key in self.names}
        as_then = replace(book, questions={**of_filters, **self._sources(theirs), **theirs})
        try:
            read = read_responses(as_then, folder, files, set(theirs))
        except InputProblems as error:
            return str(error.problems[0])
        self.responses = self._beside(read)
        return ""

    def _sources(self, questions: Mapping[str, Question]) -> dict[str, Question]:
        """The questions that some are derived from."""
        known = self.publication.questions
        return {one.source: known[one.source] for one in questions.values() if one.source}

    def _beside(self, theirs: Responses) -> Responses:
        """The answers of this report with those of the earlier publication under other ids."""
        book = self.responses.codebook
        added = {
            name: replace(theirs.codebook.questions[key], id=name, source=self._column(key, book))
            for key, name in self.names.items()
        }
        questions = {**book.questions, **added}
        answers: dict[tuple[str, str], Answers] = {}
        for key, found in self.responses.answers.items():
            columns = theirs.answers[key].columns
            more = {name: columns[old] for old, name in self.names.items() if old in columns}
            answers[key] = replace(found, questions=questions, columns={**found.columns, **more})
        return replace(self.responses, codebook=replace(book, questions=questions), answers=answers)

    def _column(self, key: str, book: Codebook) -> str:
        """The id of the report's own question that asks for the same, '' where there is none."""
        was = self.publication.questions[key]
        asked = self.publication.questions[was.source] if was.source else was
        words = _words(asked)
        own = (one for one in book.questions.values() if not one.source and words & _words(one))
        return next((one.id for one in own), self.names.get(was.source, was.source))

    # ------------------------------------------------------------ figures
    def figures(self) -> Iterator[_Found]:
        """Every figure that was published, or withheld, beside what it would be now."""
        specs = [self._here(finding.spec) for finding in self.publication.findings]
        grouping = grouping_questions(self.responses.codebook, specs)
        context = Context(self.responses, self.settings, grouping)
        for spec, finding in zip(specs, self.publication.findings, strict=True):
            computed = MEASURES[spec.measure](spec, context).figures
            places = {
                (one.estimate.wave, one.estimate.category, one.estimate.group): one
                for one in computed
            }
            for was in finding.figures:
                now = places.get((was.wave, was.category, was.group))
                yield _Found(spec.key, was, now, now is not None and self._agrees(was, now))

    def _here(self, spec: FindingSpec) -> FindingSpec:
        """A finding in words of the questions as they are called here."""

        def named(keys: Sequence[str]) -> tuple[str, ...]:
            return tuple(self.names.get(key, key) for key in keys)

        only = {self.names.get(key, key): answers for key, answers in spec.only.items()}
        return replace(spec, questions=named(spec.questions), by=named(spec.by), only=only)

    def _agrees(self, was: PublishedFigure, now: Figure) -> bool:
        if was.base is None or now.cell.external:
            return True
        unit = self.publication.rounding_base
        rounded = DisclosureRules(rounding_base=unit).rounded
        if rounded(now.base) != was.base:
            return False
        if was.count is not None:
            return now.count is not None and rounded(now.count) == was.count
        known = was.value is not None and now.estimate.value is not None
        if unit > 1 or now.weighted or not known:
            return True
        return isclose(was.value or 0.0, now.estimate.value or 0.0, rel_tol=1e-9, abs_tol=1e-9)

    def told_of_few(self, found: Sequence[_Found]) -> tuple[str, ...]:
        """The findings of which what was published and what is now differ by too few people."""
        keys = (one.finding for one in found if not one.same and self._is_of_few(one))
        return tuple(dict.fromkeys(keys))

    def _is_of_few(self, one: _Found) -> bool:
        """Whether the people by whom a figure has changed are too few for a figure of their own."""
        was, now = one.was, one.now
        if now is None or was.base is None:
            return True
        strict, unit = now.cell.breakdown, self.publication.rounding_base
        people = abs(now.base - was.base) - (unit if unit > 1 else 0)
        if people < max(self.rules.base(strict), 1):
            return True
        if was.count is None or now.count is None or now.cell.size:
            return False
        gave = (now.count - was.count) * (1 if now.base > was.base else -1)
        return gave < self.rules.cell(strict) or people - gave < self.rules.cell(strict)


def _words(question: Question) -> set[str]:
    """What an export may call a question: its codes and wordings."""
    texts = (question.text, *question.codes, *(t for some in question.texts.values() for t in some))
    return {fold(text) for text in texts}
