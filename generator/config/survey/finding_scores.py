"""Bands, missing items and the items that waves share: what findings.yaml says of scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.config.config_rules import FINDINGS_BANDS
from generator.config.yaml.yaml_file import YamlFile
from generator.errors import Problems
from generator.model.survey.codebook import Codebook
from generator.model.survey.finding_specs import DEFAULT_BANDS, Band

SHARE_OF_ITEMS: Mapping[str, float] = {"all": 1.0, "half": 0.5, "any": 0.0}


def read_bands(
    file: YamlFile, path: Sequence[str | int], entries: Any, problems: Problems
) -> tuple[Band, ...]:
    """The bands of a list, checked to run from the highest down; the default ones for None."""
    if entries is None:
        return DEFAULT_BANDS
    bands: list[Band] = []
    names: set[str] = set()
    for index, entry in enumerate(entries):
        where = file.where([*path, index])
        low, above = entry.get("from"), entry.get("above")
        if index == len(entries) - 1:
            if low is not None or above is not None:
                problems.add(
                    FINDINGS_BANDS,
                    where,
                    "the last band takes all other scores",
                    "remove its 'from' or 'above'",
                )
        elif (low is None) == (above is None):
            problems.add(
                FINDINGS_BANDS,
                where,
                "a band needs either 'from' or 'above'",
                "write one of the two",
            )
        if entry["name"] in names:
            problems.add(
                FINDINGS_BANDS,
                where,
                f"the band {entry['name']!r} stands twice",
                "rename one of the two",
            )
        names.add(entry["name"])
        bands.append(Band(entry["name"], low, above))
    bounds = [band.at_least if band.at_least is not None else band.above for band in bands[:-1]]
    known = [bound for bound in bounds if bound is not None]
    if known != sorted(known, reverse=True) or len(set(known)) != len(known):
        problems.add(
            FINDINGS_BANDS,
            file.where(path),
            "the bands do not run downwards",
            "write the highest band first",
        )
    return tuple(bands)


class SharedItems:
    """The questions of a score, by the waves in which any of the cohorts was asked them."""

    def __init__(
        self, codebook: Codebook, cohorts: Sequence[str], questions: Sequence[str]
    ) -> None:
        self._asked = {
            question: {
                wave
                for wave in codebook.waves
                if any(was_asked(codebook, question, cohort, wave) for cohort in cohorts)
            }
            for question in questions
        }

    def comparable(self, waves: Sequence[str], wave: str) -> tuple[str, ...]:
        """The waves in which some of the questions of `wave` were asked."""
        known = [asked for asked in self._asked.values() if wave in asked]
        return tuple(one for one in waves if any(one in asked for asked in known))

    def shared(self, waves: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The questions asked in every wave, and those asked in some of them only."""
        every = {q for q, asked in self._asked.items() if asked.issuperset(waves)}
        some = [q for q, asked in self._asked.items() if q not in every and asked & set(waves)]
        return tuple(q for q in self._asked if q in every), tuple(some)


def was_asked(codebook: Codebook, question: str, cohort: str, wave: str) -> bool:
    """Whether the codebook says that a cohort was asked this question in this wave."""
    found = codebook.questions[question]
    return (not found.cohorts or cohort in found.cohorts) and (
        not found.waves or wave in found.waves
    )
