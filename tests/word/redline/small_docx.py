"""Small .docx files of a few words of XML, and what a text says with its changes settled.

Neither uses the program: settling is told anew here, as the standard words it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DECLARED = f'xmlns:w="{W}" xmlns:r="{R}"'
STYLES = ("Normal", "heading 1", "heading 2", "Quote", "footnote text", "List Bullet")
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '</w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
Mode = Literal["accept", "reject"]


def w(name: str) -> str:
    """A Clark name in the w namespace."""
    return f"{{{W}}}{name}"


def run(text: str, look: str = "") -> str:
    """A run. look: names of properties, '<w:b/>'."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", style: str = "", more: str = "") -> str:
    """A paragraph of runs, or of a text. style: an id."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + more
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def item(content: str, level: int = 0, number: int = 1) -> str:
    """A list item."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(content, more=numbered)


def table(*rows: Sequence[str]) -> str:
    """A table of rows of cells; a cell is a text or paragraphs."""
    width = max(map(len, rows))
    made = "".join(
        "<w:tr>"
        + "".join(
            '<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>'
            f"{cell if cell.startswith('<w:p') or cell.startswith('<w:tbl') else p(cell)}</w:tc>"
            for cell in row
        )
        + "</w:tr>"
        for row in rows
    )
    grid = '<w:gridCol w:w="1000"/>' * width
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
    )


def note(number: int, kind: str = "footnote") -> str:
    """The mark of a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def field(instruction: str, result: str) -> str:
    """A field in its long form."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def docx(
    *blocks: str,
    notes: Mapping[int, str] | None = None,
    links: Mapping[str, str] | None = None,
    pictures: Mapping[str, bytes] | None = None,
    styles: Sequence[str] = STYLES,
    numbering: str = NUMBERING,
) -> bytes:
    """A .docx. notes: paragraphs by id. links, pictures: by relationship. styles: their names."""
    parts: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {DECLARED}><w:body>{''.join(blocks)}<w:sectPr/></w:body>"
        "</w:document>",
        "word/styles.xml": f"<w:styles {DECLARED}>{''.join(map(_style, styles))}</w:styles>",
        "word/numbering.xml": f"<w:numbering {DECLARED}>{numbering}</w:numbering>",
    }
    related = [("rIdS", "styles", "styles.xml", ""), ("rIdN", "numbering", "numbering.xml", "")]
    if notes is not None:
        parts["word/footnotes.xml"] = _notes(notes)
        related.append(("rIdF", "footnotes", "footnotes.xml", ""))
    for key, address in (links or {}).items():
        related.append((key, "hyperlink", address, ' TargetMode="External"'))
    for key, data in (pictures or {}).items():
        parts[f"word/media/{key}.png"] = data
        related.append((key, "image", f"media/{key}.png", ""))
    parts["word/_rels/document.xml.rels"] = _relationships(related)
    parts["_rels/.rels"] = _relationships([("rId1", "officeDocument", "word/document.xml", "")])
    parts["[Content_Types].xml"] = _types(parts)
    return packed(parts)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a zip."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _style(name: str) -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    key = name.title().replace(" ", "")
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    )


def _notes(notes: Mapping[int, str]) -> str:
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{key}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for key, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    made = "".join(f'<w:footnote w:id="{key}">{text}</w:footnote>' for key, text in notes.items())
    return f"<w:footnotes {DECLARED}>{lines}{made}</w:footnotes>"


