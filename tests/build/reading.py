"""Reading what was built, part by part, with nothing of the program."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
_SIGNS = {"tab": "\t", "br": "\n", "noBreakHyphen": "-"}


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a .docx or .xlsx."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def all_parts(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file and, where it is or holds a zip, everything in it, however deep."""
    yield name, data
    start = data.find(b"PK\x03\x04")
    if start >= 0:
        try:
            inner = parts_of(data[start:])
        except zipfile.BadZipFile:
            return
        for part, content in inner.items():
            yield from all_parts(f"{name}/{part}", content)


def built(root: Path, name: str = "check") -> dict[str, bytes]:
    """The parts of a built report."""
    return parts_of((root / "output" / name / f"{name}.docx").read_bytes())


def tree(parts: dict[str, bytes], name: str) -> etree._Element:
    return etree.fromstring(parts[name])


def texts(root: etree._Element) -> list[str]:
    """The text of every paragraph of a part, tabs and breaks as white space."""
    found = []
    for paragraph in root.iter(f"{W}p"):
        pieces = []
        for node in paragraph.iter(f"{W}t", *(f"{W}{sign}" for sign in _SIGNS)):
            pieces.append(node.text or "" if node.tag == f"{W}t" else _SIGNS[node.tag[len(W) :]])
        found.append("".join(pieces))
    return found


def document_text(parts: dict[str, bytes]) -> str:
    return "\n".join(texts(tree(parts, "word/document.xml")))


def chart_names(parts: dict[str, bytes]) -> list[str]:
    names = [
        name for name in parts if name.startswith("word/charts/chart") and name.endswith(".xml")
    ]
    return sorted(names, key=lambda name: int("".join(filter(str.isdigit, name))))


def chart_figures(parts: dict[str, bytes], name: str) -> list[float]:
    """The numbers that a chart draws."""
    values = tree(parts, name).iter(f"{C}val")
    return [float(v.text or "") for value in values for v in value.iter(f"{C}v")]


def chart_words(parts: dict[str, bytes], name: str) -> str:
    return "".join(node.text or "" for node in tree(parts, name).iter(f"{A}t"))


def workbook_figures(parts: dict[str, bytes], chart: str) -> list[float]:
    """The numbers in the workbook behind a chart."""
    book = chart.replace("charts/", "embeddings/").replace(".xml", ".xlsx")
    sheet = etree.fromstring(parts_of(parts[book])["xl/worksheets/sheet1.xml"])
    cells = [cell for cell in sheet.iter(f"{S}c") if cell.get("t") not in ("s", "inlineStr", "str")]
    return [float(v.text or "") for cell in cells for v in cell.iter(f"{S}v")]


def alternative_texts(parts: dict[str, bytes]) -> list[str]:
    nodes = tree(parts, "word/document.xml").iter(f"{WP}docPr")
    return [node.get("descr", "") for node in nodes]


def table_texts(parts: dict[str, bytes]) -> list[list[list[str]]]:
    """Tables as rows of cells."""
    return [
        [["\n".join(texts(cell)) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in tree(parts, "word/document.xml").iter(f"{W}tbl")
    ]
