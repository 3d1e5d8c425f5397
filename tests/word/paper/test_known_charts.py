"""Charts that were read before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.word.package.parts import Parts
from generator.word.paper import known_charts
from generator.word.paper.drawn_charts import read_chart
from generator.word.paper.known_charts import KnownCharts
from tests.small import NAME

PART = "word/charts/chart1.xml"


def test_a_chart_is_the_same_as_it_was_read_and_read_once(
    pristine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = Parts((pristine / "output" / NAME / f"{NAME}.docx").read_bytes())
    charts = KnownCharts()
    first = charts.read(parts, PART)
    assert first == read_chart(parts, PART)
    kept = KnownCharts(json.loads(json.dumps(charts.as_data())))
    monkeypatch.setattr(known_charts, "read_chart", lambda *_: None)
    assert kept.read(parts, PART) == first
    assert kept.as_data() == charts.as_data()


@pytest.mark.parametrize("part", [PART, "word/embeddings/chart1.xlsx"])
def test_a_chart_or_workbook_that_changed_is_read_anew(pristine: Path, part: str) -> None:
    parts = Parts((pristine / "output" / NAME / f"{NAME}.docx").read_bytes())
    charts = KnownCharts()
    charts.read(parts, PART)
    parts.raw[part] += b" "
    kept = KnownCharts(charts.as_data())
    kept.read(parts, PART)
    assert kept.as_data().keys().isdisjoint(charts.as_data())
