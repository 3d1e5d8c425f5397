"""Which paragraphs of an edited file hold which texts of the draft that it was.

Marks say it: a bookmark that stands in two paragraphs tells of a text that was divided, two of them
in one paragraph of texts that were joined. Where there are no marks (of what the program wrote, or
of a file that lost them) the words do: equal ones first, then similar ones, between what is known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from generator.merge.front_lines import beside_known, line_parts, part_at, rows_by_place
from generator.merge.stray_marks import trusted
from generator.model.draft_base import BaseEntry
from generator.model.frozen import dataclass
from generator.model.readings import Mark, ReadDocument, ReadText
from generator.model.wording.word_diff import ALIKE, likeness

SIGNED = "_sgn_"
"""Begins the names of bookmarks round what a draft prints of sign-offs."""
_IN_CHARTS = ("title", "description")
REFERRED = "\N{SECTION SIGN}"
"""Stands for what a reference shows: numbers move when paragraphs do."""
LONG = 20  # characters of a text that is not the same as another by chance


@dataclass(frozen=True, slots=True)
class HeldText:
    """Characters start:stop of the edited file's text `read`."""

    read: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Texts of the draft (their indexes), and what they are now; one of the two may be ()."""

    entries: tuple[int, ...]
    pieces: tuple[HeldText, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """pairs: in the order of the draft. free: texts of the file that hold none of the draft's.

    by_words: how many were found by their words alone, though they had a mark.
    """

    pairs: tuple[Pair, ...]
    free: tuple[int, ...]
    by_words: int = 0


def pair(
    entries: Sequence[BaseEntry],
    texts: Sequence[ReadText],
    labels: Collection[str] = (),
    moves: Mapping[str, int] | None = None,
) -> Pairing:
    """Pair the texts of a draft with those of the edited file. labels: what its template prints.

    moves: as `tracked_moves` gives them.
    """
    own = (one for one in entries if one.mark and one.kind not in ("footnote", "front-matter"))
    texts = trusted(texts, {one.mark: drafted_words(one) for one in own}, bare)
    held = _by_marks(entries, texts)
    _by_moves(entries, texts, held, moves or {})
    by_words = _by_words(entries, texts, held)
    by_words += _in_front(entries, texts, held, labels)
    by_words += _notes_by_words(entries, texts, held)
    by_words += _elsewhere_by_words(entries, texts, held)
    used = {piece.read for pieces in held.values() for piece in pieces}
    body = {at for at, text in enumerate(texts) if text.kind not in ("contents",)}
    return Pairing(
        tuple(_joined(entries, held)),
        tuple(sorted(body - used)),
        sum(1 for index in by_words if entries[index].mark),
    )


# ---------------------------------------------------------------- by marks
def _by_marks(entries: Sequence[BaseEntry], texts: Sequence[ReadText]) -> dict[int, list[HeldText]]:
    """Entry -> where it stands, for those with a mark that is still there."""
    marked = {entry.mark: index for index, entry in enumerate(entries) if entry.mark}
    notes = _notes(texts)
    held: dict[int, list[HeldText]] = {}
    for at, text in enumerate(texts):
        found = [(mark, marked[mark.name]) for mark in text.marks if mark.name in marked]
        for mark, index in found:
            if entries[index].kind == "footnote":
                held.setdefault(index, []).extend(_note_pieces(text, mark.start, notes, texts))
        own = [(mark, index) for mark, index in found if entries[index].kind != "footnote"]
        for (_, index), (start, stop) in zip(own, _shares(entries, text, own), strict=True):
            held.setdefault(index, []).append(HeldText(at, start, stop))
    return held


def tracked_moves(copy: ReadDocument) -> dict[str, int]:
    """The mark of each paragraph that was moved with tracked changes -> the text that it is now.

    Word leaves its bookmarks where it stood.
    """
    went: dict[str, list[ReadText]] = {}
    came: dict[str, list[int]] = {}
    for text in copy.rejected:
        if text.moved:
            went.setdefault(text.moved, []).append(text)
    for at, text in enumerate(copy.accepted):
        if text.moved:
            came.setdefault(text.moved, []).append(at)
    return {
        mark.name: at
        for name, texts in went.items()
        if len(texts) == len(came.get(name, ()))
        for text, at in zip(texts, came[name], strict=True)
        for mark in text.marks
    }


def _by_moves(
    entries: Sequence[BaseEntry],
    texts: Sequence[ReadText],
    held: dict[int, list[HeldText]],
    moves: Mapping[str, int],
) -> None:
    used = {piece.read for pieces in held.values() for piece in pieces}
    for index, entry in enumerate(entries):
        at = moves.get(entry.mark, -1) if entry.kind != "footnote" else -1
        if at >= 0 and index not in held and at not in used and bare(texts[at]):
            held[index] = [HeldText(at, label_end(texts[at]), own_end(texts[at]))]
            used.add(at)


def _shares(
    entries: Sequence[BaseEntry], text: ReadText, own: Sequence[tuple[Mark, int]]
) -> list[tuple[int, int]]:
    """Characters of a paragraph that belong to each of the texts marked in it."""
    if not own:
        return []
    if all(entries[index].kind == "front-matter" for _, index in own):
        return _front_matter(entries, text, own)
    mark, index = own[0]
    begins = mark.start if entries[index].lead or label_end(text) else 0
    starts = [begins, *(mark.start for mark, _ in own[1:])]
    return list(pairwise([*starts, own_end(text)]))


def _front_matter(
    entries: Sequence[BaseEntry], text: ReadText, own: Sequence[tuple[Mark, int]]
) -> list[tuple[int, int]]:
    """What a line of front matter says of each of its texts: what lies between its tabs.

    Words that take the place of all that was marked stand beside their mark, which is left empty.
    """
    as_drafted = all(
        text.text[mark.start : mark.end] == entries[index].printed for mark, index in own
    )
    here = [part_at(text.text, mark.start) for mark, _ in own]
    if as_drafted or len(set(here)) < len(own):
        return [(mark.start, mark.end) for mark, _ in own]
    parts = line_parts(text.text[: own_end(text)])
    return [parts[part] for part in here]


def _in_front(
    entries: Sequence[BaseEntry],
    texts: Sequence[ReadText],
    held: dict[int, list[HeldText]],
    labels: Collection[str],
) -> list[int]:
    """Find texts of front matter whose mark went with their words; give those that were found."""
    known = {
        index: (pieces[0].read, pieces[0].start, pieces[0].stop)
        for index, pieces in held.items()
        if pieces and entries[index].kind == "front-matter"
    }
    found = beside_known(entries, texts, known)
    held |= {index: [HeldText(*place)] for index, place in found.items()}
    used = {piece.read for pieces in held.values() for piece in pieces}
    for (first, start), (last, stop) in _gaps(entries, texts, held) if labels else ():
        between = range(first + 1, last)
        rows = [at for at in between if entries[at].kind == "front-matter" and at not in held]
        lost = [at for at in rows if entries[at].written]
        others = {drafted_words(entries[at]) for at in between} - {
            drafted_words(entries[at]) for at in lost
        }
        said = {at: bare(texts[at]) for at in range(start + 1, stop) if at not in used}
        free = [
            at
            for at, words in said.items()
            if texts[at].kind in ("cell", "paragraph") and words not in {"", *labels, *others}
        ]
        found |= rows_by_place(lost, free, texts)
    held |= {index: [HeldText(*place)] for index, place in found.items()}
    return list(found)


def own_end(text: ReadText) -> int:
    """Where a paragraph's own words end, before a sign-off that trails."""
    signed = [mark.start for mark in text.marks if mark.name.startswith(SIGNED)]
    return min(signed, default=len(text.text))


