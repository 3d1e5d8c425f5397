"""What is wrong with a Word file: as a file, and as the rules see the paper in it.

    render ──► find_faults ─────────────────────────►┐
    rules are loaded ──► read_paper ─┬─► run_checks ─┼─► WordIssues
                                     └─► run_checks ─┘

Where there are two processors, each line is a process of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any

from generator.checks.held import Held
from generator.model.frozen import dataclass
from generator.model.issues import Family, Issue, Where, issue_from
from generator.pipeline.second_process import second_process

_Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class WordIssues:
    """What was found. faults: in the file, as their rules hold them. issues: in the paper, as the
    council holds them. final: it was judged as published. readable: there was a paper to judge.
    """

    faults: tuple[Issue, ...]
    issues: tuple[Issue, ...]
    final: bool
    readable: bool


def word_issues(
    held: Held, render: Callable[[], bytes], only: Collection[Family] = (), bare: bool = False
) -> WordIssues:
    """What is wrong with the Word file that `render` makes, which is called once.

    held: what it is held against, with a paper that only has the file's name. only: the families
    to check; none for all. bare: the marks of a draft in the file say whether it is judged as one.
    """
    with second_process(lambda: _paper_check(held, only, bare)) as other:
        word = render()
        other.give(word)
        faults = _faults(word, held.paper.file)
        answer = other.answer()
    told: _Answer = json.loads(answer or _paper_check(held, only, bare)(word))
    issues = tuple(issue_from(one) for one in told["issues"])
    return WordIssues(faults, issues, told["final"], told["readable"])


def _faults(word: bytes, file: str) -> tuple[Issue, ...]:
    from generator.word.validity.find_faults import find_faults

    return tuple(find_faults(word, file))


def _paper_check(held: Held, only: Collection[Family], bare: bool) -> Callable[[bytes], bytes]:
    """What judges the paper in a Word file, with all that it needs loaded; the answer as JSON."""
    import generator.checks.run_checks  # noqa: F401 - the rules, which take as long as a render
    from generator.word.package.zip_package import PackageError
    from generator.word.paper.read_paper import read_paper
    from generator.word.word_rules import WORD_UNREADABLE

    def check(word: bytes) -> bytes:
        file = held.paper.file
        try:
            paper = read_paper(word, file)
        except PackageError as error:
            asked = not only or WORD_UNREADABLE.family in only
            told = [WORD_UNREADABLE.issue(Where(file), str(error))] if asked else []
            return _answer(told, True, False)
        own = replace(held, paper=paper, final=not paper.draft if bare else held.final)
        return _answer(_checked(own, only), own.final, True)

    return check


def _checked(held: Held, only: Collection[Family]) -> list[Issue]:
    """The issues of all families, in their order; those of the latter half found by a process."""
    from generator.checks.run_checks import CHECKS, run_checks

    asked = [one for one in CHECKS if not only or one in only]
    if len(asked) < 2:
        return list(run_checks(held, only))
    half = len(asked) // 2

    def rest(_nothing: bytes) -> bytes:
        return json.dumps(_plain(run_checks(held, asked[half:]))).encode()

    with second_process(lambda: rest) as other:
        other.give(b"")
        found = list(run_checks(held, asked[:half]))
        answer = other.answer() or rest(b"")
    return [*found, *map(issue_from, json.loads(answer))]


def _answer(issues: Iterable[Issue], final: bool, readable: bool) -> bytes:
    told = {"issues": _plain(issues), "final": final, "readable": readable}
    return json.dumps(told).encode()


def _plain(issues: Iterable[Issue]) -> list[dict[str, Any]]:
    return [one.as_plain() for one in issues]
