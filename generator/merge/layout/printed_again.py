"""A text that is printed twice: the title on a cover and in the table, an appendix's in the list.

An officer may change either. The report has one text for both, so what was made of the one that
bears no mark is an edit of the other, unless that was changed otherwise.
"""

from __future__ import annotations

from generator.merge.pairs.held_texts import HeldText, Pair
from generator.merge.pairs.said_words import bare, drafted_words
from generator.merge.sources.tokens import as_text
from generator.merge.text_merge import merge_text
from generator.merge.work import Work
from generator.model.draft_base import BaseEntry

APPENDICES = "appendices"


def merge_printed_again(work: Work, read: int, printed: str) -> bool:
    """Merge a text of the copy that the report prints beside its own texts.

    printed: what it says there today. Gives whether it is such a one.
    """
    for one in work.pairing.pairs:
        drafted, today = work.drafted(one)[0], work.today(one)
        if not _is_printed_again(drafted) or not one.pieces or not today:
            continue
        if drafted_words(today[0]) != printed:
            continue
        own, new = " ".join(as_text(work.edited(one)).split()), work.copy.accepted[read]
        if own == drafted_words(drafted):
            merge_text(work, Pair(one.entries, (HeldText(read, 0, len(new.text)),)))
            return True
        if own == bare(new):
            kind = "front matter" if drafted.kind == "front-matter" else "words"
            work.note("merged", kind, today, printed, own, "", (read,), (own,))
            return True
    return False


def unchanged_again(work: Work) -> list[int]:
    """Texts of the copy that say an appendix's title as it was, though it changes by the other."""
    titles, found = set[str](), list[int]()
    for one in work.pairing.pairs:
        drafted, today = work.drafted(one)[0], work.today(one)
        place = work.fields.place(today[0]) if drafted.section == APPENDICES and today else None
        if place is not None and work.splices.get(place.field):
            titles.add(drafted_words(drafted))
            same = as_text(work.edited(one)) == drafted.printed
            found += [piece.read for piece in one.pieces if same]
    return found + [at for at in work.pairing.free if bare(work.copy.accepted[at]) in titles]


def _is_printed_again(entry: BaseEntry) -> bool:
    return entry.kind == "front-matter" or entry.section == APPENDICES
