"""One export named for two waves or cohorts, whose figures would then be told as a comparison.

Of one file, rows are the same that have one number. In another file answers are the same where
somebody answered every question alike. People do so by chance, the more often the fewer questions
there are; so only such answers are looked at that nobody else in the same export gave. Chance finds
these again about as often as it finds them within an export, and never, whatever the questionnaire,
more than one in e exactly once (the most that a Poisson distribution has at 1); the same export
finds all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from generator.model.frozen import dataclass
from generator.model.issues import Issue
from generator.model.survey.codebook import ExportFile
from generator.survey.answers.export import ExportAnswers
from generator.survey.answers.responses import Column
from generator.survey.likeness import fold
from generator.survey.survey_rules import EXPORT_REPEATED

if TYPE_CHECKING:
    from numpy.typing import NDArray

_64_BITS = 2**64 - 1
_MOST_BY_CHANCE = math.exp(-1)
_RARELY = math.log(1000)
"""Chance must find so many alike less than once in a thousand pairs of exports."""
_NEARLY_ALL = 0.9
"""The share from which answers are the same though they are said to be of other times."""


@dataclass(frozen=True, slots=True)
class NamedExport:
    """An entry of the codebook's files. digest: of its bytes; answers: None if they are wrong."""

    export: ExportFile
    file: str
    digest: str
    answers: ExportAnswers | None = None


def repeated_exports(entries: Sequence[NamedExport], least: float) -> list[Issue]:
    """A problem for each entry that holds the answers of an earlier one.

    least: more than this share of the smaller one's answers must be the same; 1 allows all.
    """
    signed = [_Signed(entry, _signatures_of(entry, entries)) for entry in entries]
    found: list[Issue] = []
    for position, one in enumerate(signed):
        for earlier in signed[:position]:
            share = _share(one, earlier)
            if share > least:
                found.append(_issue(one.entry, earlier.entry, share))
                break
    return found


class _Signed(NamedTuple):
    """An entry, and a number per answer for each set of questions that it shares with others."""

    entry: NamedExport
    signatures: Mapping[frozenset[str], NDArray[np.uint64]]


def _share(one: _Signed, other: _Signed) -> float:
    """The share of answers that two entries have in common, 0 to 1."""
    mine, theirs = one.entry, other.entry
    if _same_sheet(mine, theirs):
        if mine.answers is not None and theirs.answers is not None:
            return _share_of_rows(mine.answers, theirs.answers)
        return float(mine.export.select is None or theirs.export.select is None)
    shared = _shared_questions(mine, theirs)
    if shared is None:
        return 0.0
    moments = [found.answers.moments if found.answers else None for found in (mine, theirs)]
    return _share_alike(one.signatures[shared], other.signatures[shared], *moments)


def _same_sheet(one: NamedExport, other: NamedExport) -> bool:
    same_file = bool(one.digest) and one.digest == other.digest
    return same_file and one.export.sheet == other.export.sheet


def _shared_questions(one: NamedExport, other: NamedExport) -> frozenset[str] | None:
    """The questions that stand in two files; None where they are not compared by their answers."""
    if one is other or _same_sheet(one, other) or one.answers is None or other.answers is None:
        return None
    return frozenset(one.answers.columns.keys() & other.answers.columns.keys())


def _share_of_rows(one: ExportAnswers, other: ExportAnswers) -> float:
    both = np.intersect1d(one.rows, other.rows, assume_unique=True)
    return len(both) / min(len(one.rows), len(other.rows))


def _share_alike(
    mine: NDArray[np.uint64],
    theirs: NDArray[np.uint64],
    my_moments: NDArray[np.uint64] | None,
    their_moments: NDArray[np.uint64] | None,
) -> float:
    """The share of answers that stand in another file too, beyond what chance explains.

    Where both files say when people answered, those who answered alike at another time are others,
    as in a panel; unless nearly all did.
    """
    share = _share_again(mine, theirs)
    if my_moments is None or their_moments is None:
        return share
    timed = _share_again(mine + _mixed(my_moments), theirs + _mixed(their_moments))
    return share if share >= _NEARLY_ALL else timed


