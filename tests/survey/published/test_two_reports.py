"""Two reports on the same answers, and a reader who has both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config.files import Files
from generator.model.findings import Findings
from generator.model.survey.finding_specs import FindingsFile
from generator.model.survey.publications import Publication
from generator.publish.register import publication_of
from generator.survey.answers.responses import Responses
from generator.survey.compute import findings_of
from generator.survey.recall import Recall, recall
from tests.survey.disclosure.attacker import COHORT, Reader
from tests.survey.disclosure.program import Program, Test
from tests.survey.made import answers, codebook, question, responses
from tests.survey.made import settings as findings_file
from tests.survey.published.surveys import report_named

BOOK = codebook(
    [
        question("s", "single", ["S1", "S2", "S3"]),
        question("t", "single", ["T1", "T2"]),
        question("m", "single", ["yes", "no"]),
        question("u", "multi", ["a", "b"]),
    ],
    survey="check",
)
MENU = (
    "{measure: percent, question: m, options: ['yes']}",
    "{measure: percent, question: m, options: ['yes'], by: s}",
    "{measure: percent, question: m, options: ['yes'], by: t}",
    "{measure: percent, question: m, options: ['yes'], by: [s, t]}",
    "{measure: percent, question: m, options: ['yes'], where: {t: T1}}",
    "{measure: percent, question: m, options: ['yes'], where: {s: [S1, S2]}}",
    "{measure: shares, question: s}",
    "{measure: shares, question: s, by: t}",
    "{measure: shares, question: s, where: {t: T1}}",
    "{measure: multi, question: u}",
    "{measure: multi, question: u, by: s}",
    "{measure: multi, question: u, where: {t: T1}}",
)
PEOPLE = [
    {"s": s, "t": t, "m": m, "u": list(u)}
    for s in ("S1", "S2", "S3")
    for t in ("T1", "T2")
    for m in ("yes", "no")
    for u in ("a", "b", "ab")
]
people = st.lists(st.tuples(st.sampled_from(PEOPLE), st.integers(1, 9)), min_size=3, max_size=24)
menus = st.lists(st.sampled_from(MENU), min_size=1, max_size=3, unique=True)


def file_of(name: str, menu: Sequence[str], rules: str = "") -> FindingsFile:
    listed = "".join(f"    {name}{at}: {entry}\n" for at, entry in enumerate(menu))
    return findings_file(BOOK, f"disclosure: {{{rules}}}\nfindings:\n  sw:\n{listed}")


def published(file: FindingsFile, findings: Findings) -> Publication:
    return publication_of("first", report_named("first"), BOOK, file, findings)


def again(entry: Publication, found: Responses, file: FindingsFile) -> Recall:
    return recall([entry], found, file, Path(), Files(Path()))


def both(one: Findings, other: Findings) -> Findings:
    return replace(one, items={**one.items, **other.items})


def narrowed(reader: Reader, known: Program, program: Program, truth: Any, least: int) -> list[str]:
    """Withheld figures that all figures tell more of than those that nothing can be done about."""
    found = []
    for spec, estimate in reader.withheld("2022"):
        test, base = reader.count(spec, estimate), reader.base(spec, estimate)
        low, high = program.bounds(test)
        enough = min(least, truth(base))
        if high - low >= enough - 1e-4:
            continue
        bottom, top = known.bounds(test)
        if high - low < min(enough, top - bottom) - 1e-4:
            found.append(f"{spec.key} {estimate}: {low} to {high}, not {bottom} to {top}")
    return found


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(people, menus, menus)
def test_no_solver_works_out_with_both_what_either_withholds(
    some: list[tuple[dict[str, Any], int]], first: list[str], second: list[str]
) -> None:
    rows = [row for row, times in some for _ in range(times)]
    found = responses(BOOK, answers(BOOK, rows))
    before, file = file_of("a", first), file_of("b", second, "published: protect")
    one = findings_of(found, before)
    other = findings_of(found, file, before=again(published(before, one), found, file))
    everybody = [{COHORT: "sw", **row, "u": frozenset(row["u"])} for row in rows]

    def truth(test: Test) -> int:
        return int(sum(test(row) for row in everybody))

    every = replace(file, findings=(*before.findings, *file.findings))
    reader = Reader(BOOK, every, both(one, other), whole=True)
    program = reader.program("2022")
    known = reader.program("2022", lambda spec: spec in before.findings or not spec.breakdown)
    for spec in every.findings:
        for estimate in reader.findings.items[spec.key].estimates if spec.breakdown else ():
            base = reader.base(spec, estimate)
            known.add(base, truth(base), truth(base))
    assert narrowed(reader, known, program, truth, file.rules.protection_range) == []


def test_the_entry_of_the_register_holds_no_withheld_figure() -> None:
    rows = [{"s": s, "t": "T1", "m": m, "u": ["a"]} for s in ("S1", "S2") for m in ("yes",) * 9]
    rows += [{"s": "S1", "t": "T1", "m": "no", "u": ["a"]}] * 20
    before = file_of("a", MENU[1:2])
    entry = published(before, findings_of(responses(BOOK, answers(BOOK, rows)), before))
    assert entry.meeting == date(2023, 3, 15)
    withheld = [one for one in entry.findings[0].figures if one.group == "S2"]
    assert [(one.base, one.count, one.value) for one in withheld] == [(None, None, None)]
