"""Bold, italic, links, references, footnotes, tables."""

from __future__ import annotations

import pytest

from generator.model.document import Footnote, LineBreak, Link, Reference, Table, Text, Value
from tests.origins import without_origins

from ..makers import blocks, content, problems, text

PERCENT = Value("6.4%", "sw.leaving.percent@2022")


def test_bold_and_italic_reach_values() -> None:
    assert content("a **b {{ sw.leaving.percent }}** *c*") == (
        Text("a "),
        Text("b ", bold=True),
        Value("6.4%", PERCENT.key, bold=True),
        Text(" "),
        Text("c", italic=True),
    )
    assert content("**{{ sw.leaving.percent }}**of") == (
        Value("6.4%", PERCENT.key, bold=True),
        Text("of"),
    )


def test_lines_of_a_paragraph_are_joined_and_hard_breaks_kept() -> None:
    assert content("a\nb") == (Text("a b"),)
    assert content("a  \nb") == (Text("a"), LineBreak(), Text("b"))


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        (r"a \[^1] b", "a [^1] b"),
        (r"fewer \{#n\} of", "fewer {#n} of"),
        (r"fewer \{#n\}", "fewer {#n}"),
        (r"\[the plan\](#plan)", "[the plan](#plan)"),
        (r"\{sw.leaving\}", "{sw.leaving}"),
    ],
)
def test_escaped_signs_are_printed_and_mean_nothing(source: str, printed: str) -> None:
    assert content(source) == (Text(printed),)


def test_links_keep_their_address_as_typed() -> None:
    assert content("[the report](https://example.org/a?b=1&c=é)") == (
        Link("https://example.org/a?b=1&c=é", (Text("the report"),)),
    )
    assert content("<https://example.org/>") == (
        Link("https://example.org/", (Text("https://example.org/"),)),
    )
    assert content("[{{ sw.leaving.percent }}](mailto:a@example.org)") == (
        Link("mailto:a@example.org", (PERCENT,)),
    )


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("[x](javascript:alert)", "a link leads to 'javascript:alert'"),
        ("[x](file:///etc/passwd)", "a link leads to"),
        ("[x](other.md)", "a link leads to 'other.md'"),
        ("[](https://example.org)", "has no words"),
        ("[x](#Bad_Name)", "a reference to 'Bad_Name', which cannot be a name"),
        ("[x](#bad name)", "the reference (#bad name) cannot be read"),
        ('[x](#a "nummer")', "a reference cannot be 'nummer'"),
        ('[](#a "words")', "the link to #a has no words"),
    ],
)
def test_links_that_lead_nowhere_are_problems(source: str, what: str) -> None:
    ((line, told),) = problems(f"Text\n{source}")
    assert line == 3
    assert what in told


def test_references_carry_the_noun_that_was_written() -> None:
    assert content("[](#a)") == (Reference("a", line=2),)
    assert content("[paragraph](#a)") == (Reference("a", before="paragraph ", line=2),)
    assert content("[Figures](#a)") == (Reference("a", before="Figures ", line=2),)
    assert content('[](#a "number")') == (Reference("a", before="", line=2),)
    assert content("[as told in](#a)") == (Link("#a", (Text("as told in"),), 2),)
    told = Link("#a", (Text("paragraph"),), 2, only_words=True)
    assert content('[paragraph](#a "words")') == (told,)
    assert content("one\n[](#a)")[-1] == Reference("a", line=3)


def test_footnotes_stand_where_they_are_referred_to() -> None:
    note = Footnote(((Text("See "), PERCENT), (Text("More"),)))
    found = content("a[^x] b\n\n[^x]: See {{ sw.leaving.percent }}\n\n    More")
    assert without_origins(found) == (Text("a"), note, Text(" b"))
    table = blocks("| a |\n|---|\n| b[^1] |\n\n[^1]: c")[0]
    assert isinstance(table, Table)
    assert without_origins(table.rows[0][0]) == (Text("b"), Footnote(((Text("c"),),)))
    assert without_origins(content("a^[inline]")[1]) == Footnote(((Text("inline"),),))
    assert text("- a[^1]\n\n[^1]: b") == "a\nb"


def test_each_paragraph_of_a_footnote_has_its_lines_and_its_source() -> None:
    note = content("a[^x] b\n\n[^x]: See\n    this\n\n    More")[1]
    assert isinstance(note, Footnote)
    assert [(one.line, one.end, one.place, one.source, one.by) for one in note.origins] == [
        (4, 5, "note x, 1", "[^x]: See\n    this", "person"),
        (7, 7, "note x, 2", "More", "person"),
    ]


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        ("a[^1]", 2, "the footnote [^1] has no text"),
        ("a[^1] b[^2]\n\n[^1]: c", 2, "the footnote [^2] has no text"),
        ("a\n\n[^1]: b", 4, "nothing refers to the footnote [^1]"),
        ("a[^1]\n\n[^1]: b\n[^1]: c", 5, "the footnote [^1] has two texts"),
        ("a[^1]\n\n[^1]: - b", 4, "a footnote holds something else than text"),
        ("a[^1]\n\n[^1]: {{ chart(sw.leaving) }}", 4, "holds something else than text"),
        ("a[^1]\n\n[^1]: b[^1]", 4, "a footnote stands inside a footnote"),
        ("a[^1]\n\n[^1]: {{ sw.typo }}", 4, "there is no finding sw.typo"),
    ],
)
def test_footnotes_that_would_be_lost_are_problems(source: str, line: int, what: str) -> None:
    found = problems(source)
    assert any(at == line and what in told for at, told in found), found


def test_a_sourced_figure_brings_its_source_as_a_footnote() -> None:
    assert content("{{ sourced.vacancies }} were vacant") == (
        Value("20.0%", "sourced.vacancies.value"),
        Footnote(
            (
                (
                    Value(
                        "DfE, Children's social work workforce, 30 September 2022",
                        "sourced.vacancies.source",
                    ),
                    Text("."),
                ),
            )
        ),
        Text(" were vacant"),
    )


def test_tables_have_alignments_captions_and_values() -> None:
    source = (
        "| Left | Right | Mid |\n|:--|--:|:-:|\n| a \\| b | {{ sw.leaving.percent }} | **c** |\n"
        "| d | | |\n\nTable: The *costs* & more {#costs}"
    )
    (table,) = blocks(source)
    assert isinstance(table, Table)
    assert table.alignments == ("left", "right", "centre")
    assert table.caption.text == "The costs & more"
    assert table.name == "costs"
    assert table.rows == (
        ((Text("a | b"),), (PERCENT,), (Text("c", bold=True),)),
        ((Text("d"),), (), ()),
    )


def test_a_caption_goes_to_the_table_after_it_or_else_before_it() -> None:
    one = "| a |\n|---|\n| b |"
    captions = [
        block.caption.text
        for block in blocks(f"Table: first\n\n{one}\n\nTable: second\n\n{one}")
        if isinstance(block, Table)
    ]
    assert captions == ["first", "second"]
    captions = [
        block.caption.text
        for block in blocks(f"{one}\n\nTable: first\n\nText\n\n{one}\n\nTable: second")
        if isinstance(block, Table)
    ]
    assert captions == ["first", "second"]
    ((line, what),) = problems(f"Table: first\n\n{one}\n\nTable: second")
    assert line == 8
    assert "a table's caption without its table" in what


def test_single_braces_and_unclosed_markup_in_plain_text_stay() -> None:
    assert text("{x} and {sw} and [y] and (z) and 5 * 3 and a_b") == (
        "{x} and {sw} and [y] and (z) and 5 * 3 and a_b"
    )
