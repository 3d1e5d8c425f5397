"""Lines that the program prints from the report's own fields: rows of front matter, a cover's day.

    Date of meeting      15 March 2023         meeting: {date: 2023-03-15}

No person wrote such a line; its words change the field, as they do in a header. The template's own
lines have no base: one is known by what stands before or behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.merge.margins.printed_fields import FieldEdit, field_edits
from generator.merge.margins.report_fields import FieldMerge
from generator.merge.pairs.held_texts import Pair, Pairing
from generator.merge.pairs.said_words import bare
from generator.merge.sources.tokens import as_text
from generator.merge.work import Work
from generator.model.readings import ReadText
from generator.model.wording.quotation_marks import straight

_KIND = "front matter"
_LINES = ("paragraph", "cell")


def merge_row(work: Work, pair: Pair) -> bool:
    """Merge a row that fields of the report made; False for any other text, and for one as it was.

    Where the officer has changed other words of it, too, the whole is another text's to tell.
    """
    (entry, *others) = work.drafted(pair)
    if others or entry.written or entry.kind != "front-matter":
        return False
    old, new = (" ".join(one.split()) for one in (entry.printed, as_text(work.edited(pair))))
    return _merged(work, _edits(work, old, new), pair.pieces[0].read)


def merge_lines(
    work: Work, today: Sequence[ReadText], known: Pairing
) -> tuple[frozenset[int], frozenset[int]]:
    """Merge the template's own lines; gives their numbers in the copy, and in today's draft.

    known: which of today's texts hold what.
    """
    copy = work.copy.accepted
    ours = [at for at in known.free if today[at].kind in _LINES]
    there_now = {today[at].text for at in ours}
    theirs = (at for at in work.pairing.free if copy[at].kind in _LINES)
    came = [at for at in theirs if copy[at].text not in there_now]
    here: set[int] = set()
    there: set[int] = set()
    said = [_drafted(work, bare(one)) for one in today] if came else []
    printed = Counter(said[at] for at in ours) if came else Counter[str]()
    stays = Counter(bare(copy[at]) for at in work.pairing.free if copy[at].kind in _LINES)
    for place in (at for at in came if (words := bare(copy[at])) and words not in printed):
        for old in _in_its_place(copy, today, said, place):
            if stays[old] >= printed[old] > 0:
                continue  # something was put in beside it
            if _merged(work, _edits(work, old, bare(copy[place])), place):
                here.add(place)
                same = (at for at in ours if said[at] == old and at not in there)
                there |= {*islice(same, 1)}
                break
    return frozenset(here), frozenset(there)


def _edits(work: Work, old: str, new: str) -> list[FieldEdit]:
    return field_edits(straight(old), straight(new), work.draft.pages or work.now.pages)


def _merged(work: Work, edits: Sequence[FieldEdit], read: int) -> bool:
    if not edits or not all(edit.name for edit in edits):
        return False
    for edit in edits:
        FieldMerge(work, _KIND, read).merge(edit)
    return True


def _drafted(work: Work, words: str) -> str:
    """What a line of today's draft said in the copy's."""
    now, before = work.now.pages, work.draft.pages
    for name in sorted(now.keys() & before.keys(), key=lambda one: -len(now[one])):
        if now[name] != before[name]:
            words = words.replace(straight(now[name]), straight(before[name]))
    return words


def _in_its_place(
    copy: Sequence[ReadText], today: Sequence[ReadText], said: Sequence[str], place: int
) -> Iterator[str]:
    """What stands in the draft before, or behind, what a text of the copy stands at.

    said: the words of each of today's texts, as the draft had them.
    """
    for step in (-1, 1):
        words = bare(copy[place + step]) if 0 <= place + step < len(copy) else ""
        for at, text in enumerate(today):
            beside = said[at + step] if 0 <= at + step < len(said) else ""
            if words and beside == words and text.kind == copy[place].kind:
                yield said[at]
