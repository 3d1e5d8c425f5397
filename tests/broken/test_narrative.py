"""What is wrong in the narrative is said with its line; it cannot reach inside the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import small
from tests.broken.breaking import (
    NARRATIVE,
    REPORT,
    Case,
    assert_told,
    cases,
    check,
    refused,
    replace,
)
from tests.conftest import run
from tests.work import at_most

CALLS = 20_000_000  # some five times what is needed


FIGURE = "{{ sw.workload.percent }}"


def instead(name: str, new: str, *words: str) -> Case:
    """A case in which another expression stands in line 17."""
    return Case(name, NARRATIVE, FIGURE, new, "narrative.md:17", words)


@cases(
    instead(
        "unknown finding", "{{ sw.wrkload.percent }}", "sw.wrkload", "did you mean 'workload'?"
    ),
    instead("unknown group", "{{ sx.workload.percent }}", "there is no 'sx'", "sw and mg"),
    instead("unknown wave", "{{ sw.workload[2020].percent }}", "no wave '2020'", "2021 and 2022"),
    instead(
        "unknown option",
        '{{ sw.answers["Strongly agre"].percent }}',
        "no answer 'Strongly agre'",
        "did you mean 'Strongly agree'?",
    ),
    instead("unknown part", "{{ sw.workload.percnt }}", "did you mean 'percent'?"),
    instead("unknown filter", "{{ sw.workload.percent | uper }}", "did you mean 'upper'?"),
    instead("unknown function", "{{ chrat(sw.workload) }}", "did you mean 'chart'?"),
    instead("unknown setting", '{{ chart(sw.workload, knd="line") }}', "did you mean 'kind'?"),
    instead("unknown variable", "{{ report.bugdet }}", "did you mean 'budget'?"),
    instead("a bare finding", "{{ sw.workload }}", "is a finding, not a figure"),
    instead("not closed", "{{ sw.workload.percent }", "'{{' is not closed"),
    instead("not readable", "{{ sw.workload. }}", "cannot be read"),
    instead("if not closed", "{% if sw.workload.published %}", "{% if %} is not closed"),
    instead("a chart within a line", "{{ chart(sw.workload) }}", "on a line of its own"),
    instead("a reference to nothing", "[](#replys)", "did you mean 'replies'?"),
    instead("a picture", "![x](y.png)", "cannot hold pictures"),
    instead("a footnote without text", "x[^9]", "9"),
    instead(
        "a share that is too large for its word", "Few (40%) of {{ sw.workload.percent }}", "few"
    ),
)
def test_a_wrong_expression_is_said(workspace: Path, case: Case) -> None:
    replace(workspace, case.file, case.old, case.new)
    assert_told(refused(workspace), case.place, case.words, alone=False)


@cases(
    Case(
        "missing section",
        NARRATIVE,
        "# Background {#background}",
        "# What came before",
        "narrative.md",
        ("the section 'Background' is missing",),
    ),
    Case(
        "missing implication",
        NARRATIVE,
        "# Equalities implications {#equalities}\n\nThere are none.\n",
        "",
        "narrative.md",
        (
            "the section 'Equalities implications' is missing",
            "implications.equalities: {nil: true}",
        ),
    ),
    Case(
        "section twice",
        NARRATIVE,
        "# Next steps {#next-steps}",
        "# Purpose",
        "narrative.md:32",
        ("a second section 'purpose', the first in line 1",),
    ),
    Case(
        "section without text",
        NARRATIVE,
        "An action plan follows.\n",
        "",
        "narrative.md:32",
        ("the section 'Next steps' has no text",),
    ),
    Case(
        "text before the first heading",
        NARRATIVE,
        "# Purpose",
        "x\n\n# Purpose",
        "narrative.md:1",
        (),
    ),
    Case(
        "a control character",
        NARRATIVE,
        "staff said",
        "staff\x07said",
        "narrative.md:3",
        ("U+0007",),
    ),
)
def test_a_wrong_section_is_said(workspace: Path, case: Case) -> None:
    check(workspace, case)


INTERNALS = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ sw.__init__.__globals__ }}",
    "{{ sw['__class__'] }}",
    "{{ sw|attr('__class__') }}",
    "{{ chart.__globals__ }}",
    "{{ report._texts }}",
    "{{ self }}",
    "{{ self.__init__ }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ namespace() }}",
    "{{ lipsum.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ [].__class__.__base__ }}",
    "{{ 'x'.format(sw) }}",
    "{{ '{0.__class__}'.format(sw) }}",
    "{{ 'x'.format_map({}) }}",
    "{{ ('%c' % 95) * 2 }}",
    "{{ range.__self__ }}",
    "{{ (1).__add__ }}",
    "{{ caller() }}",
    "{{ loop }}",
    "{{ [1]|map(attribute='__class__')|list }}",
    "{{ [sw]|groupby('__class__') }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import system %}",
    "{% extends 'x' %}",
    "{% macro f() %}{% endmacro %}",
    "{% set x = sw.__dict__ %}",
    "{% for k in sw.__dict__ %}{{ k }}{% endfor %}",
    "{% if ''.__class__ %}x{% endif %}",
    "{% do 1 %}",
    "{% debug %}",
    "{{ csv_table('/etc/passwd') }}",
    "{{ csv_table('../../../../etc/passwd') }}",
    "{{ sw.workload.percent.__class__ }}",
    "{{ sw.workload['__class__'] }}",
    "{{ sw.workload['\\x5f_class__'] }}",
    "{{ sourced.__getattribute__('x') }}",
]


@pytest.mark.parametrize("expression", INTERNALS)
def test_nothing_inside_the_program_can_be_reached(workspace: Path, expression: str) -> None:
    replace(workspace, NARRATIVE, FIGURE, expression)
    done = refused(workspace)
    assert_told(done, "narrative.md:17", (), alone=False)
    for secret in ("<class", "<function", "object at 0x", "root:", "module '"):
        assert secret not in done.err


@pytest.mark.parametrize("expression", INTERNALS[:6])
def test_nor_from_a_text_in_yaml(workspace: Path, expression: str) -> None:
    text = expression.replace("'", '"')
    replace(workspace, REPORT, "text: Note the findings.", f"text: 'Note {text}.'")
    assert_told(refused(workspace), "report.yaml:17", ("recommendations",), alone=False)


@pytest.mark.parametrize(
    "expression",
    [
        "{% for a in range(1000000) %}x{% endfor %}",
        "{% for a in range(999) %}{% for b in range(999) %}{% for c in range(999) %}x"
        "{% endfor %}{% endfor %}{% endfor %}",
        "{{ 9 ** 9 ** 9 ** 9 }}",
        "{{ 'x' * 9999999999 }}",
        "{{ [1] * 9999999999 }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{{ " + "-" * 5000 + "1 }}",
        "{{ " + "[" * 900 + "]" * 900 + " }}",
        "{% if 1 %}" * 500 + "{% endif %}" * 500,
        "{% set x = 'a' %}" + "{% set x = x ~ x %}" * 64 + "{{ x }}",
    ],
    ids=[
        "range",
        "loops",
        "power",
        "text",
        "list",
        "width",
        "round",
        "minus",
        "square",
        "if",
        "double",
    ],
)
def test_an_expression_that_would_run_for_ever_or_fill_memory_is_refused_soon(
    workspace: Path, expression: str
) -> None:
    replace(workspace, NARRATIVE, FIGURE, expression)
    with at_most(calls=CALLS):
        done = refused(workspace)
    assert_told(done, "narrative.md", (), alone=False)


SLOW = {
    "quotes": ">" * 3000 + " x",
    "lists": "- " * 3000 + "x",
    "stars": "*" * 20_000,
    "brackets": "[" * 20_000,
    "pictures": "![" * 5000,
    "code": "`" * 20_001,
    "table": "| a " * 3000 + "|\n" + "| - " * 3000 + "|\n",
    "notes": "[^1]" * 5000,
    "underscores": "a_" * 20_000,
    "angles": "<" * 20_000,
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_markdown_that_is_built_to_be_slow_is_not(workspace: Path, text: str) -> None:
    replace(workspace, NARRATIVE, "An action plan follows.", text)
    with at_most(calls=CALLS):
        done = run("build", small.NAME, cwd=workspace)
    assert done.code in (0, 1)
