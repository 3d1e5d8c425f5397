"""Labels that count by themselves, 'Table 1: ' and 'Appendix A: ', where an officer changed them.

They are no words of the text that they stand before, so no merge of that text tells of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.merge.pairs.held_texts import Pairing
from generator.merge.pairs.said_words import label_end
from generator.merge.work import Work
from generator.model.readings import ReadText

_REASON = "the program prints this label and its number; change the words behind it"
_SIGNS = ":. \N{EN DASH}-"  # behind a label


def tell_labels(work: Work, today: Sequence[ReadText], known: Pairing) -> None:
    """Put changed labels into the account. known: which of today's texts hold what."""
    seen = [one for one in known.pairs if one.pieces]
    shown = {index: one.pieces[0].read for one in seen for index in one.entries}
    for one in work.pairing.pairs:
        at = shown.get(work.became.get(one.entries[0], -1))
        if at is None or not one.pieces:
            continue
        read = one.pieces[0].read
        old, new = _label(today[at]), _label(work.copy.accepted[read])
        if old != new and today[at].kind == work.copy.accepted[read].kind:
            if old.strip(_SIGNS) != new.strip(_SIGNS):
                old, new = old.strip(_SIGNS), new.strip(_SIGNS)
            work.note("refused", "words", work.today(one) or (), old, new, _REASON, (read,))


def _label(text: ReadText) -> str:
    """The words of a text's label, without what counts; '' for a text that has none."""
    end, at, said = label_end(text), 0, ""
    for span in text.spans:
        said += "" if span.counted else span.text[: max(0, end - at)]
        at += len(span.text)
    return " ".join(said.split())
