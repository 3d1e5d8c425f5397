"""The chart in a document: names of its parts, relationships, drawing and digest."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from generator.compose.figures.alt_text import describe_chart
from generator.model.document import Chart, Series
from generator.model.origin import Origin
from generator.model.wording.phrases import unmarked
from generator.word.charts.chart_boxes import ChartRoom
from generator.word.charts.chart_digest import chart_digest
from generator.word.charts.chart_part import chart_part
from generator.word.charts.drawing import drawing_text
from tests.word.charts.charts import by_wave


def _run(rel_id: str, chart: Chart, extent: tuple[int, int], number: int) -> Any:
    return parse_xml(drawing_text(rel_id, chart, extent, number))


def test_drawing_is_in_line_and_has_alternative_text() -> None:
    chart = by_wave(title='Pay & "conditions" <2022>', name="pay")
    run = _run("rId9", chart, (5_760_000, 3_240_000), 7)
    (properties,) = run.iter(qn("wp:docPr"))
    assert properties.get("id") == "7"
    assert properties.get("name") == "pay"
    assert properties.get("title") == 'Pay & "conditions" <2022>'
    assert properties.get("descr") == describe_chart(chart)
    assert [element.tag for element in run.iter(qn("wp:inline"))] == [qn("wp:inline")]
    (shown,) = run.iter(qn("c:chart"))
    assert shown.get(qn("r:id")) == "rId9"


def test_computed_alternative_text_holds_words_alone_where_figures_have_keys() -> None:
    series = Series("Social workers", (60.0, 55.0, 44.0, 35.0), (), ("sw.x@2019",) * 4)
    chart = by_wave(series=(series,))
    (properties,) = _run("rId1", chart, (1, 1), 1).iter(qn("wp:docPr"))
    assert properties.get("descr") == unmarked(describe_chart(chart))
    assert properties.get("descr") == describe_chart(
        replace(chart, series=(replace(series, keys=()),))
    )


def test_written_description_is_kept() -> None:
    run = _run("rId1", by_wave(description="As composed."), (1, 1), 1)
    (properties,) = run.iter(qn("wp:docPr"))
    assert properties.get("descr") == "As composed."


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Another message"},
        {"kind": "line"},
        {"decimals": 1},
        {"size": "half"},
        {"unit": "index"},
        {"kept": True},
        {"waves": True},
        {"categories": ("1", "2", "3", "4")},
        {"series": (Series("x", (1.0, 2.0, 3.0, 4.0)),)},
    ],
)
def test_digest_changes_with_what_is_shown(changes: dict[str, object]) -> None:
    assert chart_digest(by_wave()) != chart_digest(by_wave(**changes))


def test_digest_changes_with_a_mark_and_with_the_page() -> None:
    unmarked = replace(by_wave().series[1], marks=("[z]", "", "", ""))
    changed = by_wave(series=(by_wave().series[0], unmarked))
    assert chart_digest(by_wave()) != chart_digest(changed)
    assert chart_digest(by_wave()) != chart_digest(by_wave(), ChartRoom(8_000_000))


@pytest.mark.parametrize(
    "room", [ChartRoom(captioned=True), ChartRoom(top=80.0), ChartRoom(plot=180.0)]
)
def test_digest_and_part_change_with_the_room_that_is_kept_for_a_pair(room: ChartRoom) -> None:
    assert chart_digest(by_wave(), room) != chart_digest(by_wave())
    assert chart_part(by_wave(), room).xml != chart_part(by_wave()).xml


def test_digest_changes_where_the_caption_says_the_unit() -> None:
    silent, said = by_wave(unit="hours"), by_wave(unit="hours", caption="Hours a week")
    assert chart_digest(silent) != chart_digest(said)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "n"},
        {"number": "4"},
        {"caption": "c"},
        {"origin": Origin("narrative.md", 12, by="person")},
        {"description": "d"},
        {"keys": ("sw.x",)},
    ],
)
def test_digest_ignores_what_the_part_does_not_hold(changes: dict[str, object]) -> None:
    assert chart_digest(by_wave()) == chart_digest(by_wave(**changes))
    assert chart_part(by_wave()) == chart_part(by_wave(**changes))


def test_showing_a_kept_chart_imports_neither_chart_library() -> None:
    code = (
        "import sys\n"
        "from generator.model.document import Chart, Series, phrase\n"
        "from generator.word.charts import chart_digest, drawing, chart_layout, chart_part\n"
        "chart = Chart('bars', phrase('T'), ('a',), (Series('s', (1.0,)),))\n"
        "chart_digest.chart_digest(chart)\n"
        "drawing.drawing_text('rId1', chart, chart_layout.extent(chart), 1)\n"
        "print(sorted({'docx', 'pptx', 'xlsxwriter', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
