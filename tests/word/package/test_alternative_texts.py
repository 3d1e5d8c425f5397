"""What is read aloud of a drawing."""

from __future__ import annotations

import pytest

from generator.word.package.alternative_texts import alternative_text, whole_text
from generator.word.package.elements import Element, w


def said(**attributes: str) -> Element:
    node = w("docPr")
    for name, value in attributes.items():
        node.set(name, value)
    return node


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ({"title": "More stay", "descr": "Bars."}, "Bars."),
        ({"descr": "More stay\nBars."}, "Bars."),
        ({"descr": "More  stay\nBars.\nThree."}, "Bars.\nThree."),
        ({"descr": "More go\nBars."}, "More go\nBars."),
        ({"title": "", "descr": "More stay\nBars."}, "More stay\nBars."),
        ({"descr": "More stay"}, "More stay"),
        ({"descr": "More stay\n"}, "More stay\n"),
        ({}, ""),
    ],
)
def test_the_title_that_libreoffice_puts_before_a_description_is_none_of_it(
    attributes: dict[str, str], text: str
) -> None:
    assert alternative_text(said(**attributes), "More stay") == text


def test_what_is_no_chart_keeps_all_its_lines() -> None:
    assert alternative_text(said(descr="One\nTwo"), "") == "One\nTwo"
    assert alternative_text(None, "") == ""


def test_a_picture_says_the_same_whoever_saved_it() -> None:
    assert whole_text(said(title="A", descr="B")) == whole_text(said(descr="A\nB")) == "A\nB"
