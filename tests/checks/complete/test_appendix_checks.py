"""Appendices of a file that is no report: those of its list are there."""

from __future__ import annotations

import pytest

from generator.checks.complete.appendix_checks import check_appendices
from generator.model.release.paper import Paper
from tests.checks.papers import heading, paper, text, told


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
