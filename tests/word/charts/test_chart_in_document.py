"""The chart in a document: names of its parts, relationships, drawing and digest."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from tests.word.charts.charts import by_wave, likert
from docx.oxml.ns import qn

from generator.compose.alt_text import describe_chart
from generator.model.document import Series
from generator.word.charts.attach import attach_chart
from generator.word.charts.digest import chart_digest
from generator.word.charts.drawing import drawing_xml
from generator.word.charts.layout import extent
from generator.word.charts.part import chart_part


def test_document_holds_chart_and_workbook_under_counted_names() -> None:
    document = docx.Document()
    for number, chart in enumerate((by_wave(), likert()), start=1):
        rel_id = attach_chart(document.part, chart_part(chart), number)
        run = drawing_xml(rel_id, chart, extent(chart), number)
        document.add_paragraph()._p.append(run)
    stream = BytesIO()
    document.save(stream)
    with ZipFile(stream) as package:
        assert package.read("word/charts/chart1.xml") == chart_part(by_wave()).xml
        assert package.read("word/embeddings/chart2.xlsx") == chart_part(likert()).workbook
        relations = package.read("word/charts/_rels/chart2.xml.rels").decode()
        types = package.read("[Content_Types].xml").decode()
    assert 'Id="rId1"' in relations
    assert 'Target="../embeddings/chart2.xlsx"' in relations
    assert 'PartName="/word/charts/chart1.xml"' in types


def test_saved_document_opens_again_with_its_charts() -> None:
    document = docx.Document()
    rel_id = attach_chart(document.part, chart_part(by_wave()), 1)
    document.add_paragraph()._p.append(drawing_xml(rel_id, by_wave(), extent(by_wave()), 1))
    stream = BytesIO()
    document.save(stream)
    again = docx.Document(BytesIO(stream.getvalue()))
    chart = again.part.related_parts[rel_id]
    assert chart.part_related_by(docx.opc.constants.RELATIONSHIP_TYPE.PACKAGE)


def test_drawing_is_in_line_and_has_alternative_text() -> None:
    chart = by_wave(title='Pay & "conditions" <2022>', name="pay")
    run = drawing_xml("rId9", chart, (5_760_000, 3_240_000), 7)
    (properties,) = run.iter(qn("wp:docPr"))
    assert properties.get("id") == "7"
    assert properties.get("name") == "pay"
    assert properties.get("title") == 'Pay & "conditions" <2022>'
    assert properties.get("descr") == describe_chart(chart)
    assert [element.tag for element in run.iter(qn("wp:inline"))] == [qn("wp:inline")]
    (shown,) = run.iter(qn("c:chart"))
    assert shown.get(qn("r:id")) == "rId9"


def test_written_description_is_kept() -> None:
    run = drawing_xml("rId1", by_wave(description="As composed."), (1, 1), 1)
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
    assert chart_digest(by_wave()) != chart_digest(by_wave(), 8_000_000)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "n"},
        {"number": "4"},
        {"caption": "c"},
        {"line": 12},
        {"description": "d"},
        {"keys": ("sw.x",)},
    ],
)
def test_digest_ignores_what_the_part_does_not_hold(changes: dict[str, object]) -> None:
    assert chart_digest(by_wave()) == chart_digest(by_wave(**changes))
    assert chart_part(by_wave()) == chart_part(by_wave(**changes))


def test_showing_a_kept_chart_imports_neither_chart_library() -> None:
    code = (
        "import sys, docx\n"
        "from generator.model.document import Chart, Series\n"
        "from generator.word.charts import attach, digest, drawing, layout, part\n"
        "chart = Chart('bars', 'T', ('a',), (Series('s', (1.0,)),))\n"
        "document = docx.Document()\n"
        "kept = part.ChartPart(b'<a/>', b'')\n"
        "digest.chart_digest(chart)\n"
        "rel_id = attach.attach_chart(document.part, kept, 1)\n"
        "drawing.drawing_xml(rel_id, chart, layout.extent(chart), 1)\n"
        "print(sorted({'pptx', 'xlsxwriter', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
