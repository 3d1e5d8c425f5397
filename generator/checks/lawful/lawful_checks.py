"""All checks of what the law asks."""

from __future__ import annotations

from generator.checks.held import Check
from generator.checks.lawful.background_checks import check_background_papers, check_late_item
from generator.checks.lawful.exempt_checks import (
    check_exempt_paper,
    check_markings,
    check_paragraphs,
)
from generator.checks.lawful.exempt_leaks import check_exempt_material
from generator.checks.lawful.timing_checks import (
    check_meeting_date,
    check_meeting_day,
    check_notice,
    check_publication,
)

LAWFUL: tuple[Check, ...] = (
    check_publication,
    check_notice,
    check_meeting_day,
    check_meeting_date,
    check_paragraphs,
    check_exempt_paper,
    check_markings,
    check_exempt_material,
    check_background_papers,
    check_late_item,
)
