"""The way of the data, on one page: load, compute, write, compose, render.

    report.yaml, sign_offs.yaml ─ load ─► Report, Format
    survey/*  ── compute ───────────────► Findings         (or taken from the cache)
    narrative.md + Findings ─ write ────► Narrative
    all of these ── compose ────────────► Document         (numbers and references; no Word yet)
    Document + report template ─ render ► bytes of the .docx

Each stage gathers its problems; they are raised together, and nothing is written when there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from os.path import normpath
from pathlib import Path
from types import MappingProxyType

from generator.config.workspace import Workspace
from generator.errors import InputProblems, Problems, Where
from generator.model.document import Block, Document
from generator.model.findings import Findings
from generator.model.format import Format
from generator.model.frozen import dataclass
from generator.model.narrative import Narrative, Words
from generator.model.report import Prose, Report
from generator.pipeline.timings import Timings
from generator.publish.cache import ComputedFindings, FindingsCache
from generator.publish.file_name import file_name
from generator.publish.findings_json import to_json

NARRATIVE = "narrative.md"
NO_FINDINGS = Findings(wave="", waves=(), cohorts={}, items={}, collections=(), questions=())

Announce = Callable[[str], None]


def _silent(stage: str) -> None:
    """Say nothing of the stage that begins."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A report before Word: the document, its findings, its template, and every input read."""

    name: str
    document: Document
    findings: ComputedFindings
    template: Path
    file_name: str
    inputs: tuple[Path, ...]
    warnings: tuple[str, ...]

    @property
    def has_contents(self) -> bool:
        """Whether a contents list is printed."""
        return any(section.kind == "contents" for section in self.document.sections)


@dataclass(frozen=True, slots=True)
class Built:
    """A built report: its name, its files (name -> bytes), the inputs read, and warnings."""

    report: str
    files: Mapping[str, bytes]
    inputs: tuple[Path, ...]
    warnings: tuple[str, ...]


def build_report(
    workspace: Workspace,
    name: str,
    *,
    page_numbers: bool = False,
    public: bool = False,
    timings: Timings | None = None,
    announce: Announce = _silent,
) -> Built:
    """Build one report in memory; only the cache is written. Raises InputProblems.

    page_numbers: let LibreOffice count the pages for a contents list. public: the copy for
    publication. announce is called with a few words when something begins that may take a second or
    more.
    """
    clock = timings or Timings()
    composed = compose_report(workspace, name, public=public, timings=clock, announce=announce)
    with clock.stage("render"):
        word = _render(workspace, composed, announce)
    if page_numbers and composed.has_contents:
        with clock.stage("pages"):
            word = _with_page_numbers(workspace, composed, word, announce)
    with clock.stage("provenance"):
        return _built(workspace, composed, word)


