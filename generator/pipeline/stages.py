"""The stages of the way of the data, one function each: frozen values in, a frozen value out.

    read_inputs ─► Inputs                             the report's folder and its door for files
    load        ─► Loaded     report.yaml, sign_offs.yaml, format, council, words, narrative
    compute     ─► Computed   findings of survey/*, or as kept in the cache
    write       ─► Written    the narrative and the texts of report.yaml as blocks
    compose     ─► Composed   the document: numbers and references; no Word yet
    render      ─► Rendered   the parts of the .docx
    check       ─► warnings   what a person should look at before release

No stage holds state: the command line, a batch worker, a browser desk and a test call the same
functions, in threads too. What a stage has read is told in its value's `files`: workspace-relative
name -> SHA-256. A stage raises InputProblems with all the problems that it found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.config.config_rules import FILE_CHANGED
from generator.config.files import ReportFolder, says_nothing
from generator.config.workspace import CODEBOOK_FILE, FINDINGS_FILE, NARRATIVE_FILE, REPORT_FILE
from generator.errors import InputProblems, Problems
from generator.model.announce import Announce as Announce  # whoever calls a stage finds it here
from generator.model.announce import silent as silent
from generator.model.document import Block, Document
from generator.model.findings import NO_FINDINGS, Findings
from generator.model.issues import Issue, Where
from generator.model.report import every_prose
from generator.narrative.by_part import (
    Known,
    PartStore,
    write_kept_narrative,
    write_kept_prose,
)
from generator.pipeline.read_inputs import Inputs
from generator.pipeline.stage_values import (
    Composed,
    Computed,
    Loaded,
    Rendered,
    TextKey,
    Texts,
    Written,
)
from generator.publish.cache import ChartCache, FindingsCache, ShellCache, report_cache
from generator.publish.findings_json import to_json
from generator.publish.kept_heights import HeightCache
from generator.publish.written_cache import WrittenCache

if TYPE_CHECKING:
    from generator.signoff.sign_offs import SignOffs

_NO_PAGES: Mapping[str, int] = MappingProxyType({})


# ---------------------------------------------------------------- load
def load(inputs: Inputs, *, public: bool = False) -> Loaded:
    """Read and check all that is not survey. public: the copy for publication is to be built."""
    from generator.config.quantifiers import load_words
    from generator.config.report.report_file import load_report

    problems = Problems()
    with inputs.files.noted() as read:
        loaded = problems.attempt(lambda: load_report(inputs.workspace, inputs.folder))
        words = problems.attempt(lambda: load_words(inputs.workspace))
        narrative = problems.attempt(lambda: inputs.files.text(inputs.path(NARRATIVE_FILE)))
    if loaded is None or words is None or narrative is None:
        raise InputProblems(problems.found)
    report = replace(loaded.report, public=True) if public else loaded.report
    return Loaded(report, loaded.format, words, narrative, read)


# ---------------------------------------------------------------- compute
def compute(inputs: Inputs, announce: Announce = silent) -> Computed:
    """The findings of a report's survey, from the cache where it can.

    A report whose findings.yaml and codebook.yaml are missing, or hold only comments, has none.
    """
    with inputs.files.noted() as read:
        found = _computed(inputs, announce)
    return replace(found, files=read)


def _computed(inputs: Inputs, announce: Announce) -> Computed:
    # Both are read first: what is too large is refused before the cache asks for its digest.
    blank = [is_blank(inputs, name) for name in (FINDINGS_FILE, CODEBOOK_FILE)]
    cache = FindingsCache(_whole_cache(inputs), inputs.folder, inputs.files)
    if all(blank):
        return Computed(NO_FINDINGS, to_json(NO_FINDINGS))
    kept = cache.get()
    if kept is None:
        announce("Reading the survey exports")
        from generator.survey.compute import compute_findings

        with inputs.files.noted() as read:
            findings = compute_findings(inputs.folder, inputs.files, announce)
        exports = [inputs.workspace.root / name for name in read]
        exports = [path for path in exports if path not in cache.declared]
        _refuse_changed(inputs, exports)
        kept = cache.put(findings, exports)
    return Computed(*kept)


def _refuse_changed(inputs: Inputs, exports: Sequence[Path]) -> None:
    """Figures of a file that changes while it is read would be of no state that it ever had."""
    changed = [path for path in exports if inputs.files.has_changed(path)]
    what, mend = "was changed while it was read", "build again when it is complete"
    if changed:
        raise InputProblems(
            FILE_CHANGED.issue(Where(inputs.files.name(one)), what, mend) for one in changed
        )


def is_blank(inputs: Inputs, name: str) -> bool:
    """Whether a file is missing or says nothing: a new report's survey files are only comments."""
    path = inputs.path(name)
    try:
        return says_nothing(inputs.files.read(path))
    except OSError:
        return not inputs.files.exists(path)


# ---------------------------------------------------------------- write
def write(inputs: Inputs, loaded: Loaded, computed: Computed) -> Written:
    """Evaluate the expressions of the narrative and of report.yaml, and make blocks of both.

    What was written before is taken from the cache. Problems of the narrative are raised; those of
    a text of report.yaml when it is composed, since not every text is printed.
    """
    known, store = _known(inputs, loaded, computed), _written_cache(inputs, loaded, computed)
    with inputs.files.noted() as read:
        shown = inputs.shown(NARRATIVE_FILE)
        narrative = write_kept_narrative(loaded.narrative, shown, known, store)
        texts = _write_texts(loaded, known, store)
    store.flush()
    return Written(narrative, texts, read)


def write_texts(inputs: Inputs, loaded: Loaded, computed: Computed) -> Texts:
    """The texts of report.yaml as blocks, also where the narrative cannot be written."""
    known, store = _known(inputs, loaded, computed), _written_cache(inputs, loaded, computed)
    return _write_texts(loaded, known, store)


