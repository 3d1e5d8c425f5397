"""Marks that are not where their text is: copied with a paragraph, or left on other words.

    <w:p>[_p_5c1f] About 46% plan to leave.</w:p>      the text of the draft
    <w:p>[_p_5c1f] About 46% plan to leave.</w:p>      its copy, an officer's own text

A mark that goes on from one paragraph into the next is no copy: its text was divided.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.model.readings import ReadText
from generator.model.wording.word_diff import likeness

_LONG = 20  # characters of a text that nobody else says by chance


def trusted(
    texts: Sequence[ReadText], drafted: Mapping[str, str], words: Callable[[ReadText], str]
) -> list[ReadText]:
    """The texts without stray marks.

    drafted: what the draft says, by mark. words: gives what a text says.
    """
    where: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        for mark in text.marks:
            if mark.name in drafted and mark.begins and mark.ends:
                where.setdefault(mark.name, []).append(at)
    astray: set[tuple[str, int]] = set()
    for name, places in where.items():
        if len(places) > 1:
            said = {at: words(texts[at]) for at in places}
            astray |= {(name, at) for at in _copies(drafted[name], said)}
    astray |= _on_other_words(texts, drafted, where, words)
    return [
        replace(text, marks=tuple(one for one in text.marks if (one.name, at) not in astray))
        if any((one.name, at) in astray for one in text.marks)
        else text
        for at, text in enumerate(texts)
    ]


def _copies(drafted: str, said: Mapping[int, str]) -> list[int]:
    """Those of several texts with one mark without which the rest is more like the draft."""
    kept = [max(said, key=lambda at: likeness(drafted, said[at]))]
    copies = []
    for at in said:
        together = sorted({*kept, at})
        if at not in kept and _like(drafted, said, together) > _like(drafted, said, kept):
            kept = together
        elif at not in kept:
            copies.append(at)
    return copies


def _like(drafted: str, said: Mapping[int, str], places: Sequence[int]) -> float:
    return likeness(drafted, " ".join(said[at] for at in places))


def _on_other_words(
    texts: Sequence[ReadText],
    drafted: Mapping[str, str],
    where: Mapping[str, Sequence[int]],
    words: Callable[[ReadText], str],
) -> set[tuple[str, int]]:
    """Marks round other words than the draft's, which one other text says just so."""
    there: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        if text.kind != "contents":
            there.setdefault(words(text), []).append(at)
    astray = set()
    for name, places in where.items():
        found = there.get(drafted[name], []) if len(drafted[name]) >= _LONG else []
        if len(found) != 1 or len(places) != 1 or found == places:
            continue
        # A heading's words stand in a list of headings, too.
        if {texts[found[0]].kind, texts[places[0]].kind} != {"cell", "heading"}:
            astray.add((name, places[0]))
            astray |= {(one.name, found[0]) for one in texts[found[0]].marks if one.name in drafted}
    return astray
