"""The rules of how a file's text is put together: changes, ids, tables, sections, nesting,
drawings, charts and the workbooks behind them.
"""

from __future__ import annotations

from generator.model.issues import Rule

_SOURCE = "ISO/IEC 29500-1"
_AGAIN = "Insert it again."
_SAVE = "Open the file in Word, let it mend what it can, and save it under a new name."

# ---------------------------------------------------------------- tracked changes, ids, controls
REVISION_HALF = Rule(
    "valid.revision-half",
    "valid",
    "error",
    "A tracked move begins and does not end, or ends without having begun, or has lost its other "
    "half.",
    "Accept or reject the move in Word.",
    _SOURCE,
)
REVISION_BARE = Rule(
    "valid.revision-author",
    "valid",
    "error",
    "A tracked change or a comment does not say who made it, or says a date that is none. Word "
    "refuses the file.",
    "Accept or reject the change, or delete the comment.",
    _SOURCE,
)
PARAGRAPH_ID = Rule(
    "valid.paragraph-id",
    "valid",
    "warning",
    "Two paragraphs have one id, or one has an id that is not a hexadecimal number below "
    "80000000. Comments and changes may come to the wrong place.",
    _SAVE,
    _SOURCE,
)
PERMISSION_HALF = Rule(
    "valid.permission-half",
    "valid",
    "warning",
    "A passage that some may edit in a protected document begins and does not end, or ends "
    "without having begun.",
    "Take the exception out (Review > Restrict Editing).",
    _SOURCE,
)
CONTROL_TWICE = Rule(
    "valid.control-id",
    "valid",
    "warning",
    "Two content controls have one id.",
    _SAVE,
    _SOURCE,
)
CONTROL_EMPTY = Rule(
    "valid.control-content",
    "valid",
    "error",
    "A content control has no content at all.",
    _SAVE,
    _SOURCE,
)
# ---------------------------------------------------------------- tables and sections
TABLE_GRID = Rule(
    "valid.table-grid",
    "valid",
    "error",
    "A table does not say which columns it has.",
    _SAVE,
    _SOURCE,
)
TABLE_EMPTY = Rule(
    "valid.table-empty",
    "valid",
    "error",
    "A table has no rows, or a row of it no cells.",
    _SAVE,
    _SOURCE,
)
ROW_WIDTH = Rule(
    "valid.row-width",
    "valid",
    "error",
    "A row has more or fewer cells than the table has columns, those counted that its cells span. "
    "Screen readers then name the wrong heading.",
    "Delete or add the cell, or draw the table again.",
    _SOURCE,
)
MERGE_LOOSE = Rule(
    "valid.cell-merge",
    "valid",
    "error",
    "A cell is said to go on from the one above it, where none begins: its text is not shown.",
    "Split the cell (Layout > Split Cells).",
    _SOURCE,
)
CELL_END = Rule(
    "valid.cell-end",
    "valid",
    "error",
    "A cell, note, header or text box is empty or ends in a table, where Word wants a paragraph.",
    "Put an empty paragraph at its end.",
    _SOURCE,
)
SECTION_PLACE = Rule(
    "valid.section",
    "valid",
    "warning",
    "The document does not say at its end what its pages look like, so that size, margins, header "
    "and footer of the last section are lost.",
    "Set page size and margins again (Layout > Page Setup).",
    _SOURCE,
)
SECTION_HEADER = Rule(
    "valid.section-header",
    "valid",
    "error",
    "A section has two headers or footers for the same pages, or one that is none.",
    "Insert the header or footer again.",
    _SOURCE,
)
FIRST_PAGE = Rule(
    "valid.first-page",
    "valid",
    "warning",
    "A section has a header or footer for its first page but does not use it: it is never printed.",
    "Tick 'Different First Page' in the header's tab, or delete it.",
    _SOURCE,
)
# ---------------------------------------------------------------- what stands in what
NESTING = Rule(
    "valid.nesting",
    "valid",
    "error",
    "Something stands where it may not: a paragraph in a paragraph, text outside of any, a row "
    "outside a table. Word refuses the file, or drops the text.",
    _SAVE,
    _SOURCE,
)
ORDER_WRONG = Rule(
    "valid.order",
    "valid",
    "error",
    "Properties stand after what they belong to, or twice, so that Word refuses the file or "
    "passes them over.",
    _SAVE,
    _SOURCE,
)
PROPERTY_ORDER = Rule(
    "valid.property-order",
    "valid",
    "warning",
    "Properties stand in another order than the schema has. Word reads them; other programs may "
    "pass some over.",
    "Save the file in Word.",
    _SOURCE,
)
VALUE_WRONG = Rule(
    "valid.value",
    "valid",
    "error",
    "A property has a value that Word does not know.",
    "Set the property again in Word.",
    _SOURCE,
)
ATTRIBUTE_MISSING = Rule(
    "valid.attribute",
    "valid",
    "error",
    "Something does not say what it must say: a tab stop its place, a field its code, a change or "
    "bookmark its id. Word refuses the file.",
    "Delete what the message names and insert it again, or ask for the file again.",
    _SOURCE,
)
SETTINGS_WRONG = Rule(
    "valid.settings",
    "valid",
    "error",
    "The file's settings contradict themselves, or are incomplete.",
    _SAVE,
    _SOURCE,
)
# ---------------------------------------------------------------- drawings, pictures, charts
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
DRAWING_KIND = Rule(
    "valid.drawing-kind",
    "valid",
    "error",
    "A drawing says that it holds another thing than it does, such as a picture where a chart "
    "stands. Word refuses the file, or leaves the drawing out.",
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
CHART_SERIES = Rule(
    "valid.chart-series",
    "valid",
    "warning",
    "Two series of a chart have one number, so that colours and legend may be those of another.",
    "Choose the chart's data again (Chart Design > Select Data).",
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
