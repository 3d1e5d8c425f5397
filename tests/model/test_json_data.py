"""Model values become JSON data."""

from __future__ import annotations

from datetime import date

from generator.model.json_data import as_json_data


def test_dates_tuples_and_keys_become_json() -> None:
    assert as_json_data({2023: (date(2023, 3, 15), True, None)}) == {
        "2023": ["2023-03-15", True, None]
    }
