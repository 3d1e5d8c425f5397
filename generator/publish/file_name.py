"""What the built file is called: the format's pattern, without what no file name may hold."""

from __future__ import annotations

import re

from generator.model.report import Report
from generator.model.wording.placeholders import with_places

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 120  # characters; folders and their names come on top


def file_name(pattern: str, report: Report) -> str:
    """'2023-03-15 Health check.docx' by '{meeting_date} {title}'."""
    parts = {
        "name": report.name,
        "title": report.title,
        "committee": report.committee.short_name or report.committee.name,
        "meeting_date": report.meeting.isoformat(),
    }
    filled = with_places(pattern, parts)
    whole = " ".join(_FORBIDDEN.sub(" ", filled).split())[:_LONGEST].strip(" .")
    return f"{whole or report.name}.docx"
