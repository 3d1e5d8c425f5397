"""Reading keys of values back."""

from __future__ import annotations

import pytest

from generator.model.findings import value_key
from generator.model.release.value_keys import KeyParts, read_value_key

KNOWN = ("sw.stress", "sw.stress_low", "sw.by_team")


@pytest.mark.parametrize(
    ("category", "group"),
    [(None, None), ("Never", None), (None, "North"), ('So-called "breaks"', 'Team "A"')],
)
def test_a_key_is_read_as_it_was_made(category: str | None, group: str | None) -> None:
    key = value_key("sw.stress", "points", "2021", "2022", category=category, group=group)
    categories = () if category is None else (category,)
    expected = KeyParts("sw.stress", "points", categories, group, ("2021", "2022"))
    assert read_value_key(key, KNOWN) == expected


def test_answers_counted_together_are_read_one_by_one() -> None:
    found = read_value_key('sw.stress.any_of("Never", "Rarely").percent@2022', KNOWN)
    assert found == KeyParts("sw.stress", "percent", ("Never", "Rarely"), None, ("2022",))


@pytest.mark.parametrize("key", ["sourced.vacancies.value", "survey.wave", "sw.strain.percent@1"])
def test_a_value_of_no_finding_is_not_read(key: str) -> None:
    assert read_value_key(key, KNOWN) is None
