"""Which words of a line of front matter are which text."""

from __future__ import annotations

from generator.merge.pairs.front_lines import beside_known, line_parts, part_at, rows_by_place
from generator.model.draft_base import BaseEntry
from generator.model.readings import ReadText, Span


def read(text: str) -> ReadText:
    return ReadText("cell", (Span(text),))


def entry(place: str, by: str = "person") -> BaseEntry:
    return BaseEntry("front-matter", "", by=by, section="front_matter.considered_by", place=place)


def test_a_line_is_parted_at_its_tabs() -> None:
    assert line_parts("Board\t3 May") == [(0, 5), (6, 11)]
    assert [part_at("Board\t3 May", at) for at in (0, 5, 6, 11)] == [0, 0, 1, 1]


def test_what_stands_beside_a_known_text_is_the_text_beside_it_in_the_draft() -> None:
    entries = [entry("[0].body"), entry("[0].date"), entry("[1].body")]
    texts = [read("Board\t3 May 2023")]
    assert beside_known(entries, texts, {0: (0, 0, 5)}) == {1: (0, 6, 16)}


def test_a_label_in_a_line_is_no_text_of_the_report() -> None:
    entries = [entry("", by="program"), entry("[0].email")]
    texts = [read("Email\tteam@example.org")]
    assert beside_known(entries, texts, {1: (0, 6, 22)}) == {}


def test_a_row_that_lost_all_marks_is_known_by_its_place_where_that_is_plain() -> None:
    texts = [read("Board"), read("Another")]
    assert rows_by_place([4], [1], texts) == {4: (1, 0, 7)}
    assert rows_by_place([4], [0, 1], texts) == {}
