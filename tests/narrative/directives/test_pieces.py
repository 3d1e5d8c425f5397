"""Key figures, grids, quotations, the method note, contents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.document import Chart, Contents, Grid, ListBlock, Paragraph, Value
from generator.model.origin import Origin
from tests.origins import lines_only

from ..makers import blocks, health_check, problems


def test_key_figures_are_a_grid_of_figures_and_what_they_mean() -> None:
    (grid,) = blocks("{{ key_figures(sw.response, sw.small[2021], columns=2) }}")
    assert isinstance(grid, Grid)
    assert grid.columns == 2
    figure, meaning = grid.cells[0]
    assert isinstance(figure, Paragraph)
    assert isinstance(meaning, Paragraph)
    assert figure.style == "key-figure"
    assert figure.content == (Value("35%", "sw.response.figure@2022"),)
    assert meaning.line == 2
    assert len(grid.cells[1][1].content) == 1  # type: ignore[union-attr]


def test_a_key_figure_does_not_say_the_unit_that_its_title_says() -> None:
    (grid,) = blocks("{{ key_figures(sw.hours_over) }}")
    assert isinstance(grid, Grid)
    figure, _ = grid.cells[0]
    assert isinstance(figure, Paragraph)
    assert figure.content == (Value("8.8", "sw.hours_over.figure@2022"),)


@pytest.mark.parametrize(("number", "columns"), [(2, 3), (3, 3), (4, 4), (5, 3), (8, 4), (12, 3)])
def test_no_key_figure_of_four_stands_alone(number: int, columns: int) -> None:
    (grid,) = blocks(f"{{{{ key_figures({', '.join(['sw.response'] * number)}) }}}}")
    assert isinstance(grid, Grid)
    assert grid.columns == columns


def test_a_grid_holds_charts_side_by_side_and_their_names() -> None:
    source = '{{ grid(chart(sw.leaving, name="a"), chart(sw.stress, name="a")) }}'
    ((_, what),) = problems(source)
    assert "the name 'a' stands twice" in what
    (grid,) = blocks("{{ grid(chart(sw.leaving), table(sw.stress), columns=3) }}")
    assert isinstance(grid, Grid)
    assert isinstance(grid.cells[0][0], Chart)
    assert grid.cells[0][0].line == 2


def test_quotations_are_bullets_of_approved_text() -> None:
    (quotes,) = blocks('{{ quotes("q-sw-17", "q-sw-17") }}')
    assert isinstance(quotes, ListBlock)
    assert [item.content for item in quotes.items] == [
        (Value("“My team *really* listens”", "quotation.q-sw-17"),)
    ] * 2
    assert quotes.items[0].line == 2


def test_the_method_note_is_a_paragraph_for_each_of_its_sentences() -> None:
    found = blocks("{{ method_note() }}")
    assert [type(block) for block in found] == [Paragraph, Paragraph]
    empty = replace(health_check(), method=())
    ((_, what),) = problems("{{ method_note() }}", empty)
    assert "there are no findings" in what


def test_contents_have_a_title() -> None:
    found = blocks('{{ contents("In this report") }}')
    assert lines_only(found) == (Contents("In this report", Origin(line=2)),)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("grid()", "grid() is empty"),
        ("grid(sw.leaving)", "grid() holds charts and tables, not sw.leaving"),
        ("key_figures(sw.leaving, columns=9)", "columns cannot be 9"),
        ("key_figures(sw.small)", "sw.small of 2022 may not be published"),
        ("response_list(sw.leaving)", "sw.leaving is not a response rate"),
        ("quotes()", "quotes() needs ids"),
        ('quotes("x")', "there is no approved quotation 'x'"),
        ("quotes(sw.leaving)", "sw.leaving has no quotations"),
        ("contents(3)", "title must be text"),
    ],
)
def test_what_cannot_be_placed_is_a_problem(line: str, what: str) -> None:
    ((_, told),) = problems(f"{{{{ {line} }}}}")
    assert what in told
