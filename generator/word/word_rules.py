"""The rules that report templates, and documents placed as appendices, are held to."""

from __future__ import annotations

from generator.model.issues import Rule
from generator.model.release.contrast import LEAST, LEAST_LARGE

# ---------------------------------------------------------------- Word files that are read
WORD_UNREADABLE = Rule(
    "word.unreadable",
    "valid",
    "error",
    "A Word file cannot be read: it is no .docx, is damaged or protected by a password, holds "
    "macros, or is too large.",
    "Open it in Word, and save it again as .docx without a password.",
)
# ---------------------------------------------------------------- report templates
TEMPLATE_UNUSABLE = Rule(
    "template.unusable",
    "valid",
    "error",
    "The report template cannot be read, or is no Word document that may be filled in: it is "
    "damaged, protected, or holds macros.",
    "Open it in Word, and save it again as .docx without protection.",
)
TEMPLATE_TAGS = Rule(
    "template.tags",
    "valid",
    "error",
    "A tag of the report template is misspelt, cannot be read, or does not fit with another.",
    "Correct the tag in Word; docs/word/template.md lists them all.",
)
TEMPLATE_BODY = Rule(
    "template.body",
    "complete",
    "error",
    "The report template does not say where the front matter or the report's text belongs.",
    "Put {{ body }} into a paragraph of its own, and add the table of front matter.",
)
TEMPLATE_TITLE = Rule(
    "template.title",
    "complete",
    "error",
    "Neither the report template nor the format prints the report's title.",
    "Put {{ title }} above the front matter, or give the format a row for it.",
)
TEMPLATE_MARKING = Rule(
    "template.marking",
    "lawful",
    "error",
    "Pages of the report template do not print the marking, so that a page of an exempt report "
    "would not say that it is exempt.",
    "Put {{ marking }} into the header or footer of every kind of page.",
    "Local Government Act 1972, section 100B(5)",
)
MARKING_UNPRINTED = Rule(
    "exempt.unmarked-pages",
    "lawful",
    "warning",
    "The report is exempt, and some of its pages do not say so, because its template does not "
    "print the marking on them.",
    "Put {{ marking }} into the header or footer that the message names.",
    "Local Government Act 1972, section 100B(5)",
)
TEMPLATE_STYLES = Rule(
    "template.styles",
    "valid",
    "error",
    "A style that reports are written in is missing from the template, or is numbered by a list "
    "that is not in the file.",
    "Add or rename the style in Word, or copy it from a template that has it.",
)
TEMPLATE_LEGIBLE = Rule(
    "template.legible",
    "accessible",
    "error",
    "A style of the template is smaller than 12 point or justified, which many people cannot read "
    "well.",
    "Set its text to 12 point or more, aligned left.",
    "Public Sector Bodies Accessibility Regulations 2018; RNIB Clear Print",
)
TEMPLATE_CONTRAST = Rule(
    "template.contrast",
    "accessible",
    "error",
    "The text of a style of the template differs too little from what it stands on to be read by "
    "people with low vision.",
    "Give the style a darker colour, or Automatic.",
    "Public Sector Bodies Accessibility Regulations 2018; WCAG 2.2, 1.4.3 Contrast (Minimum)",
    {"contrast": LEAST, "large": LEAST_LARGE},
)
TEMPLATE_LANGUAGE = Rule(
    "template.language",
    "accessible",
    "error",
    "The language of the template is not set, so that screen readers read it in another one.",
    "Set the whole document to English (United Kingdom).",
    "WCAG 2.2, criterion 3.1.1 Language of Page",
)
TEMPLATE_PAGE = Rule(
    "template.page",
    "valid",
    "error",
    "The template's page is not A4, or a tab stop lies beyond the cell that it is used in.",
    "Set the size of the page, or move the tab stop.",
)
TEMPLATE_PAGE_NUMBERS = Rule(
    "template.page-numbers",
    "complete",
    "error",
    "The template has no header, no footer, or no page numbers, so that a printed page cannot be "
    "told from others.",
    "Add 'Page X of Y' to the footer, with the fields PAGE and NUMPAGES.",
)
TEMPLATE_LEFT_OVER = Rule(
    "template.left-over",
    "private",
    "error",
    "Tracked changes or comments of whoever made the template are left in it, and would be "
    "published with every report.",
    "Accept or reject all changes, and delete the comments.",
)
TEMPLATE_PICTURES = Rule(
    "template.pictures",
    "accessible",
    "error",
    "A picture of the template has no alternative text, or floats over the text, where screen "
    "readers pass it over.",
    "Add alternative text or mark the picture as decorative, and set it in line with the text.",
    "WCAG 2.2, criterion 1.1.1 Non-text Content",
)
# ---------------------------------------------------------------- documents placed as appendices
EXTERNAL_UNREADABLE = Rule(
    "external.unreadable",
    "valid",
    "error",
    "A file that is placed as an appendix cannot be read, is protected, or holds macros.",
    "Open it in Word or Excel, and save it again as .docx or .xlsx.",
)
EXTERNAL_EMPTY = Rule(
    "external.empty",
    "complete",
    "warning",
    "A document that is placed as an appendix holds nothing that would be printed.",
    "Write its text, or leave the appendix out.",
)
EXTERNAL_CHANGES = Rule(
    "external.changes",
    "private",
    "warning",
    "A document that is placed as an appendix holds tracked changes, which the report takes as "
    "accepted.",
    "Accept or reject them in Word.",
)
EXTERNAL_COMMENTS = Rule(
    "external.comments",
    "private",
    "warning",
    "A document that is placed as an appendix holds comments, which the report leaves out.",
    "Delete them in Word once they are dealt with.",
)
EXTERNAL_HIDDEN = Rule(
    "external.hidden-text",
    "private",
    "warning",
    "A document that is placed as an appendix holds hidden text, which the report leaves out.",
    "Delete it in Word, or show it.",
)
EXTERNAL_PICTURES = Rule(
    "external.pictures",
    "accessible",
    "warning",
    "A picture of a document that is placed as an appendix has no alternative text.",
    "Add it in Word, or mark the picture as decorative.",
    "WCAG 2.2, criterion 1.1.1 Non-text Content",
)
EXTERNAL_LINKS = Rule(
    "external.links",
    "private",
    "warning",
    "A document that is placed as an appendix links to a file on one computer, or to something "
    "else than a web page, an e-mail address or a telephone. The report keeps the words, not the "
    "link.",
    "Link to a web address, or take the link out.",
)
EXTERNAL_FETCHED = Rule(
    "external.fetched",
    "private",
    "warning",
    "A document that is placed as an appendix shows a picture or other file that is not in it but "
    "fetched from elsewhere when it is opened: it may change, and its owner learns who reads. The "
    "report leaves it out.",
    "Put the picture into the document itself: in Word, Insert, Pictures, without Link to File.",
)
