"""Rows of front matter whose parts stand at tab stops."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.document import FrontMatterRow

from .samples import body, document, find, para, render, section, shown

LONG = "Strong Families, Children and Young People Scrutiny"


def cleared(*bodies: str, after: str = "") -> list[bool]:
    """For each line of the row whether its left stop is taken away."""
    lines = tuple((each, f"5 July 2022{after}") for each in bodies)
    row = FrontMatterRow("considered_by", "Considered by", lines)
    made = replace(document(section("a", para("x"))), front_matter=(row,))
    root = body(render(made))
    return [
        bool(find(node, "w:pPr/w:tabs/w:tab[@w:val='clear']"))
        for node in root.iter()
        if node.tag.endswith("}p") and "5 July 2022" in shown(node)
    ]


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        (("Strategic Executive Board", "Directorate Leadership Team"), [False, False]),
        (("Strategic Executive Board", LONG), [True, True]),
        ((LONG,), [True]),
    ],
)
def test_all_lines_of_a_row_use_the_stop_that_the_longest_needs(
    bodies: tuple[str, ...], expected: list[bool]
) -> None:
    assert cleared(*bodies) == expected


def test_long_parts_after_a_long_one_are_not_set_to_the_right() -> None:
    assert cleared("Strategic Executive Board", LONG, after=", in the Town Hall at 6 pm") == [
        False,
        False,
    ]
