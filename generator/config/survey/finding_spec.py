"""One finding of findings.yaml, read against the codebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.config.config_rules import FINDINGS_MEASURE, FINDINGS_NAMES
from generator.config.survey.finding_questions import QuestionReader, listed_texts
from generator.config.survey.finding_scores import (
    SHARE_OF_ITEMS,
    SharedItems,
    read_bands,
    was_asked,
)
from generator.config.survey.measure_keys import check_keys
from generator.config.yaml.yaml_file import YamlFile
from generator.errors import Problems, did_you_mean
from generator.model.frozen import dataclass
from generator.model.survey.codebook import Codebook, NumberRange
from generator.model.survey.finding_specs import Band, FindingSpec

_ONE_DECIMAL = ("mean", "median", "index")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What findings.yaml says once for all of its findings. waves: in codebook order."""

    wave: str
    waves: tuple[str, ...]
    decimals: int
    interval: bool
    test: bool
    missing_items: float
    bands: tuple[Band, ...]
    scale: str


class SpecReader:
    """Reads findings one by one and notes what is wrong with them."""

    def __init__(
        self, file: YamlFile, codebook: Codebook, defaults: Defaults, problems: Problems
    ) -> None:
        self.file = file
        self.codebook = codebook
        self.defaults = defaults
        self.problems = problems
        self._told: set[str] = set()

    def read(self, group: str, name: str) -> FindingSpec | None:
        """The finding `group.name`, or None when something is wrong with it."""
        path = ("findings", group, name)
        entry: Mapping[str, Any] = self.file.data["findings"][group][name]
        before = len(self.problems.found)
        check_keys(self.file, path, entry, self.problems)
        cohorts = self._cohorts(path, group, entry)
        if cohorts is None or len(self.problems.found) > before:
            return None
        questions = QuestionReader(self.file, self.codebook, path, entry, cohorts, self.problems)
        parts = questions.read()
        if len(self.problems.found) > before:
            return None
        wave, waves = self._waves(path, entry, cohorts, parts)
        if entry["measure"] in ("index", "bands") and entry.get("items", "common") == "common":
            items = SharedItems(self.codebook, cohorts, parts["questions"])
            if "waves" not in entry:
                waves = items.comparable(waves, wave)
            parts["questions"], parts["left_out"] = items.shared(waves)
            if not parts["questions"]:
                self._nothing_shared(path, waves)
        bands = self._bands(path, entry)
        self._since(path, entry, wave, waves)
        self._quotations(path, entry, cohorts)
        if len(self.problems.found) > before:
            return None
        return FindingSpec(
            key=f"{group}.{name}",
            cohorts=cohorts,
            where=self.file.where(path),
            wave=wave,
            waves=waves,
            bands=bands,
            **parts,
            **self._plain(entry),
            strict=self._strict(entry, parts["questions"]),
        )

    def _plain(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        """The keys that need no checking against the codebook."""
        measure, defaults = entry["measure"], self.defaults
        numbers = entry.get("numbers")
        missing = entry.get("missing_items")
        return {
            "measure": measure,
            "numbers": NumberRange(**numbers) if numbers else None,
            "decimals": entry.get("decimals", self._decimals(entry)),
            "as_needed": measure == "median" and "decimals" not in entry,
            "title": entry.get("title", ""),
            "definition": entry.get("definition", ""),
            "note": entry.get("note", ""),
            "scale": entry.get("scale", defaults.scale),
            "interval": entry.get("interval", defaults.interval),
            "test": entry.get("test", defaults.test),
            "weighted": entry.get("weighted", bool(self.codebook.weights)),
            "missing_items": defaults.missing_items if missing is None else SHARE_OF_ITEMS[missing],
            "items": entry.get("items", "common"),
            "of": entry.get("of", "top_box") if measure == "ranking" else None,
            "pick": entry.get("pick", "best"),
            "number": entry.get("number", 5),
            "since": str(entry.get("since", "")),
            "ids": listed_texts(entry.get("ids", ())),
        }

    def _strict(self, entry: Mapping[str, Any], questions: Sequence[str]) -> bool | None:
        """As the finding says; else True for personal characteristics, of which groups are made."""
        asked = self.codebook.questions
        told = any(asked[question].characteristic for question in questions)
        strict: bool | None = entry.get("breakdown", True if told else None)
        return strict

    def _decimals(self, entry: Mapping[str, Any]) -> int:
        measure = entry.get("of", "top_box") if entry["measure"] == "ranking" else entry["measure"]
        return 1 if measure in _ONE_DECIMAL else self.defaults.decimals

    def _cohorts(
        self, path: Sequence[str], group: str, entry: Mapping[str, Any]
    ) -> tuple[str, ...] | None:
        """The cohorts of a finding; None where its group is no cohort, which is noted."""
        known = list(self.codebook.cohorts)
        if "cohort" not in entry and group not in known:
            what = f"{group!r} is not a cohort of {self.codebook.file}, and no cohort is given"
            mend = did_you_mean(group, known) or f"write 'cohort:', one of {', '.join(known)}"
            if group not in self._told:  # said once, at the first finding of the group
                self.problems.add(FINDINGS_NAMES, self.file.where(path), what, mend)
            self._told.add(group)
            return None
        cohorts = listed_texts(entry.get("cohort", group))
        for name in cohorts:
            if name not in known:
                what = f"there is no cohort {name!r} in {self.codebook.file}"
                self.problems.add(
                    FINDINGS_NAMES,
                    self.file.where((*path, "cohort")),
                    what,
                    did_you_mean(name, known),
                )
        return cohorts

    def _waves(
        self,
        path: Sequence[str],
        entry: Mapping[str, Any],
        cohorts: Sequence[str],
        parts: Mapping[str, Any],
    ) -> tuple[str, tuple[str, ...]]:
        before = len(self.problems.found)
        asked = self._asked(cohorts, parts, entry["measure"])
        waves = [wave for wave in self.defaults.waves if wave in asked]
        if "waves" in entry:
            wanted = [str(wave) for wave in entry["waves"]]
            for index, wave in enumerate(wanted):
                self._check_wave((*path, "waves", index), wave, asked)
            waves = [wave for wave in self.codebook.waves if wave in wanted and wave in asked]
        if "wave" in entry:
            wave = str(entry["wave"])
            self._check_wave((*path, "wave"), wave, asked)
            if wave in asked and wave not in waves:
                waves = [name for name in self.codebook.waves if name in (*waves, wave)]
            return wave, tuple(waves)
        wave = self.defaults.wave
        if wave not in waves and len(self.problems.found) == before:
            self._not_asked(path, wave, waves, entry["measure"])
        return wave, tuple(waves)

    def _nothing_shared(self, path: Sequence[str], waves: Sequence[str]) -> None:
        what = f"none of its questions was asked in each of {', '.join(waves)}"
        mend = "name the waves to compare with 'waves:', or write 'items: own' for scores that no "
        mend += "change is worked out of"
        self.problems.add(FINDINGS_MEASURE, self.file.where(path), what, mend)

    def _not_asked(
        self, path: Sequence[str], wave: str, waves: Sequence[str], measure: str
    ) -> None:
        if measure == "response_rate":
            what = f"it is not known how many were sent the survey in {wave}"
            mend = f"add 'sent:' to its file in {self.codebook.file}"
        else:
            what = f"has no answers in {wave}, the report's wave"
            mend = f"check cohorts and waves of the question in {self.codebook.file}"
        if waves:
            mend += f", or write 'wave: \"{waves[-1]}\"' to quote an earlier one"
        self.problems.add(FINDINGS_NAMES, self.file.where(path), what, mend)

    def _check_wave(self, path: Sequence[str | int], wave: str, asked: Sequence[str]) -> None:
        if wave not in self.codebook.waves:
            what = f"there is no wave {wave!r} in {self.codebook.file}"
            self.problems.add(
                FINDINGS_NAMES, self.file.where(path), what, did_you_mean(wave, self.codebook.waves)
            )
        elif wave not in asked:
            mend = f"asked in {', '.join(asked)}" if asked else "it was never asked"
            self.problems.add(
                FINDINGS_NAMES, self.file.where(path), f"was not asked in {wave}", mend
            )

    def _asked(
        self, cohorts: Sequence[str], parts: Mapping[str, Any], measure: str
    ) -> tuple[str, ...]:
        """Waves with an export of every cohort, in which some item and every group was asked."""
        needs_sent = measure == "response_rate" and not parts.get("by")
        exports = {
            (file.cohort, file.wave)
            for file in self.codebook.files
            if not needs_sent or file.sent is not None
        }
        groups = (*parts.get("by", ()), *parts.get("only", {}))
        items = parts.get("questions", ()) if measure != "quotation" else ()

        def asked(wave: str) -> bool:
            return all(
                (cohort, wave) in exports
                and all(was_asked(self.codebook, name, cohort, wave) for name in groups)
                for cohort in cohorts
            ) and (
                not items
                or any(was_asked(self.codebook, q, c, wave) for q in items for c in cohorts)
            )

        return tuple(wave for wave in self.codebook.waves if asked(wave))

    def _bands(self, path: Sequence[str], entry: Mapping[str, Any]) -> tuple[Band, ...]:
        if entry["measure"] not in ("bands", "index"):
            return ()
        if entry.get("bands") is None:
            return self.defaults.bands
        return read_bands(self.file, (*path, "bands"), entry["bands"], self.problems)

    def _since(
        self, path: Sequence[str], entry: Mapping[str, Any], wave: str, waves: Sequence[str]
    ) -> None:
        by_change = entry["measure"] == "ranking" and entry.get("pick", "best") not in (
            "best",
            "worst",
        )
        if "since" in entry:
            since = str(entry["since"])
            before = waves[: waves.index(wave)] if wave in waves else ()
            if since not in before:
                what = f"{since!r} is not an earlier wave with answers"
                self.problems.add(
                    FINDINGS_NAMES,
                    self.file.where((*path, "since")),
                    what,
                    did_you_mean(since, tuple(before)),
                )
        elif by_change and len(waves) < 2:
            what = "a ranking by change needs an earlier wave"
            self.problems.add(
                FINDINGS_MEASURE, self.file.where(path), what, "use 'pick: best' or 'pick: worst'"
            )

    def _quotations(
        self, path: Sequence[str], entry: Mapping[str, Any], cohorts: Sequence[str]
    ) -> None:
        for index, name in enumerate(listed_texts(entry.get("ids", ()))):
            where = self.file.where((*path, "ids", index))
            known = self.codebook.quotations
            if name not in known:
                what = f"there is no approved quotation {name!r} in {self.codebook.file}"
                mend = did_you_mean(name, list(known)) or "approve it there under 'quotations:'"
                self.problems.add(FINDINGS_NAMES, where, what, mend)
            elif known[name].cohort not in cohorts:
                what = f"quotation {name!r} is of cohort {known[name].cohort!r}"
                self.problems.add(FINDINGS_NAMES, where, what, "take one of " + ", ".join(cohorts))
