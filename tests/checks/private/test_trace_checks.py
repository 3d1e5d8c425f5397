"""What drafting left behind."""

from __future__ import annotations

import pytest

from generator.checks.private.trace_checks import (
    check_carried,
    check_comments,
    check_revisions,
    check_unseen_text,
)
from generator.model.release.paper import PaperComment, PaperRevision
from generator.word.paper.read_paper import read_paper
from tests.checks.papers import issues, paper, read, text, told
from tests.word.reading.packages import deleted, inserted, paragraph, run, word_file


def test_tracked_changes_are_found_in_finals_only_with_who_made_them() -> None:
    tracked = read(paragraph(run("It costs ") + deleted("\u00a35") + inserted("\u00a36")))
    (issue,) = issues(check_revisions, tracked)
    assert (issue.rule, issue.where.words) == ("private.revisions", "\u00a35")
    assert "2 tracked changes of Finance" in issue.message
    assert not issues(check_revisions, tracked, final=False)
    assert not issues(check_revisions, paper(revisions=()))


def test_comments_are_found_in_finals_only_at_their_words() -> None:
    one = paper(text("It costs \u00a35."), comments=(PaperComment("Ann Lee", "", "Too dear", 0),))
    (issue,) = issues(check_comments, one)
    assert (issue.rule, issue.where.words) == ("private.comments", "It costs \u00a35.")
    assert "Ann Lee" in issue.message
    assert not issues(check_comments, one, final=False)


def test_hidden_text_is_found() -> None:
    one = read(paragraph(run("Seen. ") + run("Not seen.", "<w:vanish/>")))
    assert told(check_unseen_text, one) == [("hidden-text", "Not seen.")]
    assert not told(check_unseen_text, read(paragraph(run("Seen."))))


@pytest.mark.parametrize(
    "look", [{"colour": "FFFFFF"}, {"colour": "1F3864", "fill": "1F3864"}, {"size": 1.0}]
)
def test_text_that_nobody_sees_is_found(look: dict[str, object]) -> None:
    found = told(check_unseen_text, paper(text("Not seen", look=look)))
    assert found == [("invisible-text", "Not seen")]


def test_white_on_a_dark_cell_and_in_a_box_is_seen() -> None:
    white = text("Seen", look={"colour": "FFFFFF", "fill": "1F3864"})
    boxed = text("Seen", look={"colour": "FFFFFF"}, story="box")
    assert not told(check_unseen_text, paper(white, boxed))


def test_marks_of_drafts_in_a_final_are_found() -> None:
    assert told(check_carried, paper(draft=True)) == [("base", "")]
    assert not told(check_carried, paper(draft=True), final=False)


def test_variables_are_read_from_the_settings() -> None:
    settings = '<w:docVars><w:docVar w:name="reviewer" w:val="Ann Lee"/></w:docVars>'
    (issue,) = issues(check_carried, read_paper(word_file("", {"settings": settings}), "f"))
    assert issue.rule == "private.variables"
    assert "reviewer" in issue.message


@pytest.mark.parametrize(
    ("part", "rule"),
    [
        ("word/embeddings/oleObject1.bin", "embedded-file"),
        ("word/printerSettings/printerSettings1.bin", "left-over"),
        ("docProps/thumbnail.jpeg", "left-over"),
    ],
)
def test_files_that_are_carried_along_are_found(part: str, rule: str) -> None:
    (issue,) = issues(check_carried, paper(parts={part: "", "word/document.xml": ""}))
    assert issue.rule == f"private.{rule}"
    assert part in issue.message


def test_data_for_other_programs_is_told() -> None:
    (issue,) = issues(check_carried, paper(custom={"customXml/item1.xml": "Jane Roe"}))
    assert (issue.rule, issue.severity) == ("private.custom-data", "hint")
    assert not issues(check_carried, paper(revisions=(PaperRevision("ins", "", "", 0),)))
