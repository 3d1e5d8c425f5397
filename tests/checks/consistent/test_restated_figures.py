"""The same said twice in other words, with different figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from generator.checks.consistent.repeated_figures import check_figures_twice
from generator.checks.consistent.restated_figures import check_figures_restated
from tests.checks.papers import paper, text, told

PAIRS = yaml.safe_load(Path(__file__).with_name("restated.yaml").read_text("utf-8"))


def _found(pair: Sequence[str]) -> bool:
    one = paper(*(text(words) for words in pair))
    return bool(told(check_figures_restated, one) or told(check_figures_twice, one))


def test_most_figures_that_are_restated_otherwise_are_found_and_no_others() -> None:
    missed = [pair for pair in PAIRS["same"] if not _found(pair)]
    assert [pair for pair in PAIRS["other"] if _found(pair)] == []
    assert len(missed) <= len(PAIRS["same"]) // 8, missed
    assert min(len(PAIRS["same"]), len(PAIRS["other"])) > 80


def test_the_other_sentence_is_told_with_its_figure() -> None:
    first, again = "60% of respondents feel safe.", "63% said that they feel safe at work."
    one = paper(text(first), text(again))
    assert told(check_figures_restated, one) == [("figure-restated", again)]


@pytest.mark.parametrize(
    ("heading", "other"),
    [("Managers", "Social workers"), ("Results of 2021", "Results of 2022")],
)
def test_what_headings_tell_apart_is_not_the_same(heading: str, other: str) -> None:
    groups = text("Replies came from 35% of social workers and from 48% of managers.")
    said = ("71% feel safe at work.", "64% feel safe at work.")
    same = paper(groups, *(text(words, heading="Summary") for words in said))
    apart = paper(groups, text(said[0], heading=heading), text(said[1], heading=other))
    assert len(told(check_figures_restated, same)) == 1
    assert told(check_figures_restated, apart) == []


def test_a_year_counts_for_the_sentences_behind_it() -> None:
    before = text("The survey of 2021 was sent to all. 58% felt safe at work.")
    now = text("The survey of 2022 was sent to all. 63% felt safe at work.")
    assert told(check_figures_restated, paper(before, now)) == []
    assert len(told(check_figures_restated, paper(now, text(now.text.replace("63", "58"))))) == 1


@pytest.mark.parametrize(
    "words", ["Heading 2 Char", "6.2 Any costs will be met.", "Answers: 25 to 34"]
)
def test_names_typed_numbers_and_ranges_are_no_figures(words: str) -> None:
    other = words.replace("2", "3")
    assert told(check_figures_restated, paper(text(words), text(other))) == []
