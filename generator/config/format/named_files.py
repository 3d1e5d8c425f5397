"""Files of config/ that are named by key: formats and councils."""

from __future__ import annotations

import re
from pathlib import Path

from generator.config.config_rules import NAME_UNKNOWN
from generator.config.files import Files
from generator.errors import InputProblems, WrongUsage, did_you_mean
from generator.model.issues import Where

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def names_in(folder: Path) -> tuple[str, ...]:
    """The keys of the .yaml files of a folder, in alphabetical order."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml") if _KEY.fullmatch(path.stem)))


def named_file(folder: Path, key: str, noun: str, where: Where | None, files: Files) -> Path:
    """The file of a key. Raises InputProblems at `where` when there is none.

    where: None when it is the command line that names the key; then WrongUsage is raised.
    """
    path = folder / f"{key}.yaml"
    if _KEY.fullmatch(key) and files.is_file(path):
        return path
    known = names_in(folder)
    place = f"config/{folder.name}/"
    if key.endswith(".yaml") and key.removesuffix(".yaml") in known:
        hint = f"write it without .yaml: {key.removesuffix('.yaml')}"
    else:
        hint = did_you_mean(key, known) or f"the files of {place} name them"
    problem = NAME_UNKNOWN.issue(
        where or Where(key), f"there is no {noun} {key!r} in {place}", hint
    )
    raise WrongUsage([problem]) if where is None else InputProblems([problem])
