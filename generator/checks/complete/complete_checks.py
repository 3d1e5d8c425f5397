"""All checks of completeness."""

from __future__ import annotations

from generator.checks.complete.appendix_checks import check_appendices
from generator.checks.complete.part_checks import check_parts, check_sign_offs
from generator.checks.complete.recommendation_checks import check_recommendations
from generator.checks.complete.residue_checks import (
    check_draft_marks,
    check_residue,
    check_undecided,
)
from generator.checks.complete.row_checks import check_rows
from generator.checks.complete.section_checks import check_attached, check_empty_sections
from generator.checks.held import Check

COMPLETE: tuple[Check, ...] = (
    check_rows,
    check_parts,
    check_sign_offs,
    check_recommendations,
    check_appendices,
    check_empty_sections,
    check_attached,
    check_residue,
    check_undecided,
    check_draft_marks,
)