def _notes(texts: Sequence[ReadText]) -> dict[str, list[int]]:
    notes: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        if text.kind == "footnote":
            notes.setdefault(text.note, []).append(at)
    return notes


def _note_pieces(
    text: ReadText, start: int, notes: dict[str, list[int]], texts: Sequence[ReadText]
) -> Iterable[HeldText]:
    """The paragraphs of the footnote whose mark stands at a character of a text."""
    at = 0
    for span in text.spans:
        if span.note and at >= start:
            return [HeldText(one, 0, len(texts[one].text)) for one in notes.get(span.note, [])]
        at += len(span.text)
    return []


# ---------------------------------------------------------------- by words
def _by_words(
    entries: Sequence[BaseEntry], texts: Sequence[ReadText], held: dict[int, list[HeldText]]
) -> list[int]:
    """Find those without a mark between those that have one; give the entries that were found."""
    used = {piece.read for pieces in held.values() for piece in pieces}
    outside = (*_IN_CHARTS, "footnote")
    found: list[int] = []
    for (first, start), (last, stop) in _gaps(entries, texts, held):
        lost = [
            index
            for index in range(first + 1, last)
            if index not in held and entries[index].kind not in outside
        ]
        free = [
            at
            for at in range(start + 1, stop)
            if at not in used and texts[at].kind not in ("contents", "footnote")
        ]
        found += _aligned(entries, texts, lost, free, held)
        found += _by_place(entries, texts, lost, free, held)
    return found


