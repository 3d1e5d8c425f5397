"""Styles are found by name, whatever its case."""

from __future__ import annotations

import pytest

from generator.word.package.elements import value_at, w
from generator.word.package.parts import Parts
from generator.word.styles.style_sheet import (
    REQUIRED,
    StyleSheet,
    properties_of,
    put_in_order,
    style_names,
)

from ..samples import SCRUTINY


def test_every_required_style_is_in_the_repositorys_template() -> None:
    sheet = StyleSheet(Parts(SCRUTINY.read_bytes()))
    assert all(sheet.paragraph(name) for name in REQUIRED["paragraph"])
    assert all(sheet.character(name) for name in REQUIRED["character"])
    assert all(sheet.table(name) for name in REQUIRED["table"])


def test_case_does_not_matter() -> None:
    sheet = StyleSheet(Parts(SCRUTINY.read_bytes()))
    assert sheet.paragraph("HEADING 1") == sheet.paragraph("heading 1")


def test_an_unknown_style_is_a_key_error_with_its_name() -> None:
    with pytest.raises(KeyError, match="fancy"):
        StyleSheet(Parts(SCRUTINY.read_bytes())).paragraph("Fancy")


def test_aliases_count_as_names() -> None:
    root = w(
        "styles",
        w("style", w("name", val="Normal"), w("aliases", val="Body, Plain"), type="paragraph"),
    )
    assert {name for _, name in style_names(root)} == {"normal", "body", "plain"}


def test_properties_are_put_where_the_schema_wants_them() -> None:
    properties = w("pPr", w("pStyle", val="a"), w("spacing", after=0), w("outlineLvl", val=0))
    put_in_order(properties, w("keepNext"))
    put_in_order(properties, w("numPr"))
    put_in_order(properties, w("spacing", after=100))
    names = [node.tag.rsplit("}", 1)[-1] for node in properties]
    assert names == ["pStyle", "keepNext", "numPr", "spacing", "outlineLvl"]


def test_a_style_like_another_is_made_once_and_the_templates_own_stays() -> None:
    sheet = StyleSheet(Parts(SCRUTINY.read_bytes()))
    made = sheet.aligned("Table Figures", "Table Text", "right")
    assert (made, sheet.aligned("Table Figures", "Table Text", "right")) == (made, made)
    style = sheet.element("Table Figures")
    assert value_at(style, "w:basedOn") == "TableText"
    assert value_at(style, "w:pPr/w:jc") == "right"
    assert sheet.aligned("Table Heading", "Table Text", "right") == "TableHeading"


def test_a_style_stays_with_what_follows_through_what_it_is_based_on() -> None:
    sheet = StyleSheet(Parts(SCRUTINY.read_bytes()))
    made = sheet.aligned("Table Figures Heading", "Table Heading", "right")
    assert (sheet.keeps_next(made), sheet.keeps_next("TableText")) == (True, False)
    put_in_order(properties_of(sheet.element("Table Figures Heading")), w("keepNext", val=0))
    assert not sheet.keeps_next(made)
