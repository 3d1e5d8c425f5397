"""LibreOffice, which lays out pages: found on the path, run without a window, never required."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.errors import CommitteeError
from generator.word.charts.libreoffice_names import with_level_names

TIMEOUT = 180  # seconds; a report of a hundred pages takes about ten
_PLACES = ("TMPDIR", "TEMP", "TMP")  # where it puts what it needs for a moment
_PROGRAMS = ("soffice", "libreoffice")
# LibreOffice keeps twenty charts and draws those beyond from pictures of another shape: distorted.
_CHARTS_KEPT = 1000
_SETTINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Cache/Writer">
<prop oor:name="OLE_Objects" oor:op="fuse"><value>{_CHARTS_KEPT}</value></prop></item>
</oor:items>
"""


def libreoffice() -> str | None:
    """The program's path, or None where LibreOffice is not installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


@contextmanager
def laid_out(word: bytes, options: Mapping[str, bool], missing: str) -> Iterator[Path]:
    """The PDF of a .docx, while the block runs. options: of LibreOffice's export.

    missing: what is said where LibreOffice is missing. Raises CommitteeError, also when it fails.
    """
    program = libreoffice()
    if program is None:
        raise CommitteeError(missing)
    with tempfile.TemporaryDirectory(prefix="committee-") as name:
        folder = Path(name)
        (folder / "report.docx").write_bytes(with_level_names(word))
        _convert(program, folder, options)
        yield folder / "report.pdf"


def _convert(program: str, folder: Path, options: Mapping[str, bool]) -> None:
    exported = {name: {"type": "boolean", "value": str(on).lower()} for name, on in options.items()}
    target = f"pdf:writer_pdf_Export:{json.dumps(exported, separators=(',', ':'))}"
    profile = f"-env:UserInstallation={_profile(folder).as_uri()}"
    command = [program, "--headless", profile, "--convert-to", target]
    try:
        done = subprocess.run(
            [*command, "--outdir", str(folder), str(folder / "report.docx")],
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
            env={**os.environ, **dict.fromkeys(_PLACES, str(folder))},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CommitteeError(f"LibreOffice could not lay out the report: {error}") from error
    if done.returncode or not (folder / "report.pdf").exists():
        told = done.stderr.decode("utf-8", "replace").split("\n")
        # The last line is why; those before it are of settings and of Java.
        said = next(filter(None, map(str.strip, reversed(told))), f"exit status {done.returncode}")
        raise CommitteeError(f"LibreOffice could not lay out the report: {said}")


def _profile(folder: Path) -> Path:
    """A profile of its own, so that a LibreOffice that is open is left alone."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    return profile
