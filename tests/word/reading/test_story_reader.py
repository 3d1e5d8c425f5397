"""Paragraphs split, joined, put in and taken out: what stands where in both readings."""

from __future__ import annotations

import pytest

from generator.model.readings import ReadText
from generator.word.reading.read_word import read_word

from .packages import BY, deleted, inserted, paragraph, run, word_file

INS, DEL = f'<w:ins w:id="7" {BY}/>', f'<w:del w:id="8" {BY}/>'

CELL_IN, CELL_OUT = f'<w:cellIns w:id="3" {BY}/>', f'<w:cellDel w:id="4" {BY}/>'


def both(body: str) -> tuple[list[str], list[str]]:
    """The words of the accepted and the rejected texts."""
    read = read_word(word_file(body))
    return [one.text for one in read.accepted], [one.text for one in read.rejected]


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*words: str, properties: str = "") -> str:
    cells = "".join(cell(paragraph(run(word))) for word in words)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


ONE, TWO, THREE = (run(f"{word}.") for word in ("One", "Two", "Three"))
GONE = deleted("Gone.")


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (paragraph(ONE), ["One."], ["One."]),
        ("", [], []),
        (paragraph(""), [""], [""]),
        (paragraph(ONE, "ins") + paragraph(TWO), ["One.", "Two."], ["One.Two."]),
        (paragraph(ONE, "del") + paragraph(TWO), ["One.Two."], ["One.", "Two."]),
        (
            paragraph(ONE, "del") + paragraph(TWO, "del") + paragraph(THREE),
            ["One.Two.Three."],
            ["One.", "Two.", "Three."],
        ),
        (
            paragraph(ONE) + paragraph(GONE, "del") + paragraph(TWO),
            ["One.", "Two."],
            ["One.", "Gone.", "Two."],
        ),
        (
            paragraph(run("On") + deleted("e."), "del") + paragraph(deleted("Tw") + run("o.")),
            ["Ono."],
            ["One.", "Two."],
        ),
        (
            paragraph(ONE, "ins") + paragraph(inserted("New."), "") + paragraph(TWO),
            ["One.", "New.", "Two."],
            ["One.", "Two."],
        ),
        (
            paragraph(inserted("New."), "ins") + paragraph(ONE),
            ["New.", "One."],
            ["One."],
        ),
        (paragraph(GONE, "del"), [], ["Gone."]),
        (paragraph(ONE) + paragraph(GONE, "del"), ["One."], ["One.", "Gone."]),
        (paragraph(GONE), [""], ["Gone."]),
        (
            paragraph(ONE, "del") + table(row("a")) + paragraph(TWO),
            ["One.", "a", "Two."],
            ["One.", "a", "Two."],
        ),
        (
            paragraph(GONE, "del") + table(row("a")),
            ["a"],
            ["Gone.", "a"],
        ),
        (
            table(row("a", "b"), row("c", "d", properties=INS), row("e", "f", properties=DEL)),
            ["a", "b", "c", "d"],
            ["a", "b", "e", "f"],
        ),
        (
            f"<w:tbl><w:tr>{cell(paragraph(GONE, 'del'))}{cell(paragraph(ONE))}</w:tr></w:tbl>",
            ["", "One."],
            ["Gone.", "One."],
        ),
        (
            f"<w:tbl><w:tr>{cell(paragraph(ONE), CELL_IN)}"
            f"{cell(paragraph(TWO), CELL_OUT)}</w:tr></w:tbl>",
            ["One."],
            ["Two."],
        ),
        (
            f"<w:sdt><w:sdtContent>{paragraph(ONE)}</w:sdtContent></w:sdt>"
            f"<w:customXml>{paragraph(TWO)}</w:customXml>",
            ["One.", "Two."],
            ["One.", "Two."],
        ),
        (
            f"<w:sdt><w:sdtContent>{paragraph(ONE, 'del')}</w:sdtContent></w:sdt>{paragraph(TWO)}",
            ["One.Two."],
            ["One.", "Two."],
        ),
    ],
)
def test_paragraphs_and_rows_are_split_joined_brought_and_taken(
    body: str, accepted: list[str], rejected: list[str]
) -> None:
    assert both(body) == (accepted, rejected)


