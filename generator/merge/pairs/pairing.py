"""Which paragraphs of an edited file hold which texts of the draft that it was.

Marks say it: a bookmark that stands in two paragraphs tells of a text that was divided, two of them
in one paragraph of texts that were joined. Where there are no marks (of what the program wrote, or
of a file that lost them) the words do: equal ones first, then similar ones, between what is known.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from generator.merge.pairs.by_marks import by_marks, by_moves
from generator.merge.pairs.by_place import in_front
from generator.merge.pairs.by_words import by_words, elsewhere_by_words, notes_by_words
from generator.merge.pairs.held_texts import Pairing, joined_pairs
from generator.merge.pairs.said_words import bare, drafted_words
from generator.merge.pairs.stray_marks import trusted
from generator.model.draft_base import BaseEntry
from generator.model.readings import ReadText


def pair(
    entries: Sequence[BaseEntry],
    texts: Sequence[ReadText],
    labels: Collection[str] = (),
    moves: Mapping[str, int] | None = None,
) -> Pairing:
    """Pair the texts of a draft with those of the edited file. labels: what its template prints.

    moves: as `tracked_moves` gives them.
    """
    own = (one for one in entries if one.mark and one.kind not in ("footnote", "front-matter"))
    texts = trusted(texts, {one.mark: drafted_words(one) for one in own}, bare)
    held = by_marks(entries, texts)
    by_moves(entries, texts, held, moves or {})
    found = by_words(entries, texts, held)
    found += in_front(entries, texts, held, labels)
    found += notes_by_words(entries, texts, held)
    found += elsewhere_by_words(entries, texts, held)
    used = {piece.read for pieces in held.values() for piece in pieces}
    body = {at for at, text in enumerate(texts) if text.kind not in ("contents",)}
    return Pairing(
        tuple(joined_pairs(entries, held)),
        tuple(sorted(body - used)),
        sum(1 for index in found if entries[index].mark),
    )
