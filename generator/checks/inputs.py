"""What else is wrong in the inputs of a report that cannot be built.

A build stops at the stage that fails. These look at the files that were not come to yet, as far as
they can be judged without the others, so that everything is told at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.config.files import Files
from generator.config.workspace import FINDINGS_FILE, PUBLISHED_FILE, REPORT_FILE, Workspace
from generator.config.yaml.yaml_file import read_yaml
from generator.errors import InputProblems, Problems
from generator.model.issues import Issue, Where

if TYPE_CHECKING:
    from generator.compose.materials import Write
    from generator.model.document import Block
    from generator.model.findings import Findings
    from generator.model.format import Format
    from generator.model.narrative import Narrative
    from generator.model.report import Report


def narrative_problems(path: Path, files: Files) -> list[Issue]:
    """Of a narrative whose findings or report could not be loaded: syntax and names of findings."""
    from generator.narrative.precheck import find_early_problems

    try:
        source = files.text(path)
    except InputProblems as error:
        return list(error.problems)
    declared = _declared(path.with_name(FINDINGS_FILE), files)
    return find_early_problems(source, files.name(path), declared)


def _declared(path: Path, files: Files) -> Collection[str]:
    """The keys of the findings that findings.yaml names, however wrong it is otherwise."""
    try:
        data = read_yaml(path, files).data
    except InputProblems:
        return ()
    groups = data.get("findings") if isinstance(data, dict) else None
    if not isinstance(groups, dict):
        return ()
    return [
        f"{group}.{name}"
        for group, items in groups.items()
        if isinstance(items, dict)
        for name in items
    ]


def template_problems(workspace: Workspace, folder: Path) -> list[Issue]:
    """Of the report template, where report.yaml and the format say which it is."""
    from generator.checks.rule_settings import applied
    from generator.compose.format_phrases import template_names
    from generator.config.format.council_file import load_council
    from generator.config.format.format_file import load_format
    from generator.word.template.template_check import check_template

    try:
        data = read_yaml(folder / REPORT_FILE, workspace.files).data
        key = data.get("format") if isinstance(data, dict) else None
        if not isinstance(key, str):
            return []
        format_ = load_format(workspace, key)
        settings = load_council(workspace, format_.council).council.checks
    except InputProblems:  # told when they were loaded
        return []
    path, files = workspace.templates / format_.template, workspace.files
    names, wanted = template_names(format_), wanted_of(format_)
    found = check_template(path, files.name(path), names, wanted, files.read, settings)
    return list(applied(found, settings))


def wanted_of(format_: Format) -> set[str]:
    """What the template of a format must print: the marking; the title where no row prints it."""
    titled = any(
        row.printed and row.kind == "computed" and (row.source or row.key) == "title"
        for row in format_.front_matter
    )
    marked = format_.marking or format_.exempt_marking
    return {name for name, needed in (("title", not titled), ("marking", marked)) if needed}


def marking_warnings(workspace: Workspace, report: Report, format_: Format) -> Iterator[Issue]:
    """For an exempt report on a template that leaves pages without its marking."""
    if report.exemption is None or not report.marking:
        return
    from generator.word.package.parts import Parts
    from generator.word.package.zip_package import PackageError
    from generator.word.template.page_stories import unmarked_pages
    from generator.word.word_rules import MARKING_UNPRINTED

    path = workspace.templates / format_.template
    try:
        found = list(unmarked_pages(Parts(workspace.files.read(path))))
    except (OSError, InputProblems, LookupError, PackageError):  # told when the report is rendered
        return
    where = Where(workspace.files.name(path))
    mend = f"put it there: {report.marking!r} is not printed"
    yield from (MARKING_UNPRINTED.issue(where, what, mend) for what in dict.fromkeys(found))


def section_problems(
    source: str, named: str, report: Report, format_: Format, findings: Findings, write: Write
) -> list[Issue]:
    """Of the sections of a narrative that cannot be written, and of the sign-offs."""
    from generator.compose.document import find_gaps, gather
    from generator.narrative.precheck import outline

    problems = Problems()
    with problems.collecting():
        materials = gather(report, format_, outline(source, named), findings, write)
        problems.found.extend(find_gaps(materials))
    return problems.found


def typed_figures(
    narrative: Narrative, texts: Mapping[tuple[Where, str], tuple[Block, ...]]
) -> Iterator[Issue]:
    """A warning for each figure in the report's text that no expression produced."""
    from generator.narrative.claims import find_typed_figures
    from generator.narrative.narrative_rules import FIGURE_TYPED

    sections = [
        (one.blocks, Where(narrative.file, one.line, heading=one.title))
        for one in narrative.sections
    ]
    for blocks, where in [*sections, *((written, at) for (at, _), written in texts.items())]:
        for one in find_typed_figures(blocks, where):
            what = f"{one.figure} is typed by hand ({one.sentence!r})"
            place = replace(one.where, words=one.sentence)
            yield FIGURE_TYPED.issue(place, what, "write an expression")


def survey_notes(findings: Findings) -> Iterator[Issue]:
    """A warning for what was assumed when an export was read; a note begins with its file."""
    from generator.survey.survey_rules import EXPORT_NOTE, PUBLISHED_BEFORE

    for note in findings.notes:
        file, _, what = note.partition(": ")
        if file.endswith(PUBLISHED_FILE):
            what, _, mend = what.rpartition("; ")
            yield PUBLISHED_BEFORE.issue(Where(file), what, mend)
        else:
            yield EXPORT_NOTE.issue(Where(file), what)


def appendix_notes(report: Report, files: Files) -> Iterator[Issue]:
    """A warning for what a document placed as an appendix should be rid of before release."""
    paths = [Path(one.path) for one in report.appendices if one.path]
    for path in (path for path in paths if path.suffix.lower() == ".docx"):
        from generator.word.external.review import review

        yield from review(path, files.read)
