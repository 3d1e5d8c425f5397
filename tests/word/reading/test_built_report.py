"""A report as it is built, edited: rejected, every look, link, figure and mark is back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model.readings import ReadDocument, ReadText
from generator.word.reading.read_word import read_word
from tests import edits
from tests.word.samples import full_document, rendered
from tests.work import at_most

from .packages import deleted, inserted, paragraph, run, word_file

REPORT = rendered(full_document())
EDITS: dict[str, Callable[[bytes], bytes]] = {
    "figure": lambda d: edits.overtype(d, "_val_sw_workload_percent", "68%"),
    "reference": lambda d: edits.replace(d, "Figure 1", "Figure 9"),
    "caption": lambda d: edits.replace(d, "Workload is manageable", "Work is too much"),
    "heading": lambda d: edits.insert_words(d, "Social workers", " of Anytown"),
    "recommendation": lambda d: edits.add_paragraph(d, "Note the findings.", "Note the costs."),
    "move": lambda d: edits.move_paragraph(d, "Note the findings.", "Approve the plan."),
    "front matter": lambda d: edits.replace(d, "Analyst", "Head of Analysis"),
    "row": lambda d: edits.delete_row(d, "Statement 1"),
    "new row": lambda d: edits.add_row(d, "Statement 1", ["Statement 9", "1%", "2%"]),
    "note": lambda d: edits.edit_footnote(d, "first note", "only note"),
    "split": lambda d: edits.split(d, "agreed, see"),
    "join": lambda d: edits.join(d, "Why & wherefore"),
    "item": lambda d: edits.delete_paragraph(d, "innermost"),
    "bold": lambda d: edits.make_bold(d, "People help"),
    "code": lambda d: edits.replace(d, "[AB/15022023/C]", "[AB/16022023/D]"),
}


def all_said(texts: tuple[ReadText, ...]) -> list[tuple[object, ...]]:
    """All of texts but who changed them."""
    return [
        (t.kind, t.spans, t.marks, t.style, t.level, t.marker, t.table, t.row, t.column, t.note)
        for t in texts
    ]


BEFORE = read_word(REPORT)


def test_a_report_that_nobody_edited_has_one_reading_and_no_changes() -> None:
    assert BEFORE.accepted == BEFORE.rejected
    assert (BEFORE.revisions, BEFORE.comments, BEFORE.notices) == ((), (), ())
    assert [chart[1] for chart in BEFORE.charts] == [
        "Fewer find their workload manageable", "First", "Second",
    ]  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_there_accepted_and_leaves_no_trace_rejected(name: str) -> None:
    read = read_word(EDITS[name](REPORT))
    assert all_said(read.rejected) == all_said(BEFORE.rejected)
    assert all_said(read.accepted) != all_said(BEFORE.accepted)


def kinds(read: ReadDocument) -> list[tuple[str, int, str, str]]:
    return [(text.kind, text.level, text.marker, text.text) for text in read.accepted]


@pytest.mark.parametrize(
    "text",
    [
        ("item", 0, "1.", "Approve the plan."),
        ("item", 2, "bullet", "innermost"),
        ("item", 1, "i.", "roman"),
        ("item", 0, "(a)", "four"),
        ("heading", 2, "", "Social workers"),
        ("caption", 0, "", "Table 1: Agreement by year"),
        ("paragraph", 0, "", "None."),
        ("contents", 0, "", "1.0\tPurpose"),
        ("cell", 0, "", "A Person\tAnalyst"),
        ("footnote", 0, "", "The first note, with a link"),
    ],
)
def test_each_text_is_what_the_document_calls_it(text: tuple[str, int, str, str]) -> None:
    assert text in kinds(BEFORE)


def test_a_long_file_is_read_in_as_much_work_for_each_paragraph_as_a_short_one() -> None:
    content = run("Some words ") + inserted("more ") + deleted("fewer ") + run("of them.")
    for count in (100, 3_000):
        data = word_file(paragraph(content) * count + paragraph(run("x"), "del") * count)
        with at_most(1_500 * count + 20_000):
            read_word(data)
