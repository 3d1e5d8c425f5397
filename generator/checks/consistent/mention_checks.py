"""Tables and figures that nothing speaks of; appendices that are numbered and lettered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.checks.consistent.consistent_rules import APPENDIX_SCHEME, UNMENTIONED
from generator.checks.held import Held
from generator.checks.paper_sections import appendix_start
from generator.model.issues import Issue
from generator.model.release.paper import PaperText
from generator.model.wording.late_pattern import late_pattern

_CAPTION = late_pattern(r"\s*(table|figure|chart)\s+(\d{1,3})\b", re.IGNORECASE)
_JOINT = r"(?:\s*(?:,\s*and\b|,|and\b|or\b|to\b|&|-|\N{EN DASH})\s*)?"
_NAMED = late_pattern(rf"\b(tables?|figures?|charts?)\s+((?:\d{{1,3}}\b{_JOINT})+)", re.IGNORECASE)
_RANGE = late_pattern(r"(\d{1,3})(?:\s*(?:to|-|\N{EN DASH})\s*(\d{1,3}))?")
_APPENDIX = late_pattern(
    r"\b(?:[Aa]ppendix|APPENDIX|[Aa]nnexe?)\s+(?:(\d{1,2})|([A-Z]))\b(?!\s+(?:of|to)\s+(?:the|its)\b)"
)


def check_mentions(held: Held) -> Iterator[Issue]:
    """Each table and figure before the appendices is named in the text."""
    paper = held.paper
    stop = appendix_start(paper, held.format)
    named = _named(held)
    for at, text in enumerate(paper.texts[:stop]):
        found = _CAPTION.match(text.text) if text.kind == "caption" else None
        if found is not None and (found[1].casefold(), int(found[2])) not in named:
            if _NAMED.search(text.text, found.end()):
                continue  # 'Table 4: Figures shown in Figure 3' goes with what it names
            shown = " ".join(found[0].split())
            kind = "Table" if found[1].casefold() == "table" else "Figure"
            if f"{kind} {int(found[2])}" in held.excused:
                continue
            what = f"nothing in the text speaks of {shown}"
            yield held.issue(UNMENTIONED, paper.where(at), what)


def _named(held: Held) -> frozenset[tuple[str, int]]:
    """Every table and figure that the text names."""
    found: set[tuple[str, int]] = set()
    for at, named in held.found(_named_in):
        text = held.paper.texts[at]
        if text.kind not in ("caption", "contents") and text.story not in ("header", "footer"):
            found.update((kind, one) for kind, one in named)
    return frozenset(found)


def _named_in(words: str) -> list[tuple[str, int]]:
    """What a text names, ranges and lists taken apart."""
    return [
        (match[1].casefold().removesuffix("s"), one)
        for match in _NAMED.finditer(words)
        for first, last in _RANGE.findall(match[2])
        for one in range(int(first), int(last or first) + 1)
    ]


def check_appendix_scheme(held: Held) -> Iterator[Issue]:
    """'Appendix 1' and 'Appendix A' in one paper."""
    found: dict[str, list[tuple[int, str]]] = {"numbers": [], "letters": []}
    for at, text in enumerate(held.paper.texts):
        if not _speaks(text):
            continue
        for match in _APPENDIX.finditer(text.text):
            found["numbers" if match[1] else "letters"].append((at, match[0]))
    rare, usual = sorted(found, key=lambda kind: len(found[kind]))
    if held.format is not None and found[rare]:
        usual = "numbers" if held.format.appendices.scheme == "1" else "letters"
        rare = "letters" if usual == "numbers" else "numbers"
    counts = Counter(shown for _, shown in found[usual])
    if found[rare] and counts:
        at, shown = found[rare][0]
        what = f"{shown!r} stands beside {counts.most_common(1)[0][0]!r}"
        yield held.issue(APPENDIX_SCHEME, held.paper.where(at, shown), what)


def _speaks(text: PaperText) -> bool:
    return (text.kind != "contents" and "ppend" in text.text.casefold()) or "nnex" in text.text
