"""Random surveys, small enough that a solver can think of every possible answer."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.config.files import Files
from generator.model.findings import Findings
from generator.model.survey.codebook import Codebook, Headcount, Question, Scale
from generator.model.survey.finding_specs import FindingsFile
from generator.publish.register import publication_of
from generator.survey.answers.responses import Responses
from generator.survey.compute import findings_of
from generator.survey.recall import recall
from tests.attack.published import Outside, outside
from tests.survey.disclosure.attacker import COHORT, STAFF, leaks
from tests.survey.disclosure.program import Test
from tests.survey.made import HERE, answers, codebook, question, responses, settings
from tests.survey.published.surveys import report_named

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

WIDER = (
    "{measure: shares, question: v}",
    "{measure: representativeness, question: v}",
    "{measure: response_rate, by: v}",
    "{measure: shares, question: v, where: {t: T1}}",
    "{measure: shares, question: v, by: t}",
)
WIDER_OF: Mapping[str, tuple[str, ...]] = {
    "scale": (
        "{measure: percent, question: q, options: [good], by: v}",
        "{measure: shares, question: q, by: v}",
        "{measure: index, question: q, by: v}",
        "{measure: percent, question: q, options: [good], where: {v: [V1]}, by: t}",
    ),
    "several": (
        "{measure: multi, question: u, by: v}",
        "{measure: percent, question: u, options: [a, b], by: v}",
    ),
    "theme": (
        f"{{measure: bands, theme: th, by: v, {BANDS}}}",
        "{measure: index, theme: th, by: v}",
        "{measure: shares, question: r, by: v}",
    ),
    "number": ("{measure: mean, question: h, by: v}", "{measure: median, question: h, by: v}"),
}
"""Findings by areas, of which each is made of some of the services s."""


@dataclass(frozen=True)
class Survey:
    """A codebook, the answers of each cohort, and what is to be published of them.

    before: what was published before, as findings.yaml; '' for nothing. weights: of each answer.
    """

    book: Codebook
    rows: Mapping[str, list[dict[str, Any]]]
    yaml: str
    before: str = ""
    weights: Mapping[str, list[float]] = field(default_factory=dict)

    @property
    def settings(self) -> FindingsFile:
        """The findings to be published, after those that were published before."""
        now = settings(self.book, self.yaml)
        earlier = settings(self.book, self.before).findings if self.before else ()
        return replace(now, findings=(*earlier, *now.findings))

    def _responses(self) -> Responses:
        parts = [
            answers(self.book, rows, cohort, weights=self.weights.get(cohort))
            for cohort, rows in self.rows.items()
        ]
        return responses(self.book, *parts)

    def findings(self) -> Findings:
        """The findings, as they are published, with those that were published before."""
        given, now = self._responses(), settings(self.book, self.yaml)
        if not self.before:
            return findings_of(given, now)
        first = settings(self.book, self.before)
        earlier = findings_of(given, first)
        entry = publication_of("first", report_named("first"), self.book, first, earlier)
        known = recall([entry], given, now, Path(), Files(Path()))
        found = findings_of(given, now, before=known)
        return replace(found, items={**earlier.items, **found.items})

    def truth(self) -> Callable[[Test], int]:
        """How many people, or heads of staff, a test is true of."""
        people = [
            {COHORT: cohort, **{key: _as_read(value) for key, value in row.items()}}
            for cohort, rows in self.rows.items()
            for row in rows
        ]
        if "representativeness" in self.before + self.yaml:
            blank = dict.fromkeys(self.book.questions)
            people += [
                {COHORT: STAFF, **blank, "s": service, "v": _area(service)}
                for service, size in self.book.workforce[0].counts.items()
                for _ in range(size)
            ]
        return lambda test: round(sum(test(row) for row in people))

    def outside(self, folder: Path) -> Outside:
        """What an outsider has of it: built for publication in an empty folder.

        Of one report: what was published before stands in another.
        """
        rows = dict(self.rows)
        for cohort, weights in self.weights.items():
            pairs = zip(self.rows[cohort], weights, strict=True)
            rows[cohort] = [{**row, "weight": str(weight)} for row, weight in pairs]
        return outside(
            folder, _codebook_yaml(self.book), self.yaml, rows, replace(self, before="").findings()
        )

    def leaks(self, found: Findings | None = None) -> list[str]:
        """Withheld figures that a reader of some findings can narrow down further than promised."""
        found = self.findings() if found is None else found
        before = settings(self.book, self.before).findings if self.before else ()
        known = [spec.key for spec in before]
        return leaks(self.book, self.settings, found, self.truth(), whole=True, known=known)

    def leaks_outside(self, folder: Path) -> list[str]:
        """The same from the public files, and numbers that these print for withheld figures."""
        seen = self.outside(folder)
        return [*seen.told(), *replace(self, before="").leaks(seen.findings)]


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
    heads[groups[0]] += sum(row["s"] is None for row in rows["sw"])  # they work somewhere, too
    book = _book(groups, heads)
    weights = {}
    if chance.random() < 0.15:
        book = replace(book, weights="weight")
        weights = {c: [chance.choice((0.5, 1.0, 1.75)) for _ in found] for c, found in rows.items()}
    menu = chance.sample(MENUS[subject], chance.randint(2, 4))
    menu += chance.sample(COMMON, chance.choice((0, 0, 1, 1, 2)))
    rule = chance.choice(RULES)
    earlier = chance.sample(MENUS[subject], chance.choice((0, 0, 0, 1, 2)))
    first = _yaml("e", earlier, rule) if earlier else ""
    later = f"{rule}, published: protect".removeprefix(", ") if earlier else rule
    return Survey(book, rows, _yaml("f", menu, later), first, weights)


def wider_survey(seed: int) -> Survey:
    """The random survey of a number with findings by areas; of what was published before, too."""
    survey = random_survey(seed)
    subject = random.Random(seed).choice(list(MENUS))  # as there
    chance = random.Random(f"wider {seed}")
    more = (*WIDER, *WIDER_OF[subject])
    before = survey.before
    if before:
        before += _entries("d", chance.sample((*COMMON, *more), chance.randint(1, 2)))
    return replace(
        survey,
        book=_with_areas(survey.book),
        rows={
            c: [{**row, "v": _area(row["s"])} for row in found] for c, found in survey.rows.items()
        },
        yaml=survey.yaml + _entries("g", chance.sample(more, chance.randint(1, 3))),
        before=before,
    )


def _area(service: str | None) -> str | None:
    """The area that a service is in."""
    return None if service is None else "V1" if service in ("S1", "S2") else "V2"


def _with_areas(book: Codebook) -> Codebook:
    """A codebook with areas, derived from the services, and their headcounts."""
    services, heads = book.questions["s"].options, book.workforce[0].counts
    groups = {area: tuple(s for s in services if _area(s) == area) for area in ("V1", "V2")}
    areas = question("v", "single", list(groups), source="s", groups=groups)
    staff = {area: sum(heads[one] for one in some) for area, some in groups.items()}
    return replace(
        book,
        questions={**book.questions, "v": areas},
        workforce=(*book.workforce, Headcount("v", staff, HERE)),
    )


def _yaml(name: str, menu: list[str], rules: str) -> str:
    start = f"disclosure: {{{rules}}}\n" if rules else ""
    return f"{start}findings:\n  sw:\n{_entries(name, menu)}"


def _entries(name: str, menu: list[str]) -> str:
    return "".join(f"    {name}{at}: {one}\n" for at, one in enumerate(dict.fromkeys(menu)))


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


def _codebook_yaml(book: Codebook) -> str:
    """The codebook as a file, with one export that both cohorts are selected from."""
    files = [
        f"  - {{file: answers.csv, cohort: {one}, wave: '2022', layout: flat, sent: 500, "
        f"mapping: {{id: Number}}, select: {{column: Role, answers: [{one}]}}}}"
        for one in book.cohorts
    ]
    asked = [f"  {key}: {{text: About {key}, {_kind(one)}}}" for key, one in book.questions.items()]
    heads = ", ".join(f"{key}: {size}" for key, size in book.workforce[0].counts.items())
    return "\n".join([
        "cohorts: {sw: {name: social workers}, wf: {name: the wider workforce}}",
        "waves: ['2022']",
        "files:", *files,
        "filters: {duplicates: none}",
        *(["weights: {column: About weight}"] if book.weights else []),
        "scales: {three: {options: [good, fair, bad], scores: [100, 50, 0], top: 1}}",
        "themes: {th: Theme}",
        f"workforce: {{s: {{sw: {{{heads}}}}}}}",
        "questions:", *asked, "",
    ])  # fmt: skip


def _kind(question: Question) -> str:
    if question.kind == "scale":
        return "scale: three, theme: th"
    options = "" if question.kind == "number" else f", options: [{', '.join(question.options)}]"
    return f"kind: {question.kind}{options}"


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
