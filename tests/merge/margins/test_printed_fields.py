"""Which fields the words of a line come from, and what an edit makes of them."""

from __future__ import annotations

import pytest

from generator.merge.margins.printed_fields import FieldEdit, field_edits

PAGES = {
    "title": "Staff check",
    "committee": "Scrutiny Panel",
    "meeting_date": "15 March 2023",
    "subject": "Report to Scrutiny Panel, 15 March 2023",
    "council": "Borough Council",
    "council_short_name": "Borough Council",
    "wards_affected": "All",
}


@pytest.mark.parametrize(
    ("old", "new", "edits"),
    [
        ("Scrutiny Panel", "Audit Board", [("committee", "Scrutiny Panel", "Audit Board")]),
        ("Scrutiny Panel", "Scrutiny Panel (joint)",
         [("committee", "Scrutiny Panel", "Scrutiny Panel (joint)")]),
        ("Scrutiny Panel\t15 March 2023", "Scrutiny Panel\t16 March 2023",
         [("meeting_date", "15 March 2023", "16 March 2023")]),
        ("Date: 15 March 2023", "Date: 22 May 2024",
         [("meeting_date", "15 March 2023", "22 May 2024")]),
        ("Date: 15 March 2023", "Day: 16 March 2023",
         [("meeting_date", "15 March 2023", "16 March 2023"),
          ("", "Date: 15 March 2023", "Day: 16 March 2023")]),
        ("Date: 15 March 2023", "Date: 15 March 2023 (moved)",
         [("", "Date: 15 March 2023", "Date: 15 March 2023 (moved)")]),
        (PAGES["subject"], "Report to Audit Panel, 15 March 2023",
         [("committee", "Scrutiny Panel", "Audit Panel")]),
        ("Borough Council", "The Borough", [("council", "Borough Council", "The Borough")]),
        ("All of it", "None of it", [("", "All of it", "None of it")]),
        ("All", "North", [("wards_affected", "All", "North")]),
        ("Scrutiny Panel\tPage [PAGE]", "Scrutiny Panel",
         [("", "Scrutiny Panel\tPage [PAGE]", "Scrutiny Panel")]),
    ],
)  # fmt: skip
def test_an_edit_is_one_of_the_field_that_printed_its_words(
    old: str, new: str, edits: list[tuple[str, str, str]]
) -> None:
    assert field_edits(old, new, PAGES) == [FieldEdit(*one) for one in edits]
