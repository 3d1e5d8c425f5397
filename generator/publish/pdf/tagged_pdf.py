"""The tagged PDF (PDF/UA) of a .docx, by LibreOffice, with what it loses put back.

LibreOffice tags headings, lists, tables, notes and figures. It loses the alternative texts of
charts and the descriptions of tables, leaves captions beside their tables, takes only the first row
for headers, leaves borders of pages and the links of notes untagged, escapes `&` twice in the
title of the metadata, and writes the time of day. All that is mended in the structure tree
afterwards, by what the .docx says; nothing that is seen changes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.model.release.paper import Paper, PaperDrawing
from generator.publish.libreoffice import laid_out
from generator.word.paper.equation_texts import equation_texts
from generator.word.paper.read_paper import read_paper

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_OPTIONS = {"PDFUACompliance": True, "ExportBookmarks": True, "UseTaggedPDF": True}
_MISSING = "a PDF needs LibreOffice, which is not on the path; install it"
_CAPTION = "caption"  # in the names of its styles, as LibreOffice writes them for kinds


def to_pdf(word: bytes) -> bytes:
    """A tagged PDF of a .docx. Raises CommitteeError where LibreOffice is missing or fails."""
    with laid_out(word, _OPTIONS, _MISSING) as path:
        return mended_pdf(path.read_bytes(), read_paper(word, ""), equation_texts(word))


def mended_pdf(data: bytes, paper: Paper, formulas: Sequence[str] = ()) -> bytes:
    """LibreOffice's PDF with what the .docx says and it left out; the same bytes every time.

    formulas: what the equations say.
    """
    import pikepdf

    from generator.publish.pdf.drawn_lines import mark_decoration
    from generator.publish.pdf.link_tags import tag_links

    with pikepdf.open(io.BytesIO(data)) as pdf:
        _figures(pdf, paper)
        _formulas(pdf, formulas)
        _tables(pdf, paper)
        _kinds(pdf)
        _notes(pdf)
        tag_links(pdf)
        mark_decoration(pdf)
        _metadata(pdf, paper)
        made = io.BytesIO()
        pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return _packed(made)


def _packed(made: io.BytesIO) -> bytes:
    """The bytes of a PDF, the same for the same content.

    LibreOffice 25 numbers fonts otherwise each time. Saved loose, objects are numbered in the order
    that the document refers to them; packed at once, they would keep the order that they came in.
    """
    import pikepdf

    packed, streams = io.BytesIO(), pikepdf.ObjectStreamMode.generate
    with pikepdf.open(made) as pdf:
        for name in ("/DocChecksum", "/ID"):  # of the moment: a new one is made of the content
            if name in pdf.trailer:
                del pdf.trailer[name]
        pdf.save(packed, deterministic_id=True, object_stream_mode=streams)
    return packed.getvalue()


# ---------------------------------------------------------------- figures
def _figures(pdf: Pdf, paper: Paper) -> None:
    """Alternative texts. LibreOffice 7 loses those of charts, 25 puts the titles before them."""
    from pikepdf import String

    from generator.publish.pdf.structure_tree import elements, role

    figures = [one for one in elements(pdf) if role(pdf, one) == "/Figure"]
    for figure, drawing in _pairs(figures, list(_drawn(paper))):
        if drawing.alternative:
            figure["/Alt"] = String(drawing.alternative)


def _formulas(pdf: Pdf, formulas: Sequence[str]) -> None:
    """What equations say; that they are some where it is not known which is which."""
    from pikepdf import String

    from generator.publish.pdf.structure_tree import elements, role

    found = [one for one in elements(pdf) if role(pdf, one) == "/Formula"]
    known = formulas if len(found) == len(formulas) else [""] * len(found)
    for element, said in zip(found, known, strict=True):
        if not str(element.get("/Alt", "")).strip():
            element["/Alt"] = String(said or "Equation")


def _drawn(paper: Paper) -> Iterator[PaperDrawing]:
    """What is drawn in the text and not mere decoration."""
    for one in paper.drawings:
        if paper.texts[one.text].story == "body" and not one.decorative:
            yield one


def _pairs(
    figures: list[Object], drawings: list[PaperDrawing]
) -> Iterator[tuple[Object, PaperDrawing]]:
    """Figures with their drawings: in order, where there are as many; else those without texts of
    their own with the charts, where there are as many of these.
    """
    if len(figures) == len(drawings):
        yield from zip(figures, drawings, strict=True)
        return
    bare = [one for one in figures if not str(one.get("/Alt", "")).strip()]
    charts = [one for one in drawings if one.kind == "chart"]
    if len(bare) == len(charts):
        yield from zip(bare, charts, strict=True)


# ---------------------------------------------------------------- tables
def _tables(pdf: Pdf, paper: Paper) -> None:
    """Captions into their tables, first cells of rows as headers, descriptions."""
    from pikepdf import String

    from generator.publish.pdf.structure_tree import elements, role, set_attribute

    found = [one for one in elements(pdf) if role(pdf, one) == "/Table"]
    known = [one for one in paper.tables if one.story in ("body", "box")]
    for number, table in enumerate(found):
        _caption(table)
        _row_headers(table)
        if len(found) == len(known):
            summary = known[number].description or known[number].title
            if summary:
                set_attribute(table, "/Table", "/Summary", String(summary))


def _caption(table: Object) -> None:
    """The caption next to a table becomes its first element."""
    from pikepdf import Name

    from generator.publish.pdf.structure_tree import kids, kind, move_first

    beside = kids(table["/P"])
    at = next(place for place, one in enumerate(beside) if one.objgen == table.objgen)
    before = beside[at - 1] if at else None
    if before is not None and _CAPTION in kind(before).casefold():
        move_first(before, table)
        before["/S"] = Name("/Caption")


def _row_headers(table: Object) -> None:
    """The first cell of each row names the row, in tables of two columns or more."""
    from pikepdf import Name

    from generator.publish.pdf.structure_tree import elements_under, kids, kind, set_attribute

    rows = [one for one in elements_under(table) if kind(one) == "/TR"]
    if any(kind(one) in ("/Figure", "/Table") for row in rows for one in elements_under(row)):
        return  # it lays things out side by side
    for row in rows:
        cells = kids(row)
        if len(cells) > 1 and kind(cells[0]) == "/TD":
            cells[0]["/S"] = Name("/TH")
            set_attribute(cells[0], "/Table", "/Scope", Name("/Row"))


# ---------------------------------------------------------------- the rest
def _kinds(pdf: Pdf) -> None:
    """Styles named as PDF names a kind ('Quote'): no kind may mean another (PDF/UA-1, 7.1)."""
    from pikepdf import Dictionary, Name

    from generator.publish.pdf.structure_tree import STANDARD, elements, kind, role

    roles = pdf.Root.StructTreeRoot.get("/RoleMap", Dictionary())
    named = {str(name) for name in roles} & STANDARD
    for one in elements(pdf) if named else ():
        captions = kind(one) == "/Caption" and kind(one["/P"]) == "/Table"
        if kind(one) in named and not captions:
            one["/S"] = Name(role(pdf, one))
    for name in named:
        del roles[name]


def _notes(pdf: Pdf) -> None:
    """Each note has an identifier, as PDF/UA asks."""
    from pikepdf import String

    from generator.publish.pdf.structure_tree import elements, role

    notes = (one for one in elements(pdf) if role(pdf, one) == "/Note")
    for number, note in enumerate(notes, start=1):
        note["/ID"] = String(f"note-{number}")


def _metadata(pdf: Pdf, paper: Paper) -> None:
    """The title as it is, no time of day, and the language."""
    from pikepdf import String

    title = paper.properties.get("title", "")
    created = paper.properties.get("created", "")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            if name in metadata:
                del metadata[name]
        if created:
            metadata["xmp:CreateDate"] = created
        for name, key in (("dc:title", "title"), ("dc:description", "subject")):
            if paper.properties.get(key):
                metadata[name] = paper.properties[key]
        if paper.properties.get("creator"):
            metadata["dc:creator"] = [paper.properties["creator"]]
    for name in ("/CreationDate", "/ModDate"):
        if name in pdf.docinfo:
            del pdf.docinfo[name]
    if created:
        day = "".join(letter for letter in created if letter.isdigit())
        pdf.docinfo["/CreationDate"] = String(f"D:{day}Z")
    if title:
        pdf.docinfo["/Title"] = String(title)
    if paper.language:
        pdf.Root["/Lang"] = String(paper.language)
