"""All checks of what may not get out."""

from __future__ import annotations

from generator.checks.held import Check
from generator.checks.private.media_checks import check_pictures, check_workbooks
from generator.checks.private.personal_checks import (
    check_contacts,
    check_names,
    check_personal_numbers,
)
from generator.checks.private.property_checks import check_paths, check_property_names
from generator.checks.private.trace_checks import (
    check_carried,
    check_comments,
    check_revisions,
    check_unseen_text,
)

PRIVATE: tuple[Check, ...] = (
    check_property_names,
    check_paths,
    check_revisions,
    check_comments,
    check_unseen_text,
    check_carried,
    check_workbooks,
    check_pictures,
    check_personal_numbers,
    check_contacts,
    check_names,
)
