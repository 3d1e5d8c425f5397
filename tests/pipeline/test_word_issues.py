"""A Word file held against the rules."""

from __future__ import annotations

from collections.abc import Collection

from generator.checks.held import Held
from generator.model.issues import Family
from generator.model.release.paper import Paper
from generator.pipeline.word_issues import WordIssues, word_issues
from tests.word.reading.packages import paragraph, run, word_file

_WRONG = paragraph(run("Call on 0161 496 0123: TBC.") + '<w:ins w:id="9" w:author="Jo"/>')


def _found(word: bytes, only: Collection[Family] = ()) -> WordIssues:
    held = Held(Paper("file.docx", ()), final=False)
    return word_issues(held, word, only, bare=True)


def test_a_bare_file_is_judged_as_published_unless_it_has_the_marks_of_a_draft() -> None:
    plain = word_file(_WRONG, {})
    mark = '<w:bookmarkStart w:id="1" w:name="_p_1"/><w:bookmarkEnd w:id="1"/>'
    assert _found(plain).final
    assert not _found(word_file(paragraph(mark + run("Words.")), {})).final


def test_only_the_families_that_are_asked_for_are_checked() -> None:
    found = _found(word_file(_WRONG, {}), ("complete",))
    assert {one.rule.partition(".")[0] for one in found.issues} == {"complete"}


def test_a_file_without_a_paper_is_told_with_its_faults() -> None:
    found = _found(b"no zip")
    assert not found.readable
    assert [one.rule for one in found.issues] == ["word.unreadable"]
    assert found.faults
    assert not _found(b"no zip", ("private",)).issues
