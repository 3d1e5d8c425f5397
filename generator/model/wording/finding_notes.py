"""What stands below a finding: its own note, what it is made of, how its question read before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from generator.model.wording.english import listed, quoted, small

MADE_OF = "Made of"
_READ = " the question read "
_REWORDED = re.compile(rf"In (?P<wave>.+?){_READ}(?P<text>.+)\.", re.DOTALL)


def reworded_note(wave: str, text: str) -> str:
    """'In 2019 the question read “...”.'"""
    return f"In {wave}{_READ}{quoted(text)}."


def shown_notes(
    notes: Iterable[str], waves: Collection[str] = (), shown: Collection[str] = ()
) -> tuple[str, ...]:
    """A finding's notes as they are printed: one for all waves with another wording.

    waves, shown: the finding's waves, and those that stand above; the wordings of others are left
    out. () leaves none out.
    """
    kept: list[str] = []
    read: dict[str, list[str]] = {}
    for note in notes:
        match = _REWORDED.fullmatch(note)
        if match is None:
            kept.append(note)
        elif not shown or match["wave"] not in waves or match["wave"] in shown:
            read.setdefault(match["text"], []).append(match["wave"])
    if not read:
        return tuple(kept)
    (first, found), *others = read.items()
    said = [f"In {listed(found)}{_READ}{first}"]
    said += [f"in {listed(found)} {text}" for text, found in others]
    return (*kept, f"{listed(said)}.")


def notes_of_several(named: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, ...]:
    """The notes of findings that stand together: each once, after the names of those it is of.

    named: the findings' names with their notes. What all of them have in common, or what is of the
    only one, needs no name.
    """
    names: dict[str, list[str]] = {}
    for name, notes in named:
        for note in notes:
            names.setdefault(note, []).append(name)
    return tuple(
        note if len(of) == len(named) else f"{listed(of)}: {_after_colon(note)}"
        for note, of in names.items()
    )


def _after_colon(note: str) -> str:
    """A note behind the names that it is of. An author's may begin with a name, and stays."""
    return small(note) if note.startswith(MADE_OF) or _REWORDED.match(note) else note
