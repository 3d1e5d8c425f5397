"""Checking a report as it would be built, or a Word file, before release."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from generator.checks.held import Held
from generator.checks.registry import rule
from generator.checks.rule_settings import applied, checked_settings, in_order
from generator.checks.run_checks import run_checks
from generator.config.workspace import Workspace
from generator.errors import InputProblems
from generator.model.frozen import dataclass
from generator.model.issues import Family, Issue, Where
from generator.model.release.check_settings import RuleSetting
from generator.pipeline import stages
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.report import Prepared, prepare
from generator.pipeline.stages import Announce, silent
from generator.word.package.zip_package import PackageError
from generator.word.paper.read_paper import read_paper
from generator.word.validity.find_faults import find_faults
from generator.word.word_rules import WORD_UNREADABLE

Only = Collection[Family]


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """What was found. name: of the report, or the file as shown. final: judged as published.

    off: (rule, reason) of the rules that the council does not apply.
    """

    name: str
    final: bool
    issues: tuple[Issue, ...]
    off: tuple[tuple[str, str], ...] = ()

    @property
    def refused(self) -> bool:
        """Whether there is an error among the issues."""
        return any(issue.severity == "error" for issue in self.issues)


def check_report(
    workspace: Workspace,
    name: str,
    *,
    final: bool = False,
    only: Only = (),
    today: date | None = None,
    announce: Announce = silent,
) -> CheckedPaper:
    """Check a report as it would be built now; only the cache is written.

    final: as its copy for publication. A report that cannot be built is told with its problems.
    """
    try:
        prepared = prepare(read_inputs(workspace, name), public=final, announce=announce)
        loaded, composed = prepared.loaded, prepared.composed
        word = stages.render(prepared.inputs, loaded, composed, announce=announce).word
    except InputProblems as error:
        return CheckedPaper(name, final, _of(error.problems, only))
    found = held_issues(prepared, word, final=final, only=only, today=today)
    off = _off(loaded.report.council.checks)
    return CheckedPaper(name, final, found, off)


def held_issues(
    prepared: Prepared,
    word: bytes,
    *,
    final: bool = False,
    only: Only = (),
    today: date | None = None,
) -> tuple[Issue, ...]:
    """What is found in a report that is composed and rendered, as its council holds the rules."""
    loaded, composed = prepared.loaded, prepared.composed
    settings = checked_settings(loaded.report.council.checks)
    shown = f"{prepared.inputs.name}/{loaded.file_name}"
    held = Held(
        read_paper(word, shown),
        final,
        loaded.report,
        loaded.format,
        composed.document,
        prepared.computed.findings,
        today,
        settings,
    )
    told = [*_of(prepared.warnings, only), *_of(find_faults(word, shown), only)]
    return in_order([*applied(told, settings), *run_checks(held, only)])


def check_file(
    data: bytes,
    shown: str,
    against: tuple[Workspace, str] | None = None,
    *,
    only: Only = (),
    today: date | None = None,
) -> CheckedPaper:
    """Check a Word file, whoever made it. shown: its name for people.

    against: a workspace and a report of it, whose format the file is held against.
    """
    faults = find_faults(data, shown)
    try:
        paper = read_paper(data, shown)
    except PackageError as error:
        issue = WORD_UNREADABLE.issue(Where(shown), str(error))
        return CheckedPaper(shown, True, in_order(_of([*faults, issue], only)))
    held = Held(paper, not paper.draft, today=today)
    if against is not None:
        loaded = stages.load(read_inputs(*against))
        settings = checked_settings(loaded.report.council.checks)
        held = Held(
            paper, not paper.draft, loaded.report, loaded.format, None, None, today, settings
        )
    found = [*applied(_of(faults, only), held.settings), *run_checks(held, only)]
    return CheckedPaper(shown, held.final, in_order(found), _off(held.settings))


def is_file(target: str) -> bool:
    """Whether a target names a Word file rather than a report."""
    path = Path(target)
    return path.suffix.lower() in (".docx", ".docm", ".dotx") or path.is_file()


def _off(settings: Mapping[str, RuleSetting]) -> tuple[tuple[str, str], ...]:
    return tuple((rule, said.off) for rule, said in settings.items() if said.off)


def _of(issues: Collection[Issue], only: Only) -> tuple[Issue, ...]:
    """The issues of some families."""
    return tuple(one for one in issues if not only or rule(one.rule).family in only)
