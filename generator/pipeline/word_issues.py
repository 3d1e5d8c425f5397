"""What is wrong with a Word file: as a file, and as the rules see the paper in it.

    build ──► render ──► find_faults ──────►┐
    rules are loaded ──► read_paper, rules ─┴─► WordIssues

Where there are two processors, the lower line is a second process. It begins before the report is
built, while there is little in memory to share.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from generator.checks.held import Held
from generator.model.frozen import dataclass
from generator.model.issues import Family, Issue, Where, issue_from
from generator.pipeline.second_process import SecondProcess, second_process

Meanwhile = Callable[[], None]


def nothing() -> None:
    """Do nothing meanwhile."""


@dataclass(frozen=True, slots=True)
class WordIssues:
    """What was found. faults: in the file, as their rules hold them. issues: in the paper, as the
    council holds them. final: it was judged as published. readable: there was a paper to judge.
    """

    faults: tuple[Issue, ...]
    issues: tuple[Issue, ...]
    final: bool
    readable: bool


class WordJudge:
    """Tells what is wrong with one Word file."""

    def __init__(
        self, other: SecondProcess, only: Collection[Family], bare: bool, meanwhile: Meanwhile
    ) -> None:
        self._other, self._only, self._bare = other, only, bare
        self._meanwhile = meanwhile

    def issues(self, held: Held, word: bytes) -> WordIssues:
        """What is wrong with a file. held: what it is held against, its paper yet to be read."""
        import pickle

        given = pickle.dumps((held, word))
        self._other.give(given)
        faults = _faults(word, held.paper.file)
        import generator.checks.rule_settings  # noqa: F401 - all rules, for what follows

        self._meanwhile()
        answer = self._other.answer() or _paper_check(self._only, self._bare)(given)
        told: dict[str, Any] = json.loads(answer)
        issues = tuple(issue_from(one) for one in told["issues"])
        return WordIssues(faults, issues, told["final"], told["readable"])


@contextmanager
def word_judge(
    only: Collection[Family] = (), bare: bool = False, meanwhile: Meanwhile = nothing
) -> Iterator[WordJudge]:
    """Begin to load the rules, and give what judges one file within the block.

    only: the families to check; none for all. bare: the marks of a draft in the file say whether
    it is judged as one. meanwhile: what this process does before it waits for the other.
    """
    with second_process(lambda: _paper_check(only, bare)) as other:
        yield WordJudge(other, only, bare, meanwhile)


def _faults(word: bytes, file: str) -> tuple[Issue, ...]:
    from generator.word.validity.find_faults import find_faults

    return tuple(find_faults(word, file))


def _paper_check(only: Collection[Family], bare: bool) -> Callable[[bytes], bytes]:
    """What judges the paper in a Word file, with all that it needs loaded; the answer as JSON."""
    import pickle

    from generator.checks.run_checks import run_checks
    from generator.word.package.zip_package import PackageError
    from generator.word.paper.read_paper import read_paper
    from generator.word.word_rules import WORD_UNREADABLE

    def check(given: bytes) -> bytes:
        held, word = pickle.loads(given)  # of this process, or of the one that it began as
        file = held.paper.file
        try:
            paper = read_paper(word, file)
        except PackageError as error:
            asked = not only or WORD_UNREADABLE.family in only
            told = [WORD_UNREADABLE.issue(Where(file), str(error))] if asked else []
            return _answer(told, True, False)
        own = replace(held, paper=paper, final=not paper.draft if bare else held.final)
        return _answer(run_checks(own, only), own.final, True)

    return check


def _answer(issues: Iterable[Issue], final: bool, readable: bool) -> bytes:
    told = [one.as_plain() for one in issues]
    return json.dumps({"issues": told, "final": final, "readable": readable}).encode()
