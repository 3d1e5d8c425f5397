"""What stands in a file beside its words: pictures, equations, breaks, fields, looks of its own.

<w:r><w:rPr><w:strike/></w:rPr><w:t>old</w:t></w:r>   a look that no source says
<w:r><w:br w:type="page"/></w:r>                      a page break
<m:oMath>...</m:oMath>                                an equation

Reading takes the words out of these and leaves the rest; here it is told that there was a rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.surroundings import Aside
from generator.word.package.elements import Element, clark, is_on, local_name
from generator.word.package.namespaces import C, M
from generator.word.reading.view import ACCEPTED

_FALLBACK, _PARAGRAPH, _RUN = clark("mc:Fallback"), clark("w:p"), clark("w:r")
_CONTROL = clark("w:sdt")
_VAL, _TYPE = clark("w:val"), clark("w:type")
_BOX = clark("w:txbxContent")
_LOOKS = {
    clark("w:strike"): "strike-through",
    clark("w:dstrike"): "strike-through",
    clark("w:u"): "underline",
    clark("w:highlight"): "highlight",
    clark("w:color"): "colour",
    clark("w:caps"): "capitals",
    clark("w:smallCaps"): "capitals",
}
_FONT, _SIZE, _SHADE, _RAISED = (
    clark(f"w:{name}") for name in ("rFonts", "sz", "shd", "vertAlign")
)
_READ = ("REF", "PAGEREF", "SEQ", "HYPERLINK", "TOC", "NOTEREF")
_NONE = ("none", "auto", "000000", "0", "false", "off")
_ASKING = tuple(
    clark(name) for name in ("w:dropDownList", "w:comboBox", "w:date", "w:picture", "w14:checkbox")
)
_DRAWINGS = (clark("w:drawing"), clark("w:pict"), clark("w:object"))
_EQUATION = f"{{{M}}}oMath"
_TELLING = (
    *_LOOKS,
    *(_FONT, _SIZE, _SHADE, _RAISED),
    *_DRAWINGS,
    *(_EQUATION, _CONTROL),
    *map(clark, ("w:fldSimple", "w:instrText", "w:br", "w:pageBreakBefore", "w:sectPr")),
)
"""The tags that something in a paragraph is told by."""
_HYPHEN = clark("w:noBreakHyphen")


def read_asides(body: Element, foreign: bool = False) -> tuple[Aside, ...]:
    """All of the accepted text, in order.

    foreign: a program saved it that writes fonts and sizes of styles at each word.
    """
    found: list[Aside] = []
    told = {next(node.iterancestors(_PARAGRAPH), None) for node in body.iter(*_TELLING)}
    for node in body.iter(_PARAGRAPH, _CONTROL):
        if node.tag == _PARAGRAPH and node not in told:
            continue  # most: nothing in it but words
        paragraph = node if node.tag == _PARAGRAPH else next(node.iter(_PARAGRAPH), None)
        if paragraph is None:
            continue  # a control in a paragraph, told with it
        words = " ".join(_words(paragraph).split())
        if node is paragraph:
            found += (Aside(kind, words, detail) for kind, detail in _of(paragraph, foreign))
        elif _asks(node):
            found.append(Aside("content control", words))
    return tuple(found)


def _of(paragraph: Element, foreign: bool) -> Iterator[tuple[str, str]]:
    looks: dict[str, None] = {}
    for node in _own(paragraph):
        if node.tag == _RUN:
            looks |= dict.fromkeys(_looks(node, foreign))
        elif node.tag in _DRAWINGS:
            yield from _drawn(node)
        elif node.tag == _EQUATION:
            yield "equation", ""
        elif node.tag in (clark("w:fldSimple"), clark("w:instrText")):
            yield from _field(node)
        elif node.tag == clark("w:br") and node.get(_TYPE) in ("page", "column"):
            yield "page break", ""
        elif node.tag == _CONTROL and _asks(node):
            yield "content control", ""
        elif node.tag == clark("w:pPr"):
            yield from _breaks(node)
    if looks:
        yield "formatting", " and ".join(looks)


def _asks(control: Element) -> bool:
    """Whether a control is there to be filled in: one that only goes round words adds nothing.

    Other programs put such ones round stretches of text by themselves.
    """
    said = control.find(clark("w:sdtPr"))
    return said is not None and any(node.tag in _ASKING for node in said)


def _own(paragraph: Element) -> Iterator[Element]:
    """What stands in a paragraph and is not gone; not what stands in text boxes in it."""
    for child in paragraph:
        if child.tag in ACCEPTED.gone or child.tag in (_FALLBACK, _BOX):
            continue
        yield child
        if child.tag not in (*_DRAWINGS, clark("w:pPr")):
            yield from _own(child)


def _looks(run: Element, foreign: bool) -> Iterator[str]:
    said = run.find(clark("w:rPr"))
    shown = any((node.text or "").strip() for node in run.iterfind(clark("w:t")))
    for node in () if said is None or not shown else said:
        if node.tag in _LOOKS and node.get(_VAL, "true") not in _NONE:
            yield _LOOKS[node.tag]
        elif not foreign:
            yield from _type(node)


def _type(node: Element) -> Iterator[str]:
    """What a property of a run says of its letters."""
    if node.tag == _FONT and node.get(clark("w:ascii")):
        yield "font"
    elif node.tag == _SIZE:
        yield "size"
    elif node.tag == _SHADE and node.get(clark("w:fill"), "auto") not in ("auto", "FFFFFF"):
        yield "shading"
    elif node.tag == _RAISED and node.get(_VAL) == "subscript":
        yield "subscript"


def _drawn(node: Element) -> Iterator[tuple[str, str]]:
    if next(node.iter(f"{{{C}}}chart"), None) is not None:
        yield "chart", ""
        return
    box = next(node.iter(_BOX), None) is not None
    names = {local_name(one) for one in node.iter()}
    kind = "text box" if box else "picture" if names & {"pic", "imagedata"} else "shape"
    said = next(node.iter(clark("wp:docPr")), None)
    yield kind, "" if said is None else said.get("descr", "") or said.get("name", "")


def _field(node: Element) -> Iterator[tuple[str, str]]:
    said = node.text or "" if node.tag == clark("w:instrText") else node.get(clark("w:instr"), "")
    name = re.match(r"\s*([A-Za-z]+)", said)
    if name is not None and name[1].upper() not in _READ:
        yield "field", name[1].upper()


def _breaks(properties: Element) -> Iterator[tuple[str, str]]:
    if is_on(properties.find(clark("w:pageBreakBefore"))):
        yield "page break", ""
    if properties.find(clark("w:sectPr")) is not None:
        yield "section break", ""


def _words(paragraph: Element) -> str:
    return "".join(
        "-" if node.tag == _HYPHEN else node.text or ""
        for node in _own(paragraph)
        if node.tag in (clark("w:t"), clark("m:t"), _HYPHEN)
    )
