"""The rules of what is in a file's text: styles, lists, marks, fields, notes, comments."""

from __future__ import annotations

from generator.model.issues import Rule

_SOURCE = "ISO/IEC 29500-1"
_SAVE = "Open the file in Word, let it mend what it can, and save it under a new name."

# ---------------------------------------------------------------- styles
STYLE_TWICE = Rule(
    "valid.style-twice",
    "valid",
    "error",
    "Two styles have one id, so that text may get the look of the other.",
    "Delete one of the two in Word's list of styles.",
    _SOURCE,
)
STYLE_NAME = Rule(
    "valid.style-name",
    "valid",
    "warning",
    "Two styles of one kind have one name, so that text may get the look of the other, or a style "
    "has none, so that nobody can choose it.",
    "Delete one of the two, or the one without name, in Word's list of styles.",
    _SOURCE,
)
STYLE_BASE = Rule(
    "valid.style-base",
    "valid",
    "warning",
    "A style is based on, linked with or followed by one that is not there.",
    "Choose another style under 'based on' in Word's list of styles.",
    _SOURCE,
)
STYLE_LOOP = Rule(
    "valid.style-loop",
    "valid",
    "error",
    "A style is based on itself, if by a detour, or on one for another kind of thing.",
    "Choose another style under 'based on' in Word's list of styles.",
    _SOURCE,
)
STYLE_MISSING = Rule(
    "valid.style-missing",
    "valid",
    "warning",
    "Text or a table has a style that the file does not have, so that it looks like plain text; a "
    "heading is then none.",
    "Give it a style that is there, or bring the style in from the council's template.",
    _SOURCE,
)
STYLE_KIND = Rule(
    "valid.style-kind",
    "valid",
    "warning",
    "A paragraph, a run or a table has a style that is made for another kind of thing.",
    "Give it a style of its own kind.",
    _SOURCE,
)
STYLE_DEFAULT = Rule(
    "valid.style-default",
    "valid",
    "warning",
    "The file does not say which style plain paragraphs have, or says it twice.",
    "Save the file in Word.",
    _SOURCE,
)
# ---------------------------------------------------------------- lists
LIST_TWICE = Rule(
    "valid.list-twice",
    "valid",
    "error",
    "Two lists have one id, so that paragraphs may count in the wrong one.",
    _SAVE,
    _SOURCE,
)
LIST_UNDEFINED = Rule(
    "valid.list-undefined",
    "valid",
    "error",
    "A list is said to look as a definition says that is not in the file.",
    _SAVE,
    _SOURCE,
)
LIST_MISSING = Rule(
    "valid.list-missing",
    "valid",
    "error",
    "A paragraph or a style is numbered by a list that is not in the file: its number is lost.",
    "Apply the list again in Word.",
    _SOURCE,
)
LIST_LEVEL = Rule(
    "valid.list-level",
    "valid",
    "error",
    "A list, or a paragraph in it, has a level that there is not. Levels are counted from 0 to 8.",
    "Set the level of the list again in Word.",
    _SOURCE,
)
LIST_ORDER = Rule(
    "valid.list-order",
    "valid",
    "error",
    "Lists stand before their definitions in the file, where Word does not find them.",
    _SAVE,
    _SOURCE,
)
LIST_TEXT = Rule(
    "valid.list-text",
    "valid",
    "warning",
    "The number of a level shows that of a level below it, which has not been counted yet.",
    "Set the number format of the level again in Word.",
    _SOURCE,
)
# ---------------------------------------------------------------- bookmarks, fields, links
BOOKMARK_TWICE = Rule(
    "valid.bookmark-twice",
    "valid",
    "warning",
    "Two bookmarks have one name or one id. Word keeps the first alone, and a cross-reference may "
    "lead to the wrong place.",
    "Delete one of the two (Insert > Bookmark), and set the cross-references again.",
    _SOURCE,
)
BOOKMARK_HALF = Rule(
    "valid.bookmark-half",
    "valid",
    "warning",
    "A bookmark begins and does not end, or ends without having begun. Word drops it, and "
    "cross-references to it break.",
    "Set the bookmark again (Insert > Bookmark).",
    _SOURCE,
)
BOOKMARK_NAME = Rule(
    "valid.bookmark-name",
    "valid",
    "warning",
    "The name of a bookmark is one that Word does not take: a letter or underscore, then letters, "
    "digits and underscores, 40 at most.",
    "Set the bookmark again under a shorter name.",
    _SOURCE,
)
FIELD_HALF = Rule(
    "valid.field-half",
    "valid",
    "error",
    "A field is not closed, closes twice or has its parts in the wrong order, so that Word shows "
    "its code, or takes the text after it for part of it.",
    "Delete the field and insert it again.",
    _SOURCE,
)
FIELD_TARGET = Rule(
    "valid.field-target",
    "valid",
    "error",
    "A cross-reference leads to a bookmark that is not in the file. Word prints 'Error! Reference "
    "source not found.' as soon as it brings fields up to date.",
    "Insert the cross-reference again.",
    _SOURCE,
)
FIELD_ERROR = Rule(
    "valid.field-error",
    "valid",
    "error",
    "The text shows the error of a broken cross-reference or contents list, which will be printed.",
    "Insert the cross-reference again.",
    _SOURCE,
)
SEQUENCE_WRONG = Rule(
    "valid.sequence",
    "valid",
    "warning",
    "The numbers of captions do not count one by one: one was typed over or moved, and changes "
    "when Word brings fields up to date.",
    "Select all in Word, and press F9.",
    _SOURCE,
)
LINK_TARGET = Rule(
    "valid.link-target",
    "valid",
    "warning",
    "A link leads to a place in the document that is not there.",
    "Set the link again (Insert > Link > Place in This Document).",
    _SOURCE,
)
# ---------------------------------------------------------------- notes and comments
NOTE_MISSING = Rule(
    "valid.note-missing",
    "valid",
    "error",
    "The text has the mark of a note that is not in the file, or a note has a mark of its own.",
    "Delete the mark, and insert the note again.",
    _SOURCE,
)
NOTE_UNUSED = Rule(
    "valid.note-unused",
    "valid",
    "warning",
    "A note stands in the file that nothing in the text refers to: nobody can read it in print.",
    "Insert the note again where it belongs.",
    _SOURCE,
)
NOTE_TWICE = Rule(
    "valid.note-twice",
    "valid",
    "error",
    "Two notes have one id, or one note has two marks in the text.",
    _SAVE,
    _SOURCE,
)
NOTE_SEPARATORS = Rule(
    "valid.note-separators",
    "valid",
    "error",
    "The line between text and notes is missing among the notes, or the settings name one that is "
    "not there.",
    _SAVE,
    _SOURCE,
)
COMMENT_MISSING = Rule(
    "valid.comment-missing",
    "valid",
    "error",
    "The text refers to a comment that is not in the file.",
    "Delete the comment's mark, or save the file in Word.",
    _SOURCE,
)
COMMENT_UNUSED = Rule(
    "valid.comment-unused",
    "valid",
    "warning",
    "A comment stands in the file that no place in the text belongs to: it is not shown, but is "
    "in the file.",
    "Delete all comments in Word.",
    _SOURCE,
)
COMMENT_HALF = Rule(
    "valid.comment-half",
    "valid",
    "error",
    "The words that a comment is about begin and do not end, or end without having begun.",
    "Delete the comment, and make it again.",
    _SOURCE,
)
COMMENT_TWICE = Rule(
    "valid.comment-twice",
    "valid",
    "error",
    "Two comments have one id.",
    _SAVE,
    _SOURCE,
)
COMMENT_THREAD = Rule(
    "valid.comment-thread",
    "valid",
    "warning",
    "An answer to a comment belongs to a comment that is not in the file.",
    _SAVE,
    _SOURCE,
)
