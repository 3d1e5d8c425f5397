"""Checking a report as it would be built, or a Word file, before release."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.checks.held import Held
from generator.config.files import Files
from generator.config.jurisdictions import every_law, load_law
from generator.config.workspace import SIGN_OFFS_FILE, Workspace
from generator.errors import InputProblems
from generator.model.frozen import dataclass
from generator.model.issues import Family, Issue, Where, issue_from
from generator.model.release.paper import Paper
from generator.model.report import Report
from generator.pipeline import stages
from generator.pipeline.as_built import as_built
from generator.pipeline.read_inputs import Inputs, read_inputs
from generator.pipeline.report import Prepared, prepare
from generator.pipeline.stage_values import Loaded
from generator.pipeline.stages import Announce, silent
from generator.pipeline.word_issues import Looks, word_issues, written_issues
from generator.publish.kept_answers import KeptAnswer
from generator.publish.kept_looks import KeptLooks
from generator.signoff.release_refusals import release_refusals

Only = Collection[Family]
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """What was found. name: of the report, or the file as shown. final: judged as published.

    off: (rule, reason) of the rules that the council does not apply, or the report not everywhere.
    """

    name: str
    final: bool
    issues: tuple[Issue, ...]
    off: tuple[tuple[str, str], ...] = ()


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

    final: as its copy for publication, sign-offs too. A report that cannot be built is told with
    its problems. What was found is kept while no file changes that it was found in.
    """
    folder = workspace.report_folder(name)
    asked = json.dumps([final, sorted(only), str(today)])
    kept = KeptAnswer(workspace, folder, Files(workspace.root), "check", asked)
    with suppress(ValueError, KeyError, TypeError):
        answer = kept.get()
        if answer is not None:
            return _from_plain(answer)
    inputs = read_inputs(workspace, name)
    seen = KeptLooks(workspace, folder, inputs.files, json.dumps([final, sorted(only)]))
    found = None if final else _checked_as_built(inputs, seen, only, today)
    found = found or _checked(inputs, seen, final, only, today, announce)
    kept.put(_plain(found), inputs.files.seen)
    return found


def _checked_as_built(
    inputs: Inputs, seen: KeptLooks, only: Only, today: date | None
) -> CheckedPaper | None:
    """The same of the draft as it was just built; None where it would be built otherwise now."""
    built = as_built(inputs)
    if built is None:
        return None
    loaded = stages.load(inputs)
    parts = built.parts(inputs, loaded)
    if parts is None:
        return None
    held = _held(inputs, loaded, False, today, excused=built.excused)
    issues = _told(held, parts, built.warnings, seen, only)
    return CheckedPaper(inputs.name, False, issues, _off(held))


def _told(
    held: Held, parts: Mapping[str, bytes], warnings: Collection[Issue], seen: KeptLooks, only: Only
) -> tuple[Issue, ...]:
    """What is found in a report that was just written. warnings: of its composition."""
    looks = _looks(seen)
    found = written_issues(held, parts, looks, only)
    seen.put(looks.as_data())
    return _as_held(held, _of([*warnings, *found.faults], only), found.issues)


def _looks(seen: KeptLooks) -> Looks:
    with suppress(KeyError, TypeError):
        return Looks.of(seen.get())
    return Looks.of({})


def _checked(
    inputs: Inputs,
    seen: KeptLooks,
    final: bool,
    only: Only,
    today: date | None,
    announce: Announce,
) -> CheckedPaper:
    refused: list[Issue] = []
    draft: Prepared | None = None
    try:
        if final:
            draft = prepare(inputs, announce=announce)
            refused += sign_off_refusals(draft, today or date.today())
        prepared = prepare(inputs, public=final, announce=announce)
        loaded, composed = prepared.loaded, prepared.composed
        parts = stages.render(inputs, loaded, composed, announce=announce).parts
    except InputProblems as error:
        return CheckedPaper(inputs.name, final, _of([*error.problems, *refused], only))
    held = hold(prepared, draft, final=final, today=today)
    told = _told(held, parts, prepared.warnings, seen, only)
    issues = _as_held(held, [], [*told, *_of(refused, only)])
    return CheckedPaper(inputs.name, final, issues, _off(held))


def sign_off_refusals(draft: Prepared, today: date) -> Iterator[Issue]:
    """What stands between the sign-offs of a draft and its release."""
    signed, report = draft.composed.sign_offs, draft.loaded.report
    rows = signed.rows if signed is not None else ()
    where = Where(draft.inputs.shown(SIGN_OFFS_FILE))
    return release_refusals(rows, where, report.published, today)


