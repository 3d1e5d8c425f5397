"""The rules of accessible tables."""

from __future__ import annotations

from generator.checks.accessible.accessible_rules import LAW
from generator.model.issues import Rule

_CRITERION = LAW + "WCAG 2.2, 1.3.1 Info and Relationships"

TABLE_HEADER = Rule(
    "accessible.table-header",
    "accessible",
    "error",
    "The first row of a table is not marked as its header. Screen readers cannot say which column "
    "a figure stands in, and the next page begins without the heads.",
    "Select the first row, and tick Table Properties > Row > Repeat as header row.",
    _CRITERION,
)
TABLE_ROW_SPLIT = Rule(
    "accessible.table-row-split",
    "accessible",
    "warning",
    "Rows of a table may be split between two pages, so that half of a cell is read without the "
    "other.",
    "Clear Table Properties > Row > Allow row to break across pages.",
    _CRITERION,
)
TABLE_MERGED = Rule(
    "accessible.table-merged",
    "accessible",
    "warning",
    "Cells of a table are merged. Screen readers lose count of columns and rows, and say a figure "
    "under the wrong head.",
    "Split the cells, and repeat their words, or make two tables.",
    _CRITERION,
)
TABLE_NESTED = Rule(
    "accessible.table-nested",
    "accessible",
    "warning",
    "A table stands within a cell of another. Screen readers go through both as one.",
    "Put the inner table below the outer one.",
    _CRITERION,
)
TABLE_BLANK = Rule(
    "accessible.table-blank",
    "accessible",
    "warning",
    "Cells of a table are blank. Nobody can hear whether there is nothing, or whether something "
    "was forgotten.",
    "Write what is meant: 'none', 0, '[x]' for not available, '[z]' for not applicable.",
    _CRITERION,
)
TABLE_TITLE = Rule(
    "accessible.table-title",
    "accessible",
    "warning",
    "A table has neither caption nor title, so that nobody hears beforehand what it is about.",
    "Insert a caption above it, or write a title under Table Properties > Alt Text.",
    LAW + "WCAG 2.2, 2.4.6 Headings and Labels",
)
TABLE_LAYOUT = Rule(
    "accessible.table-layout",
    "accessible",
    "hint",
    "A table of one cell or one column holds text that is no table. Screen readers announce rows "
    "and columns that mean nothing.",
    "Use a paragraph with a border instead.",
    _CRITERION,
)
COLOUR_ONLY = Rule(
    "accessible.colour-only",
    "accessible",
    "warning",
    "A cell says something by its colour alone, or a sentence points at something by it. Who "
    "cannot see the colour, or prints in grey, does not learn it.",
    "Write the word into the cell: Red, Amber, Green; point at things by their names.",
    LAW + "WCAG 2.2, 1.4.1 Use of Color",
)
