"""Ways to break a built report by a few characters, and the rule that each breaks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.word.package.zip_package import write_package

Parts = dict[str, bytes]
Break = Callable[[Parts], None]
DOCUMENT, STYLES, LISTS, NOTES = (
    f"word/{name}.xml" for name in ("document", "styles", "numbering", "footnotes")
)
TYPES, RELATED, CHART = (
    "[Content_Types].xml", "word/_rels/document.xml.rels", "word/charts/chart1.xml",
)  # fmt: skip
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_END = "<w:sectPr>"
_COMMENT = '<w:comment w:id="7" w:author="Ann"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
_BY = 'w:author="Ann" w:date="2023-02-16T09:00:00Z"'


def swap(part: str, old: str, new: str, times: int = 1) -> Break:
    """Put other characters in the place of some that stand in a part."""

    def made(parts: Parts) -> None:
        text = parts[part].decode()
        assert old in text, f"{old} is not in {part}"
        parts[part] = text.replace(old, new, times).encode()

    return made


def cut(part: str, start: str, end: str) -> Break:
    """Take out what stands between two places."""

    def made(parts: Parts) -> None:
        text = parts[part].decode()
        parts[part] = (text[: text.index(start)] + text[text.index(end) :]).encode()

    return made


def again(part: str, start: str, end: str) -> Break:
    """Put what stands from one place to the end of another there a second time."""

    def made(parts: Parts) -> None:
        text = parts[part].decode()
        one = text[text.index(start) : text.index(end) + len(end)]
        parts[part] = text.replace(one, one * 2, 1).encode()

    return made


def drop(part: str) -> Break:
    """Take a part out."""
    return lambda parts: parts.__delitem__(part)


def put(part: str, data: bytes) -> Break:
    """Put a part in, or in place of another."""
    return lambda parts: parts.__setitem__(part, data)


def both(*breaks: Break) -> Break:
    """Several, one after the other."""

    def made(parts: Parts) -> None:
        for one in breaks:
            one(parts)

    return made


def body(xml: str) -> Break:
    """Put something at the end of the text."""
    return swap(DOCUMENT, _END, xml + _END)


def words(xml: str) -> Break:
    """Put a paragraph with that in it at the end of the text."""
    return body(f"<w:p>{xml}</w:p>")


def text(said: str) -> str:
    """A run."""
    return f"<w:r><w:t>{said}</w:t></w:r>"


def field(code: str, result: str = "x") -> str:
    """A field of several runs."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    inner = f"<w:r><w:instrText>{code}</w:instrText></w:r>{char('separate')}{text(result)}"
    return f"{char('begin')}{inner}{char('end')}"


def part(name: str, kind: str, xml: str, type_: str = "") -> Break:
    """Add a part that the text relates to as a kind."""
    return both(
        put(f"word/{name}", xml.encode()),
        swap(
            TYPES,
            "</Types>",
            f'<Override PartName="/word/{name}" ContentType="{type_ or f"{_WORD}{kind}+xml"}"/>'
            "</Types>",
        ),
        swap(
            RELATED,
            "</Relationships>",
            f'<Relationship Id="n{kind}" Type="{_OFFICE}{kind}" Target="{name}"/></Relationships>',
        ),
    )


def comments(xml: str) -> Break:
    """Add a part with comments."""
    return part("comments.xml", "comments", f"<w:comments {_W}>{xml}</w:comments>")


def relate(kind: str, target: str, key: str = "rX", more: str = "") -> Break:
    """Add a relationship of the text."""
    one = f'<Relationship Id="{key}" Type="{_OFFICE}{kind}" Target="{target}"{more}/>'
    return swap(RELATED, "</Relationships>", one + "</Relationships>")


