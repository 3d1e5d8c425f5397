"""The method note: how the figures came about and what they can bear, in generated sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.model.findings import Collection, Estimate, Finding
from generator.model.survey.codebook import Codebook
from generator.model.survey.finding_specs import FindingsFile, FindingSpec
from generator.model.wording.dates import period_phrase
from generator.model.wording.english import counted, listed, quoted
from generator.model.wording.rounding import PER_CENT, figure_text, number_text
from generator.survey.measures.titles import earlier_wordings

_OF_ALL_ASKED = ("response_rate", "representativeness")
_LEFT_OUT = {1.0: "any of the questions", 0.5: "more than half of them", 0.0: "all of them"}
_DECIMALS = ("whole numbers", "one decimal", "two decimals", "three decimals")


def method_note(
    codebook: Codebook,
    collections: Sequence[Collection],
    settings: FindingsFile,
    items: Mapping[str, Finding],
) -> tuple[str, ...]:
    """Sentences on fieldwork, replies, what was left out, bases, rounding, withholding, changed
    wording, intervals and caveats. Only published figures are told.
    """
    note = _Note(codebook, collections, settings, items)
    return (
        *note.fieldwork(),
        *note.replies(),
        *note.left_out(),
        *note.bases(),
        *note.weights(),
        *note.rounding(),
        *note.scores(),
        *note.withheld(),
        *note.wordings(),
        *note.intervals(),
        *note.caveats(),
        *settings.method,
    )


class _Note:
    def __init__(
        self,
        codebook: Codebook,
        collections: Sequence[Collection],
        settings: FindingsFile,
        items: Mapping[str, Finding],
    ) -> None:
        self.codebook = codebook
        self.settings = settings
        self.items = items
        self.specs = settings.findings
        used = {cohort for spec in settings.findings for cohort in spec.cohorts}
        self.collections = [
            found for found in collections if found.cohort in used and found.wave in settings.waves
        ]

    # ------------------------------------------------------------ how the answers came in
    def fieldwork(self) -> Iterator[str]:
        """When the surveys were open; one sentence for cohorts that share their days."""
        now = [found for found in self.collections if found.wave == self.settings.wave]
        shared: dict[tuple[date, date], list[str]] = {}
        for found in now:
            if found.fieldwork_from and found.fieldwork_to:
                days = (found.fieldwork_from, found.fieldwork_to)
                shared.setdefault(days, []).append(self._name(found.cohort))
        for (first, last), names in shared.items():
            yield f"The survey of {listed(names)} was open {period_phrase(first, last)}."

    def replies(self) -> Iterator[str]:
        """Sent and replied, for each cohort in the report's wave and in earlier ones."""
        for cohort, found in self._by_cohort().items():
            *earlier, last = found
            if last.wave != self.settings.wave:
                earlier, last = [], found[-1]
            sentence = self._reply(cohort, last)
            if earlier:
                before = [self._short_reply(one) for one in reversed(earlier)]
                sentence += f" In earlier surveys the replies were {listed(before)}."
            yield sentence

    def left_out(self) -> Iterator[str]:
        """What filters took out, by reason; one sentence for cohorts that lost the same."""
        alike: dict[str, list[str]] = {}
        for cohort, found in self._by_cohort().items():
            waves: dict[str, list[str]] = {}
            for one in found:
                reasons = [counted(n, reason) for reason, n in one.excluded.items() if n]
                if reasons:
                    waves.setdefault(listed(reasons), []).append(self._wave(one.wave))
            parts = [
                f"{reasons} in {'each of ' if len(names) > 1 else ''}{listed(names)}"
                for reasons, names in waves.items()
            ]
            if parts:
                alike.setdefault("; ".join(parts), []).append(self._name(cohort))
        for text, names in alike.items():
            of = listed(names) + (" alike" if len(names) > 1 else "")
            yield f"Left out of the replies before counting, for {of}: {text}."

    # ------------------------------------------------------------ figures
    def bases(self) -> Iterator[str]:
        """Who the figures are based on."""
        yield (
            "Each figure is based on those who answered the question: blanks and answers such as "
            f"{quoted('not applicable')} or {quoted('prefer not to say')} are left out."
        )
        if any(spec.measure == "multi" for spec in self.specs):
            yield (
                "Where people could choose several answers, the figures are based on those who "
                "chose at least one, and they can add up to more than 100%."
            )
        ranges = []
        for cohort in self._by_cohort():
            found = [estimate.base for estimate in self._whole(cohort) if estimate.base]
            if found and min(found) < max(found):
                ranges.append(f"from {min(found)} to {max(found)} for {self._name(cohort)}")
        if ranges:
            wave = self._wave(self.settings.wave)
            yield f"In {wave} the bases of figures for all who replied range {listed(ranges)}."

    def weights(self) -> Iterator[str]:
        """Whether answers were weighted."""
        if self.codebook.weights and any(spec.weighted for spec in self.specs):
            medians = any(spec.measure == "median" for spec in self.specs)
            what = "Figures other than medians" if medians else "Figures"
            some = "" if all(spec.weighted for spec in self.specs) else " unless they say otherwise"
            yield f"{what} are weighted{some}; counts and bases are numbers of people."

    def rounding(self) -> Iterator[str]:
        """How figures are rounded, and what follows for differences."""
        unit = self.settings.rules.rounding_base
        if unit > 1:
            yield (
                f"Counts and bases are rounded to the nearest {unit}, and percentages are worked "
                "out from the rounded counts."
            )
        source = "the rounded counts" if unit > 1 else "unrounded figures"
        yield (
            f"Percentages are rounded to {_DECIMALS[self.settings.decimals]} unless shown "
            "otherwise, so shares may not add up to 100%."
        )
        yield (
            f"Changes are worked out from {source} and rounded last, so they can differ by one "
            "from the difference of two printed figures."
        )

    def scores(self) -> Iterator[str]:
        """How index scores are made."""
        scored = [
            spec
            for spec in self.specs
            if "index" in (spec.measure, spec.of)
            or (spec.measure == "bands" and self._is_scored(spec.questions[0]))
        ]
        if not scored:
            return
        yield "Scores run from 0 for the worst answer to 100 for the best."
        rules = {
            spec.missing_items
            for spec in scored
            if len(spec.questions) > 1 and spec.measure != "ranking"
        }
        if rules:
            left_out = _LEFT_OUT[rules.pop()] if len(rules) == 1 else "too many of them"
            yield (
                "Scores of several questions are averaged for each person first; people who left "
                f"out {left_out} have no score."
            )

    def withheld(self) -> Iterator[str]:
        """The rules of disclosure control, and whether anything was withheld."""
        rules = self.settings.rules
        text = f"Figures based on fewer than {rules.base(False)} people are not published"
        if rules.minimum_cell:
            least = rules.minimum_cell
            text += f", nor where fewer than {least} gave the answer or fewer than {least} did not"
        yield text + "."
        if any(spec.breakdown for spec in self.specs):
            least, base = rules.cell(True), rules.base(True)
            of = "For groups"
            if any(self._is_characteristic(spec) for spec in self.specs):
                of = "For groups, and for questions on personal characteristics,"
            text = f"{of} the figures must be based on at least {base} people"
            if least:
                text += f", and at least {least} must have given the answer and {least} must not"
            yield text + "."
        estimates = [estimate for item in self.items.values() for estimate in item.estimates]
        if any(estimate.mark == "[c]" for estimate in estimates):
            yield (
                "Figures marked [c] are withheld for this reason, or so that a withheld figure "
                "cannot be worked out from the others."
            )
        if any(estimate.mark == "[u]" for estimate in estimates):
            least = rules.unreliable_base
            yield f"Figures marked [u] are based on fewer than {least} people and are unreliable."

    def wordings(self) -> Iterator[str]:
        """How many questions were put differently in earlier waves."""
        changed = sum(self._is_reworded(question) for question in self.settings.questions())
        if changed:
            what = "one question was" if changed == 1 else f"{changed} questions were"
            yield (
                f"In some of the earlier surveys {what} worded differently, which may be part of a "
                "change; the notes to the tables give the earlier wording."
            )

    def intervals(self) -> Iterator[str]:
        """What intervals and tests are."""
        shown = any(spec.interval for spec in self.specs)
        tested = any(spec.test for spec in self.specs)
        share = number_text(100 * self.settings.confidence)
        corrected = (
            " They allow for how many of those asked replied." if self.settings.correction else ""
        )
        if shown:
            means = any(
                spec.interval and {spec.measure, spec.of} & {"mean", "index", "net"}
                for spec in self.specs
            )
            of_means = ", and of means and scores by the normal distribution" if means else ""
            yield (
                f"Intervals are {share}% confidence intervals: of shares by Wilson's method, of "
                f"differences of shares by Newcombe's{of_means}.{corrected}"
            )
        if tested:
            yield (
                "A change is called significant only where a two-proportion test finds that chance "
                "alone would give so large a change less than once in 20 times."
                + ("" if shown else corrected.replace("They allow", "The test allows"))
            )

    def caveats(self) -> Iterator[str]:
        """What the figures cannot bear."""
        again = (
            ", and many of the same people may answer each time"
            if len({one.wave for one in self.collections}) > 1
            else ""
        )
        yield (
            f"Those who reply are not a random sample of those asked{again}, so the figures "
            "describe those who replied."
        )
        if any(spec.interval or spec.test for spec in self.specs):
            yield "Intervals and tests treat the replies as if they were random and independent."

    # ------------------------------------------------------------ parts
    def _by_cohort(self) -> dict[str, list[Collection]]:
        found: dict[str, list[Collection]] = {}
        for one in self.collections:
            found.setdefault(one.cohort, []).append(one)
        order = {wave: index for index, wave in enumerate(self.codebook.waves)}
        for entries in found.values():
            entries.sort(key=lambda one: order[one.wave])
        return found

    def _whole(self, cohort: str) -> Iterator[Estimate]:
        """Published figures of a whole cohort in the report's wave."""
        for spec in self.specs:
            if spec.cohorts != (cohort,) or spec.breakdown or spec.measure in _OF_ALL_ASKED:
                continue
            for estimate in self.items[spec.key].estimates:
                if estimate.wave == self.settings.wave and estimate.value is not None:
                    yield estimate

    def _is_scored(self, question: str) -> bool:
        return self.codebook.questions[question].kind != "number"

    def _is_characteristic(self, spec: FindingSpec) -> bool:
        """Whether a finding of a whole cohort is held to the minimums of groups by its question."""
        asked = self.codebook.questions
        told = any(asked[question].characteristic for question in spec.questions)
        return told and spec.strict is True and not spec.by and not spec.only

    def _is_reworded(self, question: str) -> bool:
        found = self.codebook.questions[question]
        cohorts = found.cohorts or tuple(self.codebook.cohorts)
        waves = [wave for wave in self.settings.waves if not found.waves or wave in found.waves]
        return any(
            earlier_wordings(found, [cohort], waves, waves[-1]) for cohort in cohorts if waves
        )

    def _reply(self, cohort: str, found: Collection) -> str:
        wave, label = self._wave(found.wave), self.codebook.cohorts[cohort].label
        if not found.sent:
            return f"{label}: in {wave}, {number_text(found.received)} replies were counted."
        return (
            f"{label}: in {wave} the survey was sent to {number_text(found.sent)} people and "
            f"{number_text(found.received)} replies were counted ({_rate(found)})."
        )

    def _short_reply(self, found: Collection) -> str:
        if not found.sent:
            return f"{number_text(found.received)} in {self._wave(found.wave)}"
        return (
            f"{number_text(found.received)} of {number_text(found.sent)} ({_rate(found)}) in "
            f"{self._wave(found.wave)}"
        )

    def _name(self, cohort: str) -> str:
        return self.codebook.cohorts[cohort].name

    def _wave(self, wave: str) -> str:
        return self.codebook.wave_labels.get(wave, wave)


def _rate(found: Collection) -> str:
    return "" if found.rate is None else figure_text(found.rate, 0, PER_CENT)
