"""Sections, blocks and lines; text kept exactly; nothing lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.errors import InputProblems
from generator.model.document import (
    Chart,
    Heading,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Reference,
    Table,
    Text,
    Value,
)
from generator.model.issues import Where
from generator.model.origin import Origin
from generator.model.report import Prose
from generator.narrative.passages import passages_of
from generator.narrative.write import slug, write_prose
from tests.origins import lines_only

from . import makers
from .makers import blocks, content, folder_at, health_check, problems, report, text, words, write

PLACES = """\
# One
First {{ sw.leaving.percent }}.

<!-- guidance
over two lines -->

{% if sw.leaving.value > 3 %}

Ninth {#ninth}
{% else %}
Not printed.
{% endif %}

Fourteenth
{% for x in sw.training.top(2) %}
- {{ x.title }}
{% endfor %}

## Nineteenth

| a | b |
|---|--:|
| 1 | {{ sw.leaving.percent }} |

{{ chart(sw.leaving) }}

> Twenty-seventh
{% if 1 -%}

{% endif %}

{{ sw.leaving
   .percent }} at thirty-second

# Thirty-fifth
"""


def test_every_block_knows_its_line_in_the_source() -> None:
    narrative = write(PLACES)
    assert [section.line for section in narrative] == [1, 35]
    found = [(type(block), block.line) for block in narrative.sections[0].blocks]  # type: ignore[union-attr]
    assert found == [
        (Paragraph, 2),
        (Paragraph, 9),
        (Paragraph, 14),
        (ListBlock, 16),
        (Heading, 19),
        (Table, 21),
        (Chart, 25),
        (Quote, 27),
        (Paragraph, 32),
    ]


@given(st.lists(st.sampled_from(["{% if 1 %}", "{% endif %}", "{% set a = 1 %}", "", "x"])))
def test_lines_are_true_after_any_control_blocks(lines: list[str]) -> None:
    open_blocks = 0
    kept: list[str] = []
    for line in lines:
        if line == "{% if 1 %}" and open_blocks == 6:
            continue
        if line == "{% endif %}" and not open_blocks:
            continue
        open_blocks += {"{% if 1 %}": 1, "{% endif %}": -1}.get(line, 0)
        kept.append(line)
    kept += ["{% endif %}"] * open_blocks
    source = "\n".join(["# A", *kept, "", "{#Wrong Name} here", "", "{{ sw.typo }}"])
    with pytest.raises(InputProblems) as caught:
        write(source)
    found = [problem.where.line for problem in caught.value.problems]
    assert found == [len(kept) + 3, len(kept) + 5]


def test_sections_have_the_key_they_are_given_or_a_slug() -> None:
    narrative = write("# Next steps\n\n# Health {#health-wellbeing}\n\nText")
    assert [(s.title, s.key, s.name) for s in narrative] == [
        ("Next steps", "next-steps", ""),
        ("Health", "health-wellbeing", "health-wellbeing"),
    ]
    assert narrative.file == makers.FILE
    assert narrative.section("next-steps") is narrative.sections[0]
    assert slug("2022 survey") == "s-2022-survey"
    assert slug("Équipe") == "quipe"


def test_a_heading_may_hold_a_figure() -> None:
    assert write("# Results of {{ survey.wave }}").sections[0].title == "Results of 2022"


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        ("Text.\n\n# A", 1, "text stands before the first heading"),
        ("\n{{ contents() }}\n\n# A", 2, "text stands before the first heading"),
        ("# A\n\n# A", 3, "a second section 'a', the first in line 1"),
        ("# A {#x}\n\n## B {#x}", 3, "the name 'x' stands twice, first in line 1"),
        ("# A\n\nOne {#x}\n\n- two {#x}", 5, "the name 'x' stands twice, first in line 3"),
        ("# A\n\n{{ chart(sw.leaving, name='x') }}\n\nB {#x}", 5, "the name 'x' stands twice"),
        ("#", 1, "a heading is empty"),
        ("# A [](#b)", 1, "a heading holds something else than text"),
        ("# A\n\n##### B", 3, "a heading of level 5"),
        ("# A\n\n- # B", 3, "a heading stands inside a list or quotation"),
        ("# A\n\n> ## B", 3, "a heading stands inside a list or quotation"),
        ("# A\n\n---", 3, "a line of --- cannot be printed"),
        ("# A\n\n```\nx\n```", 3, "a block of code (```) cannot be printed"),
        ("# A\n\n{#x}", 3, "{#x} names nothing"),
        ("# A\n\nOne {#x #y}\n\nTwo {#y}", 5, "the name 'y' stands twice, first in line 3"),
        ("# A {#x #y}\n\nOne", 1, "{#x #y} is more than one name"),
        ("# A\n\n{{ chart(sw.leaving) }} {#x #y}", 3, "{#x #y} is more than one name"),
        ("# A\n\nText {.big}", 3, "there is no style .big"),
        ("# A\n\nText {#Big}", 3, "'Big' cannot be a name"),
        ("# A\n\nText {#a b}", 3, "{#a b} is not a name at the end of its paragraph"),
        ("# A\n\nText {#a} more", 3, "{#a} is not a name at the end of its paragraph"),
        ("# A\n\nText\nmore ![a](b)", 4, "cannot hold pictures"),
        ("# A\n\n- ", 3, "a list item has no text"),
        ("# A\n\n- {{ chart(sw.leaving) }}", 3, "a list item has no text"),
        ("# A\n\n{{ contents() }} {#x}", 3, "contents() cannot have a name"),
        ("# A\n\n**{{ chart(sw.leaving) }} x**", 3, "chart() stands in a line"),
        ("# A\n\n[{{ chart(sw.leaving) }}](https://x.org)", 3, "a link holds something else"),
        ("# A\n\n| a |\n|---|\n| {{ chart(sw.leaving) }} |", 5, "stands in a cell"),
        ("# A\n\n| a |\n|---|\n| b | c |", 5, "a row has 2 cells, and its header 1"),
        ("# A\n\nTable: alone", 3, "a table's caption without its table"),
        ("# A\n\nText \x07 bell", 3, "the character U+0007 cannot be printed"),
        ("# A\n\n" + "> " * 45 + "x", 3, "is nested too deeply"),
    ],
)
def test_what_would_be_lost_or_ugly_is_a_problem(source: str, line: int, what: str) -> None:
    with pytest.raises(InputProblems) as caught:
        write(source)
    found = [(problem.where.line, problem.message) for problem in caught.value.problems]
    assert any(at == line and what in told for at, told in found), found
    assert all(problem.where.file == makers.FILE for problem in caught.value.problems)


SPECIAL = "R&D <b>x</b> &amp; \"quoted\" 'single' -- ... (c) 🙂 ﺍﻠﻋ https://example.org x_y"


def test_text_is_kept_exactly() -> None:
    assert content(SPECIAL) == (Text(SPECIAL),)
    long = "word " * 400 + "end"
    assert content(long) == (Text(long),)


@given(
    st.text(
        st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\u2028\u2029\x85"),
        min_size=1,
    )
)
@example("*a* [b](c) `d` ![e](f) # g | h <i> &amp; 1. \\ {{ x }} {#n} [^1]")
@example("- a")
@example("    b")
@example("💣" * 2000)
def test_nothing_in_a_value_is_ever_interpreted(value: str) -> None:
    found = blocks("{{ report.wild }}", report=report(variables={"wild": value}))
    expected = Paragraph((Value(value, "report.wild"),), numbered=True, origin=Origin(line=2))
    assert lines_only(found) == (expected,)


def test_lines_inside_a_value_become_line_breaks() -> None:
    told = blocks("{{ report.wild }}", report=report(variables={"wild": "a\r\nb\n\nc"}))
    assert [getattr(part, "text", "\n") for part in told[0].content] == [  # type: ignore[union-attr]
        "a", "\n", "b", "\n", "\n", "c",
    ]  # fmt: skip


FRAGMENTS = [
    "# H", "## S", "- a", "1. b", "A. x", "B. y", "i. z", "ii. q", "> q", "{#n}", "{.note}", "{{",
    "}}", "{%", "%}", "<!--", "-->", "{% if 1 %}", "{% endif %}", "{{ sw.leaving.percent }}",
    "{{ chart(sw.stress) }}", "{{ sw.typo }}", "|", "| a | b |", "|---|---|", "[^1]", "[^1]: f",
    "^[in]", "[](#n)", "[a](b)", "[r]: /u", "**", "*", "_", "`", "\\", "<b>", "  ", "\t", "\n",
    "\n\n", "Table: c", "```", "---", "text", "{{ sourced.vacancies }}", "{{ report.motto }}",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(["", " ", "\n", "\n\n"]))))
def test_any_source_is_written_or_refused_with_lines(parts: list[tuple[str, str]]) -> None:
    source = "# A\n" + "".join(fragment + space for fragment, space in parts)
    try:
        write(source)
    except InputProblems as error:
        for problem in error.problems:
            assert problem.where.line is not None
            assert 1 <= problem.where.line <= source.count("\n") + 1


PLAIN = [fragment for fragment in FRAGMENTS if not fragment.startswith(("{", "}", "%", "<!", "--"))]


@settings(deadline=None)
@given(st.lists(st.sampled_from([*PLAIN, "WORD ", "WORD\n", "WORD"]), max_size=25))
def test_no_word_is_lost_without_a_problem(parts: list[str]) -> None:
    numbered = [
        part.replace("WORD", f"w{index}w") for index, part in enumerate(["WORD\n\n", *parts])
    ]
    expected = [part.strip() for part in numbered if part.startswith("w")]
    try:
        narrative = write("# A\n\n" + "".join(numbered))
    except InputProblems:
        return
    told = repr(narrative)
    assert [word for word in expected if word not in told] == []


def test_paragraphs_of_a_section_are_numbered_and_others_are_not() -> None:
    found = blocks("One.\n\n- two\n\n  three\n\n> four\n\nFive {.unnumbered}\n\nSix {.note}")
    numbered = [block.numbered for block in found if isinstance(block, Paragraph)]
    assert numbered == [True, False, False]
    assert [block.style for block in found if isinstance(block, Paragraph)] == [
        "body",
        "body",
        "note",
    ]
    quote = next(block for block in found if isinstance(block, Quote))
    assert not quote.blocks[0].numbered  # type: ignore[union-attr]


def test_a_chart_in_the_middle_of_lines_parts_the_paragraph() -> None:
    found = blocks("Before\n{{ chart(sw.leaving) }} {#c}\nafter\nit {#p}")
    assert [type(block) for block in found] == [Paragraph, Chart, Paragraph]
    assert found[1].name == "c"  # type: ignore[union-attr]
    assert found[2].name == "p"  # type: ignore[union-attr]
    assert [block.line for block in found] == [2, 3, 4]  # type: ignore[union-attr]
    assert text("Before\nand\n{{ contents() }}") == "Before and"


def test_comments_leave_nothing_behind() -> None:
    assert text("One\n<!-- x -->\ntwo <!-- {{ y }} --> three") == "One two  three"


def test_windows_line_ends_are_read() -> None:
    narrative = write("# A\r\n\r\nOne\r\ntwo\r\n\r\n{{ sw.leaving.percent }}\r\n")
    assert [passage.text for passage in passages_of(narrative.sections[0].blocks)] == [
        "One two",
        "6.4%",
    ]


def test_a_group_may_not_have_the_name_of_an_expression() -> None:
    found = problems("x", makers.findings_of(makers.percent("chart.x", {"2022": (3, 10)})))
    assert found == [
        (None, "the group 'chart' of findings.yaml has the name of an expression; rename it")
    ]


# ---------------------------------------------------------------- texts in YAML
def prose(source: str, folder: Path | None = None) -> object:
    where = Where("inputs/example/report.yaml", 7, "recommendations.decision[0]")
    return write_prose(
        Prose(source, where), health_check(), report(), words(), folder and folder_at(folder)
    )


def test_texts_in_yaml_are_written_like_the_narrative() -> None:
    found = prose("Note that **{{ sw.leaving.percent }}** plan to leave, as in [](#plan).")
    assert isinstance(found, tuple)
    assert found[0].content[1] == Value("6.4%", "sw.leaving.percent@2022", bold=True)
    assert found[0].line == 7
    assert found[0].content[-2] == Reference("plan", line=7)


def test_everything_in_a_text_in_yaml_has_the_line_of_the_text() -> None:
    source = "a\n\n> [as told](#b)\n\n- c[^n]\n  1. [](#d)\n\n[^n]: [](#e)\n"
    quote, listed = prose(source)[1:]  # type: ignore[index]
    assert quote.blocks[0].content == (Link("#b", (Text("as told"),), 7),)
    (item,) = listed.items
    assert item.content[1].paragraphs == ((Reference("e", line=7),),)
    assert [origin.line for origin in item.content[1].origins] == [7]
    assert item.blocks[0].items[0].content == (Reference("d", line=7),)


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("{{ sw.typo }}", "there is no finding sw.typo"),
        ("One\n\n{{ sw.typo }}", "(line 3 of the text)"),
        ("# Heading", "a section begins inside a text"),
        ("Almost all ({{ sw.workload_manageable.percent }})", "'almost all' stands with 67%"),
        ('{{ csv_table("a.csv") }}', "csv_table() can only stand in a narrative"),
    ],
)
def test_problems_in_yaml_texts_say_where_the_text_stands(source: str, what: str) -> None:
    with pytest.raises(InputProblems) as caught:
        prose(source)
    (problem,) = caught.value.problems
    assert what in problem.message
    assert str(problem.where) == "inputs/example/report.yaml:7: recommendations.decision[0]"
