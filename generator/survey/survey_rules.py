"""The rules that survey exports, and what is published of them, are held to."""

from __future__ import annotations

from generator.model.issues import Rule

EXPORT_UNREADABLE = Rule(
    "survey.unreadable",
    "valid",
    "error",
    "An export is of a kind that cannot be read, is not what its name says, or is damaged or cut "
    "off.",
    "Export the answers again, as CSV or .xlsx.",
)
EXPORT_EMPTY = Rule(
    "survey.empty",
    "complete",
    "error",
    "An export holds no answers, or none is left once the codebook's filters are applied.",
    "Export it again with its answers, and check filters: in codebook.yaml.",
)
EXPORT_PROTECTED = Rule(
    "survey.protected",
    "valid",
    "error",
    "An export is protected by a password, may hold macros, or unpacks to far more than its size. "
    "Such a file is not opened.",
    "Save a copy without password and macros, as .xlsx or CSV.",
)
EXPORT_ENCODING = Rule(
    "survey.encoding",
    "valid",
    "error",
    "An export has bytes that its encoding does not have, so that answers would be read wrongly.",
    "Name the right encoding in codebook.yaml, or export it as UTF-8.",
)
EXPORT_LAYOUT = Rule(
    "survey.layout",
    "valid",
    "error",
    "An export does not have the layout, the sheet or the mapped columns that the codebook says.",
    "Correct the entry in codebook.yaml; `committee survey inspect` shows what the export is.",
)
EXPORT_ROWS = Rule(
    "survey.rows",
    "valid",
    "error",
    "Rows of an export have more or fewer cells than its heading, so that answers stand under the "
    "wrong question.",
    "Export the file again; it was cut off, or a delimiter or a quote is out of place.",
)
EXPORT_COLUMNS = Rule(
    "survey.columns",
    "consistent",
    "error",
    "A question of the codebook has no column in an export, or several, or a code and a wording "
    "that lead to two.",
    "Correct the question in codebook.yaml: its wording of that wave, its codes, or when it was "
    "asked.",
)
EXPORT_ANSWERS = Rule(
    "survey.answers",
    "consistent",
    "error",
    "An answer in an export is none that the codebook lists for its question, so that it would "
    "not be counted.",
    "Add it to the options, list it under renamed_options: or not_applicable:, or correct the "
    "export.",
)
EXPORT_DUPLICATES = Rule(
    "survey.duplicates",
    "evidence",
    "error",
    "The same respondent stands in several rows, and the codebook does not say which row counts.",
    "Say so in codebook.yaml under filters:, such as 'duplicates: id' with 'keep: last'.",
)
EXPORT_REPEATED = Rule(
    "survey.repeated",
    "evidence",
    "error",
    "One export, or a copy of it, is named for two waves or cohorts, so that answers would be "
    "compared with themselves and told as a change, or as none.",
    "Name the export of each wave. Where one export holds several, say with 'select:' which "
    "answers belong to which. Where people did answer alike, raise 'same_answers:' under filters:.",
)
EXPORT_WEIGHTS = Rule(
    "survey.weights",
    "evidence",
    "error",
    "The column of weights is not there, or a respondent has none.",
    "Correct weights: in codebook.yaml, or give every respondent a weight.",
)
EXPORT_SENT = Rule(
    "survey.sent",
    "evidence",
    "error",
    "More people replied than were sent the survey, so that the response rate would be above 100 "
    "per cent.",
    "Check 'sent:', and whether answers stand in the export twice.",
)
WORKFORCE_HEADCOUNT = Rule(
    "survey.headcount",
    "evidence",
    "error",
    "More people of a group replied than the codebook says that it has, so that its response rate, "
    "its share of the workforce and its intervals would be wrong.",
    "Correct the headcount under workforce:, say of which cohort and wave it is, or see whether "
    "answers stand in the export twice.",
)
EXPORT_NOTE = Rule(
    "survey.note",
    "evidence",
    "warning",
    "Something was assumed when an export was read: its encoding, its sheet, or that answers "
    "which were never submitted count.",
    "Look whether it is right; if it is, say so in codebook.yaml, and it is told no more.",
)
QUOTATION_APPROVED = Rule(
    "quotations.approved",
    "private",
    "error",
    "A quotation is published that nobody approved. What people wrote in confidence is quoted "
    "only once somebody who answers for it has read it.",
    "Name the post that approved it under 'approved_by:' in codebook.yaml.",
    "UK GDPR, article 5(1)(b)",
)
QUOTATION_WORDS = Rule(
    "quotations.words",
    "evidence",
    "error",
    "A quotation is not what somebody answered, word for word, or is said to be somebody else's.",
    "Quote the answer; mark what is left out with [...] and what is changed with [brackets]. "
    "`committee survey comments REPORT --approve ID` writes the entry.",
)
QUOTATION_PERSONAL = Rule(
    "quotations.personal",
    "private",
    "error",
    "The text of a quotation may name a person, or tell who wrote it.",
    "Take it out of 'text:', and have that text approved.",
    "UK GDPR, article 4(1)",
)
PUBLISHED_BEFORE = Rule(
    "survey.published",
    "private",
    "warning",
    "Figures of the same survey were published before, in another report or from other answers. "
    "Taken together, the two would tell what either withholds, or what a few people answered.",
    "Write 'published: protect' under disclosure: in findings.yaml, so that such figures are "
    "withheld; or take the line out of inputs/published.jsonl if that report never got out.",
    "UK GDPR, article 5(1)(f)",
)
PUBLISHED_REFUSED = Rule(
    "survey.published-refused",
    "private",
    "error",
    "What was published of the survey before is to be protected, as findings.yaml asks, and that "
    "cannot be done: the answers have changed since by a few people, or the two cannot be "
    "compared.",
    "Use the export as it was then; or take the line out of inputs/published.jsonl if that report "
    "never got out.",
    "UK GDPR, article 5(1)(f)",
)
