"""Puts a chart into a document's package: two parts and two relationships.

    word/document.xml ── rIdN, .../relationships/chart ──► word/charts/chart1.xml
    word/charts/chart1.xml ── rId1, .../relationships/package ──► word/embeddings/chart1.xlsx

Names are counted by the caller (the figure's number in the document), so two builds agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.charts.part import ChartPart

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart


def attach_chart(document_part: DocumentPart, part: ChartPart, number: int) -> str:
    """Attach a chart and its workbook; give the relationship id that the drawing names.

    number: from 1, each once in a package: word/charts/chart1.xml, word/embeddings/chart1.xlsx.
    The content types follow from the parts when python-docx writes the package.
    """
    from docx.opc.constants import CONTENT_TYPE as CT
    from docx.opc.constants import RELATIONSHIP_TYPE as RT
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document_part.package
    chart_name = PackURI(f"/word/charts/chart{number}.xml")
    book_name = PackURI(f"/word/embeddings/chart{number}.xlsx")
    chart = Part(chart_name, CT.DML_CHART, part.xml, package)
    chart.relate_to(Part(book_name, CT.SML_SHEET, part.workbook, package), RT.PACKAGE)
    return document_part.relate_to(chart, RT.CHART)
