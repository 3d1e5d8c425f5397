"""Sign-offs in an edited file: those that its draft printed, and those that officers typed in.

[JG/15022023/Y]                        on a line of its own, instead of [awaiting Finance]
There are no costs. [JG/15022023/Y]    or behind the words that it clears
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.merge.pairs.said_words import SIGNED, own_end
from generator.model.draft_base import DraftBase
from generator.model.frozen import dataclass
from generator.model.readings import Mark, ReadText

_STATE = f"{SIGNED}state_"


@dataclass(frozen=True, slots=True)
class TypedCode:
    """A sign-off code that an officer typed in. read: the text that it stands in."""

    read: int
    code: str


@dataclass(frozen=True, slots=True)
class SortedTexts:
    """texts: with every sign-off marked as such. codes: new ones. changed: (text, as printed, as it
    is now) of printed sign-offs that were changed otherwise.
    """

    texts: tuple[ReadText, ...]
    codes: tuple[TypedCode, ...]
    changed: tuple[tuple[int, str, str], ...]


def sort_out(texts: Sequence[ReadText], draft: DraftBase, pattern: str) -> SortedTexts:
    """Tell sign-offs from words. pattern: of the format's codes, '' where it has none."""
    printed = [text for _, text in draft.sign_offs]
    made: list[ReadText] = []
    codes: list[TypedCode] = []
    changed: list[tuple[int, str, str]] = []
    for at, text in enumerate(texts):
        text, found = _marked(text, printed, pattern)
        made.append(text)
        codes += [TypedCode(at, code) for code in found if not any(code in one for one in printed)]
        now = _overtyped(text, printed) if not found else ""
        if now:
            made[-1] = _hidden(text, text.text.rfind(now))
            changed.append((at, _nearest(now, printed), now))
    return SortedTexts(tuple(made), tuple(codes), tuple(changed))


def taken_out(sorted_out: SortedTexts, draft: DraftBase) -> list[tuple[str, str]]:
    """Unit and words of the printed sign-offs that stand nowhere now, as they were or changed."""
    left = [text.text[own_end(text) :] for text in sorted_out.texts]
    changed = {old for _, old, _ in sorted_out.changed}
    return [
        (unit, printed)
        for unit, printed in draft.sign_offs
        if printed not in changed and not any(printed in one for one in left)
    ]


def _marked(text: ReadText, printed: Sequence[str], pattern: str) -> tuple[ReadText, list[str]]:
    """A text with the sign-offs at its end marked, and the codes among them."""
    code = re.compile(rf"(?:{pattern})$") if pattern else None
    said, codes = text.text.rstrip(), list[str]()
    while True:
        found = code.search(said) if code is not None else None
        known = next((one for one in printed if one and said.endswith(one)), "")
        if found is not None:
            codes.insert(0, found[0])
        elif not known:
            break
        said = said[: found.start() if found is not None else len(said) - len(known)].rstrip()
    if said == text.text.rstrip():
        return text, codes
    return _hidden(text, len(said)), codes


def _hidden(text: ReadText, start: int) -> ReadText:
    """A text whose words end at a character: what follows is a sign-off."""
    marks = tuple(one for one in text.marks if not one.name.startswith(SIGNED))
    return replace(text, marks=(*marks, Mark(SIGNED, max(start, 0), len(text.text))))


def _overtyped(text: ReadText, printed: Sequence[str]) -> str:
    """What stands where a draft printed a sign-off, or its state, and is neither; '' for nothing.

    What takes the place of all of it stands beside its bookmark, which is left empty.
    """
    for mark in text.marks:
        if not mark.name.startswith(SIGNED):
            continue
        alone = mark.start == mark.end and "sign-off" in text.style
        now = text.text[0 if alone else mark.start :].strip()
        is_state = mark.name.startswith(_STATE) and now.startswith("[") and now.endswith("]")
        return "" if is_state or now in printed else now
    return ""


def _nearest(now: str, printed: Sequence[str]) -> str:
    alike = [one for one in printed if set(one.split()) & set(now.split())]
    return alike[0] if alike else ""
