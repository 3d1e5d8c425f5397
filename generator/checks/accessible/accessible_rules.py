"""The rules of accessibility: WCAG 2.2 AA, as it applies to Word files of public bodies."""

from __future__ import annotations

from generator.model.issues import Rule

_LAW = "Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018; "

TITLE_MISSING = Rule(
    "accessible.title",
    "accessible",
    "error",
    "The file's properties have no title, or a file's name for one. Screen readers say the title "
    "first, and browsers show it.",
    "Set the title in File > Info > Properties.",
    _LAW + "WCAG 2.2, 2.4.2 Page Titled",
)
LANGUAGE_MISSING = Rule(
    "accessible.language",
    "accessible",
    "error",
    "The document does not say in which language it is written, so that a screen reader may read "
    "it with the sounds of another.",
    "Select all, and set the proofing language to English (United Kingdom).",
    _LAW + "WCAG 2.2, 3.1.1 Language of Page",
)
