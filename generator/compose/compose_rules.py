"""The rules that a whole report is held to: what it holds, its form, what it points at."""

from __future__ import annotations

from generator.model.issues import Rule

# ---------------------------------------------------------------- front matter and sections
FRONT_MATTER_MISSING = Rule(
    "front-matter.missing",
    "complete",
    "error",
    "A row of the front matter that the format requires has no value.",
    "Add its key under front_matter: in report.yaml.",
)
FRONT_MATTER_VALUE = Rule(
    "front-matter.value",
    "valid",
    "error",
    "A row of the front matter has a value that is none of those that the format allows.",
    "Write one of the values that the message lists.",
)
SECTION_MISSING = Rule(
    "sections.missing",
    "complete",
    "error",
    "A section or a part that the format requires is not there.",
    "Add its heading and its text to the narrative, or its key to report.yaml.",
)
SECTION_EMPTY = Rule(
    "sections.empty",
    "complete",
    "error",
    "A section has a heading and no text.",
    "Write its text, or take the heading out.",
)
SECTION_TWICE = Rule(
    "sections.duplicate",
    "consistent",
    "error",
    "Two sections of the narrative stand for the same part of the format.",
    "Join the two.",
)
SECTION_UNPLACED = Rule(
    "sections.unplaced",
    "consistent",
    "error",
    "The format has no place for a section, or fixes the heading that report.yaml would change.",
    "Give it a heading of the format, or move its text to another section.",
)
FORMAT_PARTS = Rule(
    "format.parts",
    "consistent",
    "error",
    "The format names a row, an implication, a source or a placeholder that it does not have.",
    "Correct the name in the format's file.",
)
# ---------------------------------------------------------------- recommendations and implications
RECOMMENDATION_MISSING = Rule(
    "recommendations.missing",
    "complete",
    "error",
    "A group of recommendations that the format requires is empty. A committee can decide only "
    "what it is asked to decide.",
    "Add at least one under recommendations: in report.yaml.",
)
RECOMMENDATION_GROUP = Rule(
    "recommendations.group",
    "consistent",
    "error",
    "A group of recommendations in report.yaml is none that the format has.",
    "Move them to a group of the format.",
)
RECOMMENDATION_WORDING = Rule(
    "recommendations.wording",
    "readable",
    "error",
    "A recommendation does not go on from the words before it, so that the minutes could not "
    "record it as a resolution.",
    "Begin it as the message says.",
)
IMPLICATION_MISSING = Rule(
    "implications.missing",
    "complete",
    "error",
    "An implication that the format requires is not written, or says nothing.",
    "Write its section, or say that there is none where the format has a statement for that.",
)
IMPLICATION_TWICE = Rule(
    "implications.duplicate",
    "consistent",
    "error",
    "An implication is written both in report.yaml and in the narrative.",
    "Keep one of the two.",
)
IMPLICATION_FORM = Rule(
    "implications.form",
    "readable",
    "error",
    "An implication stands in a table of the format, and holds what no cell can hold.",
    "Write paragraphs and lists only.",
)
PAPER_FORM = Rule(
    "background-papers.form",
    "complete",
    "error",
    "A background paper would be printed as nothing, or is no single line of text.",
    "Write one sentence, with the keys that the format prints.",
    "Local Government Act 1972, section 100D",
)
APPENDIX_EMPTY = Rule(
    "appendices.empty",
    "complete",
    "error",
    "An appendix would be empty: its text, its survey, its charts or its file are not there.",
    "Add what it is made of, or leave the appendix out.",
)
# ---------------------------------------------------------------- sign-offs and exempt reports
SIGN_OFF_PLACE = Rule(
    "sign-offs.place",
    "consistent",
    "error",
    "A sign-off is given for an implication that the format does not have, or does not sign off.",
    "Correct its key in sign_offs.yaml, or remove it.",
)
SIGN_OFF_INCOMPLETE = Rule(
    "sign-offs.incomplete",
    "evidence",
    "error",
    "A sign-off lacks the code, or the officer and the date, that the format prints.",
    "Add what is missing to sign_offs.yaml.",
)
SIGN_OFF_AWAITED = Rule(
    "sign-offs.awaited",
    "complete",
    "warning",
    "A sign-off that the format requires before release is still to come.",
    "Add it to sign_offs.yaml when the officer has signed.",
)
PUBLIC_SIGN_OFFS = Rule(
    "public-copy.sign-offs",
    "complete",
    "error",
    "A copy for publication is asked for, and an officer has not signed off what it says.",
    "Wait for the sign-off, and add it to sign_offs.yaml.",
)
PUBLIC_EXEMPT = Rule(
    "public-copy.exempt",
    "lawful",
    "error",
    "A copy for publication is asked for of an exempt report.",
    "Build it without --public.",
    "Local Government Act 1972, section 100B(2)",
)
# ---------------------------------------------------------------- references
REFERENCE_UNRESOLVED = Rule(
    "references.unresolved",
    "consistent",
    "error",
    "A reference points at nothing, or at something that has no number to print.",
    "Name a target that the report has; give a table a caption.",
)
REFERENCE_TWICE = Rule(
    "references.duplicate",
    "consistent",
    "error",
    "Two things have the name that references point at.",
    "Give one of them another name.",
)
