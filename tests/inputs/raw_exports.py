"""A second, plain way to the figures: the raw exports by csv and openpyxl, shares by hand.

It imports nothing of the program, so that agreement between the two means something.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import yaml

FOLDER = Path(__file__).resolve().parents[2] / "inputs" / "health-check-2022"
METADATA = ("ID", "Id", "Start time", "Completion time", "Email", "Name", "Last modified time")


@dataclass(frozen=True)
class Export:
    """One export: cleaned headings (repeats kept in order) and the rows that count."""

    headings: list[str]
    rows: list[list[str]]
    left_out: int

    def column(self, heading: str, occurrence: int = 0) -> list[str]:
        """The answers under a heading; `occurrence` of those that repeat."""
        at = [i for i, text in enumerate(self.headings) if text == heading][occurrence]
        return [row[at] for row in self.rows]


@cache
def codebook() -> Any:
    """codebook.yaml as plain data; dates are not wanted as dates."""
    text = (FOLDER / "codebook.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


@cache
def export(cohort: str, wave: str) -> Export:
    """Read an export and leave out the test answer and every answer that was sent twice."""
    [entry] = [f for f in codebook()["files"] if (f["cohort"], f["wave"]) == (cohort, wave)]
    table = raw_table(FOLDER / entry["file"])
    headings = [tidy(text) for text in table[0]]
    first = sum(heading in METADATA for heading in headings)
    counted: dict[tuple[str, ...], list[str]] = {}
    for row in table[1:]:
        if not any("TEST ANSWER" in cell for cell in row):
            counted[tuple(row[first:])] = row
    repeated = [h.removesuffix("2") if h.removesuffix("2") in headings else h for h in headings]
    return Export(repeated, list(counted.values()), len(table) - 1 - len(counted))


def raw_table(path: Path) -> list[list[str]]:
    """Every cell as text, empty ones as ''."""
    if path.suffix == ".csv":
        text = path.read_bytes().decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline="")))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [
        ["" if cell is None else str(cell) for cell in row]
        for row in sheet.iter_rows(values_only=True)
    ]


def tidy(text: str) -> str:
    """One space between words, whatever white space the export has there."""
    return " ".join(text.replace("\u00a0", " ").split())


def answers(cohort: str, wave: str, question: str) -> list[str]:
    """What everybody answered, in the codebook's words; '' for those who gave no answer."""
    entry = codebook()["questions"][question]
    scale = codebook()["scales"].get(entry.get("scale"), {})
    renamed = {**scale.get("renamed_options", {}), **entry.get("renamed_options", {})}
    nothing = {*entry.get("not_applicable", []), *entry.get("prefer_not_to_say", []), ""}
    text = entry.get("texts", {}).get(wave, entry["text"])
    occurrence = [
        key
        for key, other in codebook()["questions"].items()
        if other.get("texts", {}).get(wave, other["text"]) == text
        and cohort in other.get("cohorts", [cohort])
    ].index(question)
    column = export(cohort, wave).column(tidy(text), occurrence)
    if entry["kind"] == "multi":
        parts = [[renamed.get(p, p) for p in cell.split(";") if p] for cell in column]
        return [";".join(p) for p in parts]
    return ["" if cell in nothing else renamed.get(cell, cell) for cell in column]


def asked(cohort: str, wave: str) -> list[str]:
    """Ids of the questions that the codebook expects in an export."""
    return [
        key
        for key, entry in codebook()["questions"].items()
        if cohort in entry.get("cohorts", [cohort]) and wave in entry.get("waves", [wave])
    ]
