"""`committee format`: councils' formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import (
    InOrder,
    dry_run_option,
    json_option,
    open_workspace,
    print_issues,
    print_json,
    say,
    shown,
    workspace_option,
)

if TYPE_CHECKING:
    from generator.config.workspace import Workspace
    from generator.model.format import Format
    from generator.model.issues import Issue


@click.group(name="format", cls=InOrder, short_help="Look after councils' formats.")
def format_() -> None:
    """Look after councils' formats: the YAML files in config/formats/."""


@format_.command(name="list", short_help="List the formats.")
@workspace_option
@json_option
def list_(workspace: Path | None, as_json: bool) -> None:
    """List the formats of the workspace: name, council, template, and the dates they are valid.
    Exit status 1 when one of them cannot be read.

    \b
    Examples:
      committee format list
    """
    from generator.config.format.format_file import format_names, load_format
    from generator.errors import Problems

    opened, problems = open_workspace(workspace), Problems()
    formats = []
    for name in format_names(opened):
        with problems.collecting():
            formats.append(load_format(opened, name))
    if as_json:
        _print_json(formats, problems.found)
    else:
        _print_formats(formats)
    problems.raise_any()


def _print_json(formats: Sequence[Format], problems: Sequence[Issue]) -> None:
    """The formats that can be read; where others cannot, under `formats` beside the issues."""
    read = [
        {
            "name": f.key,
            "title": f.name,
            "council": f.council,
            "template": f.template,
            "extends": f.extends or None,
            "valid_from": f.valid_from.isoformat() if f.valid_from else None,
            "valid_to": f.valid_to.isoformat() if f.valid_to else None,
        }
        for f in formats
    ]
    if problems:
        print_issues(problems, formats=read)
    else:
        print_json(read)


def _print_formats(formats: Sequence[Format]) -> None:
    from generator.cli.terminal import print_table

    rows = [[f.key, f.council, f.template, _valid(f), f.name] for f in formats]
    print_table(["format", "council", "template", "valid", "title"], rows)


def _valid(format_: Format) -> str:
    """'2022-05-01 on', 'until 2022-08-31', or both days."""
    first, last = format_.valid_from, format_.valid_to
    if first and last:
        return f"{first} to {last}"
    if first:
        return f"{first} on"
    return f"until {last}" if last else "any date"


@format_.command(short_help="Print a format's rules in words.")
@click.argument("name")
@workspace_option
@json_option
def show(name: str, workspace: Path | None, as_json: bool) -> None:
    """Print the rules of the format NAME in words: rows of the front matter, recommendations,
    sections in their order, implications, who signs them off, and how things are numbered.

    \b
    Examples:
      committee format show eastmere-2023
    """
    from generator.cli.terminal import print_text
    from generator.config.format.format_file import load_format
    from generator.model.json_data import as_json_data
    from generator.starters.format_in_words import describe_format

    loaded = load_format(open_workspace(workspace), name)
    if as_json:
        print_json(as_json_data(loaded))
    else:
        print_text(describe_format(loaded))


@format_.command(short_help="Check a format and its report template together.")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@workspace_option
@json_option
def check(names: tuple[str, ...], workspace: Path | None, as_json: bool) -> None:
    """Check formats (default: all): the YAML file, the one it extends, its council's file, and its
    report template. Exit status 1 when anything is wrong.

    \b
    Examples:
      committee format check
      committee format check eastmere-2023
    """
    from generator.config.format.format_file import format_names
    from generator.errors import InputProblems

    opened = open_workspace(workspace)
    _require_formats(opened, names)
    problems: list[Issue] = []
    for name in names or format_names(opened):
        found = check_one(opened, name)
        problems += found
        if not found and not as_json:
            click.echo(f"{name}: nothing is wrong")
    if problems:
        raise InputProblems(problems)
    print_issues(problems)


def _require_formats(workspace: Workspace, names: Sequence[str]) -> None:
    """Raise WrongUsage for all names that are no format of the workspace."""
    from generator.config.format.named_files import named_file
    from generator.errors import Problems, WrongUsage

    missing = Problems()
    for name in names:
        with missing.collecting():
            named_file(workspace.config / "formats", name, "format", None, workspace.files)
    if missing.found:
        raise WrongUsage(missing.found)


def check_one(workspace: Workspace, name: str) -> list[Issue]:
    """Every problem of a format, its council and its template."""
    from generator.checks.inputs import wanted_of
    from generator.checks.rule_settings import applied
    from generator.compose.format_phrases import template_names
    from generator.config.format.council_file import load_council
    from generator.config.format.format_file import load_format
    from generator.errors import Problems
    from generator.model.release.check_settings import RuleSetting
    from generator.word.template.template_check import check_template

    problems = Problems()
    with problems.collecting():
        loaded, settings = load_format(workspace, name), dict[str, RuleSetting]()
        with problems.collecting():
            settings |= load_council(workspace, loaded.council).council.checks
        path = workspace.templates / loaded.template
        where = path.relative_to(workspace.root).as_posix()
        names, wanted = template_names(loaded), wanted_of(loaded)
        found = check_template(path, where, names, wanted, workspace.files.read, settings)
        problems.found.extend(applied(found, settings))
    return problems.found


