"""Capitals, alignment, underlining, fonts, sizes, italics, effects."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.accessible.look_checks import (
    check_alignment,
    check_capitals,
    check_letters,
    check_sizes,
)
from generator.checks.held import Check
from generator.model.issues import Where
from generator.model.release.check_settings import RuleSetting
from generator.model.release.paper import PaperText
from tests.checks.papers import LONG, issues, paper, read, text, told
from tests.word.reading.packages import paragraph, run


def test_words_typed_in_capitals_are_found() -> None:
    loud = text("Please note: RESOURCE IMPLICATIONS OF STAFFING apply")
    found = told(check_capitals, paper(loud))
    assert found == [("capitals", "RESOURCE IMPLICATIONS OF STAFFING")]


@pytest.mark.parametrize(
    "words",
    ["NOT PROTECTIVELY MARKED", "the NHS, DfE, BASW and LGA", "NHS LGA BASW ADCS", "A B C D"],
)
def test_a_few_capitals_and_abbreviations_are_none(words: str) -> None:
    assert not told(check_capitals, paper(text(words)))


@pytest.mark.parametrize(
    ("check", "rule", "bad"),
    [
        (check_alignment, "justified", text(LONG, alignment="both")),
        (check_letters, "underline", text(LONG, look={"underline": True})),
        (check_letters, "font", text(LONG, look={"font": "Times New Roman"})),
        (check_letters, "font", text(LONG, look={"font": "Brush Script MT"})),
        (check_letters, "italics", text(LONG + " " + LONG, look={"italic": True})),
        (check_letters, "animated", text(LONG, look={"animated": True})),
        (check_sizes, "text-size", text(LONG, look={"size": 11.0})),
        (check_sizes, "text-size", text(LONG, look={"size": 9.0}, table=0)),
        (check_sizes, "text-size", text(LONG, look={"size": 8.0}, story="footnote")),
        (check_sizes, "text-size", text(LONG, look={"size": 7.0}, story="footer")),
    ],
)
def test_looks_that_are_hard_to_read_are_found_where_they_are(
    check: Check, rule: str, bad: PaperText
) -> None:
    ((found, words),) = told(check, paper(text("Plain."), bad))
    assert found == rule
    assert LONG.startswith(words[:40])


@pytest.mark.parametrize(
    "look",
    [
        {"alignment": "left"},
        {"look": {"underline": True}, "link": "https://example.org"},
        {"look": {"font": "Century Gothic"}},
        {"look": {"font": "Cambria Math"}},
        {"look": {"font": "Noto Sans Serif"}} | {"look": {"font": "Noto Sans"}},
        {"look": {"italic": True}},
        {"look": {"size": 10.0}, "table": 0},
        {"look": {"size": 9.0}, "story": "footnote"},
    ],
)
def test_looks_that_are_read_well_are_none(look: dict[str, Any]) -> None:
    one = paper(text(LONG, **look))
    assert not [*told(check_alignment, one), *told(check_letters, one), *told(check_sizes, one)]


def test_effects_and_alignment_are_read_from_the_file() -> None:
    shiny = run(LONG, '<w:effect w:val="blinkBackground"/>')
    one = read(paragraph(shiny, more='<w:jc w:val="both"/>'))
    assert [rule for rule, _ in told(check_letters, one)] == ["animated"]
    assert [rule for rule, _ in told(check_alignment, one)] == ["justified"]


def test_a_council_may_set_the_size() -> None:
    own = {"accessible.text-size": RuleSetting(Where("a.yaml"), numbers={"points": 11})}
    assert not issues(check_sizes, paper(text(LONG, look={"size": 11.0})), settings=own)
