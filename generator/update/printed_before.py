"""What a draft printed where no base tells of it: a cell of a table that the program made.

Tracked changes say what stood there before them, and the base what each figure was. Where there is
neither, the copy is taken to stand as it was drafted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.merge.sources.tokens import Token
from generator.model.wording.quotation_marks import straight
from generator.model.wording.word_diff import words
from generator.update.sides import HeldStretch, Side
from generator.word.package.elements import Element
from generator.word.updating.opened_texts import text_before, touched


def printed_tokens(mine: Side, ours: HeldStretch, paragraphs: Sequence[Element]) -> list[Token]:
    """The tokens of a text of the copy as it was drafted."""
    if any(map(touched, paragraphs)):
        before = straight("".join(map(text_before, paragraphs)))
        return [Token(word) for word in words(before.strip())]
    drafted = list(_drafted(mine, ours))
    said = [at for at, token in enumerate(drafted) if not token.text.isspace()]
    return drafted[said[0] : said[-1] + 1] if said else list(ours.tokens)


def _drafted(mine: Side, ours: HeldStretch) -> Iterator[Token]:
    """The words, with the figures as the base has them."""
    known = mine.base.values
    for held in ours.held:
        last = ""
        for span in mine.reads[held.read].spans:
            if span.value not in known:
                yield from (Token(word) for word in words(span.text))
            elif span.value != last:
                yield from (Token(word, value=True) for word in words(known[span.value][1]))
            last = span.value
