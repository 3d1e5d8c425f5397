"""Text in runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.word.package.elements import text_of
from generator.word.package.namespaces import DECLARED
from generator.word.package.runs import is_rtl, runs
from generator.word.package.xml_text import clean

from ..samples import find, shown


def written(markup: str) -> etree._Element:
    return etree.fromstring(f"<w:p {DECLARED}>{markup}</w:p>")


@given(st.text())
def test_any_text_comes_back_as_it_was_but_for_forbidden_characters(text: str) -> None:
    assert shown(written(runs(text))) == clean(text)


def test_tabs_and_line_ends_become_elements() -> None:
    assert "<w:tab/>" in runs("a\tb")
    assert "<w:br/>" in runs("a\nb")


@pytest.mark.parametrize("text", ["In 2021-22.", "(2020-2021)", "2019-20, 2020-21"])
def test_no_line_ends_within_a_range_of_years_and_its_words_are_the_same(text: str) -> None:
    made = written(runs(text))
    assert len(find(made, "//w:noBreakHyphen")) == text.count("-")
    assert shown(made) == text_of(made) == text


@pytest.mark.parametrize("text", ["2021-02-03", "COVID-19", "follow-up", "LG-2021-22", "16-18"])
def test_other_hyphens_break_as_they_always_did(text: str) -> None:
    assert "noBreakHyphen" not in runs(text)


def test_spaces_at_the_edges_and_doubled_ones_are_preserved() -> None:
    assert runs(" a").count('xml:space="preserve"') == 1
    assert runs("a  b").count('xml:space="preserve"') == 1
    assert "preserve" not in runs("a b")


def test_bold_italic_raised_and_styled_runs_say_so_in_the_order_of_the_schema() -> None:
    made = written(runs("x", bold=True, italic=True, superscript=True, style="Hyperlink"))
    names = [etree.QName(node).localname for node in find(made, "//w:rPr/*")]
    assert names == ["rStyle", "b", "bCs", "i", "iCs", "vertAlign"]


def test_arabic_stretches_run_from_right_to_left_and_others_do_not() -> None:
    made = written(runs("before \u0645\u0631\u062d\u0628\u0627 \u0628\u0643 after"))
    rtl = [shown(run) for run in find(made, "//w:r[w:rPr/w:rtl]")]
    assert rtl == ["\u0645\u0631\u062d\u0628\u0627 \u0628\u0643"]
    assert shown(made) == "before \u0645\u0631\u062d\u0628\u0627 \u0628\u0643 after"


def test_a_paragraphs_direction_is_that_of_its_first_letter() -> None:
    assert is_rtl("(1) \u05e9\u05dc\u05d5\u05dd abc")
    assert not is_rtl("abc \u05e9\u05dc\u05d5\u05dd")
    assert not is_rtl("123")
