"""Each kind of edit as Word writes it, read as meant, and as pandoc reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.readings import ReadDocument, Revision
from generator.word.reading.read_word import read_word
from tests import edits

from .packages import paragraph, run, word_file
from .pandoc import needs_pandoc, pandoc_reads, words

Edit = Callable[[bytes], bytes]

CELLS = "".join(
    f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{paragraph(run(word))}</w:tc>' for word in row)}</w:tr>"
    for row in (("Team", "Share"), ("North", "35%"), ("South", "41%"))
)
GRID = '<w:gridCol w:w="2000"/>' * 2
CONTROL = "In a control."
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
FOOTNOTES = (
    '<w:footnote w:id="2">'
    + paragraph("<w:r><w:footnoteRef/></w:r>" + run(" Figures of June."), style="FT")
    + "</w:footnote>"
)


def marked(name: str, content: str, number: int) -> str:
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


SHARE = marked("_val_share", run("35%"), 2)
START = word_file(
    paragraph(marked("_p_heading", run("Background"), 9), style="H1")
    + paragraph(marked("_p_first", run("Of these, ") + SHARE + run(" plan to leave."), 1))
    + paragraph(marked("_p_second", run("The plan follows."), 3))
    + paragraph("")
    + paragraph(marked("_p_third", run("See the "), 4)
        + f'<w:hyperlink r:id="l1">{run("survey of June")}</w:hyperlink>' + run(".") + NOTE)
    + f"<w:sdt><w:sdtContent>{paragraph(run(CONTROL))}</w:sdtContent></w:sdt>"
    + f"<w:tbl><w:tblPr/><w:tblGrid>{GRID}</w:tblGrid>{CELLS}</w:tbl>"
    + paragraph(run("The end.")),
    {"footnotes": FOOTNOTES},
    {"l1": "https://example.org/"},
)  # fmt: skip
TEXTS = [
    "Background", "Of these, 35% plan to leave.", "The plan follows.", "",
    "See the survey of June.", "In a control.", "Team", "Share", "North", "35%", "South", "41%",
    "The end.", "Figures of June.",
]  # fmt: skip


def said(document: ReadDocument) -> tuple[list[str], list[str]]:
    """The words of the accepted and of the rejected texts."""
    accepted = [text.text for text in document.accepted]
    return accepted, [text.text for text in document.rejected]


def changed(old: dict[int, list[str]]) -> list[str]:
    """The texts with some of them, by index, in others' place."""
    found: list[str] = []
    for index, text in enumerate(TEXTS):
        found += old.get(index, [text])
    return found


