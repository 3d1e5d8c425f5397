"""Every figure of the published 2022 paper, from the program's findings and in the built report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from generator.config.files import Files
from generator.config.workspace import find_workspace
from generator.model.findings import Estimate, Findings
from generator.model.wording.rounding import figure_text
from generator.pipeline.report import build_report
from generator.survey.compute import compute_findings
from tests.build.reading import alternative_texts, chart_names, document_text, parts_of, table_texts
from tests.inputs.test_example_figures import LIST, agrees
from tests.small import ROOT

NAME = "health-check-2022"
FIGURES = [entry for entry in LIST["figures"] if entry[4].startswith("p2023")]
COUNTS = [entry for entry in LIST["counts"] if entry[4].startswith("p2023")]
DIRECTIONS = [entry for entry in LIST["directions"] if entry[3].startswith("p2023")]


@pytest.fixture(scope="module")
def findings() -> Findings:
    return compute_findings(ROOT / "inputs" / NAME, Files(ROOT))


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    workspace = replace(find_workspace(ROOT), output=tmp_path_factory.mktemp("output"))
    return parts_of(build_report(workspace, NAME).files[f"{NAME}.docx"])


def published(findings: Findings, key: str, wave: str) -> Estimate:
    found = findings.items[key].estimate(wave)
    assert found is not None
    assert found.value is not None
    return found


@pytest.mark.parametrize("entry", FIGURES, ids=lambda e: "-".join(e[:3]))
def test_the_findings_hold_the_printed_figure(findings: Findings, entry: Sequence[str]) -> None:
    key, wave, printed, qualifier = entry[:4]
    value = published(findings, key, wave).value
    assert value is not None
    assert agrees(Fraction(value).limit_denominator(10**6), printed, qualifier)


@pytest.mark.parametrize("entry", FIGURES, ids=lambda e: "-".join(e[:3]))
def test_the_report_says_the_figure(
    findings: Findings, parts: dict[str, bytes], entry: Sequence[str]
) -> None:
    key, wave, printed, qualifier = entry[:4]
    finding = findings.items[key]
    value = published(findings, key, wave).value
    assert value is not None
    shown = figure_text(value, finding.decimals, finding.unit)
    # In running text, before the appendices: in a table a figure might be another question's.
    whole = document_text(parts)
    text = whole[: whole.rindex("Appendix 1: List of survey questions")]
    assert re.search(rf"(?<![\d.]){re.escape(shown)}(?!\d)", text), (key, shown)
    if not qualifier and finding.decimals == len(printed.rstrip("%").partition(".")[2]):
        assert shown == printed


@pytest.mark.parametrize("entry", COUNTS, ids=lambda e: f"{e[0]}-{e[1]}")
def test_the_findings_hold_the_printed_number_of_people(
    findings: Findings, entry: Sequence[Any]
) -> None:
    key, wave, count, base, _ = entry
    found = published(findings, key, wave)
    assert found.count == count
    assert base in (None, found.base)


@pytest.mark.parametrize("entry", DIRECTIONS, ids=lambda e: f"{e[0]}-{'-'.join(e[1])}")
def test_the_findings_move_as_the_paper_says(findings: Findings, entry: Sequence[Any]) -> None:
    key, waves, direction = entry[:3]
    values = [published(findings, key, wave).value or 0 for wave in waves]
    signs = {"rises": lambda step: step > 0, "falls": lambda step: step < 0}
    holds = signs.get(direction, lambda step: step <= 0)
    assert all(holds(after - before) for before, after in pairwise(values))


def test_the_report_has_ten_native_charts_with_workbooks_and_words(parts: dict[str, bytes]) -> None:
    charts = chart_names(parts)
    assert len(charts) >= 10
    for name in charts:
        assert name.replace("charts/", "embeddings/").replace(".xml", ".xlsx") in parts
    words = [text for text in alternative_texts(parts) if text]
    assert len(words) >= len(charts)
    assert all(re.search(r"\d", text) for text in words)


def test_the_front_matter_and_the_sign_off_codes_are_those_of_the_paper(
    parts: dict[str, bytes],
) -> None:
    rows = {row[0]: row[1:] for row in table_texts(parts)[0]}
    assert rows["Report title"] == ["Children’s Social Work and Workforce Health Check 2022"]
    assert "Councillor Beverley Momenabadi" in rows["Cabinet member with lead responsibility"][0]
    assert rows["Wards affected"] == ["All"]
    assert "Emma Bennett" in rows["Accountable director"][0]
    text = document_text(parts)
    for words in ("[JG/15022023/Y]", "[SB/05022023/I]", "Recommendations for decision:"):
        assert words in text
