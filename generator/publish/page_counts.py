"""Page numbers for a contents list, found by laying the report out with LibreOffice.

Only what lays out pages knows them. LibreOffice writes the bookmarks of a .docx into its PDF as
named destinations; those of the section headings (`_sec_...`) say on which page each begins.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.errors import CommitteeError
from generator.model.digests import digest
from generator.model.plain_files import plain_bytes
from generator.publish.atomic import write_files
from generator.publish.libreoffice import laid_out
from generator.word.package.bookmarks import safe_name

_MISSING = (
    "page numbers need LibreOffice, which is not on the path; install it, or build without"
    " --page-numbers"
)


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

    options = {"ExportBookmarksToPDFDestination": True}
    with laid_out(word, options, _MISSING) as path:
        reader = PdfReader(path)
        found = {}
        for label, destination in reader.named_destinations.items():
            page = reader.get_destination_page_number(destination)
            if page is not None:
                found[label.lstrip("/").replace("5F", "_")] = page + 1
        return found
