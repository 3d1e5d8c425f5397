"""Small things of text: dates in words, lists of words, headings compared, inlines made plain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from generator.model.dates import MONTHS
from generator.model.document import (
    Block,
    Footnote,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    ParagraphBreak,
    Quote,
    Reference,
    Text,
)

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ALIKE = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"}
)
DATE_PLACES = ("day", "day_two", "month", "month_two", "year", "weekday")
_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def date_text(day: date, pattern: str = "{day} {month} {year}") -> str:
    """A date by a format's pattern: '15 March 2023'; in English whatever the machine's locale."""
    parts = {
        "day": str(day.day),
        "day_two": f"{day.day:02}",
        "month": MONTHS[day.month - 1],
        "month_two": f"{day.month:02}",
        "year": f"{day.year:04}",
        "weekday": _DAYS[day.weekday()],
    }
    return _PLACE.sub(lambda found: parts.get(found[1], found[0]), pattern)


def listed(words: Sequence[str], last: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def folded(title: str) -> str:
    """A heading as it is compared: case, curly quotes, dashes, spacing, last colon do not count."""
    return " ".join(title.translate(_ALIKE).casefold().split()).rstrip(" :.")


def plain(content: Iterable[Inline]) -> str:
    """Inlines as bare text; footnotes left out, line breaks as newlines."""
    return "".join(_plain(inline) for inline in content)


def _plain(inline: Inline) -> str:
    if isinstance(inline, Link):
        return plain(inline.content)
    if isinstance(inline, Reference):
        return f"{inline.before or ''}{inline.text}"
    if isinstance(inline, LineBreak | ParagraphBreak):
        return "\n"
    if isinstance(inline, Footnote):
        return ""
    return inline.text


def plain_blocks(blocks: Iterable[Block]) -> str:
    """Paragraphs and lists as bare text, one line each; other blocks are left out."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(plain(block.content))
        elif isinstance(block, ListBlock):
            for item in block.items:
                lines.append(plain(item.content))
                lines.extend(line for line in [plain_blocks(item.blocks)] if line)
        elif isinstance(block, Quote):
            lines.append(plain_blocks(block.blocks))
    return "\n".join(lines)


def paragraph(text: str, style: str = "body", numbered: bool = False, name: str = "") -> Paragraph:
    """A paragraph of plain text; newlines become line breaks."""
    return Paragraph(lines_of(text.split("\n")), name=name, numbered=numbered, style=style)


def lines_of(lines: Sequence[str]) -> tuple[Inline, ...]:
    """Lines of text with line breaks between them."""
    content: list[Inline] = []
    for line in lines:
        if content:
            content.append(LineBreak())
        content.append(Text(line))
    return tuple(content)


def cell(text: str) -> tuple[Inline, ...]:
    """A table cell of plain text."""
    return lines_of(text.split("\n"))
