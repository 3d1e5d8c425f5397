"""An entry is added to a file, and nothing else in it changes."""

from __future__ import annotations

import pytest

from generator.config.yaml.yaml_file import parse_yaml
from generator.config.yaml.yaml_splice import spliced_file, with_entry
from generator.errors import CommitteeError

ENTRY = {"cohort": "sw", "wave": "2022", "text": 'He said: "no" [...] # never', "by": "Yes"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: 1",
        "a: 1\n# end\n",
        "quotations:\na: 1\n",
        "quotations: {}\na: 1\n",
        "quotations: {q-1: {text: x}}  # a comment\na: 1\n",
        "quotations:\n  q-1: {text: x}\n",
        "a: 1\nquotations:  # a comment\n    # another\n    q-1:\n        text: |\n"
        "          two\n\n          lines\n\n\n# of b\nb: [1,\n  2]\n",
        "quotations:\n  q-1:\n    text: plain\n      goes on\n    # inside\n  # after\n\nz: 'x'",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_entry_stands_with_the_others_and_the_rest_is_as_it_was(text: str, end: str) -> None:
    text = text.replace("\n", end)
    made = with_entry(text, "codebook.yaml", "quotations", "q-2", ENTRY)
    before = parse_yaml(text, "x").data or {}
    assert parse_yaml(made, "x").data == {
        **before, "quotations": {**(before.get("quotations") or {}), "q-2": ENTRY},
    }  # fmt: skip
    old = [line for line in text.split(end) if line and "{" not in line]
    rest = iter(made.splitlines())
    assert all(line in rest for line in old)
    assert ("\r\n" in text) == ("\r\n" in made)


def test_a_file_without_a_place_is_left_to_the_author() -> None:
    with pytest.raises(CommitteeError) as caught:
        with_entry("{a: 1}\n", "codebook.yaml", "quotations", "q-2", ENTRY)
    assert "put it there by hand:\nquotations:\n  q-2:\n    cohort: sw" in str(caught.value)


def test_a_byte_order_mark_stays() -> None:
    made = spliced_file(b"\xef\xbb\xbfa: 1\n", "codebook.yaml", "quotations", "q-2", ENTRY)
    assert made.startswith(b"\xef\xbb\xbfa: 1\nquotations:\n")
