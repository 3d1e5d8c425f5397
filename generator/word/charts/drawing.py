"""The run that shows a chart, in line with the text.

<w:r><w:drawing>
  <wp:inline distT="0" distB="0" distL="0" distR="0">
    <wp:extent cx="5760000" cy="2800000"/><wp:effectExtent l="0" t="0" r="0" b="0"/>
    <wp:docPr id="7" name="Chart 7" descr="Bar chart: ..." title="The message"/>
    <wp:cNvGraphicFramePr/>
    <a:graphic><a:graphicData uri=".../chart"><c:chart r:id="rId9"/></a:graphicData></a:graphic>
  </wp:inline>
</w:drawing></w:r>
"""

from __future__ import annotations

from generator.model.document import Chart
from generator.model.wording.phrases import unmarked
from generator.word.charts.fragments import one_line
from generator.word.package.namespaces import C, declared

TEXT_WIDTH = 5_760_000  # EMU: 16 cm, A4 with margins of 2.5 cm


def drawing_text(rel_id: str, chart: Chart, extent: tuple[int, int], drawing_id: int) -> str:
    """A `w:r` with the chart as XML text, with its namespaces declared; needs no library.

    rel_id: of the chart part. extent: (cx, cy) in EMU, from `layout.extent`. drawing_id: unique
    among the document's drawings. The alternative text is `chart.description`, or is computed.
    """
    from generator.compose.figures.alt_text import describe_chart

    width, height = extent
    description = chart.description.text or unmarked(describe_chart(chart))
    return (
        f"<w:r {declared('w', 'wp', 'a', 'c', 'r')}><w:rPr><w:noProof/></w:rPr><w:drawing>"
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{drawing_id}" name="{one_line(chart.name or f"Chart {drawing_id}")}"'
        f' descr="{one_line(description)}" title="{one_line(chart.title.text)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{C}">'
        f'<c:chart r:id="{rel_id}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
