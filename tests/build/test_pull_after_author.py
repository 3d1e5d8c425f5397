"""Copies pulled when the author has put texts elsewhere, or taken blocks out, meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import edits, small
from tests.build.test_pull import NARRATIVE, REPORT, text
from tests.conftest import Committee

MOVED = (
    "Vacancies in England stood at {{ sourced.vacancies }}. The budget is {{ report.budget }}.[^1]"
)


def _pull(workspace: Path, committee: Committee, was: str, now: str, data: bytes) -> str:
    """The narrative after a copy of the draft is pulled, which the author has changed meanwhile."""
    path = workspace / NARRATIVE
    source = text(workspace, NARRATIVE)
    assert was in source
    path.write_text(source.replace(was, now), encoding="utf-8")
    (workspace / "edited.docx").write_bytes(data)
    done = committee("pull", "edited.docx", cwd=workspace)
    assert done.code == 0, done.out + done.err
    return text(workspace, NARRATIVE)


def _draft(workspace: Path) -> bytes:
    return (workspace / "output" / small.NAME / f"{small.NAME}.docx").read_bytes()


def _swapped(source: str) -> tuple[str, str]:
    """Two neighbouring paragraphs, and the same in the other order."""
    first = source.index("{{ sw.workload.percent }} say that")
    second = source.index("{{ sw.leaving.percent }} plan to leave")
    one = source[first : source.index("\n\n", first)]
    other = source[second : source.index("\n\n", second)]
    between = source[first + len(one) : second]
    return one + between + other, other + between + one


def test_an_untouched_copy_changes_nothing_where_the_author_swapped_two_paragraphs(
    workspace: Path, committee: Committee
) -> None:
    was, now = _swapped(text(workspace, NARRATIVE))
    after = _pull(workspace, committee, was, now, _draft(workspace))
    assert now in after


def test_an_edit_goes_to_where_the_author_has_put_the_paragraph(
    workspace: Path, committee: Committee
) -> None:
    source = text(workspace, NARRATIVE)
    place = source.index("\n\n", source.index("{{ sw.response.received }}"))
    between = source[source.index(MOVED) + len(MOVED) : place]
    was, now = MOVED + between, f"As before.{between}\n\n{MOVED}"
    edited = edits.replace(_draft(workspace), "Vacancies in England", "Open posts in England")
    after = _pull(workspace, committee, was, now, edited)
    assert f"As before.{between}\n\n{MOVED.replace('Vacancies', 'Open posts')}" in after


def test_a_table_that_the_author_took_out_stays_out(workspace: Path, committee: Committee) -> None:
    was = '{{ table(sw.workload, mg.workload, caption="Both groups") }}\n\n'
    after = _pull(workspace, committee, was, "", _draft(workspace))
    assert "Both groups" not in after
    assert "|" not in after


def test_a_copy_is_pulled_where_the_author_made_an_item_one_of_another_list(
    workspace: Path, committee: Committee
) -> None:
    was = text(workspace, NARRATIVE)
    item = "- where people *fall*\n"
    (workspace / NARRATIVE).write_text(
        was.replace("> A quotation.", f"{item}\n> A quotation."), "utf-8"
    )
    assert committee("build", small.NAME, cwd=workspace).code == 0
    edited = edits.replace(_draft(workspace), "An action plan", "A plan")
    source = text(workspace, NARRATIVE)
    moved = source.replace(item, "").replace("# Background {", f"1. {item[2:]}\n# Background {{")
    after = _pull(workspace, committee, source, moved, edited)
    assert after == moved.replace("An action plan", "A plan")


@pytest.mark.parametrize("sign", [",", ""])
def test_a_join_stays_when_a_figure_in_it_has_changed_since(
    workspace: Path, committee: Committee, sign: str
) -> None:
    items = (
        f"- first the longer item about the work of teams{sign}\n"
        "- another one with a price, which costs {{ report.budget }}\n"
    )
    (workspace / NARRATIVE).write_text(
        text(workspace, NARRATIVE).replace("> A quotation.", f"{items}\n> A quotation."), "utf-8"
    )
    assert committee("build", small.NAME, cwd=workspace).code == 0
    edited = edits.join(_draft(workspace), "about the work of teams")
    report = workspace / REPORT
    report.write_text(text(workspace, REPORT).replace("£52.2", "£61.0"), "utf-8")
    was, now = f"of teams{sign}\n- another", f"of teams{sign}another"
    once = _pull(workspace, committee, "# Background {", "# Background {", edited)
    assert once == text(workspace, NARRATIVE).replace(was, now)
    assert now in once
    assert _pull(workspace, committee, "# Background {", "# Background {", edited) == once


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("prices rose", "prices fell"),
        ("Staff are few", "Staff were few"),
        ("then.", "then, again."),
    ],
)
def test_an_edit_goes_into_the_part_of_a_text_that_the_author_has_divided(
    workspace: Path, committee: Committee, old: str, new: str
) -> None:
    said = "Staff are few and costs are high now. Last year prices rose more than before then."
    once = text(workspace, NARRATIVE).replace("An action plan follows.", said)
    (workspace / NARRATIVE).write_text(once, "utf-8")
    assert committee("build", small.NAME, cwd=workspace).code == 0
    edited = edits.replace(_draft(workspace), old, new)
    divided = said.replace("now. Last", "now.\n\nLast")
    after = _pull(workspace, committee, said, divided, edited)
    assert after == once.replace(said, divided.replace(old, new))
    assert _pull(workspace, committee, "# Background {", "# Background {", edited) == after
