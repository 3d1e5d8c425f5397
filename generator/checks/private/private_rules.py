"""The rules of what may not get out with a file: names, traces of drafting, hidden things."""

from __future__ import annotations

from generator.model.issues import Rule

LAW = "UK GDPR, article 5(1)(c)"
_GUIDANCE = "ICO, How to disclose information safely"

NAMES_LEFT = Rule(
    "private.properties",
    "private",
    "warning",
    "The file's properties name somebody whom the report does not name: who wrote it, saved it "
    "last, or manages them. Everybody who opens the file can read it.",
    "Remove it under File > Info > Inspect Document.",
    LAW + "; " + _GUIDANCE,
)
PATH_LEFT = Rule(
    "private.path",
    "private",
    "warning",
    "The file says where something lies on somebody's machine or on the council's network, often "
    "with the name of a user or of a server.",
    "Remove the path: in the properties, in the template under Developer > Document Template, or "
    "in the link.",
    _GUIDANCE,
)
REVISIONS_LEFT = Rule(
    "private.revisions",
    "private",
    "error",
    "Tracked changes are left in a copy for publication. They show what was taken out, who changed "
    "it, and when.",
    "Accept or reject all changes.",
    _GUIDANCE,
)
COMMENTS_LEFT = Rule(
    "private.comments",
    "private",
    "error",
    "Comments are left in a copy for publication, with the names of those who wrote them.",
    "Delete all comments.",
    _GUIDANCE,
)
BASE_LEFT = Rule(
    "private.base",
    "private",
    "error",
    "A copy for publication still holds what drafts carry for the way back: hidden marks, or the "
    "texts and figures of the sources.",
    "Publish the copy that `committee build --public` makes.",
)
HIDDEN_TEXT = Rule(
    "private.hidden-text",
    "private",
    "error",
    "Text is formatted as hidden. It does not print, but everybody can show it.",
    "Delete it: File > Info > Inspect Document finds hidden text.",
    _GUIDANCE,
)
INVISIBLE_TEXT = Rule(
    "private.invisible-text",
    "private",
    "error",
    "Text has the colour of what it stands on, or is too small to be seen. Whoever selects or "
    "copies it reads it.",
    "Delete it.",
    _GUIDANCE,
)
CUSTOM_DATA = Rule(
    "private.custom-data",
    "private",
    "hint",
    "The file holds data for other programs, which no page shows.",
    "Remove custom XML data under File > Info > Inspect Document.",
    _GUIDANCE,
)
FILE_EMBEDDED = Rule(
    "private.embedded-file",
    "private",
    "warning",
    "A whole file is embedded in the document. It holds all that it held where it came from, not "
    "only what is shown of it.",
    "Put a picture or a table of what is shown in its place.",
    _GUIDANCE,
)
VARIABLES_LEFT = Rule(
    "private.variables",
    "private",
    "warning",
    "The file keeps values for macros, which no page shows.",
    "Remove the document variables, or paste the text into a new document.",
    _GUIDANCE,
)
LEFT_OVER = Rule(
    "private.left-over",
    "private",
    "hint",
    "The file carries settings of somebody's printer, or a small picture of an earlier first page.",
    "Save it anew without the preview picture.",
    _GUIDANCE,
)
WORKBOOK_MORE = Rule(
    "private.workbook",
    "private",
    "error",
    "The workbook behind a chart holds more than the chart shows: further figures, hidden sheets, "
    "comments. Everybody reads it with Edit Data.",
    "Copy the figures that are shown into a new workbook, or paste the chart as a picture with the "
    "figures as a table.",
    LAW + "; " + _GUIDANCE,
)
PICTURE_DATA = Rule(
    "private.picture-data",
    "private",
    "warning",
    "The file of a picture says who took it, or where. That can be somebody's home.",
    "Save the picture without its data, and insert it again.",
    LAW + "; " + _GUIDANCE,
)
PICTURE_CROPPED = Rule(
    "private.cropped",
    "private",
    "warning",
    "A picture is cropped. What was cut off is still in the file, and Reset Picture shows it.",
    "Compress the picture with Delete cropped areas of pictures.",
    _GUIDANCE,
)
