"""Words as Markdown that prints exactly them: signs that would mean something are escaped.

costs *less* than {{ x }} [now]      costs \\*less\\* than \\{\\{ x \\}\\} \\[now]
1. June                             1\\. June
bold words that link                [**bold words that link**](https://example.org)
words that lead to a paragraph      [words that lead to a paragraph](#workload "words")
one line, then another              one line,\\
                                    then another
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from generator.merge.sources.tokens import Look, Token
from generator.merge.sources.word_writing import PointerTexts

_ANYWHERE = re.compile(
    r"[*`\\\[{}]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|-->"
    r"|\](?=\(#)"  # a reference that is none
    r"|(?<=\{)[%#]|(?<=<)!(?=--)"  # a tag or comment would begin in spite of '\{' and '\<'
)
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_AT_BEGINNING = re.compile(r"\\\n[ \t>]*\Z")
_BEGINNING = re.compile(
    r"(?P<hash>#{1,6}(?=\s|$))|(?P<sign>[-+>](?=\s|$)|>|~~~|---|(?<=^)={2,}(?=\s*$))"
    r"|(?P<number>\d{1,9}(?=[.)](?:\s|$))|[A-Za-z](?=[.)]\s)|[ivxl]{2,6}(?=[.)]\s))"
    r"|(?P<bracket>\((?=(?:[A-Za-z]|[ivxl]{2,6})\)\s))|(?P<caption>Table(?=:))"
)


def escaped(text: str, in_cell: bool = False, within: str = "") -> str:
    """Text as Markdown. in_cell: of a table with bars. within: what begins its further lines."""
    made = _ANYWHERE.sub(lambda found: f"\\{found[0]}", text)
    if in_cell:
        return made.replace("|", "\\|").replace("\n", " ")
    first, *more = _LINE_END.split(made)
    return f"\\\n{within}".join([first, *map(_begun, more)])


def _begun(text: str) -> str:
    """A line that begins no heading, list, quotation or caption."""
    found = _BEGINNING.match(text)
    if found is None:
        return text
    if found["number"] or found["caption"]:
        return f"{found[0]}\\{text[found.end() :]}"
    return f"\\{text}"


Write = Callable[[Sequence[Token]], str]
"""Writes a run of tokens without its look."""


def marked_up(
    tokens: Sequence[Token],
    write: Write,
    around: Look | None = None,
    begins: bool = False,
    pointers: PointerTexts | None = None,
) -> str:
    """Tokens as Markdown.

    around: the look that stands there already. begins: they begin a line of the source. pointers:
    what links within the document lead to; without them these are words.
    """
    made = ""
    for link, linked in groupby(tokens, key=lambda one: one.look.link):
        words = ""
        for look, run in groupby(linked, key=lambda one: one.look):
            raw = write(tuple(run))
            if (begins and not made and not words) or _AT_BEGINNING.search(made + words):
                raw = _begun(raw)
            words += raw if look == around else emphasised(raw, look)
        there = around is not None and link == around.link
        if link.startswith("#") and not there:
            link = pointers.address(link) if pointers is not None else ""
        made += words if there or not link else _linked(words, link)
    return made


def emphasised(raw: str, look: Look) -> str:
    """Markdown in a look: the signs hug the words, spaces stay outside."""
    sign = "**" * look.bold + "*" * look.italic
    inner = raw.strip()
    if not sign or not inner:
        return raw
    before = raw[: len(raw) - len(raw.lstrip())]
    after = raw[len(raw.rstrip()) :]
    return f"{before}{sign}{inner}{sign[::-1]}{after}"


def _linked(words: str, address: str) -> str:
    inner = words.strip()
    before = words[: len(words) - len(words.lstrip())]
    after = words[len(words.rstrip()) :]
    if not inner:
        return words
    if address.startswith("#"):
        return f'{before}[{inner}]({address} "words"){after}'
    safe = address if re.fullmatch(r"[^\s()<>]+", address) else f"<{address}>"
    return f"{before}[{inner}]({safe}){after}"
