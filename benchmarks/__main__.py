"""`make bench`: the command line, a first build, a rebuild, text and large surveys, as ratios.

python -m benchmarks [--rounds N] [--only start,build,text,survey]
"""

from __future__ import annotations

import argparse
import compileall
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.paper import write_paper
from benchmarks.survey_scale import survey_scale
from benchmarks.timing import Command, compare, show
from benchmarks.written_text import written_text

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
REPORT = "health-check-2022"
COMMITTEE = [sys.executable, "-m", "generator"]


def main() -> None:
    """Run the benchmarks that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="start,build,text,survey")
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


def build(folder: Path, rounds: int) -> None:
    """First build and rebuild beside a plain script and node's docx, on the same paper."""
    from generator.starters.workspace_draft import starter_files

    workspace = folder / "workspace"
    for name, data in starter_files().items():
        path = workspace / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    cache = workspace / "output" / ".cache"
    paper = folder / "paper.json"
    charts = write_paper(workspace, REPORT, paper)
    ours = [*COMMITTEE, "build", REPORT, "--workspace", str(workspace)]

    def forget() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    def touch() -> None:
        path = workspace / "inputs" / REPORT / "report.yaml"
        path.write_text(path.read_text("utf-8") + "# a remark\n", "utf-8")

    plain = [sys.executable, str(HERE / "baseline_matplotlib.py"), str(paper)]
    results = compare(
        {
            "docxtpl + matplotlib": Command([*plain, str(folder / "plain.docx")]),
            "committee build, first": Command(ours, before=forget, folder=ROOT),
        },
        rounds,
    )
    show(f"First build, {charts} charts", results, "docxtpl + matplotlib", 0.5)
    rebuild(folder, ours, touch, paper, rounds)
    stages(ours)


def rebuild(folder: Path, ours: list[str], touch: object, paper: Path, rounds: int) -> None:
    """A build after a change of report.yaml, beside node's docx where node is installed."""
    assert callable(touch)
    commands = {"committee build, report.yaml changed": Command(ours, before=touch, folder=ROOT)}
    node = shutil.which("node")
    base = "committee build, report.yaml changed"
    if node and (ROOT / "node_modules" / "docx").is_dir():
        base = "node docx"
        script = [node, str(HERE / "baseline_docx.js"), str(paper), str(folder / "node.docx")]
        commands = {base: Command(script, folder=ROOT), **commands}
    else:
        print("\nnode or its package docx is missing (npm install): no peer for the rebuild")
    show("Rebuild", compare(commands, rounds), base, 1.0)


def stages(ours: list[str]) -> None:
    """Where the time of a rebuild goes."""
    import subprocess

    done = subprocess.run(
        [*ours, "--timings"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    print("\nStages of a rebuild\n" + done.stderr)


if __name__ == "__main__":
    main()
