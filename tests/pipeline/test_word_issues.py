"""A Word file held against the rules."""

from __future__ import annotations

import json
from collections.abc import Collection

import pytest

from generator.checks.held import Held
from generator.model.issues import Family
from generator.model.release.paper import Paper
from generator.pipeline.word_issues import Looks, WordIssues, word_issues, written_issues
from generator.word.package.zip_package import read_parts
from generator.word.validity import find_faults as faults_module
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


def _written(body: str, looks: Looks) -> WordIssues:
    held = Held(Paper("file.docx", ()), final=False)
    return written_issues(held, read_parts(word_file(body)), looks)


def _again(looks: Looks) -> Looks:
    return Looks.of(json.loads(json.dumps(looks.as_data())))


def test_a_written_file_that_differs_by_its_words_is_not_looked_at_as_a_file_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks = Looks.of({})
    assert not _written(paragraph(run("Fewer replied.")), looks).faults
    looked: list[str] = []
    monkeypatch.setattr(faults_module, "find_faults", lambda *_: looked.append("at") or [])
    looks, body = _again(looks), paragraph(run("Call on 0161 496 0123: TBC."))
    found = _written(body, looks)
    assert looked == []
    assert found.issues == _written(body, Looks.of({})).issues != ()
    assert looked == ["at"]
    _written(body + paragraph(run("More.")), looks)
    assert looked == ["at", "at"]


def test_a_written_file_with_a_fault_is_looked_at_again_each_time() -> None:
    looks = Looks.of({})
    body = paragraph('<w:bookmarkEnd w:id="7"/>' + run("Words."))
    assert _written(body, looks).faults
    assert looks.sound == ""
    assert _written(body.replace("Words", "Others"), _again(looks)).faults