def _known(inputs: Inputs, loaded: Loaded, computed: Computed) -> Known:
    folder = ReportFolder(inputs.folder, inputs.files, computed.findings.collections)
    return Known(computed.findings, loaded.report, loaded.words, folder)


def _written_cache(inputs: Inputs, loaded: Loaded, computed: Computed) -> WrittenCache:
    from generator.narrative.expressions.report_texts import report_as_named

    told = (report_as_named(loaded.report), repr(loaded.words))
    made_from = (computed.json, *(text.encode() for text in told))
    return WrittenCache(cache_folder(inputs), made_from)


def _write_texts(loaded: Loaded, known: Known, store: PartStore) -> Texts:
    blocks: dict[TextKey, tuple[Block, ...]] = {}
    problems: dict[TextKey, tuple[Issue, ...]] = {}
    for prose in every_prose(loaded.report):
        key = (prose.where, prose.text)
        try:
            blocks[key] = write_kept_prose(prose, known, store)
        except InputProblems as error:
            problems[key] = error.problems
    return Texts(blocks, problems)


def publishable(loaded: Loaded, computed: Computed, written: Written) -> Computed:
    """The findings of a copy for publication, without those that only exempt appendices print."""
    if not loaded.report.public or not any(one.exemption for one in loaded.report.appendices):
        return computed
    from generator.compose.public_findings import public_findings

    texts, known = written.texts.blocks.values(), computed.findings
    found = public_findings(loaded.report, loaded.format, written.narrative, texts, known)
    return computed if found is known else replace(computed, findings=found, json=to_json(found))


# ---------------------------------------------------------------- compose
def compose(inputs: Inputs, loaded: Loaded, findings: Findings, written: Written) -> Composed:
    """Put metadata, narrative and findings in the order and with the numbers of the format.

    Raises InputProblems also for a copy for publication that may not be published yet.
    """
    from generator.compose.document import compose_document, gather
    from generator.compose.printed_quotes import with_quotes
    from generator.compose.public_copy import awaited_sign_offs, check_public_copy
    from generator.signoff.shown_states import with_states

    with inputs.files.noted() as read:
        parts = (loaded.report, loaded.format, written.narrative, findings)
        materials = gather(*parts, written.texts.of, inputs.files)
        document = with_quotes(compose_document(materials), loaded.format.quotes)
        signed = None if loaded.report.public else _sign_offs(inputs, loaded, document)
    awaited = awaited_sign_offs(materials)
    if signed is None:
        conflicts = tuple(_undecided(inputs, loaded))
        if conflicts:
            raise InputProblems(conflicts)
        check_public_copy(loaded.report, awaited)
        return Composed(document, awaited, read)
    # Last of all, so that nothing which is digested knows what a draft says of its sign-offs.
    return Composed(with_states(document, signed.rows), awaited, read, signed)


def _undecided(inputs: Inputs, loaded: Loaded) -> Iterator[Issue]:
    from generator.merge.undecided import undecided

    own = inputs.files.text(inputs.path(REPORT_FILE))
    sources = {loaded.report.file: own, inputs.shown(NARRATIVE_FILE): loaded.narrative}
    return undecided(sources)


def _sign_offs(inputs: Inputs, loaded: Loaded, document: Document) -> SignOffs:
    from generator.signoff.ledger import read_ledger
    from generator.signoff.sign_offs import LEDGER_FILE, sign_offs_of

    ledger = read_ledger(inputs.path(LEDGER_FILE), inputs.files)
    return sign_offs_of(loaded.report, loaded.format, document, ledger, inputs.files.digest)


# ---------------------------------------------------------------- render
def render(
    inputs: Inputs,
    loaded: Loaded,
    composed: Composed,
    pages: Mapping[str, int] = _NO_PAGES,
    announce: Announce = silent,
) -> Rendered:
    """The document in the report template. pages: of the contents list, by section key."""
    from generator.word.render import parts_on_shell

    folder, document, files = cache_folder(inputs), composed.document, inputs.files
    template = inputs.workspace.templates / loaded.format.template
    with files.noted() as read:
        shell = ShellCache(folder, files.read).render(document, template)
        charts = ChartCache(folder, lambda: announce(_DRAWING))
        heights = HeightCache(folder)
        parts = parts_on_shell(document, shell, template, charts, pages, files.read, heights)
        charts.flush()
        heights.flush()
    return Rendered(parts, read)


_DRAWING = "Drawing the charts"


def cache_folder(inputs: Inputs) -> Path:
    """Where what is made of a report under its present survey settings is kept."""
    return report_cache(_whole_cache(inputs), inputs.folder, inputs.files)


def _whole_cache(inputs: Inputs) -> Path:
    return inputs.workspace.output / ".cache"


# ---------------------------------------------------------------- check
def check(
    inputs: Inputs, loaded: Loaded, computed: Computed, written: Written, composed: Composed
) -> Iterator[Issue]:
    """A warning for each thing that a person should look at before release."""
    from generator.checks.inputs import (
        appendix_notes,
        marking_warnings,
        survey_notes,
        typed_figures,
    )
    from generator.checks.printed_places import with_printed_places
    from generator.compose.public_copy import awaited_note

    yield from survey_notes(computed.findings)
    typed = typed_figures(written.narrative, written.texts.blocks)
    yield from with_printed_places(typed, composed.document)
    yield from appendix_notes(loaded.report, inputs.files)
    yield from marking_warnings(inputs.workspace, loaded.report, loaded.format)
    yield from awaited_note(loaded.report, composed.awaited)
    yield from _undecided(inputs, loaded)
