"""Random surveys, small enough that a solver can think of every possible answer."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.codebook import Codebook, Question, Scale
from generator.model.finding_specs import FindingsFile
from generator.model.findings import Findings
from generator.survey.compute import findings_of
from tests.survey.disclosure.attacker import COHORT, STAFF, leaks
from tests.survey.disclosure.program import Test
from tests.survey.made import HERE, answers, codebook, question, responses, settings

THREE = Scale("three", ("good", "fair", "bad"), (100, 50, 0), 1)
HOURS = [str(hours) for hours in range(0, 12, 2)]
BANDS = "bands: [{name: high, from: 75}, {name: middle, above: 25}, {name: low}]"
RULES = (
    "",
    "",
    "",
    "rounding_base: 5",
    "minimum_cell: 5",
    "protection_range: 8",
    "minimum_base_breakdown: 20",
)
COMMON = (
    "{measure: shares, question: s}",
    "{measure: representativeness, question: s}",
    "{measure: response_rate, by: s}",
    "{measure: shares, question: s, by: t}",
    "{measure: shares, question: s, where: {t: T1}}",
)
MENUS: Mapping[str, tuple[str, ...]] = {
    "scale": (
        "{measure: percent, question: q, options: [good]}",
        "{measure: shares, question: q}",
        "{measure: index, question: q}",
        "{measure: percent, question: q, options: [good], by: s}",
        "{measure: shares, question: q, by: s}",
        "{measure: index, question: q, by: s}",
        "{measure: net, question: q, by: t}",
        "{measure: shares, question: q, by: t}",
        "{measure: percent, question: q, options: [good], by: [s, t]}",
        "{measure: percent, question: q, options: [good, fair], where: {t: T1}}",
        "{measure: percent, question: q, options: [good], where: {t: T1}, by: s}",
        "{measure: percent, question: q, options: [good], where: {s: [S1, S2]}}",
        "{measure: shares, question: q, where: {s: [S1, S2], t: T1}}",
        "{measure: percent, question: q, options: [good], cohort: [sw, wf], by: s}",
        "{measure: percent, question: q, options: [good], cohort: wf}",
    ),
    "several": (
        "{measure: multi, question: u}",
        "{measure: multi, question: u, by: s}",
        "{measure: multi, question: u, by: t}",
        "{measure: multi, question: u, where: {t: T1}}",
        "{measure: percent, question: u, options: [a], by: s}",
        "{measure: percent, question: u, options: [a, b], by: s}",
        "{measure: percent, question: u, options: [b], where: {u: [a], s: [S1, S2]}}",
        "{measure: multi, question: u, cohort: [sw, wf]}",
    ),
    "theme": (
        f"{{measure: bands, theme: th, {BANDS}}}",
        f"{{measure: bands, theme: th, by: s, {BANDS}}}",
        f"{{measure: bands, theme: th, by: s, {BANDS}}}",
        f"{{measure: bands, theme: th, where: {{t: T1}}, {BANDS}}}",
        "{measure: index, theme: th}",
        "{measure: index, theme: th, by: s}",
        "{measure: shares, question: q, by: s}",
        "{measure: shares, question: r, by: s}",
        "{measure: percent, question: q, options: [good], by: s}",
        "{measure: shares, question: q}",
        "{measure: shares, question: r}",
        "{measure: index, question: r, by: s}",
    ),
    "number": (
        "{measure: mean, question: h}",
        "{measure: mean, question: h, by: s}",
        "{measure: median, question: h, by: s}",
        "{measure: median, question: h}",
        "{measure: mean, question: h, by: t}",
        "{measure: mean, question: h, where: {t: T1}}",
        "{measure: percent, question: h, numbers: {above: 5}, by: s}",
        "{measure: bands, question: h, bands: [{name: many, from: 6}, {name: few}], by: t}",
    ),
}


@dataclass(frozen=True)
class Survey:
    """A codebook, the answers of each cohort, and what is to be published of them."""

    book: Codebook
    rows: Mapping[str, list[dict[str, Any]]]
    yaml: str
    settings: FindingsFile

    def findings(self) -> Findings:
        """The findings, as they are published."""
        parts = [answers(self.book, rows, cohort) for cohort, rows in self.rows.items()]
        return findings_of(responses(self.book, *parts), self.settings)

    def truth(self) -> Callable[[Test], int]:
        """How many people, or heads of staff, a test is true of."""
        people = [
            {COHORT: cohort, **{key: _as_read(value) for key, value in row.items()}}
            for cohort, rows in self.rows.items()
            for row in rows
        ]
        if "representativeness" in self.yaml:
            blank = dict.fromkeys(self.book.questions)
            people += [
                {COHORT: STAFF, **blank, entry.question: option}
                for entry in self.book.workforce
                for option, size in entry.counts.items()
                for _ in range(size)
            ]
        return lambda test: round(sum(test(row) for row in people))

    def leaks(self) -> list[str]:
        """Withheld figures that a reader can narrow down further than promised."""
        found = self.findings()
        return leaks(self.book, self.settings, found, self.truth(), whole=True)


def random_survey(seed: int) -> Survey:
    """The survey of a number: the same for the same number."""
    chance = random.Random(seed)
    subject = chance.choice(list(MENUS))
    groups = [f"S{n + 1}" for n in range(chance.choice((3, 3, 4)))]
    rows = {c: _rows(chance, groups, chance.randint(10, 70)) for c in ("sw", "wf")}
    heads = {
        group: sum(row["s"] == group for row in rows["sw"]) + chance.randint(0, 6)
        for group in groups
    }
    book = _book(groups, heads)
    menu = chance.sample(MENUS[subject], chance.randint(2, 4))
    menu += chance.sample(COMMON, chance.choice((0, 0, 1, 1, 2)))
    rule = chance.choice(RULES)
    listed = "".join(f"    f{at}: {entry}\n" for at, entry in enumerate(dict.fromkeys(menu)))
    yaml = (f"disclosure: {{{rule}}}\n" if rule else "") + f"findings:\n  sw:\n{listed}"
    return Survey(book, rows, yaml, settings(book, yaml))


def _book(groups: list[str], heads: Mapping[str, int]) -> Codebook:
    items = [Question(key, key, "scale", HERE, scale=THREE, theme="th") for key in "qr"]
    return codebook(
        [
            question("s", "single", groups),
            question("t", "single", ["T1", "T2"]),
            *items,
            question("u", "multi", ["a", "b", "c"]),
            question("h", "number", HOURS),
        ],
        cohorts=("sw", "wf"),
        sent=500,
        workforce={"s": heads},
        themes={"th": "Theme"},
    )


def _rows(chance: random.Random, groups: list[str], size: int) -> list[dict[str, Any]]:
    """Answers that lean to one side, in groups of unlike size; some people leave things out."""
    shares = [chance.choice((1, 2, 4, 8)) for _ in groups]
    part = chance.choice((0.05, 0.3, 0.5))
    tastes = {group: [chance.choice((1, 1, 3, 9)) for _ in range(3)] for group in groups}
    blank = chance.choice((0.0, 0.0, 0.1))
    alone = chance.random() < 0.5

    def answered(value: Any) -> Any:
        return None if chance.random() < blank else value

    found = []
    for _ in range(size):
        group = chance.choices(groups, shares)[0]
        options = chance.choices("abc", tastes[group], k=1 if alone else chance.randint(1, 3))
        points = [chance.choices(THREE.options, tastes[group])[0] for _ in "qr"]
        found.append({
            "s": answered(group),
            "t": "T2" if chance.random() < part else "T1",
            "q": answered(points[0]),
            "r": answered(points[1]),
            "u": answered(sorted(set(options))),
            "h": answered(chance.choices(HOURS[:3], tastes[group])[0]),
        })  # fmt: skip
    return found


def _as_read(value: Any) -> Any:
    return (frozenset(value) or None) if isinstance(value, list) else value