def test_a_paragraph_that_was_deleted_before_others_joined_leaves_their_words() -> None:
    body = paragraph(ONE, "del") + paragraph(GONE, "del") + paragraph(TWO)
    assert both(body) == (["One.Two."], ["One.", "Gone.", "Two."])


def test_a_joined_text_is_what_its_last_paragraph_is() -> None:
    body = paragraph(ONE, "del") + paragraph(TWO, style="H1")
    (text,) = read_word(word_file(body)).accepted
    assert (text.kind, text.text) == ("heading", "One.Two.")


def texts(body: str) -> tuple[ReadText, ...]:
    return read_word(word_file(body)).accepted


def test_who_put_in_a_whole_paragraph_is_known_however_word_wrote_it() -> None:
    after = texts(paragraph(ONE, "ins") + paragraph(inserted("New.")))
    before = texts(paragraph(inserted("New."), "ins") + paragraph(ONE))
    assert [text.author for text in after] == ["", "Finance"]
    assert [text.author for text in before] == ["Finance", ""]
    assert after[1].date == "2023-02-16T09:00:00Z"


def test_a_split_paragraph_and_one_rewritten_whole_are_nobodys() -> None:
    assert [text.author for text in texts(paragraph(ONE, "ins") + paragraph(TWO))] == ["", ""]
    assert texts(paragraph(GONE + inserted("New.")))[0].author == ""


def test_cells_of_an_inserted_row_are_their_authors() -> None:
    read = texts(table(row("a"), row("b", properties=INS)))
    assert [(text.row, text.author) for text in read] == [(0, ""), (1, "Finance")]


def test_cells_are_counted_by_table_row_and_column_of_the_grid() -> None:
    wide = cell(paragraph(ONE), '<w:gridSpan w:val="2"/>') + cell(paragraph(TWO))
    inner = cell(table(row("deep")) + paragraph(THREE))
    body = f"<w:tbl><w:tr>{wide}</w:tr></w:tbl><w:tbl><w:tr>{inner}</w:tr></w:tbl>"
    read = texts(body + paragraph(ONE))
    assert [(text.table, text.row, text.column, text.text) for text in read] == [
        (0, 0, 0, "One."),
        (0, 0, 2, "Two."),
        (2, 0, 0, "deep"),
        (1, 0, 0, "Three."),
        (-1, -1, -1, "One."),
    ]


def test_text_boxes_are_read_once_after_what_they_are_anchored_in() -> None:
    box = f"<w:txbxContent>{paragraph(TWO)}{paragraph(inserted('New.'))}</w:txbxContent>"
    twice = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"<a:graphic>{box}</a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert both(paragraph(twice + ONE) + paragraph(THREE)) == (
        ["One.", "Two.", "New.", "Three."],
        ["One.", "Two.", "", "Three."],
    )
    assert both(paragraph(twice + ONE, "del") + paragraph(THREE))[0] == [
        "One.Three.",
        "Two.",
        "New.",
    ]


def test_a_paragraph_hidden_to_its_end_is_none() -> None:
    hidden = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("no", "<w:vanish/>") + "</w:p>"
    assert both(hidden + paragraph(ONE))[0] == ["One."]


def test_controls_in_one_another_as_deep_as_a_file_can_be_are_read() -> None:
    depth = 110
    nested = "<w:sdt><w:sdtContent>" * depth + paragraph(ONE) + "</w:sdtContent></w:sdt>" * depth
    assert both(nested)[0] == ["One."]
    change = f'<w:ins w:id="9" {BY}>'
    nested = paragraph(change * 240 + ONE + "</w:ins>" * 240)
    assert both(nested) == (["One."], [""])
