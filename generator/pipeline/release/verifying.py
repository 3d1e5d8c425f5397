"""Whether a file is what was released."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from generator.config.workspace import Workspace
from generator.errors import InputProblems
from generator.model.digests import bytes_digest
from generator.model.issues import Where
from generator.model.release.record import ReleaseRecord
from generator.pipeline.release.workspace_releases import every_release
from generator.publish.pdf.pdf_lines import PdfError
from generator.publish.release.compare_release import compare
from generator.publish.release.comparison import Compared
from generator.signoff.releases import record_from, release_digest
from generator.signoff.signoff_rules import PDF_UNREADABLE, RELEASE_RECORD
from generator.word.package.parts import Parts
from generator.word.package.zip_package import PackageError
from generator.word.paper.release_mark import release_mark
from generator.word.word_rules import WORD_UNREADABLE


def read_record(path: Path, shown: str) -> ReleaseRecord:
    """The record of a release in a file. Raises InputProblems for what is none."""
    try:
        return record_from(path.read_bytes())
    except ValueError as error:
        raise InputProblems([RELEASE_RECORD.issue(Where(shown), str(error))]) from error


def released_from(data: bytes, workspace: Workspace) -> str:
    """The report of the workspace whose release a .docx is, byte for byte; '' for none, and for
    what cannot be read. A copy that some program saved again has lost what that program loses.
    """
    with suppress(PackageError, InputProblems):
        known = every_release(workspace) if release_mark(Parts(data)) else ()
        digest = bytes_digest(data)
        return next((one.report for one in known if digest in one.files.values()), "")
    return ""


def verify(
    data: bytes, shown: str, workspace: Workspace | None, records: Iterable[ReleaseRecord] = ()
) -> Compared:
    """Hold a file against the given records; without any, against all of the workspace.

    Raises InputProblems for a file that cannot be read, and for a damaged record.
    """
    known = list(records)
    if not known and workspace is not None:
        known = list(every_release(workspace))
    try:
        return compare(data, known, [release_digest(one) for one in known])
    except PackageError as error:
        raise InputProblems([WORD_UNREADABLE.issue(Where(shown), str(error))]) from error
    except PdfError as error:
        raise InputProblems([PDF_UNREADABLE.issue(Where(shown), str(error))]) from error
