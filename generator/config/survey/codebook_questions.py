"""The questions of a codebook, with what they refer to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from generator.config.config_rules import CODEBOOK_NAMES, CODEBOOK_QUESTION
from generator.config.schema.schema_check import Checked
from generator.config.survey.codebook_parts import texts
from generator.config.survey.derived_questions import DerivedReader
from generator.config.yaml.yaml_file import YamlPath
from generator.errors import Problems, did_you_mean
from generator.model.survey.codebook import OTHER, Cohort, Question, QuestionKind, Scale

_CHOICE = ("scale", "single", "multi")


class QuestionsReader:
    """Reads every sound question; adds what is wrong to `problems`."""

    def __init__(
        self,
        checked: Checked,
        problems: Problems,
        cohorts: Mapping[str, Cohort],
        waves: tuple[str, ...],
        scales: Mapping[str, tuple[Scale, Mapping[str, str]]],
        themes: Mapping[str, str],
    ) -> None:
        self.checked = checked
        self.problems = problems
        self.cohorts = cohorts
        self.waves = waves
        self.scales = scales
        self.themes = themes
        self.not_applicable = texts(checked.get("not_applicable"))
        self.prefer_not_to_say = texts(checked.get("prefer_not_to_say"))

    def read(self) -> dict[str, Question]:
        """Every question by its id, in the order of the file."""
        data = self.checked.file.data
        entries = data.get("questions") if isinstance(data, Mapping) else None
        keys = list(entries) if isinstance(entries, Mapping) else []
        sound = {key: self.checked.get("questions", key) for key in keys}
        asked = {
            key: self._question(key, entry)
            for key, entry in sound.items()
            if entry is not None and "from" not in entry
        }
        derived = DerivedReader(self.checked, self.problems, asked)
        found: dict[str, Question] = {}
        for key, entry in sound.items():
            if entry is not None:
                question = asked[key] if key in asked else derived.read(key, entry)
                found |= {key: question} if question is not None else {}
        return found

    def _question(self, key: str, entry: Mapping[str, Any]) -> Question:
        at: YamlPath = ("questions", key)
        scale, renamed = self._scale(entry, at)
        kind = self._kind(entry, at, scale)
        options = texts(entry.get("options"))
        self._check_options(entry, at, kind, options or (scale.options if scale else ()))
        self._check_offered(entry, at, options or (scale.options if scale else ()))
        own = {old: str(new) for old, new in entry.get("renamed_options", {}).items()}
        self._check_known(entry, at)
        for name in {"bands", "groups"} & set(entry):
            what = f"only a question derived from another has {name!r}"
            self._problem((*at, name), what, "add 'from:' with the id of that question")
        return Question(
            id=key,
            text=" ".join(str(entry["text"]).split()),
            kind=kind,
            where=self.checked.file.where(at),
            texts={wave: texts(value) for wave, value in entry.get("texts", {}).items()},
            codes=texts(entry.get("codes")),
            options=options,
            renamed_options={**renamed, **own},
            scale=scale,
            reversed=bool(entry.get("reversed", False)),
            theme=str(entry.get("theme", "")),
            not_applicable=texts(entry.get("not_applicable")) or self.not_applicable,
            prefer_not_to_say=texts(entry.get("prefer_not_to_say")) or self.prefer_not_to_say,
            cohorts=texts(entry.get("cohorts")),
            waves=texts(entry.get("waves")),
            unit=str(entry.get("unit", "")),
            other=bool(entry.get("other", False)),
            minimum=entry.get("minimum"),
            maximum=entry.get("maximum"),
            offered={str(wave): texts(value) for wave, value in entry.get("offered", {}).items()},
            characteristic=bool(entry.get("characteristic", False)),
        )

    def _scale(
        self, entry: Mapping[str, Any], at: YamlPath
    ) -> tuple[Scale | None, Mapping[str, str]]:
        name = entry.get("scale")
        if name is None or not self.checked.sound("scales"):
            return None, {}
        if name not in self.scales:
            hint = did_you_mean(name, list(self.scales)) or "declare it under scales:"
            self._unknown((*at, "scale"), f"there is no scale {name!r}", hint)
            return None, {}
        return self.scales[name]

    def _kind(self, entry: Mapping[str, Any], at: YamlPath, scale: Scale | None) -> QuestionKind:
        kind = entry.get("kind") or (
            "scale" if "scale" in entry else "single" if "options" in entry else ""
        )
        if not kind:
            what = "says neither its kind nor a scale or options"
            self._problem(at, what, "add 'kind: text', 'kind: number' or another kind")
        if kind == "scale" and "scale" not in entry:
            self._problem(at, "is of the kind scale but names none", "add 'scale:'")
        if kind in ("single", "multi") and "options" not in entry and "scale" not in entry:
            self._problem(at, f"is of the kind {kind} but lists no options", "add 'options:'")
        if kind not in _CHOICE and ("options" in entry or "scale" in entry):
            self._problem(at, f"a question of the kind {kind} has no options", "remove them")
        if "options" in entry and "scale" in entry:
            self._problem(at, "has both a scale and options", "keep one of them")
        if entry.get("reversed") and kind != "scale":
            self._problem((*at, "reversed"), "only a scale can be reversed", "remove it")
        return cast(QuestionKind, kind or "text")

    def _check_options(
        self, entry: Mapping[str, Any], at: YamlPath, kind: str, options: tuple[str, ...]
    ) -> None:
        seen: dict[str, str] = {}
        for option in options:
            folded = " ".join(option.split()).casefold()
            if folded in seen:
                self._problem((*at, "options"), f"the option {option!r} stands twice", "remove one")
            seen[folded] = option
        for key in ("not_applicable", "prefer_not_to_say"):
            for answer in texts(entry.get(key)):
                if answer in options:
                    what = f"{answer!r} is an option as well"
                    self._problem((*at, key), what, "keep it in one of the two places")
        for old, new in entry.get("renamed_options", {}).items():
            if options and str(new) not in options:
                place = (*at, "renamed_options", old)
                self._unknown(place, f"{new!r} is no option", did_you_mean(str(new), options))
        if kind in _CHOICE and entry.get("unit"):
            self._problem((*at, "unit"), "only a number has a unit", "remove it")

    def _check_offered(
        self, entry: Mapping[str, Any], at: YamlPath, options: tuple[str, ...]
    ) -> None:
        for wave, offered in entry.get("offered", {}).items():
            place = (*at, "offered", wave)
            if self.waves and str(wave) not in self.waves:
                hint = did_you_mean(str(wave), self.waves)
                self._unknown(place, f"there is no wave {str(wave)!r}", hint)
            if not options:
                self._problem(place, "the question has no options", "remove it")
            for option in texts(offered):
                if options and option not in (*options, *([OTHER] if entry.get("other") else [])):
                    hint = did_you_mean(option, options)
                    self._unknown(place, f"{option!r} is no option", hint)

    def _check_known(self, entry: Mapping[str, Any], at: YamlPath) -> None:
        known = {"cohorts": tuple(self.cohorts), "waves": self.waves}
        for key, names in known.items():
            for name in texts(entry.get(key)):
                if names and name not in names:
                    what = f"there is no {key[:-1]} {name!r}"
                    self._unknown((*at, key), what, did_you_mean(name, names))
        theme = entry.get("theme")
        if theme is not None and self.checked.sound("themes") and theme not in self.themes:
            hint = did_you_mean(theme, list(self.themes)) or "declare it under themes:"
            self._unknown((*at, "theme"), f"there is no theme {theme!r}", hint)
        for key in entry.get("texts", {}):
            cohort, _, wave = key.rpartition(".")
            if self.waves and wave not in self.waves and key not in self.waves:
                what = f"there is no wave {wave or key!r}"
                self._unknown((*at, "texts", key), what, did_you_mean(wave, self.waves))
            elif cohort and key not in self.waves and self.cohorts and cohort not in self.cohorts:
                hint = did_you_mean(cohort, list(self.cohorts))
                self._unknown((*at, "texts", key), f"there is no cohort {cohort!r}", hint)
        low, high = entry.get("minimum"), entry.get("maximum")
        if low is not None and high is not None and low > high:
            self._problem((*at, "minimum"), f"the minimum {low} is above the maximum {high}", "")

    def _problem(self, at: YamlPath, what: str, mend: str) -> None:
        self.problems.add(CODEBOOK_QUESTION, self.checked.file.where(at), what, mend)

    def _unknown(self, at: YamlPath, what: str, mend: str) -> None:
        self.problems.add(CODEBOOK_NAMES, self.checked.file.where(at), what, mend)
