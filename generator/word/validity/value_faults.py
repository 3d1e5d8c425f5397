"""What elements say of themselves: the attributes that they must have, and values that Word knows.

<w:tab w:val="left"/> in <w:tabs> without w:pos     <w:fldSimple> without w:instr
<w:jc w:val="sideways"/>   <w:br w:type="Page"/>    <w:p w:rsidR="GHIJ">

Only what a schema of ISO/IEC 29500 has in one place, and Word since 2007 writes itself, is known
here; values of other elements are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from generator.model.wording.late_pattern import late_pattern
from generator.word.package.elements import Element, words
from generator.word.package.namespaces import W
from generator.word.validity.fault import Fault, Story
from generator.word.validity.structure_rules import ATTRIBUTE_MISSING, VALUE_WRONG

_W = f"{{{W}}}"
Right = Callable[[str], object]

# ---------------------------------------------------------------- kinds of values
_WHOLE = late_pattern(r"[+-]?\d{1,10}")
_COUNT = late_pattern(r"0*[1-9]\d{0,8}")
_LENGTH = late_pattern(r"[+-]?\d{1,9}(\.\d+)?(mm|cm|in|pt|pc|pi|%)?")
_LONG_HEX = late_pattern("[0-9A-Fa-f]{8}")
_COLOUR = re.compile(r"auto|[0-9A-Fa-f]{6}")
_LANGUAGE = late_pattern("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*|x-none|[0-9A-Fa-f]{4}")
_SHADE = late_pattern(
    "clear|nil|solid|pct[0-9]{1,2}|(thin)?(horz|vert|diag|reverseDiag|horzDiag)(Stripe|Cross)"
)


def _whole(said: str) -> object:
    return _WHOLE.fullmatch(said)


def _count(said: str) -> object:
    return _COUNT.fullmatch(said)


def _length(said: str) -> object:
    return _LENGTH.fullmatch(said)


def _long_hex(said: str) -> object:
    return _LONG_HEX.fullmatch(said)


def _colour(said: str) -> object:
    return _COLOUR.fullmatch(said)


def _language(said: str) -> object:
    return not said or _LANGUAGE.fullmatch(said)


def _shade(said: str) -> object:
    return _SHADE.fullmatch(said)


def _one_of(text: str) -> Right:
    return frozenset(words(text)).__contains__


# How numbers of lists and pages are written.
_NUMBERS = _one_of(
    "decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex "
    "chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth "
    "japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 "
    "aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop "
    "decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle "
    "ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting "
    "ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting "
    "chineseLegalSimplified chineseCountingThousand koreanDigital koreanCounting koreanLegal "
    "koreanDigital2 vietnameseCounting russianLower russianUpper none numberInDash hebrew1 hebrew2 "
    "arabicAlpha arabicAbjad hindiVowels hindiConsonants hindiNumbers hindiCounting thaiLetters "
    "thaiNumbers thaiCounting bahtText dollarText custom"
)
_SWITCH = _one_of("0 1 true false on off")
_WIDTH = _one_of("nil pct dxa auto")
_RULE = _one_of("auto exact atLeast")

# ---------------------------------------------------------------- what is known
# 'element element attribute attribute' -> whether a value is one, for all of both.
_KNOWN: tuple[tuple[str, str, Right], ...] = (
    (
        "jc",
        "val",
        _one_of(
            "start center end both mediumKashida distribute numTab highKashida lowKashida "
            "thaiDistribute left right"
        ),
    ),
    ("vMerge", "val", _one_of("restart continue")),
    ("vertAlign", "val", _one_of("baseline superscript subscript")),
    (
        "b bCs i iCs caps smallCaps strike dstrike vanish keepNext keepLines pageBreakBefore "
        "widowControl contextualSpacing titlePg tblHeader cantSplit noWrap",
        "val",
        _SWITCH,
    ),
    ("sz szCs gridBefore gridAfter", "val", _length),
    ("ilvl numId startOverride", "val", _whole),
    ("outlineLvl", "val", _one_of("0 1 2 3 4 5 6 7 8 9")),
    ("numFmt", "val", _NUMBERS),
    ("pgNumType", "fmt", _NUMBERS),
    ("vAlign", "val", _one_of("top center both bottom")),
    ("lang", "val", _language),
    (
        "highlight",
        "val",
        _one_of(
            "black blue cyan green magenta red yellow white darkBlue darkCyan darkGreen "
            "darkMagenta darkRed darkYellow darkGray lightGray none"
        ),
    ),
    (
        "u",
        "val",
        _one_of(
            "single words double thick dotted dottedHeavy dash dashedHeavy dashLong dashLongHeavy "
            "dotDash dashDotHeavy dotDotDash dashDotDotHeavy wave wavyHeavy wavyDouble none"
        ),
    ),
    ("gridSpan", "val", _count),
    ("color", "val", _colour),
    ("shd", "fill color", _colour),
    ("shd", "val", _shade),
    ("gridCol", "w", _length),
    ("tblW tcW tblInd tblCellSpacing wBefore wAfter", "w", _length),
    ("tblW tcW tblInd tblCellSpacing wBefore wAfter", "type", _WIDTH),
    ("tblLayout", "type", _one_of("fixed autofit")),
    ("trHeight", "hRule", _RULE),
    ("spacing", "lineRule", _RULE),
    ("spacing", "before after line", _length),
    ("ind", "left right start end firstLine hanging", _length),
    ("tab", "val", _one_of("clear start center end decimal bar num left right")),
    ("tab", "leader", _one_of("none dot hyphen underscore heavy middleDot")),
    ("tab", "pos", _length),
    ("br", "type", _one_of("page column textWrapping")),
    ("br", "clear", _one_of("none left right all")),
    ("style", "type", _one_of("paragraph character table numbering")),
    ("type", "val", _one_of("continuous nextPage nextColumn evenPage oddPage")),
    ("pgSz", "orient", _one_of("portrait landscape")),
    ("pgMar", "top bottom left right header footer gutter", _length),
    ("cols", "num", _count),
    ("docGrid", "type", _one_of("default lines linesAndChars snapToChars")),
    ("bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference", "id", _whole),
    ("footnoteReference endnoteReference footnote endnote comment", "id", _whole),
    ("ins del moveFrom moveTo", "id", _whole),
    (
        "p r tr sectPr",
        "rsidR rsidRPr rsidP rsidRDefault rsidDel rsidTr rsidSect",
        _long_hex,
    ),
)
_RIGHT: Mapping[str, Mapping[str, Right]] = {
    _W + name: {
        _W + attribute: right
        for names, attributes, right in _KNOWN
        if name in words(names)
        for attribute in words(attributes)
    }
    for name in {one for names, _, _ in _KNOWN for one in words(names)}
}
_MUST_HAVE: Mapping[str, tuple[str, ...]] = {
    _W + name: tuple(_W + attribute for attribute in words(attributes))
    for names, attributes in (
        ("fldSimple", "instr"),
        ("fldChar", "fldCharType"),
        ("bookmarkStart", "id name"),
        ("bookmarkEnd commentRangeStart commentRangeEnd commentReference", "id"),
        ("footnoteReference endnoteReference footnote endnote", "id"),
        ("comment", "id author"),
        ("ins del moveFrom moveTo permStart permEnd", "id"),
        ("pStyle rStyle tblStyle basedOn jc sz color shd numId ilvl gridSpan", "val"),
        ("abstractNum", "abstractNumId"),
        ("num", "numId"),
        ("lvl", "ilvl"),
    )
    for name in words(names)
}
# Within <w:tabs> it is a stop; in a run, where it is a character, it says nothing.
_STOPS, _STOP, _OF_STOPS = f"{_W}tabs", f"{_W}tab", (f"{_W}val", f"{_W}pos")


def find_value_faults(story: Story) -> Iterator[Fault]:
    """Of a text, or of the styles and lists: one pass over all elements."""
    for node in story.root.iter(f"{_W}*"):
        tag = str(node.tag)
        needed = _MUST_HAVE.get(tag, ())
        known = _RIGHT.get(tag)
        if not needed and known is None:
            continue
        if tag == _STOP and _tag_above(node) == _STOPS:
            needed = _OF_STOPS
        for key in needed:
            if node.get(key) is None:
                what = f"{_shown(tag)} does not have {_shown(key)}"
                yield Fault(ATTRIBUTE_MISSING, what, story.name, node)
        if known is not None and node.keys():  # most runs and paragraphs have none
            yield from _wrong(story, node, tag, known)


def _tag_above(node: Element) -> str:
    above = node.getparent()
    return "" if above is None else str(above.tag)


def _wrong(story: Story, node: Element, tag: str, known: Mapping[str, Right]) -> Iterator[Fault]:
    for key, right in known.items():
        said = node.get(key)
        if said is None or right(said):
            continue
        has = "the value" if key == f"{_W}val" else _shown(key)
        yield Fault(VALUE_WRONG, f"{_shown(tag)} has {has} {said!r}", story.name, node)


def _shown(tag: str) -> str:
    return tag.replace(_W, "w:")
