"""Loading codebook.yaml: whose the exports are, and what was asked in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.config.config_rules import (
    CODEBOOK_NAMES,
    CODEBOOK_QUESTION,
    CODEBOOK_SELECTION,
    YAML_MISSING_KEY,
)
from generator.config.files import Files
from generator.config.schema.schema_check import Checked, find_faults, load_schema
from generator.config.survey.codebook_parts import (
    read_filters,
    read_quotations,
    read_selection,
    read_workforce,
    texts,
)
from generator.config.survey.codebook_questions import QuestionsReader
from generator.config.survey.curly_quotes import check_curly_quotes
from generator.config.workspace import path_inside
from generator.config.yaml.yaml_file import read_yaml
from generator.errors import InputProblems, Problems, did_you_mean
from generator.model.issues import Issue, Where
from generator.model.survey.codebook import Codebook, Cohort, ExportFile, Question, Scale
from generator.model.wording.dates import day_or_none
from generator.model.wording.english import capital


def load_codebook(path: Path, files: Files) -> Codebook:
    """Read and check a codebook; no export is opened, but each must be there.

    files: the door it is read through. Raises InputProblems with everything that is
    wrong in it: unknown keys, cohorts, waves, scales, themes and questions, answers that stand in
    two places, exports that are not there or lie outside the workspace.
    """
    file = read_yaml(path, files)
    if file.data is None:
        what, mend = "is not filled in yet", f"draft it from an export: {_draft(file.file)}"
        raise InputProblems([YAML_MISSING_KEY.issue(Where(file.file), what, mend)])
    checked = Checked(file, find_faults(file, load_schema("codebook")))
    problems = Problems()
    problems.found.extend(_with_draft([fault.problem for fault in checked.faults], file.file))
    check_curly_quotes(file, problems)
    cohorts = _cohorts(checked)
    waves, labels = _waves(checked)
    scales = _scales(checked, problems)
    themes = {key: str(name) for key, name in (checked.get("themes") or {}).items()}
    reader = QuestionsReader(checked, problems, cohorts, waves, scales, themes)
    questions = reader.read()
    known = questions if checked.sound("questions") else None
    exports = _files(checked, (path.parent, files.root), cohorts, waves, known, problems)
    codebook = Codebook(
        file=file.file,
        cohorts=cohorts,
        waves=waves,
        files=exports,
        questions=questions,
        scales={key: scale for key, (scale, _) in scales.items()},
        themes=themes,
        wave_labels=labels,
        filters=read_filters(checked, known, problems),
        weights=str((checked.get("weights") or {}).get("column", "")),
        workforce=read_workforce(checked, cohorts, waves, known, problems),
        quotations=read_quotations(checked, cohorts, waves, known, problems),
        people=texts(checked.get("staff_names")),
        survey=str(checked.get("survey") or ""),
    )
    problems.raise_any()
    return codebook


def _with_draft(problems: Sequence[Issue], file: str) -> list[Issue]:
    """The problems; the first key that is missing at the top says how to have all drafted."""
    found = list(problems)
    for at, problem in enumerate(found):
        if problem.rule == YAML_MISSING_KEY.id and problem.where.path is None:
            mend = f"{problem.mend}; or draft the file from an export: {_draft(file)}"
            found[at] = replace(problem, mend=mend)
            break
    return found


def _draft(file: str) -> str:
    return f"committee survey inspect EXPORT --write {file}"


def _cohorts(checked: Checked) -> dict[str, Cohort]:
    cohorts: dict[str, Cohort] = {}
    for key, value in (checked.get("cohorts") or {}).items():
        parts = value if isinstance(value, Mapping) else {"name": value}
        name = str(parts["name"])
        label = str(parts.get("label", capital(name)))
        cohorts[key] = Cohort(key, name, label)
    return cohorts


def _waves(checked: Checked) -> tuple[tuple[str, ...], dict[str, str]]:
    value = checked.get("waves") or []
    if not isinstance(value, Mapping):
        return tuple(dict.fromkeys(str(wave) for wave in value)), {}
    labels = {
        wave: str(entry["label"] if isinstance(entry, Mapping) else entry)
        for wave, entry in value.items()
        if entry
    }
    return tuple(value), labels


def _scales(checked: Checked, problems: Problems) -> dict[str, tuple[Scale, Mapping[str, str]]]:
    """Each scale with its renamed options."""
    scales: dict[str, tuple[Scale, Mapping[str, str]]] = {}
    for key, entry in (checked.get("scales") or {}).items():
        options = texts(entry["options"])
        scores = tuple(float(score) for score in entry.get("scores", ()))
        where = checked.file.where(("scales", key))
        if scores and len(scores) != len(options):
            what = f"{len(options)} options but {len(scores)} scores"
            problems.add(CODEBOOK_QUESTION, where, what, "give each option its score")
        top = int(entry.get("top", min(2, len(options) - 1)))
        if top >= len(options):
            what = f"the top box of {top} leaves none of the {len(options)} options outside"
            problems.add(
                CODEBOOK_QUESTION,
                checked.file.where(("scales", key, "top")),
                what,
                "make it smaller",
            )
        renamed = {old: str(new) for old, new in entry.get("renamed_options", {}).items()}
        for old, new in renamed.items():
            if new not in options:
                place = checked.file.where(("scales", key, "renamed_options", old))
                problems.add(
                    CODEBOOK_NAMES,
                    place,
                    f"{new!r} is no option of this scale",
                    did_you_mean(new, options),
                )
        scales[key] = (Scale(key, options, scores, top), renamed)
    return scales


def _files(
    checked: Checked,
    folders: tuple[Path, Path],
    cohorts: Mapping[str, Cohort],
    waves: tuple[str, ...],
    questions: Mapping[str, Question] | None,
    problems: Problems,
) -> tuple[ExportFile, ...]:
    # Another report's exports may be read, so a path may lead to its folder: folder, within.
    folder, within = folders
    files: list[ExportFile] = []
    for index in range(len(checked.file.data.get("files") or ()) if _mapping(checked) else 0):
        entry = checked.get("files", index)
        if entry is None:
            continue
        at = ("files", index)
        for key, known in (("cohort", tuple(cohorts)), ("wave", waves)):
            value = str(entry[key])
            if known and value not in known:
                hint = did_you_mean(value, known)
                problems.add(
                    CODEBOOK_NAMES,
                    checked.file.where((*at, key)),
                    f"there is no {key} {value!r}",
                    hint,
                )
        with problems.collecting():
            path_inside(entry["file"], folder, checked.file.where((*at, "file")), within)
        files.append(_file(checked, entry, at, questions, problems))
    return tuple(files)


def _mapping(checked: Checked) -> bool:
    data = checked.file.data
    return isinstance(data, Mapping) and isinstance(data.get("files"), list)


def _file(
    checked: Checked,
    entry: Mapping[str, Any],
    at: tuple[str | int, ...],
    questions: Mapping[str, Question] | None,
    problems: Problems,
) -> ExportFile:
    fieldwork = entry.get("fieldwork", {})
    first, last = day_or_none(fieldwork.get("from")), day_or_none(fieldwork.get("to"))
    if first and last and first > last:
        where = checked.file.where((*at, "fieldwork"))
        problems.add(
            CODEBOOK_SELECTION,
            where,
            f"it ends on {last}, before it begins on {first}",
            "exchange them",
        )
    select = entry.get("select")
    return ExportFile(
        path=str(entry["file"]),
        cohort=str(entry["cohort"]),
        wave=str(entry["wave"]),
        where=checked.file.where(at),
        sent=entry.get("sent"),
        layout=str(entry.get("layout", "")),
        sheet=str(entry.get("sheet", "")),
        encoding=str(entry.get("encoding", "")),
        fieldwork_from=first,
        fieldwork_to=last,
        mapping={key: str(value) for key, value in entry.get("mapping", {}).items()},
        delimiter=str(entry.get("delimiter", "")),
        missing=texts(entry.get("missing")),
        select=None
        if select is None
        else read_selection(checked, select, (*at, "select"), questions, problems),
    )
