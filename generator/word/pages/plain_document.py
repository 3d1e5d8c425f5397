"""A plain, accessible .docx from nothing: headings, paragraphs, bullets and tables.

Everything that looks like something is a style: Arial 12, headings by level, a table whose first
row is a header that repeats and whose rows are not split. What Word writes into every file is
put in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.word.package.namespaces import declared
from generator.word.package.parts import Parts
from generator.word.package.runs import runs
from generator.word.package.settings import tidy_settings
from generator.word.package.xml_text import escape
from generator.word.package.zip_package import write_package
from generator.word.template.complete_parts import complete_parts

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WIDTH = 9638  # twentieths of a point between margins of 2 cm on A4


def heading(level: int, text: str) -> str:
    """A heading, 1 to 3."""
    return _paragraph(text, f"Heading{level}")


def paragraph(text: str) -> str:
    """A paragraph of text."""
    return _paragraph(text, "")


def bullet(text: str) -> str:
    """An item of a bulleted list."""
    return _paragraph(text, "ListBullet")


def table(
    title: str, header: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]
) -> str:
    """A table. title: its alternative text. widths: shares of the columns, of 100."""
    columns = [_WIDTH * width // 100 for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    made = _row(header, columns, "TableHeading", "<w:cantSplit/><w:tblHeader/>")
    for row in rows:
        made += _row(row, columns, "TableText", "<w:cantSplit/>")
    properties = (
        f'<w:tblStyle w:val="TableGrid"/><w:tblW w:w="{_WIDTH}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(title)}"/>'
    )
    inside = f"<w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}"
    return f"<w:tbl>{inside}</w:tbl>{_paragraph('', 'TableEnd')}"


def _row(cells: Sequence[str], widths: Sequence[int], style: str, properties: str) -> str:
    made = ""
    for cell, width in zip(cells, widths, strict=True):
        own = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        made += f"<w:tc>{own}{_paragraph(cell, style)}</w:tc>"
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def _paragraph(text: str, style: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{runs(text)}</w:p>"


def plain_document(title: str, body: Iterable[str], language: str = "en-GB") -> bytes:
    """The .docx. body: what the functions above give, in order. The same bytes every time."""
    section = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" '
        'w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    text = (
        f"<w:document {declared('w', 'r')}><w:body>{''.join(body)}{section}</w:body></w:document>"
    )
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(title, language),
        "word/document.xml": text,
        "word/_rels/document.xml.rels": _relationships(
            *((f"{_OFFICE}/{name}", f"{name}.xml") for name in ("styles", "numbering"))
        ),
        "word/styles.xml": _styles(language),
        "word/numbering.xml": _numbering(),
    }
    made = Parts(write_package({name: (_HEAD + part).encode() for name, part in parts.items()}))
    complete_parts(made)
    tidy_settings(made, language)
    return made.to_bytes()


def _types() -> str:
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relationships(*related: tuple[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(related, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _core(title: str, language: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{language}</dc:language>"
        "</cp:coreProperties>"
    )


def _styles(language: str) -> str:
    made = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        f'<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="264" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    made += _style("Normal", "Normal", "", "", default=True)
    for level, size in ((1, 36), (2, 28), (3, 24)):
        look = f'<w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        place = '<w:keepNext/><w:spacing w:before="240" w:after="80"/>'
        place += f'<w:outlineLvl w:val="{level - 1}"/>'
        made += _style(f"Heading{level}", f"heading {level}", place, look)
    listed, near = (
        '<w:numPr><w:numId w:val="1"/></w:numPr>',
        '<w:spacing w:before="40" w:after="40"/>',
    )
    made += _style("ListBullet", "List Bullet", listed + "<w:contextualSpacing/>", "")
    made += _style("TableText", "Table Text", near, "")
    made += _style("TableHeading", "Table Heading", "<w:keepNext/>" + near, "<w:b/><w:bCs/>")
    end = '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>'
    made += _style("TableEnd", "Table End", end, "")
    made += _table_styles()
    return f"<w:styles {declared('w')}>{made}</w:styles>"


def _table_styles() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="767676"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    plain = '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
    grid = f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>"
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        f'<w:name w:val="Normal Table"/>{plain}</w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/>{grid}</w:style>'
    )


def _style(key: str, name: str, place: str, look: str, default: bool = False) -> str:
    first = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    own = f"<w:pPr>{place}</w:pPr>" if place else ""
    own += f"<w:rPr>{look}</w:rPr>" if look else ""
    head = f'<w:style w:type="paragraph"{first} w:styleId="{key}"><w:name w:val="{name}"/>'
    return f"{head}{based}<w:qFormat/>{own}</w:style>"


def _numbering() -> str:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:pStyle w:val="ListBullet"/><w:lvlText w:val="\u2022"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr></w:lvl>'
    )
    return (
        f'<w:numbering {declared("w")}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
