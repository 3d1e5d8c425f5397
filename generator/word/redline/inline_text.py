"""A paragraph as characters that can be compared, each of which knows the run that it stands in.

    About <w:b>46</w:b>% [picture] as Table [field]    'About 46% \\ufffc as Table \\ufffc'

What is no text is one character, U+FFFC, and is compared by its key (content_keys.py): a picture, a
note's mark, an equation, a field with all its runs. Bookmarks, comments, page breaks, and the
halves of a field that spans several paragraphs, such as a contents list, take no room. Nor does
what somebody has deleted; what somebody inserted is text like any other. Quotation marks are
straight, so that one typed the other way is no change.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cached_property
from itertools import accumulate

from generator.model.frozen import dataclass
from generator.model.wording.quotation_marks import straight
from generator.model.wording.word_diff import words
from generator.word.package.elements import Element, clark, is_on
from generator.word.redline.content_keys import MATHS, ContentKeys
from generator.word.redline.run_cuts import (
    cut_run,
    is_text,
    run_text,
    single_runs,
    with_long_fields,
)

PLACEHOLDER = "\ufffc"
_RUN, _LINK = clark("w:r"), clark("w:hyperlink")
_PROPERTIES = clark("w:rPr")
_WRAPPERS = {
    clark(f"w:{name}")
    for name in (
        "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "bdo", "dir", "ins", "moveTo",
    )
}  # fmt: skip
_SILENT = {
    clark(f"w:{name}")
    for name in (
        "rPr", "lastRenderedPageBreak", "commentReference", "annotationRef", "footnoteRef",
        "endnoteRef", "separator", "continuationSeparator", "fldChar", "instrText",
    )
}  # fmt: skip
_SWITCHES = tuple(
    clark(f"w:{name}") for name in ("b", "i", "strike", "dstrike", "caps", "smallCaps", "vanish")
)
_VALUES = tuple(
    (clark(f"w:{name}"), off) for name, off in (("u", "none"), ("vertAlign", "baseline"))
)

Look = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters start:end of a paragraph, in one run; of a field in several nodes.

    link: where it leads, '' for nowhere. key: what it is compared by, None for text.
    """

    start: int
    end: int
    nodes: tuple[Element, ...]
    link: str = ""
    key: Hashable = None

    @property
    def look(self) -> Look:
        """What a reader sees of a text's formatting; the same for everything that is no text."""
        return () if self.key is not None else look_of(self.nodes[0].find(_PROPERTIES))


class InlineText:
    """A paragraph, its characters, and the pieces that they stand in, in order."""

    def __init__(self, paragraph: Element, keys: ContentKeys) -> None:
        self.paragraph, self._keys = paragraph, keys
        with_long_fields(paragraph)
        self.pieces = _pieces(paragraph, keys)
        said = "".join(
            PLACEHOLDER if piece.key is not None else run_text(piece.nodes[0])
            for piece in self.pieces
        )
        self.text = straight(said)

    @cached_property
    def key(self) -> Hashable:
        """Equal of two paragraphs that say the same, whatever their runs."""
        marked = [each for each in self.pieces if each.link or each.key is not None]
        return self.text, tuple((each.start, each.end, each.link, each.key) for each in marked)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words, without spaces and signs, in small letters."""
        found = (word.casefold() for word in words(self.text))
        return tuple(word for word in found if any(map(str.isalnum, word)))

    @property
    def atoms(self) -> dict[int, Hashable]:
        """The keys of what is no text, by place."""
        return {each.start: each.key for each in self.pieces if each.key is not None}

    def nodes_of(self, start: int, end: int) -> list[Element]:
        """The runs of characters start:end, which must be cut there."""
        return [
            node
            for piece in self.pieces
            if start <= piece.start and piece.end <= end
            for node in piece.nodes
        ]

    def tokens(self) -> tuple[list[Hashable], list[int]]:
        """The words as they are compared, with the link that they are in, and where each begins.

        One place more than words: the end of the text.
        """
        found = words(self.text)
        starts = [0, *accumulate(map(len, found))]
        special = [piece for piece in self.pieces if piece.link or piece.key is not None]
        if not special:
            return list(found), starts
        atoms = self.atoms
        links = {at: each.link for each in special for at in range(each.start, each.end)}
        tokens: list[Hashable] = []
        for word, start in zip(found, starts, strict=False):
            token: Hashable = atoms.get(start, word)
            led = links.get(start, ""), links.get(start + len(word) - 1, "")
            tokens.append((token, *led) if any(led) else token)
        return tokens, starts

    def cut(self, places: set[int]) -> None:
        """Cut the runs so that a piece begins at each of these places."""
        made: list[Piece] = []
        for piece in self.pieces:
            for at in sorted(each for each in places if piece.start < each < piece.end):
                first, later = cut_run(piece.nodes[0], at - piece.start)
                made.append(Piece(piece.start, at, (first,), piece.link))
                piece = Piece(at, piece.end, (later,), piece.link)
            made.append(piece)
        self.pieces = made


def look_of(properties: Element | None) -> Look:
    """What a reader sees of a run's own formatting: bold, italic, underlined and the like."""
    if properties is None or not len(properties):
        return _PLAIN
    switches = tuple(is_on(properties.find(name)) for name in _SWITCHES)
    return (*switches, *(_value(properties.find(name), off) for name, off in _VALUES))


