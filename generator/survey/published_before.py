"""What is said of earlier publications of a survey: a warning, or why a build is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.config.files import Files
from generator.config.survey.published_file import load_published
from generator.config.workspace import PUBLISHED_FILE
from generator.errors import Problems
from generator.model.issues import Where
from generator.model.survey.finding_specs import FindingsFile
from generator.model.survey.publications import Publication
from generator.model.wording.dates import date_text
from generator.model.wording.english import few_listed, listed
from generator.survey.answers.responses import Responses
from generator.survey.recall import Recall, recall
from generator.survey.survey_rules import PUBLISHED_REFUSED

_REGISTER = f"inputs/{PUBLISHED_FILE}"
_NEVER = "take its line out of the register if it never got out"
_AS_IT_WAS = f"use the export as it was then, or {_NEVER}"


def recalled(responses: Responses, settings: FindingsFile, folder: Path, files: Files) -> Recall:
    """What was published of the survey before, worked out again.

    folder: the report's. Raises InputProblems where the settings ask to protect what was published
    and that cannot be done.
    """
    register = folder.parent / PUBLISHED_FILE
    published = load_published(register, files, responses.codebook.survey)
    if not published:
        return Recall(responses)
    found = recall(published, responses, settings, folder, files)
    if settings.rules.published == "protect":
        _refuse(found, Where(files.name(register)))
    return found


def earlier_notes(
    before: Recall | None, settings: FindingsFile, told: Sequence[str]
) -> Iterator[str]:
    """Notes that name earlier publications, where nothing is done about them.

    told: the finding of each figure that would tell something together with what was published.
    """
    if before is None or settings.rules.published == "protect":
        return
    if told:
        names = [_name(one) for one in dict.fromkeys(map(_named, before.publications))]
        count = "a figure" if len(told) == 1 else f"{len(told)} figures"
        yield (
            f"{_REGISTER}: with what {listed(names)} published of this survey, {count} of "
            f"{few_listed(list(dict.fromkeys(told)))} would tell what is withheld; "
            "write 'published: protect' under disclosure: in findings.yaml"
        )
    for publication, keys in before.changed:
        yield f"{_REGISTER}: {_changed(publication, keys)}; {_AS_IT_WAS}"
    for publication, why in before.unlike:
        yield f"{_REGISTER}: {_unlike(publication, why)}; {_NEVER}"


def _refuse(before: Recall, where: Where) -> None:
    problems = Problems()
    for publication, keys in before.changed:
        problems.add(PUBLISHED_REFUSED, where, _changed(publication, keys), _AS_IT_WAS)
    for publication, why in before.unlike:
        problems.add(PUBLISHED_REFUSED, where, _unlike(publication, why), _NEVER)
    problems.raise_any()


def _named(publication: Publication) -> tuple[str, str, str]:
    return publication.title, publication.report, date_text(publication.meeting)


def _name(named: tuple[str, str, str]) -> str:
    title, report, day = named
    return f"{title!r} (inputs/{report}, for {day})"


def _changed(publication: Publication, keys: Sequence[str]) -> str:
    return (
        f"the answers have changed since {_name(_named(publication))} was published: the "
        f"difference in {few_listed(list(keys))} tells what a few people answered"
    )


def _unlike(publication: Publication, why: str) -> str:
    return f"what {_name(_named(publication))} published cannot be compared: {why}"
