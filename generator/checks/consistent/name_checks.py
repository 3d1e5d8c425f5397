"""Names spelt in two ways, and the title in its several places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from generator.checks.consistent.consistent_rules import NAME_SPELT, TITLE_DIFFERS
from generator.checks.held import Held
from generator.checks.paper_sections import plain_heading
from generator.checks.quick_looks import has_any
from generator.model.issues import Issue
from generator.model.release.paper import Paper
from generator.model.wording.late_pattern import late_pattern

_PAIR = late_pattern(r"(?=\b([A-Z][a-z]{1,20})\s+([A-Z][a-z]{3,20}(?:-[A-Z][a-z]+)?)\b)")
_BODY = late_pattern(
    r"\b(?:[A-Z][\w'\N{RIGHT SINGLE QUOTATION MARK}]+,?\s+(?:(?:and|of|for|the|&)\s+)*){1,8}"
    r"(?:Panel|Committee|Commission|Board|Council)\b"
)
_OF_BODIES = ("Panel", "Comm", "Board", "Council")
_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
_TITLE = late_pattern(r"(?:report\s+)?title(?:\s+of\s+report)?|subject", re.IGNORECASE)
_FILE = late_pattern(r"\S+\.(?:docx?|odt|rtf|pdf|dotx)", re.IGNORECASE)
_ALIKE, _MOST, _LONG = 0.9, 60, 15


def check_names(held: Held) -> Iterator[Issue]:
    """Two spellings of one person's or body's name, the rarer one told."""
    paper = held.paper
    people: dict[tuple[str, str], list[int]] = defaultdict(list)
    bodies: dict[str, list[int]] = defaultdict(list)
    for at, (pairs, named) in held.found(_names_in):
        if paper.texts[at].kind == "contents":
            continue
        for first, last in pairs:
            people[first, last].append(at)
        for name in named:
            bodies[name].append(at)
    yield from _told(held, {" ".join(name): places for name, places in _near_people(people)})
    yield from _told(held, dict(_near_bodies(bodies)))


def _names_in(words: str) -> list[list[Any]]:
    """Two words in capitals each, and the names of bodies; nothing where there are none."""
    bodies = _BODY.findall(words) if has_any(words, _OF_BODIES) else []
    plain = [" ".join(one.replace(_CURLY, "'").split()) for one in bodies]
    found = [_PAIR.findall(words), plain]
    return found if any(found) else []


def _told(held: Held, pairs: Mapping[str, tuple[int, str]]) -> Iterator[Issue]:
    for name, (at, other) in pairs.items():
        what = f"{name!r} is spelt {other!r} elsewhere"
        yield held.issue(NAME_SPELT, held.paper.where(at, name), what)


def _near_people(
    people: Mapping[tuple[str, str], list[int]],
) -> Iterator[tuple[tuple[str, str], tuple[int, str]]]:
    """Names of two words, one of which is the same and the other off by a letter."""
    for same in (0, 1):
        groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name in people:
            groups[name[same]].append(name)
        for names in groups.values():
            for one, other in combinations(names[:_MOST], 2):
                if _off_by_a_letter(one[1 - same], other[1 - same]):
                    rare, usual = sorted((one, other), key=lambda name: len(people[name]))
                    yield rare, (people[rare][0], " ".join(usual))


def _off_by_a_letter(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or len(short) < 4 or one[0] != other[0]:
        return False
    if long == f"{short}s" or long == f"{short}d" or long[:-1] + "y" == short:
        return False
    if len(long) == len(short):
        differing = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = len(differing) == 2 and differing[1] == differing[0] + 1
        return len(differing) == 1 or (
            swapped
            and one[differing[0]] == other[differing[1]]
            and one[differing[1]] == other[differing[0]]
        )
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _near_bodies(bodies: Mapping[str, list[int]]) -> Iterator[tuple[str, tuple[int, str]]]:
    counts = Counter({name: len(places) for name, places in bodies.items()})
    names = [name for name, _ in counts.most_common(_MOST)]
    for usual, rare in combinations(names, 2):
        one, other = _letters(usual), _letters(rare)
        same_end = usual.rsplit(" ", 1)[-1] == rare.rsplit(" ", 1)[-1]
        within = one.endswith(other) or other.endswith(one)
        if same_end and not within and len(one) > _LONG and _alike(one, other):
            yield rare, (bodies[rare][0], usual)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _letters(name: str) -> str:
    return name.removeprefix("The ").casefold()


# ---------------------------------------------------------------- title
def check_title_places(held: Held) -> Iterator[Issue]:
    """The title of the front matter, of the properties and of the page header."""
    paper = held.paper
    found = _titled(paper)
    if found is None:
        return
    at, title = found
    said = paper.properties.get("title", "").strip()
    if said and not _FILE.fullmatch(said) and _plain(title) not in _plain(said):
        what = f"the title is {title!r}, and {said!r} in the file's properties"
        yield held.issue(TITLE_DIFFERS, paper.where(at, title), what)
    for index, text in enumerate(paper.texts):
        words = text.text.strip()
        titled = text.story == "header" and len(words.split()) > 2
        if titled and _plain(words) != _plain(title) and _alike(_plain(words), _plain(title)):
            what = f"the header says {words!r}, and the title is {title!r}"
            yield held.issue(TITLE_DIFFERS, paper.where(index), what)


def _titled(paper: Paper) -> tuple[int, str] | None:
    """The value of the row for the title."""
    for at, text in enumerate(paper.texts[:-1]):
        value = paper.texts[at + 1]
        labelled = text.column == 0 and value.column == 1 and value.row == text.row
        if labelled and _TITLE.fullmatch(text.text.strip().rstrip(":")) and value.text.strip():
            return at + 1, " ".join(value.text.split())
    return None


def _plain(title: str) -> str:
    return plain_heading(title)
