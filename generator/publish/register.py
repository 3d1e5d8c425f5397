"""Keeping the register of what has been published of each survey, inputs/published.jsonl.

A copy for publication adds a line. What is the same as the last line of its report adds none.
"""

from __future__ import annotations

from pathlib import Path

from generator.config.survey.published_file import publication_line
from generator.errors import CommitteeError
from generator.model.digests import bytes_digest
from generator.model.findings import Estimate, Findings
from generator.model.report import Report
from generator.model.survey.codebook import Codebook, Question
from generator.model.survey.finding_specs import FindingsFile, FindingSpec
from generator.model.survey.publications import Publication, PublishedFigure, PublishedFinding
from generator.publish.atomic import content, readable_errors, write_files
from generator.publish.folder_lock import locked


def publication_of(
    name: str, report: Report, codebook: Codebook, settings: FindingsFile, findings: Findings
) -> Publication:
    """What a report publishes of its survey. name: of the report's folder. findings: the public
    ones, which may be fewer than the settings ask for.
    """
    published = tuple(
        PublishedFinding(spec, tuple(map(_figure, findings.items[spec.key].estimates)))
        for spec in settings.findings
        if spec.key in findings.items and findings.items[spec.key].estimates
    )
    return Publication(
        survey=codebook.survey,
        report=name,
        title=report.title,
        meeting=report.meeting,
        findings=published,
        rounding_base=settings.rules.rounding_base,
        questions=_questions([one.spec for one in published], codebook),
    )


def _figure(found: Estimate) -> PublishedFigure:
    place = (found.wave, found.category, found.group)
    if found.value is None:
        return PublishedFigure(*place)
    return PublishedFigure(*place, found.base, found.count, found.value)


def _questions(specs: list[FindingSpec], codebook: Codebook) -> dict[str, Question]:
    """The questions that findings read, and those that these are derived from."""
    known = codebook.questions
    used = dict.fromkeys(
        name for one in specs for name in (*one.questions, *one.by, *one.only) if name in known
    )
    used |= dict.fromkeys(known[name].source for name in tuple(used) if known[name].source)
    return {name: known[name] for name in used}


class RegisterChanged(CommitteeError):
    """The register is not as the build has read it: another report has been published since."""


def record(register: Path, publication: Publication, read: str | None) -> bool:
    """Add a publication to the register, unless its last line of that report says the same.

    read: the digest of the register that the report was held against, as `Built.inputs` tells it;
    None where there was none. Looked at and written while nobody else can, so that of two builds
    at one moment the later knows of the other. Returns whether the register was changed. Raises
    RegisterChanged, and CommitteeError where it cannot be written.
    """
    line = publication_line(publication)
    start = publication_line(
        Publication(publication.survey, publication.report, "", publication.meeting, ())
    ).partition(',"title"')[0]
    with readable_errors(), locked(register.parent):
        data = content(register)
        if read != (None if data is None else bytes_digest(data)):
            raise RegisterChanged(
                f"{register}: another report was published while this one was being built; "
                "build it again"
            )
        text = (data or b"").decode()
        own = [one for one in text.splitlines() if one.startswith(start)]
        if own and own[-1] == line:
            return False
        before = text if not text or text.endswith("\n") else f"{text}\n"
        write_files({register: f"{before}{line}\n".encode()})
    return True
