"""Disclosure control over all findings of a report together.

1. `primary`: figures that are withheld for their own base or counts.
2. `sizes`: groups whose size must not be told, withheld in every finding alike.
3. `secondary`, family by family: what else is withheld, until none of these can be worked out.

A family is every figure of one question in one wave, in whatever finding it stands: per cents and all
answers by service, the index of the question, the whole cohort, two cohorts together, part of a
cohort. Figures of a theme belong to the families of its questions where no other question of the
theme is left free to vary.

Groupings of which no figure looks at two together (service, and length of service) are looked at one
by one: whatever the answers by service are, there are people whose answers by length of service are
the published ones too, as long as both give the same answers in all (the two tables meet in the
question only, and such tables always have a common one). Groupings that some figure of the wave joins
are looked at together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.findings_file import DisclosureRules
from generator.survey.disclosure.families import (
    Listed,
    atoms_of,
    family_table,
    listed,
    values_of,
)
from generator.survey.disclosure.implied import implied_figures
from generator.survey.disclosure.joined import Joined
from generator.survey.disclosure.moves import FamilyTable
from generator.survey.disclosure.primary import withheld_at_once
from generator.survey.disclosure.secondary import secure
from generator.survey.disclosure.sizes import external_hidden, hidden_sizes
from generator.survey.measures.figure import Figure, Variable
from generator.survey.measures.people import people_of
from generator.survey.responses import Responses

FamilyKey = tuple[str, Variable, str]
"""Wave, variable, and the name of the groupings that are looked at together ('' for none)."""


def withheld_figures(
    figures: Sequence[Figure], responses: Responses, rules: DisclosureRules
) -> set[int]:
    """Positions in `figures` of those that may not be published."""
    hidden = {
        index for index, figure in enumerate(figures) if withheld_at_once(figure, rules)
    }
    hidden |= external_hidden(dict(enumerate(figures)), rules)
    for sizes in hidden_sizes(figures, responses, rules):
        hidden |= {index for index, figure in enumerate(figures) if sizes.told_by(figure)}
    tables: dict[FamilyKey, _Family | None] = {}
    families = _families(figures)
    while True:
        before = len(hidden)
        for key, members in families.items():
            if not _at_risk(members, figures, hidden):
                continue
            if key not in tables:
                tables[key] = _family(key, members, figures, responses, rules)
            family = tables[key]
            if family is not None:
                hidden |= family.secured(hidden, rules)
        if len(hidden) == before:
            return hidden


class _Family:
    """A family's table, with the figures behind its bits."""

    def __init__(self, table: FamilyTable, members: Sequence[Listed], risky: int) -> None:
        self.table = table
        self.members = members
        self.implied = sum(1 << bit for bit, one in enumerate(members) if one.index is None)
        self.risky = risky

    def secured(self, hidden: set[int], rules: DisclosureRules) -> set[int]:
        """Positions of the figures to withhold in this family."""
        start = self.risky
        for bit, one in enumerate(self.members):
            if one.index in hidden:
                start |= 1 << bit
        if not start:
            return set()
        bits = secure(self.table, start, self.implied, rules.protection_range)
        found = (one.index for bit, one in enumerate(self.members) if bits >> bit & 1)
        return {index for index in found if index is not None}


def _families(figures: Sequence[Figure]) -> dict[FamilyKey, list[int]]:
    """The positions of each family's figures; those of whole cohorts are in every grouping's."""
    joined = Joined(figures)
    whole: dict[tuple[str, Variable], list[int]] = {}
    parts: dict[FamilyKey, list[int]] = {}
    for (wave, variable), members in _by_variable(figures).items():
        for index in members:
            name = joined.name(figures[index])
            if name:
                parts.setdefault((wave, variable, name), []).append(index)
            else:
                whole.setdefault((wave, variable), []).append(index)
    families = {(*key, ""): members for key, members in whole.items()}
    for key, members in parts.items():
        families[key] = [*whole.get(key[:2], ()), *members]
    return families


def _by_variable(figures: Sequence[Figure]) -> dict[tuple[str, Variable], list[int]]:
    """(wave, variable) -> positions of its figures, with the theme figures that bind it."""
    found: dict[tuple[str, Variable], list[int]] = {}
    for index, figure in enumerate(figures):
        if not figure.cell.size and figure.base:
            found.setdefault((figure.estimate.wave, figure.cell.variable), []).append(index)
    for (wave, variable), members in list(found.items()):
        if variable.kind != "score":
            continue
        for item, breakdown in _bound_items(wave, variable, found, figures):
            found[wave, item] += [i for i in members if figures[i].cell.breakdown == breakdown]
    return found


def _bound_items(
    wave: str, theme: Variable, found: dict[tuple[str, Variable], list[int]],
    figures: Sequence[Figure],
) -> Iterator[tuple[Variable, bool]]:
    """Items of a theme that its index would tell, because all others are published at that level."""
    items = [Variable("answers", (question,)) for question in theme.questions]
    for breakdown in (False, True):
        told = [
            any(figures[i].cell.breakdown == breakdown for i in found.get((wave, item), ()))
            for item in items
        ]
        for index, item in enumerate(items):
            if (wave, item) in found and all(told[:index] + told[index + 1 :]):
                yield item, breakdown


def _at_risk(members: Sequence[int], figures: Sequence[Figure], hidden: set[int]) -> bool:
    """Whether a family needs a look: something is withheld in it, or figures lie in one another."""
    return any(
        index in hidden or len(figures[index].cell.rows.conditions) > len(figures[index].cell.by)
        for index in members
    ) or len({figures[index].cell.rows.cohorts for index in members}) > 1


def _family(
    key: FamilyKey, members: Sequence[int], figures: Sequence[Figure], responses: Responses,
    rules: DisclosureRules,
) -> _Family | None:
    wave, variable, _ = key
    cells = [figures[index].cell for index in members]
    cohorts = sorted({cohort for cell in cells for cohort in cell.rows.cohorts})
    people = people_of(responses, cohorts, wave)
    if people is None:
        return None
    atoms = atoms_of(people, [cell.rows for cell in cells])
    codes, values = values_of(people, variable, responses.codebook.questions)
    own = [
        listed(index, cell, atoms, values, variable)
        for index, cell in zip(members, cells, strict=True)
    ]
    every, risky = implied_figures(own, atoms, codes, len(values), rules)
    return _Family(family_table(every, atoms, codes, len(values)), every, risky)
