"""What a build needs in several places, it reads and works out once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.compose.section_claims import SectionClaims
from generator.config.survey import codebook_file
from tests.conftest import Committee
from tests.small import NAME


def calls_of(monkeypatch: pytest.MonkeyPatch, holder: object, name: str) -> list[tuple[Any, ...]]:
    """The arguments of every call from now on."""
    found: list[tuple[Any, ...]] = []
    original = getattr(holder, name)

    def noted(*given: Any, **named: Any) -> Any:
        found.append(given)
        return original(*given, **named)

    monkeypatch.setattr(holder, name, noted)
    return found


def test_a_first_build_reads_the_codebook_once(
    fresh: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = calls_of(monkeypatch, codebook_file, "read_yaml")
    assert committee("build", NAME, cwd=fresh).code == 0
    assert len(read) == 1


def test_a_build_claims_the_sections_of_the_narrative_once(
    workspace: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = calls_of(monkeypatch, SectionClaims, "__init__")
    assert committee("build", NAME, cwd=workspace).code == 0
    assert len(made) == 1
