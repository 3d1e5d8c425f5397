"""The rules, listed and explained on a terminal."""

from __future__ import annotations

from collections.abc import Collection

import click

from generator.checks.registry import FAMILIES, rules
from generator.cli.shared_options import print_json
from generator.cli.terminal import print_table, print_text
from generator.errors import did_you_mean
from generator.model.issues import Rule


def list_all(only: Collection[str], as_json: bool) -> None:
    """Every rule, by family."""
    found = [one for one in rules() if not only or one.family in only]
    if as_json:
        print_json([_as_plain(one) for one in found])
        return
    rows = [(one.id, one.family, one.severity, one.explanation.split(". ")[0]) for one in found]
    print_table(("Rule", "Family", "Severity", "What is wrong"), rows)


def explain_rule(name: str, as_json: bool) -> None:
    """One rule with all that is known of it. Raises click.UsageError for one that there is not."""
    known = {one.id: one for one in rules()}
    if name not in known:
        hint = did_you_mean(name, list(known)) or "--list names them all"
        raise click.UsageError(f"there is no rule {name!r}; {hint}")
    one = known[name]
    if as_json:
        print_json(_as_plain(one))
        return
    lines = [f"{one.id} ({one.family}, {one.severity})", FAMILIES[one.family], "", one.explanation]
    lines += ["", f"What to do: {one.remedy}"]
    lines += ["", f"Source: {one.source}"] if one.source else []
    if one.thresholds:
        lines += ["", "A council may set, under checks: in its file:"]
        lines += [f"  {name}: {value:g}" for name, value in one.thresholds.items()]
    print_text("\n".join(lines) + "\n")


def _as_plain(one: Rule) -> dict[str, object]:
    return {
        "id": one.id,
        "family": one.family,
        "severity": one.severity,
        "explanation": one.explanation,
        "remedy": one.remedy,
        "source": one.source,
        "thresholds": dict(one.thresholds),
    }
