"""Whole-process timing, interleaved: every command once per round, so that a drifting clock or a
busy machine touches all of them alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, what to do before each run of it (not timed), and where to run it."""

    arguments: Sequence[str]
    before: Callable[[], None] = lambda: None
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """Seconds of each run, and the largest resident memory of any, in MB (0 where unknown)."""

    seconds: tuple[float, ...]
    memory: float

    @property
    def median(self) -> float:
        """The middle run, in seconds."""
        return statistics.median(self.seconds)


def compare(commands: Mapping[str, Command], rounds: int = 7) -> dict[str, Result]:
    """Run every command `rounds` times after one run that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    memory = dict.fromkeys(commands, 0.0)
    for number in range(rounds + 1):
        for name, command in commands.items():
            command.before()
            taken, peak = _run(command)
            memory[name] = max(memory[name], peak)
            if number:
                seconds[name].append(taken)
    return {name: Result(tuple(seconds[name]), memory[name]) for name in commands}


def _run(command: Command) -> tuple[float, float]:
    start = time.perf_counter()
    process = subprocess.Popen(
        list(command.arguments),
        cwd=command.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    errors = process.stderr.read() if process.stderr else b""
    peak = 0.0
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        process.returncode = code
        scale = 1024 * 1024 if sys.platform == "darwin" else 1024
        peak = usage.ru_maxrss / scale
    else:
        code = process.wait()
    taken = time.perf_counter() - start
    if process.stderr:
        process.stderr.close()
    if code:
        raise SystemExit(f"{' '.join(command.arguments)} failed:\n{errors.decode()}")
    return taken, peak


def show(title: str, results: Mapping[str, Result], to: str, limit: float | None = None) -> None:
    """Print medians, spread, ratio to one of them, and memory."""
    base = results[to].median
    print(f"\n{title}")
    for name, result in results.items():
        spread = f"{min(result.seconds):.3f} to {max(result.seconds):.3f}"
        peak = f"{result.memory:5.0f} MB" if result.memory else ""
        ratio = result.median / base
        goal = ""
        if limit is not None and name != to:
            goal = f"  (goal: {limit} or less)"
        print(f"  {name:34} {result.median:6.3f} s  [{spread}]  x{ratio:.2f}  {peak}{goal}")
