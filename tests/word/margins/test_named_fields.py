"""Fields of headers and footers stand as their instructions."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.word.margins.named_fields import name_fields, named
from generator.word.package.elements import text_of
from generator.word.package.namespaces import DECLARED


def field(code: str, shown: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate")]
    code = f"<w:r><w:instrText> {code} </w:instrText></w:r>"
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return f"{marks[0]}{code}{marks[1]}{shown}{end}"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def said(*pieces: str) -> str:
    story = etree.fromstring(f"<w:hdr {DECLARED}><w:p>{''.join(pieces)}</w:p></w:hdr>")
    name_fields(story)
    return text_of(story)


@pytest.mark.parametrize(
    ("instruction", "name"),
    [
        (" PAGE ", "[PAGE]"),
        ("page \\* MERGEFORMAT", "[PAGE]"),
        ("PAGE \\* Arabic", "[PAGE]"),
        ("PAGE \\* roman", "[PAGE \\* roman]"),
        ('STYLEREF "Heading 1"', '[STYLEREF "Heading 1"]'),
        ('HYPERLINK "https://example.org/"', ""),
        ("", ""),
    ],
)
def test_a_field_is_named_without_how_it_happens_to_look(instruction: str, name: str) -> None:
    assert named(instruction) == name


def test_what_a_field_shows_is_no_word() -> None:
    simple = f'<w:fldSimple w:instr=" NUMPAGES ">{run("9")}</w:fldSimple>'
    assert said(run("Page "), field("PAGE", run("7")), run(" of "), simple) == (
        "Page [PAGE] of [NUMPAGES]"
    )


def test_of_a_field_within_another_the_outer_one_is_named() -> None:
    inner = field("NUMPAGES", run("9"))
    assert said(field("IF 1 = 1", inner + run("x")), run(".")) == "[IF 1 = 1]."


def test_words_that_a_link_shows_stay() -> None:
    assert said(field('HYPERLINK "https://example.org/"', run("the site"))) == "the site"
