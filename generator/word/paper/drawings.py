"""Drawings: pictures, charts, shapes, text boxes and embedded objects, with alternative texts.

<w:drawing><wp:inline><wp:extent cx="5040000" cy="3024000"/>
  <wp:docPr id="3" name="Figure 1" descr="Columns: 6.5% plan to leave."/>
  <a:graphic><a:graphicData><c:chart r:id="rId12"/> ...
<w:pict><v:shape alt="The council's crest"><v:imagedata r:id="rId5"/> ...            older programs
"""

from __future__ import annotations

from lxml import etree

from generator.model.release.paper import DrawingKind, PaperChart, PaperDrawing, PaperSeries
from generator.word.package.elements import Element, clark
from generator.word.package.parts import Parts
from generator.word.package.zip_package import PackageError

_EMU_PER_MM = 36_000
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_KINDS: dict[str, DrawingKind] = {
    "chart": "chart", "pic": "picture", "relIds": "diagram", "wsp": "shape", "wgp": "shape",
}  # fmt: skip
_V = "{urn:schemas-microsoft-com:vml}"


def read_drawing(node: Element, index: int, parts: Parts, part: str) -> PaperDrawing:
    """A w:drawing, w:pict or w:object that stands in the text of that index in that part."""
    if etree.QName(node).localname == "drawing":
        return _drawing(node, index, parts, part)
    shape = next((one for one in node.iter() if str(one.tag).startswith(_V)), None)
    boxed = next(node.iter(clark("w:txbxContent")), None) is not None
    drawn = next(node.iter(f"{_V}imagedata"), None)
    alt = "" if shape is None else shape.get("alt", "")
    kind: DrawingKind = "box" if boxed else "picture" if drawn is not None else "shape"
    if etree.QName(node).localname == "object":
        kind = "object"
    placed = "" if shape is None else shape.get("style", "")
    return PaperDrawing(kind, index, alternative=alt, inline="position:absolute" not in placed)


def _drawing(node: Element, index: int, parts: Parts, part: str) -> PaperDrawing:
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
            chart = _read_chart(parts, target.target)
    for blip in holder.iter(clark("a:blip")):
        target = related.get(blip.get(clark("r:link"), ""))
        link = target.target if target is not None and target.external else link
    return PaperDrawing(
        kind,
        index,
        "" if said is None else said.get("name", ""),
        "" if said is None else said.get("title", ""),
        "" if said is None else said.get("descr", ""),
        said is not None and any(one.get("val") == "1" for one in said.iter(_DECORATIVE)),
        holder.tag != clark("wp:anchor"),
        link,
        chart,
        (_mm(extent, "cx"), _mm(extent, "cy")),
    )


def _kind(holder: Element) -> DrawingKind:
    if next(holder.iter(clark("w:txbxContent")), None) is not None:
        return "box"
    data = next(holder.iter(clark("a:graphicData")), None)
    inner = None if data is None else next(data.iterchildren(), None)
    return "object" if inner is None else _KINDS.get(etree.QName(inner).localname, "object")


def _mm(extent: Element | None, name: str) -> float:
    said = "" if extent is None else extent.get(name, "")
    return int(said) / _EMU_PER_MM if said.isascii() and said.isdigit() and len(said) < 12 else 0.0


# ---------------------------------------------------------------- charts
def _read_chart(parts: Parts, name: str) -> PaperChart | None:
    try:
        root = parts.xml(name)
    except PackageError:
        return None  # told by the checks of the file's validity
    area = root.find(f"{clark('c:chart')}/{clark('c:plotArea')}")
    plots = [one for one in ([] if area is None else area) if str(one.tag).endswith("Chart")]
    title = root.find(f"{clark('c:chart')}/{clark('c:title')}")
    words = [] if title is None else [one.text or "" for one in title.iter(clark("a:t"))]
    return PaperChart(
        name,
        "".join(words).strip(),
        tuple(etree.QName(plot).localname for plot in plots),
        tuple(_series(one) for plot in plots for one in plot.iterfind(clark("c:ser"))),
        parts.related_part(name, "package") or "",
    )


def _series(node: Element) -> PaperSeries:
    names = _cached(node.find(clark("c:tx")))
    values = _cached(
        node.find(clark("c:val"))
        if node.find(clark("c:val")) is not None
        else node.find(clark("c:yVal"))
    )
    categories = _cached(node.find(clark("c:cat")))
    colours = [
        one.get("val", "").upper()
        for shape in node.iter(clark("c:spPr"))
        if etree.QName(shape.getparent()).localname in ("ser", "dPt")
        for one in shape.iterfind(f"{clark('a:solidFill')}/{clark('a:srgbClr')}")
    ]
    numbers = tuple(_number(value) for value in values)
    return PaperSeries(" ".join(names), categories, numbers, tuple(dict.fromkeys(colours)))


def _cached(node: Element | None) -> tuple[str, ...]:
    """The points of a cache in the order of their indexes, '' where one is missing."""
    if node is None:
        return ()
    found = {
        int(point.get("idx", "0")): point.findtext(clark("c:v")) or ""
        for point in node.iter(clark("c:pt"))
        if point.get("idx", "0").isdigit() and len(point.get("idx", "0")) < 6
    }
    if not found:
        alone = node.findtext(clark("c:v"))
        return (alone,) if alone else ()
    return tuple(found.get(at, "") for at in range(max(found) + 1))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
