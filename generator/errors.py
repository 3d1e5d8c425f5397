"""The errors that a user sees: one small tree under click.ClickException.

A problem is an Issue and reads *where: what; how to mend it*. Stages gather every problem they can
find and raise them together, so that a user mends an input folder once and not line by line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import IO, Any, TypeVar

import click

from generator.model.issues import Issue, Rule, Where

T = TypeVar("T")


class CommitteeError(click.ClickException):
    """Base of every error that the program raises on purpose; exit status 1."""

    exit_code = 1


class InputProblems(CommitteeError):
    """Problems in the inputs, all of those a stage found. `problems` is never empty."""

    def __init__(self, problems: Iterable[Issue]) -> None:
        self.problems: tuple[Issue, ...] = tuple(dict.fromkeys(problems))
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
        self.found: list[Issue] = []

    def add(self, rule: Rule, where: Where, message: str, mend: str = "") -> None:
        """Note one problem, by the rule that it breaks."""
        self.found.append(rule.issue(where, message, mend))

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
