"""The rule that checking itself is held to."""

from __future__ import annotations

from generator.model.issues import Rule

SETTING_UNKNOWN = Rule(
    "checks.setting",
    "valid",
    "error",
    "A council's file sets a rule, or a number of a rule, that there is not.",
    "Take the id from `committee check --list`, and the number's name from --explain.",
)
