from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.survey.tables.factor import FactorBuilder, factorise

COLUMN = st.lists(st.sampled_from(["", "a", "b", "ü", "A", " a"]), max_size=30)


@given(COLUMN)
def test_a_factor_gives_its_column_again(column: list[str]) -> None:
    factor = factorise(column)
    assert factor.texts() == column
    assert len(set(factor.values)) == len(factor.values)
    assert int(factor.counts().sum()) == len(column)


@given(COLUMN, COLUMN)
def test_parts_join_to_the_whole(one: list[str], other: list[str]) -> None:
    builder = FactorBuilder()
    for part in (one, other):
        factor = factorise(part)
        builder.add(factor.codes, factor.values)
    assert builder.build().texts() == one + other
