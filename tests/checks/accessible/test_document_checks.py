"""Title and language."""

from __future__ import annotations

import pytest

from generator.checks.accessible.document_checks import check_language, check_title
from generator.checks.held import Held
from generator.model.release.paper import Paper, PaperLook, PaperRun, PaperText


@pytest.mark.parametrize("title", ["", "report-v2 final.docx".replace(" ", "-"), "Document1"])
def test_a_title_that_is_missing_or_a_files_name_is_found(title: str) -> None:
    found = list(check_title(Held(Paper("a.docx", (), properties={"title": title}))))
    assert [(one.rule, one.severity) for one in found] == [("accessible.title", "warning")]


def test_a_title_in_words_is_none() -> None:
    paper = Paper("a.docx", (), properties={"title": "Annual report of the director"})
    assert not list(check_title(Held(paper)))


def test_a_document_without_language_is_found_unless_its_texts_have_one() -> None:
    bare = Paper("a.docx", (PaperText("paragraph", (PaperRun("Words"),)),))
    said = PaperText("paragraph", (PaperRun("Geiriau", PaperLook(language="cy-GB")),))
    assert [one.rule for one in check_language(Held(bare))] == ["accessible.language"]
    assert not list(check_language(Held(Paper("a.docx", (said,)))))
    assert not list(check_language(Held(Paper("a.docx", bare.texts, language="en-GB"))))
