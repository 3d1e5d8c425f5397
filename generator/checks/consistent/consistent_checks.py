"""All checks of consistency."""

from __future__ import annotations

from generator.checks.consistent.claim_checks import (
    check_claims,
    check_from_to,
    check_loose_words,
)
from generator.checks.consistent.date_checks import check_dates, check_meeting_date
from generator.checks.consistent.mention_checks import check_appendix_scheme, check_mentions
from generator.checks.consistent.name_checks import check_names, check_title_places
from generator.checks.consistent.number_checks import check_captions, check_items, check_numbers
from generator.checks.consistent.reference_checks import (
    check_fields,
    check_footnotes,
    check_typed_references,
)
from generator.checks.consistent.repeated_figures import check_figures_twice
from generator.checks.consistent.restated_figures import check_figures_restated
from generator.checks.consistent.share_checks import (
    check_attainable,
    check_impossible,
    check_points,
    check_precision,
    check_signs,
)
from generator.checks.consistent.total_checks import check_totals
from generator.checks.held import Check

CONSISTENT: tuple[Check, ...] = (
    check_numbers,
    check_captions,
    check_items,
    check_fields,
    check_typed_references,
    check_footnotes,
    check_appendix_scheme,
    check_mentions,
    check_dates,
    check_meeting_date,
    check_totals,
    check_claims,
    check_from_to,
    check_loose_words,
    check_attainable,
    check_impossible,
    check_precision,
    check_points,
    check_signs,
    check_figures_twice,
    check_figures_restated,
    check_names,
    check_title_places,
)
