"""What kind of question a column of answers looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.model.frozen import dataclass
from generator.model.survey.codebook import QuestionKind
from generator.survey.answers.decode import read_number
from generator.survey.answers.free_text import find_personal
from generator.survey.answers.when import is_day_first, read_when
from generator.survey.inspection.scales import (
    DO_NOT_KNOW,
    NOT_APPLICABLE,
    PREFER_NOT,
    TEST_MARKS,
    recognise_scale,
)
from generator.survey.likeness import fold

MAX_OPTIONS = 40
_AN_OPTION = 3
"""From so many who chose it on, 'test' among options is one."""
_FIRST_NUMBER = re.compile(r"\d[\d, ]*\d|\d")
_LAST = re.compile(r"^(?:other|others|something else|none of (?:these|the above))\b")
_PERSONAL_KINDS = frozenset({"e-mail address", "telephone number", "National Insurance number"})
_PERSONAL_HEADING = re.compile(
    r"^(?:(?:what is |please (?:give|enter|provide) )?(?:your |staff |employee )?"
    r"(?:full |first |last |family |sur)?name|.*\b(?:manager|supervisor|colleague)(?:'s)? name"
    r"|.*\be-?mail(?: address)?|.*\b(?:tele)?phone(?: number)?|.*\bmobile(?: number)?"
    r"|.*\b(?:payroll|employee|staff) (?:number|no\.?|id)|.*\bnational insurance\b.*"
    r"|(?:your )?(?:home |work )?(?:address|post ?code)|ip(?: address)?|.*\bdate of birth\b.*)\W*$"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a column looks like.

    options: in order, most common spelling of each; of a number question, the answers that are no
    numbers. written_in: different answers that were written in beside the options. tests: answers
    that only say 'test', and are no options.
    """

    kind: QuestionKind
    options: tuple[str, ...] = ()
    scale: str = ""
    prefer_not_to_say: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    separator: str = ""
    written_in: int = 0
    tests: tuple[str, ...] = ()


def look_at(heading: str, counts: Mapping[str, int], separators: tuple[str, ...]) -> Seen:
    """The kind of a column with these distinct answers, none of them blank."""
    if _PERSONAL_HEADING.match(fold(heading)) or _holds_personal(counts):
        return Seen("personal")
    spellings = merge_spellings(counts)
    prefer = tuple(text for text in spellings if fold(text) in PREFER_NOT)
    not_applicable = tuple(text for text in spellings if fold(text) in NOT_APPLICABLE)
    answers = {t: n for t, n in spellings.items() if t not in (*prefer, *not_applicable)}
    tests = _tests(answers, separators)
    rest = {text: count for text, count in answers.items() if text not in tests}
    seen = replace(_scale_or_other(rest, separators), prefer_not_to_say=prefer, tests=tests)
    return replace(seen, not_applicable=(*not_applicable, *seen.not_applicable))


def _tests(counts: Mapping[str, int], separators: tuple[str, ...]) -> tuple[str, ...]:
    """The answers that only say 'test', unless that is one of the options, as a tester's may be."""
    marks = tuple(text for text in counts if fold(text) in TEST_MARKS)
    if not marks:
        return ()
    rest = {text: count for text, count in counts.items() if text not in marks}
    seen = _scale_or_other(rest, separators)
    if seen.kind == "multi":
        options = {fold(piece) for text in rest for piece in text.split(seen.separator)}
        return tuple(text for text in marks if fold(text) not in options)
    return tuple(t for t in marks if seen.kind != "single" or counts[t] < _AN_OPTION)


def _scale_or_other(rest: Mapping[str, int], separators: tuple[str, ...]) -> Seen:
    unsure = tuple(text for text in rest if fold(text) in DO_NOT_KNOW)
    found = recognise_scale(rest)
    if found is None and unsure:
        # 'Don't know' beside the steps of a scale is no step of it.
        found = recognise_scale([text for text in rest if text not in unsure])
        if found:
            return Seen("scale", tuple(found[1]), found[0], not_applicable=unsure)
    if found is not None:
        return Seen("scale", tuple(found[1]), found[0])
    return _open_or_closed(rest, separators)


def merge_spellings(counts: Mapping[str, int]) -> dict[str, int]:
    """Answers that differ in white space or case only, under their most common spelling."""
    best: dict[str, str] = {}
    total: dict[str, int] = {}
    for text, count in counts.items():
        folded = fold(text)
        if folded not in best or count > counts[best[folded]]:
            best[folded] = text
        total[folded] = total.get(folded, 0) + count
    return {" ".join(best[folded].split()): total[folded] for folded in best}


def _open_or_closed(counts: Mapping[str, int], separators: tuple[str, ...]) -> Seen:
    if not counts:
        return Seen("text")
    for separator in separators:
        if pieces := joined_pieces(counts, separator):
            options, written_in = _offered(pieces)
            if options:
                return Seen("multi", options, separator=separator, written_in=written_in)
    numbers = _share(counts, lambda text: read_number(fold(text)) is not None)
    if len(counts) > 2 and (numbers == 1 or (numbers > 0.9 and len(counts) > 12)):
        return Seen("number", tuple(t for t in counts if read_number(fold(t)) is None))
    day_first = is_day_first(counts, True)
    if _share(counts, lambda text: read_when(text, day_first) is not None) == 1:
        return Seen("date")
    if _looks_closed(counts):
        options, written_in = _offered(counts)
        # A few answers that all were written in are no choice of anything.
        if options:
            return Seen("single", options, written_in=written_in)
    return Seen("text")


