"""Elements that say the same, told apart from those that do not."""

from __future__ import annotations

from generator.word.package.elements import parse, shape_of


def _shape(inside: str) -> object:
    return shape_of(parse(f"<a>{inside}</a>".encode()))


def test_elements_that_say_the_same_have_one_shape() -> None:
    assert _shape('<b at="1"/><c/>') == _shape('<b at="1"></b><c/>')


def test_another_value_name_or_nesting_is_another_shape() -> None:
    shapes = [
        _shape(one)
        for one in ('<b at="1"/><c/>', '<b at="2"/><c/>', '<b to="1"/><c/>', '<b at="1"><c/></b>')
    ]
    assert len(set(shapes)) == 4
