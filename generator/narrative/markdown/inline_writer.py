"""From the inline tokens of Markdown to the document's inlines, with values put in their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.model.addresses import may_be_linked
from generator.model.document import Footnote, Inline, LineBreak, Link, Reference, Text, Value
from generator.model.walk import plain
from generator.narrative.expressions.spoken import SpokenBlocks, SpokenInlines
from generator.narrative.expressions.word_filters import key_of
from generator.narrative.narrative_rules import NARRATIVE_FOOTNOTES, NARRATIVE_NAMES
from generator.narrative.rendered import NoteProblem

NAME = re.compile(r"[a-z][a-z0-9_-]*\Z")
_NOUN = ("paragraph", "section", "figure", "table", "chart", "item", "recommendation")
NOUNS = frozenset(
    (*_NOUN, *(f"{noun}s" for noun in _NOUN), "appendix", "appendices", "and", "or", "to")
)
NAME_RULE = "names begin with a small letter and go on with small letters, digits, - and _"
NAME_AFTER = re.compile(r"[ \t]*\{#([^\s{}]+)\}[ \t]*\Z")
_SENTINEL = re.compile("\ufdd0(\\d+)\ufdd1")
_TYPED = ("text", "code_inline", "text_special")
_ESCAPED = "\ufdd2"
"""Stands for a sign with a backslash before it, where meant marks are looked for."""
_LEFTOVER = re.compile(r"\{[#.][^{}]*\}|\[\^[^\]\s]*\]|\]\(#[^)]*\)")


class Break:
    """The end of a line of the source inside a paragraph."""

    __slots__ = ()


Piece = Inline | SpokenBlocks | Break


class InlineWriter:
    """Writes one run of inline tokens. note(line, what, mend) takes problems."""

    def __init__(
        self,
        values: Sequence[Any],
        footnotes: Mapping[int, Footnote],
        first_names: Sequence[str],
        note: NoteProblem,
    ) -> None:
        self.values = values
        self.footnotes = footnotes
        self.note = note
        names = "|".join(re.escape(name) for name in first_names) or r"(?!)"
        self.single_brace = re.compile(r"(?<!\{)\{\s*(?:" + names + r")[.(\[]")
        self.line_of: Callable[[int], int] = lambda offset: offset
        self.offset = 0

    def write(self, tokens: Sequence[Any], line_of: Callable[[int], int]) -> list[Piece]:
        """The pieces of a paragraph or cell; line_of(n): the source line of its nth line."""
        self.line_of, self.offset = line_of, 0
        pieces = self._pieces(list(tokens), Text(""))
        self._check_leftovers(tokens)
        return pieces

    @property
    def line(self) -> int:
        """The source line that is being read."""
        return self.line_of(self.offset)

    def _pieces(self, tokens: list[Any], style: Text) -> list[Piece]:
        pieces: list[Piece] = []
        index = 0
        while index < len(tokens):
            token = tokens[index]
            kind = token.type
            if kind in _TYPED:
                self._text(pieces, token.content, style)
            elif kind in ("strong_open", "strong_close"):
                style = replace(style, bold=kind == "strong_open")
            elif kind in ("em_open", "em_close"):
                style = replace(style, italic=kind == "em_open")
            elif kind == "softbreak":
                self.offset += 1
                pieces.append(Break())
            elif kind == "hardbreak":
                self.offset += 1
                pieces.append(LineBreak())
            elif kind == "link_open":
                end = _closing(tokens, index)
                pieces += self._link(token, tokens[index + 1 : end], style)
                index = end
            else:
                pieces += self._other(token)
            index += 1
        return pieces

    # ------------------------------------------------------------ text and values
    def _text(self, pieces: list[Piece], text: str, style: Text) -> None:
        position = 0
        for found in _SENTINEL.finditer(text):
            _append(pieces, replace(style, text=text[position : found.start()]))
            pieces += self._value(self.values[int(found.group(1))], style)
            position = found.end()
        _append(pieces, replace(style, text=text[position:]))

    def _value(self, value: Any, style: Text) -> list[Piece]:
        if isinstance(value, SpokenBlocks):
            return [value]
        if isinstance(value, SpokenInlines):
            return [
                replace(part, bold=style.bold, italic=style.italic)
                if isinstance(part, Value | Text)
                else part
                for part in value.content
            ]
        lines = str(value).replace("\r\n", "\n").split("\n")
        pieces: list[Piece] = []
        for number, line in enumerate(lines):
            if number:
                pieces.append(LineBreak())
            if line:
                pieces.append(Value(line, key_of(value), bold=style.bold, italic=style.italic))
        return pieces

    def plain(self, text: str) -> str:
        """Text with values put in, for an address."""
        return _SENTINEL.sub(lambda found: str(self.values[int(found.group(1))]), text)

    # ------------------------------------------------------------ links, references, footnotes
    def _link(self, token: Any, inner: list[Any], style: Text) -> list[Piece]:
        url = self.plain(str(token.attrs.get("href", "")))
        title = self.plain(str(token.attrs.get("title", "")))
        content = self._pieces(inner, style)
        kept: list[Inline] = []
        for piece in content:
            if isinstance(piece, Break):
                kept.append(replace(style, text=" "))
            elif isinstance(piece, SpokenBlocks | Link | Reference | Footnote):
                self.note(self.line, "a link holds something else than text", "take it out")
            else:
                kept.append(piece)
        if url.startswith("#"):
            return list(self._reference(url[1:], title, kept))
        if not may_be_linked(url):
            mend = "write https://..., mailto:... or a reference such as [](#name)"
            self.note(self.line, f"a link leads to {url!r}", mend)
        elif not plain(kept, " ").strip():
            self.note(self.line, f"the link to {url} has no words", "write [words](address)")
        return [Link(url, tuple(kept))]

    def _reference(self, name: str, title: str, content: list[Inline]) -> list[Inline]:
        if not NAME.match(name):
            what = f"a reference to {name!r}, which cannot be a name"
            self.note(self.line, what, NAME_RULE, NARRATIVE_NAMES)
        if title not in ("", "number", "words"):
            mend = (
                'write [](#name "number") for the number alone, [words](#name "words") for a link'
            )
            self.note(self.line, f"a reference cannot be {title!r}", mend)
        words = plain(content, " ").strip()
        if title == "words":
            if not words:
                mend = f'write [words](#{name} "words"), or [](#{name})'
                self.note(self.line, f"the link to #{name} has no words", mend)
            return [Link(f"#{name}", tuple(content), self.line, only_words=True)]
        if title == "number":
            before = f"{words} " if words else ""
            return [Reference(name, before=before, line=self.line)]
        if not words:
            return [Reference(name, line=self.line)]
        if words.split()[-1].casefold() in NOUNS:
            return [Reference(name, before=f"{words} ", line=self.line)]
        return [Link(f"#{name}", tuple(content), self.line)]

    def _other(self, token: Any) -> list[Piece]:
        if token.type == "footnote_ref":
            number = token.meta["id"]
            if number in self.footnotes:
                return [self.footnotes[number]]
            what = "a footnote stands inside a footnote"
            self.note(self.line, what, "take it out", NARRATIVE_FOOTNOTES)
            return []
        if token.type == "image":
            mend = "draw figures with {{ chart(...) }}; put a picture into an appendix file"
            self.note(self.line, "a narrative cannot hold pictures", mend)
            return []
        if token.type != "footnote_anchor":
            self.note(self.line, f"{token.type} cannot stand in a narrative", "take it out")
        return []

    def _check_leftovers(self, tokens: Sequence[Any]) -> None:
        """Look for names and references that were meant as such and are none."""
        offset, links, said = 0, 0, ""
        for token in tokens:
            links += {"link_open": 1, "link_close": -1}.get(token.type, 0)
            if token.type in _TYPED and not links:
                # What was escaped is meant as it stands.
                said += _ESCAPED if token.type == "text_special" else token.content
                continue
            self._check_text(said, self.line_of(offset))
            said, offset = "", offset + (token.type in ("softbreak", "hardbreak"))
        self._check_text(said, self.line_of(offset))

    def _without_name(self, text: str) -> str:
        """Text without a name right after a chart, which is read where the chart is placed."""
        *_, last = (None, *_SENTINEL.finditer(text))
        if last is not None and isinstance(self.values[int(last.group(1))], SpokenBlocks):
            return text[: last.end()] + NAME_AFTER.sub("", text[last.end() :])
        return text

    def _check_text(self, text: str, line: int) -> None:
        text = self._without_name(text)
        for found in _LEFTOVER.finditer(text):
            shown = found.group()
            if shown.startswith("[^"):
                mend = f"write it on a line of its own: {shown}: text"
                self.note(line, f"the footnote {shown} has no text", mend, NARRATIVE_FOOTNOTES)
            elif shown.startswith("]("):
                what = f"the reference {shown[1:]} cannot be read"
                self.note(line, what, NAME_RULE, NARRATIVE_NAMES)
            else:
                mend = "write it once, at the end of the paragraph: {#name}"
                what = f"{shown} is not a name at the end of its paragraph"
                self.note(line, what, mend, NARRATIVE_NAMES)
        if (brace := self.single_brace.search(text)) is not None:
            self.note(line, f"{brace.group()!r} stands in single braces", "write {{ ... }}")


def _append(pieces: list[Piece], text: Text) -> None:
    """Add text, joined to the piece before where the style is the same."""
    if not text.text:
        return
    last = pieces[-1] if pieces else None
    if isinstance(last, Text) and replace(last, text=text.text) == text:
        pieces[-1] = replace(last, text=last.text + text.text)
    else:
        pieces.append(text)


def _closing(tokens: Sequence[Any], index: int) -> int:
    depth = 0
    for place in range(index, len(tokens)):
        depth += {"link_open": 1, "link_close": -1}.get(tokens[place].type, 0)
        if depth == 0:
            return place
    return len(tokens) - 1


def joined_lines(pieces: Sequence[Piece]) -> tuple[Inline, ...]:
    """Inlines of a paragraph: its source lines joined by spaces."""
    kept: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Break):
            last = kept[-1] if kept else None
            style = replace(last, text=" ") if isinstance(last, Text) else Text(" ")
            _append(kept, style)
        elif isinstance(piece, Text):
            _append(kept, piece)
        else:
            kept.append(piece)
    return tuple(piece for piece in kept if not isinstance(piece, SpokenBlocks | Break))
