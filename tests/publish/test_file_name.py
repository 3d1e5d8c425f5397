"""What the built file is called."""

from __future__ import annotations

import pytest

from generator.publish.file_name import file_name
from tests.compose.builders import report


@pytest.mark.parametrize(
    ("pattern", "title", "name"),
    [
        ("{name}", "Any", "check.docx"),
        ("{meeting_date} {committee} - {title}", "Any", "2023-03-15 Scrutiny Panel - Any.docx"),
        ("{title}", 'Work: 2022/23? "Yes"', "Work 2022 23 Yes.docx"),
        ("{title}", "...", "check.docx"),
        ("{title}", "x" * 300, "x" * 120 + ".docx"),
    ],
)
def test_the_format_names_the_file(pattern: str, title: str, name: str) -> None:
    assert file_name(pattern, report(title=title)) == name
