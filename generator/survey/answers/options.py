"""The options of a question, and what stands for them in exports."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.survey.codebook import OTHER, Question
from generator.survey.likeness import fold
from generator.survey.readers.export_layout import is_write_in


def option_index(question: Question) -> dict[str, int]:
    """Folded option, and what stands for it in exports, -> its place in every_option."""
    options = question.every_option
    known = {fold(option): index for index, option in enumerate(options)}
    for old, new in question.renamed_options.items():
        known.setdefault(fold(old), options.index(new))
    return known


def part_index(question: Question, part: str, known: Mapping[str, int]) -> int | None:
    """The place of the option that a column of its own stands for; None for no option.

    A column 'Other (please specify)' is the tick beside the box, so it stands for OTHER. known: as
    option_index gives it.
    """
    index = known.get(fold(part))
    if index is None and question.other and is_write_in(part):
        return known.get(fold(OTHER))
    return index
