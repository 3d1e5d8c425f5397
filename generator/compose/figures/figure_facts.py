"""What a printed value is worked out from, as the survey's files declare it.

Only what findings hold is told: of a withheld figure neither count, base nor interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model.findings import (
    Change,
    Estimate,
    Finding,
    Findings,
    marks_explained,
)
from generator.model.frozen import dataclass
from generator.model.release.explained import AskedQuestion, FigureFacts
from generator.model.release.value_keys import KeyParts, read_value_key
from generator.model.report import SourcedFigure
from generator.model.survey.codebook import Codebook
from generator.model.survey.finding_specs import FindingsFile, FindingSpec
from generator.model.wording.dates import date_text
from generator.model.wording.english import counted, listed
from generator.model.wording.finding_notes import shown_notes
from generator.model.wording.rounding import PER_CENT, figure_text


@dataclass(frozen=True, slots=True)
class FactsOf:
    """Gives the facts of values. codebook, settings: None for a report without a survey."""

    findings: Findings
    sourced: Mapping[str, SourcedFigure]
    codebook: Codebook | None = None
    settings: FindingsFile | None = None

    def facts(self, key: str) -> FigureFacts:
        """What is known of the value of a key."""
        if key.startswith("sourced."):
            return self._sourced(key)
        parts = read_value_key(key, self.findings.items)
        if parts is not None:
            return self._of_finding(self.findings.items[parts.finding], parts)
        if key.startswith("quotation."):
            return self._quotation(key.removeprefix("quotation."))
        if key.startswith("file:"):
            return _of_table(key.removeprefix("file:"))
        if key.startswith("report."):
            return FigureFacts("typed", notes=("as it stands in report.yaml",))
        return self._of_cohort(key)

    def _sourced(self, key: str) -> FigureFacts:
        figure = self.sourced.get(key.split(".")[1])
        if figure is None:
            return FigureFacts()
        told = [figure.source, date_text(figure.date) if figure.date else "", figure.url]
        source = ", ".join(part for part in told if part)
        return FigureFacts("sourced", source=source, rounding="as in its source")

    def _quotation(self, name: str) -> FigureFacts:
        said = self.findings.quotations.get(name)
        if said is None:
            return FigureFacts()
        asked = self.codebook.questions.get(said.question) if self.codebook else None
        questions = (AskedQuestion(said.question, asked.text),) if asked else ()
        who = self.findings.cohorts.get(said.cohort, said.cohort)
        exports = self._exports([said.cohort], [said.wave])
        return FigureFacts(
            title="quotation", questions=questions, who=who, waves=(said.wave,), exports=exports
        )

    def _of_cohort(self, key: str) -> FigureFacts:
        """Of how a cohort was asked: 'sw.fieldwork@2022'."""
        cohort, _, rest = key.partition(".")
        _, _, wave = rest.partition("@")
        if cohort not in self.findings.cohorts or not wave:
            return FigureFacts()
        return FigureFacts(
            title=rest.split("@")[0],
            who=self.findings.cohorts[cohort],
            waves=(wave,),
            exports=self._exports([cohort], [wave]),
        )

    # ------------------------------------------------------------ of a finding
    def _of_finding(self, finding: Finding, parts: KeyParts) -> FigureFacts:
        if not parts.waves or parts.part == "title":  # or words beside a figure, of no wave
            return FigureFacts("words", finding.key, finding.title)
        waves = parts.waves
        found = [_estimate(finding, parts, wave) for wave in waves]
        spec, cohorts = self._spec(finding.key), self._cohorts(finding)
        who = listed([self.findings.cohorts.get(one, one) for one in cohorts])
        return FigureFacts(
            "survey",
            finding.key,
            finding.title,
            finding.measure,
            finding.definition,
            tuple(self.questions(finding)),
            parts.categories or (spec.options if spec else ()),
            f"{who}: {parts.group}" if parts.group is not None else who,
            waves,
            _each(waves, [one.count if one else None for one in found]),
            _each(waves, [one.base if one else None for one in found]),
            self._rounding(finding),
            _interval(finding, parts, found, self._confidence()),
            marks_explained(one.mark for one in found if one and one.mark),
            self._exports(cohorts, waves),
            notes=shown_notes(finding.notes),
        )

    def _spec(self, key: str) -> FindingSpec | None:
        specs = self.settings.findings if self.settings else ()
        return next((one for one in specs if one.key == key), None)

    def _cohorts(self, finding: Finding) -> tuple[str, ...]:
        spec = self._spec(finding.key)
        return spec.cohorts if spec else (finding.cohort,)

    def questions(self, finding: Finding) -> Iterator[AskedQuestion]:
        """The questions of a finding, each with its other wordings in the finding's waves."""
        cohorts = self._cohorts(finding)
        for name in finding.questions:
            text = finding.question_texts.get(name, name)
            known = self.codebook.questions.get(name) if self.codebook else None
            texts = known.texts if known else {}
            reworded: dict[str, list[str]] = {}
            for wave in finding.waves:
                for wording in _wordings(texts, cohorts, wave):
                    if wording != text:
                        reworded.setdefault(wording, []).append(wave)
            yield AskedQuestion(
                name, text, tuple((listed(waves), said) for said, waves in reworded.items())
            )

    def _rounding(self, finding: Finding) -> str:
        places = counted(finding.decimals, "decimal") if finding.decimals else "a whole number"
        base = self.settings.rules.rounding_base if self.settings else 1
        counts = f"; counts and bases to a multiple of {base}" if base > 1 else ""
        return f"half up to {places}{counts}"

    def _confidence(self) -> str:
        return f"{100 * (self.settings.confidence if self.settings else 0.95):g}%"

    def _exports(self, cohorts: Iterable[str], waves: Iterable[str]) -> tuple[str, ...]:
        asked, when = set(cohorts), set(waves)
        files = (
            name
            for one in self.findings.collections
            if one.cohort in asked and one.wave in when
            for name in one.exports
        )
        return tuple(dict.fromkeys(files))


