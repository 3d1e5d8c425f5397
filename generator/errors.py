"""The errors that a user sees: one small tree under click.ClickException.

A problem reads *where: what; how to mend it*. Stages gather every problem they can find and raise
them together, so that a user mends an input folder once and not line by line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from typing import IO, Any, TypeVar

import click

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Where:
    """A place in an input: a file (workspace-relative, with forward slashes), a line, a path in it.

    `line` counts from 1; `path` is a dotted YAML path, a column, a sheet or a cell, as text.
    """

    file: str
    line: int | None = None
    path: str | None = None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.path}" if self.path else place


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in an input: where it is, what is wrong, and how to mend it."""

    where: Where
    what: str
    mend: str = ""

    def __str__(self) -> str:
        place = str(self.where)
        text = f"{place}: {self.what}" if place else self.what
        return f"{text}; {self.mend}" if self.mend else text


class CommitteeError(click.ClickException):
    """Base of every error that the program raises on purpose; exit status 1."""

    exit_code = 1


class InputProblems(CommitteeError):
    """Problems in the inputs, all of those a stage found. `problems` is never empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(dict.fromkeys(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print every problem on a line of its own, then their number, on standard error."""
        for problem in self.problems:
            click.echo(f"{click.style('error', fg='red')}: {problem}", file=file, err=True)
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        click.echo(f"{count} {noun} found.", file=file, err=True)


class WrongUsage(InputProblems):
    """The command line names something that is not there: a workspace, a report. Exit status 2."""

    exit_code = 2


class Problems:
    """Gathers problems from several steps: `add` what you see, `collecting` what a step raises."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, where: Where, what: str, mend: str = "") -> None:
        """Note one problem."""
        self.found.append(Problem(where, what, mend))

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """Run a step; keep the InputProblems it raises for later. Its result is then unset."""
        try:
            yield
        except InputProblems as error:
            self.found.extend(error.problems)

    def attempt(self, step: Callable[[], T]) -> T | None:
        """The step's result, or None when it raised problems, which are kept."""
        results: list[T] = []
        with self.collecting():
            results.append(step())
        return results[0] if results else None

    def raise_any(self) -> None:
        """Raise InputProblems when anything was found."""
        if self.found:
            raise InputProblems(self.found)


def did_you_mean(word: str, known: Sequence[str], before: str = "") -> str:
    """'did you mean 'title'?' for a near miss of a known word; else the known words, or ''.

    before: what stands before each of them, such as their folder.
    """
    folded = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.6)
    if near:
        return f"did you mean {before + folded[near[0]]!r}?"
    if known and len(known) <= 12:
        return "known: " + ", ".join(before + name for name in sorted(known))
    return ""
