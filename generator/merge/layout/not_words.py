"""What an officer put into a copy that no source has words for: pictures, breaks, colours.

Each is told in the account with what to do. What the report prints itself, and appended files hold,
is known from today's draft.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.merge.work import Work
from generator.model.draft_base import BaseEntry
from generator.model.readings import ReadDocument
from generator.model.surroundings import Aside

REASONS = {
    "picture": "the narrative holds no pictures; put it into an appendix file",
    "chart": "the narrative's charts come from findings; write chart(...), or use an appendix file",
    "shape": "the narrative holds no shapes; put it into an appendix file",
    "text box": "its words count as a paragraph behind it; the box is not kept",
    "equation": "its signs count as words; the narrative has no equations",
    "field": "Word counts it; what it shows counts as words",
    "page break": "the format says where pages begin",
    "section break": "the format says how pages lie",
    "content control": "its words count as text; the control is not kept",
    "formatting": "the narrative says bold, italics and links only; say it in words",
}


def tell_asides(work: Work, today: ReadDocument) -> None:
    """Put what is in the copy and in no draft into the account."""
    for aside in more_asides(work.copy.asides, today.asides):
        at = _place(work, aside.words)
        new = f"{aside.kind}: {aside.detail}" if aside.detail else aside.kind
        reason = REASONS[aside.kind]
        work.note("refused", aside.kind, entries_at(work, at), aside.words, new, reason)
        work.items[-1] = replace(work.items[-1], author=work.author([at]))


def more_asides(copy: Sequence[Aside], today: Sequence[Aside]) -> Iterator[Aside]:
    """Those that are more than today's of their kind: the ones that today's draft has not alike.

    Programs that save a file name pictures anew, and break pages in another way, but add none.
    """
    more = Counter(one.kind for one in copy)
    more.subtract(one.kind for one in today)
    known = Counter(today)
    for one in copy:
        known[one] -= 1
        if known[one] < 0 and more[one.kind] > 0:
            more[one.kind] -= 1
            yield one


def _place(work: Work, words: str) -> int:
    """The text of the copy that says these words; -1 for none."""
    texts = enumerate(work.copy.accepted)
    said = (at for at, text in texts if words and " ".join(text.text.split()) == words)
    return next(said, -1)


def entries_at(work: Work, at: int) -> list[BaseEntry]:
    """What the report has of a text of the copy, or had; nothing for what is new there."""
    pairs = (one for one in work.pairing.pairs if any(each.read == at for each in one.pieces))
    found = next(pairs, None)
    return [] if found is None else work.today(found) or work.drafted(found)
