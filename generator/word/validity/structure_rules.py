"""The rules of how a file's text is put together: changes, ids, tables, sections, nesting."""

from __future__ import annotations

from generator.model.issues import Rule

_SOURCE = "ISO/IEC 29500-1"
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
    "A tracked change does not say who made it, or says a date that is none. Word refuses the "
    "file.",
    "Accept or reject the change.",
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
SETTINGS_WRONG = Rule(
    "valid.settings",
    "valid",
    "error",
    "The file's settings contradict themselves, or are incomplete.",
    _SAVE,
    _SOURCE,
)
