"""Line breaks within a paragraph (Shift+Enter), put in, taken out and left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.word.reading.read_word import read_word
from tests import edits
from tests.build.test_pull import NARRATIVE, REPORT, draft, replaced, text
from tests.build.test_pull_paragraphs import became, pulled_twice, written
from tests.build.test_update import assert_kept, rewrite, updated
from tests.conftest import Committee
from tests.edits.words import FOOTNOTES

TABLE = "> A quotation.\n\n| Step | When |\n|---|---|\n| One step | June |\n"


def lines(data: bytes, words: str) -> list[str]:
    """The lines of the text that holds some words."""
    (found,) = (one.text for one in read_word(data).accepted if words in one.text)
    return found.split("\n")


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("words", "name", "before", "after", "printed"),
    [
        ("Vacancies in England", NARRATIVE, "England stood", "England\\\nstood", "Vacancies"),
        ("one bold", NARRATIVE, "- one **bold** thing", "- one **bold**\\\n  thing", "one bold"),
        ("A quotation", NARRATIVE, "> A quotation.", "> A quotation\\\n> .", "A quotation"),
        ("40%", NARRATIVE, ".percent }} say", ".percent }}\\\nsay", "their workload"),
        ("Note the", REPORT, "Note the findings.", '"Note the\\\\\\nfindings."', "Note the"),
        ("no direct", REPORT, "{nil: true}", 'direct\\\\\\nlegal', "no direct"),
    ],
)  # fmt: skip
def test_a_new_line_is_one_in_the_source_and_in_the_next_draft(
    workspace: Path,
    committee: Committee,
    words: str,
    name: str,
    before: str,
    after: str,
    printed: str,
    tracked: bool,
) -> None:
    assert before in text(workspace, name)
    account = pulled_twice(
        workspace, committee, lambda d: edits.insert_words(d, words, "\n", tracked=tracked)
    )
    assert {item["became"] for item in account} == {"merged"}
    assert after in text(workspace, name).replace("\\\n", "\\\\\\n" if name == REPORT else "\\\n")
    assert committee("build", "check", cwd=workspace).code == 0
    assert len(lines(draft(workspace), printed)) == 2


def test_a_new_line_in_a_footnote_stays_in_it(workspace: Path, committee: Committee) -> None:
    account = pulled_twice(
        workspace, committee, lambda d: edits.insert_words(d, "As agreed", "\n", part=FOOTNOTES)
    )
    assert became(account) == [("merged", "words")]
    assert "[^1]: As agreed\\\n    in February." in text(workspace, NARRATIVE)


def test_words_beside_a_line_break_are_merged_and_it_can_go(
    workspace: Path, committee: Committee
) -> None:
    written(workspace, committee, NARRATIVE, "action plan follows", "action\\\nplan  \nfollows")
    account = pulled_twice(
        workspace,
        committee,
        replaced("An action", "The action"),
        replaced("\nfollows", " comes"),
    )
    assert {item["became"] for item in account} == {"merged"}
    assert "The action\\\nplan comes." in text(workspace, NARRATIVE)


def test_lines_that_begin_like_something_else_are_only_lines(
    workspace: Path, committee: Committee
) -> None:
    said = "We ask for:\n- a plan\n1. more\n# no heading"
    pulled_twice(workspace, committee, lambda d: edits.add_paragraph(d, "Vacancies", said))
    told = "We ask for:\\\n\\- a plan\\\n1\\. more\\\n\\# no heading"
    assert told in text(workspace, NARRATIVE)
    assert committee("build", "check", cwd=workspace).code == 0
    assert lines(draft(workspace), "We ask for") == said.split("\n")


@pytest.mark.parametrize(
    ("words", "break_", "merged"),
    [("Next", "\n", ""), ("Workload by", "\n", ""), ("One step", "\nor two", "One step or two")],
)
def test_what_has_one_line_takes_the_words_and_not_the_break(
    workspace: Path, committee: Committee, words: str, break_: str, merged: str
) -> None:
    written(workspace, committee, NARRATIVE, "> A quotation.\n", TABLE)
    was = text(workspace, NARRATIVE)
    account = pulled_twice(workspace, committee, lambda d: edits.insert_words(d, words, break_))
    assert ("refused", "line break") in became(account)
    assert any("a text of one line" in item.get("reason", "") for item in account)
    assert text(workspace, NARRATIVE) == (was.replace(words, merged) if merged else was)


def test_an_update_keeps_lines_and_brings_new_ones(workspace: Path) -> None:
    edited = edits.insert_words(draft(workspace), "Vacancies in England", "\n")
    rewrite(workspace, ("An action plan", "An action\\\nplan"), ("stood at", "were at"))
    made = updated(workspace, edited)
    assert_kept(workspace, edited, made)
    assert lines(made.data, "Vacancies")[0] == "Vacancies in England"
    assert lines(made.data, "An action") == ["An action", "plan follows."]
