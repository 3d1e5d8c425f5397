"""The starter workspace that `committee init` writes: from the wheel, or from this checkout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import generator

_FOLDERS = ("config", "report_templates", "inputs", "docs")
_LEFT_OUT = ("__pycache__", "docs/images/make_", "~$", ".~lock", ".DS_Store", "(edited ")
_IGNORE = "/output/*\n!/output/.gitkeep\n~$*\n.~lock.*\n"
_ATTRIBUTES = """\
# Lines are only ever added, and their order means nothing: two copies merge as a union.
inputs/*/ledger.jsonl merge=union
inputs/*/comments.jsonl merge=union
inputs/published.jsonl merge=union
"""
_README = """# Committee reports

- `config/` councils, formats, people, committees, words for proportions
- `report_templates/` one Word file per format, to be changed in Word
- `inputs/<report>/` report.yaml, narrative.md, findings.yaml, codebook.yaml, survey/,
  sign_offs.yaml
- `output/<report>/` what was built
- `docs/` how to write reports, formats and narratives; begin with docs/README.md

    committee build health-check-2022
    committee findings health-check-2022
    committee new my-report --format eastmere-2023
"""


def starter_files() -> dict[str, bytes]:
    """Every file of a new workspace: path relative to it, with forward slashes -> content."""
    source = _source()
    found = {
        path.relative_to(source).as_posix(): path.read_bytes()
        for folder in _FOLDERS
        for path in _files(source / folder)
    }
    found["README.md"] = _README.encode()
    found[".gitignore"] = _IGNORE.encode()
    found[".gitattributes"] = _ATTRIBUTES.encode()
    found["output/.gitkeep"] = b""
    return dict(sorted(found.items()))


def _source() -> Path:
    package = Path(generator.__file__).resolve().parent
    shipped = package / "_workspace"
    return shipped if shipped.is_dir() else package.parent


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder.parent).as_posix()
        if path.is_file() and not any(word in name for word in _LEFT_OUT):
            yield path
