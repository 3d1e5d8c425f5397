"""One entry of a YAML mapping, put in or replaced."""

from __future__ import annotations

import pytest

from generator.config.yaml.entry_splice import with_entry_of
from generator.errors import CommitteeError

FILE = """# Metadata
title: A title
implications:
  legal: {nil: true}  # as agreed
  # more to come

flow: {a: x}
empty:
last: 1
"""


def test_an_entry_takes_the_place_of_another_beside_its_comment() -> None:
    made = with_entry_of(FILE, "r.yaml", ("implications", "legal"), {"text": 'Seek "advice".'})
    assert '  legal: {text: "Seek \\"advice\\"."}  # as agreed\n  # more to come\n' in made


def test_an_entry_is_put_behind_the_others() -> None:
    made = with_entry_of(FILE, "r.yaml", ("implications", "climate"), {"nil": True})
    assert "  legal: {nil: true}  # as agreed\n  climate: {nil: true}\n  # more to come" in made
    assert 'flow: {a: x, b: "y"}' in with_entry_of(FILE, "r.yaml", ("flow", "b"), "y")


def test_mappings_above_are_made_where_there_are_none() -> None:
    path = ("sentences", "layout.x.nil")
    assert with_entry_of(FILE, "r.yaml", path, "None.").endswith(
        'last: 1\nsentences:\n  layout.x.nil: "None."\n'
    )
    assert 'empty:\n  a: "b"\nlast' in with_entry_of(FILE, "r.yaml", ("empty", "a"), "b")
    assert with_entry_of("", "r.yaml", ("a", "b"), "c") == 'a:\n  b: "c"\n'


def test_what_is_no_mapping_takes_no_entry() -> None:
    with pytest.raises(CommitteeError, match="by hand"):
        with_entry_of(FILE, "r.yaml", ("title", "x"), "y")
