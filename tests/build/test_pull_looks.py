"""Looks that officers give to words in Word, pulled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.test_pull import NARRATIVE, pulled, text
from tests.build.test_pull_paragraphs import pulled_twice, written
from tests.conftest import Committee
from tests.edits.markup import with_look


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("words", "look", "told", "before", "after"),
    [
        ("social workers replied", "<w:i/>", ["social workers replied"],
         "social workers replied (", "*social workers replied* ("),
        ("one bold thing", "<w:b/>", ["one", "thing"], "one **bold** thing", "**one bold thing**"),
        ("at 20.0%. The budget", "<w:b/>", ["at 20.0%", ". The budget"],
         "at {{ sourced.vacancies }}. The budget", "**at {{ sourced.vacancies }}. The budget**"),
    ],
)  # fmt: skip
def test_a_look_over_several_words_is_one_stretch(
    workspace: Path,
    committee: Committee,
    words: str,
    look: str,
    told: list[str],
    before: str,
    after: str,
    tracked: bool,
) -> None:
    was = text(workspace, NARRATIVE)
    code, account = pulled(
        workspace, committee, lambda d: with_look(d, words, look, tracked=tracked)
    )
    assert (code, [item["new"] for item in account]) == (0, told)
    assert text(workspace, NARRATIVE) == was.replace(before, after, 1)


def test_a_link_to_a_heading_is_no_edit(workspace: Path, committee: Committee) -> None:
    written(workspace, committee, NARRATIVE, "## Workload", "## Workload {#load}")
    linked = "An action plan follows [how it was asked](#load)."
    written(workspace, committee, NARRATIVE, "An action plan follows.", linked)
    assert pulled_twice(workspace, committee) == []
