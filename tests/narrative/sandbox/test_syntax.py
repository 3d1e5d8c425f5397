"""Errors of syntax and of names: all of them at once, each with its line."""

from __future__ import annotations

import pytest

from generator.narrative.precheck import find_early_problems

from ..makers import problems


def lines(source: str) -> list[int | None]:
    return [line for line, _ in problems(source)]


def test_all_errors_are_listed_at_once_in_order_of_lines() -> None:
    source = "\n".join(
        [
            "{{ sw..rate }}",  # 2
            "{{ sw.typo.percent }} and {{ sw.small.percent }}",  # 3
            "{% foo %}",  # 4
            "{{ 1 / 0 }}",  # 5
            "{% if sw.other.percent %}",  # 6
            "{{ sw.third.percent }}",  # 7
            "{% endif %}",
            "{{ chart(sw.leaving, kind='pie') }}",  # 9
            "",
            "{{ sw.leaving.percent",  # 11
            "",
            "![a](b.png)",  # 13
            "",
            "Almost all ({{ sw.workload_manageable.percent }}) agree.",  # 15
        ]
    )
    assert lines(source) == [2, 3, 3, 4, 5, 6, 7, 9, 11, 13, 15]


def test_names_are_checked_in_branches_that_are_not_taken() -> None:
    source = "{% if 0 %}\n{{ sw.leaving.pct }}\n{% else %}\n{{ sw.typo }}\n{% endif %}"
    found = problems(source)
    assert [line for line, _ in found] == [3, 5]
    assert problems("{% if 0 %}{{ sw.small.percent }}{% endif %}") == []


def test_an_error_in_a_tag_of_several_lines_has_the_line_of_the_wrong_name() -> None:
    source = "{{ chart(\n  sw.leaving,\n  sw.typo,\n  sw.consulted,\n  wf.typo\n) }}"
    assert lines(source) == [4, 6]


def test_a_variable_that_could_not_be_set_is_not_reported_again() -> None:
    source = "{% set a = sw.typo.percent %}\n{{ a }}\n{{ a.b }}\n{{ a | words }}"
    assert lines(source) == [2]
    source = "{% set a = sw.small.percent %}\n{{ a }}\n{% if a == 1 %}x{% endif %}"
    assert lines(source) == [2]


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        ("{{ sw.leaving.percent }", 2, "'{{' is not closed"),
        ("a {{ b\n\nc }}", 2, "'{{' is not closed"),
        ("{{ sw.leaving.percent\n{{ sw.leaving.percent }}", 2, "'{{' is not closed"),
        ("x }} y", 2, "'}}' stands without '{{'"),
        ("x %} y", 2, "'%}' stands without '{%'"),
        ("{ sw.leaving.percent }", 2, "'{ sw.' stands in single braces"),
        ("a\n\n<!-- never closed", 4, "'<!--' is not closed"),
        ("{% for x in [1] %}", 2, "{% for %} is not closed"),
        ("{% endif %}", 2, "{% endif %} has no {% if %} before it"),
        ("{% if 1 %}{% endfor %}{% endif %}", 2, "{% endfor %} has no {% for %}"),
        ("{% else %}", 2, "unknown tag 'else'"),
        ("{% if %}x{% endif %}", 2, "cannot be read"),
        ("{{ sw.leaving.percent percent }}", 2, "cannot be read"),
        ("{{ 'abc }}", 2, "cannot be read"),
        ("{{ sw.leaving[2021.percent }}", 2, "cannot be read"),
        ("{{ }}", 2, "cannot be read"),
        ("{{ sw.leaving.percent | }}", 2, "cannot be read"),
        ("{{ 1 is prime }}", 2, "there is no test 'prime'"),
        ("{{ chart(sw.leaving, titel='x') }}", 2, "did you mean 'title'?"),
        ("{{ chart(sw.leaving, sw.consulted, 1) }}", 2, "not the number 1"),
        ("{{ sw.leaving.choose('a') }}", 2, "missing a required argument: 'down'"),
        ("{{ sw.leaving.percent() }}", 2, "is not a function"),
        ("{{ sw.leaving.percent > 5 }}", 2, "compare numbers: write .value"),
        ("{{ none }}", 2, "cannot be printed"),
        ("{{ 1 == 1 }}", 2, "cannot be printed"),
        ("{{ sw.leaving.value / 2 }}", 2, "round it"),
        ("{{ report.titel }}", 2, "did you mean 'title'?"),
        ("{{ sourced.vacancy }}", 2, "did you mean 'vacancies'?"),
        ("{{ cohorts.xx }}", 2, "there is no cohort cohorts.xx"),
        ("{{ loop.index }}", 2, "unknown name"),
        ("{{ sw }}", 2, "cannot be printed as it stands"),
        ("{{ chart }}", 2, "chart() cannot be printed"),
    ],
)
def test_what_is_wrong_is_said(source: str, line: int, what: str) -> None:
    found = problems(source)
    assert any(at == line and what in told for at, told in found), found


def test_an_expression_may_run_over_several_lines() -> None:
    assert problems("{{ sw.leaving\n   .percent }}") == []


def test_tags_in_comments_are_not_read() -> None:
    assert problems("<!-- {{ sw.typo }} {% if %}\n -->\nText {{ sw.leaving.percent }}") == []


def test_raw_text_keeps_its_braces() -> None:
    assert problems("{% raw %}{{ x }} }} {% if %}{% endraw %}") == []


def test_syntax_can_be_checked_before_there_are_figures() -> None:
    found = find_early_problems("# A\n{{ a.b.c }}\n{{ x\n\n{% nope %}", "narrative.md")
    assert [problem.where.line for problem in found] == [3, 5]
