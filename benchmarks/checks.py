"""`committee check` of a report beside its rebuild, and of a Word file of 500 pages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.timing import Command, compare, show

ROOT = Path(__file__).resolve().parent.parent
GOAL = 1.0  # times a rebuild
ANEW = "committee check, not yet built"
PAGES, PER_PAGE = 500, 9
SECONDS, MEGABYTES = 10.0, 500


def checks(workspace: Path, report: str, change: Callable[[], None], rounds: int) -> None:
    """Whole processes. change: changes a word of the report, which has been built."""
    ours = [sys.executable, "-m", "generator"]
    there = ["--workspace", str(workspace)]
    build, check = [*ours, "build", report, *there], [*ours, "check", report, *there]

    def changed() -> None:
        """The word goes to and fro: the answer that was kept with it must not count.

        What else is kept is only of the last check, in which the other word stood.
        """
        change()
        for kept in (workspace / "output" / ".cache").glob("**/check"):
            shutil.rmtree(kept)

    def built() -> None:
        changed()
        subprocess.run(build, check=True, capture_output=True, cwd=ROOT)

    base = "committee build, a word changed"
    results = compare(
        {
            base: Command(build, before=change, folder=ROOT),
            "committee check of what was built": Command(check, before=built, folder=ROOT),
            ANEW: Command(check, before=changed, folder=ROOT),
            "committee check, again": Command(check, folder=ROOT),
        },
        rounds,
    )
    anew = results.pop(ANEW)
    show("Check", results, base, GOAL)
    show("Check that composes and renders first", {base: results[base], ANEW: anew}, base)
    large = _large(workspace, report)
    name = f"committee check, {PAGES} pages"
    results = compare({name: Command([*ours, "check", str(large)], folder=ROOT)}, min(rounds, 3))
    show(f"Check of {PAGES} pages (goals: {SECONDS:g} s, {MEGABYTES} MB)", results, name, 1.0)


def _large(workspace: Path, report: str) -> Path:
    """A report of about 500 pages, built once."""
    from generator.config.workspace import find_workspace
    from generator.pipeline.report import build_report

    folder = workspace / "inputs" / "large"
    shutil.copytree(workspace / "inputs" / report, folder)
    narrative = folder / "narrative.md"
    text = narrative.read_text("utf-8")
    place = text.index("\n# Next steps")
    more = "".join(
        f"\nParagraph {number} says again what the one before it said, so that the report is long "
        "enough for a page to hold nine of it, each of some three lines of text on a page of A4 "
        f"with margins of two and a half centimetres.\n"
        for number in range(PAGES * PER_PAGE)
    )
    narrative.write_text(f"{text[:place]}\n{more}{text[place:]}", "utf-8")
    built = build_report(find_workspace(workspace), "large")
    path = workspace / "large.docx"
    path.write_bytes(next(data for name, data in built.files.items() if name.endswith(".docx")))
    shutil.rmtree(folder)
    return path
