"""Disclosure control over all findings of a report together.

1. `primary`: figures that are withheld for their own base or counts.
2. `sizes`: groups whose size must not be told, withheld in every finding alike.
3. `secondary`, family by family: what else is withheld, until none of these can be worked out.

A family is every figure of one question in one wave, in whatever finding it stands: per cents and
all answers by service, the index of the question, the whole cohort, two cohorts together, part of a
cohort. Figures of a theme belong to the families of its questions where no other question of the
theme is left free to vary.

Groupings of which no figure looks at two together (service, and length of service) are looked at
one by one, with what all answered taken as known: whatever the answers by service are, there are
then people whose answers by length of service are the published ones too (two tables that meet in
the question only, and agree in it, always have a common one). Where what all answered is not
published and would tell too much, and where some figure joins them, groupings are looked at
together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.findings_file import DisclosureRules
from generator.survey.disclosure.families import (
    Listed,
    atoms_of,
    family_table,
    known_totals,
    listed,
    values_of,
)
from generator.survey.disclosure.implied import implied_figures
from generator.survey.disclosure.joined import Joined
from generator.survey.disclosure.moves import FamilyTable
from generator.survey.disclosure.primary import withheld_at_once
from generator.survey.disclosure.secondary import is_limited, secure
from generator.survey.disclosure.sizes import external_hidden, hidden_sizes
from generator.survey.measures.figure import Figure, Variable
from generator.survey.measures.people import People
from generator.survey.responses import Responses

Topic = tuple[str, str, Variable]
"""Wave, name of the cohorts that are looked at together, and variable."""

MOST_ROWS = 400
"""Where more kinds of respondents would have to be told apart, all breakdowns are withheld."""


def withheld_figures(
    figures: Sequence[Figure], responses: Responses, rules: DisclosureRules
) -> set[int]:
    """Positions in `figures` of those that may not be published."""
    hidden = {index for index, figure in enumerate(figures) if withheld_at_once(figure, rules)}
    hidden |= external_hidden(dict(enumerate(figures)), rules)
    for sizes in list(hidden_sizes(figures, hidden, responses, rules)):
        hidden |= {index for index, figure in enumerate(figures) if sizes.told_by(figure)}
    control = _Control(figures, responses, rules)
    while control.add_to(hidden):
        pass
    return hidden


class _Control:
    """Secondary suppression in all families. Tables are kept from one round to the next."""

    def __init__(
        self, figures: Sequence[Figure], responses: Responses, rules: DisclosureRules
    ) -> None:
        self.figures = figures
        self.responses = responses
        self.rules = rules
        self.joined = Joined(figures)
        self.topics = _by_topic(figures, self.joined)
        self.tables: dict[tuple[int, ...], _Family] = {}

    def add_to(self, hidden: set[int]) -> bool:
        """Withhold what protects the hidden figures of each topic; whether there was anything."""
        before = len(hidden)
        for topic, members in self.topics.items():
            if _at_risk(members, self.figures, hidden):
                hidden |= self._secured(topic, members, hidden)
        return len(hidden) > before

    def _secured(self, topic: Topic, members: Sequence[int], hidden: set[int]) -> set[int]:
        whole: list[int] = []
        parts: dict[str, list[int]] = {}
        for index in members:
            name = self.joined.name(self.figures[index])
            (parts.setdefault(name, []) if name else whole).append(index)
        found: set[int] = set()
        if len(parts) > 1:
            families = [self._family(topic, [*whole, *part], True) for part in parts.values()]
            if not any(family.is_limited(hidden, self.rules) for family in families):
                for family in families:
                    found |= family.secured(hidden, self.rules)
                return found
        together = self._family(topic, members, False)
        if len(parts) > 1 and together.table.rows > MOST_ROWS:
            return {index for index in members if self.figures[index].cell.breakdown}
        return together.secured(hidden, self.rules)

    def _family(self, topic: Topic, members: Sequence[int], pinned: bool) -> _Family:
        key = (*members, pinned)
        if key not in self.tables:
            self.tables[key] = _family(
                topic, members, self.figures, self.responses, self.rules, pinned
            )
        return self.tables[key]


class _Family:
    """A family's table, with the figures behind its bits."""

    def __init__(self, table: FamilyTable, members: Sequence[Listed], risky: int) -> None:
        self.table = table
        self.members = members
        self.implied = sum(
            1 << bit for bit, one in enumerate(members) if one.index is None and not one.known
        )
        self.risky = risky

    def _withheld(self, hidden: set[int]) -> int:
        listed = sum(1 << bit for bit, one in enumerate(self.members) if one.index in hidden)
        return listed | self.risky

    def is_limited(self, hidden: set[int], rules: DisclosureRules) -> bool:
        """Whether something withheld stays too narrow here whatever else is withheld."""
        start = self._withheld(hidden)
        return is_limited(self.table, start, self.implied, rules.protection_range)

    def secured(self, hidden: set[int], rules: DisclosureRules) -> set[int]:
        """Positions of the figures to withhold in this family."""
        start = self._withheld(hidden)
        if not start:
            return set()
        bits = secure(self.table, start, self.implied, rules.protection_range)
        found = (one.index for bit, one in enumerate(self.members) if bits >> bit & 1)
        return {index for index in found if index is not None}


