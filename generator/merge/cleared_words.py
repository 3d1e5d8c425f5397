"""What an officer had before them who put a code into a copy: the words of its unit there.

The same words as the ledger keeps of a composed report (signoff/statements.py): figures as '{key}',
references as '[#name]'. A sign-off counts for these, whatever the report says by now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.merge.own_sentences import is_sentence
from generator.merge.pairs.held_texts import Pair, Pairing
from generator.merge.pairs.said_words import bare
from generator.model.draft_base import BaseEntry, DraftBase
from generator.model.frozen import dataclass
from generator.model.readings import ReadText, Span
from generator.model.wording.normal_text import normal


@dataclass(frozen=True, slots=True)
class ClearedWords:
    """words: a text each. figures: (key, as printed)."""

    words: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]


def cleared_words(
    unit: str,
    pairing: Pairing,
    draft: DraftBase,
    texts: tuple[ReadText, ...],
    unit_at: Callable[[int], str],
) -> ClearedWords:
    """The words of a unit in a copy. unit_at: of a text that the draft had not."""
    words: list[tuple[int, str]] = []
    figures: list[tuple[str, str]] = []
    for one in pairing.pairs:
        entries = [draft.entries[at] for at in one.entries]
        own = [entry for entry in entries if entry.unit == unit and _is_words(entry)]
        if own and one.pieces:
            words.append((one.pieces[0].read, _said(one, own, draft, texts, figures)))
    for at in pairing.free:
        if texts[at].kind in ("paragraph", "item") and unit_at(at) == unit:
            words.append((at, bare(texts[at])))
    told = tuple(normal(said) for _, said in sorted(words) if said.strip())
    return ClearedWords(told, tuple(figures))


def _is_words(entry: BaseEntry) -> bool:
    in_chart = entry.kind in ("title", "description")
    return (entry.written or is_sentence(entry)) and not in_chart


def _said(
    one: Pair,
    entries: list[BaseEntry],
    draft: DraftBase,
    texts: tuple[ReadText, ...],
    figures: list[tuple[str, str]],
) -> str:
    names = iter([span.reference for entry in entries for span in entry.spans if span.reference])
    made = ""
    for piece in one.pieces:
        at = 0
        for span in texts[piece.read].spans:
            shown = span.text[max(0, piece.start - at) : max(0, piece.stop - at)]
            at += len(span.text)
            made += _piece(span, shown, draft, names, figures) if shown else ""
    return made


def _piece(
    span: Span,
    shown: str,
    draft: DraftBase,
    names: Iterator[str],
    figures: list[tuple[str, str]],
) -> str:
    key = draft.values.get(span.value, ("", ""))[0] if span.value else ""
    if key:
        figures.append((normal(key), normal(shown)))
        return f"{{{key}}}"
    return f"[#{next(names, '')}]" if span.reference else shown