def _gaps(
    entries: Sequence[BaseEntry], texts: Sequence[ReadText], held: Mapping[int, Sequence[HeldText]]
) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
    """Each two neighbouring known texts, as (entry, text)."""
    known = sorted(
        (index, pieces[0].read)
        for index, pieces in held.items()
        if pieces and entries[index].kind not in (*_IN_CHARTS, "footnote")
    )
    return pairwise([(-1, -1), *in_order(known), (len(entries), len(texts))])


def _by_place(
    entries: Sequence[BaseEntry],
    texts: Sequence[ReadText],
    lost: Sequence[int],
    free: Sequence[int],
    held: dict[int, list[HeldText]],
) -> list[int]:
    """A sentence or heading of the format, or a caption, that was rewritten stands where it did."""
    found: list[int] = []
    if all(index in held for index in lost):
        return found
    used = {piece.read for pieces in held.values() for piece in pieces}
    for at, index in enumerate(lost):
        entry = entries[index]
        alone = entry.kind in ("caption", "heading")
        kinds = (entry.kind,) if alone else ("paragraph", "item")
        by_format = not entry.written and (entry.kind == "heading" or entry.place)
        if index in held or not (by_format or entry.kind == "caption"):
            continue
        before = [held[one][-1].read for one in lost[:at] if held.get(one)]
        after = [held[one][0].read for one in lost[at + 1 :] if held.get(one)]
        between = [
            one
            for one in free
            if one not in used
            and (not before or one > before[-1])
            and (not after or one < after[0])
            and texts[one].kind in kinds
            and bare(texts[one])
        ]
        if between:
            text = texts[between[0]]
            held[index] = [HeldText(between[0], label_end(text), own_end(text))]
            used.add(between[0])
            found.append(index)
    return found


def _notes_by_words(
    entries: Sequence[BaseEntry], texts: Sequence[ReadText], held: dict[int, list[HeldText]]
) -> list[int]:
    used = {piece.read for pieces in held.values() for piece in pieces}
    lost = [at for at, one in enumerate(entries) if one.kind == "footnote" and at not in held]
    free = [at for at, one in enumerate(texts) if one.kind == "footnote" and at not in used]
    return _aligned(entries, texts, lost, free, held)


def _elsewhere_by_words(
    entries: Sequence[BaseEntry], texts: Sequence[ReadText], held: dict[int, list[HeldText]]
) -> list[int]:
    """Texts that lost their mark when they were cut and pasted: long ones with the same words."""
    used = {piece.read for pieces in held.values() for piece in pieces}
    there: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        if at not in used and text.kind not in ("contents", "footnote"):
            there.setdefault(bare(text), []).append(at)
    found: list[int] = []
    for index, entry in enumerate(entries):
        known = there.get(drafted_words(entry)) if entry.mark and index not in held else None
        if known and len(entry.printed) >= LONG:
            at = known.pop(0)
            held[index] = [HeldText(at, len(entry.lead), own_end(texts[at]))]
            found.append(index)
    return found


