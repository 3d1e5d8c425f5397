"""The rules of what a paper must hold: what its format asks for, and nothing of its template."""

from __future__ import annotations

from generator.model.issues import Rule

# ---------------------------------------------------------------- held against a format
ROW_MISSING = Rule(
    "complete.front-matter",
    "complete",
    "error",
    "A row of the front matter that the format requires is not there, or has no value.",
    "Add the row under the format's label, and fill it in.",
)
PART_MISSING = Rule(
    "complete.section",
    "complete",
    "error",
    "A section that the format requires is not there, so that members cannot find what every "
    "report of the council tells them.",
    "Add the heading as the format spells it, with its text or its nil statement.",
)
IMPLICATION_MISSING = Rule(
    "complete.implication",
    "complete",
    "error",
    "An implication that the format requires is not there or says nothing, not even that there is "
    "none.",
    "Add it with its text, or with the format's nil statement.",
)
HEADING_SPELT = Rule(
    "complete.heading",
    "complete",
    "error",
    "A heading of the format is spelt otherwise, so that it is not found by those who look for it.",
    "Write the heading as the format does.",
)
ORDER_WRONG = Rule(
    "complete.order",
    "complete",
    "warning",
    "Rows or sections stand in another order than in the format.",
    "Move what stands out of order to its place.",
)
SIGN_OFF_MISSING = Rule(
    "complete.sign-off",
    "complete",
    "error",
    "An implication that an officer signs off stands in what is published without a sign-off.",
    "Ask the officer, and build the report again.",
)
# ---------------------------------------------------------------- recommendations
RECOMMENDATIONS_MISSING = Rule(
    "complete.recommendations",
    "complete",
    "error",
    "The paper recommends nothing, or a heading of recommendations has none below it, so that the "
    "meeting has nothing to decide.",
    "Say what the committee is asked to do, as a list of one sentence each.",
)
RECOMMENDATION_VERB = Rule(
    "complete.recommendation-verb",
    "complete",
    "error",
    "A recommendation does not go on from the words before it with a verb, so that it cannot be "
    "recorded as a resolution.",
    "Begin it with a verb in the form that the lead-in asks for: 'is recommended to: Note ...', "
    "'That the committee: notes ...'.",
)
# ---------------------------------------------------------------- appendices
APPENDIX_ABSENT = Rule(
    "complete.appendix",
    "complete",
    "error",
    "An appendix that the report has is not in the file.",
    "Put the appendix in, or take it out of the list.",
)
APPENDIX_UNLISTED = Rule(
    "complete.appendix-listed",
    "complete",
    "warning",
    "An appendix stands in the file and not in its list of appendices.",
    "Add it to the list.",
)
APPENDIX_ELSEWHERE = Rule(
    "complete.appendix-elsewhere",
    "complete",
    "hint",
    "The list of appendices names one that is not in the file, as others are.",
    "Put the appendix in, or say beside its title where it can be read.",
)
ATTACHED_ABSENT = Rule(
    "complete.attached",
    "complete",
    "warning",
    "The text says that something is attached, and the paper has neither an appendix nor a link.",
    "Put it in as an appendix and name it, or say where it can be read.",
)
# ---------------------------------------------------------------- any paper
EMPTY_SECTION = Rule(
    "complete.empty-section",
    "complete",
    "error",
    "A heading has nothing below it.",
    "Write what belongs there, or take the heading out.",
)
RESIDUE = Rule(
    "complete.residue",
    "complete",
    "error",
    "Words of a template are left: guidance, a choice that was not made, a gap that was not filled "
    "in, a field that Word could not fill, or a tag of HTML.",
    "Choose, fill in or delete.",
)
UNDECIDED = Rule(
    "complete.undecided",
    "complete",
    "error",
    "Two readings of one sentence stand in the text, the author's and an officer's.",
    "Choose one of them in the narrative.",
)
AWAITED = Rule(
    "complete.awaited",
    "complete",
    "error",
    "A copy for publication says that it is a draft, or that a sign-off is awaited.",
    "Get the sign-off, or take the mark of the draft out.",
)
