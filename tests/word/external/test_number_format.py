"""Numbers as Excel shows them."""

from __future__ import annotations

import pytest

from generator.word.external.number_format import formatted


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("", 3.5, "3.5"),
        ("General", 12.0, "12"),
        ("0", 12.5, "13"),
        ("0.00", 2.675, "2.68"),
        ("#,##0", 1250000, "1,250,000"),
        ("#,##0", -1250, "\N{MINUS SIGN}1,250"),
        ("0%", 0.25, "25%"),
        ("0.0%", 0.125, "12.5%"),
        ("£#,##0", 12000, "£12,000"),
        ("£#,##0", -12000, "\N{MINUS SIGN}£12,000"),
        ('"£"#,##0.00', 0.5, "£0.50"),
        ("[$£-809]#,##0;[Red]-[$£-809]#,##0", -3000, "\N{MINUS SIGN}£3,000"),
        ("#,##0;(#,##0)", -3000, "(3,000)"),
        ('#,##0;-#,##0;"nil"', 0, "nil"),
        ('0.0" hours"', 6.25, "6.3 hours"),
        ("£#,##0,", 1250000, "£1,250"),
        ('£0.0,,"m"', 52200000, "£52.2m"),
        ("_-£* #,##0_-;-£* #,##0_-", 36000, "£36,000"),
        ("0.##", 2.5, "2.5"),
        ("0.##", 2.0, "2"),
        ("# ?/?", 0.5, "0.5"),
        ("0.00E+00", 1500.0, "1500"),
    ],
)
def test_a_number_is_shown_as_its_format_says(code: str, value: float, shown: str) -> None:
    assert formatted(value, code) == shown
