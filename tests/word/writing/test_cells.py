"""What stands in a table cell: paragraphs, and lists with numbers of their own."""

from __future__ import annotations

from dataclasses import replace

from generator.model.document import Inline, ParagraphBreak, Text

from ..samples import body as body_in
from ..samples import document as document_of
from ..samples import find, numbered, render, section, shown, styled, table
from ..semantics import counted_numbers, findings


def parts_of(*cell: Inline) -> dict[str, bytes]:
    made = replace(table(rows=1), rows=((cell, (Text("1"),), (Text("2"),)),))
    return render(document_of(section("only", numbered("1.1", "x"), made, numbered=True)))


def item(text: str, marker: str, level: int = 0, first: bool = False) -> tuple[Inline, ...]:
    return ParagraphBreak(marker, level, first), Text(text)


def test_each_paragraph_of_a_cell_is_one_and_items_are_items() -> None:
    parts = parts_of(
        Text("The plan supports:"),
        *item("a council that listens", "bullet", first=True),
        *item("people who stay", "bullet"),
        ParagraphBreak(),
        Text("It does more."),
    )
    cell = find(body_in(parts), "//w:tr[2]/w:tc[1]")[-1]
    assert [shown(node) for node in find(cell, "w:p")] == [
        "The plan supports:",
        "a council that listens",
        "people who stay",
        "It does more.",
    ]
    assert [bool(find(node, "w:pPr/w:numPr")) for node in find(cell, "w:p")] == [
        False, True, True, False,
    ]  # fmt: skip
    assert findings(parts) == []


def test_a_cell_may_begin_with_a_list() -> None:
    parts = parts_of(*item("one", "1.", first=True), *item("two", "1."))
    assert [number for number, _ in counted_numbers(parts)][2:] == ["1.", "2."]


def test_lists_of_a_cell_count_for_themselves() -> None:
    parts = parts_of(
        *item("one", "1.", first=True),
        *item("inner", "a.", 1, first=True),
        *item("inner", "a.", 1),
        *item("two", "1."),
        *item("again", "1.", first=True),
    )
    assert [number for number, _ in counted_numbers(parts)][2:] == ["1.", "a.", "b.", "2.", "1."]


def test_a_cell_of_one_paragraph_is_as_ever() -> None:
    parts = parts_of(Text("plain"))
    assert "plain" in [shown(node) for node in styled(body_in(parts), "TableText")]


def test_a_marker_in_brackets_has_room_for_its_letters() -> None:
    hanging = {}
    for marker in ("1.", "(a)"):
        parts = parts_of(*item("first", marker, first=True), *item("second", marker))
        number = find(body_in(parts), "//w:tr[2]//w:numId/@w:val")[0]
        root = body_in({"word/document.xml": parts["word/numbering.xml"]})
        abstract = find(root, f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val")[0]
        level = f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[1]"
        hanging[marker] = int(find(root, f"{level}/w:pPr/w:ind/@w:hanging")[0])
    assert hanging["(a)"] > hanging["1."]
