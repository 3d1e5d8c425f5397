"""The rules of how the parts of a paper agree: numbers, references, names and dates."""

from __future__ import annotations

from generator.model.issues import Rule

NUMBER_ORDER = Rule(
    "consistent.numbering",
    "consistent",
    "error",
    "Numbers of paragraphs, headings, recommendations, tables, figures or appendices leave one "
    "out, stand twice or run backwards, so that nobody can say which one is meant.",
    "Number them on without a gap, best with Word's own numbering.",
)
REFERENCE_WRONG = Rule(
    "consistent.reference",
    "consistent",
    "error",
    "The text refers to a paragraph, section, table, figure, appendix or recommendation that is "
    "not in the paper, or a cross-reference shows another number than what it points at has.",
    "Correct the number, or update the field (F9).",
)
FOOTNOTE_LOST = Rule(
    "consistent.footnote",
    "consistent",
    "error",
    "A footnote has no text, or no mark, or two marks.",
    "Put the note in again where it belongs.",
)
APPENDIX_SCHEME = Rule(
    "consistent.appendix-scheme",
    "consistent",
    "error",
    "Appendices are numbered in one place and lettered in another: 'Appendix 1' and 'Appendix A'.",
    "Write them one way, as the council's format does.",
)
UNMENTIONED = Rule(
    "consistent.unmentioned",
    "consistent",
    "warning",
    "A table or figure stands in the report, and nothing in its text speaks of it, so that readers "
    "do not know what it is to show them. Those in appendices need no mention.",
    "Name it where the text speaks of what it shows, or move it to an appendix.",
)
NAME_SPELT = Rule(
    "consistent.name",
    "consistent",
    "warning",
    "A name is spelt in two ways.",
    "Write it one way.",
)
TITLE_DIFFERS = Rule(
    "consistent.title",
    "consistent",
    "warning",
    "The title of the front matter is not that of the file's properties or the page header.",
    "Write the same title in all places.",
)
# ---------------------------------------------------------------- dates
WEEKDAY_WRONG = Rule(
    "consistent.weekday",
    "consistent",
    "error",
    "A day of the week does not fit its date, or a month does not have that day.",
    "Look the date up.",
)
RANGE_REVERSED = Rule(
    "consistent.range",
    "consistent",
    "error",
    "A range ends before it begins, or a financial year is not of two years that follow.",
    "Write the earlier one first; a financial year as 2021-2022 or 2021/22.",
)
MEETING_DATES = Rule(
    "consistent.meeting-date",
    "consistent",
    "error",
    "The paper gives two dates for its own meeting.",
    "Write the same date in all places.",
)
