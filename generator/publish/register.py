"""Keeping the register of what has been published of each survey, inputs/published.jsonl.

A copy for publication adds a line. What is the same as the last line of its report adds none.
"""

from __future__ import annotations

from pathlib import Path

from generator.config.survey.published_file import publication_line
from generator.model.codebook import Codebook, Question
from generator.model.finding_specs import FindingsFile, FindingSpec
from generator.model.findings import Estimate, Findings
from generator.model.publications import Publication, PublishedFigure, PublishedFinding
from generator.model.report import Report
from generator.publish.atomic import readable_errors, write_files
from generator.publish.folder_lock import locked


def publication_of(
    name: str, report: Report, codebook: Codebook, settings: FindingsFile, findings: Findings
) -> Publication:
    """What a report publishes of its survey. name: of the report's folder."""
    published = tuple(
        PublishedFinding(spec, tuple(map(_figure, findings.items[spec.key].estimates)))
        for spec in settings.findings
        if findings.items[spec.key].estimates
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


def record(register: Path, publication: Publication) -> bool:
    """Add a publication to the register, unless its last line of that report says the same.

    Returns whether the register was changed. Raises CommitteeError.
    """
    line = publication_line(publication)
    start = publication_line(
        Publication(publication.survey, publication.report, "", publication.meeting, ())
    ).partition(',"title"')[0]
    with readable_errors(), locked(register.parent):
        text = register.read_text("utf-8") if register.is_file() else ""
        own = [one for one in text.splitlines() if one.startswith(start)]
        if own and own[-1] == line:
            return False
        before = text if not text or text.endswith("\n") else f"{text}\n"
        write_files({register: f"{before}{line}\n".encode()})
    return True
