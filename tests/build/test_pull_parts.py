"""Several edits of one paragraph, of which one cannot be merged: the others are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import edits
from tests.build.test_pull import NARRATIVE, replaced, text
from tests.build.test_pull_paragraphs import pulled_twice, written
from tests.conftest import Committee

TITLES = "{% for one in sw.pressures.top(2) %}{{ one.title }} at {{ one.percent }}; {% endfor %}"


def told(account: list[dict[str, str]]) -> list[tuple[str, str, str]]:
    return sorted((item["became"], item["old"], item["new"]) for item in account)


def test_words_that_would_not_build_are_refused_alone(
    workspace: Path, committee: Committee
) -> None:
    account = pulled_twice(
        workspace,
        committee,
        lambda d: edits.insert_words(d, "40%", "Almost all, ", before=True),
        replaced("their workload", "the workload"),
        lambda d: edits.make_bold(d, "manageable"),
    )
    assert told(account) == [
        ("merged", "manageable", "manageable"),
        ("merged", "their", "the"),
        ("refused", "40%", "Almost all, 40%"),
    ]
    reason = next(item["reason"] for item in account if item["became"] == "refused")
    assert reason.startswith("would not build: 'almost all' stands with 40%")
    line = "{{ sw.workload.percent }} say that the workload is **manageable**, {{"
    assert line in text(workspace, NARRATIVE)


def test_words_beside_a_loop_are_merged_and_those_of_the_loop_refused(
    workspace: Path, committee: Committee
) -> None:
    written(workspace, committee, NARRATIVE, "plan follows.", f"plan follows. See {TITLES}and so.")
    account = pulled_twice(
        workspace,
        committee,
        replaced("action plan", "action scheme"),
        replaced("Travel at", "Travel with"),
    )
    assert [item["became"] for item in account] == ["merged", "refused"]
    assert "change what the loop says: {% for" in account[1]["reason"]
    assert f"An action scheme follows. See {TITLES}and so." in text(workspace, NARRATIVE)


def test_brackets_round_a_figure_change_when_the_figure_cannot(
    workspace: Path, committee: Committee
) -> None:
    account = pulled_twice(workspace, committee, replaced("(50%).", "[51%]!"))
    assert ("refused", "50%", "51%") in told(account)
    assert r"social workers replied \[{{ sw.response.rate }}]!" in text(workspace, NARRATIVE)


@pytest.mark.parametrize("tracked", [True, False])
def test_words_of_a_paragraph_whose_move_is_refused_are_merged(
    workspace: Path, committee: Committee, tracked: bool
) -> None:
    account = pulled_twice(
        workspace,
        committee,
        replaced("plan follows", "scheme comes"),
        lambda d: edits.move_paragraph(d, "An action scheme", "A quotation", tracked=tracked),
    )
    moved = "An action scheme comes."
    assert told(account) == [
        ("merged", "follows", "comes"),
        ("merged", "plan", "scheme"),
        ("refused", moved, moved),
    ]
    assert f"# Next steps {{#next-steps}}\n\n{moved}\n" in text(workspace, NARRATIVE)
