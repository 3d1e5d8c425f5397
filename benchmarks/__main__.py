"""`make bench`: the command line, builds, checks, status, redlines, pulls, text and surveys.

python -m benchmarks [--rounds N] [--only start,build,check,status,redline,pull,text,survey]
"""

from __future__ import annotations

import argparse
import compileall
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.checks import checks
from benchmarks.paper import write_paper
from benchmarks.pulls import pulls
from benchmarks.redlines import redlines
from benchmarks.statuses import statuses
from benchmarks.survey_scale import survey_scale
from benchmarks.timing import Command, compare, show
from benchmarks.written_text import written_text

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
REPORT = "health-check-2022"
WORDS = ("health", "well-being")
COMMITTEE = [sys.executable, "-m", "generator"]


def main() -> None:
    """Run the benchmarks that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="start,build,check,status,redline,pull,text,survey")
    chosen = parser.parse_args()
    wanted = set(chosen.only.split(","))
    # An installed program has its bytecode; a checkout has it only where Python may write it.
    compileall.compile_dir(ROOT / "generator", quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "start" in wanted:
            start(chosen.rounds)
        if "build" in wanted:
            build(folder, chosen.rounds)
        if "check" in wanted:
            check(folder / "checked", chosen.rounds)
        if "status" in wanted:
            statuses(example_workspace(folder / "many"), REPORT, chosen.rounds)
        if "redline" in wanted:
            redline(folder, chosen.rounds)
        if "pull" in wanted:
            pull(folder / "pulled", chosen.rounds)
        if "text" in wanted:
            written_text(chosen.rounds)
        if "survey" in wanted:
            survey_scale(folder)


def start(rounds: int) -> None:
    """`committee --help` beside the imports it cannot do without."""
    results = compare(
        {
            "import click, yaml": Command([sys.executable, "-c", "import click, yaml"]),
            "committee --help": Command([*COMMITTEE, "--help"], folder=ROOT),
        },
        rounds,
    )
    show("Start", results, "import click, yaml", 1.5)


def redline(folder: Path, rounds: int) -> None:
    """Two Word files compared."""
    workspace = example_workspace(folder)
    subprocess.run(
        [*COMMITTEE, "build", REPORT, "--workspace", str(workspace)],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    redlines(folder, workspace / "output" / REPORT / f"{REPORT}.docx", rounds)


def check(folder: Path, rounds: int) -> None:
    """A report and a long Word file checked."""
    workspace = example_workspace(folder)
    narrative = workspace / "inputs" / REPORT / "narrative.md"
    checks(workspace, REPORT, lambda: change_a_word(narrative), rounds)


def pull(folder: Path, rounds: int) -> None:
    """Officers' edits brought back into the sources."""
    workspace = example_workspace(folder)
    subprocess.run(
        [*COMMITTEE, "build", REPORT, "--workspace", str(workspace)],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    pulls(workspace, REPORT, rounds)


def example_workspace(folder: Path) -> Path:
    """A workspace with the example report."""
    from generator.starters.workspace_draft import starter_files

    workspace = folder / "workspace"
    for name, data in starter_files().items():
        path = workspace / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return workspace


def build(folder: Path, rounds: int) -> None:
    """First build and rebuild beside a plain script and node's docx, on the same paper."""
    workspace = example_workspace(folder)
    cache = workspace / "output" / ".cache"
    paper = folder / "paper.json"
    charts = write_paper(workspace, REPORT, paper)
    ours = [*COMMITTEE, "build", REPORT, "--workspace", str(workspace)]

    def forget() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    plain = [sys.executable, str(HERE / "baseline_matplotlib.py"), str(paper)]
    results = compare(
        {
            "docxtpl + matplotlib": Command([*plain, str(folder / "plain.docx")]),
            "committee build, first": Command(ours, before=forget, folder=ROOT),
        },
        rounds,
    )
    show(f"First build, {charts} charts", results, "docxtpl + matplotlib", 0.4)
    rebuild(folder, ours, workspace / "inputs" / REPORT, paper, rounds)
    warm(workspace, rounds)
    stages(ours)


def rebuild(folder: Path, ours: list[str], report: Path, paper: Path, rounds: int) -> None:
    """Builds after a changed word, report.yaml and sign_offs.yaml, beside node's docx."""
    changes = {
        "a word changed": lambda: change_a_word(report / "narrative.md"),
        "report.yaml changed": lambda: change_a_word(report / "report.yaml"),
        "sign_offs.yaml changed": lambda: sign_another_day(report / "sign_offs.yaml"),
    }
    commands = {
        f"committee build, {name}": Command(ours, before=change, folder=ROOT)
        for name, change in changes.items()
    }
    base = next(iter(commands))
    node = peer()
    if node:
        base = "node docx"
        script = [node, str(HERE / "baseline_docx.js"), str(paper), str(folder / "node.docx")]
        commands = {base: Command(script, folder=ROOT), **commands}
    show("Rebuild", compare(commands, rounds), base, 1.0)


def peer() -> str:
    """Node with its package docx, installed where npm is there; '' where there is no node."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and not (ROOT / "node_modules" / "docx").is_dir():
        quiet = ["--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run([npm, "install", *quiet], cwd=ROOT, check=False)
    if node and (ROOT / "node_modules" / "docx").is_dir():
        return node
    print("\nnode or its package docx is missing: no peer for the rebuild")
    return ""


def change_a_word(path: Path) -> None:
    """Exchange a word that is printed for another, and back the next time."""
    text = path.read_text("utf-8")
    one, other = ("Teams have", "Some teams have") if path.suffix == ".md" else WORDS
    new = text.replace(other, one, 1) if other in text else text.replace(one, other, 1)
    assert new != text
    path.write_text(new, "utf-8")


def sign_another_day(path: Path) -> None:
    """Exchange the initials of a sign-off code for others, and back the next time."""
    text = path.read_text("utf-8")
    new = re.sub(r"\[([A-Z])([A-Z])/", r"[\2\1/", text, count=1)
    assert new != text
    path.write_text(new, "utf-8")


def warm(workspace: Path, rounds: int) -> None:
    """One changed paragraph after another in a process that stays, as a desk has."""
    from generator.config.workspace import find_workspace
    from generator.pipeline.report import build_report

    opened = find_workspace(workspace)
    path = workspace / "inputs" / REPORT / "narrative.md"
    taken = []
    for _ in range(rounds + 2):
        change_a_word(path)
        start = perf_counter()
        build_report(opened, REPORT)
        taken.append(perf_counter() - start)
    seconds = median(taken[2:])
    goal = "met" if seconds <= 0.12 else "MISSED"
    print(f"\nWarm process, a word changed: {seconds:.3f} s (goal 0.12 s: {goal})")


def stages(ours: list[str]) -> None:
    """Where the time of a rebuild goes."""
    done = subprocess.run(
        [*ours, "--timings"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    print("\nStages of a rebuild\n" + done.stderr)


if __name__ == "__main__":
    main()
