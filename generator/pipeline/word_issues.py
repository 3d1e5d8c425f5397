"""What is wrong with a Word file: as a file, and as the rules see the paper in it.

word ──► find_faults ──────►┐
     └─► read_paper, rules ─┴─► WordIssues
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from generator.checks.held import Held
from generator.model.frozen import dataclass
from generator.model.issues import Family, Issue, Where


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
    held: Held, word: bytes, only: Collection[Family] = (), bare: bool = False
) -> WordIssues:
    """What is wrong with a file. held: what it is held against, its paper yet to be read.

    only: the families to check; none for all. bare: the marks of a draft in the file say whether
    it is judged as one.
    """
    from generator.checks.run_checks import run_checks
    from generator.word.package.zip_package import PackageError
    from generator.word.paper.read_paper import read_paper
    from generator.word.validity.find_faults import find_faults
    from generator.word.word_rules import WORD_UNREADABLE

    file = held.paper.file
    faults = tuple(find_faults(word, file))
    try:
        paper = read_paper(word, file)
    except PackageError as error:
        asked = not only or WORD_UNREADABLE.family in only
        told = (WORD_UNREADABLE.issue(Where(file), str(error)),) if asked else ()
        return WordIssues(faults, told, True, False)
    own = replace(held, paper=paper, final=not paper.draft if bare else held.final)
    return WordIssues(faults, tuple(run_checks(own, only)), own.final, True)
