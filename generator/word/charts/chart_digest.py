"""The digest that a chart part is kept under: of all that its bytes come from, and nothing else."""

from __future__ import annotations

import json

from generator.model.digests import bytes_digest
from generator.model.document import Chart
from generator.word.charts.drawing import TEXT_WIDTH

# Raise it with every change to how a chart looks or is written: kept parts are then made anew.
STYLE_VERSION = 2


def chart_digest(chart: Chart, text_width: int = TEXT_WIDTH) -> str:
    """SHA-256, as 64 hexadecimal digits, of what determines `chart_part(chart, text_width)`.

    A chart's name, number, caption, alternative text, keys, note and place in the narrative are
    not in the part, so they do not count.
    """
    shown = [
        STYLE_VERSION,
        text_width,
        chart.kind,
        chart.title.text,
        chart.unit,
        chart.decimals,
        chart.size,
        chart.categories,
        [(series.name, series.values, series.marks) for series in chart.series],
    ]
    text = json.dumps(shown, ensure_ascii=True, separators=(",", ":"))
    return bytes_digest(text.encode())
