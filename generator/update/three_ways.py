"""What changed in the sources, as changes of what an officer's copy says.

    draft    About 45% plan to leave.      officer   About 45% intend to leave.
    now      About 46% plan to leave.      change    45% -> 46%, in what the officer's copy says

Where both changed the same words it is a conflict, and the officer's words stay.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.merge.sources.tokens import Token, keys
from generator.model.frozen import dataclass
from generator.model.wording.word_diff import merge


@dataclass(frozen=True, slots=True)
class SourceChange:
    """Tokens start:end of the copy become tokens begin:stop of the new draft."""

    start: int
    end: int
    begin: int
    stop: int
    conflict: bool = False


def source_changes(
    draft: Sequence[Token], copy: Sequence[Token], now: Sequence[Token]
) -> list[SourceChange]:
    """What has to be done to the copy's tokens, in order, and what cannot be."""
    made: list[SourceChange] = []
    at = begin = base = 0
    for one in merge(keys(draft), keys(copy), keys(now)):
        end, stop = at + len(one.ours), begin + len(one.theirs)
        if one.conflict or one.items != one.ours:
            made.append(SourceChange(at, end, begin, stop, one.conflict))
        elif one.ours == one.theirs and one.end - one.start == end - at:
            stretches = draft[base : one.end], copy[at:end], now[begin:stop]
            made += [
                SourceChange(at + first, at + last, begin + first, begin + last)
                for first, last in _new_looks(*stretches)
            ]
        at, begin, base = end, stop, one.end
    return _together(made, copy)


def _together(changes: Sequence[SourceChange], copy: Sequence[Token]) -> list[SourceChange]:
    """With changes as one that only spaces lie between, as a person would make them.

    A figure is changed for itself, so that its bookmark stays round it.
    """
    made: list[SourceChange] = []
    for one in changes:
        last = made[-1] if made else None
        between = copy[last.end : one.start] if last is not None else ()
        alike = last is not None and not (last.conflict or one.conflict)
        if (
            last is not None
            and alike
            and between
            and _may_join(copy[last.start : one.end], between)
        ):
            made[-1] = SourceChange(last.start, one.end, last.begin, one.stop)
        else:
            made.append(one)
    return made


def _may_join(tokens: Sequence[Token], between: Sequence[Token]) -> bool:
    blank = all(token.text.isspace() for token in between)
    return blank and len({token.value for token in tokens}) == 1


def _new_looks(
    draft: Sequence[Token], copy: Sequence[Token], now: Sequence[Token]
) -> list[tuple[int, int]]:
    """Words that only look otherwise now, where the officer left their look alone."""
    made: list[tuple[int, int]] = []
    for at, (was, here, today) in enumerate(zip(draft, copy, now, strict=True)):
        same = was.look == today.look or not was.text.strip()
        if same or was.kind != "word" or here.look != was.look:
            continue
        if made and not any(token.text.strip() for token in now[made[-1][1] : at]):
            made[-1] = (made[-1][0], at + 1)
        else:
            made.append((at, at + 1))
    return made
