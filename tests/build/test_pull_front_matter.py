"""Front matter changed in Word and pulled: what report.yaml says afterwards."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.word.reading.read_word import read_word
from tests import edits, small
from tests.build.test_pull import REPORT, draft, pulled, text
from tests.build.test_pull_paragraphs import pulled_twice
from tests.conftest import Committee

BODY = "    - {body: Leadership Team, date: 2023-02-16}\n"
TWO_BODIES = BODY + "    - {body: Audit Board, date: 2023-02-20}\n"


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("Staff check 2022", "How staff are", "title: Staff check 2022", "title: How staff are"),
        ("16 February 2023", "3 May 2023", "date: 2023-02-16}", "date: 2023-05-03}"),
        ("Leadership Team", "Audit Board", "{body: Leadership Team", "{body: Audit Board"),
        ("All", "Bilston North", "wards_affected: All", "wards_affected: Bilston North"),
        ("Ada Byron", "Mary Somerville", "{name: Ada Byron", '{name: "Mary Somerville"'),
    ],
)  # fmt: skip
def test_a_value_typed_over_whole_is_merged_with_its_mark_or_without(
    workspace: Path,
    committee: Committee,
    old: str,
    new: str,
    before: str,
    after: str,
    tracked: bool,
) -> None:
    was = text(workspace, REPORT)
    code, account = pulled(
        workspace, committee, lambda d: edits.replace(d, old, new, tracked=tracked)
    )
    assert (code, {item["became"] for item in account}) == (0, {"merged"})
    now = text(workspace, REPORT)
    assert before in was
    assert before not in now
    assert after in now


def test_a_body_that_an_officer_took_out_goes_from_its_list(
    workspace: Path, committee: Committee
) -> None:
    _write(workspace, lambda said: said.replace(BODY, TWO_BODIES))
    committee("build", small.NAME, cwd=workspace)
    code, account = pulled(
        workspace, committee, lambda d: edits.delete_paragraph(d, "Leadership Team", tracked=False)
    )
    assert (code, {item["became"] for item in account}) == (0, {"merged"})
    assert TWO_BODIES.replace(BODY, "") in text(workspace, REPORT)


def test_a_value_that_the_report_needs_is_not_taken_out(
    workspace: Path, committee: Committee
) -> None:
    was = text(workspace, REPORT)
    code, (item,) = pulled(
        workspace, committee, lambda d: edits.delete_words(d, "Staff check 2022")
    )
    assert (code, item["became"]) == (1, "refused")
    assert item["reason"] == (
        f"{REPORT} needs something there; write other words, or take out the whole"
    )
    assert text(workspace, REPORT) == was


def test_a_label_that_follows_what_stands_beside_it_is_no_difference(
    workspace: Path, committee: Committee
) -> None:
    """'has been considered by' becomes 'to be considered by' with a later day."""
    code, account = pulled(
        workspace, committee, lambda d: edits.replace(d, "16 February 2023", "1 June 2023")
    )
    assert (code, [item["kind"] for item in account]) == (0, ["front matter"])
    assert "date: 2023-06-01}" in text(workspace, REPORT)


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize("changed", [(0,), (1,), (0, 1)])
def test_a_title_that_is_printed_twice_is_changed_in_either_place(
    workspace: Path, committee: Committee, changed: tuple[int, ...], tracked: bool
) -> None:
    shutil.copy(small.ROOT / "report_templates" / "cabinet.docx", workspace / "report_templates")
    path = workspace / "config" / "formats" / f"{small.FORMAT}.yaml"
    said = path.read_text(encoding="utf-8")
    path.write_text(said.replace("scrutiny.docx", "cabinet.docx"), encoding="utf-8")
    assert committee("build", small.NAME, cwd=workspace).code == 0
    account = pulled_twice(
        workspace,
        committee,
        *(
            lambda d, nth=nth: edits.replace(d, "check 2022", "survey", nth=nth, tracked=tracked)
            for nth in reversed(changed)
        ),
    )
    assert {item["became"] for item in account} == {"merged"}
    assert "title: Staff survey\n" in text(workspace, REPORT)


def _write(workspace: Path, change: Callable[[str], str]) -> None:
    path = workspace / REPORT
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


LISTED = "  - kind: appendices_list\n    title: Appendices\n    form: "
AS_TABLE = 'table\n    columns: [number, title]\n    headings: ["No.", Title]\n'


@pytest.mark.parametrize("nth", [0, 1])
def test_the_title_of_an_appendix_may_be_changed_where_it_is_listed_too(
    workspace: Path, committee: Committee, nth: int
) -> None:
    path = workspace / "config" / "formats" / f"{small.FORMAT}.yaml"
    said = path.read_text(encoding="utf-8").replace(f"{LISTED}paragraphs\n", LISTED + AS_TABLE)
    path.write_text(said, encoding="utf-8")
    assert committee("build", small.NAME, cwd=workspace).code == 0
    account = pulled_twice(
        workspace,
        committee,
        lambda d: edits.replace(d, "Figures behind the charts", "What the charts show", nth=nth),
    )
    assert {item["became"] for item in account} == {"merged"}
    assert "title: What the charts show" in text(workspace, REPORT)


def test_a_mailbox_of_the_councils_file_that_was_taken_out_is_not_filled_in_again(
    workspace: Path, committee: Committee
) -> None:
    _write(workspace, lambda said: re.sub(r"\{name: Ada Byron.*\}", "andrew-wolverson", said))
    assert committee("build", small.NAME, cwd=workspace).code == 0
    for _ in range(2):
        account = pulled(
            workspace, committee, lambda d: edits.delete_words(d, "childrens.services@example.org")
        )[1]
        assert {item["became"] for item in account} == {"merged"}
        assert '- {name: "Andrew Wolverson", post: "Head of Service"' in text(workspace, REPORT)
    assert committee("build", small.NAME, cwd=workspace).code == 0
    printed = [one.text for one in read_word(draft(workspace)).accepted]
    assert not any("childrens.services@example.org" in one for one in printed)
