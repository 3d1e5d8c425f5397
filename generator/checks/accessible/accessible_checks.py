"""All checks of accessibility."""

from __future__ import annotations

from generator.checks.accessible.chart_figures_check import check_chart_figures
from generator.checks.accessible.colour_checks import (
    check_chart_colours,
    check_colour_alone,
    check_colours_named,
    check_contrast,
)
from generator.checks.accessible.document_checks import (
    check_language,
    check_pages,
    check_protection,
    check_reading_order,
    check_title,
)
from generator.checks.accessible.drawing_checks import check_alternatives, check_floating
from generator.checks.accessible.heading_checks import (
    check_faked_headings,
    check_headings,
    check_headings_are_there,
)
from generator.checks.accessible.language_checks import check_languages
from generator.checks.accessible.link_checks import check_links, check_typed_addresses
from generator.checks.accessible.list_checks import check_typed_lists, check_typed_numbers
from generator.checks.accessible.look_checks import (
    check_alignment,
    check_capitals,
    check_letters,
    check_sizes,
)
from generator.checks.accessible.spacing_checks import (
    check_empty_paragraphs,
    check_line_breaks,
    check_spaces,
)
from generator.checks.accessible.table_checks import check_blank_cells, check_tables
from generator.checks.held import Check

ACCESSIBLE: tuple[Check, ...] = (
    check_title,
    check_language,
    check_languages,
    check_headings_are_there,
    check_headings,
    check_faked_headings,
    check_typed_lists,
    check_typed_numbers,
    check_tables,
    check_blank_cells,
    check_alternatives,
    check_floating,
    check_chart_figures,
    check_links,
    check_typed_addresses,
    check_contrast,
    check_colour_alone,
    check_colours_named,
    check_chart_colours,
    check_empty_paragraphs,
    check_line_breaks,
    check_spaces,
    check_capitals,
    check_alignment,
    check_letters,
    check_sizes,
    check_reading_order,
    check_protection,
    check_pages,
)
