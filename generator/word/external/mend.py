"""What another document's XML has that the schema does not, mended before it is placed.

    <w:sz w:val="21.5"/>                    half points are whole: 22
    <w:color w:val="red"/>                  no colour of the schema: left out
    <wps:cNvPr id="4294967296"/>            an id is an unsigned integer of 32 bits: given anew
    <c:axId w:val="-2024549544"/>           the same number without a sign, wherever it stands
    <v:wrap/>, w15:restartNumberingAfterBreak="0"    unknown there: left out
    <w:jc w:val="start"/>                   of Strict Open XML: left
    <wp:inline>                             distL="0" and the like: LibreOffice indents it else

Other programs write these, and Word reads most of them; what a report holds is valid all the same.
Tables and equations have modules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from generator.word.external.clean import remove, unwrap
from generator.word.external.mend_equations import mend_equations
from generator.word.external.mend_tables import mend_tables
from generator.word.package.elements import Element, clark
from generator.word.package.namespaces import NAMESPACES, W

_UNSIGNED = 1 << 32
_AXES = 1 << 31  # what the Open XML SDK takes for the id of an axis
_MOST = {"w": 600}  # per cent that letters may be wide
_VML = "urn:schemas-microsoft-com:vml"
_VML_NAMES = (
    "shape", "shapetype", "group", "rect", "roundrect", "oval", "line", "polyline", "curve", "arc",
    "image", "path", "formulas", "f", "handles", "h", "fill", "stroke", "shadow", "textbox",
    "textpath", "imagedata", "background",
)  # fmt: skip
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_KNOWN = tuple(NAMESPACES[prefix] for prefix in ("w", "r", "wp", "a", "c"))
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Whole numbers of the schema: attributes of any element, and elements by their w:val.
_WHOLE = (
    "left", "right", "start", "end", "firstLine", "hanging", "before", "after", "line", "w", "h",
    "pos", "leftChars", "rightChars", "firstLineChars", "hangingChars", "beforeLines", "afterLines",
    "hRule", "vSpace", "hSpace", "x", "y",
)  # fmt: skip
_WHOLE_VALUES = (
    "sz", "szCs", "spacing", "position", "kern", "outlineLvl", "gridSpan", "gridBefore",
    "gridAfter", "numId", "ilvl", "start", "startOverride", "lvlRestart", "uiPriority",
    "tblStyleRowBandSize", "tblStyleColBandSize", "divId",
)  # fmt: skip
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_MEASURE = re.compile(r"-?\d+(?:\.\d+)?(?:mm|cm|in|pt|pc|pi|%)")
_COLOUR = re.compile(r"auto|[0-9A-Fa-f]{6}")
_SIDED, _SIDES = ("jc", "lvlJc"), {"start": "left", "end": "right"}
_COLOURS = ("color", "fill")
_WORDED = ("hRule", "lineRule")


def mend_story(story: Element, ids: Iterable[int]) -> None:
    """Mend a body or a note in place. ids: for drawings, none given twice."""
    mend_equations(story)
    mend_values(story)
    mend_tables(story)
    _mend_vml(story)
    _keep_spaces(story)
    _set_in_line(story)
    mend_drawing_ids(story, ids)


def _set_in_line(story: Element) -> None:
    """Say that a picture in a line keeps nothing free around it, as Word does anyhow: LibreOffice
    keeps three millimetres where nothing is said, and it would stand off the margin.
    """
    for drawing in story.iter(clark("wp:inline")):
        for side in ("distT", "distB", "distL", "distR"):
            drawing.set(side, "0")


def mend_definitions(root: Element) -> None:
    """Mend a style or a list in place: newer Word's own has no place there."""
    for choice in list(root.iter(f"{_COMPATIBILITY}AlternateContent")):
        fallback = choice.find(f"{_COMPATIBILITY}Fallback")
        if fallback is None:
            remove(choice)
        else:
            choice[:] = list(fallback)
            unwrap(choice)
    for node in list(root.iter(etree.Element)):
        if etree.QName(node).namespace not in _KNOWN:
            remove(node)
            continue
        for name in list(node.attrib):
            space = etree.QName(name).namespace
            if space not in (None, *_KNOWN) and name != _XML_SPACE:
                del node.attrib[name]
    mend_values(root)


def mend_part(root: Element) -> None:
    """Mend a chart or another part that comes with a document in place."""
    for node in root.iter(*(f"{{{NAMESPACES['c']}}}{name}" for name in ("axId", "crossAx"))):
        value = node.get("val", "")
        if value.lstrip("-").isdigit():
            node.set("val", str(int(value) % _AXES))


def mend_values(root: Element) -> None:
    """Round numbers that are whole in the schema, and leave out values that it does not know."""
    for node in list(root.iter(f"{{{W}}}*")):
        kind = etree.QName(node).localname
        for attribute in list(node.attrib):
            name = etree.QName(attribute)
            if name.namespace != W:
                continue
            made = _mended(kind, name.localname, str(node.attrib[attribute]))
            if made is not None:
                node.set(attribute, made)
            elif name.localname == "val":
                remove(node)
                break
            else:
                del node.attrib[attribute]


def _mended(kind: str, name: str, value: str) -> str | None:
    """The value of an attribute as the schema has it; None for one that it does not know."""
    if name in _COLOURS or (kind, name) == ("color", "val"):
        bare = value.removeprefix("#")
        return bare if _COLOUR.fullmatch(bare) else None
    whole = name in _WHOLE and kind not in _WORDED and name not in _WORDED
    if name == "val" and kind in _SIDED:
        return _SIDES.get(value, value)
    if name == "val" and kind in _MOST and value.isdecimal():
        return str(min(int(value), _MOST[kind]))
    if not whole and not (name == "val" and kind in _WHOLE_VALUES):
        return value
    if _MEASURE.fullmatch(value):
        return value
    if _NUMBER.fullmatch(value) is None:
        return None
    if value.lstrip("-").isdigit():
        return value
    return str(round(float(value)))


def _mend_vml(story: Element) -> None:
    for node in list(story.iter(f"{{{_VML}}}*")):
        if etree.QName(node).localname not in _VML_NAMES:
            remove(node)


def _keep_spaces(story: Element) -> None:
    """Say of spaces at the ends of a text that they count; not of a line break of the writer's."""
    for text in story.iter(clark("w:t")):
        said = text.text or ""
        if said != said.strip(" ") and "\n" not in said:
            text.set(_XML_SPACE, "preserve")


def mend_drawing_ids(story: Element, ids: Iterable[int]) -> None:
    """Give every drawing an id anew, and what lies in it one where its own is no such number."""
    following = iter(ids)
    for node in story.iter(etree.Element):
        kind = etree.QName(node).localname
        if node.tag == clark("wp:docPr") or (kind == "cNvPr" and not _is_id(node.get("id", ""))):
            node.set("id", str(next(following)))


def _is_id(value: str) -> bool:
    return value.isdecimal() and int(value) < _UNSIGNED
