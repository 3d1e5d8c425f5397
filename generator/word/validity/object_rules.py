"""The rules of drawings, pictures, charts and the workbooks behind charts."""

from __future__ import annotations

from generator.model.issues import Rule

_SOURCE = "ISO/IEC 29500-1"
_AGAIN = "Insert it again."

DRAWING_ID = Rule(
    "valid.drawing-id",
    "valid",
    "warning",
    "Two drawings have one id, or one has an id that is no whole number of 32 bits without a sign.",
    "Save the file in Word.",
    _SOURCE,
)
DRAWING_SIZE = Rule(
    "valid.drawing-size",
    "valid",
    "error",
    "A drawing has no size, or one of nothing or less: it is not seen, or Word refuses the file.",
    _AGAIN,
    _SOURCE,
)
PICTURE_EMPTY = Rule(
    "valid.picture",
    "valid",
    "error",
    "A picture does not say which file it shows.",
    _AGAIN,
    _SOURCE,
)
PICTURE_KIND = Rule(
    "valid.picture-kind",
    "valid",
    "error",
    "A picture's part is none, or of another kind than its name and content type say. Word shows "
    "a red cross.",
    _AGAIN,
    _SOURCE,
)
CHART_EMPTY = Rule(
    "valid.chart",
    "valid",
    "error",
    "A chart has nothing to draw.",
    "Delete the chart, or make it again.",
    _SOURCE,
)
CHART_AXES = Rule(
    "valid.chart-axes",
    "valid",
    "error",
    "A chart's plot names axes that the chart does not have, or an axis crosses one that is not "
    "there. Word refuses the file, or leaves the chart out.",
    _AGAIN,
    _SOURCE,
)
CHART_CACHE = Rule(
    "valid.chart-cache",
    "valid",
    "error",
    "The figures kept with a chart contradict themselves: more or fewer points than announced, a "
    "point twice or outside, a value that is no number, or as many names as there are not values.",
    "Open the chart's data in Word (Edit Data), and close it again.",
    _SOURCE,
)
CHART_FORMULA = Rule(
    "valid.chart-formula",
    "valid",
    "error",
    "A chart takes its figures from cells that its workbook does not have.",
    "Choose its data again (Chart Design > Select Data).",
    _SOURCE,
)
CHART_WORKBOOK = Rule(
    "valid.chart-workbook",
    "valid",
    "error",
    "The workbook behind a chart is missing or damaged, so that its data cannot be edited.",
    "Make the chart again from its figures.",
    _SOURCE,
)
CHART_DIFFERS = Rule(
    "valid.chart-differs",
    "valid",
    "error",
    "A chart shows other figures than its workbook has. The picture changes as soon as somebody "
    "opens its data, and one of the two is wrong.",
    "Find out which is right, and open the chart's data in Word (Edit Data).",
    _SOURCE,
)
