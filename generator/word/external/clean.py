"""What another document's text is rid of before it is placed: changes, comments, fields, blanks."""

from __future__ import annotations

from lxml import etree

from generator.word.package.elements import Element, clark, is_on, w
from generator.word.package.namespaces import W
from generator.word.styles.style_sheet import ORDERS, put_in_order

_UNWRAPPED = ("ins", "moveTo", "smartTag", "customXml", "fldSimple", "sdtContent", "sdt")
_DROPPED = (
    "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
    "moveToRangeEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
    "annotationRef", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "rPrChange",
    "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange",
    "tblPrExChange", "cellIns", "cellDel", "numberingChange", "sdtPr", "sdtEndPr", "delText",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
    "customXmlDelRangeEnd", "smartTagPr", "customXmlPr",
)  # fmt: skip
_SWITCHES = (
    "tblHeader", "cantSplit", "hidden", "noWrap", "hideMark", "b", "bCs", "i", "iCs", "caps",
    "smallCaps", "strike", "dstrike", "vanish", "keepNext", "keepLines", "pageBreakBefore",
    "widowControl", "contextualSpacing", "bidi", "rtl", "cs",
)  # fmt: skip
_SHOWN = ("t", "drawing", "pict", "object", "sym", "footnoteReference", "endnoteReference")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_NEWER = "http://schemas.microsoft.com/office/word/"


def clean_text(story: Element) -> None:
    """Accept changes; leave out comments, hidden text, contents lists and marks; fields become
    their text.
    """
    _drop_contents_lists(story)
    _drop_deleted(story)
    for node in [*hidden_text(story), *story.iter(*(f"{{{W}}}{name}" for name in _DROPPED))]:
        remove(node)
    for node in list(story.iter(*(f"{{{W}}}{name}" for name in _UNWRAPPED))):
        unwrap(node)
    _flatten_fields(story)
    _drop_empty_runs(story)
    for node in list(story.iter(etree.Element)):
        for name in list(node.attrib):
            if str(name).startswith((f"{{{W}}}rsid", f"{{{_NEWER}")):
                del node.attrib[name]
        if str(node.tag).startswith(f"{{{_NEWER}") and node.getparent() is not None:
            in_run = node.getparent().tag == clark("w:rPr")  # type: ignore[union-attr]
            if in_run:
                remove(node)
    for fonts in story.iter(clark("w:rFonts")):
        for name in list(fonts.attrib):
            if str(name).endswith("Theme"):
                del fonts.attrib[name]


def hidden_text(story: Element) -> list[Element]:
    """Runs and rows that Word hides: nobody sees them before the report is published."""
    hidden = f"{clark('w:rPr')}/{clark('w:vanish')}", f"{clark('w:trPr')}/{clark('w:hidden')}"
    runs = [run for run in story.iter(clark("w:r")) if is_on(run.find(hidden[0]))]
    return runs + [row for row in story.iter(clark("w:tr")) if is_on(row.find(hidden[1]))]


def _drop_contents_lists(story: Element) -> None:
    for gallery in list(story.iter(clark("w:docPartGallery"))):
        control = next(gallery.iterancestors(clark("w:sdt")), None)
        if gallery.get(clark("w:val")) == "Table of Contents" and control is not None:
            remove(control)


def _drop_deleted(story: Element) -> None:
    """Rows and paragraph marks that a tracked change deletes."""
    for row in list(story.iter(clark("w:tr"))):
        if row.find(f"{clark('w:trPr')}/{clark('w:del')}") is not None:
            remove(row)
    for paragraph in list(story.iter(clark("w:p"))):
        mark = paragraph.find(f"{clark('w:pPr')}/{clark('w:rPr')}/{clark('w:del')}")
        following = paragraph.getnext()
        if mark is None or following is None or following.tag != clark("w:p"):
            continue
        at = 1 if following.find(clark("w:pPr")) is not None else 0
        content = [node for node in paragraph if node.tag != clark("w:pPr")]
        following[at:at] = content
        remove(paragraph)


def _flatten_fields(story: Element) -> None:
    """Keep what fields show, not what they compute: another document's numbers stay as they are."""
    depth, in_code = 0, [False]
    for node in list(story.iter(clark("w:fldChar"), clark("w:instrText"), clark("w:t"))):
        if node.tag == clark("w:fldChar"):
            kind = node.get(clark("w:fldCharType"))
            if kind == "begin":
                depth += 1
                in_code.append(True)
            elif kind == "separate":
                in_code[-1] = False
            elif depth:
                depth -= 1
                in_code.pop()
            remove(node)
        elif node.tag == clark("w:instrText") or any(in_code):
            remove(node)


def _drop_empty_runs(story: Element) -> None:
    """Runs that only held a comment's mark or a field."""
    for run in list(story.iter(clark("w:r"))):
        if all(node.tag == clark("w:rPr") for node in run):
            remove(run)


def is_empty(block: Element) -> bool:
    """Whether a paragraph shows nothing, or a block is none. Tables are never empty."""
    if block.tag == clark("w:sectPr"):
        return True
    if block.tag != clark("w:p"):
        return False
    for node in block.iter(etree.Element):
        if str(node.tag).startswith(_MATH):
            return False
        shows = any(node.tag == f"{{{W}}}{name}" for name in _SHOWN)
        if shows and (node.tag != clark("w:t") or (node.text or "").strip()):
            return False
    return True


def merge_page_breaks(body: Element) -> None:
    """A paragraph that only breaks the page, or ends a section, makes the next begin a page."""
    breaks = False
    for block in list(body):
        turned = _breaks_page(block)
        if turned and is_empty(block):
            breaks = True
            continue
        if breaks and block.tag == clark("w:p") and not is_empty(block):
            properties = block.find(clark("w:pPr"))
            if properties is None:
                properties = w("pPr")
                block.insert(0, properties)
            put_in_order(properties, w("pageBreakBefore"))
            breaks = False
        for section in list(block.iter(clark("w:sectPr"))):
            if section is not block:
                remove(section)
                breaks = turned or breaks


def _breaks_page(block: Element) -> bool:
    section = block.find(f"{clark('w:pPr')}/{clark('w:sectPr')}")
    if section is not None:
        kind = section.find(clark("w:type"))
        return kind is None or kind.get(clark("w:val")) != "continuous"
    return any(node.get(clark("w:type")) == "page" for node in block.iter(clark("w:br")))


def remove(node: Element) -> None:
    """Take an element out of where it stands; a root stays."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def in_schema_order(root: Element) -> None:
    """Properties in the schema's order and once, switches as Word writes them; others differ."""
    for node in root.iter(*(f"{{{W}}}{name}" for name in ORDERS)):
        kind = str(node.tag).rsplit("}", 1)[-1]
        order = ORDERS[kind]
        if kind != "style":
            # LibreOffice writes some twice.
            last = {child.tag: child for child in node}
            node[:] = [child for child in node if last[child.tag] is child]
        places = {f"{{{W}}}{name}": place for place, name in enumerate(order)}
        node[:] = sorted(node, key=lambda child: places.get(str(child.tag), len(places)))
    for node in root.iter(*(f"{{{W}}}{name}" for name in _SWITCHES)):
        value = node.get(clark("w:val"))
        if value in ("true", "on", "1"):
            del node.attrib[clark("w:val")]
        elif value in ("false", "off"):
            node.set(clark("w:val"), "0")


def unwrap(node: Element) -> None:
    """Put an element's children in its place."""
    parent = node.getparent()
    if parent is None:
        return
    at = parent.index(node)
    children = list(node)
    parent.remove(node)
    parent[at:at] = children