EDITS: dict[str, tuple[Edit, dict[int, list[str]]]] = {
    "insert": (
        lambda d: edits.insert_words(d, "plan to", "all "),
        {1: ["Of these, 35% plan toall  leave."]},
    ),
    "insert at the start": (
        lambda d: edits.insert_words(d, "Background", "The ", before=True),
        {0: ["The Background"]},
    ),
    "insert at the end": (
        lambda d: edits.insert_words(d, "The end.", " Really."),
        {12: ["The end. Really."]},
    ),
    "delete": (
        lambda d: edits.delete_words(d, " to leave"),
        {1: ["Of these, 35% plan."]},
    ),
    "delete over looks": (
        lambda d: edits.delete_words(d, "these, 35% plan"),
        {1: ["Of  to leave."]},
    ),
    "replace": (
        lambda d: edits.replace(d, "follows", "comes first"),
        {2: ["The plan comes first."]},
    ),
    "replace in a link": (
        lambda d: edits.replace(d, "June", "July"),
        {4: ["See the survey of July."]},
    ),
    "replace in a control": (
        lambda d: edits.replace(d, "a control", "the box"),
        {5: ["In the box."]},
    ),
    "replace in a cell": (lambda d: edits.replace(d, "North", "East"), {8: ["East"]}),
    "overtype": (
        lambda d: edits.overtype(d, "_val_share", "36%"),
        {1: ["Of these, 36% plan to leave."]},
    ),
    "footnote": (
        lambda d: edits.edit_footnote(d, "June", "July"),
        {13: ["Figures of July."]},
    ),
    "split": (
        lambda d: edits.split(d, "plan to"),
        {1: ["Of these, 35% ", "plan to leave."]},
    ),
    "join": (
        lambda d: edits.join(d, "Of these"),
        {1: [], 2: ["Of these, 35% plan to leave.The plan follows."]},
    ),
    "join of three": (
        lambda d: edits.join(edits.join(d, "Of these"), "Background"),
        {0: [], 1: [], 2: ["BackgroundOf these, 35% plan to leave.The plan follows."]},
    ),
    "join with an empty one": (
        lambda d: edits.join(d, "The plan follows"),
        {2: [], 3: ["The plan follows."]},
    ),
    "add a paragraph": (
        lambda d: edits.add_paragraph(d, "Of these", "It is new."),
        {1: [TEXTS[1], "It is new."]},
    ),
    "add at the end": (
        lambda d: edits.add_paragraph(d, "The end.", "It is new."),
        {12: ["The end.", "It is new."]},
    ),
    "delete a paragraph": (lambda d: edits.delete_paragraph(d, "Of these"), {1: []}),
    "delete the first": (lambda d: edits.delete_paragraph(d, "Background"), {0: []}),
    "delete the last": (lambda d: edits.delete_paragraph(d, "The end."), {12: []}),
    "move": (
        lambda d: edits.move_paragraph(d, "Of these", "In a control."),
        {1: [], 5: ["In a control.", TEXTS[1]]},
    ),
    "add a row": (
        lambda d: edits.add_row(d, "North", ["East", "12%"]),
        {9: ["35%", "East", "12%"]},
    ),
    "delete a row": (lambda d: edits.delete_row(d, "North"), {8: [], 9: []}),
    "bold": (lambda d: edits.make_bold(d, "plan to"), {}),
    "two officers": (
        lambda d: edits.delete_words(
            edits.insert_words(d, "plan", " soon or late"), " or late", edits.LEGAL
        ),
        {1: ["Of these, 35% plan soon to leave."]},
    ),
    "one within the other": (
        lambda d: edits.insert_words(
            edits.insert_words(d, "plan", " soon or late"), "soon", " now", edits.LEGAL
        ),
        {1: ["Of these, 35% plan soon now or late to leave."]},
    ),
}  # fmt: skip
UNTRACKED: dict[str, tuple[Edit, dict[int, list[str]]]] = {
    "insert": (
        lambda d: edits.insert_words(d, "plan", " all", tracked=False),
        {1: ["Of these, 35% plan all to leave."]},
    ),
    "replace": (
        lambda d: edits.replace(d, "35% plan", "36% want", tracked=False),
        {1: ["Of these, 36% want to leave."]},
    ),
    "split": (
        lambda d: edits.split(d, "plan to", tracked=False),
        {1: ["Of these, 35% ", "plan to leave."]},
    ),
    "join": (
        lambda d: edits.join(d, "Background", tracked=False),
        {0: [], 1: [f"Background{TEXTS[1]}"]},
    ),
    "add": (
        lambda d: edits.add_paragraph(d, "Of these", "New.", tracked=False),
        {1: [TEXTS[1], "New."]},
    ),
    "delete": (lambda d: edits.delete_paragraph(d, "Of these", tracked=False), {1: []}),
    "move": (
        lambda d: edits.move_paragraph(d, "Of these", "In a control.", tracked=False),
        {1: [], 5: ["In a control.", TEXTS[1]]},
    ),
    "rows": (
        lambda d: edits.add_row(
            edits.delete_row(d, "North", tracked=False), "South", ["E", "1%"], tracked=False
        ),
        {8: [], 9: [], 11: ["41%", "E", "1%"]},
    ),
}


def test_nothing_was_edited_at_the_start() -> None:
    read = read_word(START)
    assert said(read) == (TEXTS, TEXTS)
    assert read.revisions == ()


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_in_the_accepted_texts_and_not_in_the_rejected(name: str) -> None:
    edit, accepted = EDITS[name]
    read = read_word(edit(START))
    assert said(read) == (changed(accepted), TEXTS)
    assert read.revisions


@pytest.mark.parametrize("name", UNTRACKED)
def test_an_edit_that_is_not_tracked_is_in_both(name: str) -> None:
    edit, texts = UNTRACKED[name]
    read = read_word(edit(START))
    assert said(read) == (changed(texts), changed(texts))
    assert read.revisions == ()


@needs_pandoc
@pytest.mark.parametrize("name", EDITS)
def test_pandoc_reads_the_same(name: str, tmp_path: Path) -> None:
    data = EDITS[name][0](START)
    read = read_word(data)
    assert words(read.accepted) == pandoc_reads(data, tmp_path, "accept")
    assert words(read.rejected) == pandoc_reads(data, tmp_path, "reject")


