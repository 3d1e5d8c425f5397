"""Disclosure control over all findings of a report together.

1. `primary`: figures that are withheld for their own base or counts.
2. `sizes`: groups whose size must not be told, withheld in every finding alike.
3. `secondary`, family by family: what else is withheld, until none of these can be worked out.

A family is every figure of one question in one wave, in whatever finding it stands: per cents and
all answers by service, the index of the question, the whole cohort, two cohorts together, part of a
cohort. Figures of a theme belong to the families of its questions too; see `themes` and `patterns`.

Groupings of which no figure looks at two together (service, and length of service) are looked at
one by one, with what all answered taken as known: whatever the answers by service are, there are
then people whose answers by length of service are the published ones too (two tables that meet in
the question only, and agree in it, always have a common one). Where what all answered is not
published and would tell too much, and where some figure joins them, groupings are looked at
together. Groupings of one column (ages, in two kinds of bands) always are; see `one_column`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from generator.model.announce import Announce, silent
from generator.model.survey.finding_specs import DisclosureRules
from generator.survey.answers.responses import Responses
from generator.survey.disclosure.earlier import NOTHING_EARLIER, Earlier
from generator.survey.disclosure.family import Family, family_of
from generator.survey.disclosure.headcounts import hidden_headcounts
from generator.survey.disclosure.joined import Joined
from generator.survey.disclosure.one_column import Together, together
from generator.survey.disclosure.primary import withheld_at_once
from generator.survey.disclosure.sizes import hidden_sizes, secret_sizes
from generator.survey.disclosure.topics import Member, Topic, by_topic
from generator.survey.measures.figure import Figure

MANY = 1000
"""Figures of one question that may take a second or more."""

MOST_ROWS = 400
"""Where more kinds of respondents would have to be told apart, all breakdowns are withheld."""


def withheld_figures(
    figures: Sequence[Figure],
    responses: Responses,
    rules: DisclosureRules,
    announce: Announce = silent,
    earlier: Earlier = NOTHING_EARLIER,
    already: Collection[int] = (),
) -> set[int]:
    """Positions in `figures` of those that may not be published.

    announce: is told of questions with so many figures that they take seconds. earlier: what was
    published of the same answers before, and is taken to be known. already: positions of those that
    are withheld for other reasons, and protected like the others.
    """
    own = len(figures)
    hidden = {index for index, figure in enumerate(figures) if withheld_at_once(figure, rules)}
    hidden |= set(already)
    known = frozenset(own + at for at in earlier.shown)
    figures = [*figures, *earlier.figures]
    hidden |= set(range(own, len(figures))) - known
    _hide_sizes(hidden, figures, responses, rules, known)
    told = together(figures, responses)
    control = _Control(told, rules, known, announce)
    while control.add_to(hidden):
        if told.columns:  # sizes of one grouping may have gone for those of another
            _hide_sizes(hidden, figures, responses, rules, known)
    return {index for index in hidden if index < own}


def _hide_sizes(
    hidden: set[int],
    figures: Sequence[Figure],
    responses: Responses,
    rules: DisclosureRules,
    known: frozenset[int],
) -> None:
    """Withhold figures that tell how many are in a group, or work somewhere, and must not."""
    before = -1
    while len(hidden) > before:  # what one grouping withholds, another has to protect
        before = len(hidden)
        found = list(hidden_sizes(figures, hidden, responses, rules, known))
        for sizes in found:
            hidden |= {index for index, figure in enumerate(figures) if sizes.told_by(figure)}
        hidden |= hidden_headcounts(figures, hidden, secret_sizes(found), responses, rules, known)
        hidden -= known


class _Control:
    """Secondary suppression in all families. Tables are kept from one round to the next."""

    def __init__(
        self, told: Together, rules: DisclosureRules, known: frozenset[int], announce: Announce
    ) -> None:
        self.responses = told.responses
        self.rules = rules
        self.columns = told.columns
        self.joined = Joined(told.figures)
        questions = told.responses.codebook.questions
        topics, self.told = by_topic(told.figures, self.joined, questions, told.columns)
        self.topics = {
            topic: [replace(one, known=one.index in known) for one in members] if known else members
            for topic, members in topics.items()
        }
        self.tables: dict[tuple[Topic, tuple[Member, ...], bool], Family] = {}
        many = [topic for topic, members in self.topics.items() if len(members) >= MANY]
        self.slow = {topic: f"{at} of {len(many)}" for at, topic in enumerate(many, 1)}
        self.announce = announce

    def add_to(self, hidden: set[int]) -> bool:
        """Withhold what protects the hidden figures of each topic; whether there was anything."""
        before = len(hidden)
        for topic, members in self.topics.items():
            if _at_risk(members, hidden, self.columns):
                self._say(topic, len(members))
                hidden |= self._secured(topic, members, hidden)
        return len(hidden) > before

    def _say(self, topic: Topic, figures: int) -> None:
        """Tell once that a question with many figures is looked at."""
        if place := self.slow.pop(topic, ""):
            (wave, _, variable), which = topic, "" if place == "1 of 1" else f" ({place})"
            asked = ", ".join(variable.questions)
            self.announce(f"Protecting {figures:,} figures of {asked} in {wave}{which}")

    def _secured(self, topic: Topic, members: Sequence[Member], hidden: set[int]) -> set[int]:
        whole: list[Member] = []
        parts: dict[str, list[Member]] = {}
        for member in members:
            name = self.joined.name(topic[0], member.cell.rows)
            (parts.setdefault(name, []) if name else whole).append(member)
        found: set[int] = set()
        if len(parts) > 1:
            families = [self._family(topic, [*whole, *part], True) for part in parts.values()]
            if not any(family.is_limited(hidden, self.rules) for family in families):
                for family in families:
                    found |= family.secured(hidden, self.rules)
                return found
        together = self._family(topic, members, topic in self.told)
        if len(parts) > 1 and together.table.rows > MOST_ROWS:
            return {one.index for one in members if one.cell.breakdown and not one.known}
        return together.secured(hidden, self.rules)

    def _family(self, topic: Topic, members: Sequence[Member], pinned: bool) -> Family:
        key = (topic, tuple(members), pinned)
        if key not in self.tables:
            self.tables[key] = family_of(
                topic, members, self.responses, self.rules, pinned, self.columns
            )
        return self.tables[key]


def _at_risk(members: Sequence[Member], hidden: set[int], columns: frozenset[str]) -> bool:
    """Whether a topic needs a look: something is withheld in it, or figures lie in one another."""
    for member in members:
        cell = member.cell
        if columns & {*cell.variable.questions, *(name for name, _ in cell.rows.conditions)}:
            return True
        is_part = len(cell.rows.conditions) > len(cell.by) or len(cell.rows.cohorts) > 1
        if is_part or member.index in hidden:
            return True
    return False
