"""Page numbers for a contents list, found by laying the report out with LibreOffice.

Only what lays out pages knows them. LibreOffice writes the bookmarks of a .docx into its PDF as
named destinations; those of the section headings (`_sec_...`) say on which page each begins.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.errors import CommitteeError
from generator.model.digests import digest
from generator.model.plain_files import plain_bytes
from generator.publish.atomic import write_files
from generator.word.package.bookmarks import safe_name

TIMEOUT = 180  # seconds; a report of a hundred pages takes about ten
_PROGRAMS = ("soffice", "libreoffice")
_OPTIONS = '{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_FILTER = f"pdf:writer_pdf_Export:{_OPTIONS}"


def libreoffice() -> str | None:
    """The program's path, or None where LibreOffice is not installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def section_pages(
    word: bytes, keys: Iterable[str], cache: Path, announce: Callable[[], None]
) -> dict[str, int]:
    """Section key -> the page, from 1, on which it begins; those not found are left out.

    word: the .docx. cache: a folder where pages are kept by the digest of the .docx. announce:
    called before LibreOffice is run. Raises CommitteeError when LibreOffice is missing or fails.
    """
    kept = cache / f"{digest(word)}.json"
    with suppress(OSError, ValueError):
        return dict(json.loads(plain_bytes(kept)))
    announce()
    places = _destinations(word)
    pages = {key: places[name] for key in keys if (name := safe_name("_sec_", key)) in places}
    with suppress(CommitteeError, OSError):
        write_files({kept: json.dumps(pages).encode()}, durable=False)
    return pages


def _destinations(word: bytes) -> Mapping[str, int]:
    from pypdf import PdfReader

    with tempfile.TemporaryDirectory(prefix="committee-") as name:
        folder = Path(name)
        source = folder / "report.docx"
        source.write_bytes(word)
        _convert(source, folder)
        reader = PdfReader(folder / "report.pdf")
        found = {}
        for label, destination in reader.named_destinations.items():
            page = reader.get_destination_page_number(destination)
            if page is not None:
                found[label.lstrip("/").replace("5F", "_")] = page + 1
        return found


def _convert(source: Path, folder: Path) -> None:
    program = libreoffice()
    if program is None:
        raise CommitteeError(
            "page numbers need LibreOffice, which is not on the path; install it, or build without"
            " --page-numbers"
        )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, "--headless", profile, "--convert-to", _FILTER]
    try:
        done = subprocess.run(
            [*command, "--outdir", str(folder), str(source)],
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CommitteeError(f"LibreOffice could not lay out the report: {error}") from error
    if done.returncode or not (folder / "report.pdf").exists():
        said = done.stderr.decode("utf-8", "replace").strip() or f"exit status {done.returncode}"
        raise CommitteeError(f"LibreOffice could not lay out the report: {said}")
