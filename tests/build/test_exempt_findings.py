"""Figures that only an exempt appendix prints stay out of all that goes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.pipeline.release import finalising
from generator.word.package.parts import Parts
from tests.conftest import Committee
from tests.small import FOLDER, NAME

DAY = ("--today", "2023-03-07")


@pytest.fixture
def exempt(fresh: Path) -> Path:
    """The small workspace: plans to leave in an exempt appendix, and a finding printed nowhere."""
    report, narrative = fresh / FOLDER / "report.yaml", fresh / FOLDER / "narrative.md"
    entry = "appendices:\n  - {key: prices, title: Prices, exempt: {paragraphs: [3], "
    entry += "public_interest: Bidders would see them.}}\n"
    report.write_text(report.read_text("utf-8").replace("appendices:\n", entry), "utf-8")
    text = narrative.read_text("utf-8").replace("{{ sw.leaving.percent }} plan to leave", "Some do")
    own = "{{ sw.leaving.percent }} leave; {{ sw.workload.percent }} agree.\n\n"
    own += '{{ chart(sw.by_team, caption="Teams", title="Teams differ") }}\n'
    narrative.write_text(f"{text}\n# Prices {{#prices}}\n\n{own}", "utf-8")
    return fresh


def figures(path: Path) -> set[str]:
    return set(json.loads(path.read_text("utf-8"))["items"])


def test_the_copy_for_publication_has_no_finding_of_an_exempt_appendix(
    exempt: Path, committee: Committee
) -> None:
    assert committee("build", NAME, cwd=exempt).code == 0
    output = exempt / "output" / NAME
    draft = figures(output / "findings.json")
    assert {"sw.leaving", "sw.by_team", "sw.workload"} <= draft
    done = committee("build", NAME, "--public", cwd=exempt)
    assert done.code == 0, done.err
    assert figures(output / "public" / "findings.json") == draft - {"sw.leaving", "sw.by_team"}


def test_nothing_of_a_release_tells_a_figure_of_an_exempt_appendix(
    exempt: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finalising, "libreoffice", lambda: None)
    (exempt / FOLDER / "sign_offs.yaml").write_text("sign_offs: {}\n", "utf-8")
    for unit, code in (("financial", "[JG/15022023/Y]"), ("legal", "[SB/05022023/I]")):
        assert committee("sign-off", NAME, unit, code, cwd=exempt).code == 0
    done = committee("finalise", NAME, *DAY, cwd=exempt)
    assert done.code == 0, done.err
    folder = exempt / "output" / NAME / "final"
    assert not {"sw.leaving", "sw.by_team"} & figures(folder / "findings.json")
    for path in folder.glob("*.*"):
        if path.suffix != ".docx":
            assert "Plans to leave" not in path.read_text("utf-8"), path.name
    (word,) = folder.glob("*.docx")
    for name, data in Parts(word.read_bytes()).raw.items():
        assert b"Plans to leave" not in data, name
