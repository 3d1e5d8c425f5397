"""Patterns that are compiled late."""

from __future__ import annotations

import re

import pytest

from generator.model.wording.late_pattern import late_pattern


def test_a_late_pattern_does_as_a_pattern_does() -> None:
    pattern = late_pattern(r"(?P<word>[a-z]+)\s", re.IGNORECASE)
    assert pattern.findall("One two three") == ["One", "two"]
    found = pattern.search("35 Replies came")
    assert found is not None
    assert found["word"] == "Replies"
    assert pattern.sub("-", "One two") == "-two"


def test_it_is_compiled_when_it_is_first_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    really = re.compile

    def note(source: str, flags: int) -> re.Pattern[str]:
        compiled.append(source)
        return really(source, flags)

    with monkeypatch.context() as patched:
        patched.setattr(re, "compile", note)
        pattern = late_pattern("late")
        assert compiled == []
        pattern.search("later")
        pattern.search("too late")
    assert compiled == ["late"]
