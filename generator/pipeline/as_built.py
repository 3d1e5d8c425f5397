"""A report as it was last built, so that a check which follows need not write and render it again.

    output/.cache/reports/REPORT/SETTINGS/built/DIGEST.json
    {"word": "5c1f...", "warnings": [...], "excused": {"Figure 3": "It is there to be looked up."}}

It counts while no file changes that the report was built from, and while the Word file lies in the
output folder as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.errors import InputProblems
from generator.model.digests import bytes_digest
from generator.model.frozen import dataclass
from generator.model.issues import Issue, issue_from
from generator.model.plain_files import plain_bytes
from generator.publish.kept_answers import KeptAnswer

if TYPE_CHECKING:
    from generator.model.document import Document
    from generator.model.report import Report
    from generator.pipeline.read_inputs import Inputs
    from generator.pipeline.stage_values import Loaded


@dataclass(frozen=True, slots=True)
class AsBuilt:
    """What a build knew. word: the digest of its Word file. excused: see `excused_captions`."""

    word: str
    warnings: tuple[Issue, ...]
    excused: Mapping[str, str]

    def parts(self, inputs: Inputs, loaded: Loaded) -> dict[str, bytes] | None:
        """The parts of the Word file; None where it does not lie there as it was written."""
        from generator.word.package.zip_package import PackageError, read_parts

        path = inputs.workspace.output / inputs.name / loaded.file_name
        with suppress(OSError, PackageError):
            data = plain_bytes(path)
            if bytes_digest(data) == self.word:
                return read_parts(data)
        return None


def keep_built(
    inputs: Inputs, report: Report, document: Document, warnings: Iterable[Issue], word: bytes
) -> None:
    """Keep what a build of a draft knew. word: its Word file."""
    from generator.checks.consistent.excused_captions import excused_captions

    with suppress(InputProblems):  # a check tells what is excused that there is not
        answer = {
            "word": bytes_digest(word),
            "warnings": [one.as_plain() for one in warnings],
            "excused": dict(excused_captions(report, document)),
        }
        _kept(inputs).put(answer, inputs.files.seen)


def as_built(inputs: Inputs) -> AsBuilt | None:
    """What the last build of the draft knew; None where it would be built otherwise now."""
    with suppress(ValueError, KeyError, TypeError):
        answer = _kept(inputs).get()
        if answer is not None:
            warnings = tuple(issue_from(one) for one in answer["warnings"])
            return AsBuilt(answer["word"], warnings, answer["excused"])
    return None


def _kept(inputs: Inputs) -> KeptAnswer:
    return KeptAnswer(inputs.workspace, inputs.folder, inputs.files, "built")
