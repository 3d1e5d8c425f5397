"""The rules of how accessible text looks."""

from __future__ import annotations

from generator.checks.accessible.accessible_rules import LAW
from generator.model.issues import Rule
from generator.model.release.contrast import LEAST, LEAST_LARGE

_GUIDANCE = "GOV.UK, Publishing accessible documents"

CONTRAST = Rule(
    "accessible.contrast",
    "accessible",
    "error",
    "Text differs too little from what it stands on to be read by people with low vision.",
    "Choose a darker colour, or Automatic.",
    LAW + "WCAG 2.2, 1.4.3 Contrast (Minimum)",
    {"contrast": LEAST, "large": LEAST_LARGE},
)
SPACING = Rule(
    "accessible.spacing",
    "accessible",
    "warning",
    "Empty paragraphs, or line breaks in a row, make room on the page. Screen readers say 'blank' "
    "for each, and listeners think that the document ends; what is parted by breaks is one "
    "paragraph to them.",
    "Remove them, and set the space before or after the paragraph.",
    LAW + "WCAG 2.2, 1.3.2 Meaningful Sequence",
    {"paragraphs": 2},
)
SPACES = Rule(
    "accessible.spaces",
    "accessible",
    "warning",
    "Words are put in place by rows of spaces or tabs. They fall apart when letters are enlarged, "
    "and columns made so are read across.",
    "Use a table, an indent or a tab stop.",
    LAW + "WCAG 2.2, 1.3.2 Meaningful Sequence",
    {"spaces": 5, "tabs": 3},
)
CAPITALS = Rule(
    "accessible.capitals",
    "accessible",
    "warning",
    "Words are typed in capitals. They are harder to read, and some screen readers spell them.",
    "Write them in small letters, and make them bold.",
    _GUIDANCE,
    {"words": 3},
)
JUSTIFIED = Rule(
    "accessible.justified",
    "accessible",
    "warning",
    "Text is justified at both sides. The uneven gaps make it hard to read for people with "
    "dyslexia.",
    "Align it left.",
    _GUIDANCE + "; WCAG 2.2, 1.4.8 Visual Presentation",
    {"words": 5},
)
UNDERLINE = Rule(
    "accessible.underline",
    "accessible",
    "warning",
    "Words are underlined and no link. Readers take them for one.",
    "Use bold, or the style of a heading.",
    _GUIDANCE,
)
FONT = Rule(
    "accessible.font",
    "accessible",
    "warning",
    "Text is set in a font with serifs, or in one made for show. Plain fonts are easier to read.",
    "Use Arial or another plain font.",
    _GUIDANCE,
    {"words": 8},
)
TEXT_SIZE = Rule(
    "accessible.text-size",
    "accessible",
    "warning",
    "Text is smaller than 12 points, or what the council sets for tables, notes, headers and "
    "footers.",
    "Set it in 12 points.",
    _GUIDANCE,
    {"points": 12, "tables": 10, "notes": 9, "margins": 8},
)
ITALICS = Rule(
    "accessible.italics",
    "accessible",
    "hint",
    "A whole paragraph is in italics, which are hard to read in blocks.",
    "Use the upright letters, and quotation marks for what is quoted.",
    _GUIDANCE,
    {"words": 20},
)
ANIMATED = Rule(
    "accessible.animated",
    "accessible",
    "error",
    "Words blink or sparkle, which distracts, and may cause a seizure.",
    "Remove the effect.",
    LAW + "WCAG 2.2, 2.2.2 Pause, Stop, Hide",
)
BACKGROUND = Rule(
    "accessible.background",
    "accessible",
    "hint",
    "Pages have a colour of their own, which overrides what readers have set for themselves.",
    "Choose Design > Page Color > No Color.",
    _GUIDANCE,
)
