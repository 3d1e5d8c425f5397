"""The rules that YAML files are held to: the workspace's, a report's, a survey's."""

from __future__ import annotations

from generator.model.issues import Rule

# ---------------------------------------------------------------- files and names
FILE_MISSING = Rule(
    "files.missing",
    "complete",
    "error",
    "A file that is needed, or that another file names, is not there.",
    "Put the file there, or correct the name that leads to it.",
)
FILE_OUTSIDE = Rule(
    "files.outside",
    "private",
    "error",
    "A path leads out of the folder that it must stay in, so that a report cannot draw in files "
    "that nobody meant to publish, and can be built on another computer.",
    "Copy the file into the folder, and write its path with forward slashes.",
)
FILE_UNREADABLE = Rule(
    "files.unreadable",
    "valid",
    "error",
    "A file of text is a folder, is too large, or cannot be opened.",
    "Check what the file is, and that you may read it.",
)
FILE_ENCODING = Rule(
    "files.encoding",
    "valid",
    "error",
    "A file of text is not saved as UTF-8, so that letters and signs in it cannot be told for "
    "certain.",
    "Save the file as UTF-8 in your editor.",
)
FILE_CHANGED = Rule(
    "files.changed",
    "consistent",
    "error",
    "A file was changed while it was read, or is not saved yet, so that figures would be of a "
    "state that it never had.",
    "Save the file, wait until it is complete, and build again.",
)
COMMENTS_LINE = Rule(
    "comments.line",
    "valid",
    "error",
    "A line of comments.jsonl is not a comment as JSON, so that what an officer said could be "
    "lost.",
    "Restore the line: the file is written by the program, and is not for editing.",
)
NAME_UNKNOWN = Rule(
    "names.unknown",
    "valid",
    "error",
    "The command, or a key of a file, names a workspace, a report, a format or a council that is "
    "not there.",
    "Correct the name; messages name the nearest that is there.",
)
# ---------------------------------------------------------------- YAML
YAML_SYNTAX = Rule(
    "yaml.syntax",
    "valid",
    "error",
    "The file is no YAML that can be read: a quotation mark, a colon or an indentation is out of "
    "place, or it uses a part of YAML that these files do without.",
    "Look at the line named and the one before it; text with special signs needs quotes.",
    "YAML 1.2",
)
YAML_DUPLICATE_KEY = Rule(
    "yaml.duplicate-key",
    "consistent",
    "error",
    "A key stands twice in one mapping, so that it is not clear which of its values is meant.",
    "Remove one of the two.",
    "YAML 1.2, section 3.2.1.3",
)
YAML_UNKNOWN_KEY = Rule(
    "yaml.unknown-key",
    "valid",
    "error",
    "A key is not known, or has no place where it stands. Unknown keys are refused, because a "
    "misspelt one would be passed over in silence.",
    "Correct its spelling, or remove it; docs/reference/yaml.md lists every key.",
)
YAML_MISSING_KEY = Rule(
    "yaml.missing-key",
    "complete",
    "error",
    "A key that must be given is missing.",
    "Add the key; docs/reference/yaml.md says what it takes.",
)
YAML_VALUE = Rule(
    "yaml.value",
    "valid",
    "error",
    "A value is not of the kind that its key takes, such as a date, one of a few words, or a list.",
    "Write a value of the kind that the message names.",
)
QUANTIFIER_SCALES = Rule(
    "quantifiers.scale",
    "consistent",
    "error",
    "The words for proportions contradict one another: steps out of order, a share without a "
    "word, or a range that is upside down.",
    "Mend the scale in config/quantifiers.yaml.",
)
# ---------------------------------------------------------------- councils and formats
COUNCIL_PEOPLE = Rule(
    "council.people",
    "consistent",
    "error",
    "A person of the council's file has an office that contradicts itself, in its post or its "
    "dates.",
    "Give each office a post, and a first day that is not after the last.",
)
FORMAT_EXTENDS = Rule(
    "format.extends",
    "consistent",
    "error",
    "What a format changes of the one that it extends cannot be placed there, or formats extend "
    "one another in a circle.",
    "Name an item that the other format has, and at most one of 'after' and 'before'.",
)
FORMAT_VALID = Rule(
    "format.valid",
    "consistent",
    "error",
    "The dates from which and until which a format is valid contradict each other.",
    "Check the two dates.",
)
FORMAT_KEYS = Rule(
    "format.keys",
    "consistent",
    "error",
    "Two items of one list of a format have the same key, or an item says where it belongs in a "
    "list that is written out anyway.",
    "Give each item a key of its own, in the order in which they are printed.",
)
FORMAT_FRONT_MATTER = Rule(
    "format.front-matter",
    "consistent",
    "error",
    "A row of a format's front matter contradicts itself: its kind, its source, its default or "
    "the condition on which it is required.",
    "Mend the row as the message says; docs/formats.md explains each key.",
)
FORMAT_LAYOUT = Rule(
    "format.layout",
    "consistent",
    "error",
    "A part of a format's layout lacks what it prints or names what the format does not have, or "
    "something that the format asks for is printed nowhere.",
    "Mend the part as the message says; docs/formats.md explains each kind.",
)
FORMAT_NUMBERING = Rule(
    "format.numbering",
    "consistent",
    "error",
    "A pattern of a format's numbering does not count what it stands at.",
    "Write a pattern that holds the number of its own level, such as %1.%2.",
)
FORMAT_SIGN_OFF = Rule(
    "format.sign-off",
    "consistent",
    "error",
    "The pattern of a format's sign-off codes is no regular expression, or its own example does "
    "not fit it.",
    "Mend the pattern, or write an example that fits.",
)
FORMAT_TEXTS = Rule(
    "format.texts",
    "valid",
    "error",
    "A text of a format has a placeholder in braces that nothing fills.",
    "Use a placeholder that docs/formats.md lists.",
)
# ---------------------------------------------------------------- report.yaml
REPORT_FORMAT = Rule(
    "report.format",
    "lawful",
    "error",
    "The report's format is not the one that the council uses on the day of the meeting.",
    "Choose the format of that time.",
)
REPORT_DATES = Rule(
    "report.dates",
    "consistent",
    "error",
    "A date of the report contradicts another: it is published after its meeting, or the "
    "committee does not meet on that day.",
    "Check the two dates, and the meetings in the council's file.",
)
REPORT_TITLE = Rule(
    "report.title",
    "valid",
    "error",
    "The report's title goes over several lines, so that it cannot stand in the file's properties.",
    "Write it in one line, or with '>-' before it.",
)
REPORT_COMMITTEE = Rule(
    "report.committee",
    "consistent",
    "error",
    "The committee is not one of the council's file, or the format has no lead-in for its type.",
    "Name the committee by its key, or write a mapping with its name and type.",
)
REPORT_PEOPLE = Rule(
    "report.people",
    "consistent",
    "error",
    "A person stands twice, is of another kind than the row asks for, has no post, or did not "
    "hold the office on the day of the meeting.",
    "Name people by their key in the council's file, and keep that file current.",
)
REPORT_FRONT_MATTER = Rule(
    "report.front-matter",
    "consistent",
    "error",
    "A row of the front matter repeats itself.",
    "Remove one of the two entries.",
)
REPORT_IMPLICATION = Rule(
    "report.implication",
    "consistent",
    "error",
    "What report.yaml says of an implication contradicts itself or the format: nil and text "
    "together, a nil statement that the format does not have, an answer that it does not print.",
    "Keep one of the two, or write the implication as text.",
)
REPORT_EXEMPT = Rule(
    "exempt.place",
    "lawful",
    "error",
    "The report is exempt, and its format prints no statement of that. The public must be told on "
    "which grounds a report is kept from it.",
    "Add a part of kind 'exempt' to the format's layout.",
    "Local Government Act 1972, section 100A and Schedule 12A",
)
EXEMPT_PARAGRAPH = Rule(
    "exempt.paragraph",
    "lawful",
    "error",
    "A report is said to be exempt by a paragraph that the schedule does not have.",
    "Choose one of the paragraphs of the schedule.",
    "Local Government Act 1972, Schedule 12A, part 1, or the schedule of the jurisdiction",
)
EXEMPT_INTEREST = Rule(
    "exempt.public-interest",
    "lawful",
    "error",
    "A report is exempt only where keeping it private outweighs the public interest in publishing "
    "it, and this one does not say why it does.",
    "Add public_interest: under exempt: in report.yaml.",
    "Local Government Act 1972, Schedule 12A, paragraph 10",
)
REPORT_MARKING = Rule(
    "exempt.marking",
    "lawful",
    "error",
    "An exempt report bears the marking of public ones, so that it could be published by mistake.",
    "Write the marking of exempt reports as 'marking'.",
    "Local Government Act 1972, section 100B(5)",
)
REPORT_APPENDIX = Rule(
    "report.appendix",
    "consistent",
    "error",
    "An appendix of report.yaml lacks its file, names one of a kind that cannot be placed, or has "
    "a key or a name that something else has.",
    "Name a file of the kind that the message asks for, and give each appendix a key of its own.",
)
SIGN_OFF_CODE = Rule(
    "sign-offs.code",
    "evidence",
    "error",
    "A sign-off is not given as the format records it: a code of its pattern with a possible "
    "date, or an officer and a date.",
    "Copy the code as the officer gave it.",
)
SIGN_OFF_TWICE = Rule(
    "sign-offs.duplicate",
    "evidence",
    "error",
    "The same sign-off stands twice.",
    "Remove one of the two.",
)
SIGN_OFF_DATE = Rule(
    "sign-offs.date",
    "evidence",
    "error",
    "A sign-off is dated after the report is published or the meeting is held.",
    "Check the date of the sign-off.",
)
# ---------------------------------------------------------------- codebook.yaml and findings.yaml
CODEBOOK_NAMES = Rule(
    "codebook.names",
    "consistent",
    "error",
    "The codebook names a wave, a cohort, a question, a scale or an option that it does not "
    "define.",
    "Correct the name, or define it in codebook.yaml.",
)
CODEBOOK_QUESTION = Rule(
    "codebook.question",
    "consistent",
    "error",
    "A question or a scale of the codebook contradicts itself: its kind, its options, its scores "
    "or its limits.",
    "Mend the entry as the message says; docs/survey.md explains each key.",
)
CODEBOOK_SELECTION = Rule(
    "codebook.selection",
    "consistent",
    "error",
    "A selection of answers, a headcount or the days of a fieldwork in the codebook contradicts "
    "itself.",
    "Keep one of the keys that exclude each other, and put the first day first.",
)
PUBLISHED_LINE = Rule(
    "published.line",
    "valid",
    "error",
    "A line of inputs/published.jsonl, the register of what has been published of each survey, "
    "cannot be read, so that a report could tell with it what each of the two withholds.",
    "Restore the line from the last version; take it out only if it was never published.",
)
FINDINGS_NAMES = Rule(
    "findings.names",
    "consistent",
    "error",
    "A finding names a wave, a cohort, a question, an answer, a theme or a quotation that the "
    "codebook does not have, or that was not asked there.",
    "Correct the name, or add it to codebook.yaml.",
)
FINDINGS_MEASURE = Rule(
    "findings.measure",
    "consistent",
    "error",
    "A finding has keys that its measure does not take, lacks some that it needs, or asks for a "
    "kind of question that cannot be measured so.",
    "Give the measure the keys that docs/survey.md lists for it.",
)
FINDINGS_BANDS = Rule(
    "findings.bands",
    "consistent",
    "error",
    "The bands of a score leave a gap, overlap or are named twice.",
    "Give each band a name of its own and a threshold, the highest first.",
)