def _share_again(mine: NDArray[np.uint64], theirs: NDArray[np.uint64]) -> float:
    """The share of the answers given once here that are given once there; 0 if chance may do it."""
    alone, others = _given_once(mine), _given_once(theirs)
    size = min(len(alone), len(others))
    share = len(np.intersect1d(alone, others, assume_unique=True)) / size if size else 0.0
    repeated = (
        1 - (len(found) - 1) / len(rows) for found, rows in ((alone, mine), (others, theirs))
    )
    chance = min(_MOST_BY_CHANCE, max(repeated)) if size else 1.0
    return share if size * _divergence(share, chance) >= _RARELY else 0.0


def _divergence(share: float, chance: float) -> float:
    """How far a share is from chance, so that exp(-n * this) bounds its probability (Chernoff)."""
    if share <= chance:
        return 0.0
    rest = (1 - share) * math.log((1 - share) / (1 - chance)) if share < 1 else 0.0
    return share * math.log(share / chance) + rest


def _given_once(signatures: NDArray[np.uint64]) -> NDArray[np.uint64]:
    found, counts = np.unique(signatures, return_counts=True)
    alone: NDArray[np.uint64] = found[counts == 1]
    return alone


# ---------------------------------------------------------------- a number for each row
def _signatures_of(
    entry: NamedExport, entries: Sequence[NamedExport]
) -> dict[frozenset[str], NDArray[np.uint64]]:
    """The signatures of an entry for all that it shares with others."""
    shared = (_shared_questions(entry, other) for other in entries)
    sets = {questions for questions in shared if questions is not None}
    return _signatures(entry.answers.columns, sets) if entry.answers else {}


def _signatures(
    columns: Mapping[str, Column], sets: Iterable[frozenset[str]]
) -> dict[frozenset[str], NDArray[np.uint64]]:
    """For each set of questions a number per row, equal for equal answers to them.

    Each column is looked at once, whatever sets it is in, and nothing is kept of it.
    """
    size = len(next(iter(columns.values())).codes) if columns else 0
    totals = {questions: np.zeros(size, dtype=np.uint64) for questions in sets}
    for key, column in columns.items():
        fitting = [total for questions, total in totals.items() if key in questions]
        if fitting:
            numbers = _mixed(_numbers(column)) * np.uint64((hash(key) & _64_BITS) | 1)
            for total in fitting:
                total += numbers
    return totals


def _numbers(column: Column) -> NDArray[np.uint64]:
    numbers = column.codes.astype(np.int64).view(np.uint64)
    if column.chosen is not None:
        places = [hash(option) & _64_BITS for option in column.options]
        numbers = numbers + column.chosen.astype(np.uint64) @ np.array(places, dtype=np.uint64)
    if column.numbers is not None:
        numbers = numbers + np.nan_to_num(column.numbers).view(np.uint64)
    if column.texts is not None:
        texts = [hash(fold(text)) & _64_BITS if text else 0 for text in column.texts]
        numbers = numbers + np.array(texts, dtype=np.uint64)
    return numbers


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers scattered over all 64 bits, so that sums of different ones hardly fall together."""
    mixed: NDArray[np.uint64] = numbers
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return mixed


# ---------------------------------------------------------------- what is said
def _issue(entry: NamedExport, earlier: NamedExport, share: float) -> Issue:
    export, before = entry.export, earlier.export
    mine, theirs = f"{export.cohort} {export.wave}", f"{before.cohort} {before.wave}"
    if entry.file == earlier.file:
        twice = f"twice for {mine}" if mine == theirs else f"for {theirs} and again for {mine}"
        what = f"{entry.file} is named {twice}, and {share:.0%} of its answers would count in both"
        mend = f"name the export of {mine}, or say with 'select:' which of its answers belong here"
        return EXPORT_REPEATED.issue(export.where, what, mend)
    what = (
        f"{entry.file}, named for {mine}, holds the answers of {earlier.file}, named for {theirs}: "
        f"{share:.0%} of them are the same"
    )
    mend = (
        f"put the export of {mine} in its place; if people did answer alike, raise "
        "'same_answers:' under filters:"
    )
    return EXPORT_REPEATED.issue(export.where, what, mend)
