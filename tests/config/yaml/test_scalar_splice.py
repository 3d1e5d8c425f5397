"""Changing one text of a YAML file and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config.yaml.scalar_splice import with_text
from generator.config.yaml.yaml_file import parse_yaml
from generator.errors import CommitteeError

FILE = """# Metadata
title: Staff check 2022  # as agreed
recommendations:
  decision:
    - text: >-
        Note what social workers and the wider
        workforce said, and comment on it.
      name: note
    - 'It''s time'
    - "Say \\"yes\\""
    - |
      One
      two
flow: {a: first text, b: second}
"""


def changed(path: tuple[str | int, ...], value: str, file: str = FILE) -> list[tuple[str, str]]:
    """The lines that differ afterwards, before and after."""
    made = with_text(file, "report.yaml", path, value)
    data = parse_yaml(made, "report.yaml").data
    for step in path:
        data = data[step]
    assert data == value
    before, after = file.split("\n"), made.split("\n")
    assert len(before) == len(after)
    return [(one, other) for one, other in zip(before, after, strict=True) if one != other]


def test_a_plain_text_changes_beside_its_comment() -> None:
    assert changed(("title",), "Staff check 2023") == [
        ("title: Staff check 2022  # as agreed", "title: Staff check 2023  # as agreed")
    ]


def test_a_folded_text_keeps_its_lines() -> None:
    path = ("recommendations", "decision", 0, "text")
    value = "Note what social workers and the whole workforce said, and comment on it."
    assert changed(path, value) == [
        ("        Note what social workers and the wider",
         "        Note what social workers and the whole")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (("recommendations", "decision", 1), "It's 'high' time", "    - 'It''s ''high'' time'"),
        (("recommendations", "decision", 2), 'Say "no"', '    - "Say \\"no\\""'),
        (("recommendations", "decision", 3), "One\nthree\n", "      three"),
        (("flow", "a"), "other text", "flow: {a: other text, b: second}"),
        (("flow", "a"), "first, text: {x}", 'flow: {a: "first, text: {x}", b: second}'),
        (("title",), "Staff: check 2022", 'title: "Staff: check 2022"  # as agreed'),
        (("title",), "#1", 'title: "#1"  # as agreed'),
    ],
)  # fmt: skip
def test_each_style_says_the_new_text_in_its_own_way(
    path: tuple[str | int, ...], value: str, line: str
) -> None:
    assert [after for _, after in changed(path, value)] == [line]


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(CommitteeError, match="holds no text"):
        with_text(FILE, "report.yaml", ("recommendations",), "x")


_PRINTABLE = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "), min_size=1
)


@given(_PRINTABLE.filter(lambda text: text == text.strip()), st.sampled_from([
    ("title",), ("recommendations", "decision", 0, "text"), ("recommendations", "decision", 1),
    ("recommendations", "decision", 2), ("flow", "b"),
]))  # fmt: skip
def test_any_text_can_be_said_and_all_else_stays(value: str, path: tuple[str | int, ...]) -> None:
    made = parse_yaml(with_text(FILE, "report.yaml", path, value), "report.yaml").data
    again = parse_yaml(FILE, "report.yaml").data
    place, known = made, again
    for step in path[:-1]:
        place, known = place[step], known[step]
    assert str(place[path[-1]]) == value
    known[path[-1]] = place[path[-1]]
    assert made == again


def test_a_file_that_holds_a_tab_between_words_is_changed_as_others_are() -> None:
    file = "title: Staff\tcheck\nformat: one\n"
    assert changed(("format",), "two", file) == [("format: one", "format: two")]
    assert changed(("title",), "Staff\tsurvey", file) == [
        ("title: Staff\tcheck", "title: Staff\tsurvey")
    ]
