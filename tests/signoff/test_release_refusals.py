"""Sign-offs with which nothing is released."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.issues import Where
from generator.signoff.release_refusals import release_refusals
from generator.signoff.sign_off_states import SignOffState, Standing

HERE = Where("inputs/a/sign_offs.yaml")
TODAY, DAY = date(2023, 3, 7), date(2023, 2, 15)


def _rules(row: Standing, published: date | None = None) -> list[str]:
    return [one.rule for one in release_refusals([row], HERE, published, TODAY)]


@pytest.mark.parametrize(
    ("state", "rules"),
    [
        ("signed", []),
        ("missing", ["sign-offs.missing"]),
        ("asked", ["sign-offs.missing"]),
        ("stale", ["sign-offs.stale"]),
        ("withdrawn", ["sign-offs.withdrawn"]),
        ("unbound", ["sign-offs.unbound"]),
    ],
)
def test_each_state_but_signed_has_its_rule(state: SignOffState, rules: list[str]) -> None:
    assert _rules(Standing("legal", "Legal implications", "Legal", state, date=DAY)) == rules


def test_a_code_dated_in_the_future_or_after_publication_is_refused() -> None:
    row = Standing("legal", "Legal", "Legal", "signed", "SB", "[SB/08032023/I]", date(2023, 3, 8))
    (issue,) = release_refusals([row], HERE, None, TODAY)
    assert issue.rule == "sign-offs.dated-later"
    assert issue.message == "Legal [SB/08032023/I] (Legal) is dated 8 March 2023, after today"
    late = Standing("legal", "Legal", "Legal", "signed", "SB", "[SB/05032023/I]", date(2023, 3, 5))
    assert _rules(late, date(2023, 3, 1)) == ["sign-offs.dated-later"]
    assert _rules(late, date(2023, 3, 5)) == []