def joined_pieces(counts: Mapping[str, int], separator: str) -> dict[str, int]:
    """The options, with their counts, of a question whose answers are joined in one cell; none
    where it is no such question.

    Pieces must come again in other company: 'Yes, always' in every second cell is one option. Those
    that a few people wrote in beside the options cannot.
    """
    ended = sum(n for text, n in counts.items() if text.rstrip().endswith(separator))
    total = sum(counts.values())
    joined = [text for text in counts if separator in text.rstrip().rstrip(separator)]
    if ended <= total * 0.8 and sum(counts[text] for text in joined) < max(2, total * 0.05):
        return {}
    plain = {piece.strip() for text in counts for piece in text.split(separator)}
    if len(plain) > 3 * MAX_OPTIONS:
        return {}
    pieces: dict[str, int] = {}
    company: dict[str, set[str]] = {}
    for text, parts in _split(counts, separator).items():
        count = counts[text]
        for part in parts:
            pieces[part] = pieces.get(part, 0) + count
            company.setdefault(part, set()).add(text)
    if len(pieces) > MAX_OPTIONS:
        return {}
    apart = sum(len(company[part]) > 1 for part in pieces)
    offered = len(pieces) - len(_written_in(pieces))
    if ended <= total * 0.8 and (apart < 2 or apart < offered * 0.6):
        return {}
    return pieces


def _split(texts: Iterable[str], separator: str) -> dict[str, list[str]]:
    """The pieces of each text.

    Two that only come together, the second going on in small letters, are one option that holds
    the separator: 'Workshops, talks and events'.
    """
    split = {text: [p for p in map(str.strip, text.split(separator)) if p] for text in texts}
    while pairs := _always_together(split.values()):
        first, second = pairs
        for text, parts in split.items():
            if first in parts:
                at = parts.index(first)
                split[text] = [*parts[:at], f"{first}{separator} {second}", *parts[at + 2 :]]
    return split


def _always_together(rows: Collection[Sequence[str]]) -> tuple[str, str] | None:
    after: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    for parts in rows:
        for one, other in zip(["", *parts], [*parts, ""], strict=True):
            after.setdefault(one, set()).add(other)
            before.setdefault(other, set()).add(one)
    for first, followers in after.items():
        second = min(followers)
        together = first and len(followers) == 1 and before[second] == {first}
        if together and second[:1].islower():
            return first, second
    return None


def _offered(counts: Mapping[str, int]) -> tuple[tuple[str, ...], int]:
    """The options in their order, and how many of the answers were rather written in.

    Several answers that nobody else gave, beside options that many chose, were written in.
    """
    written = _written_in(counts)
    options = [text for text in counts if text not in written]
    options.sort(key=lambda text: (bool(_LAST.match(fold(text))), -counts[text]))
    return tuple(bands_in_order(options)), len(written)


def _written_in(counts: Mapping[str, int]) -> set[str]:
    once = [text for text, count in counts.items() if count == 1]
    often = sum(counts.values()) - len(once)
    written = set(once) if len(once) >= 3 and often >= 10 * len(once) else set()
    return written | {text for text in once if _names_somebody(text, share=0.0)}


def bands_in_order(options: Sequence[str]) -> list[str]:
    """Bands of ages, years or money in their own order, others such as 'Unknown' last.

    Options that are no bands stay as they are.
    """
    ends = {text: _lower_end(text) for text in options}
    if len(options) <= 2 or sum(end is not None for end in ends.values()) < len(options) * 0.6:
        return list(options)
    return sorted(options, key=lambda text: (ends[text] is None, ends[text] or 0.0))


def _lower_end(text: str) -> float | None:
    """The number that a band starts from: '25 to 34' 25, 'Under 25' just below 25, '5+' 5."""
    found = _FIRST_NUMBER.search(text)
    if not found:
        return None
    number = float(re.sub("[, ]", "", found.group()))
    before = set(fold(text[: found.start()]).replace("<", "< ").split())
    if before & {"under", "below", "less", "up", "fewer", "<"}:
        return number - 0.5
    return number + 0.5 if before & {"over", "above", "more", ">"} else number


def _looks_closed(counts: Mapping[str, int]) -> bool:
    """Whether answers repeat enough to be options that were offered."""
    total, distinct = sum(counts.values()), len(counts)
    longest = max(len(text) for text in counts)
    once = sum(count == 1 for count in counts.values())
    if longest > 250 or distinct > 300:
        return False
    if distinct > MAX_OPTIONS:
        return longest < 80 and distinct <= total * 0.3 and once <= distinct * 0.2
    if distinct <= 3:
        return total > distinct or longest <= 30
    return distinct <= max(total * 0.3, min(8, total * 0.5)) and once <= distinct * 0.6


def _holds_personal(counts: Mapping[str, int]) -> bool:
    """Whether most short answers are an e-mail address, a telephone or an insurance number."""
    sample = list(counts)[:200]
    hits = sum(len(text) < 80 and _names_somebody(text, share=0.6) for text in sample)
    return hits > len(sample) * 0.3


def _names_somebody(text: str, share: float) -> bool:
    """Whether more than this share of the text is an address or number that names somebody."""
    return any(
        find.kind in _PERSONAL_KINDS and find.end - find.start > len(text) * share
        for find in find_personal(text)
    )


def _share(counts: Mapping[str, int], fits: Callable[[str], bool]) -> float:
    total = sum(counts.values())
    return sum(n for text, n in counts.items() if fits(text)) / total if total else 0.0
