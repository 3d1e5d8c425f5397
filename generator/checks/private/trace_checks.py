"""What drafting left behind: tracked changes, comments, hidden text, data for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.checks.held import Held
from generator.checks.private.private_rules import (
    BASE_LEFT,
    COMMENTS_LEFT,
    CUSTOM_DATA,
    FILE_EMBEDDED,
    HIDDEN_TEXT,
    INVISIBLE_TEXT,
    LEFT_OVER,
    REVISIONS_LEFT,
    VARIABLES_LEFT,
)
from generator.model.issues import Issue
from generator.model.release.contrast import WHITE, contrast
from generator.model.release.paper import PaperLook

_SEEN, _POINTS = 1.05, 2.0
"""The contrast, and the size, under which nobody sees that there is text."""
_HEXADECIMAL = frozenset("0123456789ABCDEF")
_KINDS = {"ins": "inserted", "del": "deleted", "moveFrom": "moved", "moveTo": "moved"}
_EMBEDDED = "word/embeddings/"


def check_revisions(held: Held) -> Iterator[Issue]:
    """Tracked changes in what is published."""
    found = held.paper.revisions
    if not held.final or not found:
        return
    first = next((one for one in found if one.words.strip()), found[0])
    kind = _KINDS.get(first.kind, "changed")
    words = f", the first {first.words.strip()[:60]!r} ({kind})" if first.words.strip() else ""
    what = f"{_count(len(found), 'tracked change')} of {_people(one.author for one in found)}"
    yield held.issue(
        REVISIONS_LEFT, held.paper.where(first.text, first.words or None), f"{what}{words}"
    )


def check_comments(held: Held) -> Iterator[Issue]:
    """Comments in what is published."""
    for one in held.paper.comments if held.final else ():
        what = f"a comment of {one.author or 'somebody'} is left: {one.words[:80]!r}"
        yield held.issue(COMMENTS_LEFT, held.paper.where(one.text), what)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _people(names: Iterable[str]) -> str:
    """Who did something, the most often first."""
    counted = Counter(name or "somebody" for name in names)
    return ", ".join(name for name, _ in counted.most_common(5))


# ---------------------------------------------------------------- text that nobody sees
def check_unseen_text(held: Held) -> Iterator[Issue]:
    """Text that is hidden, has the colour of its ground, or is too small to be seen."""
    paper = held.paper
    unseen = _Unseen(held)
    for index, text in enumerate(paper.texts):
        hidden = "".join(run.text for run in text.runs if run.look.hidden).strip()
        if hidden and text.kind != "contents":
            what = f"hidden text: {hidden[:80]!r}"
            yield held.issue(HIDDEN_TEXT, paper.where(index, hidden), what)
        for run in text.runs:
            why = "" if run.look.hidden or not run.text.strip() else unseen.why(run.look)
            if why and not (text.story == "box" and not run.look.fill):
                what = f"{run.text.strip()[:80]!r} {why}"
                yield held.issue(INVISIBLE_TEXT, paper.where(index, run.text), what)
                break


class _Unseen:
    """Tells of looks why nobody sees them. The runs of a paper share some fifty."""

    def __init__(self, held: Held) -> None:
        self._held = held
        self._known: dict[int, str] = {}

    def why(self, look: PaperLook) -> str:
        """Why nobody sees text of that look, '' where it is seen."""
        known = self._known.get(id(look))
        if known is None:
            known = self._known[id(look)] = _unseen(look, self._held)
        return known


def _unseen(look: PaperLook, held: Held) -> str:
    ground = look.fill or held.paper.background or WHITE
    if 0 < look.size < _POINTS:
        return f"is set in letters of {look.size:g} pt"
    plain = all(len(one) == 6 and set(one) <= _HEXADECIMAL for one in (look.colour, ground))
    if plain and contrast(look.colour, ground) < _SEEN:
        return f"has the colour #{look.colour} on #{ground}"
    return ""


# ---------------------------------------------------------------- what the file carries
def check_carried(held: Held) -> Iterator[Issue]:
    """The base of drafts, data for other programs, whole files, and what saving left."""
    paper, where = held.paper, held.paper.where()
    if held.final and paper.draft:
        what = "a base of sources" if paper.base is not None else "marks"
        yield held.issue(BASE_LEFT, where, f"the copy for publication holds {what} of drafts")
    if paper.base is None:
        for part, words in paper.custom.items():
            what = f"{part} holds data that no page shows: {words[:80]!r}"
            yield held.issue(CUSTOM_DATA, where, what)
    if paper.variables:
        what = f"the file keeps values for macros: {', '.join(paper.variables[:8])}"
        yield held.issue(VARIABLES_LEFT, where, what)
    charted = {one.chart.workbook for one in paper.drawings if one.chart is not None}
    for part in paper.parts:
        if part.startswith(_EMBEDDED) and part not in charted:
            yield held.issue(FILE_EMBEDDED, where, f"the file {part} is embedded")
        elif "printerSettings" in part or part.startswith("docProps/thumbnail"):
            yield held.issue(LEFT_OVER, where, f"the file carries {part}")
