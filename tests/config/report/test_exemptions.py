"""Exempt reports and appendices, held against the law of the jurisdiction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.config.report import exemptions
from generator.config.report.report_file import LoadedReport
from tests.config.conftest import COUNCIL

Write = Callable[[str, str], Path]
Load = Callable[..., LoadedReport]
Said = Callable[..., list[str]]
APPENDIX = "appendices:\n- {key: prices, title: Prices, exempt: {paragraphs: [%s]%s}}\n"
INTEREST = ", public_interest: Bidders would see them."


def test_an_appendix_may_be_exempt_alone(load: Load, report_text: str) -> None:
    report = load(report_text + APPENDIX % ("3, 1", INTEREST)).report
    (found,) = (one.exemption for one in report.appendices)
    assert found is not None
    assert (found.paragraphs, report.exemption) == ((1, 3), None)
    assert found.words[1] == "Information relating to any individual"


def test_its_paragraphs_are_those_of_the_schedule(problems: Said, report_text: str) -> None:
    assert problems(report_text + APPENDIX % ("14", INTEREST)) == [
        "report.yaml:11: appendices[0].exempt: Schedule 12A to the Local Government Act 1972 has no"
        " paragraph 14 to be exempt under; choose from 1 to 7"
    ]


def test_wales_and_scotland_have_their_own(
    load: Load, problems: Said, write: Write, report_text: str
) -> None:
    write("config/councils/example.yaml", f"jurisdiction: wales\n{COUNCIL}")
    assert load(report_text + APPENDIX % ("14", INTEREST)).report.appendices[0].exemption
    write("config/councils/example.yaml", f"jurisdiction: scotland\n{COUNCIL}")
    assert load(report_text + APPENDIX % ("15", "")).report.appendices[0].exemption
    (found,) = problems(report_text + APPENDIX % ("16", ""))
    assert "Schedule 7A" in found


def test_the_law_is_read_only_where_something_is_exempt(
    load: Load, report_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the law is read")

    monkeypatch.setattr(exemptions, "load_law", refuse)
    assert load(report_text).report.exemption is None