@format_.command(short_help="Start a new format from another.")
@click.argument("name")
@click.option("--extends", required=True, help="The format that it changes.")
@click.option(
    "--template",
    "template",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A .docx to copy into report_templates/. Default: the other format's.",
)
@click.option(
    "--fit",
    is_flag=True,
    help="Add to the copy what a report template needs; see committee template fit --help.",
)
@click.option("--council", help="The key of the council. Default: the other format's.")
@workspace_option
@dry_run_option
def new(
    name: str,
    extends: str,
    template: Path | None,
    fit: bool,
    council: str | None,
    workspace: Path | None,
    dry_run: bool,
) -> None:
    """Write config/formats/NAME.yaml, which takes everything from the format it --extends until you
    change a key, and put the --template beside the others. Nothing that is there is replaced.

    \b
    Examples:
      committee format new maidstone-2024 --extends eastmere-2023 --template maidstone.docx
      committee format new maidstone-2024 --extends eastmere-2023 --template old-paper.docx --fit
    """
    import re

    from generator.cli.template import fitted, say_what_is_left
    from generator.config.format.format_file import load_format
    from generator.publish.atomic import write_files
    from generator.starters.format_draft import draft_format

    if fit and template is None:
        raise click.UsageError("--fit wants a --template")
    opened = open_workspace(workspace)
    for key in filter(None, (name, council)):
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", key):
            raise click.UsageError(f"{key!r} cannot be a name; use letters, digits, - and _")
    parent = load_format(opened, extends)
    target = opened.config / "formats" / f"{name}.yaml"
    chosen = template.name if template else parent.template
    notes: tuple[str, ...] = ()
    copied: dict[Path, bytes] = {}
    if template is not None and fit:
        chosen = template.with_suffix(".docx").name
        copied[opened.templates / chosen], notes = fitted(
            template, opened.templates / parent.template
        )
    elif template is not None:
        copied = _template(template, opened.templates / chosen)
    files = {target: draft_format(name, parent, chosen, council or parent.council).encode()}
    files |= copied
    if council and not (opened.config / "councils" / f"{council}.yaml").exists():
        files[opened.config / "councils" / f"{council}.yaml"] = _council(council).encode()
    there = [shown(path) for path in files if path.exists()]
    if there:
        raise click.UsageError(f"{', '.join(there)} is there already; choose another name")
    if not dry_run:
        write_files(files)
    for note in notes:
        click.echo(f"{chosen}: {note}")
    for path in files:
        click.echo(f"{'would write' if dry_run else 'wrote'} {shown(path)}")
    if not dry_run:
        if fit:
            say_what_is_left(check_one(opened, name), f"format check {name}")
        say(f"Change what differs, then: committee format check {name}")


def _template(given: Path, target: Path) -> dict[Path, bytes]:
    """The copy of a template, {} where the very same is there. Raises UsageError for no .docx."""
    from generator.word.package.zip_package import PackageError, read_parts

    content = given.read_bytes()
    try:
        if given.suffix.lower() != ".docx":
            raise PackageError("a report template is a .docx file; save it as .docx in Word")
        read_parts(content)
    except PackageError as error:
        raise click.UsageError(f"--template {given}: {error.message}") from error
    same = target.is_file() and target.read_bytes() == content
    return {} if same else {target: content}


def _council(key: str) -> str:
    title = key.replace("-", " ").title()
    return (
        f"name: {title} Council\nshort_name: {title}\n"
        "# people: who may be named by key in a report; committees: see docs/formats.md\n"
        "people: {}\ncommittees: {}\n"
    )


@format_.command(short_help="Write the JSON Schema of a format's reports.")
@click.argument("name")
@click.option(
    "--write",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it here. Default: print it.",
)
@workspace_option
@dry_run_option
def schema(name: str, write: Path | None, workspace: Path | None, dry_run: bool) -> None:
    """Print the JSON Schema of report.yaml in the format NAME, so that an editor completes and
    checks it: with the YAML extension of VS Code, put this line first in report.yaml:

    \b
      # yaml-language-server: $schema=report.schema.json

    \b
    Examples:
      committee format schema eastmere-2023 --write inputs/my-report/report.schema.json
    """
    import json

    from generator.config.format.council_file import load_council
    from generator.config.format.format_file import load_format
    from generator.config.schema.editor_schema import editor_schema_for
    from generator.publish.atomic import write_files

    opened = open_workspace(workspace)
    loaded = load_format(opened, name)
    value = editor_schema_for(loaded, load_council(opened, loaded.council))
    if write is None:
        print_json(value)
        return
    if write.exists() and b'"$schema"' not in write.read_bytes()[:1000]:
        raise click.UsageError(f"{shown(write)} is there already, and is no schema; choose another")
    if dry_run:
        say(f"would write {shown(write)}")
        return
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    changed = write_files({write: text.encode()})
    say(f"{'wrote' if changed else 'unchanged'} {shown(write)}")
