"""The rules that the narrative, and what it says of figures, are held to."""

from __future__ import annotations

from generator.model.issues import Rule

# ---------------------------------------------------------------- Markdown
NARRATIVE_MARKDOWN = Rule(
    "narrative.markdown",
    "valid",
    "error",
    "The narrative uses something that has no place in a committee report or where it stands, "
    "such as a picture, a heading within a list, or a link without words.",
    "Write it as docs/narrative.md shows.",
)
NARRATIVE_SECTIONS = Rule(
    "narrative.sections",
    "valid",
    "error",
    "Text stands before the first heading, or two sections have the same name, so that their "
    "place in the report is not known.",
    "Give each section a heading of its own, or a name: # Heading {#name}.",
)
NARRATIVE_FOOTNOTES = Rule(
    "narrative.footnotes",
    "consistent",
    "error",
    "A footnote has no text, two texts, or nothing that refers to it.",
    "Give each reference [^label] one text under the same label.",
)
NARRATIVE_NAMES = Rule(
    "narrative.names",
    "consistent",
    "error",
    "A name {#...} that references point at is not well formed, stands where it names nothing, or "
    "is given twice.",
    "Put a name of lower-case letters, digits and hyphens at the end of what it names.",
)
# ---------------------------------------------------------------- expressions
EXPRESSION_SYNTAX = Rule(
    "expressions.syntax",
    "valid",
    "error",
    "An expression cannot be read: a brace, a bracket or the end of an {% if %} is missing.",
    "Complete the tag; docs/narrative.md shows all that there are.",
)
EXPRESSION_NAME = Rule(
    "expressions.name",
    "valid",
    "error",
    "An expression names a finding, a part of one, a filter or a function that there is not.",
    "Correct the name; `committee findings` lists the findings of a report.",
)
EXPRESSION_USE = Rule(
    "expressions.use",
    "valid",
    "error",
    "An expression asks for something that cannot be done with what it names, such as a finding "
    "printed whole, a chart of figures in different units, or a figure of a wave without one.",
    "Write it as the message says; docs/narrative.md explains each expression.",
)
# ---------------------------------------------------------------- figures
ANSWERS_PRINTED = Rule(
    "disclosure.answers",
    "private",
    "error",
    "A table, a chart or an appendix would print an export of the survey, with what every single "
    "person answered.",
    "Print findings: {{ table(...) }}, {{ chart(...) }} or an appendix of content findings_tables.",
)
FIGURE_WITHHELD = Rule(
    "disclosure.withheld",
    "private",
    "error",
    "The text asks for a figure that may not be published, because it could identify somebody or "
    "tell another figure that is withheld.",
    "Quote another figure, or leave it out; docs/disclosure.md explains why figures are withheld.",
    "Code of Practice for Statistics, T6; UK GDPR, recital 26",
)
FIGURE_UNLIKE = Rule(
    "figures.unlike",
    "evidence",
    "error",
    "The text compares two waves whose figures are not made of the same questions, or of answers "
    "that could be given in only one of them, so that what changed is the survey.",
    "Quote the figures without their change. Of a score of several questions, leave out "
    "'items: own', so that waves are compared on the questions that they share.",
)
FIGURE_SIGNIFICANCE = Rule(
    "figures.significance",
    "evidence",
    "error",
    "The text says that a change is statistically significant, and no test bears that.",
    "Write {{ ....significance }}, which is refused where the test does not bear it, or another "
    "word.",
)
FIGURE_QUANTIFIER = Rule(
    "figures.quantifier",
    "consistent",
    "error",
    "A word for a proportion, such as 'most' or 'nearly half', stands with a per cent that it "
    "does not mean in the council's scale of words.",
    "Write the word that the scale has for the figure, or .proportion in the expression.",
)
FIGURE_DIRECTION = Rule(
    "figures.direction",
    "consistent",
    "error",
    "A word of direction, such as 'risen', 'fewer than in 2021' or 'unchanged', stands with a "
    "figure that moved another way.",
    "Let an expression say it: .change, .points or .choose(...) follow the figures.",
)
FIGURE_UNIT = Rule(
    "figures.unit",
    "consistent",
    "error",
    "Per cent and percentage points are mixed up, or a unit stands twice.",
    "Take the second unit out; tell a change by .difference or .points.",
)
FIGURE_IMPOSSIBLE = Rule(
    "figures.impossible",
    "evidence",
    "error",
    "A per cent that was typed cannot come from the number of people that the text names with it.",
    "Check the figure and its base, or let an expression print both.",
)
FIGURE_TYPED = Rule(
    "figures.typed",
    "evidence",
    "warning",
    "A figure was typed by hand, so that nothing holds it against the survey and nothing changes "
    "it when the findings change.",
    "Write an expression in its place, or make sure that it is right where it has another source.",
)
QUOTATION_KNOWN = Rule(
    "quotations.known",
    "private",
    "error",
    "The text quotes an answer that codebook.yaml does not list among the approved quotations.",
    "Approve it there under 'quotations:'; `committee survey comments` lists the answers' ids.",
    "UK GDPR, article 5(1)(b)",
)
