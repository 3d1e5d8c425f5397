"""Where what is kept of a report lies: a folder for its present survey settings."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from pathlib import Path

from generator.config.files import Files
from generator.config.workspace import CODEBOOK_FILE, FINDINGS_FILE, PUBLISHED_FILE
from generator.errors import InputProblems
from generator.model.digests import digest
from generator.publish.digest import code_digest, files_digest

_FINDINGS_CODE = ("generator.survey", "generator.config", "generator.model")
_HAS_NAME = re.compile(rb"""survey["']?\s*:""")  # of the survey, in a codebook
_NAME = 16  # characters of a digest: Windows wants short paths


def report_place(folder: Path, report_folder: Path, files: Files) -> Path:
    """Where what is kept of a report lies, for those who only look for what is theirs there."""
    own = folder / "reports" / report_folder.name
    return own / settings_key(report_folder, files)[:_NAME]


def copy_kept(folder: Path, other: Path, report: str) -> None:
    """Copy what is kept of a report into another cache, as far as it can be read."""
    with suppress(OSError, shutil.Error):
        shutil.copytree(folder / "reports" / report, other / "reports" / report)


def settings(report_folder: Path, files: Files) -> tuple[Path, ...]:
    """What says which figures may be published: of a survey with a name, the register too."""
    codebook = report_folder / CODEBOOK_FILE
    found = (codebook, report_folder / FINDINGS_FILE)
    with suppress(OSError, InputProblems):
        if _HAS_NAME.search(files.read(codebook)):
            return (*found, report_folder.parent / PUBLISHED_FILE)
    return found


def settings_key(report_folder: Path, files: Files) -> str:
    """The digest of these, and of the program that reads them."""
    code = code_digest(*_FINDINGS_CODE)
    return digest(files_digest(settings(report_folder, files), files).encode(), code.encode())
