"""Native, editable Word charts: a chart part, its embedded workbook and the drawing that shows it.

Made with the figures (and kept, because making them is dear):
- `chart_part.chart_part(chart) -> ChartPart`: the XML of the chart and the bytes of its workbook.
Made with every build (light: no XlsxWriter):
- `chart_digest.chart_digest(chart) -> str`: under which a chart part is kept;
- `chart_layout.extent(chart) -> (cx, cy)`: the size of the drawing, in EMU;
- `drawing.drawing_text(rel_id, chart, extent, drawing_id)`: the run that shows the chart.
`generator.word.writing.placed_charts` asks for these and puts part and workbook into the package.

docs/word/charts.md has a specimen of the XML and the reasons behind it.
"""
