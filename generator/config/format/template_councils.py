"""The councils whose formats use a report template."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.config.format.council_file import load_council
from generator.config.format.format_file import format_names, load_format
from generator.config.workspace import find_workspace
from generator.errors import InputProblems, WrongUsage
from generator.model.release.check_settings import RuleSetting


def template_settings(path: Path) -> tuple[Mapping[str, RuleSetting], ...]:
    """How each council that uses a report template holds the rules; () for a file of none.

    path: of the template; the workspace is the one that it lies in. Formats that cannot be read
    are passed over: `committee format check` tells of them.
    """
    try:
        workspace = find_workspace(path.resolve().parent)
    except WrongUsage:
        return ()
    found: dict[str, Mapping[str, RuleSetting]] = {}
    for name in format_names(workspace):
        with suppress(InputProblems):
            loaded = load_format(workspace, name)
            used = workspace.templates / loaded.template
            if loaded.council not in found and used.resolve() == path.resolve():
                found[loaded.council] = load_council(workspace, loaded.council).council.checks
    return tuple(found.values())
