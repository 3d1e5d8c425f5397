"""Building a whole report: the stages one after the other, with all their problems and warnings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.config.workspace import CODEBOOK_FILE, FINDINGS_FILE, NARRATIVE_FILE, Workspace
from generator.errors import InputProblems, Problems
from generator.model.document import Document
from generator.model.frozen import dataclass
from generator.model.issues import Issue
from generator.model.survey.publications import Publication
from generator.pipeline import stages
from generator.pipeline.as_built import keep_built
from generator.pipeline.read_inputs import Inputs, read_inputs
from generator.pipeline.reasons import with_reasons
from generator.pipeline.stage_values import Composed, Computed, Loaded
from generator.pipeline.stages import Announce, silent
from generator.pipeline.timings import Timings


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report before Word, with all that led to it."""

    inputs: Inputs
    loaded: Loaded
    computed: Computed
    composed: Composed
    warnings: tuple[Issue, ...]

    @property
    def document(self) -> Document:
        """The composed document."""
        return self.composed.document


@dataclass(frozen=True, slots=True)
class Built:
    """A built report: its name, its files (name -> bytes), what was read, and warnings.

    inputs: workspace-relative name -> SHA-256. publication: what a copy for publication publishes
    of a survey that has a name, for the register.
    """

    report: str
    files: Mapping[str, bytes]
    inputs: Mapping[str, str]
    warnings: tuple[Issue, ...]
    publication: Publication | None = None


def build_report(
    workspace: Workspace,
    name: str,
    *,
    page_numbers: bool = False,
    public: bool = False,
    overlays: Mapping[str, str | bytes] | None = None,
    timings: Timings | None = None,
    announce: Announce = silent,
) -> Built:
    """Build one report in memory; only the cache is written. Raises InputProblems.

    page_numbers: let LibreOffice count the pages for a contents list. public: the copy for
    publication. overlays: texts that are not saved yet, as read_inputs takes them. announce is
    called with a few words when something begins that may take a second or more.
    """
    clock = timings or Timings()
    inputs = read_inputs(workspace, name, overlays or {})
    prepared = prepare(inputs, public=public, timings=clock, announce=announce)
    built = build_prepared(prepared, page_numbers=page_numbers, timings=clock, announce=announce)
    if not (public or page_numbers or overlays):
        report, word = prepared.loaded.report, built.files[prepared.loaded.file_name]
        keep_built(inputs, report, prepared.document, prepared.warnings, word)
    return built


def build_prepared(
    prepared: Prepared,
    *,
    page_numbers: bool = False,
    timings: Timings | None = None,
    announce: Announce = silent,
) -> Built:
    """The files of a report that is composed, in memory. Raises InputProblems; see build_report."""
    clock, inputs = timings or Timings(), prepared.inputs
    with clock.stage("render"):
        loaded, composed = prepared.loaded, prepared.composed
        word = stages.render(inputs, loaded, composed, announce=announce).word
    if page_numbers and composed.has_contents:
        with clock.stage("pages"):
            word = _with_page_numbers(prepared, word, announce)
    with clock.stage("provenance"):
        return _built(prepared, word)


def prepare(
    inputs: Inputs,
    *,
    public: bool = False,
    timings: Timings | None = None,
    announce: Announce = silent,
) -> Prepared:
    """The stages up to the composed document, and its warnings.

    Raises InputProblems with all problems found: also those of files that were not come to.
    """
    clock = timings or Timings()
    loaded, computed = _load_all(inputs, public, clock, announce)
    try:
        with clock.stage("write"):
            written = stages.write(inputs, loaded, computed)
    except InputProblems as error:
        raise _reasoned(inputs, computed, _with_gaps(inputs, loaded, computed, error)) from error
    computed = stages.publishable(loaded, computed, written)
    try:
        with clock.stage("compose"):
            composed = stages.compose(inputs, loaded, computed.findings, written)
    except InputProblems as error:
        raise _reasoned(inputs, computed, _with_template(inputs, error.problems)) from error
    warnings = tuple(stages.check(inputs, loaded, computed, written, composed))
    return Prepared(inputs, loaded, computed, composed, warnings)


