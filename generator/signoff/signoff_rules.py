"""The rules that sign-offs and their ledger are held to."""

from __future__ import annotations

from generator.model.issues import Rule

LEDGER_LINE = Rule(
    "ledger.line",
    "evidence",
    "error",
    "A line of a report's ledger is not as the program wrote it: it was changed or cut, is no "
    "event, or was left by a merge. The ledger proves what each officer has cleared, so nothing is "
    "built on one that cannot be trusted.",
    "Take the file from version control as it was; if two copies were merged, keep every line of "
    "both.",
)
LEDGER_PARENT = Rule(
    "ledger.parent",
    "evidence",
    "error",
    "A line of a report's ledger follows an event that is not in it: a line was taken out, or one "
    "copy of two was merged only in part.",
    "Put the missing lines back from version control; their order does not matter.",
)
SIGN_OFF_UNIT = Rule(
    "sign-offs.unit",
    "valid",
    "error",
    "The command names a unit that the report does not print, or that nobody signs off in its "
    "format.",
    "Name a unit that `committee status` lists, by the key that sign_offs.yaml has for it.",
)
SIGN_OFF_GIVEN = Rule(
    "sign-offs.given",
    "valid",
    "error",
    "A sign-off given to the command lacks what the format asks for, or has what it does not: a "
    "code, an officer, a day, what it covers.",
    "Give what the message asks for; `committee format show` tells how each unit is signed off.",
)
SIGN_OFF_UNKNOWN = Rule(
    "sign-offs.unknown",
    "valid",
    "error",
    "The command names a sign-off that is not there: it was never given, or is not in the ledger, "
    "so that nobody can tell what it cleared.",
    "Look with `committee status` which sign-offs there are; record a code that is unbound with "
    "`committee sign-off`.",
)
RELEASE_MISSING = Rule(
    "sign-offs.missing",
    "complete",
    "error",
    "A sign-off that the format requires before release has not been given.",
    "Ask the officer with `committee ask`, and record the code with `committee sign-off`.",
)
RELEASE_STALE = Rule(
    "sign-offs.stale",
    "evidence",
    "error",
    "What an officer cleared has changed since, so that nobody has cleared what would be released.",
    "Send the officer `committee changes REPORT --since CODE`, and record the new code.",
)
RELEASE_WITHDRAWN = Rule(
    "sign-offs.withdrawn",
    "evidence",
    "error",
    "An officer has taken a sign-off back.",
    "Ask what is to be changed, change it, and ask for it to be signed again.",
)
RELEASE_UNBOUND = Rule(
    "sign-offs.unbound",
    "evidence",
    "error",
    "A code stands in sign_offs.yaml and not in the ledger, so that nobody can tell what was "
    "cleared with it.",
    "Ask the officer whether it is of these words, and record it with `committee sign-off`.",
)
RELEASE_DATE = Rule(
    "sign-offs.dated-later",
    "evidence",
    "error",
    "A sign-off is dated in the future, or after the day on which the report is published: nobody "
    "can have cleared it then.",
    "Correct the date of the code, or the day of publication in report.yaml.",
)
RELEASE_DIFFERS = Rule(
    "release.differs",
    "evidence",
    "error",
    "The report was released before, and what would be released now is not the same. A file that "
    "was published is not replaced without saying so.",
    "Look with `committee verify` what differs; to release a new version give --supersede.",
)
PDF_UNREADABLE = Rule(
    "release.pdf-unreadable",
    "valid",
    "error",
    "A PDF cannot be held against a release: it is protected by a password, or unpacks to more "
    "than a document can need.",
    "Save it without a password, or take the Word file.",
)
RELEASE_RECORD = Rule(
    "release.record",
    "evidence",
    "error",
    "The record of a release cannot be read, or was changed after it was written.",
    "Take the file from version control as it was.",
)
