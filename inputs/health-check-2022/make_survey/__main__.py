"""Writes the raw exports of the example report: `python inputs/health-check-2022/make_survey`.

The rows are made up. What they add up to is calibrated to the figures that two published committee
papers print; survey/README.md says which, and where those papers contradict themselves.
Two runs write the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime, time
from pathlib import Path
from typing import Any

import yaml
from answers import Wave, answer_all, questions_of
from exports import headings, rows, write_csv, write_xlsx

HERE = Path(__file__).resolve().parent
COHORTS = ("sw", "wf")
YEARS = (2019, 2020, 2021, 2022)
CSV = frozenset({("sw", 2019), ("sw", 2021), ("wf", 2019), ("wf", 2020)})


def read(name: str) -> Any:
    """One of the YAML files beside this script."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def write_exports(folder: Path) -> list[Path]:
    """Write every export into `folder`; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    questionnaire, comments = read("questionnaire.yaml"), read("comments.yaml")
    written = []
    for cohort in COHORTS:
        margins = read(f"margins_{cohort}.yaml")
        for year in YEARS:
            questions = questions_of(questionnaire, cohort, year)
            written.append(_write(folder, Wave(cohort, year, questions, margins, comments)))
    return written


def _write(folder: Path, wave: Wave) -> Path:
    suffix = "csv" if (wave.cohort, wave.year) in CSV else "xlsx"
    path = folder / f"{wave.cohort}_{wave.year}.{suffix}"
    heading, body = headings(wave, suffix), rows(wave, answer_all(wave))
    if suffix == "csv":
        write_csv(path, heading, body)
    else:
        last = wave.margins["fieldwork"][wave.year][1]
        write_xlsx(path, heading, body, datetime.combine(last, time(17)))
    return path


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write the raw exports of the example survey.")
    parser.add_argument("--to", type=Path, default=HERE.parent / "survey", help="folder to write")
    for export in write_exports(parser.parse_args().to):
        sys.stdout.write(f"{export.name}\n")
