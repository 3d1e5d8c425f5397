"""Primary suppression: figures that are withheld for what they are themselves.

A figure is withheld when its base is under the minimum, when fewer than the minimum cell gave the
answer, or when fewer than that did not give it. So in a breakdown 0% and 100% are withheld too:
they tell the answer of everybody in the group. A mean is withheld when all answers are the same.
"""

from __future__ import annotations

from generator.model.survey.finding_specs import DisclosureRules
from generator.survey.measures.figure import Figure


def withheld_at_once(figure: Figure, rules: DisclosureRules) -> bool:
    """Whether a figure may not be published for its own base and counts.

    A base of 0 has no answer to protect. The size of a group, and a headcount, has no opposite:
    that somebody is not in a group tells nothing; a group without anybody has no one to protect.
    """
    cell = figure.cell
    if not figure.base:
        return False
    least = rules.cell(cell.breakdown)
    if cell.size:
        small = figure.count is not None and 0 < figure.count < least
        return small or figure.base < rules.base(cell.breakdown)
    if figure.base < rules.base(cell.breakdown):
        return True
    if figure.count is None:
        return least > 0 and figure.extreme
    return figure.count < least or figure.base - figure.count < least