def _load_all(
    inputs: Inputs, public: bool, clock: Timings, announce: Announce
) -> tuple[Loaded, Computed]:
    """Read every input and check it before anything is written; all problems at once."""
    problems = Problems()
    with clock.stage("load"):
        loaded = problems.attempt(lambda: stages.load(inputs, public=public))
    with clock.stage("survey"):
        computed = problems.attempt(lambda: stages.compute(inputs, announce))
    if loaded is None or computed is None:
        from generator.checks.inputs import narrative_problems

        problems.found += narrative_problems(inputs.path(NARRATIVE_FILE), inputs.files)
        raise _with_template(inputs, problems.found)
    return loaded, computed


def _reasoned(inputs: Inputs, computed: Computed, error: InputProblems) -> InputProblems:
    """The problems, those of withheld figures with why these are."""
    return InputProblems(with_reasons(inputs, computed.findings.items, error.problems))


def _with_template(inputs: Inputs, found: Iterable[Issue]) -> InputProblems:
    """The problems, and those of the report template, which was not come to."""
    from generator.checks.inputs import template_problems

    return InputProblems([*found, *template_problems(inputs.workspace, inputs.folder)])


def _with_gaps(
    inputs: Inputs, loaded: Loaded, computed: Computed, error: InputProblems
) -> InputProblems:
    """The problems of a narrative that cannot be written, and what is missing in the report."""
    from generator.checks.inputs import section_problems

    texts = stages.write_texts(inputs, loaded, computed)
    told = (loaded.report, loaded.format, computed.findings, texts.of)
    gaps = section_problems(loaded.narrative, inputs.shown(NARRATIVE_FILE), *told)
    whole = _with_template(inputs, error.problems)
    return InputProblems([*whole.problems, *gaps])


def _with_page_numbers(prepared: Prepared, word: bytes, announce: Announce) -> bytes:
    """The report with page numbers in its contents list, which may itself have moved them once."""
    from generator.publish.page_counts import section_pages

    inputs, composed = prepared.inputs, prepared.composed
    keys = [section.key for section in composed.document.sections]
    cache = stages.cache_folder(inputs) / "pages"
    pages: dict[str, int] = {}
    for _ in range(2):
        found = section_pages(word, keys, cache, lambda: announce("Counting the pages"))
        if found == pages:
            break
        pages = found
        word = stages.render(inputs, prepared.loaded, composed, pages, announce).word
    return word


def _built(prepared: Prepared, word: bytes) -> Built:
    from generator.publish.findings_json import public_json
    from generator.publish.output import PROVENANCE
    from generator.publish.provenance import provenance

    name, read = prepared.inputs.name, prepared.inputs.files.seen
    public, computed = prepared.loaded.report.public, prepared.computed
    findings = public_json(computed.findings) if public else computed.json
    files = {prepared.loaded.file_name: word, "findings.json": findings}
    files[PROVENANCE] = provenance(name, read, files, public)
    publication = _publication(prepared) if public else None
    return Built(name, files, read, prepared.warnings, publication)


def _publication(prepared: Prepared) -> Publication | None:
    """What the report publishes of its survey; None where it has none, or one without a name."""
    from generator.config.survey.codebook_file import load_codebook
    from generator.config.survey.findings_file import load_findings_file
    from generator.publish.register import publication_of

    inputs, findings = prepared.inputs, prepared.computed.findings
    if not findings.items:
        return None
    codebook = load_codebook(inputs.path(CODEBOOK_FILE), inputs.files)
    if not codebook.survey:
        return None
    settings = load_findings_file(inputs.path(FINDINGS_FILE), inputs.files, codebook)
    return publication_of(inputs.name, prepared.loaded.report, codebook, settings, findings)
