"""A report with an exempt appendix, from report.yaml to its copy for publication."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Committee
from tests.small import FOLDER, NAME

PRICES = "The lowest of the three bids was made by the firm of Northern Builders in Leeds."


@pytest.fixture
def exempt(fresh: Path) -> Path:
    """The small workspace, its report with an exempt appendix."""
    report, narrative = fresh / FOLDER / "report.yaml", fresh / FOLDER / "narrative.md"
    entry = "appendices:\n  - {key: prices, title: Prices, exempt: {paragraphs: [3], "
    entry += "public_interest: Bidders would see them.}}\n"
    report.write_text(report.read_text("utf-8").replace("appendices:\n", entry), "utf-8")
    text = narrative.read_text("utf-8")
    narrative.write_text(f"{text}\n# Prices {{#prices}}\n\n{PRICES}\n", "utf-8")
    return fresh


def lawful(folder: Path, committee: Committee, *options: str) -> list[tuple[str, str]]:
    done = committee("check", NAME, "--only", "lawful", *options, "--json", cwd=folder)
    found = json.loads(done.out)["issues"]
    return [(one["rule"], one["where"].get("words", "")) for one in found]


@pytest.mark.parametrize("marking", ["", "marking: SENSITIVE\n"])
def test_an_exempt_report_says_all_that_the_law_asks(
    fresh: Path, committee: Committee, marking: str
) -> None:
    report = fresh / FOLDER / "report.yaml"
    why = f"exempt: {{paragraphs: [3], public_interest: Bidders would see them.}}\n{marking}"
    report.write_text(report.read_text("utf-8") + why, "utf-8")
    assert lawful(fresh, committee) == []


def test_what_stays_in_the_appendix_is_no_issue(exempt: Path, committee: Committee) -> None:
    assert lawful(exempt, committee) == []
    assert lawful(exempt, committee, "--final") == []


def test_what_the_public_part_says_of_it_is_found(exempt: Path, committee: Committee) -> None:
    narrative = exempt / FOLDER / "narrative.md"
    text = narrative.read_text("utf-8")
    leak = "We know that the lowest of the three bids was made by the firm in Leeds."
    narrative.write_text(text.replace("An action plan follows.", leak), "utf-8")
    assert lawful(exempt, committee) == []
    assert lawful(exempt, committee, "--final") == [
        ("lawful.exempt-leak", "the lowest of the three bids was made by the firm")
    ]
