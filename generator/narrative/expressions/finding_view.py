"""A finding as a narrative sees it: narrowed to a wave, an answer, a group, an earlier wave.

`sw.stress[2021]["Never"].group("Duty")` is a chain of views. A view answers the names of the table
of parts that it is given; every figure is read from the findings and none is made up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from generator.errors import did_you_mean
from generator.model.findings import (
    CONFIDENTIAL,
    MARKS,
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    Estimate,
    Finding,
    Findings,
    narrowed,
    value_key,
)
from generator.model.frozen import dataclass
from generator.model.narrative import Words
from generator.model.wording.english import listed
from generator.model.wording.rounding import round_half_up
from generator.narrative.expressions.spoken import UNKNOWN, Ask, Refused, Speaker, SpokenText
from generator.narrative.narrative_rules import EXPRESSION_NAME, FIGURE_WITHHELD

Part = Callable[["FindingView"], Any]
NOT_ASKED = (NOT_AVAILABLE, NOT_APPLICABLE)


class Scope(NamedTuple):
    """What every view may look at: the findings, the words, and the parts it answers.

    parts: name -> function of the view. methods: names whose result is a function to be called.
    """

    findings: Findings
    words: Words
    parts: Mapping[str, Part]
    methods: Mapping[str, Callable[..., Any]]


@dataclass(frozen=True, slots=True)
class FindingView(Speaker):
    """A finding narrowed down. earlier: the wave that changes count from, '' for the one before."""

    finding: Finding
    scope: Scope
    wave: str = ""
    category: str | None = None
    group: str | None = None
    earlier: str = ""

    # ------------------------------------------------------------ names
    def called(self) -> str:
        """As an author would write it: sw.stress[2021]["Never"]."""
        wave = f"[{self.wave}]" if self.wave and self.wave != self.finding.wave else ""
        return self.finding.key + wave + self.narrowed()

    def narrowed(self) -> str:
        """The answer and group as written in an expression."""
        return narrowed(self.category, self.group)

    def key(self, part: str, *waves: str) -> str:
        """The key of a value: 'sw.stress["Never"].percent@2021'; of several waves '@2021..2022'."""
        at = waves or (self.at,)
        return value_key(self.finding.key, part, *at, category=self.category, group=self.group)

    @property
    def at(self) -> str:
        """The wave it speaks of."""
        return self.wave or self.finding.wave

    def part_names(self) -> Sequence[str]:
        return (*self.scope.parts, *self.scope.methods)

    def part(self, name: str) -> Any:
        if name in self.scope.parts:
            return self.scope.parts[name](self)
        return self.known_part(name)

    def known_part(self, name: str) -> Any:
        if name in self.scope.methods:
            method = self.scope.methods[name]
            static = name in ("group", "category", "at", "since")
            return Ask(f"{self.called()}.{name}", _Bound(method, self), static=static)
        if name in self.scope.parts:
            return UNKNOWN
        raise self.no_part(name)

    def no_part(self, name: str) -> Refused:
        finding = self.finding
        if name in finding.waves or name in finding.categories or name in finding.groups:
            mend = f'pick it: {finding.key}["{name}"]'
            return Refused(f"{self.called()} has no part {name!r}", mend, EXPRESSION_NAME)
        near = did_you_mean(name, self.part_names())
        return Refused(f"{self.called()} has no {name!r}", near, EXPRESSION_NAME)

    def spoken(self) -> Any:
        raise Refused(f"{self.called()} is a finding, not a figure", f"write {self.example()}")

    # ------------------------------------------------------------ narrowing
    def pick(self, key: Any) -> FindingView:
        """`[2021]` picks a wave, `["Never"]` an answer or a group."""
        text = str(key) if isinstance(key, int) and not isinstance(key, bool) else key
        if not isinstance(text, str):
            raise Refused(f"{self.called()} is picked by a wave or an answer, not by {key!r}")
        if text in self.finding.waves:
            return replace(self, wave=text)
        if text in self.finding.categories:
            return replace(self, category=text)
        if text in self.finding.groups:
            return replace(self, group=text)
        raise self.no_entry(text)

    def no_entry(self, text: str) -> Refused:
        """The refusal of a wave, answer or group that the finding has not."""
        finding = self.finding
        known = (*finding.waves, *finding.categories, *finding.groups)
        looks_like_wave = text.isdigit() or not (finding.categories or finding.groups)
        if looks_like_wave:
            waves = listed(finding.waves) or "none"
            mend = f"its waves are {waves}"
            return Refused(f"{finding.key} has no wave {text!r}", mend, EXPRESSION_NAME)
        kind = "answer" if finding.categories else "group"
        choices = finding.categories or finding.groups
        mend = did_you_mean(text, known) or f"its {kind}s are " + listed(choices)
        return Refused(f"{finding.key} has no {kind} {text!r}", mend, EXPRESSION_NAME)

    # ------------------------------------------------------------ figures
    def found(self) -> Estimate | None:
        """The estimate it stands for, or None where there is none. Raises Refused if too wide."""
        self.check_narrow()
        return self.finding.estimate(self.at, self.category, self.group)

    def check_narrow(self) -> None:
        """Refuse a finding of several answers or groups when none has been picked."""
        finding, waves = self.finding, (self.at,)
        same = [found for found in finding.estimates if found.wave in waves]
        for kind, picked, choices, write in (
            ("answer", self.category, finding.categories, '["{}"]'),
            ("group", self.group, finding.groups, '.group("{}")'),
        ):
            attribute = "category" if kind == "answer" else "group"
            whole = any(getattr(found, attribute) is None for found in same)
            if choices and picked is None and not whole:
                example = self.called() + write.format(choices[0])
                what = f"{self.called()} has a figure for each {kind}: {listed(choices)}"
                raise Refused(what, f"pick one, such as {example}")

    def estimate(self) -> Estimate:
        """The estimate with a figure that may be published. Raises Refused where there is none."""
        found = self.found()
        if found is None or (found.value is None and found.mark in NOT_ASKED):
            have = listed(self.waves_with_figure())
            mend = f"there are figures of {have}" if have else "leave it out"
            raise Refused(f"{self.plain_called()} has no figure of {self.at}", mend)
        if found.value is None:
            raise self.withheld(found)
        return found

    def is_published(self) -> bool:
        """Whether it has a figure that may be printed. Raises Refused if too wide."""
        found = self.found()
        return found is not None and found.value is not None

    def value(self) -> float:
        """The unrounded figure. Raises Refused where it may not be published."""
        value = self.estimate().value
        assert value is not None
        return value

    def text(self) -> str:
        """The figure as published: '67%', '9.6', '72'."""
        return self.finding.text(self.estimate())

    def printed(self) -> float:
        """The figure as printed, as a number."""
        return float(round_half_up(self.value(), self.finding.decimals))

    def say(self, part: str, text: str, *waves: str) -> SpokenText:
        """Text with the key of this view and part."""
        return SpokenText(text, self.key(part, *waves))

    # ------------------------------------------------------------ waves
    def at_wave(self, wave: str) -> FindingView:
        """The same figure of another wave."""
        return replace(self, wave=wave)

    def waves_with_figure(self) -> list[str]:
        """The waves, in order, that have a figure which may be published."""
        return [
            wave
            for wave in self.finding.waves
            if (found := self.finding.estimate(wave, self.category, self.group)) is not None
            and found.value is not None
        ]

    def earlier_view(self) -> FindingView:
        """The figure that changes count from: of the wave chosen, else of the one before this."""
        if self.earlier:
            return replace(self, wave=self.earlier, earlier="")
        waves = list(self.finding.waves)
        before = waves[: waves.index(self.at)] if self.at in waves else []
        for wave in reversed(before):
            found = self.finding.estimate(wave, self.category, self.group)
            if found is not None and not (found.value is None and found.mark in NOT_ASKED):
                return replace(self, wave=wave, earlier="")
        raise Refused(
            f"{self.plain_called()} has no figure of a wave before {self.at}, so it has no change",
            "leave the change out",
        )

    # ------------------------------------------------------------ refusals
    def plain_called(self) -> str:
        """Its name without the wave."""
        return self.finding.key + self.narrowed()

    def withheld(self, found: Estimate) -> Refused:
        """The refusal of an unpublished figure: names the finding, offers what can be said."""
        mark = found.mark or CONFIDENTIAL
        why = MARKS.get(mark, "not published")
        what = f"{self.plain_called()} of {self.at} may not be published ({mark} {why})"
        return Refused(what, "; ".join(self.offers()), FIGURE_WITHHELD)

    def offers(self) -> list[str]:
        """What can be said in place of a withheld figure."""
        finding, offers = self.finding, []
        for kind, picked, choices in (
            ("answers", self.category, finding.categories),
            ("groups", self.group, finding.groups),
        ):
            if picked is not None:
                shown = [name for name in choices if self._published(kind, name)]
                if shown:
                    offers.append(f"the {kind} {listed(shown[:6])} can be quoted")
        waves = [wave for wave in self.waves_with_figure() if wave != self.at]
        if waves:
            offers.append(f"the figure of {listed(waves)} can be quoted")
        offers.append(f"or say it without a figure, inside {{% if {self.called()}.published %}}")
        return offers

    def _published(self, kind: str, name: str) -> bool:
        category = name if kind == "answers" else self.category
        group = name if kind == "groups" else self.group
        found = self.finding.estimate(self.at, category, group)
        return found is not None and found.value is not None

    def example(self) -> str:
        """An expression that prints a figure of this finding."""
        name = figure_part(self.finding)
        finding = self.finding
        narrow = self.narrowed()
        if finding.categories and self.category is None:
            narrow += f'["{finding.categories[0]}"]'
        if finding.groups and self.group is None:
            narrow += f'.group("{finding.groups[0]}")'
        return f"{finding.key}{narrow}.{name}"


class _Bound:
    """A method with its view; its signature is that of the method without the view."""

    __slots__ = ("method", "view")

    def __init__(self, method: Callable[..., Any], view: FindingView) -> None:
        self.method = method
        self.view = view

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.method(self.view, *args, **kwargs)

    @property
    def __signature__(self) -> Any:
        import inspect

        signature = inspect.signature(self.method)
        return signature.replace(parameters=list(signature.parameters.values())[1:])


def figure_part(finding: Finding) -> str:
    """The part that prints this finding's figure: 'percent', 'mean', 'index', 'rate', ..."""
    if finding.measure in ("mean", "median", "net"):
        return finding.measure
    if finding.measure == "response_rate":
        return "rate"
    if finding.unit == "index":
        return "index"
    return "percent" if finding.unit == "per cent" else "figure"
