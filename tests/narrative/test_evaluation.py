"""From source to Markdown: sentinels in the place of values, and the line of every line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.narrative.evaluation import render
from generator.narrative.sandbox.environment import sentinel


def lines_of(source: str) -> list[tuple[str, int]]:
    """(rendered line, its source line)."""
    found = render(source, {}, _fail)
    return [(text, found.line(index)) for index, text in enumerate(found.text.split("\n"))]


def _fail(line: int, what: str, mend: str) -> None:
    raise AssertionError(f"{line}: {what}; {mend}")


def test_a_rendered_line_has_the_source_line_of_what_stands_first_on_it() -> None:
    source = "a\n{% if 1 %}\nb\n{% endif %}\n{{ 1 }} c\n<!-- x\ny -->\nd {{ 2\n }} e\nf"
    assert lines_of(source) == [
        ("a", 1),
        ("b", 3),
        (f"{sentinel(0)} c", 5),
        ("d " + sentinel(1) + " e", 8),
        ("f", 10),
    ]


def test_each_round_of_a_loop_has_the_lines_of_its_source() -> None:
    source = "{% for x in [1, 2] %}\n- {{ x }}\n\n{% endfor %}\nend"
    assert [line for _, line in lines_of(source)] == [2, 3, 2, 3, 5]


def test_values_are_kept_in_order() -> None:
    found = render("{{ 'a' }}{{ 1 }}", {}, _fail)
    assert [str(value) for value in found.values] == ["a", "1"]


def test_an_empty_source_has_one_line() -> None:
    assert lines_of("") == [("", 1)]
    assert lines_of("{% if 0 %}x{% endif %}") == [("", 1)]


LINES = ["a", "", "{{ 1 }}", "x {{ 2 }} y", "<!-- c -->z", "{% if 1 %}q{% endif %}"]


@given(st.lists(st.sampled_from(LINES)))
def test_without_control_lines_every_line_is_itself(source: list[str]) -> None:
    found = lines_of("\n".join([*source, "end"]))
    assert [line for _, line in found] == list(range(1, len(source) + 2))


def test_tags_that_share_a_line_with_text_keep_its_line_break_and_indent() -> None:
    assert render("a {% if 1 %}b{% endif %}\n\nc", {}, _fail).text == "a b\n\nc"
    assert render("a <!-- x -->\n\nc", {}, _fail).text == "a \n\nc"
    assert render("- a\n  {% if 1 %}- b{% endif %}\n- c", {}, _fail).text == "- a\n  - b\n- c"
    assert render("{% if 1 %}a\n{% endif %}\nb", {}, _fail).text == "a\nb"
    assert render("{% raw %}{{{% endraw %}\n\nb", {}, _fail).text == "{{\n\nb"


def test_lines_of_nothing_but_tags_leave_no_line() -> None:
    source = "- a\n  {% if 1 %}{% set x = 1 %} <!-- c -->\n- b\n  {% endif %}\n- c"
    assert render(source, {}, _fail).text == "- a\n- b\n- c"
    assert render("{% if 1\n   and 1 %}\na\n{% endif %}\n", {}, _fail).text == "a\n"
    assert render("{%- if 1 -%}\n a\n{%- endif %}\nb", {}, _fail).text == "ab"


def test_more_brackets_than_any_report_has_are_refused_unread() -> None:
    told: list[str] = []
    assert render("![" * 900_000, {}, lambda _, what, __: told.append(what)).text == ""
    assert told == ["the text has 900,000 square brackets, at most 20,000 are read"]
