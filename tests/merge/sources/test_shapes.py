"""What a text stands as."""

from __future__ import annotations

import pytest

from generator.merge.sources.shapes import stands_as


@pytest.mark.parametrize(
    ("shape", "wanted", "same"),
    [
        ("bullet 0", "bullet 0", True),
        ("(a) 0", "bullet 0", True),  # a format marks its lists with letters
        ("(a) 1", "bullet 0", False),
        ("bullet 0", "(a) 0", False),
        ("heading 2", "bullet 2", False),
        ("", "bullet 0", False),
        ("heading 2", "heading 2", True),
    ],
)
def test_a_bullet_is_any_item_as_deep(shape: str, wanted: str, same: bool) -> None:
    assert stands_as(shape, wanted) is same
