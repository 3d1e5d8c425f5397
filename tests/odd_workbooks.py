"""Workbooks that no spreadsheet program writes, made part by part."""

from __future__ import annotations

import io
import zipfile

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>A</t></is></c></row>'
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def xlsx(rows: str, texts: str = "", part: str = "worksheets/sheet1.xml", more: str = "") -> bytes:
    """A workbook of one sheet. rows, texts: what stands in its w:sheetData and its shared texts;
    part: the name of the sheet's part; more: what stands in the sheet before its rows.
    """
    sheet = f'<worksheet xmlns="{_MAIN}">{more}<sheetData>{rows}</sheetData></worksheet>'
    return package(sheet, texts, part)


def package(sheet: str, texts: str = "", part: str = "worksheets/sheet1.xml") -> bytes:
    """A workbook whose one sheet is this XML."""
    links = {"worksheet": part, "sharedStrings": "sharedStrings.xml"}
    related = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in links.items()
    )
    return _zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_WORKBOOK}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="w" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="worksheet"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f"{related}</Relationships>",
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{texts}</sst>',
            f"xl/{part}": sheet,
        }
    )


def ods(rows: str) -> bytes:
    """A workbook of OpenDocument with these table:table-row elements in its one sheet."""
    names = " ".join(f'xmlns:{n}="{_ODF}:{n}:1.0"' for n in ("office", "table", "text", "manifest"))
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return _zipped(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f"<manifest:manifest {names}><manifest:file-entry "
            f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
            "content.xml": f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="S">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def ods_row(text: str, across: int = 1, down: int = 1) -> str:
    """A row whose one cell is repeated `across`, itself repeated `down`. text: '' for empty."""
    filled = f'office:value-type="string"><text:p>{text}</text:p>' if text else ">"
    return (
        f'<table:table-row table:number-rows-repeated="{down}"><table:table-cell '
        f'table:number-columns-repeated="{across}" {filled}</table:table-cell></table:table-row>'
    )


def _zipped(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            about = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the same bytes each time
            archive.writestr(about, text, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
