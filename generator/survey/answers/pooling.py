"""Putting together the exports of one cohort and wave."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from generator.model.findings import Collection
from generator.model.survey.codebook import Codebook
from generator.survey.answers.export import ExportAnswers
from generator.survey.answers.responses import NOT_ASKED, Answers, Column
from generator.survey.readers.layout_registry import layouts


def pool(parts: Sequence[ExportAnswers], codebook: Codebook) -> Answers:
    """One set of answers from the exports of a cohort and wave, most often from one."""
    sizes = [len(part.rows) for part in parts]
    keys = dict.fromkeys(key for part in parts for key in part.columns)
    columns = {
        key: parts[0].columns[key]
        if len(parts) == 1
        else _joined([part.columns.get(key) for part in parts], sizes)
        for key in keys
    }
    weights = [part.weights for part in parts if part.weights is not None]
    return Answers(
        cohort=parts[0].export.cohort,
        wave=parts[0].export.wave,
        size=sum(sizes),
        collection=_collection(parts),
        questions=codebook.questions,
        columns=columns,
        rows=np.concatenate([part.rows for part in parts]),
        sources=tuple((part.export.path, len(part.rows)) for part in parts),
        unread=frozenset().union(*(part.unread for part in parts)) - frozenset(columns),
        weights=np.concatenate(weights) if len(weights) == len(parts) else None,
    )


def _collection(parts: Sequence[ExportAnswers]) -> Collection:
    excluded: dict[str, int] = {}
    for part in parts:
        for reason, count in part.excluded.items():
            excluded[reason] = excluded.get(reason, 0) + count
    sent = [part.export.sent for part in parts]
    titles = dict.fromkeys(layouts()[part.layout].TITLE for part in parts)
    return Collection(
        cohort=parts[0].export.cohort,
        wave=parts[0].export.wave,
        sent=None if None in sent else sum(number for number in sent if number is not None),
        received=sum(len(part.rows) for part in parts),
        file=", ".join(dict.fromkeys(part.file for part in parts)),
        layout=", ".join(titles),
        fieldwork_from=_earliest([part.export.fieldwork_from for part in parts]),
        fieldwork_to=_latest([part.export.fieldwork_to for part in parts]),
        excluded=excluded,
    )


def _earliest(days: Sequence[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _latest(days: Sequence[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _joined(columns: Sequence[Column | None], sizes: Sequence[int]) -> Column:
    present = next(column for column in columns if column is not None)
    parts = [
        _not_asked(present, size) if column is None else column
        for column, size in zip(columns, sizes, strict=True)
    ]
    return Column(
        present.options,
        np.concatenate([part.codes for part in parts]),
        _concatenated([part.chosen for part in parts]),
        _concatenated([part.numbers for part in parts]),
        _concatenated([
            np.full(size, "", dtype=np.object_) if part.texts is None else part.texts
            for part, size in zip(parts, sizes, strict=True)
        ]) if any(part.texts is not None for part in parts) else None,
        _offered([column for column in columns if column is not None]),
    )  # fmt: skip


def _offered(columns: Sequence[Column]) -> tuple[str, ...]:
    """The options that any of the exports offered; () for all."""
    if not all(column.offered for column in columns):
        return ()
    found = {option for column in columns for option in column.offered}
    options = columns[0].options
    return () if found == set(options) else tuple(o for o in options if o in found)


def _concatenated(arrays: Sequence[np.ndarray | None]) -> np.ndarray | None:
    if any(array is None for array in arrays):
        return None
    return np.concatenate([array for array in arrays if array is not None])


def _not_asked(like: Column, size: int) -> Column:
    return Column(
        like.options,
        np.full(size, NOT_ASKED, dtype=like.codes.dtype),
        None if like.chosen is None else np.zeros((size, len(like.options)), dtype=np.bool_),
        None if like.numbers is None else np.full(size, np.nan),
        None if like.texts is None else np.full(size, "", dtype=np.object_),
    )
