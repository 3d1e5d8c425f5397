"""A narrative cannot reach the program, and cannot make it run without end."""

from __future__ import annotations

import pytest

from generator.narrative.sandbox.environment import NarrativeEnvironment
from generator.narrative.sandbox.syntax import parse_template
from tests.work import at_most

from ..makers import problems, text

CALLS = 6_000_000  # some five times what is needed


ATTACKS = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ sw.__class__ }}",
    "{{ sw._items }}",
    "{{ sw['_items'] }}",
    "{{ sw.leaving.finding }}",
    "{{ sw.leaving.scope }}",
    "{{ sw.leaving.__init__.__globals__ }}",
    "{{ sw.leaving.since.call }}",
    "{{ chart.call }}",
    "{{ quote.__globals__ }}",
    "{{ sw.leaving.percent.key }}",
    "{{ sw.leaving.value.real }}",
    "{{ '{0.__class__}'.format(sw) }}",
    "{{ '{0.__class__}'.format_map(sw) }}",
    "{{ '%s' % sw }}",
    "{{ '%(a)s' % {'a': 1} }}",
    "{{ [].append(1) }}",
    "{{ {}.update(1) }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ lipsum.__globals__ }}",
    "{{ cycler }}",
    "{{ joiner }}",
    "{{ namespace }}",
    "{{ dict(a=1) }}",
    "{{ caller() }}",
    "{{ varargs }}",
    "{{ environment }}",
    "{{ context }}",
    "{{ resolve('sw') }}",
    "{{ 'a' | attr('__class__') }}",
    "{{ [1] | map('string') }}",
    "{{ sw | tojson }}",
    "{{ sw is callable }}",
    "{{ chart(*[sw.leaving]) }}",
    "{{ chart(**{'kind': 'bars'}) }}",
    "{% include 'report.yaml' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import path %}",
    "{% extends 'x' %}",
    "{% macro f() %}{% endmacro %}",
    "{% block b %}{% endblock %}",
    "{% call f() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% set x %}text{% endset %}",
    "{% set sw = 1 %}",
    "{% set a.b = 1 %}",
    "{% with a = 1 %}{% endwith %}",
    "{% autoescape true %}{% endautoescape %}",
    "{% for x in [1] recursive %}{% endfor %}",
    "{% for x in 'abc' %}{% endfor %}",
    "{% for x in sw %}{% endfor %}",
    "{% for x in sw.leaving %}{% endfor %}",
]

ENDLESS = [
    "{{ range(10**9) }}",
    "{{ range(10**30) | joined }}",
    "{% for i in range(10**9) %}x{% endfor %}",
    "{% for i in range(999) %}{% for j in range(999) %}{% for k in range(999) %}x{% endfor %}"
    "{% endfor %}{% endfor %}",
    "{% for i in range(999) %}{% for j in range(99) %}{{ sw.leaving.percent }}{% endfor %}"
    "{% endfor %}",
    "{{ 'x' * 10**9 }}",
    "{{ [0] * 10**9 }}",
    "{{ 9**9**9 }}",
    "{{ 2.0**2000 }}",
    "{{ 10**400 * 1.5 }}",
    "{{ 1e308 * 10 | number }}",
    "{{ (-8)**0.5 }}",
    "{{ '{:>999999999}'.format(1) }}",
    "{{ 'x'.rjust(10**9) }}",
    "{% set a = 'x' ~ 'y' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
    "{% set a = 'xy' %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
    "{% set a = [1] %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
    "{{ " + "(" * 1500 + "1" + ")" * 1500 + " }}",
    "{{ " + "-" * 3000 + "1 }}",
    "{{ " + "not " * 900 + "1 }}",
    "{{ " + " + ".join(["1"] * 900) + " }}",
    "{{ " + "[" * 900 + "]" * 900 + " }}",
    "{{ sw" + ".a" * 1500 + " }}",
    "{{ '" + "x" * 5000 + "' }}",
    "{% if 1 %}" * 300 + "{% endif %}" * 300,
    "{% for x in [1] %}" * 30 + "{% endfor %}" * 30,
    "> " * 300 + "x",
    "{{ ['x', 'y'] | joined('z' * 10**9) }}",
    "{{ 1 // 0 }}",
]


@pytest.mark.parametrize("source", ATTACKS)
def test_what_reaches_for_the_program_is_refused_with_its_line(source: str) -> None:
    found = problems(f"Text.\n\n{source}")
    assert found
    assert {line for line, _ in found} == {4}
    assert "object at 0x" not in str(found)


@pytest.mark.parametrize("source", ENDLESS)
def test_what_would_not_end_is_refused_with_its_line(source: str) -> None:
    with at_most(calls=CALLS):
        found = problems(f"Text.\n\n{source}")
    assert found
    assert {line for line, _ in found} == {4}


def test_constants_are_not_computed_when_the_narrative_is_read() -> None:
    env = NarrativeEnvironment({})
    assert parse_template(env, "{{ 'x' * 10**9 }}", lambda *_: None) is not None
    assert env.optimized is False


def test_what_a_narrative_needs_of_jinja_works() -> None:
    source = (
        "{% set a = [1, 2, 3] %}{% for x in a if x is odd %}{{ loop.index }}:{{ x }}"
        "{{ '; ' if not loop.last }}{% else %}none{% endfor %}"
    )
    assert text(source) == "1:1; 2:3"
    assert text("{% if 1 in [1] and not (2 > 3 or 1 == 2) %}yes{% endif %}") == "yes"
    assert text("{{ {'a': ['b']}.a[0] }}") == "b"
    assert text("{{ ((1 + 2) * 3 - 4 / 2) | number(1) }}") == "7.0"
    assert text("{{ -(1 + 1) }} {{ +3 }}") == "-2 3"


def test_values_of_a_loop_are_counted_over_the_whole_narrative() -> None:
    loop = "{% for i in range(900) %}{% endfor %}\n"
    assert problems(loop * 11) == []
    assert len(problems(loop * 12)) == 1


def test_an_error_of_the_program_is_not_taken_for_the_authors() -> None:
    class Broken:
        def __str__(self) -> str:
            raise AssertionError("a bug")

    with pytest.raises(AssertionError):
        NarrativeEnvironment({}).failed(AssertionError("a bug"), 1, ())


LONG = "9" * 400


@pytest.mark.parametrize(
    "expression",
    [
        f"{LONG}.0", f"-{LONG}.0", "1e400", "1e400 | number", "[1e400]", f"{LONG} | ordinal", LONG,
        f"{LONG} | words", f"{LONG} | plural('one', 'more')", f"2 * {LONG}", "1e300 * 1e300",
    ],
)  # fmt: skip
def test_a_number_of_many_digits_is_refused_in_words(expression: str) -> None:
    ((_, what),) = problems(f"{{{{ {expression} }}}}")
    assert "too large" in what or "no published rounding" in what
    assert "<class" not in what
