"""Reading every export of a codebook into Responses."""

from __future__ import annotations

from collections.abc import Collection as Names
from contextlib import suppress
from dataclasses import replace
from functools import partial
from os.path import normpath
from pathlib import Path

from generator.config.config_rules import FILE_CHANGED
from generator.config.files import Files
from generator.errors import InputProblems, Problems
from generator.model.issues import Where
from generator.model.survey.codebook import Codebook, ExportFile
from generator.survey.answers.export import ExportAnswers, OpenExport, read_answers
from generator.survey.answers.pooling import pool
from generator.survey.answers.responses import Answers, Responses
from generator.survey.answers.same_answers import NamedExport, repeated_exports
from generator.survey.readers.export_layout import Outline
from generator.survey.readers.layout_registry import read_outline
from generator.survey.tables.export_table import ExportTable
from generator.survey.tables.opening import open_table


def read_responses(
    codebook: Codebook, folder: Path, files: Files, needed: Names[str] | None = None
) -> Responses:
    """The answers of every cohort and wave, with the filters of the codebook applied.

    folder: the report's folder, to which export paths are relative. files: the door they
    are read through. needed: ids of the questions that are used; of large files only these are
    read, of others every question, so that each answer is checked. Raises InputProblems with
    everything that is wrong in any of the exports; no message holds a name or an e-mail address.
    """
    problems = Problems()
    named = named_exports(codebook, folder, files, problems, needed)
    problems.found += repeated_exports(named, codebook.filters.same_answers)
    problems.raise_any()
    read: dict[tuple[str, str], list[ExportAnswers]] = {}
    for one in named:
        if one.answers is not None:
            read.setdefault((one.export.cohort, one.export.wave), []).append(one.answers)
    answers_by_key: dict[tuple[str, str], Answers] = {}
    for wave in codebook.waves:
        for cohort in codebook.cohorts:
            if (cohort, wave) in read:
                answers_by_key[cohort, wave] = pool(read[cohort, wave], codebook)
    notes = [note for parts in read.values() for part in parts for note in part.notes]
    return Responses(codebook, answers_by_key, tuple(dict.fromkeys(notes)))


def named_exports(
    codebook: Codebook,
    folder: Path,
    files: Files,
    problems: Problems,
    needed: Names[str] | None = None,
) -> list[NamedExport]:
    """Every entry of the codebook's files that can be opened, with its answers if nothing is wrong
    in them. What is wrong is noted; for the arguments see `read_responses`.
    """
    opened: dict[tuple[str, ...], OpenExport] = {}
    found: list[NamedExport] = []
    for export in codebook.files:
        source = problems.attempt(partial(_open, export, folder, files, opened))
        if source is not None:
            answers = problems.attempt(partial(read_answers, codebook, export, source, needed))
            found.append(NamedExport(export, source.where.file, source.digest, answers))
    return found


def open_export(path: Path, where: Where, hints: ExportFile) -> OpenExport:
    """Open one export and find its layout. Raises InputProblems."""
    table: ExportTable = open_table(path, where, hints)
    outline: Outline = read_outline(table.sample, hints, where)
    return OpenExport(table, outline, where)


def _open(
    export: ExportFile, folder: Path, files: Files, opened: dict[tuple[str, ...], OpenExport]
) -> OpenExport:
    """Open a file once, also where several entries select answers from it."""
    # By the name that the codebook gives it: a link may point elsewhere the next time.
    path = Path(normpath(folder / export.path))
    key = (
        export.path, export.sheet, export.encoding, export.delimiter, export.layout,
        *(f"{name}={value}" for name, value in export.mapping.items()),
    )  # fmt: skip
    if key not in opened:
        where = Where(files.name(path))
        if files.is_overlaid(path):
            raise InputProblems(
                [FILE_CHANGED.issue(where, "is not saved yet", "save the export first")]
            )
        digest = ""
        with suppress(OSError):  # what cannot be read is told when it is opened
            digest = files.digest(path)
        opened[key] = replace(open_export(path, where, export), digest=digest)
    return opened[key]
