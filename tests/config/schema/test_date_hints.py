"""A date that is written otherwise is offered as it has to be written."""

from __future__ import annotations

import pytest

from generator.config.schema.date_hints import mend_date
from generator.config.schema.schema_check import find_problems
from generator.config.yaml.yaml_file import parse_yaml


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("15/03/2023", "write 2023-03-15"),
        ("3.5.23", "write 2023-05-03"),
        ("03/15/2023", "write 2023-03-15"),
        ("2023/3/5", "write 2023-03-05"),
        ("15 March 2023", "write 2023-03-15"),
        ("Wednesday 15th Mar 2023", "write 2023-03-15"),
        ("March 15, 2023", "write 2023-03-15"),
        ("2023-02-30", "there is no such day"),
        ("31/02/2023", "there is no such day"),
        ("3 March", ""),
        ("soon", ""),
    ],
)
def test_the_day_that_is_meant_is_offered(text: str, mend: str) -> None:
    assert mend_date(text) == mend


def test_a_schema_offers_it_beside_what_it_expects() -> None:
    date = {"type": "string", "format": "date"}
    schema = {"type": "object", "properties": {"on": date, "wave": {"enum": ["2022"]}}}
    found = find_problems(parse_yaml("on: 2023-02-30\nwave: \u201c2021\u201d\n", "f"), schema)
    assert [str(one) for one in found] == [
        "f:1: on: expected a date such as 2023-03-15, got '2023-02-30'; there is no such day",
        "f:2: wave: expected '2022', got '\u201c2021\u201d'; use straight quotes: \"2021\"",
    ]
