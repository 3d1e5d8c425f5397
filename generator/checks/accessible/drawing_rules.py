"""The rules of accessible pictures, charts and shapes."""

from __future__ import annotations

from generator.checks.accessible.accessible_rules import LAW
from generator.model.issues import Rule

_CRITERION = LAW + "WCAG 2.2, 1.1.1 Non-text Content"

ALTERNATIVE_MISSING = Rule(
    "accessible.alternative",
    "accessible",
    "error",
    "A picture, chart or shape has no alternative text and is not marked as decorative, or a chart "
    "is so marked. Who cannot see it learns nothing of it.",
    "Select it, and write under Edit Alt Text what it shows; or tick Mark as decorative.",
    _CRITERION,
)
ALTERNATIVE_POOR = Rule(
    "accessible.alternative-words",
    "accessible",
    "error",
    "An alternative text does not say what is shown: it is a file's name, a bare word such as "
    "'chart', the caption over again, or that of another chart.",
    "Say what somebody who sees it learns from it.",
    _CRITERION,
)
ALTERNATIVE_LONG = Rule(
    "accessible.alternative-long",
    "accessible",
    "hint",
    "The alternative text of a picture is long. Screen readers cannot stop in it and go back.",
    "Say the essential in a sentence or two, and the rest in the text.",
    _CRITERION,
    {"characters": 250},
)
DRAWING_FLOATS = Rule(
    "accessible.floating",
    "accessible",
    "warning",
    "A picture, chart or shape floats over the page. Screen readers leave it out or say it in the "
    "wrong place.",
    "Choose Layout Options > In Line with Text.",
    LAW + "WCAG 2.2, 1.3.2 Meaningful Sequence",
)
TEXT_BOX = Rule(
    "accessible.text-box",
    "accessible",
    "error",
    "Text stands in a text box. Screen readers leave it out or say it in the wrong place.",
    "Move the words into the text, as a paragraph with a border if they should stand out.",
    LAW + "WCAG 2.2, 1.3.2 Meaningful Sequence",
)
CHART_FIGURES = Rule(
    "accessible.chart-figures",
    "accessible",
    "error",
    "The figures of a chart stand nowhere as a table or as text.",
    "Put a table of the figures beside the chart or into an appendix, or say them in the "
    "alternative text.",
    _CRITERION,
    {"share": 0.8},
)
CHART_COLOURS = Rule(
    "accessible.chart-colours",
    "accessible",
    "warning",
    "Neighbouring colours of a chart differ too little to be told apart by everybody, and nothing "
    "separates them.",
    "Choose colours that differ by 3:1, or draw a white line between them.",
    LAW + "WCAG 2.2, 1.4.11 Non-text Contrast",
    {"contrast": 3.0},
)
WATERMARK = Rule(
    "accessible.watermark",
    "accessible",
    "warning",
    "A watermark lies behind the text and makes it hard to read. Screen readers do not say it.",
    "Remove it under Design > Watermark, and say in words what it said.",
    LAW + "WCAG 2.2, 1.4.3 Contrast (Minimum)",
)
