"""The cheap frozen dataclass behaves as the standard one."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, replace

import pytest

from generator.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A point with a name."""

    x: int
    y: int = 2
    names: Mapping[str, str] = field(default_factory=dict)

    def moved(self, by: int) -> Point:
        """The point further right."""
        return replace(self, x=self.x + by)


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """The same with the standard decorator."""

    x: int
    y: int = 2
    names: Mapping[str, str] = field(default_factory=dict)


def test_it_is_a_dataclass_to_the_standard_library() -> None:
    assert dataclasses.is_dataclass(Point)
    assert [f.name for f in dataclasses.fields(Point)] == ["x", "y", "names"]
    assert dataclasses.asdict(Point(1)) == dataclasses.asdict(Standard(1))
    assert Point.__match_args__ == Standard.__match_args__


def test_values_are_equal_and_hashed_by_their_fields() -> None:
    assert Point(1) == Point(1, 2)
    assert Point(1) != Point(2)
    assert Point(1) != Standard(1)
    first = dataclasses.make_dataclass("P", [("x", int)], frozen=True)
    assert hash(first(1)) == hash(first(1))


def test_every_default_is_made_anew() -> None:
    assert Point(1).names is not Point(1).names


def test_classes_with_as_many_fields_have_their_own_names_and_defaults() -> None:
    @dataclass(frozen=True, slots=True)
    class Line:
        start: int
        end: int
        parts: tuple[int, ...] = (1, 2)

    assert inspect.signature(Line) == inspect.signature(
        dataclasses.make_dataclass(
            "Line", [("start", "int"), ("end", "int"), ("parts", "tuple[int, ...]", (1, 2))]
        )
    )
    assert Line(end=2, start=1) == Line(1, 2, (1, 2))
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'end'"):
        Line(1)  # type: ignore[call-arg]
    assert inspect.signature(Point).parameters.keys() == {"x", "y", "names"}


def test_a_field_without_a_default_may_not_follow_one_with() -> None:
    with pytest.raises(TypeError, match="non-default argument 'y' follows default argument"):

        @dataclass(frozen=True, slots=True)
        class Wrong:
            x: int = 1
            y: int  # type: ignore[misc]


def test_nothing_can_be_changed_or_added() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 3  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del point.x  # type: ignore[misc]
    assert not hasattr(point, "__dict__")


def test_values_are_replaced_copied_and_pickled() -> None:
    point = Point(1, names={"a": "b"})
    assert point.moved(2) == Point(3, names={"a": "b"})
    assert copy.deepcopy(point) == point
    assert pickle.loads(pickle.dumps(point)) == point
    assert repr(point) == "Point(x=1, y=2, names={'a': 'b'})"


def test_missing_and_unknown_arguments_are_errors() -> None:
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Point(1, z=1)  # type: ignore[call-arg]


def test_other_classes_are_left_to_the_standard_decorator() -> None:
    @dataclass(frozen=True)
    class Plain:
        x: int

    assert Plain(1) == Plain(1)
    assert hasattr(Plain(1), "__dict__")
