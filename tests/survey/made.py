"""Answers made in a test: a small codebook, respondents as rows, findings as YAML text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from generator.config.files import Files
from generator.config.survey.findings_file import load_findings_file
from generator.model.findings import Collection, Findings
from generator.model.issues import Where
from generator.model.survey.codebook import (
    ApprovedQuotation,
    Codebook,
    Cohort,
    ExportFile,
    Headcount,
    Question,
    Scale,
)
from generator.model.survey.finding_specs import FindingsFile
from generator.survey.answers.responses import BLANK, Answers, Column, Responses
from generator.survey.compute import findings_of

AGREEMENT = Scale(
    "agreement",
    ("Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree"),
    (100, 75, 50, 25, 0),
)
HERE = Where("codebook.yaml", 1)
Row = Mapping[str, Any]


def question(id: str, kind: str = "scale", options: Sequence[str] = (), **more: Any) -> Question:
    """A question whose text is its id in words."""
    scale = AGREEMENT if kind == "scale" and not options else None
    text = more.pop("text", id.replace("_", " ").capitalize())
    return Question(id, text, kind, HERE, options=tuple(options), scale=scale, **more)  # type: ignore[arg-type]


def codebook(
    questions: Sequence[Question],
    *,
    waves: Sequence[str] = ("2022",),
    cohorts: Sequence[str] = ("sw",),
    sent: int | None = 200,
    workforce: Mapping[str, Mapping[str, int]] | None = None,
    quotations: Sequence[ApprovedQuotation] = (),
    **more: Any,
) -> Codebook:
    """A codebook with one export for each cohort and wave."""
    names = {"sw": "social workers", "wf": "the wider workforce"}
    return Codebook(
        file="codebook.yaml",
        cohorts={
            key: Cohort(key, names.get(key, key), names.get(key, key).capitalize())
            for key in cohorts
        },
        waves=tuple(waves),
        files=tuple(ExportFile(f"{c}_{w}.csv", c, w, HERE, sent) for c in cohorts for w in waves),
        questions={one.id: one for one in questions},
        scales={"agreement": AGREEMENT},
        workforce=tuple(
            Headcount(name, counts, HERE) for name, counts in (workforce or {}).items()
        ),
        quotations={one.id: one for one in quotations},
        **more,
    )


def column(found: Question, values: Sequence[Any]) -> Column:
    """One question's answers: an option, number or list of options, None for blank, or a state."""
    options = found.scale.options if found.scale is not None else found.options
    if found.kind == "number":
        numbers = np.array([np.nan if v is None else float(v) for v in values])
        return Column((), np.where(np.isnan(numbers), BLANK, 0).astype(np.int8), numbers=numbers)
    if found.kind == "multi":
        chosen = np.array([[o in (v or ()) for o in options] for v in values], dtype=np.bool_)
        chosen = chosen.reshape(len(values), len(options))
        codes = np.where(chosen.any(axis=1), 0, BLANK).astype(np.int8)
        return Column(tuple(options), codes, chosen=chosen)
    codes = [v if isinstance(v, int) else BLANK if v is None else options.index(v) for v in values]
    return Column(tuple(options), np.array(codes, dtype=np.int16))


def answers(
    book: Codebook,
    rows: Sequence[Row],
    cohort: str = "sw",
    wave: str = "2022",
    weights: Sequence[float] | None = None,
) -> Answers:
    """The answers of one cohort and wave; a question that no row has was not asked."""
    asked = [key for key in book.questions if any(key in row for row in rows)]
    sent = next(f.sent for f in book.files if (f.cohort, f.wave) == (cohort, wave))
    return Answers(
        cohort,
        wave,
        len(rows),
        Collection(cohort, wave, sent, len(rows), f"{cohort}_{wave}.csv", "flat"),
        book.questions,
        {key: column(book.questions[key], [row.get(key) for row in rows]) for key in asked},
        np.arange(len(rows)),
        None if weights is None else np.array(weights, dtype=np.float64),
    )


def responses(book: Codebook, *parts: Answers) -> Responses:
    """All answers of a codebook."""
    return Responses(book, {(part.cohort, part.wave): part for part in parts})


def settings(book: Codebook, yaml: str) -> FindingsFile:
    """findings.yaml as loaded."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "findings.yaml"
        path.write_text(yaml, encoding="utf-8")
        return load_findings_file(path, Files(Path(folder)), book)


def computed(book: Codebook, yaml: str, *parts: Answers) -> Findings:
    """The findings of some answers."""
    return findings_of(responses(book, *parts), settings(book, yaml))


def spread(**counts: Mapping[Any, int]) -> list[dict[str, Any]]:
    """Rows in which each question's answers occur so many times, side by side."""
    columns = {
        key: [v for v, n in found.items() for _ in range(n)] for key, found in counts.items()
    }
    size = max(len(values) for values in columns.values())
    return [
        {key: values[i] if i < len(values) else None for key, values in columns.items()}
        for i in range(size)
    ]
