"""The names a narrative begins with: groups of findings, report, sourced, survey, cohorts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.errors import did_you_mean
from generator.model.document import Footnote, Inline, Link, Text, Value
from generator.model.findings import Finding, Findings
from generator.model.report import Report, SourcedFigure
from generator.model.wording.dates import date_text, period_phrase
from generator.narrative.expressions.finding_view import FindingView, Scope
from generator.narrative.expressions.report_texts import report_texts
from generator.narrative.expressions.spoken import (
    Listing,
    Refused,
    Speaker,
    SpokenInlines,
    SpokenText,
)
from generator.narrative.narrative_rules import EXPRESSION_NAME


class Group(Speaker):
    """The findings of one group: `sw`. A finding's name hides .cohort and .fieldwork."""

    __slots__ = ("items", "name", "scope")

    def __init__(self, name: str, items: Mapping[str, Finding], scope: Scope) -> None:
        self.name = name
        self.items = items
        self.scope = scope

    def called(self) -> str:
        return self.name

    def part_names(self) -> Sequence[str]:
        return (*self.items, "cohort", "fieldwork")

    def part(self, name: str) -> Any:
        if name in self.items:
            return FindingView(self.items[name], self.scope)
        if name == "cohort":
            cohorts = self.scope.findings.cohorts
            return SpokenText(cohorts.get(self._cohort(), self.name), f"{self.name}.cohort")
        if name == "fieldwork":
            return self._fieldwork()
        raise self.no_part(name)

    def known_part(self, name: str) -> Any:
        return self.part(name) if name in self.items else Speaker.known_part(self, name)

    def no_part(self, name: str) -> Refused:
        near = did_you_mean(name, list(self.part_names()))
        mend = near or f"the findings of {self.name} are in findings.yaml"
        return Refused(f"there is no finding {self.name}.{name}", mend, EXPRESSION_NAME)

    def pick(self, key: Any) -> Any:
        return self.part(key) if isinstance(key, str) else Speaker.pick(self, key)

    def hint(self) -> str:
        example = next(iter(self.items), "")
        return f"name a finding, such as {self.name}.{example}" if example else ""

    def _cohort(self) -> str:
        return next((finding.cohort for finding in self.items.values()), self.name)

    def _fieldwork(self) -> SpokenText:
        findings = self.scope.findings
        for found in findings.collections:
            first, last = found.fieldwork_from, found.fieldwork_to
            of_report = (found.cohort, found.wave) == (self._cohort(), findings.wave)
            if of_report and first and last:
                return SpokenText(
                    period_phrase(first, last), f"{self.name}.fieldwork@{findings.wave}"
                )
        raise Refused(
            f"the dates of fieldwork of {self.name} in {findings.wave} are not known",
            "add 'fieldwork: {from: 2022-09-12, to: 2022-10-21}' to the file in codebook.yaml",
        )


class Named(Speaker):
    """Plain named texts: `report.title`, `cohorts.sw`. name: the root, for keys and messages."""

    __slots__ = ("missing", "name", "texts", "what")

    def __init__(
        self, name: str, texts: Mapping[str, Any], what: str = "entry", missing: str = ""
    ) -> None:
        self.name = name
        self.texts = texts
        self.what = what
        self.missing = missing

    def called(self) -> str:
        return self.name

    def part_names(self) -> Sequence[str]:
        return list(self.texts)

    def part(self, name: str) -> Any:
        if name not in self.texts:
            near = did_you_mean(name, list(self.texts))
            mend = near if near.startswith("did") or not self.missing else self.missing
            raise Refused(f"there is no {self.what} {self.name}.{name}", mend, EXPRESSION_NAME)
        found = self.texts[name]
        return SpokenText(found, f"{self.name}.{name}") if type(found) is str else found

    def known_part(self, name: str) -> Any:
        return self.part(name)

    def pick(self, key: Any) -> Any:
        return self.part(str(key))


class Sourced(Speaker):
    """A figure from elsewhere: it prints with its source in a footnote."""

    __slots__ = ("figure",)

    def __init__(self, figure: SourcedFigure) -> None:
        self.figure = figure

    def called(self) -> str:
        return f"sourced.{self.figure.key}"

    def part_names(self) -> Sequence[str]:
        return ("value", "source", "date", "full")

    def part(self, name: str) -> Any:
        figure = self.figure
        texts = {"value": figure.value, "source": figure.source}
        if figure.date is not None:
            texts["date"] = date_text(figure.date)
        texts["full"] = f"{figure.value} ({self._source()})"
        if name == "date" and name not in texts:
            raise Refused(f"{self.called()} has no date", "add 'date:' in report.yaml")
        if name not in texts:
            raise self.no_part(name)
        return SpokenText(texts[name], f"{self.called()}.{name}")

    def spoken(self) -> SpokenInlines:
        value = Value(self.figure.value, f"{self.called()}.value")
        source: list[Inline] = [Value(self._source(), f"{self.called()}.source")]
        if self.figure.url:
            source = [Link(self.figure.url, tuple(source))]
        return SpokenInlines([value, Footnote(((*source, Text(".")),))])

    def _source(self) -> str:
        day = self.figure.date
        parts = [self.figure.source.rstrip(". "), date_text(day) if day else ""]
        return ", ".join(part for part in parts if part)


def first_names_of(scope: Scope, report: Report) -> dict[str, Any]:
    """Every root but the functions. Raises nothing; a group's name hides no other root."""
    groups: dict[str, dict[str, Finding]] = {}
    for key, finding in scope.findings.items.items():
        group, _, name = key.partition(".")
        groups.setdefault(group, {})[name or group] = finding
    names: dict[str, Any] = {name: Group(name, items, scope) for name, items in groups.items()}
    findings = scope.findings
    sourced = {key: Sourced(figure) for key, figure in report.sourced.items()}
    names["report"] = Named(
        "report", report_texts(report), "field", "add it to 'variables:' in report.yaml"
    )
    names["sourced"] = Named(
        "sourced", sourced, "sourced figure", "add it to 'sourced:' in report.yaml"
    )
    names["cohorts"] = Named("cohorts", dict(findings.cohorts), "cohort")
    names["themes"] = Named("themes", dict(findings.themes), "theme")
    names["survey"] = Named("survey", _survey_texts(findings), "part")
    return names


def _survey_texts(findings: Findings) -> dict[str, Any]:
    known = findings.wave in findings.waves
    earlier = findings.waves[: findings.waves.index(findings.wave)] if known else ()
    texts: dict[str, Any] = {"wave": findings.wave}
    if earlier:
        texts["previous_wave"] = earlier[-1]
    for name, waves in (("waves", findings.waves), ("earlier_waves", earlier)):
        key = f"survey.{name}"
        texts[name] = Listing([SpokenText(wave, key) for wave in waves], key)
    return texts
