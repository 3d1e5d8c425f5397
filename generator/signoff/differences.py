"""What differs between what was cleared and what is there now, by kind, old and new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model.format import DEPENDENCES, Dependence
from generator.model.wording.word_diff import WordChange, changes, words
from generator.signoff.sign_off_states import Difference
from generator.signoff.statements import Statement

_FIGURES: Dependence = "figures"
_WORDS: Dependence = "words"


def differences(
    cleared: Statement, now: Statement, covers: Iterable[Dependence] = DEPENDENCES
) -> tuple[Difference, ...]:
    """What changed of the kinds that a sign-off covers, in the order of the kinds, then as read."""
    covered = set(covers)
    found: list[Difference] = []
    for kind in DEPENDENCES:
        if kind in covered and cleared.digest(kind) != now.digest(kind):
            found += _of_kind(kind, cleared, now)
    return tuple(found)


def _of_kind(kind: Dependence, cleared: Statement, now: Statement) -> Iterator[Difference]:
    if kind == _FIGURES:
        yield from _figures(cleared.figures, now.figures)
        return
    old, new = getattr(cleared, kind), getattr(now, kind)
    shown = (cleared.read(), now.read()) if kind == _WORDS else (old, new)
    for before, after in _pairs(old, new):
        yield Difference(
            kind,
            "" if before is None else shown[0][before],
            "" if after is None else shown[1][after],
        )


def _figures(
    old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]
) -> Iterator[Difference]:
    """Each figure that changed, once, however often it is printed."""
    met: set[Difference] = set()
    for before, after in _pairs(old, new):
        _, was = old[before] if before is not None else ("", "")
        _, is_now = new[after] if after is not None else ("", "")
        key = new[after][0] if after is not None else old[before or 0][0]
        found = Difference(_FIGURES, was, is_now, key)
        if found not in met:
            met.add(found)
            yield found


_Pair = tuple[int | None, int | None]
_Item = str | tuple[str, str]
_ALIKE = 0.4  # of the words of the shorter text


def _pairs(old: Sequence[_Item], new: Sequence[_Item]) -> Iterator[_Pair]:
    """The places of what changed: an old one with the new one in its stead; None for none."""
    for change in changes(old, new):
        yield from _paired(old, new, change)


def _paired(old: Sequence[_Item], new: Sequence[_Item], change: WordChange) -> Iterator[_Pair]:
    """Within a stretch that changed, each text with the next that is like it."""
    alone = change.end - change.start == change.stop - change.begin == 1
    at = change.begin
    for place in range(change.start, change.end):
        ahead = range(at, change.stop)
        match = next((one for one in ahead if alone or _alike(old[place], new[one])), None)
        if match is None:
            yield place, None
            continue
        yield from ((None, one) for one in range(at, match))
        yield place, match
        at = match + 1
    yield from ((None, one) for one in range(at, change.stop))


def _alike(old: _Item, new: _Item) -> bool:
    """Whether a text is another's in new words, or a figure the same one with another value."""
    if isinstance(old, tuple) or isinstance(new, tuple):
        return old[0] == new[0]
    one, other = ({word for word in words(text) if word.strip()} for text in (old, new))
    return len(one & other) >= _ALIKE * max(1, min(len(one), len(other)))
