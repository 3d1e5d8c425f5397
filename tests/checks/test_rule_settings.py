"""What a council says of rules under checks: in its file."""

from __future__ import annotations

import pytest

from generator.checks.accessible.accessible_rules import TITLE_MISSING
from generator.checks.rule_settings import applied, checked_settings, in_order
from generator.errors import InputProblems
from generator.model.issues import Rule, Where
from generator.model.release.check_settings import RuleSetting

HERE = Where("config/councils/a.yaml", 7)
HINT = Rule("readable.made-up", "readable", "hint", "What.", "Do.")


def test_a_rule_that_is_off_finds_nothing_and_a_severity_is_the_councils() -> None:
    issue = TITLE_MISSING.issue(Where("a.docx"), "no title")
    assert list(applied([issue], {issue.rule: RuleSetting(HERE, off="our style guide")})) == []
    (milder,) = applied([issue], {issue.rule: RuleSetting(HERE, "warning")})
    assert milder.severity == "warning"
    assert list(applied([issue], {})) == [issue]


def test_an_unknown_rule_and_an_unknown_number_are_told_with_the_nearest() -> None:
    said = {
        "accessible.titel": RuleSetting(HERE, "hint"),
        "accessible.title": RuleSetting(HERE, numbers={"words": 3}),
    }
    with pytest.raises(InputProblems) as raised:
        checked_settings(said)
    assert [str(one) for one in raised.value.problems] == [
        "config/councils/a.yaml:7: there is no rule 'accessible.titel'; "
        "did you mean 'accessible.title'?",
        "config/councils/a.yaml:7: the rule 'accessible.title' has no number 'words'; it has none",
    ]


def test_errors_come_first_and_each_issue_once() -> None:
    grave = TITLE_MISSING.issue(Where("a.docx"), "no title")
    mild = HINT.issue(Where("a.docx"), "long")
    assert in_order([mild, grave, mild, grave]) == (grave, mild)