def _value(node: Element | None, off: str) -> str:
    value = "" if node is None else node.get(clark("w:val"), "")
    return "" if value == off else value


_PLAIN: Look = (*(False for _ in _SWITCHES), *("" for _ in _VALUES))


def inline_nodes(
    parent: Element, link: Element | None = None
) -> Iterator[tuple[Element, Element | None]]:
    """The runs and equations of a paragraph, with the w:hyperlink that each stands in."""
    for node in parent:
        if node.tag == _RUN:
            yield from ((each, link) for each in single_runs(node))
        elif node.tag in MATHS:
            yield node, link
        elif node.tag in _WRAPPERS:
            yield from inline_nodes(node, node if node.tag == _LINK else link)


def _pieces(paragraph: Element, keys: ContentKeys) -> list[Piece]:
    nodes = list(inline_nodes(paragraph))
    ends = _field_ends([node for node, _ in nodes])
    made: list[Piece] = []
    at, place = 0, 0
    while at < len(nodes):
        node, link = nodes[at]
        address = "" if link is None else keys.address(link)
        if at in ends:
            field = tuple(each for each, _ in nodes[at : ends[at] + 1])
            made.append(Piece(place, place + 1, field, address, keys.field(field)))
            at, place = ends[at], place + 1
        elif length := _length(node):
            key = None if _is_text_run(node) else keys.of(node)
            made.append(Piece(place, place + length, (node,), address, key))
            place += length
        at += 1
    return made


def _is_text_run(node: Element) -> bool:
    return node.tag == _RUN and all(is_text(each) for each in node if each.tag != _PROPERTIES)


def _length(node: Element) -> int:
    """How many characters a run stands for: 0 for what nobody sees, 1 for what is no text."""
    if _is_text_run(node):
        return len(run_text(node))
    return 0 if node.tag == _RUN and all(map(_is_silent, node)) else 1


def _is_silent(node: Element) -> bool:
    """Whether a part of a run says nothing: a page break does not, and LibreOffice adds some."""
    return node.tag in _SILENT or node.tag == clark("w:br")


def _field_ends(nodes: list[Element]) -> dict[int, int]:
    """Where each field that begins and ends in the paragraph ends, of nested ones the outermost."""
    open_: list[int] = []
    ends: dict[int, int] = {}
    for at, node in enumerate(nodes):
        mark = node.find(clark("w:fldChar"))
        kind = "" if mark is None else mark.get(clark("w:fldCharType"))
        if kind == "begin":
            open_.append(at)
        elif kind == "end" and open_:
            ends[open_.pop()] = at
    return ends
