"""`committee status` of a hundred reports where nothing changed, beside `committee --help`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.timing import Command, compare, show

ROOT = Path(__file__).resolve().parent.parent
COMMITTEE = [sys.executable, "-m", "generator"]
REPORTS = 100
GOAL = 1.0  # seconds


def statuses(workspace: Path, report: str, rounds: int) -> None:
    """Whole processes. workspace: one with the report, of which copies are made."""
    source = workspace / "inputs" / report
    for number in range(REPORTS - len(list((workspace / "inputs").iterdir()))):
        shutil.copytree(source, source.with_name(f"copy-{number}"))
    told = [*COMMITTEE, "status", "--today", "2023-03-01", "--workspace", str(workspace)]
    results = compare(
        {
            "committee --help": Command([*COMMITTEE, "--help"], folder=ROOT),
            f"status, {REPORTS} reports": Command(told, folder=ROOT),
        },
        rounds,
    )
    show(f"Status (goal: {GOAL} s)", results, "committee --help")
