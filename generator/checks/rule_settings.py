"""A council's settings, applied to what the checks found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.checks.check_rules import SETTING_UNKNOWN
from generator.checks.registry import FAMILIES, rules
from generator.errors import InputProblems, did_you_mean
from generator.model.issues import Issue
from generator.model.release.check_settings import RuleSetting

_GRAVITY = ("error", "warning", "hint")


def checked_settings(settings: Mapping[str, RuleSetting]) -> Mapping[str, RuleSetting]:
    """The settings, when every rule and number in them is known. Raises InputProblems."""
    known = {one.id: one for one in rules()}
    found: list[Issue] = []
    for name, said in settings.items():
        rule = known.get(name)
        if rule is None:
            hint = did_you_mean(name, list(known)) or "committee check --list names them all"
            found.append(SETTING_UNKNOWN.issue(said.where, f"there is no rule {name!r}", hint))
            continue
        for number in said.numbers:
            if number not in rule.thresholds:
                hint = did_you_mean(number, list(rule.thresholds)) or "it has none"
                what = f"the rule {name!r} has no number {number!r}"
                found.append(SETTING_UNKNOWN.issue(said.where, what, hint))
    if found:
        raise InputProblems(found)
    return settings


def applied(issues: Iterable[Issue], settings: Mapping[str, RuleSetting]) -> Iterator[Issue]:
    """The issues as the council holds them: those of rules that are off left out."""
    for issue in issues:
        said = settings.get(issue.rule)
        if said is None:
            yield issue
        elif not said.off:
            yield replace(issue, severity=said.severity or issue.severity)


def in_order(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues, each once: errors first, then by family, otherwise as they were found."""
    family = {one.id: one.family for one in rules()}
    order = list(FAMILIES)

    def key(issue: Issue) -> tuple[int, int]:
        of = family.get(issue.rule)
        return _GRAVITY.index(issue.severity), order.index(of) if of else len(order)

    return tuple(sorted(dict.fromkeys(issues), key=key))