def in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs in which both sides rise; pairs are sorted by their first."""
    tails: list[int] = []  # index into pairs of the smallest last of a run of each length
    before: dict[int, int] = {}
    for index, (_, value) in enumerate(pairs):
        at = bisect_left(tails, value, key=lambda one: pairs[one][1])
        if at:
            before[index] = tails[at - 1]
        tails[at : at + 1] = [index]
    run: list[int] = []
    at_last = tails[-1] if tails else None
    while at_last is not None:
        run.append(at_last)
        at_last = before.get(at_last)
    return [pairs[index] for index in reversed(run)]


def _aligned(
    entries: Sequence[BaseEntry],
    texts: Sequence[ReadText],
    lost: Sequence[int],
    free: Sequence[int],
    held: dict[int, list[HeldText]],
) -> list[int]:
    """Pair what stands between two known places: equal words, then similar ones."""
    ours = [drafted_words(entries[index]) for index in lost]
    in_lines = any(entries[index].kind == "front-matter" for index in lost)
    parts = [one for at in free for one in _parts(at, texts[at], ours if in_lines else None)]
    theirs = [_says(texts[part.read], part) for part in parts]
    found: list[int] = []

    def keep(index: int, at: int) -> None:
        entry, part = entries[lost[index]], parts[at]
        text = texts[part.read].text[part.start : part.stop]
        if part.start == 0 and entry.lead and text.startswith(entry.lead):
            part = HeldText(part.read, len(entry.lead), part.stop)
        held[lost[index]] = [part]
        found.append(lost[index])

    for index, at in aligned(ours, theirs):
        if {entries[lost[index]].kind, texts[parts[at].read].kind} != {"caption", "cell"}:
            keep(index, at)
    return found


def _parts(at: int, text: ReadText, ours: Collection[str] | None) -> list[HeldText]:
    """What a text may say of several texts: a line of front matter has tabs between its own.

    ours: what the texts say that are looked for; None where none of them is front matter.
    """
    whole = HeldText(at, label_end(text), own_end(text))
    if ours is None or "\t" not in text.text or bare(text) in ours:
        return [whole]
    parts = line_parts(text.text[: whole.stop])
    return [HeldText(at, max(start, whole.start), stop) for start, stop in parts]


def _says(text: ReadText, part: HeldText) -> str:
    whole = (part.start, part.stop) == (label_end(text), own_end(text))
    return bare(text) if whole else " ".join(text.text[part.start : part.stop].split())


def aligned(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Which of two sequences of texts are the same, in order: equal ones, then similar ones."""
    found: list[tuple[int, int]] = []
    for kind, start, end, begin, stop in SequenceMatcher(None, ours, theirs, False).get_opcodes():
        if kind == "equal":
            found += [(start + step, begin + step) for step in range(end - start)]
            continue
        at = begin
        for index in range(start, end):
            like = [(likeness(ours[index], theirs[one]), -one) for one in range(at, stop)]
            best, place = max(like, default=(0.0, 0))
            if best >= ALIKE:
                found.append((index, -place))
                at = 1 - place
    return found


def drafted_words(entry: BaseEntry) -> str:
    """The words of a text of a draft with its lead; numbers of references as §."""
    made, at = entry.lead, 0
    for span in entry.spans:
        if span.reference:
            made += entry.printed[at : span.at] + REFERRED
            at = span.to
    return " ".join(f"{made}{entry.printed[at:]}".split())


def label_end(text: ReadText) -> int:
    """How long the label and number of a caption are: 'Figure 1: '."""
    at, end = 0, 0
    for span in text.spans:
        at += len(span.text)
        if span.counted:
            end = at
    if not end:
        return 0
    behind = text.text[end:]
    return end + len(behind) - len(behind.lstrip(":. \u2013-"))


def bare(text: ReadText, referred: str = REFERRED) -> str:
    """The words of a text without a caption's label and a sign-off.

    referred: what stands for the numbers of references; '' for these themselves.
    """
    start, stop = label_end(text), own_end(text)
    made, at = "", 0
    for span in text.spans:
        shown = span.text[max(0, start - at) : max(0, stop - at)]
        made += referred if referred and span.reference and shown else shown
        at += len(span.text)
    return " ".join(made.split())


# ---------------------------------------------------------------- joined and divided
def _joined(entries: Sequence[BaseEntry], held: dict[int, list[HeldText]]) -> list[Pair]:
    """Texts that share a paragraph together, each with all its pieces; what is gone with none."""
    group = {index: index for index in range(len(entries))}

    def root(index: int) -> int:
        while group[index] != index:
            index = group[index]
        return index

    by_read: dict[int, int] = {}
    for index in sorted(held):
        for piece in held[index]:
            other = by_read.setdefault(piece.read, index)
            apart = entries[index].kind == entries[other].kind == "front-matter"
            if not apart:
                group[root(index)] = root(other)
    members: dict[int, list[int]] = {}
    for index, entry in enumerate(entries):
        if entry.kind not in _IN_CHARTS:
            members.setdefault(root(index), []).append(index)
    return [
        Pair(
            tuple(ones),
            tuple(
                sorted(
                    {p for one in ones for p in held.get(one, [])}, key=lambda p: (p.read, p.start)
                )
            ),
        )
        for ones in sorted(members.values())
    ]


def joined_since(pairing: Pairing, became: Mapping[int, int]) -> Pairing:
    """The pairing with texts that are one text by now as one pair. became: as of `now_of`."""
    made: list[Pair] = []
    for one in pairing.pairs:
        last = made[-1] if made else None
        now = became.get(one.entries[0])
        if last is not None and now is not None and became.get(last.entries[-1]) == now:
            made[-1] = Pair((*last.entries, *one.entries), (*last.pieces, *one.pieces))
        else:
            made.append(one)
    return replace(pairing, pairs=tuple(made))
