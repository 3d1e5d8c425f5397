"""What else is wrong in the inputs of a report that cannot be built.

A build stops at the stage that fails. These look at the files that were not come to yet, as far as
they can be judged without the others, so that everything is told at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.config.workspace import Workspace
from generator.config.yaml.yaml_file import read_text, read_yaml, relative
from generator.errors import InputProblems, Problem, Problems

if TYPE_CHECKING:
    from generator.compose.materials import Write
    from generator.model.findings import Findings
    from generator.model.format import Format
    from generator.model.report import Report


def narrative_problems(path: Path, root: Path) -> list[Problem]:
    """Of a narrative whose findings or report could not be loaded: syntax and names of findings."""
    from generator.narrative.precheck import find_early_problems

    try:
        source = read_text(path, root)
    except InputProblems as error:
        return list(error.problems)
    declared = _declared(path.with_name("findings.yaml"), root)
    return find_early_problems(source, relative(path, root), declared)


def _declared(path: Path, root: Path) -> Collection[str]:
    """The keys of the findings that findings.yaml names, however wrong it is otherwise."""
    try:
        data = read_yaml(path, root).data
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


def template_problems(workspace: Workspace, folder: Path) -> list[Problem]:
    """Of the report template, where report.yaml and the format say which it is."""
    from generator.compose.phrases import template_names
    from generator.config.format.format_file import load_format
    from generator.word.template.template_check import check_template

    try:
        data = read_yaml(folder / "report.yaml", workspace.root).data
        key = data.get("format") if isinstance(data, dict) else None
        if not isinstance(key, str):
            return []
        format_ = load_format(workspace, key)
    except InputProblems:  # told when they were loaded
        return []
    path = workspace.templates / format_.template
    shown = relative(path, workspace.root)
    return check_template(path, shown, template_names(format_), wanted_of(format_))


def wanted_of(format_: Format) -> set[str]:
    """What the template of a format must print: the marking; the title where no row prints it."""
    titled = any(
        row.printed and row.kind == "computed" and (row.source or row.key) == "title"
        for row in format_.front_matter
    )
    marked = format_.marking or format_.exempt_marking
    return {name for name, needed in (("title", not titled), ("marking", marked)) if needed}


def marking_warnings(workspace: Workspace, report: Report, format_: Format) -> Iterator[str]:
    """For an exempt report on a template that leaves pages without its marking."""
    if report.exemption is None or not report.marking:
        return
    from generator.word.package.parts import Parts
    from generator.word.package.zip_package import PackageError
    from generator.word.template.page_stories import unmarked_pages

    path = workspace.templates / format_.template
    try:
        found = list(unmarked_pages(Parts(path.read_bytes())))
    except (OSError, LookupError, PackageError):  # told when the report is rendered
        return
    shown, mend = relative(path, workspace.root), f"put it there: {report.marking!r} is not printed"
    yield from (f"{shown}: {what}; {mend}" for what in dict.fromkeys(found))


def section_problems(
    source: str, named: str, report: Report, format_: Format, findings: Findings, write: Write
) -> list[Problem]:
    """Of the sections of a narrative that cannot be written, and of the sign-offs."""
    from generator.compose.document import find_gaps
    from generator.narrative.precheck import outline

    problems = Problems()
    with problems.collecting():
        problems.found.extend(find_gaps(report, format_, outline(source, named), findings, write))
    return problems.found
