"""A report template prints, repeats and chooses; what could fill memory or never end is refused."""

from __future__ import annotations

import pytest
from jinja2 import TemplateError

from generator.word.template.template_jinja import TemplateEnvironment
from generator.word.template.template_tags import TemplatePassage, tag_faults
from tests.work import at_most

ROWS = [{"label": "Ward", "lines": ["All", "None"], "wide": True}] * 2
REFUSED = [
    "{{ 'A' * 10**9 }}",
    "{{ 2 ** 2 }}",
    "{{ 1 + 1 }}",
    "{{ -1 }}",
    "{{ 'A' ~ 'B' }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ '%999999999d' % 1 }}",
    "{{ title.ljust(10) }}",
    "{{ range(10) }}",
    "{{ lipsum() }}",
    "{{ cycler(1) }}",
    "{{ title | center(999999999) }}",
    "{{ title | indent(999999999) }}",
    "{{ title | batch(3) }}",
    "{% for x in [1, 2] %}x{% endfor %}",
    "{% for x in rows recursive %}{{ loop(x) }}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% set x = 1 %}",
    "{% include 'x' %}",
    "{% call x() %}{% endcall %}",
    "{% filter upper %}a{% endfilter %}",
]


def made(source: str, **names: object) -> str:
    return TemplateEnvironment().from_string(source).render(rows=ROWS, title="Plan", **names)


@pytest.mark.parametrize("source", REFUSED)
def test_what_calculates_calls_or_defines_is_refused(source: str) -> None:
    with at_most(calls=200_000), pytest.raises(TemplateError):
        made(source)


@pytest.mark.parametrize("source", [one for one in REFUSED if "{{" in one[:2]])
def test_the_check_of_a_template_says_where_it_stands(source: str) -> None:
    faults = tag_faults([TemplatePassage("header 1, paragraph 2", source)], {"title": None})
    assert [fault.place for fault in faults][:1] == ["header 1, paragraph 2"]


def test_what_templates_are_made_of_works() -> None:
    source = (
        "{% for row in rows %}{{ loop.index }} {{ row.label | upper }}: {% for line in row.lines %}"
        "{% if line == 'All' and row.wide %}{{ line }}{% elif not row.wide %}-{% else %}."
        "{% endif %}{% endfor %} {% endfor %}{{ title | default('x') }} {{ '<' }}"
        "{{ rows[0]['label'] if title in ('Plan', 'Paper') else '' }}"
    )
    assert made(source) == "1 WARD: All. 2 WARD: All. Plan &lt;Ward"


def test_loops_come_to_an_end() -> None:
    source = "{% for a in many %}{% for b in many %}{% for c in many %}{% endfor %}"
    source += "{% endfor %}{% endfor %}"
    with at_most(calls=200_000), pytest.raises(TemplateError, match="loops run more than 10,000"):
        made(source, many=list(range(1_000)))
    with pytest.raises(TemplateError, match="runs over rows or lines"):
        made("{% for letter in title %}x{% endfor %}")
