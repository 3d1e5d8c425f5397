"""Origins: what marks a text, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.origin import NOWHERE, Origin, mark_key

WRITTEN = Origin("inputs/a/narrative.md", 12, 13, "purpose", "3", by="person", source="A {{ b }}.")


@pytest.mark.parametrize(
    "elsewhere", [{"line": 40, "end": 41}, {"place": "9"}, {"unit": "legal"}, {"repeated": True}]
)
def test_what_comes_and_goes_around_a_text_leaves_its_mark(elsewhere: dict[str, object]) -> None:
    assert mark_key(replace(WRITTEN, **elsewhere)) == mark_key(WRITTEN)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "own", [{"file": "b.md"}, {"section": "background"}, {"source": "A {{ c }}."}]
)
def test_another_file_section_or_wording_has_another_mark(own: dict[str, str]) -> None:
    assert mark_key(replace(WRITTEN, **own)) != mark_key(WRITTEN)  # type: ignore[arg-type]


def test_a_named_text_keeps_its_mark_when_its_words_change() -> None:
    assert mark_key(WRITTEN, "aim") == mark_key(replace(WRITTEN, source="Other."), "aim")
    assert mark_key(WRITTEN, "aim") != mark_key(WRITTEN, "end") != mark_key(WRITTEN)


def test_spacing_does_not_tell_texts_apart() -> None:
    assert mark_key(replace(WRITTEN, source="A  {{ b }}.\n")) == mark_key(WRITTEN)


def test_only_what_a_person_wrote_is_written() -> None:
    assert WRITTEN.written
    assert not NOWHERE.written
