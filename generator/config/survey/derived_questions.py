"""Questions derived from others: the answers of one column in other groups."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from generator.config.config_rules import CODEBOOK_NAMES, CODEBOOK_QUESTION
from generator.config.schema.schema_check import Checked
from generator.config.survey.codebook_parts import texts
from generator.config.yaml.yaml_file import YamlPath
from generator.errors import Problems, did_you_mean
from generator.model.survey.codebook import NumberRange, Question

_KEYS = ("from", "text", "bands", "groups", "not_applicable")
_SINGLE = ("scale", "single")
_Bound = tuple[float, bool]


class DerivedReader:
    """Reads questions with `from:`; adds what is wrong to `problems`.

    asked: the questions that stand in exports, by id.
    """

    def __init__(self, checked: Checked, problems: Problems, asked: Mapping[str, Question]) -> None:
        self.checked = checked
        self.problems = problems
        self.asked = asked

    def read(self, key: str, entry: Mapping[str, Any]) -> Question | None:
        """The question; None where what it is derived from is not there."""
        at: YamlPath = ("questions", key)
        source = self._source(at, entry)
        for name in entry:
            if name not in _KEYS:
                what = f"a derived question takes no {name!r}"
                self._problem((*at, name), what, f"its keys are {', '.join(_KEYS)}")
        if source is None:
            return None
        bands = {name: NumberRange(**of) for name, of in entry.get("bands", {}).items()}
        groups = {str(name): texts(of) for name, of in entry.get("groups", {}).items()}
        self._check_shape(at, source, bands, groups)
        beside = texts(entry.get("not_applicable"))
        if groups:
            self._check_groups(at, source, groups, beside)
        return Question(
            id=key,
            text=" ".join(str(entry.get("text", source.text)).split()),
            kind="single",
            where=self.checked.file.where(at),
            texts={} if "text" in entry else source.texts,
            options=(*bands, *groups),
            not_applicable=beside,
            cohorts=source.cohorts,
            waves=source.waves,
            source=source.id,
            bands=bands,
            groups=groups,
        )

    def _source(self, at: YamlPath, entry: Mapping[str, Any]) -> Question | None:
        name = entry["from"]
        if name in self.asked:
            return self.asked[name]
        others = self.checked.file.data["questions"]
        other = others.get(name) if isinstance(others, Mapping) else None
        if isinstance(other, Mapping) and "from" in other:
            what = f"{name!r} is derived itself"
            self._problem((*at, "from"), what, f"derive this one from {other['from']!r} too")
        elif other is None:
            hint = did_you_mean(name, list(self.asked))
            where = self.checked.file.where((*at, "from"))
            self.problems.add(CODEBOOK_NAMES, where, f"there is no question {name!r}", hint)
        return None

    def _check_shape(
        self,
        at: YamlPath,
        source: Question,
        bands: Mapping[str, NumberRange],
        groups: Mapping[str, tuple[str, ...]],
    ) -> None:
        if bool(bands) == bool(groups):
            self._problem(at, "needs either 'bands' or 'groups'", "give one of the two")
        elif bands and source.kind != "number":
            what = f"{source.id!r} is no number, but {source.kind}"
            self._problem((*at, "bands"), what, "name its answers in 'groups'")
        elif groups and source.kind not in _SINGLE:
            what = f"{source.id!r} is of the kind {source.kind}"
            mend = (
                "use 'bands'" if source.kind == "number" else "it takes questions with one answer"
            )
            self._problem((*at, "groups"), what, mend)
        for one, other in combinations(bands, 2):
            if _overlap(bands[one], bands[other]):
                what = f"the bands {one!r} and {other!r} overlap"
                self._problem((*at, "bands"), what, "end one where the next begins")

    def _check_groups(
        self,
        at: YamlPath,
        source: Question,
        groups: Mapping[str, tuple[str, ...]],
        beside: tuple[str, ...],
    ) -> None:
        known = source.every_option
        placed: dict[str, str] = {}
        for name, option in _named(groups, beside):
            path = (*at, "groups", name) if name else (*at, "not_applicable")
            if option not in known:
                where = self.checked.file.where(path)
                what = f"{source.id!r} has no answer {option!r}"
                self.problems.add(CODEBOOK_NAMES, where, what, did_you_mean(option, known))
            elif option in placed:
                self._problem(path, f"{option!r} stands twice", "keep it in one place")
            placed[option] = name
        if left := [repr(option) for option in known if option not in placed]:
            what = f"no group has {', '.join(left)}"
            self._problem((*at, "groups"), what, "add it to one, or list it under not_applicable:")

    def _problem(self, at: YamlPath, what: str, mend: str) -> None:
        self.problems.add(CODEBOOK_QUESTION, self.checked.file.where(at), what, mend)


def _named(
    groups: Mapping[str, tuple[str, ...]], beside: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for name, options in groups.items():
        yield from ((name, option) for option in options)
    yield from (("", option) for option in beside)


def _overlap(one: NumberRange, other: NumberRange) -> bool:
    """Whether some number lies in both."""
    low = max(_lower(one), _lower(other))
    high = min(_upper(one), _upper(other))
    return low[0] < high[0] or (low[0] == high[0] and not low[1] and high[1])


def _lower(band: NumberRange) -> _Bound:
    """(bound, whether it is left out), the tighter of two."""
    least = -math.inf if band.at_least is None else band.at_least
    above = -math.inf if band.above is None else band.above
    return max((least, False), (above, True))


def _upper(band: NumberRange) -> _Bound:
    """(bound, whether it belongs to the band), the tighter of two."""
    most = math.inf if band.at_most is None else band.at_most
    below = math.inf if band.below is None else band.below
    return min((most, True), (below, False))
