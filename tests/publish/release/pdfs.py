"""PDFs of bare pages, made without LibreOffice."""

from __future__ import annotations

from io import BytesIO

from pikepdf import Dictionary, Name, Pdf, Stream


def bare_pdf(*pages: str, note: str = "", packed: bool = False) -> bytes:
    """A PDF of pages with a line of text each. note: typed over the first page, as a reader of PDFs
    does it. packed: its objects are compressed, as programs that save it again do.
    """
    made, stream = Pdf.new(), BytesIO()
    font = made.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for text in pages:
        page = made.add_blank_page()
        shown = text.replace("(", "\\(").replace(")", "\\)")
        page.obj.Contents = Stream(made, f"BT /F1 12 Tf 20 700 Td ({shown}) Tj ET".encode())
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    if note:
        typed = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Contents=note)
        made.pages[0].obj.Annots = made.make_indirect([made.make_indirect(typed)])
    made.save(stream, linearize=packed)
    return stream.getvalue()