def compose_report(
    workspace: Workspace,
    name: str,
    *,
    public: bool = False,
    timings: Timings | None = None,
    announce: Announce = _silent,
) -> Composed:
    """The stages up to the composed document. Raises InputProblems with all problems found."""
    from generator.checks.inputs import marking_warnings

    clock = timings or Timings()
    folder = workspace.report_folder(name)
    loaded = _load(workspace, folder, clock, announce)
    if public:
        loaded = replace(loaded, report=replace(loaded.report, public=True))
    narrative, document, texts = _compose(workspace, loaded, clock)
    awaited = _awaited_sign_offs(loaded, narrative)
    return Composed(
        name=folder.name,
        document=document,
        findings=loaded.findings,
        template=workspace.templates / loaded.format.template,
        file_name=file_name(loaded.format.file_name, loaded.report),
        inputs=tuple(_inputs(workspace, loaded)),
        warnings=(
            *loaded.findings.findings.notes,
            *_typed_figures(narrative, texts),
            *_appendix_notes(loaded),
            *marking_warnings(workspace, loaded.report, loaded.format),
            *awaited,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Everything that a report's files say. narrative: its text; named: its name in messages."""

    folder: Path
    report: Report
    format: Format
    words: Words
    findings: ComputedFindings
    narrative: str
    named: str
    files: tuple[str, ...]


def _load(workspace: Workspace, folder: Path, clock: Timings, announce: Announce) -> _Loaded:
    """Read every input and check it before anything is written; all problems at once."""
    from generator.checks.inputs import narrative_problems, template_problems
    from generator.config.quantifiers import load_words
    from generator.config.report.report_file import load_report

    problems = Problems()
    with clock.stage("load"), problems.collecting():
        report, format_, files = load_report(workspace, folder.name)
    with clock.stage("load"), problems.collecting():
        words = load_words(workspace)
    with clock.stage("load"), problems.collecting():
        source, named = _narrative_source(workspace, folder)
    with clock.stage("survey"), problems.collecting():
        findings = load_findings(workspace, folder, announce)
    if problems.found:
        problems.found += narrative_problems(folder / NARRATIVE, workspace.root)
        problems.found += template_problems(workspace, folder)
        problems.raise_any()
    names = (*(file.file for file in files), words.file, named)
    return _Loaded(folder, report, format_, words, findings, source, named, names)


def _awaited_sign_offs(loaded: _Loaded, narrative: Narrative) -> tuple[str, ...]:
    """A warning of the sign-offs still awaited. Raises InputProblems for a report that may not have
    a public copy yet, and is to be one.
    """
    from generator.compose.public_copy import awaited_note, awaited_sign_offs, check_public_copy

    awaited = awaited_sign_offs(loaded.report, loaded.format, narrative)
    if loaded.report.public:
        check_public_copy(loaded.report, awaited)
    return awaited_note(loaded.report, awaited)


Texts = dict[Where, tuple[Block, ...]]
"""What was written for each text of report.yaml, by its place."""


def _compose(
    workspace: Workspace, loaded: _Loaded, clock: Timings
) -> tuple[Narrative, Document, Texts]:
    """Write the narrative and compose the report. Where that fails, what is wrong in the parts that
    were not come to is told too.
    """
    from generator.compose.document import compose_document
    from generator.narrative.write import write_narrative, write_prose

    report, format_, findings = loaded.report, loaded.format, loaded.findings.findings
    known = (findings, report, loaded.words, loaded.folder)

    texts: Texts = {}

    def write(prose: Prose) -> tuple[Block, ...]:
        texts[prose.where] = write_prose(prose, *known)
        return texts[prose.where]

    narrative = None
    try:
        with clock.stage("write"):
            narrative = write_narrative(loaded.narrative, loaded.named, *known)
        with clock.stage("compose"):
            document = compose_document(report, format_, narrative, findings, write)
            return narrative, document, texts
    except InputProblems as error:
        from generator.checks.inputs import section_problems, template_problems

        found = [*error.problems, *template_problems(workspace, loaded.folder)]
        if narrative is None:
            told = (report, format_, findings, write)
            found += section_problems(loaded.narrative, loaded.named, *told)
        raise InputProblems(found) from error


def _inputs(workspace: Workspace, loaded: _Loaded) -> Iterator[Path]:
    """Every file that the report was built from."""
    yield from (workspace.root / name for name in loaded.files)
    yield from loaded.findings.files
    yield from (Path(one.path) for one in loaded.report.appendices if one.path)
    for path in loaded.folder.rglob("*.csv"):
        # csv_table() and csv_chart() name a file from the report's folder.
        if path.relative_to(loaded.folder).as_posix() in loaded.narrative:
            yield path
    yield workspace.templates / loaded.format.template


def _typed_figures(narrative: Narrative, texts: Texts) -> Iterator[str]:
    """A warning for each figure in the report's text that no expression produced."""
    from generator.narrative.claims import find_typed_figures

    sections = [(one.blocks, Where(narrative.file, one.line)) for one in narrative.sections]
    for blocks, where in [*sections, *((written, at) for at, written in texts.items())]:
        for one in find_typed_figures(blocks, where):
            figure = f"{one.figure} is typed by hand ({one.sentence!r})"
            yield f"{one.where}: {figure}; write an expression"


def _appendix_notes(loaded: _Loaded) -> Iterator[str]:
    """A warning for what a document placed as an appendix should be rid of before release."""
    paths = [Path(one.path) for one in loaded.report.appendices if one.path]
    for path in (path for path in paths if path.suffix.lower() == ".docx"):
        from generator.word.external.place import where_of
        from generator.word.external.review import review

        yield from (f"{where_of(path)}: {note}" for note in review(path))


def load_findings(
    workspace: Workspace, folder: Path, announce: Announce = _silent
) -> ComputedFindings:
    """The findings of a report folder, from the cache where it can.

    A report whose findings.yaml and codebook.yaml are missing, or hold only comments, has none.
    Raises InputProblems.
    """
    if is_blank(folder / "findings.yaml") and is_blank(folder / "codebook.yaml"):
        return ComputedFindings(NO_FINDINGS, to_json(NO_FINDINGS))

    cache = FindingsCache(workspace.output / ".cache", folder, workspace.root)
    kept = cache.get()
    if kept is not None:
        return kept
    announce("Reading the survey exports")
    from generator.config.survey.survey_files import load_codebook
    from generator.survey.compute import compute_findings

    findings = compute_findings(folder, workspace.root)
    codebook = load_codebook(folder / "codebook.yaml", workspace.root)
    # By the names that the codebook gives them: a link may point elsewhere the next time.
    exports = [Path(normpath(folder / file.path)) for file in codebook.files]
    return cache.put(findings, exports)


def is_blank(path: Path) -> bool:
    """Whether a file is missing or says nothing: a new report's survey files are only comments."""
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines()
    except OSError:
        return not path.exists()
    return all(not line.strip() or line.lstrip().startswith(b"#") for line in lines)


def _narrative_source(workspace: Workspace, folder: Path) -> tuple[str, str]:
    from generator.config.yaml.yaml_file import read_text, relative

    path = folder / NARRATIVE
    return read_text(path, workspace.root), relative(path, workspace.root)


def _render(
    workspace: Workspace,
    composed: Composed,
    announce: Announce,
    pages: Mapping[str, int] = MappingProxyType({}),
) -> bytes:
    from generator.publish.cache import ChartCache, ShellCache, report_cache
    from generator.word.render import build_on_shell

    folder = workspace.output / ".cache"
    shell = ShellCache(folder).render(composed.document, composed.template)
    drawn = report_cache(folder, composed.name)
    charts = ChartCache(drawn, lambda: announce("Drawing the charts"))
    word = build_on_shell(composed.document, shell, composed.template, charts, pages)
    charts.flush()
    return word


def _with_page_numbers(
    workspace: Workspace, composed: Composed, word: bytes, announce: Announce
) -> bytes:
    """The report with page numbers in its contents list, which may itself have moved them once."""
    from generator.publish.page_counts import section_pages

    keys = [section.key for section in composed.document.sections]
    cache = workspace.output / ".cache" / "pages"
    pages: dict[str, int] = {}
    for _ in range(2):
        found = section_pages(word, keys, cache, lambda: announce("Counting the pages"))
        if found == pages:
            break
        pages = found
        word = _render(workspace, composed, announce, pages)
    return word


def _built(workspace: Workspace, composed: Composed, word: bytes) -> Built:
    from generator.publish.output import PROVENANCE
    from generator.publish.provenance import provenance

    files = {composed.file_name: word, "findings.json": composed.findings.json}
    files[PROVENANCE] = provenance(composed.name, composed.inputs, files, workspace.root)
    return Built(composed.name, files, composed.inputs, composed.warnings)
