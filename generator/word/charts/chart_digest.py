"""The digest that a chart part is kept under: of all that its bytes come from, and nothing else."""

from __future__ import annotations

import json

from generator.model.digests import bytes_digest
from generator.model.document import Chart
from generator.word.charts.chart_boxes import PORTRAIT, ChartRoom
from generator.word.charts.chart_head import unit_told

# Raise it with every change to how a chart looks or is written: kept parts are then made anew.
STYLE_VERSION = 9


def chart_digest(chart: Chart, room: ChartRoom = PORTRAIT) -> str:
    """SHA-256, as 64 hexadecimal digits, of what determines `chart_part(chart, room)`.

    A chart's name, number, caption, alternative text, keys, note and place in the narrative are
    not in the part, so they do not count; of the caption only whether it says the unit.
    """
    shown = [
        STYLE_VERSION,
        (room.text, room.captioned, room.low),
        [round(each, 3) for each in (room.top, room.plot, room.tallest)],
        chart.kind,
        chart.kept,
        chart.waves,
        chart.title.text,
        chart.unit,
        unit_told(chart),
        chart.decimals,
        chart.size,
        chart.categories,
        [(series.name, series.values, series.marks) for series in chart.series],
    ]
    text = json.dumps(shown, ensure_ascii=True, separators=(",", ":"))
    return bytes_digest(text.encode())
