"""Appendices: those of a list are there, by whatever word a council has for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks.complete.appendix_checks import check_appendices
from generator.model.format import AppendixRule, Part
from generator.model.issues import Where
from generator.model.release.paper import Paper
from generator.model.report import Appendix
from tests.checks.papers import heading, paper, text, told
from tests.compose.builders import format_, report

WELSH = format_(
    appendices=AppendixRule("Atodiad"), layout=(Part("appendices_list", title="Atodiadau"),)
)


def _paper(*listed: str) -> Paper:
    """A paper with a list of appendices, and the first of them."""
    entries = (text(words) for words in listed)
    first = heading("Appendix 1: Costs"), text("They are low.")
    return paper(heading("Appendices"), *entries, *first)


def test_one_that_is_listed_and_not_there_is_found() -> None:
    assert told(check_appendices, _paper("Appendix 1: Costs", "Appendix 2: Equality")) == [
        ("appendix-elsewhere", "Appendix 2: Equality")
    ]


@pytest.mark.parametrize("how", ["separate document", "exempt", "to follow"])
def test_one_that_stands_elsewhere_is_none(how: str) -> None:
    assert told(check_appendices, _paper("Appendix 1: Costs", f"Appendix 2: Plan ({how})")) == []


def test_papers_whose_appendices_are_all_files_of_their_own_are_let_be() -> None:
    one = paper(heading("Appendices"), text("Appendix 1: Costs"), text("Appendix 2: Plan"))
    assert told(check_appendices, one) == []


def test_appendices_are_found_and_listed_by_the_word_of_the_format() -> None:
    made = replace(
        report(),
        appendices=(Appendix("tables", "Tablau", "findings_tables", Where("report.yaml")),),
    )
    there = heading("Atodiad 1: Tablau")
    one = paper(heading("Atodiadau"), text("Atodiad 1: Tablau"), there, text("Here."))
    assert told(check_appendices, one, format=WELSH, report=made) == []
    unlisted = paper(*one.texts, heading("Atodiad 2: Dull"), text("So."))
    found = told(check_appendices, unlisted, format=WELSH, report=made)
    assert found == [("appendix-listed", "Atodiad 2: Dull")]
