"""A text of front matter that the template prints twice: the title on a cover and in the table.

An officer may change either. The report has one text for both, so what was made of the one that
bears no mark is an edit of the other, unless that was changed otherwise.
"""

from __future__ import annotations

from generator.merge.pairs.held_texts import HeldText, Pair
from generator.merge.pairs.said_words import bare, drafted_words
from generator.merge.sources.tokens import as_text
from generator.merge.text_merge import merge_text
from generator.merge.work import Work


def merge_printed_again(work: Work, read: int, printed: str) -> bool:
    """Merge a text of the copy that the report prints beside its own texts.

    printed: what it says there today. Gives whether it is one of front matter.
    """
    for one in work.pairing.pairs:
        drafted, today = work.drafted(one)[0], work.today(one)
        if drafted.kind != "front-matter" or not one.pieces or not today:
            continue
        if drafted_words(today[0]) != printed:
            continue
        own, new = " ".join(as_text(work.edited(one)).split()), work.copy.accepted[read]
        if own == drafted_words(drafted):
            merge_text(work, Pair(one.entries, (HeldText(read, 0, len(new.text)),)))
            return True
        if own == bare(new):
            work.note("merged", "front matter", today, printed, own, "", (read,), (own,))
            return True
    return False
