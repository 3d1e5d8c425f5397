"""All checks of accessibility."""

from __future__ import annotations

from generator.checks.accessible.document_checks import check_language, check_title
from generator.checks.held import Check

ACCESSIBLE: tuple[Check, ...] = (check_title, check_language)
