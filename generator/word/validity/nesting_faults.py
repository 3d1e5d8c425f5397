"""What stands in what: text in runs, runs in paragraphs, paragraphs in texts and cells.

    <w:p> in <w:p>      <w:r> in <w:body>      <w:t> in <w:p>      "words" in <w:body>
    <w:pPr> that is not the first of its paragraph, <w:tblPr> after <w:tblGrid>, and so on

Word refuses most of these. What stands in elements of other namespaces is theirs to hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from generator.word.package.elements import Element, words
from generator.word.package.namespaces import W
from generator.word.styles.style_sheet import ORDERS
from generator.word.validity.fault import Fault, Story
from generator.word.validity.structure_rules import (
    NESTING,
    ORDER_WRONG,
    PROPERTY_ORDER,
)

_W = f"{{{W}}}"


def _names(text: str) -> frozenset[str]:
    return frozenset(_W + name for name in words(text))


# Anything may stand in these as where they stand.
_CLEAR = _names(
    "sdt sdtContent customXml smartTag hyperlink fldSimple ins del moveFrom moveTo dir bdo"
)
_TEXTS = _names("body hdr ftr footnote endnote comment txbxContent tc docPartBody")
# Element -> what it may stand in; through those above.
_HOLDERS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_names("p tbl"), _TEXTS),
    _W + "tr": _names("tbl"),
    _W + "tc": _names("tr"),
    _W + "r": _names("p rt rubyBase"),
    **dict.fromkeys(
        _names(
            "t delText instrText delInstrText tab br cr fldChar sym noBreakHyphen softHyphen "
            "drawing pict object footnoteReference endnoteReference commentReference "
            "footnoteRef endnoteRef separator continuationSeparator annotationRef ptab ruby "
            "lastRenderedPageBreak pgNum"
        ),
        _names("r"),
    ),
    _W + "sectPr": _names("body pPr style"),
    _W + "pPr": _names("p pPrChange pPrDefault lvl style tblStylePr"),
    _W + "tblGrid": _names("tbl tblGridChange"),
    _W + "tcPr": _names("tc tcPrChange style tblStylePr"),
    _W + "trPr": _names("tr trPrChange style tblStylePr"),
    _W + "tblPr": _names("tbl tblPrChange style tblStylePr"),
    _W + "hyperlink": _names("p"),
}
_TAB_STOP = _names("tabs")  # w:tab is a stop there
# Elements that stand before all others, but for these.
_RANGES = _names(
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd moveFromRangeStart "
    "moveFromRangeEnd moveToRangeStart moveToRangeEnd proofErr permStart permEnd"
)
# Properties by what they are of -> what may stand before them.
_PROPERTIES: Mapping[tuple[str, str], frozenset[str]] = {
    (_W + holder, _W + name): _names(before)
    for holder, name, before in (
        ("p", "pPr", ""),
        ("r", "rPr", ""),
        ("tbl", "tblPr", ""),
        ("tbl", "tblGrid", "tblPr"),
        ("tr", "tblPrEx", ""),
        ("tr", "trPr", "tblPrEx"),
        ("tc", "tcPr", ""),
        ("sdt", "sdtPr", ""),
        ("sdt", "sdtEndPr", "sdtPr"),
    )
}
_PROPERTY_NAMES = frozenset(name for _, name in _PROPERTIES)
_HOLD_NO_WORDS = words("body p r tbl tr tc hdr ftr footnote endnote hyperlink comment ins")
_LOOSE = etree.XPath(
    "//text()[not(parent::w:t)]"
    f"[{' or '.join(f'parent::w:{name}' for name in _HOLD_NO_WORDS)}][normalize-space()]",
    namespaces={"w": W},
)
_IN_WORDS = etree.XPath("//w:t/*|//w:delText/*|//w:instrText/*", namespaces={"w": W})
_ORDERED: Mapping[str, Sequence[str]] = {
    **{name: ORDERS[name] for name in ("pPr", "tcPr")},
    "tblPr": words(
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange"
    ),
    "sectPr": words(
        "headerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
        "printerSettings footnoteColumns sectPrChange"
    ),
}
_PLACES = {
    _W + name: {_W + one: at for at, one in enumerate(order)} for name, order in _ORDERED.items()
}
_TEXT, _DELETED_TEXT, _DELETION, _PARAGRAPH = (_W + name for name in words("t delText del p"))
# What tells whether words are deleted; words of a move are written in either way.
_AROUND_WORDS = (_DELETION, _W + "moveFrom", _PARAGRAPH)


def find_nesting_faults(story: Story) -> Iterator[Fault]:
    """Of a text, or of the styles and lists: one pass over all elements."""
    for node in story.root.iter(f"{_W}*"):
        tag, above = str(node.tag), node.getparent()
        if above is None:
            continue
        holders = _HOLDERS.get(tag)
        if holders is not None and above.tag not in holders:
            yield from _held(story, node, above, holders)
        if tag in _PROPERTY_NAMES:
            yield from _first(story, node, str(above.tag))
        if tag in _PLACES:
            yield from _order(story, node, _PLACES[tag])
    yield from _loose_text(story)
    yield from _in_words(story)
    yield from _deleted_words(story)


def _held(story: Story, node: Element, around: Element, holders: frozenset[str]) -> Iterator[Fault]:
    above: Element | None = around
    while above is not None and above.tag in _CLEAR:
        above = above.getparent()
    if above is None or above.tag in holders or not str(above.tag).startswith(_W):
        return
    if above.tag in _TAB_STOP or _is_property(above):
        return
    what = f"{_shown(str(node.tag))} stands in {_shown(str(above.tag))}"
    yield Fault(NESTING, what, story.name, node)


def _is_property(node: Element) -> bool:
    """Whether an element belongs to properties, where names mean other things."""
    return str(node.tag).endswith(("Pr", "Default", "Ex", "Change"))


def _shown(tag: str) -> str:
    return tag.replace(_W, "w:")


def _first(story: Story, node: Element, holder: str) -> Iterator[Fault]:
    """The properties of an element stand before what is in it, once each, in their order."""
    allowed, before = _PROPERTIES.get((holder, str(node.tag))), node.getprevious()
    while before is not None and before.tag in _RANGES:
        before = before.getprevious()
    if allowed is not None and before is not None and before.tag not in allowed:
        what = f"{_shown(str(node.tag))} stands after {_shown(str(before.tag))}"
        yield Fault(ORDER_WRONG, what, story.name, node)


def _order(story: Story, node: Element, places: Mapping[str, int]) -> Iterator[Fault]:
    at, before = -1, ""
    for child in node:
        tag = str(child.tag).replace("footerReference", "headerReference")
        place = places.get(tag, at)
        if place < at:
            what = (
                f"{_shown(str(child.tag))} stands after {_shown(before)} in {_shown(str(node.tag))}"
            )
            yield Fault(PROPERTY_ORDER, what, story.name, node)
            return
        at, before = place, str(child.tag)


def _loose_text(story: Story) -> Iterator[Fault]:
    found: Any = _LOOSE(story.root)
    for text in found:
        holder = text.getparent() if text.is_text else text.getparent().getparent()
        what = f"the words {text.strip()!r} stand in {_shown(str(holder.tag))}, not in a run"
        yield Fault(NESTING, what, story.name, holder, words=text.strip())


def _in_words(story: Story) -> Iterator[Fault]:
    """Words hold characters and nothing else."""
    found: Any = _IN_WORDS(story.root)
    for node in found:
        what = f"{_shown(str(node.tag))} stands in {_shown(str(node.getparent().tag))}"
        yield Fault(NESTING, what, story.name, node)


def _deleted_words(story: Story) -> Iterator[Fault]:
    """Deleted words have an element of their own; those in a box that was deleted do not."""
    for deletion in story.root.iter(_DELETION):
        for node in deletion.iter(_TEXT):
            if next(node.iterancestors(*_AROUND_WORDS), None) is deletion:
                yield Fault(NESTING, "w:t stands in w:del", story.name, node)
    for node in story.root.iter(_DELETED_TEXT):
        around = next(node.iterancestors(*_AROUND_WORDS), None)
        if around is None or around.tag == _PARAGRAPH:
            yield Fault(NESTING, "w:delText stands outside of a deletion", story.name, node)
