"""Which characters of a source each printed word comes from.

    source   About {{ sw.leaving.percent }} **plan** to leave. {#leaving}
    printed  About 6.5% plan to leave.

`About`, `plan`, `to`, `leave` and `.` are found again as they stand; `6.5%` comes from what lies
between, the expression; the stars and the name print nothing. Nothing is parsed twice: what is made
of such a map is held against a new build before it counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from difflib import SequenceMatcher

from generator.merge.sources.tokens import Token
from generator.model.frozen import dataclass
from generator.model.wording.quotation_marks import straight
from generator.model.wording.word_diff import words
from generator.narrative.sandbox.tags import loops_in

_PIECES = re.compile(
    r"(?P<syntax><!--.*?-->|\{%.*?%\}|(?<!\\)[ \t]*\{[#.][^\s{}][^{}]*\}[ \t]*(?=\n|$)"
    r"|^\[\^[^\]\s]+\]:[ \t]?)"
    r"|(?P<opaque>\{\{.*?\}\}|\[\^[^\]\s]+\]|\[[^\[\]]*\]\(#[^)\s]*(?:\s+\"[^\"]*\")?\))"
    r"|(?P<link>\]\((?:<[^>]*>|[^()\s]*(?:\([^()]*\))?[^()\s]*)(?:\s+\"[^\"]*\")?\))"
    r"|(?P<hard>(?:(?:\\|[ ]{2,})\n[ \t>]*)+)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<space>\s+)",
    re.DOTALL | re.MULTILINE,
)


_WORDED = re.compile(r"\[([^\[\]]+)\]\((#[^)\s]*)(?:\s+\"words\")?\)")


@dataclass(frozen=True, slots=True)
class SourceToken:
    """A piece of a source. kind: 'word' as printed, 'opaque' an expression, reference or footnote
    mark, 'syntax' what prints nothing. start:end are its characters.
    """

    text: str
    start: int
    end: int
    kind: str = "word"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a printed token comes from: characters start:end of the source. opaque: made there."""

    start: int
    end: int
    opaque: bool = False


def source_tokens(source: str, links: Collection[str] = ()) -> list[SourceToken]:
    """The pieces of a Markdown source with expressions, in order, covering all of it.

    A loop is one: which of its words were printed how often, only its list knows. links: '#name' of
    what the source links to in words that are printed as they are.
    """
    made: list[SourceToken] = []
    at = 0
    for start, end in loops_in(source):
        made += _pieces(source, at, start, links)
        made.append(SourceToken("", start, end, "opaque"))
        at = end
    return made + _pieces(source, at, len(source), links)


def _pieces(source: str, start: int, end: int, links: Collection[str]) -> list[SourceToken]:
    made: list[SourceToken] = []
    at = start
    for found in _PIECES.finditer(source, start, end):
        made += _plain(source[at : found.start()], at)
        at = found.end()
        kind = found.lastgroup or ""
        inside = _WORDED.fullmatch(found[0])
        if inside is not None and inside[2] in links:
            made.append(SourceToken("", found.start(), found.start() + 1, "syntax"))
            begin, stop = found.start() + 1, found.start() + inside.end(1)
            made += _pieces(source, begin, stop, ())
            made.append(SourceToken("", stop, at, "syntax"))
            continue
        text = {"escaped": found["escaped"], "space": " "}.get(kind, "")
        text = "\n" * found[0].count("\n") if kind == "hard" else text
        kind = "syntax" if kind == "link" else kind
        kind = kind if kind in ("opaque", "syntax") else "word"
        made.append(SourceToken(text or "", found.start(), at, kind))
    return made + _plain(source[at:end], at)


def _plain(text: str, at: int) -> list[SourceToken]:
    made = []
    for word in words(text):
        made.append(SourceToken(word, at, at + len(word)))
        at += len(word)
    return made


_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'")


def tag_tokens(source: str) -> list[SourceToken]:
    """The pieces of an argument of a tag: "words " ~ an.expression ~ " and words".

    What stands between two strings is opaque with the quotation marks around it.
    """
    made: list[SourceToken] = []
    at = 0
    for found in _STRING.finditer(source):
        inner = found.span(1 if found[1] is not None else 2)
        if source[at : found.start()].strip() or at:
            made.append(SourceToken("", max(at - 1, 0), inner[0], "opaque"))
        made += _plain(source[inner[0] : inner[1]], inner[0])
        at = found.end()
    if at and source[at:].strip():
        made.append(SourceToken("", at - 1, len(source), "opaque"))
    return made


def source_map(source: str, printed: Sequence[Token], in_tag: bool = False) -> list[Placed | None]:
    """For each printed token where it comes from, None where that is not known.

    in_tag: the source is an argument of a tag, as a chart's caption is.
    """
    links = {one.look.link for one in printed}
    found = tag_tokens(source) if in_tag else source_tokens(source, links)
    pieces = [one for one in found if one.kind != "syntax"]
    placed: list[Placed | None] = [None] * len(printed)
    matcher = SequenceMatcher(
        None, [_printed_key(one) for one in printed], [_source_key(one) for one in pieces], False
    )
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            for index in range(end - start):
                piece = pieces[begin + index]
                placed[start + index] = Placed(piece.start, piece.end, piece.kind == "opaque")
        elif kind != "insert":
            _fill(placed, range(start, end), pieces[begin:stop])
    _take_nouns(placed, printed)
    _take_ends(placed, printed)
    return placed


_MADE, _ENDED = "\0made", "\0ended"


def _printed_key(token: Token) -> str:
    if token.kind in ("reference", "note"):
        return _MADE
    if token.kind == "end":
        return _ENDED
    return straight(token.key[1])


def _source_key(piece: SourceToken) -> str:
    return _MADE if piece.kind == "opaque" else straight(piece.text)


def _fill(placed: list[Placed | None], gap: Iterable[int], pieces: Sequence[SourceToken]) -> None:
    """What an expression printed: all of the gap comes from the expressions in it."""
    made = [one for one in pieces if one.kind == "opaque"]
    if made:
        for index in gap:
            placed[index] = Placed(made[0].start, made[-1].end, True)


def _take_nouns(placed: list[Placed | None], printed: Sequence[Token]) -> None:
    """The noun before a reference ('paragraph 3.5') comes from where the reference does."""
    for index in range(len(printed) - 1, 0, -1):
        here = placed[index]
        if here is None or not here.opaque:
            continue
        start = index
        if start > 1 and printed[start - 1].text.isspace() and placed[start - 2] is None:
            start -= 1
        while start and placed[start - 1] is None:
            start -= 1
        if start < index and printed[start].text.isspace():
            # The space before the noun was taken for the one behind it.
            placed[start] = placed[index - 1] or placed[start]
            start += 1
        placed[start:index] = [here] * (index - start)


def _take_ends(placed: list[Placed | None], printed: Sequence[Token]) -> None:
    """The end of a paragraph, or a line, is what lies between the words on both sides of it."""
    for index in range(1, len(printed) - 1):
        before, after = placed[index - 1], placed[index + 1]
        ends = printed[index].kind == "end" or (printed[index].breaks and placed[index] is None)
        if ends and before is not None and after is not None:
            placed[index] = Placed(before.end, after.start)