def _by_topic(figures: Sequence[Figure], joined: Joined) -> dict[Topic, list[int]]:
    """The positions of each topic's figures, with the theme figures that bind it."""
    found: dict[Topic, list[int]] = {}
    for index, figure in enumerate(figures):
        if not figure.cell.size and figure.base:
            topic = (figure.estimate.wave, joined.cohorts(figure), figure.cell.variable)
            found.setdefault(topic, []).append(index)
    for topic, members in list(found.items()):
        if topic[2].kind == "score":
            for item, breakdown in _bound_items(topic, found, figures):
                found[item] += [i for i in members if figures[i].cell.breakdown == breakdown]
    return found


def _bound_items(
    theme: Topic, found: dict[Topic, list[int]], figures: Sequence[Figure]
) -> Iterator[tuple[Topic, bool]]:
    """Items of a theme that its index would tell, as all others are published at that level."""
    wave, cohorts, variable = theme
    items = [(wave, cohorts, Variable("answers", (item,))) for item in variable.questions]
    for breakdown in (False, True):
        told = [
            any(figures[i].cell.breakdown == breakdown for i in found.get(item, ()))
            for item in items
        ]
        for index, item in enumerate(items):
            if item in found and all(told[:index] + told[index + 1 :]):
                yield item, breakdown


def _at_risk(members: Sequence[int], figures: Sequence[Figure], hidden: set[int]) -> bool:
    """Whether a family needs a look: something is withheld in it, or figures lie in one another."""
    for index in members:
        cell = figures[index].cell
        is_part = len(cell.rows.conditions) > len(cell.by) or len(cell.rows.cohorts) > 1
        if is_part or index in hidden:
            return True
    return False


def _family(
    topic: Topic,
    members: Sequence[int],
    figures: Sequence[Figure],
    responses: Responses,
    rules: DisclosureRules,
    pinned: bool,
) -> _Family:
    """The table of some figures. pinned: what each cohort answered in all is taken as known."""
    wave, _, variable = topic
    cells = [figures[index].cell for index in members]
    cohorts = {cohort for cell in cells for cohort in cell.rows.cohorts}
    parts = (responses.of(cohort, wave) for cohort in sorted(cohorts))
    people = People(wave, tuple(part for part in parts if part is not None))
    atoms = atoms_of(people, [cell.rows for cell in cells])
    codes, values = values_of(people, variable, responses.codebook.questions)
    own = [
        listed(index, cell, atoms, values, variable)
        for index, cell in zip(members, cells, strict=True)
    ]
    every, risky = implied_figures(own, atoms, codes, len(values), rules)
    if pinned:
        every += known_totals(atoms, variable, len(values))
    return _Family(family_table(every, atoms, codes, len(values)), every, risky)