def marks(document: ReadDocument) -> dict[str, str]:
    """The words that each hidden bookmark goes round, as accepted."""
    return {
        mark.name: text.text[mark.start : mark.end]
        for text in document.accepted
        for mark in text.marks
    }


def test_marks_are_round_what_they_were_round() -> None:
    read = read_word(edits.replace(START, "plan to leave", "want to go"))
    assert marks(read)["_p_first"] == "Of these, 35% want to go."
    assert marks(read)["_val_share"] == "35%"
    (value,) = [span for span in read.accepted[1].spans if span.value]
    assert (value.text, value.value) == ("35%", "_val_share")


def test_a_figure_that_was_overtyped_from_within_keeps_its_bookmark() -> None:
    assert marks(read_word(edits.overtype(START, "_val_share", "36%")))["_val_share"] == "36%"


def test_a_figure_that_was_replaced_leaves_its_bookmark_without_words() -> None:
    read = read_word(edits.replace(START, "35%", "36%"))
    assert marks(read)["_val_share"] == ""
    assert marks(read)["_p_first"] == "Of these, 36% plan to leave."


def test_the_mark_of_a_deleted_paragraph_is_gone_and_that_of_an_emptied_one_is_not() -> None:
    assert "_p_first" not in marks(read_word(edits.delete_paragraph(START, "Of these")))
    assert marks(read_word(edits.delete_words(START, TEXTS[1])))["_p_first"] == ""


def test_a_moved_paragraph_says_by_which_move_it_came_and_went() -> None:
    read = read_word(edits.move_paragraph(START, "Of these", "In a control.", marks_go=True))
    (there,) = [text for text in read.accepted if text.moved]
    (here,) = [text for text in read.rejected if text.moved]
    assert (there.moved, there.text, there.author) == (here.moved, here.text, here.author)
    assert there.author == "Finance Officer"
    assert [mark.name for mark in there.marks] == ["_p_first", "_val_share"]


def test_every_revision_is_told_in_order_with_its_words() -> None:
    data = edits.replace(START, "plan to", "want to")
    data = edits.make_bold(data, "In a control", edits.LEGAL)
    data = edits.delete_row(data, "South")
    data = edits.edit_footnote(data, "June", "July")
    read = read_word(data)
    told = [(one.kind, one.author, one.text, one.where) for one in read.revisions]
    assert [one for one in told if one[0] != "paragraph"] == [
        ("deletion", "Finance Officer", "plan to", 1),
        ("insertion", "Finance Officer", "want to", 1),
        ("formatting", "Legal Officer", "In a control", 5),
        ("row", "Finance Officer", "South\t41%", 10),
        ("deletion", "Finance Officer", "June", 11),
        ("insertion", "Finance Officer", "July", 11),
    ]


def test_a_move_is_one_revision_and_half_a_move_is_what_it_looks_like() -> None:
    data = edits.move_paragraph(START, "Of these", "In a control.")
    (moved,) = {(one.kind, one.where) for one in read_word(data).revisions}
    assert moved == ("move", 5)


def test_a_revision_says_who_made_it_and_when() -> None:
    assert read_word(edits.delete_words(START, " to leave", edits.LEGAL)).revisions == (
        Revision("deletion", "Legal Officer", "2023-02-17T10:30:00Z", " to leave", 1),
    )


def test_a_new_look_is_in_the_accepted_spans_alone() -> None:
    read = read_word(edits.make_bold(START, "plan to"))
    assert [span.text for span in read.accepted[1].spans if span.bold] == ["plan to"]
    assert [span.text for span in read.rejected[1].spans if span.bold] == []


def test_comments_have_their_words_answers_and_state() -> None:
    data = edits.comment(START, "35% plan", "Net of grant?")
    data = edits.reply(data, "Net of grant?", "Yes.", edits.LEGAL)
    data = edits.reply(data, "Yes.", "Thank you.")
    data = edits.comment(data, "North", "Which team?", edits.LEGAL)
    data = edits.resolve(data, "Which team?")
    first, second = read_word(data).comments
    assert (first.text, first.words, first.where) == ("Net of grant?", "35% plan", 1)
    assert (first.author, first.initials, first.resolved) == ("Finance Officer", "FO", False)
    assert [(one.author, one.text) for one in first.replies] == [
        ("Legal Officer", "Yes."),
        ("Finance Officer", "Thank you."),
    ]
    assert (second.text, second.words, second.where) == ("Which team?", "North", 8)
    assert second.resolved