def table(rows: str, grid: str = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>") -> str:
    """A table of two columns, and the paragraph that must come after it."""
    return f"<w:tbl><w:tblPr/>{grid}{rows}</w:tbl><w:p/>"


def cell(inner: str = "<w:p/>", properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str) -> str:
    """A row."""
    return f"<w:tr>{''.join(cells)}</w:tr>"


def drawing(graphic: str = "", extent: str = 'cx="9" cy="9"', key: str = "901") -> str:
    """A run with a drawing."""
    return (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing"><wp:extent {extent}/><wp:docPr id="{key}" name="Crest"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http:'
        f'//schemas.openxmlformats.org/drawingml/2006/picture">{graphic}</pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def picture(data: bytes, blip: str = 'r:embed="rX"') -> Break:
    """A paragraph with a picture, whose part holds those bytes."""
    return both(
        put("word/media/image1.png", data),
        swap(TYPES, "<Override", '<Default Extension="png" ContentType="image/png"/><Override'),
        relate("image", "media/image1.png"),
        words(drawing(f"<a:blip {blip}/>")),
    )


def move(kind: str, start: str = "", end: str = "") -> str:
    """One side of a tracked move."""
    return f'<w:{kind}RangeStart w:id="800{start}" {_BY} w:name="m"/>' + (
        f'<w:{kind}RangeEnd w:id="800{end}"/>'
    )


_PNG = b"\x89PNG\r\n\x1a\n"
_CONTROL = '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
_HEAD = f"<w:hdr {_W}><w:p/></w:hdr>"
_EXTENDED = "http://schemas.microsoft.com/office/word/2012/wordml"

_CREATED = "<dcterms:created>"

MUTATIONS: Mapping[str, tuple[str, Break]] = {
    # package
    "no content types": ("content-types", drop(TYPES)),
    "a part's name without a slash": (
        "content-types",
        swap("[Content_Types].xml", 'PartName="/word/styles', 'PartName="word/styles'),
    ),
    "a type twice": (
        "content-types",
        swap(TYPES, "</Types>", '<Default Extension="xml" ContentType="text/xml"/></Types>'),
    ),
    "a part without type": ("content-type", put("word/thing.bin", b"x")),
    "the main part of another type": ("content-type", swap(TYPES, "document.main+xml", "x+xml")),
    "styles of another type": ("content-type", swap(TYPES, ".styles+xml", ".numbering+xml")),
    "lists of another type": ("content-type", swap(TYPES, ".numbering+xml", ".styles+xml")),
    "notes of another type": ("content-type", swap(TYPES, ".footnotes+xml", ".endnotes+xml")),
    "a header of another type": ("content-type", swap(TYPES, ".header+xml", ".footer+xml")),
    "a chart of another type": ("content-type", swap(TYPES, "drawingml.chart+xml", "x+xml")),
    "settings of another type": ("content-type", swap(TYPES, ".settings+xml", ".styles+xml")),
    "a type for nothing": (
        "content-type-unused",
        swap(TYPES, "</Types>", '<Override PartName="/a.xml" ContentType="a/b"/></Types>'),
    ),
    "no relationships of the package": ("main-part", drop("_rels/.rels")),
    "no main part": (
        "main-part",
        swap("_rels/.rels", '/relationships/officeDocument"', '/relationships/other"'),
    ),
    "two main parts": (
        "main-part",
        swap(
            "_rels/.rels",
            "</Relationships>",
            f'<Relationship Id="rX" Type="{_OFFICE}officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        ),
    ),
    "a part that nothing leads to": ("part-unused", put("word/notes-of-ann.xml", b"<a/>")),
    "a picture that is absent": ("relationship", relate("image", "media/none.png")),
    "an id twice": ("relationship-id", relate("frame", "styles.xml", "rId3")),
    "a chart that no relationship has": (
        "reference",
        swap(DOCUMENT, '<c:chart r:id="', '<c:chart r:id="none-'),
    ),
    "a link that no relationship has": (
        "reference",
        words(f'<w:hyperlink r:id="rNone">{text("here")}</w:hyperlink>'),
    ),
    "a header that no relationship has": (
        "reference",
        swap(DOCUMENT, 'r:id="rId1"', 'r:id="rNone"'),
    ),
    "a script as a link": (
        "link",
        relate("hyperlink", "javascript:alert(1)", more=' TargetMode="External"'),
    ),
    "a link to a file": (
        "link-to-file",
        relate("hyperlink", "file:///S:/costs.xlsx", more=' TargetMode="External"'),
    ),
    "a picture from elsewhere": (
        "fetched",
        relate("image", "http://example.org/a.png", more=' TargetMode="External"'),
    ),
    "broken XML": ("xml", swap(STYLES, "</w:styles>", "")),
    "letters of Windows": (
        "xml",
        put("customXml/item1.xml", b'<?xml version="1.0" encoding="windows-1252"?><a/>'),
    ),
    "letters of two bytes that do not say so": (
        "xml",
        put("customXml/item1.xml", '<a b="c"/>'.encode("utf-16-le")),
    ),
    "an attribute twice": ("xml", swap(DOCUMENT, "<w:body>", '<w:body a="1" a="1">')),
    "entities": (
        "entities",
        swap("docProps/core.xml", "<cp:core", '<!DOCTYPE a [<!ENTITY b "c">]><cp:core'),
    ),
    "another root": (
        "root",
        swap(STYLES, "w:styles", "w:numbering", 9),
    ),
    "an undeclared prefix": (
        "ignorable",
        swap("word/settings.xml", 'Ignorable="w14"', 'Ignorable="w14 w99"'),
    ),
    "a choice that needs an undeclared prefix": (
        "ignorable",
        words(
            '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-'
            'compatibility/2006"><mc:Choice Requires="w99"><w:t>a</w:t></mc:Choice>'
            "</mc:AlternateContent></w:r>"
        ),
    ),
    "styles of the strict form": (
        "root",
        swap(
            STYLES,
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    ),
    "a date of no kind": (
        "properties",
        swap("docProps/core.xml", '<dcterms:created xsi:type="dcterms:W3CDTF">', _CREATED),
    ),
    "a month that there is not": (
        "properties",
        swap("docProps/core.xml", "2023-03-07T00:00:00Z", "2023-13-07T00:00:00Z"),
    ),
    "pages in words": (
        "properties",
        swap("docProps/app.xml", "</Properties>", "<Pages>many</Pages></Properties>"),
    ),
    "a date that is none": (
        "properties",
        swap("docProps/core.xml", "2023-03-07T00:00:00Z", "7 March 2023"),
    ),
    "a property twice": (
        "properties",
        swap("docProps/core.xml", "<dc:title>", "<dc:title>a</dc:title><dc:title>"),
    ),
    "data without an id": ("custom-xml", swap("customXml/itemProps1.xml", 'itemID="{', 'itemID="')),
    # styles and lists
    "a style twice": (
        "style-twice",
        swap(
            STYLES,
            "</w:styles>",
            '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="x"/></w:style>'
            "</w:styles>",
        ),
    ),
    "a style based on nothing": (
        "style-base",
        swap(
            STYLES,
            "</w:styles>",
            '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="y"/>'
            "</w:style></w:styles>",
        ),
    ),
    "a style based on itself": (
        "style-loop",
        swap(
            STYLES,
            "</w:styles>",
            '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="y"/>'
            '</w:style><w:style w:type="paragraph" w:styleId="y"><w:name w:val="y"/><w:basedOn '
            'w:val="x"/></w:style></w:styles>',
        ),
    ),
    "a paragraph style that is absent": (
        "style-missing",
        words(f'<w:pPr><w:pStyle w:val="Gone"/></w:pPr>{text("a")}'),
    ),
    "a table style that is absent": (
        "style-missing",
        swap(DOCUMENT, 'w:tblStyle w:val="CommitteeTable"', 'w:tblStyle w:val="Gone"'),
    ),
    "a style of another kind": (
        "style-kind",
        words('<w:r><w:rPr><w:rStyle w:val="Title"/></w:rPr><w:t>a</w:t></w:r>'),
    ),
    "no default style": (
        "style-default",
        swap(STYLES, 'w:styleId="Normal" w:default="1"', 'w:styleId="Normal"'),
    ),
    "a list twice": (
        "list-twice",
        swap(
            LISTS,
            "</w:numbering>",
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
        ),
    ),
    "a list without definition": (
        "list-undefined",
        swap(
            LISTS,
            "</w:numbering>",
            '<w:num w:numId="777"><w:abstractNumId w:val="999"/></w:num></w:numbering>',
        ),
    ),
    "a list that is absent": (
        "list-missing",
        words(f'<w:pPr><w:numPr><w:numId w:val="777"/></w:numPr></w:pPr>{text("a")}'),
    ),
    "a level beyond the eighth": (
        "list-level",
        words('<w:pPr><w:numPr><w:ilvl w:val="9"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
    ),
    "a level that the list has not": (
        "list-level",
        both(
            swap(
                LISTS,
                '<w:abstractNum w:abstractNumId="1">',
                '<w:abstractNum w:abstractNumId="990"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
                '</w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1">',
            ),
            swap(
                LISTS,
                "</w:numbering>",
                '<w:num w:numId="990"><w:abstractNumId w:val="990"/></w:num></w:numbering>',
            ),
            words('<w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="990"/></w:numPr></w:pPr>'),
        ),
    ),
    "a list before its definition": (
        "list-order",
        swap(
            LISTS,
            '<w:abstractNum w:abstractNumId="1">',
            '<w:num w:numId="777"><w:abstractNumId w:val="1"/></w:num>'
            '<w:abstractNum w:abstractNumId="1">',
        ),
    ),
    "a number that shows one below": (
        "list-text",
        swap(LISTS, 'w:lvlText w:val="%1.0"', 'w:lvlText w:val="%1.%2"'),
    ),
    "two styles of one name": (
        "style-name",
        swap(
            STYLES,
            "</w:styles>",
            '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="Title"/></w:style>'
            "</w:styles>",
        ),
    ),
    "a style without a name": (
        "style-name",
        swap(STYLES, "</w:styles>", '<w:style w:type="table" w:styleId="x"/></w:styles>'),
    ),
    "a style of no kind": (
        "value",
        swap(
            STYLES,
            "</w:styles>",
            '<w:style w:type="letter" w:styleId="x"><w:name w:val="x"/></w:style></w:styles>',
        ),
    ),
    # bookmarks and fields
    "a bookmark's name twice": (
        "bookmark-twice",
        words(
            '<w:bookmarkStart w:id="900" w:name="_sec_recommendations"/><w:bookmarkEnd w:id="900"/>'
        ),
    ),
    "a bookmark's id twice": (
        "bookmark-twice",
        words('<w:bookmarkStart w:id="12" w:name="z"/><w:bookmarkEnd w:id="12"/>'),
    ),
    "a bookmark without end": (
        "bookmark-half",
        words('<w:bookmarkStart w:id="900" w:name="z"/>'),
    ),
    "a bookmark without start": ("bookmark-half", words('<w:bookmarkEnd w:id="900"/>')),
    "a bookmark that ends before it begins": (
        "bookmark-half",
        words('<w:bookmarkEnd w:id="900"/><w:bookmarkStart w:id="900" w:name="z"/>'),
    ),
    "a bookmark's id in letters": (
        "value",
        words('<w:bookmarkStart w:id="n" w:name="z"/><w:bookmarkEnd w:id="n"/>'),
    ),
    "a field without code": ("attribute", words(f"<w:fldSimple>{text('4')}</w:fldSimple>")),
    "a long bookmark": (
        "bookmark-name",
        words(f'<w:bookmarkStart w:id="900" w:name="{"z" * 41}"/><w:bookmarkEnd w:id="900"/>'),
    ),
    "a field without end": (
        "field-half",
        words(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        ),
    ),
    "a field without begin": ("field-half", words('<w:r><w:fldChar w:fldCharType="end"/></w:r>')),
    "a code outside of fields": ("field-half", words("<w:r><w:instrText>PAGE</w:instrText></w:r>")),
    "a reference to nothing": ("field-target", words(field(r" REF _gone \h "))),
    "a simple reference to nothing": (
        "field-target",
        words(f'<w:fldSimple w:instr=" PAGEREF _gone ">{text("4")}</w:fldSimple>'),
    ),
    "a link field to nothing": ("field-target", words(field(r' HYPERLINK \l "_gone" '))),
    "a field that starts a program": ("link", words(field(r" DDEAUTO c:\\cmd.exe /k "))),
    "a field that is a script": ("link", words(field(' HYPERLINK "javascript:alert(1)" '))),
    "a field that links to a file": (
        "link-to-file",
        words(field(r' HYPERLINK "S:\\costs.xlsx" ')),
    ),
    "a field that fetches a picture": (
        "fetched",
        words(field(r' INCLUDEPICTURE "http://example.org/a.png" \d ')),
    ),
    "a drawing of older programs that is a script": (
        "link",
        words(
            '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" '
            'href="javascript:alert(1)"/></w:pict></w:r>'
        ),
    ),
    "an error in the text": (
        "field-error",
        words(text("See Error! Reference source not found.")),
    ),
    "a caption's number typed over": (
        "sequence",
        words(field(r" SEQ Table \* ARABIC ", "12")),
    ),
    "a link to no place": (
        "link-target",
        words(f'<w:hyperlink w:anchor="_gone">{text("there")}</w:hyperlink>'),
    ),
    # notes and comments
    "a note that is absent": ("note-missing", words('<w:r><w:footnoteReference w:id="44"/></w:r>')),
    "a note in a note": (
        "note-missing",
        swap(
            NOTES,
            "<w:footnoteRef/></w:r>",
            '<w:footnoteRef/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>',
        ),
    ),
    "a note in a header": (
        "note-missing",
        swap("word/header1.xml", "</w:p>", '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'),
    ),
    "a note that nothing refers to": (
        "note-unused",
        swap(
            NOTES,
            "</w:footnotes>",
            f'<w:footnote w:id="44"><w:p>{text("Lost.")}</w:p></w:footnote></w:footnotes>',
        ),
    ),
    "two notes of one id": (
        "note-twice",
        swap(
            NOTES,
            "</w:footnotes>",
            f'<w:footnote w:id="1"><w:p>{text("Lost.")}</w:p></w:footnote></w:footnotes>',
        ),
    ),
    "no line above the notes": (
        "note-separators",
        both(
            swap(NOTES, 'w:id="-1" w:type="separator"', 'w:id="-1" w:type="continuationNotice"'),
            swap("word/settings.xml", '<w:footnote w:id="-1"/>', ""),
        ),
    ),
    "a comment that is absent": (
        "comment-missing",
        words('<w:r><w:commentReference w:id="7"/></w:r>'),
    ),
    "a comment of no place": ("comment-unused", comments(_COMMENT)),
    "two comments of one id": (
        "comment-twice",
        both(comments(_COMMENT * 2), words('<w:r><w:commentReference w:id="7"/></w:r>')),
    ),
    "a comment's words without end": (
        "comment-half",
        both(
            comments(_COMMENT),
            words('<w:commentRangeStart w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'),
        ),
    ),
    "an answer to nothing": (
        "comment-thread",
        part(
            "commentsExtended.xml",
            "commentsExtended",
            f'<w15:commentsEx xmlns:w15="{_EXTENDED}"><w15:commentEx w15:paraId="0A0A0A0A"/>'
            "</w15:commentsEx>",
        ),
    ),
    "a comment of a day that there is not": (
        "revision-author",
        both(
            comments(_COMMENT.replace('w:author="Ann"', _BY.replace("-02-", "-20-"))),
            words('<w:r><w:commentReference w:id="7"/></w:r>'),
        ),
    ),
    # changes, ids, controls
    "a change without id": ("attribute", words(f"<w:ins {_BY}>{text('a')}</w:ins>")),
    "a passage that some may edit without end": (
        "permission-half",
        words('<w:permStart w:id="1" w:edGrp="everyone"/>'),
    ),
    "a move without end": (
        "revision-half",
        words(f'<w:moveFromRangeStart w:id="800" {_BY} w:name="m"/>' + move("moveTo", "1", "1")),
    ),
    "half a move": ("revision-half", words(move("moveFrom"))),
    "a change by nobody": ("revision-author", words(f'<w:ins w:id="801">{text("a")}</w:ins>')),
    "an id of paragraphs twice": (
        "paragraph-id",
        body(f'<w:p {_W14} w14:paraId="1A2B3C4D"/>' * 2),
    ),
    "an id of paragraphs too large": ("paragraph-id", body(f'<w:p {_W14} w14:paraId="80000000"/>')),
    "two controls of one id": ("control-id", body(_CONTROL * 2)),
    "a control without content": ("control-content", body("<w:sdt><w:sdtPr/></w:sdt>")),
    # tables and sections
    "a table without grid": ("table-grid", body(table(row(cell(), cell()), ""))),
    "a row without cells": ("table-empty", body(table(row(cell(), cell()) + row()))),
    "a table without rows": ("table-empty", body(table(""))),
    "a row too short": ("row-width", body(table(row(cell(), cell()) + row(cell())))),
    "a cell that spans too much": (
        "row-width",
        body(table(row(cell(), cell(properties='<w:gridSpan w:val="2"/>')))),
    ),
    "a merge that nothing begins": (
        "cell-merge",
        body(table(row(cell(), cell()) + row(cell(), cell(properties="<w:vMerge/>")))),
    ),
    "a cell without paragraph": ("cell-end", body(table(row(cell(), cell(""))))),
    "a cell that ends in a table": (
        "cell-end",
        body(table(row(cell(), cell(table(row(cell(), cell())).removesuffix("<w:p/>"))))),
    ),
    "no last section": ("section", cut(DOCUMENT, _END, "</w:body>")),
    "a section before the end": (
        "order",
        swap(DOCUMENT, "</w:sectPr></w:body>", "</w:sectPr><w:p/></w:body>"),
    ),
    "two headers for the same pages": (
        "section-header",
        swap(
            DOCUMENT,
            '<w:headerReference w:type="default" r:id="rId1"/>',
            '<w:headerReference w:type="default" r:id="rId1"/>' * 2,
        ),
    ),
    "a first header that is not used": (
        "first-page",
        swap(DOCUMENT, "<w:titlePg/>", ""),
    ),
    # nesting
    "a paragraph in a paragraph": ("nesting", words("<w:p/>")),
    "a run outside of paragraphs": ("nesting", body(text("a"))),
    "text outside of runs": ("nesting", words("<w:t>a</w:t>")),
    "bare words": ("nesting", body("words")),
    "a row outside of tables": ("nesting", body(row(cell()))),
    "words of the text in a deletion": (
        "nesting",
        words(f'<w:del w:id="801" {_BY}>{text("a")}</w:del>'),
    ),
    "deleted words outside of a deletion": (
        "nesting",
        words("<w:r><w:delText>a</w:delText></w:r>"),
    ),
    "properties after the words": ("order", words(f"{text('a')}<w:pPr/>")),
    "a grid before the table's properties": (
        "order",
        body(
            "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tblPr/>" + row(cell()) + "</w:tbl><w:p/>"
        ),
    ),
    "properties in another order": (
        "property-order",
        words('<w:pPr><w:jc w:val="left"/><w:keepNext/></w:pPr>'),
    ),
    "a colour in words": ("value", words('<w:r><w:rPr><w:color w:val="red"/></w:rPr></w:r>')),
    "two texts": ("nesting", swap(DOCUMENT, "</w:body>", "</w:body><w:body/>")),
    "a tab stop of no width": (
        "value",
        swap("word/settings.xml", '<w:defaultTabStop w:val="', '<w:defaultTabStop w:val="x'),
    ),
    "a value that there is not": ("value", words('<w:pPr><w:jc w:val="sideways"/></w:pPr>')),
    "a break of another spelling": ("value", words('<w:r><w:br w:type="Page"/></w:r>')),
    "a tab stop of no place": (
        "attribute",
        words('<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'),
    ),
    "a ground without pattern": ("attribute", words('<w:pPr><w:shd w:fill="FFFFFF"/></w:pPr>')),
    "a level of headings that there is not": (
        "value",
        words('<w:pPr><w:outlineLvl w:val="12"/></w:pPr>'),
    ),
    "a marking of no colour": (
        "value",
        words('<w:r><w:rPr><w:highlight w:val="orange"/></w:rPr></w:r>'),
    ),
    "a line of no kind": ("value", words('<w:r><w:rPr><w:u w:val="singel"/></w:rPr></w:r>')),
    "a language by its name": (
        "value",
        words('<w:r><w:rPr><w:lang w:val="English"/></w:rPr></w:r>'),
    ),
    "numbers of no kind": ("value", swap(LISTS, 'numFmt w:val="decimal"', 'numFmt w:val="digit"')),
    "a change in the middle of words": (
        "nesting",
        words(f'<w:r><w:t>a<w:ins w:id="801" {_BY}/></w:t></w:r>'),
    ),
    "a comment that answers itself": (
        "comment-thread",
        both(
            comments(_COMMENT.replace("<w:p>", f'<w:p {_W14} w14:paraId="0A0A0A0A">')),
            part(
                "commentsExtended.xml",
                "commentsExtended",
                f'<w15:commentsEx xmlns:w15="{_EXTENDED}"><w15:commentEx w15:paraId="0A0A0A0A" '
                'w15:paraIdParent="0A0A0A0A"/></w15:commentsEx>',
            ),
            words('<w:r><w:commentReference w:id="7"/></w:r>'),
        ),
    ),
    "a session that is no number": ("value", body('<w:p w:rsidR="GHIJ"/>')),
    "a width in words": (
        "value",
        body(
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='wide'/></w:tblGrid>"
            + row(cell())
            + "</w:tbl><w:p/>"
        ),
    ),
    "a cell that spans nothing": (
        "value",
        body(table(row(cell(), cell(properties='<w:gridSpan w:val="0"/>')))),
    ),
    # drawings
    "a drawing without a name": (
        "attribute",
        both(picture(_PNG), swap(DOCUMENT, ' name="Crest"', "")),
    ),
    "a picture that is said to be a chart": (
        "drawing-kind",
        both(picture(_PNG), swap(DOCUMENT, '2006/picture"><pic', '2006/chart"><pic')),
    ),
    "a picture that is a part of the text": (
        "picture-kind",
        both(relate("image", "styles.xml"), words(drawing('<a:blip r:embed="rX"/>'))),
    ),
    "a drawing's id twice": (
        "drawing-id",
        both(picture(_PNG), words(drawing('<a:blip r:embed="rX"/>'))),
    ),
    "a drawing's id with a sign": (
        "drawing-id",
        both(picture(_PNG), swap(DOCUMENT, 'docPr id="901"', 'docPr id="-1"')),
    ),
    "a drawing of no size": (
        "drawing-size",
        both(picture(_PNG), swap(DOCUMENT, 'cx="9" cy="9"', 'cx="0" cy="9"')),
    ),
    "a picture of nothing": ("picture", picture(_PNG, "")),
    "a picture of an empty name": ("picture", picture(_PNG, 'r:embed=""')),
    "a picture that is text": ("picture-kind", picture(b"<html>")),
    "a picture of another kind": ("picture-kind", picture(b"\xff\xd8\xff\xe0")),
    # charts
    "a chart without plot": (
        "chart",
        both(swap(CHART, "<c:barChart>", "<c:none>"), swap(CHART, "</c:barChart>", "</c:none>")),
    ),
    "an axis that is absent": (
        "chart-axes",
        swap(CHART, '<c:crossAx val="111111111"/>', '<c:crossAx val="4"/>'),
    ),
    "a point beyond the last": ("chart-cache", swap(CHART, '<c:pt idx="1">', '<c:pt idx="9">')),
    "a point twice": ("chart-cache", swap(CHART, '<c:pt idx="1">', '<c:pt idx="0">')),
    "a value that is no number": (
        "chart-cache",
        swap(CHART, "<c:v>38</c:v>", "<c:v>38%</c:v>"),
    ),
    "more points than announced": (
        "chart-cache",
        swap(CHART, 'ptCount val="2"', 'ptCount val="1"'),
    ),
    "fewer points than announced": (
        "chart-cache",
        swap(CHART, 'ptCount val="2"', 'ptCount val="3"', 9),
    ),
    "other names than values": ("chart-cache", swap(CHART, 'ptCount val="2"', 'ptCount val="3"')),
    "a figure that the workbook has not": (
        "chart-differs",
        swap(CHART, "<c:v>38</c:v>", "<c:v>83</c:v>"),
    ),
    "a name that the workbook has not": (
        "chart-differs",
        swap(CHART, "<c:v>2021</c:v>", "<c:v>2012</c:v>"),
    ),
    "two series of one number": ("chart-series", again(CHART, "<c:ser>", "</c:ser>")),
    "bars that lie in no way": ("value", swap(CHART, 'barDir val="', 'barDir val="x')),
    "one axis too few": ("chart-axes", swap(CHART, '<c:axId val="111111111"/>', "")),
    "cells of no sheet": ("chart-formula", swap(CHART, "<c:f>Figures!", "<c:f>Gone!")),
    "a workbook that is none": ("chart-workbook", put("word/embeddings/chart1.xlsx", b"PK")),
}


def broken(parts: Mapping[str, bytes], how: Break) -> bytes:
    """A report broken in one way."""
    kept = dict(parts)
    how(kept)
    return write_package(kept)
