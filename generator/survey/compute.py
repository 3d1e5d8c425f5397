"""From a report folder's codebook, findings.yaml and exports to Findings that may be published."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from generator.config.files import Files
from generator.config.schema.schema_check import check
from generator.config.survey.codebook_file import load_codebook
from generator.config.survey.findings_file import load_findings_file
from generator.config.survey.published_file import load_published
from generator.config.workspace import CODEBOOK_FILE, FINDINGS_FILE, PUBLISHED_FILE
from generator.config.yaml.yaml_file import read_yaml
from generator.errors import InputProblems, Problems
from generator.model.announce import Announce, silent
from generator.model.findings import (
    CONFIDENTIAL,
    LOW,
    NOT_AVAILABLE,
    UNRELIABLE,
    Collection,
    Estimate,
    Finding,
    Findings,
    Quotation,
)
from generator.model.survey.codebook import Codebook
from generator.model.survey.finding_specs import DisclosureRules, FindingsFile, FindingSpec
from generator.model.wording.finding_notes import reworded_note
from generator.model.wording.rounding import is_low, rounded_or_none
from generator.survey.answers.free_text import find_personal
from generator.survey.answers.read import read_responses
from generator.survey.answers.responses import Responses
from generator.survey.disclosure.control import withheld_figures
from generator.survey.measures.changes import changes_of
from generator.survey.measures.context import Context, MeasuredFigures, grouping_questions
from generator.survey.measures.figure import Figure
from generator.survey.measures.measure_registry import MEASURES
from generator.survey.measures.offered import Offers, unlikely_gaps
from generator.survey.measures.ranking import picked
from generator.survey.measures.scores import band_of
from generator.survey.measures.titles import (
    definition_of,
    earlier_wordings,
    title_of,
    wording,
)
from generator.survey.method import method_note
from generator.survey.populations import check_headcounts, check_sent
from generator.survey.published_before import earlier_notes, recalled
from generator.survey.questions import question_entries
from generator.survey.quotations import check_quotation_words
from generator.survey.recall import Recall
from generator.survey.survey_rules import QUOTATION_APPROVED, QUOTATION_PERSONAL


def compute_findings(folder: Path, files: Files, announce: Announce = silent) -> Findings:
    """Every finding of a report folder, after disclosure control.

    folder: holds codebook.yaml, findings.yaml and the exports; files: the door they are read
    through; announce: takes a few words where something begins that takes seconds. Raises
    InputProblems with the problems of all three together, as far as they can be told without one
    another.
    """
    responses, settings = read_survey(folder, files)
    return findings_of(responses, settings, announce, recalled(responses, settings, folder, files))


def read_survey(folder: Path, files: Files) -> tuple[Responses, FindingsFile]:
    """All answers of a report folder, and the settings of its findings. Raises InputProblems."""
    problems = Problems()
    codebook = problems.attempt(lambda: load_codebook(folder / CODEBOOK_FILE, files))
    if codebook is None:
        problems.attempt(lambda: check(read_yaml(folder / FINDINGS_FILE, files), "findings"))
        raise InputProblems(problems.found)
    book = codebook
    settings = problems.attempt(lambda: load_findings_file(folder / FINDINGS_FILE, files, book))
    published = problems.attempt(
        lambda: load_published(folder.parent / PUBLISHED_FILE, files, book.survey)
    )
    of_quotations = [found.question for found in book.quotations.values()]
    of_publications = [key for one in published or () for key in one.questions]
    others = {*of_quotations, *(key for key in of_publications if key in book.questions)}
    needed = None if settings is None else {*settings.questions(), *others}
    check_quotations(book, problems)
    responses = problems.attempt(lambda: read_responses(book, folder, files, needed))
    if responses is not None:
        check_sent(responses, problems)
        check_quotation_words(responses, problems)
        check_headcounts(responses, settings, problems)
    if settings is None or responses is None or problems.found:
        raise InputProblems(problems.found)
    return responses, settings


def check_quotations(codebook: Codebook, problems: Problems) -> None:
    """Note every quotation that nobody approved, or whose text may name a person."""
    for found in codebook.quotations.values():
        if not found.approved_by.strip():
            what = f"the quotation {found.id!r} is not approved"
            problems.add(
                QUOTATION_APPROVED,
                found.where,
                what,
                "name the post that approved it under 'approved_by:'",
            )
        finds = find_personal(found.text, codebook.people, approved=True)
        kinds = dict.fromkeys(find.kind for find in finds)
        if kinds:
            what = f"the quotation {found.id!r} may name a person (found: {', '.join(kinds)})"
            problems.add(
                QUOTATION_PERSONAL,
                found.where,
                what,
                "take it out of 'text:' and have that text approved",
            )


def findings_of(
    responses: Responses,
    settings: FindingsFile,
    announce: Announce = silent,
    before: Recall | None = None,
) -> Findings:
    """The findings of some answers. Nothing in the result is unpublished.

    before: what was published of the survey already.
    """
    codebook = responses.codebook
    context = _context(responses, settings)
    computed = measured(responses, settings)
    figures = [figure for one in computed for figure in one.figures]
    withheld, told = _withheld(figures, responses, settings, announce, before)
    keys = [
        spec.key for spec, one in zip(settings.findings, computed, strict=True) for _ in one.figures
    ]
    items = _items(settings, computed, withheld, context)
    collections = tuple(
        _rounded_collection(found, settings.rules) for found in responses.collections
    )
    return Findings(
        wave=settings.wave,
        waves=settings.waves,
        cohorts={key: cohort.name for key, cohort in codebook.cohorts.items()},
        items=items,
        collections=collections,
        questions=question_entries(codebook, settings),
        quotations=_quotations(codebook),
        themes=codebook.themes,
        method=method_note(codebook, collections, settings, items),
        notes=(
            *responses.notes,
            *unlikely_gaps(responses, context),
            *earlier_notes(before, settings, [keys[at] for at in sorted(told)]),
        ),
    )


def _items(
    settings: FindingsFile,
    computed: Sequence[MeasuredFigures],
    withheld: Container[int],
    context: Context,
) -> dict[str, Finding]:
    """The findings by key. withheld: the places of figures among all of them, in their order."""
    items: dict[str, Finding] = {}
    places = count()
    for spec, one in zip(settings.findings, computed, strict=True):
        published = tuple(
            _published(figure, next(places) in withheld, spec, one.unit, settings.rules)
            for figure in one.figures
        )
        if spec.as_needed and all((shown.value or 0.0).is_integer() for shown in published):
            spec = replace(spec, decimals=0)
        items[spec.key] = _finding(spec, one, published, context)
    return items


def _quotations(codebook: Codebook) -> dict[str, Quotation]:
    return {
        one.id: Quotation(one.id, one.cohort, one.wave, one.question, one.text, one.approved_by)
        for one in codebook.quotations.values()
    }


def _withheld(
    figures: Sequence[Figure],
    responses: Responses,
    settings: FindingsFile,
    announce: Announce,
    before: Recall | None,
) -> tuple[set[int], set[int]]:
    """Positions of the figures to withhold, and of those that tell something with earlier ones."""
    known = None
    if before is not None and before.earlier.figures:
        known = (before.responses, settings.rules, announce, before.earlier)
        if settings.rules.published == "protect":
            return withheld_figures(figures, *known), set()
    withheld = withheld_figures(figures, responses, settings.rules, announce)
    if known is None:
        return withheld, set()
    return withheld, withheld_figures(figures, *known, already=withheld) - withheld


def measured(responses: Responses, settings: FindingsFile) -> list[MeasuredFigures]:
    """The figures of each finding before disclosure control, in the order of findings.yaml."""
    context = _context(responses, settings)
    return [MEASURES[spec.measure](spec, context) for spec in settings.findings]


def _context(responses: Responses, settings: FindingsFile) -> Context:
    grouping = grouping_questions(responses.codebook, settings.findings)
    return Context(responses, settings, grouping)


def _rounded_collection(found: Collection, rules: DisclosureRules) -> Collection:
    """How many replied, as published: rounded like every other count."""
    if rules.rounding_base <= 1:
        return found
    excluded = {reason: rules.rounded(count) for reason, count in found.excluded.items()}
    return replace(found, received=rules.rounded(found.received), excluded=excluded)


def _published(
    figure: Figure, withheld: bool, spec: FindingSpec, unit: str, rules: DisclosureRules
) -> Estimate:
    estimate = figure.estimate
    if withheld or not figure.base:
        why = CONFIDENTIAL if withheld else NOT_AVAILABLE
        return Estimate(estimate.wave, None, None, None, estimate.category, estimate.group, why)
    value = estimate.value or 0.0
    mark: str | None = None
    if is_low(value, spec.decimals, unit):
        mark = LOW
    elif figure.base < rules.unreliable_base and not figure.cell.size:
        mark = UNRELIABLE
    band = band_of(spec.bands, value, spec.decimals) if spec.measure == "index" else None
    if figure.weighted:
        estimate = _as_printed(estimate, spec.decimals)
    return replace(estimate, mark=mark, band=band)


def _as_printed(estimate: Estimate, decimals: int) -> Estimate:
    """A weighted figure without a count, and with no more digits than are printed; see `Figure`."""
    numbers = (estimate.value, estimate.low, estimate.high)
    value, low, high = (rounded_or_none(number, decimals) for number in numbers)
    return replace(estimate, value=value, low=low, high=high, count=None)


def _finding(
    spec: FindingSpec, computed: MeasuredFigures, published: tuple[Estimate, ...], context: Context
) -> Finding:
    codebook = context.responses.codebook
    precision = context.precision(spec)
    offers = Offers(spec, context)
    figures = computed.figures
    changes = changes_of(spec, figures, published, computed.unit, precision, offers.comparable)
    categories = computed.categories
    if spec.measure == "ranking":
        categories = picked(spec, categories, published, changes)
        published = tuple(one for one in published if one.category in categories)
        changes = tuple(one for one in changes if one.category in categories)
    questions = [codebook.questions[question] for question in spec.questions]
    return Finding(
        key=spec.key,
        measure=spec.measure,
        cohort=spec.cohorts[0],
        title=title_of(spec, codebook),
        definition=definition_of(spec, codebook),
        unit=computed.unit,
        decimals=spec.decimals,
        waves=spec.waves,
        wave=spec.wave,
        questions=spec.questions,
        question_texts={q.id: wording(q, spec.cohorts[0], spec.wave) for q in questions},
        estimates=published,
        changes=changes,
        categories=categories,
        groups=computed.groups,
        scale=spec.scale,
        bands=computed.bands,
        notes=_notes(spec, computed, codebook, offers),
        quotations=computed.quotations,
    )


def _notes(
    spec: FindingSpec, computed: MeasuredFigures, codebook: Codebook, offers: Offers
) -> tuple[str, ...]:
    notes = [spec.note] if spec.note else []
    notes += computed.notes
    notes += offers.notes(codebook.wave_labels)
    if len(spec.questions) == 1:
        question = codebook.questions[spec.questions[0]]
        earlier = earlier_wordings(question, spec.cohorts, spec.waves, spec.wave)
        for wave, text in earlier.items():
            notes.append(reworded_note(codebook.wave_labels.get(wave, wave), text))
    return tuple(notes)
