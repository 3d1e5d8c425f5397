"""Why figures are withheld: by which rule, through which other finding, what can be said instead.

Told of a finding in a wave as a whole, and never of one figure in it: which of several withheld
figures is too small itself, and which are withheld to protect it, is what must not be known. No
count is told either. Another finding makes withholding necessary where more figures could be
published without it, which anybody can see who takes it out of findings.yaml.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from generator.config.files import Files
from generator.model.findings import CONFIDENTIAL, Finding, Findings, narrowed
from generator.model.frozen import dataclass
from generator.model.survey.finding_specs import DisclosureRules
from generator.model.wording.english import few_listed, listed
from generator.survey.compute import findings_of, measured, read_survey
from generator.survey.disclosure.control import withheld_figures
from generator.survey.measures.figure import Figure
from generator.survey.published_before import recalled
from generator.survey.recall import Recall

_MOST_TRIED = 40  # other findings, each of which is left out once
_SHOWN = 6

Marked = frozenset[int]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why figures of a finding are withheld in a wave.

    withheld: the answers and groups, as an expression picks them; '' for the finding's only figure.
    rule: the minimums that its figures are held to. own: whether some would be withheld if the
    finding stood alone. others: findings each of which makes it necessary to withhold some;
    together: findings that do so only together. instead: what can be published in its place.
    """

    finding: str
    wave: str
    withheld: tuple[str, ...]
    rule: str
    own: bool
    others: tuple[str, ...]
    together: tuple[str, ...]
    instead: tuple[str, ...]

    def told(self) -> str:
        """What is withheld, and why: 'sw.stress of 2022, for ["Never"], is withheld: ...'."""
        picked = ", ".join(part for part in self.withheld if part)
        of = f", for {picked}," if picked else ""
        return f"{self.finding} of {self.wave}{of} is withheld: {self.text()}"

    def text(self) -> str:
        """The reason in words: what `committee findings --why` and a refused build say."""
        said = [self.rule] if self.own else []
        if self.others:
            makes = "makes" if len(self.others) == 1 else "make"
            said.append(
                f"{few_listed(self.others, _SHOWN)} {makes} it necessary: together they would tell"
                " a figure that falls short of the minimums"
            )
        if self.together:
            said.append(
                f"{few_listed(self.together, _SHOWN)} together would tell a figure that falls short"
                " of the minimums"
            )
        return "; ".join(said or [self.rule])


def why_withheld(folder: Path, files: Files, names: Collection[str]) -> tuple[Reason, ...]:
    """The reasons for all that is withheld of some findings, wave by wave; () where nothing is.

    folder, files: as `compute_findings` takes them. names: keys of findings. Raises InputProblems.
    """
    responses, settings = read_survey(folder, files)
    before = recalled(responses, settings, folder, files)
    published = findings_of(responses, settings, before=before)
    computed = measured(responses, settings)
    if settings.rules.published == "warn":
        before = Recall(responses)
    figures = {spec.key: one.figures for spec, one in zip(settings.findings, computed, strict=True)}
    return tuple(
        _Trials(key, wave, figures, before, settings.rules).reason(published)
        for key in names
        for wave in published.items[key].waves
        if _withheld(published.items[key], wave)
    )


def _withheld(finding: Finding, wave: str) -> tuple[str, ...]:
    return tuple(
        narrowed(one.category, one.group)
        for one in finding.estimates
        if one.wave == wave and one.mark == CONFIDENTIAL
    )


class _Trials:
    """Disclosure control of one wave with some findings left out, one after the other."""

    def __init__(
        self,
        key: str,
        wave: str,
        figures: Mapping[str, Sequence[Figure]],
        before: Recall,
        rules: DisclosureRules,
    ) -> None:
        self.key = key
        self.wave = wave
        self.before = before
        self.rules = rules
        of_wave = {
            name: [figure for figure in found if figure.estimate.wave == wave]
            for name, found in figures.items()
        }
        mine = _questions(of_wave[key])
        self.figures = {
            name: found
            for name, found in of_wave.items()
            if name == key or mine & _questions(found)
        }

    def reason(self, published: Findings) -> Reason:
        """Why the finding's figures are withheld in the wave."""
        finding = published.items[self.key]
        others = [name for name in self.figures if name != self.key][:_MOST_TRIED]
        every, alone = self._hidden(self.figures), self._hidden([self.key])
        guilty: list[str] = []
        together: list[str] = []
        if alone < every:
            guilty = [one for one in others if self._hidden({*self.figures} - {one}) < every]
            together = [] if guilty else self._least(others, every)
        return Reason(
            finding=self.key,
            wave=self.wave,
            withheld=_withheld(finding, self.wave),
            rule=self._rule(),
            own=bool(alone) or not (guilty or together),
            others=tuple(together if len(together) == 1 else guilty),
            together=tuple(together if len(together) > 1 else ()),
            instead=_instead(finding, self.wave, published, guilty),
        )

    def _least(self, others: Sequence[str], every: Marked) -> list[str]:
        """As few other findings as make it necessary: without any of them more could be told."""
        kept = list(others)
        for name in others:
            fewer = [one for one in kept if one != name]
            if self._hidden(fewer) >= every:
                kept = fewer
        return kept

    def _hidden(self, names: Collection[str]) -> Marked:
        """Positions of the finding's figures that are withheld beside these findings only."""
        order = [self.key, *(name for name in self.figures if name in names and name != self.key)]
        figures = [figure for name in order for figure in self.figures[name]]
        earlier = self.before.earlier
        hidden = withheld_figures(figures, self.before.responses, self.rules, earlier=earlier)
        return frozenset(index for index in hidden if index < len(self.figures[self.key]))

    def _rule(self) -> str:
        """The minimums, without which of them falls short."""
        breakdown = any(figure.cell.breakdown for figure in self.figures[self.key])
        suffix = "_breakdown" if breakdown else ""
        base, cell = self.rules.base(breakdown), self.rules.cell(breakdown)
        needs = f"a figure needs {base} people (minimum_base{suffix})"
        if cell:
            needs += (
                f", and {cell} who gave the answer and {cell} who did not (minimum_cell{suffix})"
            )
        return f"{needs}; where one falls short, others go that would tell it"


def _questions(figures: Sequence[Figure]) -> set[str]:
    """The questions that figures are of, or divide people by."""
    found: set[str] = set()
    for figure in figures:
        cell = figure.cell
        found |= {*cell.variable.questions, *cell.by, *(name for name, _ in cell.rows.conditions)}
    return found


def _instead(
    finding: Finding, wave: str, published: Findings, guilty: Sequence[str]
) -> tuple[str, ...]:
    shown = [
        narrowed(one.category, one.group)
        for one in finding.estimates
        if one.wave == wave and one.value is not None
    ]
    waves = [one for one in finding.waves if one != wave and not _withheld(finding, one)]
    whole = [
        other.key
        for other in published.items.values()
        if other.key != finding.key
        and other.questions == finding.questions
        and other.cohort == finding.cohort
        and not other.groups
        and not _withheld(other, wave)
        and any(one.wave == wave and one.value is not None for one in other.estimates)
    ]
    offers = [f"{finding.key}{few_listed(shown, _SHOWN)} can be published"] if any(shown) else []
    offers += [f"the whole of {listed(waves)} can be published"] if waves else []
    offers += [f"{few_listed(whole, _SHOWN)} can be published"] if whole else []
    offers += [f"leave out {listed(guilty, 'or')}, and more of it can be"] if guilty else []
    if finding.groups:
        offers.append("make the groups larger: put two together with renamed_options")
    return tuple(offers)
