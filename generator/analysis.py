"""For analysts: a report's figures and answers as DataFrames, and building it, from Python.

    from generator import build, changes, findings, open_workspace, responses

Everything here only calls the stages that the commands call. Problems in the inputs are raised as
CommitteeError, all of them in one message. docs/guide-analysts.md shows how it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator.config.config_rules import NAME_UNKNOWN
from generator.config.workspace import CODEBOOK_FILE, Workspace, find_workspace
from generator.errors import WrongUsage
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.report import build_report
from generator.pipeline.stages import compute
from generator.publish.output import publish

if TYPE_CHECKING:
    from generator.model.issues import Issue
    from generator.survey.frames import DataFrame

__all__ = ["BuiltReport", "build", "changes", "findings", "open_workspace", "responses"]


@dataclass(frozen=True, slots=True)
class BuiltReport:
    """What `build` made.

    files: name -> content: the .docx, findings.json and provenance.json. warnings: the issues that
    the command prints. paths: where the files now stand; () when they were not written. set_aside:
    an edited .docx that stood in the way -> the name under which it is kept.
    """

    report: str
    files: Mapping[str, bytes]
    warnings: tuple[Issue, ...]
    paths: tuple[Path, ...]
    set_aside: Mapping[Path, Path]


def open_workspace(folder: str | Path = ".") -> Workspace:
    """The workspace that a folder lies in. Its report_names() are what the others ask for.

    Raises WrongUsage, a CommitteeError, for a folder that does not exist or lies in no workspace.
    """
    path = Path(folder)
    if not path.is_dir():
        raise WrongUsage([NAME_UNKNOWN.issue(Where(str(folder)), "no such folder")])
    return find_workspace(path)


def build(
    workspace: Workspace,
    report: str,
    *,
    output: str | Path | None = None,
    page_numbers: bool = False,
    public: bool = False,
    write: bool = True,
) -> BuiltReport:
    """Build a report and write it, as `committee build` does. Raises CommitteeError.

    report: its name, inputs/NAME or a path to its folder. output: the folder to write into; default
    output/REPORT in the workspace. page_numbers: let LibreOffice count them for a contents list.
    public: the copy for publication, into a folder 'public' in that. write: False keeps the files
    in memory; then only the workspace's cache, output/.cache, is written.
    """
    name = workspace.report_folder(report).name
    built = build_report(workspace, name, page_numbers=page_numbers, public=public)
    if not write:
        return BuiltReport(built.report, built.files, built.warnings, (), {})
    folder = workspace.output / built.report if output is None else Path(output)
    done = publish(built.files, folder / "public" if public else folder)
    paths = tuple(done.folder / file for file in built.files)
    return BuiltReport(built.report, built.files, built.warnings, paths, dict(done.set_aside))


def findings(workspace: Workspace, report: str) -> DataFrame:
    """The published figures of a report: a row for each, as findings.json holds them.

    Disclosure control is applied, as everywhere: a figure that is withheld has no value, base,
    count or interval, and its mark in `mark` and `text`. Columns: key, title, cohort, wave,
    category, group, text, value, unit, decimals, mark, base, count, low, high, band, measure,
    definition, notes; docs/guide-analysts.md explains each. A report without a survey has no rows.
    Computed from the exports, or taken from the cache. Raises CommitteeError.
    """
    from generator.survey.frames import figures_frame

    inputs = read_inputs(workspace, report)
    return _published(figures_frame(compute(inputs).findings), inputs.name)


def changes(workspace: Workspace, report: str) -> DataFrame:
    """The published changes between waves: a row for each, as findings.json holds them.

    Columns: key, title, cohort, earlier, later, category, group, difference, unit, decimals, low,
    high, p, tested. A change from or to a withheld figure has no difference. Raises CommitteeError.
    """
    from generator.survey.frames import changes_frame

    inputs = read_inputs(workspace, report)
    return _published(changes_frame(compute(inputs).findings), inputs.name)


def responses(workspace: Workspace, report: str) -> DataFrame:
    """The answers that the figures are worked out from: a row for each respondent.

    NOT PROTECTED, and not for publication: for the screen of somebody who may see the raw exports.
    A row is one person's answers; together they can tell who that is, without any name. Publish
    what `findings` gives. `frame.attrs["published"]` is False.

    Columns: cohort, wave, each question of the codebook that is a choice or a number, and weight
    where the codebook names one. A choice is a categorical in the order of its options; a question
    that takes several has a boolean column 'question: option' for each; a number is a float. An
    answer that was not given, or a question not asked, is missing. The codebook's filters are
    applied. There are no names, addresses, free text, dates, ids, nor the rows of the export: rows
    are in the order of the answers, within cohort and wave. `frame.attrs["questions"]` has the
    wording of each question by its id. Raises CommitteeError.
    """
    from generator.config.survey.codebook_file import load_codebook
    from generator.survey.answers.read import read_responses
    from generator.survey.frames import answers_frame, asked_for_answers

    inputs = read_inputs(workspace, report)
    codebook = load_codebook(inputs.path(CODEBOOK_FILE), inputs.files)
    questions = {question.id: question.text for question in asked_for_answers(codebook)}
    read = read_responses(codebook, inputs.folder, inputs.files, questions.keys())
    frame = answers_frame(read)
    frame.attrs.update(report=inputs.name, published=False, questions=questions)
    return frame


def _published(frame: DataFrame, report: str) -> DataFrame:
    frame.attrs.update(report=report, published=True)
    return frame
