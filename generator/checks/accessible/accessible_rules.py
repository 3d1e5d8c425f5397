"""The rules of accessibility: WCAG 2.2 AA, as it applies to Word files of public bodies.

Those of the document as a whole, of headings, lists and links stand here; those of tables, of
pictures and of looks in modules of their own.
"""

from __future__ import annotations

from generator.model.issues import Rule

LAW = "Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018; "

TITLE_MISSING = Rule(
    "accessible.title",
    "accessible",
    "error",
    "The file's properties have no title, or a file's name for one. Screen readers say the title "
    "first, and browsers show it.",
    "Set the title in File > Info > Properties.",
    LAW + "WCAG 2.2, 2.4.2 Page Titled",
)
LANGUAGE_MISSING = Rule(
    "accessible.language",
    "accessible",
    "error",
    "The document does not say in which language it is written, so that a screen reader may read "
    "it with the sounds of another.",
    "Select all, and set the proofing language to English (United Kingdom).",
    LAW + "WCAG 2.2, 3.1.1 Language of Page",
)
LANGUAGE_OTHER = Rule(
    "accessible.language-other",
    "accessible",
    "error",
    "Words are marked as another language than the one they are written in. A screen reader reads "
    "them with the sounds of that language, and nobody can follow.",
    "Select the words, and set their proofing language.",
    LAW + "WCAG 2.2, 3.1.2 Language of Parts",
    {"words": 8},
)
HEADING_ORDER = Rule(
    "accessible.heading-order",
    "accessible",
    "error",
    "A heading stands two or more levels below the one before it. Screen readers list headings by "
    "level, and a level left out reads like a part that is missing.",
    "Give the heading the next level: Heading 2 under Heading 1, Heading 3 under Heading 2.",
    LAW + "WCAG 2.2, 1.3.1 Info and Relationships",
)
HEADING_EMPTY = Rule(
    "accessible.heading-empty",
    "accessible",
    "error",
    "A paragraph has the style of a heading and no words. Screen readers announce a heading and "
    "then say nothing.",
    "Remove the paragraph, or give it the style Normal.",
    LAW + "WCAG 2.2, 2.4.6 Headings and Labels",
)
HEADING_WORDS = Rule(
    "accessible.heading-words",
    "accessible",
    "warning",
    "A heading is a number, a code or a sign and has no words, or is as long as a paragraph. In a "
    "list of headings nobody can tell what it is about.",
    "Say in a few words what the section is about; give a paragraph the style of the text.",
    LAW + "WCAG 2.2, 2.4.6 Headings and Labels",
    {"words": 40},
)
HEADING_FAKED = Rule(
    "accessible.heading-faked",
    "accessible",
    "warning",
    "A short bold paragraph looks like a heading and is none. Who cannot see it does not find the "
    "section.",
    "Give the paragraph the style of a heading, or make it part of the sentence that follows.",
    LAW + "WCAG 2.2, 1.3.1 Info and Relationships",
    {"words": 12},
)
HEADINGS_MISSING = Rule(
    "accessible.headings",
    "accessible",
    "error",
    "A long document has no headings, or none of the first level. Screen readers go through a "
    "document by its headings.",
    "Give the titles of sections the style Heading 1.",
    LAW + "WCAG 2.2, 2.4.1 Bypass Blocks",
    {"words": 600},
)
LIST_TYPED = Rule(
    "accessible.list-typed",
    "accessible",
    "error",
    "Signs or letters of a list are typed at the beginning of paragraphs. Screen readers do not "
    "say that there is a list, nor how long it is.",
    "Remove what was typed, and make the paragraphs a list with the button for bullets.",
    LAW + "WCAG 2.2, 1.3.1 Info and Relationships",
)
NUMBER_TYPED = Rule(
    "accessible.number-typed",
    "accessible",
    "error",
    "Numbers of paragraphs or headings are typed, not counted by Word. They are wrong as soon as "
    "something is put in, and screen readers take them for words.",
    "Remove what was typed, and use the numbered styles.",
    LAW + "WCAG 2.2, 1.3.1 Info and Relationships",
)
CONTENTS_MISSING = Rule(
    "accessible.contents",
    "accessible",
    "warning",
    "A long document has no list of contents, so that readers have to look through all of it.",
    "Insert a table of contents: References > Table of Contents.",
    LAW + "WCAG 2.2, 2.4.5 Multiple Ways",
    {"pages": 10},
)
PAGE_NUMBERS = Rule(
    "accessible.page-numbers",
    "accessible",
    "warning",
    "Pages have no numbers. At a meeting people find their place by the number of the page.",
    "Insert a page number into the footer.",
    LAW + "WCAG 2.2, 2.4.5 Multiple Ways",
    {"pages": 2},
)
PROTECTED = Rule(
    "accessible.protected",
    "accessible",
    "error",
    "The document is protected against changes. Some screen readers and tools for reading aloud "
    "cannot work with protected files.",
    "Remove it under Review > Restrict Editing > Stop Protection.",
    LAW + "WCAG 2.2, 4.1.2 Name, Role, Value",
)
READING_ORDER = Rule(
    "accessible.reading-order",
    "accessible",
    "warning",
    "A table or a frame floats beside the text, or the text runs in columns. What is read first is "
    "then not what is seen first.",
    "Put it in line with the text: Table Properties > Text Wrapping > None; or remove the frame.",
    LAW + "WCAG 2.2, 1.3.2 Meaningful Sequence",
)
LINK_WORDS = Rule(
    "accessible.link-words",
    "accessible",
    "error",
    "The words of a link do not say where it goes: 'here', 'click here', 'attached here'. People "
    "who go from link to link hear nothing else.",
    "Make the title of what it leads to the words of the link.",
    LAW + "WCAG 2.2, 2.4.4 Link Purpose (In Context)",
)
LINK_ADDRESS = Rule(
    "accessible.link-address",
    "accessible",
    "warning",
    "A link shows its address for its words. Screen readers spell it out letter by letter.",
    "Make the title of the page the words of the link.",
    LAW + "WCAG 2.2, 2.4.4 Link Purpose (In Context)",
)
LINK_SAME = Rule(
    "accessible.link-same",
    "accessible",
    "warning",
    "Two links have the same words and lead to different places.",
    "Say in each what it leads to.",
    LAW + "WCAG 2.2, 2.4.4 Link Purpose (In Context)",
)
