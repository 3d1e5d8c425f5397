"""Entries of YAML lists that come and go."""

from __future__ import annotations

import pytest

from generator.config.yaml.list_splice import entry_at, with_entry_at, without_entry
from generator.errors import CommitteeError

FILE = """recommendations:
  decision:
    # the first
    - text: >-
        Note what was
        said.
      name: note

    - Approve it.  # must stay
  noting: [One, Two]
# the end
title: x
"""
LIST = ("recommendations", "decision")


def test_an_entry_is_put_in_between_behind_and_before() -> None:
    made = with_entry_at(FILE, "r.yaml", (*LIST, 1), "Another: one.")
    assert '      name: note\n\n    - "Another: one."\n    - Approve it.  # must stay\n' in made
    made = with_entry_at(FILE, "r.yaml", (*LIST, 2), "The last.")
    assert "    - Approve it.  # must stay\n    - The last.\n  noting: [One, Two]" in made
    made = with_entry_at(FILE, "r.yaml", (*LIST, 0), "The first.")
    assert made.startswith(
        "recommendations:\n  decision:\n    # the first\n    - The first.\n    - text"
    )


def test_a_long_entry_is_folded() -> None:
    text = "word " * 40 + "end."
    made = with_entry_at(FILE, "r.yaml", (*LIST, 2), text)
    assert "    - >-\n      word word" in made


def test_an_entry_of_a_list_on_one_line_is_put_in_and_taken_out() -> None:
    path = ("recommendations", "noting")
    assert "noting: [One, New, Two]" in with_entry_at(FILE, "r.yaml", (*path, 1), "New")
    assert "noting: [One, Two, New]" in with_entry_at(FILE, "r.yaml", (*path, 2), "New")
    assert "noting: [Two]" in without_entry(FILE, "r.yaml", (*path, 0))
    assert "noting: [One]" in without_entry(FILE, "r.yaml", (*path, 1))


def test_an_entry_goes_and_its_neighbours_keep_their_comments() -> None:
    made = without_entry(FILE, "r.yaml", (*LIST, 0))
    assert made.startswith(
        "recommendations:\n  decision:\n    # the first\n\n    - Approve it.  # must"
    )
    made = without_entry(FILE, "r.yaml", (*LIST, 1))
    assert "      name: note\n\n  noting: [One, Two]\n# the end" in made


def test_the_last_entry_of_a_list_is_not_taken_out() -> None:
    with pytest.raises(CommitteeError, match="by hand"):
        without_entry("a: [x]\n", "r.yaml", ("a", 0))


def test_what_is_no_list_takes_no_entry() -> None:
    with pytest.raises(CommitteeError, match="no list"):
        with_entry_at(FILE, "r.yaml", ("title", 0), "x")


def test_an_entry_that_moves_stays_as_it_is_written() -> None:
    entry = entry_at(FILE, "r.yaml", (*LIST, 0))
    made = with_entry_at(FILE, "r.yaml", (*LIST, 2), entry)
    assert (
        "# must stay\n    - text: >-\n        Note what was\n        said.\n      name: note\n"
        in made
    )
    one = entry_at(FILE, "r.yaml", ("recommendations", "noting", 1))
    assert "noting: [Two, One, Two]" in with_entry_at(
        FILE, "r.yaml", ("recommendations", "noting", 0), one
    )
    with pytest.raises(CommitteeError, match="no such entry"):
        entry_at(FILE, "r.yaml", (*LIST, 7))
