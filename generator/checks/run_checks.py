"""All checks of a paper, by family."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.checks.accessible.accessible_checks import ACCESSIBLE
from generator.checks.complete.complete_checks import COMPLETE
from generator.checks.consistent.consistent_checks import CONSISTENT
from generator.checks.held import Check, Held
from generator.checks.lawful.lawful_checks import LAWFUL
from generator.checks.private.private_checks import PRIVATE
from generator.checks.readable.readable_checks import READABLE
from generator.checks.rule_settings import applied
from generator.model.issues import Family, Issue

CHECKS: Mapping[Family, tuple[Check, ...]] = {
    "complete": COMPLETE,
    "lawful": LAWFUL,
    "consistent": CONSISTENT,
    "accessible": ACCESSIBLE,
    "private": PRIVATE,
    "readable": READABLE,
}
"""Family -> its checks. Those of the family 'valid' look at the file itself: word/validity/."""


def run_checks(held: Held, only: Collection[Family] = ()) -> Iterator[Issue]:
    """What the checks find in a paper, as its council holds the rules.

    only: the families to check; none for all.
    """
    for family, checks in CHECKS.items():
        if not only or family in only:
            for check in checks:
                yield from applied(check(held), held.settings)
