"""What is measured of pages is what is there."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from PIL import Image, ImageDraw

from .blocks import Block, Body, read_body
from .measures import measure
from .pictures import LaidOut, Landing, sheets


def word(*texts: str, style: str = "Normal") -> docx.document.Document:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text, style=style)
    return document


def body(document: docx.document.Document) -> Body:
    made = BytesIO()
    document.save(made)
    return read_body(made.getvalue())


def laid_out(body: Body, places: list[tuple[int, float]], pages: int = 2) -> LaidOut:
    """Pages of 600 by 800 points, a bar of ink at each place: page and top in points."""
    pictures = [Image.new("RGB", (600, 800), "white") for _ in range(pages)]
    landings = {}
    for block, (page, top) in zip(body.blocks, places, strict=True):
        ImageDraw.Draw(pictures[page]).rectangle((100, top, 400, top + 9), fill="black")
        landings[block.start] = landings[block.end] = Landing(page, top)
    return LaidOut(tuple(pictures), ((600, 800),) * pages, landings, ())


def test_the_kinds_of_blocks_are_known() -> None:
    document = docx.Document()
    document.add_heading("Background", level=1)
    document.add_paragraph("Workload rose.")
    document.add_paragraph("more posts", style="List Bullet")
    document.add_paragraph("Figure 1: Replies", style="Caption")
    document.add_table(2, 2).cell(0, 0).paragraphs[0].text = "Team"
    kinds = [(block.kind, block.table, block.row) for block in body(document).blocks]
    assert kinds[:4] == [(kind, -1, -1) for kind in ("heading", "text", "bullet", "caption")]
    assert kinds[4:] == [("cell", 0, 0), ("cell", 0, 0), ("cell", 0, 1), ("cell", 0, 1)]


def test_a_page_that_ends_early_is_blank_unless_the_next_begins_afresh() -> None:
    document = word("one", "two")
    found = body(document)
    assert measure(found, laid_out(found, [(0, 100), (1, 100)])).blanks()
    document.paragraphs[0].add_run().add_break(WD_BREAK.PAGE)
    found = body(document)
    measured = measure(found, laid_out(found, [(0, 100), (1, 100)]))
    assert [one.ends for one in measured.pages] == [True, True]
    assert measured.blanks() == ()


def test_a_caption_nearer_to_the_next_text_than_to_its_table_is_found() -> None:
    document = word("Before.")
    document.add_paragraph("Table 1: Replies", style="Caption")
    document.add_table(1, 1)
    found = body(document)
    near = measure(found, laid_out(found, [(0, 100), (0, 150), (0, 165)]))
    far = measure(found, laid_out(found, [(0, 100), (0, 120), (0, 180)]))
    assert near.far_captions() == ()
    assert [one.caption for one in far.far_captions()] == ["Table 1: Replies"]


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([(0, 100), (0, 120), (0, 140)], ()),
        ([(0, 100), (0, 120), (1, 100)], ("page 2: last bullet alone: bread",)),
    ],
)
def test_a_last_bullet_alone_on_its_page_is_an_orphan(
    places: list[tuple[int, float]], said: tuple[str, ...]
) -> None:
    found = body(word("milk", "salt", "bread", style="List Bullet"))
    assert measure(found, laid_out(found, places)).orphans == said


def test_a_heading_at_the_foot_of_a_page_is_an_orphan() -> None:
    document = docx.Document()
    document.add_heading("Background", level=1)
    document.add_paragraph("Workload rose.")
    found = body(document)
    (said,) = measure(found, laid_out(found, [(0, 700), (1, 100)])).orphans
    assert said == "page 1: heading without what follows: Background"


def test_a_last_row_alone_on_its_page_is_an_orphan() -> None:
    document = docx.Document()
    table = document.add_table(3, 1)
    for number, row in enumerate(table.rows):
        row.cells[0].paragraphs[0].text = f"row {number}"
    found = body(document)
    (said,) = measure(found, laid_out(found, [(0, 700), (0, 720), (1, 100)])).orphans
    assert said == "page 2: last row alone: row 2"


def test_tables_that_touch_are_told_also_through_a_control() -> None:
    document = docx.Document()
    first, second = document.add_table(1, 1), document.add_table(1, 1)
    assert measure_touching(document) == ("table 2",)
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(content)
    first._tbl.addprevious(control)
    content.append(first._tbl)
    assert measure_touching(document) == ("table 2",)
    second._tbl.addprevious(OxmlElement("w:p"))
    assert measure_touching(document) == ()


def measure_touching(document: docx.document.Document) -> tuple[str, ...]:
    found = body(document)
    places = [(0, 100.0 + 20 * number) for number in range(len(found.blocks))]
    return measure(found, laid_out(found, places)).touching


def test_words_over_the_edge_are_told() -> None:
    found = body(word("Text."))
    pages = laid_out(found, [(0, 100)], pages=1)
    wide = LaidOut(pages.pictures, pages.sizes, pages.landings, ((0, 95, 700, "far"),))
    assert measure(found, wide).outside == ("page 1: far",)


def test_contact_sheets_hold_six_pages_each() -> None:
    pictures = [Image.new("RGB", (60, 80), "white") for _ in range(7)]
    made = list(sheets(pictures, {0: "30% blank"}))
    assert [one.size for one in made] == [(228, 236), (84, 124)]


def test_a_block_tells_its_bookmarks() -> None:
    (block,) = body(word("Text.")).blocks
    assert isinstance(block, Block)
    assert (block.start, block.end) == ("lookstart0", "lookend0")


def test_a_heading_of_which_only_the_start_landed_begins_its_page() -> None:
    document = word("one", "two")
    document.paragraphs[1].paragraph_format.page_break_before = True
    found = body(document)
    pages = laid_out(found, [(0, 100), (1, 100)])
    known = {name: at for name, at in pages.landings.items() if name != found.blocks[1].end}
    measured = measure(found, LaidOut(pages.pictures, pages.sizes, known, pages.words))
    assert measured.blanks() == ()
