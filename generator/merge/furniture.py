"""What an edited file holds besides the texts of its draft: tables that the program made, labels
of the template, appended files, sign-offs. An officer's new paragraphs stand among them.

What the report prints today tells them apart: what it prints, too, and is no text of its own there,
is furniture; what is nowhere in it is the officer's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from generator.merge.pairs.held_texts import Pairing
from generator.merge.pairs.said_words import bare, own_end
from generator.merge.sources.shapes import caption_start
from generator.model.draft_base import DraftBase
from generator.model.frozen import dataclass
from generator.model.readings import ReadText
from generator.word.writing.tables import BLANK


@dataclass(frozen=True, slots=True)
class Furniture:
    """arrived: texts of the edited file that are new. there: those that the report says already.
    changed: (text of it or None, what is printed today or None) where furniture differs.
    """

    arrived: tuple[int, ...]
    there: tuple[int, ...]
    changed: tuple[tuple[int | None, int | None], ...]


def told_apart(
    free: Sequence[int],
    edited: Sequence[ReadText],
    today: Sequence[ReadText],
    known: Pairing,
    added: Collection[int],
) -> Furniture:
    """Sort out the free texts of an edited file.

    known: which of today's texts hold what. added: texts of the report that the draft had not.
    """
    arrivals = frozenset(added)
    new = [
        piece.read
        for one in known.pairs
        if arrivals.issuperset(one.entries)
        for piece in one.pieces
    ]
    there, theirs = _there(free, edited, Counter(_key(today[at]) for at in new))
    tables = {today[at].table for at in new} - {-1}
    ours = [
        at
        for at in known.free
        if bare(today[at])
        and today[at].kind != "footnote"
        and not (today[at].table in tables and today[at].text == BLANK)
    ]
    arrived, changed = _apart(theirs, edited, ours, today)
    return Furniture(tuple(arrived), tuple(there), tuple(changed))


def _there(
    free: Sequence[int], edited: Sequence[ReadText], said: Counter[tuple[str, bool]]
) -> tuple[list[int], list[int]]:
    """Which free texts are those of texts of the report that the draft had not, and which are bare
    otherwise. said: the keys of the former; each counts once.
    """
    there: list[int] = []
    theirs: list[int] = []
    for at in free:
        key = next((one for one in _keys(edited[at]) if said[one] > 0), None)
        if key is not None:
            said[key] -= 1
            there.append(at)
        elif bare(edited[at]):
            theirs.append(at)
    return there, theirs


def _apart(
    theirs: Sequence[int],
    edited: Sequence[ReadText],
    ours: Sequence[int],
    today: Sequence[ReadText],
) -> tuple[list[int], list[tuple[int | None, int | None]]]:
    """Which bare texts of the edited file arrived, and what was changed of those printed today."""
    matcher = SequenceMatcher(
        None, [_key(edited[at]) for at in theirs], [_key(today[at]) for at in ours], False
    )
    arrived: list[int] = []
    changed: list[tuple[int | None, int | None]] = []
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        here, printed = theirs[start:end], ours[begin:stop]
        if len(here) == len(printed):
            changed += zip(here, printed, strict=True)
            continue
        around = [today[at] for at in printed]
        for at in here:
            if _in_furniture(edited[at], around):
                changed.append((at, None))
            else:
                arrived.append(at)
        changed += [(None, at) for at in printed]
    return arrived, changed


def _key(text: ReadText, start: int | None = None) -> tuple[str, bool]:
    """What a text says from a character on, a caption without its label, before a sign-off."""
    start = caption_start(text) if start is None else start
    return " ".join(text.text[start : own_end(text)].split()), text.kind == "cell"


def _keys(text: ReadText) -> list[tuple[str, bool]]:
    """What the report may say for a text: a caption without its table is words, label and all."""
    return [_key(text), _key(text, 0)]


def _in_furniture(text: ReadText, around: Sequence[ReadText]) -> bool:
    """Whether a cell stands among cells that the program prints."""
    return text.kind == "cell" and any(one.kind == "cell" for one in around)


def untouched(text: ReadText, draft: DraftBase, authors: str) -> bool:
    """Whether what differs from today comes from new data: nobody touched it in the file."""
    known = draft.values
    values = [span for span in text.spans if span.value]
    same = all(span.text in known.get(span.value, ("", ""))[1] for span in values)
    return not authors and same