def _relationships(related: Sequence[tuple[str, str, str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"{mode}/>'
        for key, kind, target, mode in related
    )
    return f'<Relationships xmlns="{RELS}">{made}</Relationships>'


def _types(parts: Mapping[str, str | bytes]) -> str:
    kinds = {"document": "document.main"}
    made = "".join(
        f'<Override PartName="/{name}" ContentType="{WORD_TYPE}{kinds.get(stem, stem)}+xml"/>'
        for name in parts
        if name.count("/") == 1 and name.endswith(".xml")
        for stem in [name[5:-4]]
    )
    defaults = (
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
    )
    return f'<Types xmlns="{TYPES}">{defaults}{made}</Types>'


@dataclass(frozen=True)
class Line:
    """A paragraph as settled: its place ('' or 'cell'), style's name, text with bold in stars."""

    place: str
    style: str
    text: str


def lines(data: bytes, mode: Mode = "accept") -> list[Line]:
    """The paragraphs that a .docx has when all its changes are accepted, or rejected."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    settled = _Settled(parts, mode)
    return list(settled.story(settled.body, ""))


def said(data: bytes, mode: Mode = "accept") -> list[str]:
    """The texts of `lines`."""
    return [line.text for line in lines(data, mode)]


def pieces(data: bytes, mode: Mode) -> list[str]:
    """The texts of `lines` without the stars of bold."""
    return [text.replace("*", "") for text in said(data, mode)]


class _Settled:
    def __init__(self, parts: Mapping[str, bytes], mode: Mode) -> None:
        self._gone = ("del", "moveFrom") if mode == "accept" else ("ins", "moveTo")
        self._mode = mode
        root = etree.fromstring(parts["word/document.xml"])
        self.body = root.find(w("body"))
        styles = etree.fromstring(parts["word/styles.xml"])
        self._styles = {
            style.get(w("styleId")): style.find(w("name")).get(w("val")).casefold()
            for style in styles.iter(w("style"))
        }
        self._notes = {}
        for kind in ("footnote", "endnote"):
            if f"word/{kind}s.xml" in parts:
                for one in etree.fromstring(parts[f"word/{kind}s.xml"]):
                    self._notes[f"{kind}Reference", one.get(w("id"))] = one

    def story(self, parent: etree._Element, place: str) -> Iterator[Line]:
        carried: str | None = None
        found = False
        for block in self._blocks(parent):
            if block.tag == w("tbl"):
                rows = [row for row in block.iter(w("tr")) if self._own(row, block)]
                for row in rows:
                    if not self._is_gone(row.find(w("trPr"))):
                        for cell in (each for each in row.iter(w("tc")) if self._own(each, row)):
                            yield from self.story(cell, "cell")
                            found = True
                continue
            text = (carried or "") + self.text(block)
            carried = None
            properties = block.find(w("pPr"))
            end = None if properties is None else properties.find(w("rPr"))
            if self._is_gone(end):
                carried = text
            else:
                found = True
                yield Line(place, self._style(properties), text.replace("**", ""))
        if carried or (carried is not None and not found):
            yield Line(place, "", carried)

    def _blocks(self, parent: etree._Element) -> Iterator[etree._Element]:
        for node in parent:
            if node.tag in (w("p"), w("tbl")):
                yield node
            elif node.tag in (w("sdt"), w("sdtContent")):
                yield from self._blocks(node)

    def _own(self, node: etree._Element, holder: etree._Element) -> bool:
        return next(node.iterancestors(holder.tag)) is holder

    def _is_gone(self, properties: etree._Element | None) -> bool:
        return properties is not None and any(
            properties.find(w(name)) is not None for name in self._gone
        )

    def _style(self, properties: etree._Element | None) -> str:
        if properties is not None and self._mode == "reject":
            older = properties.find(f"{w('pPrChange')}/{w('pPr')}")
            properties = properties if older is None else older
        style = None if properties is None else properties.find(w("pStyle"))
        return "normal" if style is None else self._styles[style.get(w("val"))]

    def text(self, parent: etree._Element) -> str:
        found, showing = "", [True]
        for node in parent.iter():
            if any(each.tag in map(w, self._gone) for each in self._up(node, parent)):
                continue
            if node.tag == w("fldChar"):
                kind = node.get(w("fldCharType"))
                if kind == "begin":
                    showing.append(False)
                elif kind == "separate":
                    showing[-1] = True
                elif len(showing) > 1:
                    showing.pop()
            if not all(showing):
                continue
            if node.tag in (w("t"), w("delText")):
                found += self._looking(node)
            elif node.tag in (w("tab"), w("br")) and node.getparent().tag == w("r"):
                found += "\t" if node.tag == w("tab") else "\n"
            elif node.tag in (w("footnoteReference"), w("endnoteReference")):
                held = self._notes[node.tag.split("}")[1], node.get(w("id"))]
                found += "[" + "|".join(line.text for line in self.story(held, "")) + "]"
            elif node.tag == w("drawing"):
                found += "[picture]"
        return found

    def _up(self, node: etree._Element, top: etree._Element) -> Iterator[etree._Element]:
        while node is not top:
            yield node
            node = node.getparent()

    def _looking(self, node: etree._Element) -> str:
        properties = node.getparent().find(w("rPr"))
        if properties is not None and self._mode == "reject":
            older = properties.find(f"{w('rPrChange')}/{w('rPr')}")
            properties = properties if older is None else older
        bold = properties is not None and properties.find(w("b")) is not None
        return f"*{node.text or ''}*" if bold and node.text else node.text or ""
