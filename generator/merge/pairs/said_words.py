"""What a text says, however it was read: without labels, sign-offs and numbers of references."""

from __future__ import annotations

from generator.model.draft_base import BaseEntry
from generator.model.readings import ReadText

SIGNED = "_sgn_"
"""Begins the names of bookmarks round what a draft prints of sign-offs."""
REFERRED = "\N{SECTION SIGN}"
"""Stands for what a reference shows: numbers move when paragraphs do."""
LONG = 20  # characters of a text that is not the same as another by chance


def drafted_words(entry: BaseEntry, figures: bool = True) -> str:
    """The words of a text of a draft with its lead; numbers of references as §.

    figures: computed ones are as printed, not §: new data change them and no other words.
    """
    made, at = entry.lead, 0
    for span in entry.spans:
        if span.reference or (span.value and not figures):
            made += entry.printed[at : span.at] + REFERRED
            at = span.to
    return " ".join(f"{made}{entry.printed[at:]}".split())


def own_end(text: ReadText) -> int:
    """Where a paragraph's own words end, before a sign-off that trails."""
    signed = [mark.start for mark in text.marks if mark.name.startswith(SIGNED)]
    return min(signed, default=len(text.text))


def label_end(text: ReadText) -> int:
    """How long the label and number of a caption are: 'Figure 1: '."""
    at, end = 0, 0
    for span in text.spans:
        at += len(span.text)
        if span.counted:
            end = at
    if not end:
        return 0
    behind = text.text[end:]
    return end + len(behind) - len(behind.lstrip(":. \u2013-"))


def bare(text: ReadText, referred: str = REFERRED) -> str:
    """The words of a text without a caption's label and a sign-off.

    referred: what stands for the numbers of references; '' for these themselves.
    """
    if len(text.spans) == 1 and not text.marks:  # most cells
        (only,) = text.spans
        if not (only.counted or only.reference):
            return " ".join(only.text.split())
    start, stop = label_end(text), own_end(text)
    made, at = "", 0
    for span in text.spans:
        shown = span.text[max(0, start - at) : max(0, stop - at)]
        made += referred if referred and span.reference and shown else shown
        at += len(span.text)
    return " ".join(made.split())
