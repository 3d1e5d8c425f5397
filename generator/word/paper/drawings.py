"""Drawings: pictures, charts, shapes, text boxes and embedded objects, with alternative texts.

<w:drawing><wp:inline><wp:extent cx="5040000" cy="3024000"/>
  <wp:docPr id="3" name="Figure 1" descr="Columns: 6.5% plan to leave."/>
  <a:graphic><a:graphicData><c:chart r:id="rId12"/> ...
<w:pict><v:shape alt="The council's crest"><v:imagedata r:id="rId5"/> ...            older programs
"""

from __future__ import annotations

from lxml import etree

from generator.model.release.paper import DrawingKind, PaperDrawing
from generator.word.package.elements import Element, clark
from generator.word.package.parts import Parts
from generator.word.paper.known_charts import KnownCharts
from generator.word.paper.picture_data import read_picture
from generator.word.paper.watermarks import is_behind_pages, is_named_watermark

_EMU_PER_MM = 36_000
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_KINDS: dict[str, DrawingKind] = {
    "chart": "chart", "pic": "picture", "relIds": "diagram", "wsp": "shape", "wgp": "shape",
}  # fmt: skip
_V = "{urn:schemas-microsoft-com:vml}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"
_TITLE = "{urn:schemas-microsoft-com:office:office}title"
_RULE = "{urn:schemas-microsoft-com:office:office}hr"  # a line across the page


def read_drawing(
    node: Element, index: int, parts: Parts, part: str, charts: KnownCharts
) -> PaperDrawing:
    """A w:drawing, w:pict or w:object that stands in the text of that index in that part."""
    if etree.QName(node).localname == "drawing":
        return _drawing(node, index, parts, part, charts)
    shape = next((one for one in node.iter() if str(one.tag).startswith(_V)), None)
    boxed = next(node.iter(clark("w:txbxContent")), None) is not None
    drawn = next(node.iter(f"{_V}imagedata"), None)
    alt = "" if shape is None else shape.get("alt", "")
    kind: DrawingKind = "box" if boxed else "picture" if drawn is not None else "shape"
    if etree.QName(node).localname == "object":
        kind = "object"
    drawn_words = [one.get("string", " ") for one in node.iter(f"{_V}textpath")]
    placed, name = ("", "") if shape is None else (shape.get("style", ""), shape.get("id", ""))
    return PaperDrawing(
        kind,
        index,
        name,
        alternative=alt,
        decorative=shape is not None and shape.get(_RULE, "f") in ("t", "true", "1"),
        inline="position:absolute" not in placed,
        watermark=is_named_watermark(name) or bool(drawn_words) or is_behind_pages(node),
        picture=read_picture(parts, part, "" if drawn is None else drawn.get(clark("r:id"), "")),
        words=" ".join(drawn_words),
        source="" if drawn is None else drawn.get(_TITLE, ""),
    )


def _drawing(
    node: Element, index: int, parts: Parts, part: str, charts: KnownCharts
) -> PaperDrawing:
    holder = next(
        (one for one in node if one.tag in (clark("wp:inline"), clark("wp:anchor"))), node
    )
    said, extent = holder.find(clark("wp:docPr")), holder.find(clark("wp:extent"))
    kind, chart, link = _kind(holder), None, ""
    related = {one.id: one for one in parts.related(part)}
    if kind == "chart":
        inner = next(holder.iter(clark("c:chart")))
        target = related.get(inner.get(clark("r:id"), ""))
        if target is not None and target.target in parts:
            chart = charts.read(parts, target.target)
    blips = list(holder.iter(clark("a:blip")))
    for blip in blips:
        target = related.get(blip.get(clark("r:link"), ""))
        link = target.target if target is not None and target.external else link
    name = "" if said is None else said.get("name", "")
    crop = next(holder.iter(clark("a:srcRect")), None)
    cut = crop is not None and any(value not in ("0", "0%") for value in crop.attrib.values())
    picture = read_picture(parts, part, blips[0].get(clark("r:embed"), ""), cut) if blips else None
    return PaperDrawing(
        kind,
        index,
        name,
        "" if said is None else said.get("title", ""),
        "" if said is None else said.get("descr", ""),
        said is not None and any(one.get("val") == "1" for one in said.iter(_DECORATIVE)),
        holder.tag != clark("wp:anchor"),
        link,
        chart,
        (_mm(extent, "cx"), _mm(extent, "cy")),
        is_named_watermark(name) or is_behind_pages(node),
        picture,
        source=_source(holder),
    )


def _source(holder: Element) -> str:
    """The file that a picture was ('draft.png'), and what was said of it there."""
    said = next(holder.iter(_PICTURE), None)
    return "" if said is None else f"{said.get('name', '')} {said.get('descr', '')}".strip()


def _kind(holder: Element) -> DrawingKind:
    if next(holder.iter(clark("w:txbxContent")), None) is not None:
        return "box"
    data = next(holder.iter(clark("a:graphicData")), None)
    inner = None if data is None else next(data.iterchildren(), None)
    return "object" if inner is None else _KINDS.get(etree.QName(inner).localname, "object")


def _mm(extent: Element | None, name: str) -> float:
    said = "" if extent is None else extent.get(name, "")
    return int(said) / _EMU_PER_MM if said.isascii() and said.isdigit() and len(said) < 12 else 0.0
