"""Captions and notes stand near to what they name, whatever the template spaces."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from generator.word.package.elements import clark, w
from generator.word.package.parts import Parts
from generator.word.styles.flow import ABOVE, BELOW, NOTED, settle_flow
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import StyleSheet, properties_of, put_in_order

from ..samples import SCRUTINY

Spacing = dict[str, str]


@pytest.fixture
def parts() -> Parts:
    return Parts(SCRUTINY.read_bytes())


@pytest.fixture
def sheet(parts: Parts) -> StyleSheet:
    return StyleSheet(parts)


@pytest.fixture
def settle(parts: Parts, sheet: StyleSheet) -> Callable[[], None]:
    return lambda: settle_flow(sheet, Fonts(parts))


def say(sheet: StyleSheet, name: str, **said: int | str) -> None:
    put_in_order(properties_of(sheet.element(name)), w("spacing", **said))


def space(sheet: StyleSheet, name: str) -> tuple[int, int]:
    """White before and after a style's paragraphs, in twips."""
    spacing = sheet.element(name).find(f"{clark('w:pPr')}/{clark('w:spacing')}")
    assert spacing is not None
    before, after = (int(spacing.get(clark(f"w:{side}"), "0")) for side in ("before", "after"))
    return before, after


@pytest.mark.parametrize(("before", "after"), [(160, 120), (0, 600), (600, 0), (0, 0)])
def test_a_caption_is_nearer_to_what_it_names_than_to_the_text(
    sheet: StyleSheet, settle: Callable[[], None], before: int, after: int
) -> None:
    say(sheet, "Caption", before=before, after=after)
    say(sheet, "Committee Figure", before=120, after=400)
    settle()
    above, below, noted = (space(sheet, name) for name in (ABOVE, BELOW, NOTED))
    assert above[0] >= above[1] + 120
    assert below[1] >= space(sheet, "Committee Figure")[1] + below[0] + 120
    assert noted[0] + noted[1] <= below[1]
    assert space(sheet, "Committee Note")[0] + 120 <= space(sheet, "Committee Note")[1]


def test_a_template_may_bring_the_styles_of_captions_itself(
    sheet: StyleSheet, settle: Callable[[], None]
) -> None:
    own = w("style", w("name", val=ABOVE), w("pPr", w("spacing", before=7)), type="paragraph")
    own.set(clark("w:styleId"), "Own")
    sheet.add(own)
    settle()
    assert sheet.paragraph(ABOVE) == "Own"
    assert space(sheet, ABOVE) == (7, 0)


def test_space_in_lines_or_left_to_word_does_not_hide_what_is_said(
    sheet: StyleSheet, settle: Callable[[], None]
) -> None:
    say(sheet, "Committee Note", beforeLines=200, beforeAutospacing=1, after=0)
    settle()
    spacing = sheet.element("Committee Note").find(f".//{clark('w:spacing')}")
    assert spacing is not None
    assert {etree.QName(name).localname for name in spacing.attrib} == {"before", "after"}


def test_a_pictures_line_is_as_high_as_the_picture(
    sheet: StyleSheet, settle: Callable[[], None]
) -> None:
    say(sheet, "Committee Figure", line=240, lineRule="exact")
    settle()
    spacing = sheet.element("Committee Figure").find(f".//{clark('w:spacing')}")
    assert spacing is not None
    assert (spacing.get(clark("w:line")), spacing.get(clark("w:lineRule"))) == ("240", "auto")


def test_headings_stay_with_their_text_where_the_template_says_nothing(
    sheet: StyleSheet, settle: Callable[[], None]
) -> None:
    said = sheet.element("Heading 2").find(clark("w:pPr"))
    assert said is not None
    said.remove(said.find(clark("w:keepNext")))  # type: ignore[arg-type]
    loose = properties_of(sheet.element("Heading 3"))
    put_in_order(loose, w("keepNext", val=0))
    settle()
    assert said.find(clark("w:keepNext")) is not None
    assert loose.find(clark("w:keepNext")).get(clark("w:val")) == "0"  # type: ignore[union-attr]
