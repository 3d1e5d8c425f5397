"""What is wrong with a Word file: as a file, and as the rules see the paper in it.

word ──► find_faults ──────►┐
     └─► read_paper, rules ─┴─► WordIssues

A file that was just written is not looked at as one again where it differs from a valid one by its
words alone. Where it has no fault, its parts are read as they were written.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass as plain_dataclass
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.checks.held import Held
from generator.checks.text_finds import TextFinds
from generator.model.frozen import dataclass
from generator.model.issues import Family, Issue, Where
from generator.model.release.paper import Paper

if TYPE_CHECKING:
    from generator.word.paper.known_charts import KnownCharts


@dataclass(frozen=True, slots=True)
class WordIssues:
    """What was found. faults: in the file, as their rules hold them. issues: in the paper, as the
    council holds them. final: it was judged as published. readable: there was a paper to judge.
    """

    faults: tuple[Issue, ...]
    issues: tuple[Issue, ...]
    final: bool
    readable: bool


@plain_dataclass(slots=True)
class Looks:
    """What was seen at the last check of a report, and then at this one.

    sound: the wordless digest of a package that has no fault. finds: what its texts hold. charts:
    as they were read.
    """

    sound: str
    finds: TextFinds
    charts: KnownCharts

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Looks:
        """As `as_data` told it; empty where it says nothing. Raises KeyError, TypeError."""
        from generator.word.paper.known_charts import KnownCharts

        charts = KnownCharts(data.get("charts"))
        return cls(str(data.get("sound", "")), TextFinds(data.get("finds")), charts)

    def as_data(self) -> dict[str, Any]:
        """As JSON data."""
        said = {"finds": self.finds.as_data(), "charts": self.charts.as_data()}
        return {"sound": self.sound, **said}


def word_issues(
    held: Held, word: bytes, only: Collection[Family] = (), bare: bool = False
) -> WordIssues:
    """What is wrong with a file. held: what it is held against, its paper yet to be read.

    only: the families to check; none for all. bare: the marks of a draft in the file say whether
    it is judged as one.
    """
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
    return _judged(
        replace(held, final=not paper.draft if bare else held.final), paper, faults, only
    )


def written_issues(
    held: Held, parts: Mapping[str, bytes], looks: Looks, only: Collection[Family] = ()
) -> WordIssues:
    """The same of a file that was just written, by its parts. What is seen goes into `looks`."""
    from generator.word.package.zip_package import PackageError, write_package
    from generator.word.paper.read_paper import read_paper

    held = replace(held, finds=looks.finds)
    if _is_sound(parts, looks, held.paper.file):
        with suppress(PackageError):
            paper = read_paper(parts, held.paper.file, looks.charts)
            return _judged(held, paper, (), only)
    return word_issues(held, write_package(parts), only)


def _is_sound(parts: Mapping[str, bytes], looks: Looks, file: str) -> bool:
    """Whether a package has no fault: as one that differs by its words, or looked at anew."""
    from generator.word.paper.wordless_digest import wordless_digest

    digest = wordless_digest(parts)
    if not digest or digest != looks.sound:
        from generator.word.package.zip_package import write_package
        from generator.word.validity.find_faults import find_faults

        looks.sound = ""
        if find_faults(write_package(parts), file):
            return False
        looks.sound = digest
    return True


def _judged(
    held: Held, paper: Paper, faults: tuple[Issue, ...], only: Collection[Family]
) -> WordIssues:
    from generator.checks.run_checks import run_checks

    own = replace(held, paper=paper)
    return WordIssues(faults, tuple(run_checks(own, only)), own.final, True)