def hold(
    prepared: Prepared,
    draft: Prepared | None = None,
    *,
    final: bool = False,
    today: date | None = None,
) -> Held:
    """What a composed report is held against, its paper yet to be read: it has only a name.

    draft: of a copy for publication, the draft, which prints what is exempt too. Raises
    InputProblems where report.yaml excuses a table or chart that there is not.
    """
    from generator.checks.consistent.excused_captions import excused_captions

    inputs, loaded = prepared.inputs, prepared.loaded
    exempt = _exempt_words(draft) if draft is not None else ()
    excused = excused_captions(loaded.report, prepared.document)
    return _held(inputs, loaded, final, today, exempt, excused)


def _held(
    inputs: Inputs,
    loaded: Loaded,
    final: bool,
    today: date | None,
    exempt: tuple[str, ...] = (),
    excused: Mapping[str, str] = _NOTHING,
) -> Held:
    council = loaded.report.council
    return Held(
        Paper(f"{inputs.name}/{loaded.file_name}", ()),
        final,
        loaded.report,
        loaded.format,
        True,
        today,
        council.checks,
        (load_law(inputs.workspace, council),),
        exempt,
        excused,
    )


def held_issues(held: Held, word: bytes, warnings: Collection[Issue]) -> tuple[Issue, ...]:
    """What is found in a report, as its council holds the rules. warnings: of its composition.

    Raises InputProblems for settings of the council that are wrong.
    """
    found = word_issues(held, word)
    return _as_held(held, [*warnings, *found.faults], found.issues)


def _as_held(held: Held, told: Collection[Issue], found: Collection[Issue]) -> tuple[Issue, ...]:
    """What was told as the council holds it, and what was found so, in their order."""
    from generator.checks.rule_settings import applied, checked_settings, in_order

    return in_order([*applied(told, checked_settings(held.settings)), *found])


def _exempt_words(draft: Prepared) -> tuple[str, ...]:
    """What the exempt appendices of a draft say, as they are printed; nothing where there are none.

    The draft is rendered for it, so that files which are placed whole are read as well.
    """
    from generator.checks.lawful.exempt_leaks import exempt_texts
    from generator.word.paper.read_paper import read_paper

    named = [one.title for one in draft.loaded.report.appendices if one.exemption is not None]
    if not named:
        return ()
    word = stages.render(draft.inputs, draft.loaded, draft.composed).word
    titles = [one.title for one in draft.document.sections if one.kind == "appendix"]
    return exempt_texts(read_paper(word, draft.inputs.name), named, titles)


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
    held = _held_file(shown, against, today)
    found = word_issues(held, data, only, bare=True)
    faults = _of(found.faults, only)
    if not found.readable:
        told = _as_held(replace(held, settings={}), faults, found.issues)
        return CheckedPaper(shown, True, told)
    issues = _as_held(held, faults, found.issues)
    return CheckedPaper(shown, found.final, issues, _off(held))


def _held_file(shown: str, against: tuple[Workspace, str] | None, today: date | None) -> Held:
    held = Held(Paper(shown, ()), today=today, laws=every_law())
    if against is None:
        return held
    inputs = read_inputs(*against)
    loaded = stages.load(inputs)
    council = loaded.report.council
    return replace(
        held,
        report=loaded.report,
        format=loaded.format,
        settings=council.checks,
        laws=(load_law(inputs.workspace, council),),
        excused=_excused_now(inputs, loaded.report),
    )


def _excused_now(inputs: Inputs, report: Report) -> Mapping[str, str]:
    """What the report excuses, by the labels that it prints now; nothing if it does not build."""
    from generator.checks.consistent.excused_captions import excused_captions

    if report.unmentioned:
        with suppress(InputProblems):
            return excused_captions(report, prepare(inputs).document)
    return {}


def is_file(target: str) -> bool:
    """Whether a target names a Word file rather than a report."""
    path = Path(target)
    return path.suffix.lower() in (".docx", ".docm", ".dotx") or path.is_file()


def _plain(found: CheckedPaper) -> dict[str, Any]:
    return {
        "name": found.name,
        "final": found.final,
        "issues": [issue.as_plain() for issue in found.issues],
        "off": [list(one) for one in found.off],
    }


def _from_plain(data: Mapping[str, Any]) -> CheckedPaper:
    issues = tuple(issue_from(one) for one in data["issues"])
    off = tuple((rule, reason) for rule, reason in data["off"])
    return CheckedPaper(data["name"], data["final"], issues, off)


def _off(held: Held) -> tuple[tuple[str, str], ...]:
    from generator.checks.consistent.consistent_rules import UNMENTIONED

    council = tuple((rule, said.off) for rule, said in held.settings.items() if said.off)
    return (*council, *((UNMENTIONED.id, f"{one}: {why}") for one, why in held.excused.items()))


def _of(issues: Collection[Issue], only: Only) -> tuple[Issue, ...]:
    """The issues of some families."""
    from generator.checks.registry import rule

    return tuple(one for one in issues if not only or rule(one.rule).family in only)
