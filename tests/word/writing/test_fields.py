"""Fields carry their instruction and the right result."""

from __future__ import annotations

import re

import pytest

from generator.model.document import Reference
from generator.word.writing.fields import field, page_of, reference, sequence

from ..samples import (
    body,
    body_of,
    chart,
    document,
    find,
    full_parts,
    item,
    listed,
    numbered,
    para,
    render,
    section,
    shown,
    styled,
    table,
)


def instructions(markup: str) -> list[str]:
    return re.findall(r"<w:instrText[^>]*>([^<]*)<", markup)


@pytest.mark.parametrize(
    ("made", "instruction"),
    [
        (reference("_ref_a", "3.5", "w"), " REF _ref_a \\w \\h "),
        (reference("_cap_a", "Table 2"), " REF _cap_a \\h "),
        (page_of("_sec_a", "4"), " PAGEREF _sec_a \\h "),
        (sequence("Table", "2"), " SEQ Table \\* ARABIC "),
        (sequence("Appendix", "B"), " SEQ Appendix \\* ALPHABETIC "),
        (sequence("Appendix", "2", 2), " SEQ Appendix \\* ARABIC \\r 2 "),
    ],
)
def test_each_field_asks_word_for_what_it_shows(made: str, instruction: str) -> None:
    assert instructions(made) == [instruction]


def test_a_field_shows_its_result_between_separator_and_end() -> None:
    kinds = re.findall(r'fldCharType="(\w+)"|<w:t>([^<]*)', field("PAGE", "7"))
    assert [kind or text for kind, text in kinds] == ["begin", "separate", "7", "end"]


def test_a_paragraph_is_referred_to_by_its_full_number() -> None:
    root = body_of(
        numbered("1.1", "here", name="here"),
        numbered("1.2", Reference("here", "paragraph", "1.1", "paragraph ", "1.1")),
        numbered=True,
    )
    assert shown(styled(root, "CommitteeParagraph")[1]) == "paragraph 1.1"
    codes = [node.text for node in find(root, "//w:instrText")]
    assert codes == [" REF _ref_here \\w \\h "]


def test_a_recommendation_is_referred_to_by_its_own_number() -> None:
    root = body_of(
        listed("1.", item("Note", name="note-it")),
        para(Reference("note-it", "recommendation", "1", "recommendation ", "1")),
    )
    assert " REF _ref_note_it \\n \\h " in [node.text for node in find(root, "//w:instrText")]


def test_a_reference_by_label_and_number_points_at_both_and_by_number_at_it_alone() -> None:
    root = body_of(
        table(),
        chart(),
        para(Reference("answers", "table", "Table 1", "", "1")),
        para(Reference("workload", "figure", "1", "figures ", "1")),
    )
    codes = [node.text for node in find(root, "//w:instrText")]
    assert " REF _cap_answers \\h " in codes
    assert " REF _num_workload \\h " in codes


def test_what_has_no_number_is_linked_and_not_counted() -> None:
    root = body_of(para("here", name="here"), para(Reference("here", "paragraph", "above")))
    assert [shown(node) for node in find(root, "//w:hyperlink[@w:anchor='_ref_here']")] == ["above"]


def test_no_field_waits_to_be_updated() -> None:
    assert b"updateFields" not in full_parts()["word/settings.xml"]
    root = body(render(document(section("a", numbered("1.1", "x"), numbered=True))))
    assert not find(root, "//w:fldChar[@w:dirty]")
