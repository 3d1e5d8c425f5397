"""References: fields that say what they point at, typed ones that are in the paper, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from generator.checks.consistent.consistent_rules import FOOTNOTE_LOST, REFERENCE_WRONG
from generator.checks.consistent.named_places import Places, places_of
from generator.checks.held import Held
from generator.checks.paper_sections import sentences_of
from generator.checks.quick_looks import has_any, has_digit
from generator.model.issues import Issue
from generator.model.release.paper import Paper, PaperText
from generator.model.wording.late_pattern import late_pattern

_REF = late_pattern(r"\s*REF\s+(\S+)(.*)", re.IGNORECASE)
_NUMBERED = late_pattern(r"\\[rnw]\b", re.IGNORECASE)
_NUMBER = r"\d{1,3}(?:\.\d{1,3})*"
_JOINT = r"\s*(?:,\s*and\b|,|and\b|or\b|to\b|&|\N{EN DASH}|-)\s*"
_COUNT, _LETTER = r"\d{1,3}\b", r"(?:\d{1,2}|[A-Z])\b"
_TYPED = late_pattern(
    rf"\b(?:(?P<kind>paragraphs?|paras?\.?|sections?)\s+(?P<of>{_NUMBER}(?:{_JOINT}{_NUMBER}\b)*)"
    r"|(?P<kind2>Tables?|tables?|Figures?|figure|Charts?|chart|[Rr]ecommendations?)\s+"
    rf"(?P<of2>{_COUNT}(?:{_JOINT}{_COUNT}(?!\s*(?:%|per\s?cent)))*)"
    r"|(?P<kind3>[Aa]ppendix|[Aa]ppendices|[Aa]nnexe?)\s+"
    rf"(?P<of3>{_LETTER}(?:{_JOINT}{_LETTER})*))"
)
_ONE = late_pattern(rf"{_NUMBER}|\b[A-Z]\b")
_ELSEWHERE = late_pattern(
    r"(?:\(\d+\)|[A-Z]?\s*,?\s*(?:of|in|to|from)\s+(?!this\b)|[A-Z](?![a-z])|\s*(?:of|to)\s+Schedule|:\d)"
)
_LAW = late_pattern(
    r"\b(?:Acts?|Regulations?|Order|Schedule|Constitution|Code|Directive|Guidance|Framework|Rules|Convention"
    r"|Treaty|statut\w+|legislation|Ofsted|inspection\s+report)\b|\bs\.\s?\d"
)
_KINDS = ("para", "section", "able", "igure", "hart", "ecommend", "ppendi", "nnex")
_HERE = "\N{OBJECT REPLACEMENT CHARACTER}"


def check_fields(held: Held) -> Iterator[Issue]:
    """Cross-references that Word keeps: what they point at is there, and is what they say."""
    paper = held.paper
    marked = {name.casefold(): at for at, text in enumerate(paper.texts) for name in text.bookmarks}
    for at, text in enumerate(paper.texts):
        if text.kind == "contents":
            continue
        for field, said in _fields(text):
            found = _REF.match(field)
            target = (
                found[1].casefold() if found is not None else field.removeprefix("#").casefold()
            )
            if not said.strip() or target == "_top":
                continue
            if target not in marked:
                what = f"{said!r} points at something that is not in the paper"
                yield held.issue(REFERENCE_WRONG, paper.where(at, said), what)
            elif found is not None and not _says(paper.texts[marked[target]], said, found[2]):
                right = _own(paper.texts[marked[target]])
                what = f"the cross-reference says {said!r}, and points at {right!r}"
                yield held.issue(REFERENCE_WRONG, paper.where(at, said), what)


def _fields(text: PaperText) -> Iterator[tuple[str, str]]:
    """Each REF field, or link inside the file, with the words that it shows."""
    shown: list[tuple[str, str]] = []
    previous = None
    for run in text.runs:
        key = (
            run.field
            if run.field and _REF.match(run.field)
            else run.link
            if run.link[:1] == "#"
            else ""
        )
        if key and key == previous:
            shown[-1] = (key, shown[-1][1] + run.text)
        elif key:
            shown.append((key, run.text))
        previous = key
    return iter(shown)


def _says(target: PaperText, said: str, switches: str) -> bool:
    """Whether a field shows the number, or some of the words, of what it points at."""
    plain = _plain(said)
    if _NUMBERED.search(switches):
        number = _plain(target.number).rstrip(".")
        return (
            not number or number.endswith(plain.rstrip(".")) or plain.rstrip(".").endswith(number)
        )
    return plain in _plain(f"{target.number} {target.text}") or not target.text.strip()


def _own(target: PaperText) -> str:
    return " ".join(f"{target.number} {target.text}".split())[:60]


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


# ---------------------------------------------------------------- typed
def check_typed_references(held: Held) -> Iterator[Issue]:
    """'paragraph 3.5', 'Table 2' and the like, written by hand."""
    places, exempt = places_of(held.paper), _exempt_paragraphs(held)
    for at, text in enumerate(held.paper.texts):
        if text.kind in ("contents", "caption", "heading") or text.story in ("header", "footer"):
            continue
        if not has_digit(text.text) and not has_any(text.text, ("ppendi", "nnex")):
            continue
        if not has_any(text.text, _KINDS):
            continue
        words = "".join(_HERE if _REF.match(run.field) else run.text for run in text.runs)
        for found in _TYPED.finditer(words):
            wrong = _wrong(found, words, places)
            if wrong and not _is_exempt(found, exempt):
                yield held.issue(REFERENCE_WRONG, held.paper.where(at, found[0]), wrong)


def _exempt_paragraphs(held: Held) -> frozenset[str]:
    """The paragraphs of the schedule that the report or a part of it is exempt under."""
    report = held.report
    if report is None:
        return frozenset()
    exempt = [report.exemption, *(one.exemption for one in report.appendices)]
    return frozenset(str(number) for one in exempt if one for number in one.paragraphs)


def _is_exempt(found: re.Match[str], exempt: Collection[str]) -> bool:
    """Whether 'paragraph 3' speaks of the schedule, as in 'Exempt: paragraph 3'."""
    paragraph = (found["kind"] or "").casefold().startswith("para")
    return paragraph and all(one in exempt for one in _ONE.findall(found["of"]))


def _wrong(found: re.Match[str], words: str, places: Places) -> str:
    kind = (found["kind"] or found["kind2"] or found["kind3"]).casefold().rstrip(".")
    listed = found["of"] or found["of2"] or found["of3"]
    known = places.of(kind)
    if known is None or _ELSEWHERE.match(words, found.end()) or _of_law(found, words, kind):
        return ""
    ones = _ONE.findall(listed)
    missing = [one for one in ones if one not in known and one.rstrip("0").rstrip(".") not in known]
    if missing:
        return f"{found[0]!r}: there is no {_singular(kind)} {missing[0]} in the paper"
    ranged = re.search(r"\bto\b|\N{EN DASH}|-", listed)
    if ranged and len(ones) == 2 and _sortable(ones[0]) >= _sortable(ones[1]):
        return f"{found[0]!r} ends before it begins"
    return ""


def _of_law(found: re.Match[str], words: str, kind: str) -> bool:
    """Whether a section or paragraph is one of a law or of another document."""
    if not kind.startswith(("section", "para")) or "." in (found["of"] or ""):
        return False
    sentence = next((one for one in sentences_of(words) if found[0] in one), words)
    return _LAW.search(sentence) is not None or words[found.end() : found.end() + 1].isalpha()


def _singular(kind: str) -> str:
    kinds: Mapping[str, str] = {"appendices": "appendix", "paras": "paragraph", "para": "paragraph"}
    return kinds.get(kind, kind.removesuffix("s"))


def _sortable(one: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else ord(part) for part in one.split("."))


# ---------------------------------------------------------------- footnotes
def check_footnotes(held: Held) -> Iterator[Issue]:
    """Each mark has its note, each note one mark."""
    paper = held.paper
    marks = Counter(
        run.note for text in paper.texts for run in text.runs if run.note and not text.note
    )
    notes = {text.note: at for at, text in reversed(list(enumerate(paper.texts))) if text.note}
    places = _marks(paper)
    for note, count in marks.items():
        place = paper.where(places[note])
        if note not in notes:
            yield held.issue(FOOTNOTE_LOST, place, "the mark of a footnote has no note")
        elif count > 1:
            yield held.issue(FOOTNOTE_LOST, place, f"one footnote has {count} marks")
    for note, at in notes.items():
        if note not in marks:
            yield held.issue(FOOTNOTE_LOST, paper.where(at), "a footnote has no mark in the text")


def _marks(paper: Paper) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, text in enumerate(paper.texts):
        for run in text.runs:
            if run.note:
                found[run.note] = at
    return found
