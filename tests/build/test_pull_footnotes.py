"""Footnotes that officers put in and took out in Word, with no other word changed, pulled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.test_pull import NARRATIVE, REPORT, text
from tests.build.test_pull_paragraphs import became, pulled_twice
from tests.conftest import Committee
from tests.edits.references import add_footnote, delete_footnote


@pytest.mark.parametrize("tracked", [True, False])
def test_a_footnote_put_in_alone_is_merged(
    workspace: Path, committee: Committee, tracked: bool
) -> None:
    was = text(workspace, NARRATIVE)
    account = pulled_twice(
        workspace,
        committee,
        lambda d: add_footnote(d, "An action plan", "Agreed in May.", tracked=tracked),
    )
    assert ("merged", "footnote added") in became(account)
    expected = was.replace("An action plan follows", "An action plan[^officer-1] follows")
    assert text(workspace, NARRATIVE) == f"{expected.rstrip()}\n\n[^officer-1]: Agreed in May.\n"


@pytest.mark.parametrize("tracked", [True, False])
def test_a_footnote_taken_out_alone_is_merged(
    workspace: Path, committee: Committee, tracked: bool
) -> None:
    pulled_twice(
        workspace,
        committee,
        lambda d: delete_footnote(d, "As agreed in February", tracked=tracked),
    )
    assert "[^1]" not in text(workspace, NARRATIVE)


def test_a_footnote_where_the_text_has_none_is_refused_and_nothing_else_told(
    workspace: Path, committee: Committee
) -> None:
    was = text(workspace, REPORT)
    account = pulled_twice(
        workspace, committee, lambda d: add_footnote(d, "Note the findings", "As told in May.")
    )
    assert became(account) == [("refused", "footnote added")]
    assert text(workspace, REPORT) == was
