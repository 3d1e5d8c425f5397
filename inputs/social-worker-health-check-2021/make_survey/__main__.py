"""Writes the raw exports of this example: run this folder with python.

The rows are made up. The scores of the nine themes are calibrated to what the published minute
says; survey/README.md says which. The questions are read from codebook.yaml. Two runs write the
same bytes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random
from typing import Any

import yaml
from answers import Person, Statement, calibrate_theme, draw_people
from layouts import Survey, write_limesurvey, write_smartsurvey

HERE = Path(__file__).resolve().parent
WRITERS = {"2020": write_limesurvey, "2021": write_smartsurvey}


def read(path: Path) -> Any:
    """A YAML file as plain data."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def statements_of(codebook: Any, wave: str) -> list[Statement]:
    """The statements put in a wave, with the wording of that wave."""
    return [
        Statement(
            key=key,
            text=entry.get("texts", {}).get(wave, entry["text"]),
            theme=entry["theme"],
            reversed=entry.get("reversed", False),
        )
        for key, entry in codebook["questions"].items()
        if "scale" in entry and wave in entry.get("waves", [wave])
    ]


def make_wave(codebook: Any, margins: Any, wave: str) -> Survey:
    """Everything that the export of a wave holds."""
    statements = statements_of(codebook, wave)
    random = Random(f"warwickshire-{wave}")
    people = draw_people(margins["replies"][wave], statements, random)
    for theme, score in margins["themes"][wave].items():
        calibrate_theme(people, [s for s in statements if s.theme == theme], score, random)
    for question in ("service", "level"):
        _share_out(
            people, codebook["questions"][question], question, margins[question][wave], random
        )
    for person, comment in zip(random.sample(people, 30), margins["comments"] * 3, strict=True):
        person.answers["comment"] = comment
    return Survey(
        wave=wave,
        questions=codebook["questions"],
        themes=codebook["themes"],
        statements=statements,
        people=people,
        unfinished=margins["unfinished"][wave],
        fieldwork=tuple(margins["fieldwork"][wave]),
    )


def _share_out(
    people: list[Person], question: Any, key: str, counts: list[int], random: Random
) -> None:
    options = [
        option
        for option, count in zip(question["options"], counts, strict=True)
        for _ in range(count)
    ]
    random.shuffle(options)
    for person, option in zip(people, options, strict=True):
        person.answers[key] = option


def write_exports(folder: Path) -> list[Path]:
    """Write the export of every wave into `folder`; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    codebook = read(HERE.parent / "codebook.yaml")
    margins = read(HERE / "margins.yaml")
    written = []
    for wave, write in WRITERS.items():
        path = folder / f"social_workers_{wave}.csv"
        write(path, make_wave(codebook, margins, wave))
        written.append(path)
    return written


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write the raw exports of the example survey.")
    parser.add_argument("--to", type=Path, default=HERE.parent / "survey", help="folder to write")
    for export in write_exports(parser.parse_args().to):
        sys.stdout.write(f"{export.name}\n")
