"""What templates say where an author should have filled in, chosen or deleted."""

from __future__ import annotations

import re

from generator.checks.quick_looks import has_any
from generator.model.wording.late_pattern import late_pattern

_COUNCIL_WORDS = (
    r"(?:recommendation|report|reason|decision|ward|director|member|employee|officer|author"
    r"|appendix|implication|councillor|committee|paper|date|contact)"
)
_TO_BE = r"(?:to\s+be|has\s+been|have\s+been|will\s+be|was|were|is|are)"
_FILL_IN = r"(?:insert|enter|add|type|name|date|title|number|amount)"
_CHOICES = (
    rf"\b{_TO_BE}\s?/\s?{_TO_BE}\b",
    rf"\b{_COUNCIL_WORDS}(?:\(s\)|/s)(?!\w)",
    r"\bdelete\s+(?:as|where|if|whichever)\s+(?:is\s+)?(?:appropriate|applicable|necessary)\b",
    r"\bdelete\s+(?:as|where|if|whichever)\s+(?:is\s+)?not\s+(?:applicable|required|needed)\b",
    r"\byes\s?/\s?no\b(?=\s*(?:$|\*|[(\[]delete))",
    r"\bchoose\s+an\s+item\b",
)
_GUIDANCE = (
    r"^\s*[\[(<]?\s*(?:guidance|drafting)(?:\s+notes?)?\s*[:\N{EN DASH}-]",
    r"^\s*[\[(<]?\s*(?:notes?|instructions?)\s+(?:to|for)\s+(?:the\s+)?(?:report\s+)?"
    r"(?:authors?|officers?|writers?)\b\s*[:\N{EN DASH}-]",
    r"\bplease\s+(?:insert|delete|complete|fill\s+in|enter|set\s+out|add\s+(?:your|the))\b",
    r"\b(?:e\.g\.|for\s+example)\s+insert\b",
    r"\bthis\s+section\s+should\s+(?:set\s+out|include|contain|describe|explain|summarise)\b",
    r"\breport\s+authors?\s+(?:must|should)\b",
)
_GAPS = (
    rf"\[\s*(?:{_FILL_IN}|xx+|tbc|to\s+(?:be\s+)?(?:insert|add|complete|confirm)\w*)\b"
    r"[^\]\n]{0,80}\]",
    r"\[\s*insert\b",
    rf"<\s*{_FILL_IN}\b[^>\n]{{0,80}}>?",
    r"\bclick\s+(?:or\s+tap\s+)?(?:here\s+)?to\s+(?:enter|add|insert)\s+(?:text|a\s+date|title)\b",
    r"\blorem\s+ipsum\b|\bdolor\s+sit\s+amet\b",
    r"(?<![\w.])T\.?B\.?[CDA]\.?(?!\w)",
    r"\?{3,}|\N{POUND SIGN}\s?x+\b|(?<![\w/])xx/xx(?:/x{2,4})?(?![\w/])",
    r"(?<![\w.-])(?<!part\s)(?<!volume\s)(?<!chapter\s)(?<!title\s)XX+(?!\w|\s+century)",
    r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|(?<![\w$\\{])\{[a-z]+(?:_[a-z]+)*\}(?!\})",
)
_FIELDS = (
    r"\berror!\s+(?:bookmark\s+not\s+defined|reference\s+source\s+not\s+found|unknown|not\s+a\s+valid"
    r"|no\s+text\s+of\s+specified|no\s+bookmark|hyperlink\s+reference|use\s+the\s+home\s+tab)\b",
)
_TAGS = (
    r"</?(?:a|b|br|div|em|font|h[1-6]|i|li|ol|p|span|strong|sub|sup|u|ul)(?:\s[^<>\n]{0,80})?/?>",
)
KINDS = (
    ("a choice that was not made", _CHOICES),
    ("guidance of a template", _GUIDANCE),
    ("a gap that was not filled in", _GAPS),
    ("a field that Word could not fill", _FIELDS),
    ("a tag of HTML, printed as it stands", _TAGS),
)
"""What is left, and how it is told."""

_ANY = late_pattern(
    "|".join(f"(?P<k{at}>{'|'.join(how)})" for at, (_, how) in enumerate(KINDS)), re.IGNORECASE
)
_SMALL = late_pattern(r"x{2,}|t\.?b\.?[acd]\.?")
# What one of them must hold, in small letters.
_HINTS = (
    "/", "[", "<", "{", "???", "error!", "(s)", "xx", "tb", "t.b", "lorem", "dolor", "delete",
    "guidance", "note", "instruct", "please", "insert", "section should", "report author", "click",
    "choose an", "drafting", "\N{POUND SIGN}",
)  # fmt: skip


def left_of_template(words: str) -> tuple[str, int, int] | None:
    """What a text has left of a template: how it is told, start and end; None for nothing.

    'xx' and 'tba' in small letters are words of their own.
    """
    if not has_any(words.casefold(), _HINTS):
        return None
    found = _ANY.search(words)
    while found is not None and _SMALL.fullmatch(found[0]):
        found = _ANY.search(words, found.end())
    if found is None or found.lastgroup is None:
        return None
    return KINDS[int(found.lastgroup[1:])][0], *found.span()
