"""What the stages give one another: frozen values, each with the files that were read for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from generator.errors import InputProblems
from generator.model.document import Block, Document
from generator.model.findings import Findings
from generator.model.format import Format
from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where
from generator.model.narrative import Narrative, Words
from generator.model.report import Prose, Report
from generator.publish.file_name import file_name

if TYPE_CHECKING:
    from generator.compose.public_copy import Awaited
    from generator.signoff.sign_offs import SignOffs

Digests = Mapping[str, str]
TextKey = tuple[Where, str]


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that a report's YAML files say, and its narrative as text."""

    report: Report
    format: Format
    words: Words
    narrative: str
    files: Digests

    @property
    def file_name(self) -> str:
        """What the built .docx is called."""
        return file_name(self.format.file_name, self.report)


@dataclass(frozen=True, slots=True)
class Computed:
    """Findings that may be published, and the same as JSON."""

    findings: Findings
    json: bytes
    files: Digests = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Texts:
    """What was written for each text of report.yaml, by its place and words, or what is wrong."""

    blocks: Mapping[TextKey, tuple[Block, ...]]
    problems: Mapping[TextKey, tuple[Issue, ...]]

    def of(self, prose: Prose) -> tuple[Block, ...]:
        """The blocks of a text. Raises InputProblems where it has problems."""
        key = (prose.where, prose.text)
        if key in self.problems:
            raise InputProblems(self.problems[key])
        return self.blocks[key]


@dataclass(frozen=True, slots=True)
class Written:
    """The narrative and the texts of report.yaml as blocks."""

    narrative: Narrative
    texts: Texts
    files: Digests


@dataclass(frozen=True, slots=True)
class Composed:
    """The report before Word: numbered, referenced, in the format's order.

    awaited: the sign-offs that are still to come. sign_offs: how all of them stand, which the
    document of a draft says; None of the copy for publication.
    """

    document: Document
    awaited: tuple[Awaited, ...]
    files: Digests
    sign_offs: SignOffs | None = None

    @property
    def has_contents(self) -> bool:
        """Whether a contents list is printed."""
        return any(section.kind == "contents" for section in self.document.sections)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The parts of the .docx, by name."""

    parts: Mapping[str, bytes]
    files: Digests

    @property
    def word(self) -> bytes:
        """The bytes of the .docx, packed when they are asked for."""
        from generator.word.package.zip_package import write_package

        return write_package(self.parts)
