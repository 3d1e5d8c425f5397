from __future__ import annotations

from datetime import datetime

import pytest

from generator.survey.answers.when import is_day_first, read_when


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        ("9/12/22 10:05:01", False, datetime(2022, 9, 12, 10, 5, 1)),
        ("9/12/22 10:05:01", True, datetime(2022, 12, 9, 10, 5, 1)),
        ("2022-09-12 10:05:01", True, datetime(2022, 9, 12, 10, 5, 1)),
        ("2022-09-12T10:05", True, datetime(2022, 9, 12, 10, 5)),
        ("2022/09/12 1:05:01 PM GMT+1", True, datetime(2022, 9, 12, 13, 5, 1)),
        ("12/09/2022 12:30 am", True, datetime(2022, 9, 12, 0, 30)),
        ("12 September 2022", True, datetime(2022, 9, 12)),
        ("1697862600", True, datetime(2023, 10, 21, 4, 30)),
        ("31/02/2022", True, None),
        ("yesterday", True, None),
        ("", True, None),
        ("2022", True, None),
    ],
)
def test_dates_are_read(text: str, day_first: bool, expected: datetime | None) -> None:
    assert read_when(text, day_first) == expected


def test_the_order_follows_the_first_date_that_shows_it() -> None:
    assert is_day_first(["1/2/2022", "25/2/2022"], default=False)
    assert not is_day_first(["1/2/2022", "2/25/2022"], default=True)
    assert is_day_first(["1/2/2022", ""], default=True)


def test_days_that_could_be_either_lie_close_together() -> None:
    assert not is_day_first(["03/01/2023", "03/02/2023", "03/03/2023"], default=True)
    assert is_day_first(["01/03/2023", "02/03/2023", "03/03/2023"], default=False)
    assert is_day_first(["05/05/2023"], default=True)
    assert not is_day_first(["05/05/2023", "06/06/2023"], default=False)
