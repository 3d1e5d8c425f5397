"""Which expression placed a value, and on which line."""

from __future__ import annotations

from generator.compose.placing import placed_by
from generator.model.origin import Origin
from generator.model.release.value_keys import KeyParts, read_value_key


def parts(key: str) -> KeyParts | None:
    return read_value_key(key, ("sw.leaving", "sw.leaving_soon"))


def test_the_expression_that_says_most_of_the_key_is_named_with_its_own_line() -> None:
    source = "{{ sw.leaving_soon.percent }} and\n{{ sw.leaving.percent }}, {{ sw.leaving.base }}"
    key = "sw.leaving.base@2022"
    found = placed_by(Origin("narrative.md", line=10, end=11, source=source), key, parts(key))
    assert found == (11, "{{ sw.leaving.base }}")


def test_the_only_expression_of_a_text_placed_what_stands_in_it() -> None:
    origin = Origin("narrative.md", line=4, source="{{ chart(mine) }}")
    key = "sw.leaving.figure@2022"
    assert placed_by(origin, key, parts(key)) == (4, "{{ chart(mine) }}")


def test_a_value_of_a_loop_has_the_line_of_its_text() -> None:
    origin = Origin("narrative.md", line=4, source="{{ one.percent }} of {{ two.percent }}")
    key = "sw.leaving.percent@2022"
    assert placed_by(origin, key, parts(key)) == (4, "")


def test_a_figure_from_elsewhere_is_found_by_its_name() -> None:
    origin = Origin("n.md", line=1, source="{{ report.budget }}\n{{ sourced.vacancies }}")
    assert placed_by(origin, "sourced.vacancies.value", None) == (2, "{{ sourced.vacancies }}")
