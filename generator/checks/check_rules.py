"""The rule that the settings of checks are held to."""

from __future__ import annotations

from generator.model.issues import Rule

SETTING_UNKNOWN = Rule(
    "checks.setting",
    "valid",
    "error",
    "A council's file sets a rule, or a number of a rule, that there is not, or report.yaml "
    "excuses a table or chart that there is not.",
    "Take the id from `committee check --list`, the number's name from --explain, and the name of "
    "the table or chart from the narrative.",
)