def _of_table(file: str) -> FigureFacts:
    """Of a cell of a csv file in the report's folder, whose name is the council's own business."""
    source = "a table of the council's"
    return FigureFacts("sourced", source=source, rounding="as in its source", exports=(file,))


def _wordings(
    texts: Mapping[str, Sequence[str]], cohorts: Sequence[str], wave: str
) -> tuple[str, ...]:
    own = [one for cohort in cohorts for one in texts.get(f"{cohort}.{wave}", ())]
    return tuple(dict.fromkeys(own or texts.get(wave, ())))


def _estimate(finding: Finding, parts: KeyParts, wave: str) -> Estimate | None:
    """The figure of a wave; of several answers together their counts on their common base."""
    found = [finding.estimate(wave, one, parts.group) for one in parts.categories or (None,)]
    if len(found) == 1:
        return found[0]
    counts = [one.count for one in found if one is not None and one.count is not None]
    first = found[0]
    if first is None or len(counts) < len(found):
        return None
    return Estimate(wave, None, first.base, sum(counts))


def _each(waves: Sequence[str], numbers: Sequence[int | None]) -> str:
    """'63', of several waves '71 (2021), 63 (2022)'."""
    if len(waves) == 1:
        return "" if numbers[0] is None else f"{numbers[0]:,}"
    told = zip(waves, numbers, strict=True)
    return ", ".join(f"{number:,} ({wave})" for wave, number in told if number is not None)


def _interval(
    finding: Finding, parts: KeyParts, found: Sequence[Estimate | None], confidence: str
) -> str:
    if len(parts.waves) > 1:
        change = _change(finding, parts)
        unit = "points" if finding.unit == PER_CENT else ""
        return _range(change, finding.decimals, unit, f"{confidence} interval of the difference")
    one = found[-1]
    return _range(one, finding.decimals, finding.unit, f"{confidence} interval")


def _range(one: Estimate | Change | None, decimals: int, unit: str, named: str) -> str:
    if one is None or one.low is None or one.high is None:
        return ""
    low, high = (figure_text(end, decimals, unit) for end in (one.low, one.high))
    points = " percentage points" if unit == "points" else ""
    return f"{named}: {low} to {high}{points}"


def _change(finding: Finding, parts: KeyParts) -> Change | None:
    if len(parts.categories) > 1:
        return None
    category = parts.categories[0] if parts.categories else None
    wanted = (parts.waves[0], parts.waves[-1], category, parts.group)
    for one in finding.changes:
        if (one.earlier, one.later, one.category, one.group) == wanted:
            return one
    return None
