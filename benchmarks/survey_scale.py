"""Large surveys: first findings of 100,000 answers beside plain pandas, and a million in memory.

Both sides read the same file and compute the same shares, in whole processes run in turn.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Command, compare, show

QUESTIONS = 60
AGREEMENT = [
    "Strongly agree",
    "Agree",
    "Neither agree nor disagree",
    "Disagree",
    "Strongly disagree",
]

PLAIN = """
import sys
import pandas as pd
frame = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
for column in frame.columns[5:]:
    answers = frame[column]
    answers = answers[answers != ""]
    print(column, len(answers), round(100 * answers.isin(["Strongly agree", "Agree"]).mean()))
"""

OURS = """
import sys
from pathlib import Path
from generator.config.files import Files
from generator.survey.compute import compute_findings
folder = Path(sys.argv[1])
for key, finding in compute_findings(folder, Files(folder.parent.parent)).items.items():
    estimate = finding.estimate()
    print(key, estimate.base, estimate.value)
"""


def survey_scale(folder: Path) -> None:
    """Print both comparisons."""
    hundred = write_survey(folder / "hundred", 100_000)
    ours = Command([sys.executable, "-c", OURS, str(hundred)])
    plain = Command([sys.executable, "-c", PLAIN, str(hundred / "answers.csv")])
    results = compare({"plain pandas": plain, "committee": ours}, rounds=3)
    show("100,000 answers x 60 questions, first findings", results, "plain pandas", 1.2)
    million = write_survey(folder / "million", 1_000_000, findings=6)
    command = Command([sys.executable, "-c", OURS, str(million)])
    result = compare({"committee": command}, rounds=1)
    show("1,000,000 answers, six findings (goal: under 2,048 MB)", result, "committee")


def write_survey(root: Path, answers: int, findings: int = QUESTIONS) -> Path:
    """A report folder with one Microsoft Forms csv; returns the folder."""
    folder = root / "inputs" / "scale"
    folder.mkdir(parents=True)
    with (folder / "answers.csv").open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(_rows(answers))
    names = [f"q{number}" for number in range(1, QUESTIONS + 1)]
    questions = "".join(
        f"  {name}: {{text: {_question(i)!r}, kind: scale, scale: agreement}}\n"
        for i, name in enumerate(names, 1)
    )
    (folder / "codebook.yaml").write_text(
        "cohorts: {staff: {name: staff}}\nwaves: ['2023']\n"
        f"files:\n  - {{file: answers.csv, cohort: staff, wave: '2023', sent: {answers * 2}}}\n"
        f"scales: {{agreement: {{options: {AGREEMENT}}}}}\nquestions:\n{questions}",
        "utf-8",
    )
    wanted = "".join(
        f"    {name}: {{measure: percent, question: {name}, options: [Strongly agree, Agree]}}\n"
        for name in names[:findings]
    )
    text = f"wave: '2023'\nfindings:\n  staff:\n{wanted}"
    (folder / "findings.yaml").write_text(text, "utf-8")
    return folder


def _question(number: int) -> str:
    return f"Statement {number}: this is about as long as a real statement in a staff survey"


def _rows(answers: int) -> Iterator[str]:
    head = ["Id", "Start time", "Completion time", "Email", "Name"]
    head += [_question(number) for number in range(1, QUESTIONS + 1)]
    yield ",".join(f'"{text}"' for text in head) + "\n"
    chance = random.Random(1)
    pool = [
        ",".join(chance.choices([*AGREEMENT, ""], [25, 35, 15, 15, 5, 5], k=QUESTIONS))
        for _ in range(2_000)
    ]
    for number in range(1, answers + 1):
        day = f"9/{number % 28 + 1}/2023 10:00:00"
        yield f"{number},{day},{day},anonymous,,{pool[chance.randrange(2_000)]}\n"
