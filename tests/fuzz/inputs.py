"""Files that are almost right: made of the pieces that readers look for, put together at random."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from hypothesis import strategies as st

from generator.word.package.zip_package import read_parts, write_package
from tests import odd_workbooks, small
from tests.word.samples import SCRUTINY

Bytes = st.SearchStrategy[bytes]


def _joined(pieces: Sequence[str], most: int = 60) -> st.SearchStrategy[str]:
    words = st.one_of(st.sampled_from(pieces), st.text(max_size=4))
    return st.lists(words, max_size=most).map("".join)


# ---------------------------------------------------------------- text
_CSV = (
    ",", ";", "\t", "|", '"', '""', "\n", "\r\n", "\r", "\n\n", "sep=;", "ID", "Start time", "Name",
    "Email", "Yes", "No", "A,B\nx,y\n", '"a\nb"', "\ufeff", "\0", "é", "“", "'", "1e309", "007",
    "12/31/22", "Completion time", "ResponseId", '{"ImportId":"QID1"}',
)  # fmt: skip
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252")


@st.composite
def csv_files(draw: st.DrawFn) -> bytes:
    """Text with delimiters and quotes in any order, in any encoding; or damaged exports."""
    if draw(st.booleans()):
        return draw(damaged(small.csv_bytes(small.forms_rows("a", 24, 3, "My caseload"))))
    return draw(_joined(_CSV)).encode(draw(st.sampled_from(_ENCODINGS)), errors="replace")


_YAML = (
    ": ", "- ", "\n", "\n  ", "\n    ", "{", "}", "[", "]", ", ", '"', "'", "|", ">-", "&a", "*a",
    "!!str", "<<", "#", "%", "@", "---", "...", "title", "format", "meeting", "date", "2023-02-30",
    "null", "true", "1", "1.5", "9" * 30, ".inf", "0x1F", "files", "questions", "\t", "\u2028",
    "recommendations", "text", "nil", "findings", "measure", "by", "options", "scale",
)  # fmt: skip


def yaml_files() -> Bytes:
    """Keys, marks and indentation in any order; or damaged files of a report."""
    texts = [small.TEXTS[name] for name in small.TEXTS if name.endswith(".yaml")]
    broken = st.sampled_from(texts).flatmap(lambda text: damaged(text.encode()))
    return st.one_of(_joined(_YAML, 80).map(lambda text: text.encode("utf-8", "replace")), broken)


_NARRATIVE = (
    "# A {#a}\n", "\n\n", "\n", "{{ ", " }}", "{% if ", "{% for x in ", " %}", "{% endif %}",
    "{% endfor %}", "{% set x = ", "sw.workload_manageable", ".percent", ".change", ".top(3)",
    "chart(", "table(", ", caption=", '"x"', ")", "(", "[", "]", "](#a)", "[^1]", "[^1]: note",
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "Table: x {#t}\n", "> ", "- ", "1. ", "a) ", "**", "_",
    "`", "<!--", "-->", "\\", "&amp;", "<b>", "{#n}", "{.guidance}", "1e999", "9" * 400, "~", "|",
    "quote(", "csv_table(", "range(", "loop", "not ", " and ", " == ", "**", "%", "/", "0",
)  # fmt: skip


def narratives() -> Bytes:
    """Markdown and expressions in any order; or a damaged narrative."""
    made = _joined(_NARRATIVE, 80).map(lambda text: f"# S\n\n{text}".encode("utf-8", "replace"))
    return st.one_of(made, damaged(small.NARRATIVE.encode()))


# ---------------------------------------------------------------- XML
_NUMBERS = ("", "0", "1", "2", "-1", "12", "99999999999", "1.5", "x", "true", "1e9", "1048576")


@st.composite
def elements(draw: st.DrawFn, names: Sequence[str], attributes: Sequence[str], depth: int) -> str:
    """An element with attributes and what it holds, from the names of a schema."""
    name = draw(st.sampled_from(names))
    kept = draw(st.lists(st.sampled_from(attributes), max_size=3, unique=True))
    said = "".join(f' {one}="{draw(st.sampled_from(_NUMBERS))}"' for one in kept)
    inner = ""
    if depth:
        parts = st.one_of(elements(names, attributes, depth - 1), st.sampled_from(["", "x", " 7 "]))
        inner = "".join(draw(st.lists(parts, max_size=4)))
    return f"<{name}{said}>{inner}</{name}>"


_WORKBOOK = small.xlsx_bytes(small.forms_rows("b", 9, 7, "x"))  # made once: it holds the time
_CELLS = ("row", "c", "v", "is", "t", "f", "r", "si", "mergeCells", "mergeCell", "cols", "col")
_CELL_SAYS = ("r", "t", "s", "ref", "min", "max", "hidden", "spans")


@st.composite
def workbooks(draw: st.DrawFn) -> bytes:
    """Rows and cells in any order; or a damaged workbook."""
    if draw(st.booleans()):
        return draw(damaged(_WORKBOOK))
    rows = "".join(draw(st.lists(elements(_CELLS, _CELL_SAYS, 3), max_size=4)))
    head = draw(st.sampled_from(["", odd_workbooks.HEAD, odd_workbooks.HEAD + odd_workbooks.FAR]))
    return odd_workbooks.xlsx(head + rows, draw(st.sampled_from(["", "<si><t>x</t></si>", rows])))


_ODS = (
    "table:table-row", "table:table-cell", "table:covered-table-cell", "text:p", "text:s",
    "table:table", "table:table-header-rows",
)  # fmt: skip
_ODS_SAYS = (
    "table:number-columns-repeated", "table:number-rows-repeated", "office:value",
    "office:value-type", "text:c", "office:boolean-value", "office:date-value",
)  # fmt: skip


@st.composite
def ods_files(draw: st.DrawFn) -> bytes:
    """Rows and cells of OpenDocument in any order; or damaged."""
    rows = "".join(draw(st.lists(elements(_ODS, _ODS_SAYS, 3), max_size=4)))
    made = odd_workbooks.ods(odd_workbooks.ods_row("A") + rows)
    return draw(damaged(made)) if draw(st.booleans()) else made


_WORD = (
    "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:tblPr", "w:tblGrid", "w:gridCol", "w:tcPr",
    "w:gridSpan", "w:tcW", "w:pPr", "w:rPr", "w:pStyle", "w:numPr", "w:ilvl", "w:numId", "w:ins",
    "w:del", "w:hyperlink", "w:bookmarkStart", "w:bookmarkEnd", "w:fldChar", "w:instrText",
    "w:fldSimple", "w:sdt", "w:sdtContent", "w:sdtPr", "w:docPartGallery", "w:br", "w:sectPr",
    "w:pgSz", "w:footnoteReference", "w:vanish", "w:sz", "w:color", "w:jc", "w:tblLook",
    "w:drawing", "wp:inline", "wp:docPr", "wp:extent", "a:blip", "m:oMath", "m:oMathPara", "m:dPr",
    "v:shape", "v:imagedata", "w:pict", "mc:AlternateContent", "mc:Choice", "mc:Fallback",
    "w:tblW", "w:trPr",
)  # fmt: skip
_EDITS = (
    "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:moveFromRangeStart", "w:moveToRangeStart",
    "w:moveFromRangeEnd", "w:delText", "w:delInstrText", "w:rPrChange", "w:pPrChange", "w:cellIns",
    "w:cellDel", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:txbxContent",
    "w:sym", "w:ruby", "w:rubyBase", "w:p", "w:r", "w:t",
)  # fmt: skip
_WORD_SAYS = (
    "w:val", "w:id", "w:w", "w:h", "w:type", "w:name", "r:id", "r:embed", "r:link", "id", "cx",
    "w:fldCharType", "w:anchor", "w:firstRow", "href", "w:left", "w14:paraId",
)  # fmt: skip
_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}


def _base() -> bytes:
    stream = io.BytesIO()
    made = docx.Document()
    made.add_heading("Plan", 1)
    made.add_paragraph("item", style="List Number")
    made.add_table(1, 2).cell(0, 0).text = "cell"
    made.save(stream)
    return stream.getvalue()


BASE = _base()


@st.composite
def documents(draw: st.DrawFn, words: Sequence[str] = _WORD) -> bytes:
    """A .docx with elements in any order in its body, its lists or its styles; or damaged."""
    if draw(st.booleans()):
        return draw(damaged_parts(BASE))
    xml = "".join(draw(st.lists(elements(words, _WORD_SAYS, 4), min_size=1, max_size=4)))
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _SPACES.items())
    parts = read_parts(BASE)
    part, root = draw(
        st.sampled_from(
            [("document", "document"), ("numbering", "numbering"), ("styles", "styles")]
        )
    )
    inner = f"<w:body>{xml}</w:body>" if part == "document" else xml
    parts[f"word/{part}.xml"] = f"<w:{root} {names}>{inner}</w:{root}>".encode()
    return write_package(parts)


def templates() -> Bytes:
    """A report template that is damaged."""
    return damaged_parts(SCRUTINY.read_bytes())


# ---------------------------------------------------------------- damage
@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """Bytes with some exchanged, taken out or doubled."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        if not data:
            break
        at = draw(st.integers(0, len(data) - 1))
        kind = draw(st.integers(0, 3))
        if kind == 0:
            data[at] = draw(st.integers(0, 255))
        elif kind == 1:
            del data[at : at + draw(st.sampled_from([1, 4, 40, 400]))]
        elif kind == 2:
            data[at:at] = data[at : at + draw(st.sampled_from([1, 10, 100]))]
        else:
            data[at:at] = draw(st.binary(min_size=1, max_size=4))
    return bytes(data)


@st.composite
def damaged_parts(draw: st.DrawFn, whole: bytes) -> bytes:
    """A package in which one part is damaged or missing, so that the zip itself is whole."""
    parts = read_parts(whole)
    name = draw(st.sampled_from(sorted(parts)))
    if draw(st.integers(0, 9)):
        parts[name] = draw(damaged(parts[name]))
    else:
        del parts[name]
    return write_package(parts)


INPUTS: dict[str, Bytes] = {
    "csv": csv_files(),
    "large_csv": csv_files(),
    "xlsx": workbooks(),
    "ods": ods_files(),
    "sheet": workbooks(),
    "docx": documents(),
    "edited": documents(_WORD + _EDITS),
    "template": templates(),
    "yaml": yaml_files(),
    "narrative": narratives(),
}
