"""Groups within groups, and an attacker who knows which team is of which service."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.survey.compute import findings_of
from generator.survey.disclosure.nested import with_nested
from generator.survey.measures.figure import Figure, PublishedCell, Variable
from generator.survey.measures.people import Rows
from tests.survey.disclosure.attacker import COHORT, leaks
from tests.survey.made import answers, codebook, question, responses
from tests.survey.made import settings as findings_file

SERVICES = {"S1": ("T1", "T2"), "S2": ("T3", "T4", "T5")}
TEAMS = [team for teams in SERVICES.values() for team in teams]
ASKED = [question("team", "single", TEAMS), question("m", "single", ["yes", "no"])]
BOOK = codebook([*ASKED, question("service", "single", list(SERVICES))])
KNOWN = codebook([
    *ASKED, question("service", "single", list(SERVICES), source="team", groups=SERVICES)
])  # fmt: skip
MENU = (
    "{measure: percent, question: m, options: ['yes'], by: team}",
    "{measure: percent, question: m, options: ['yes'], by: service}",
    "{measure: percent, question: m, options: ['yes']}",
    "{measure: shares, question: team}",
    "{measure: shares, question: service}",
    "{measure: percent, question: m, options: ['yes'], where: {service: S2}}",
)


def rows_of(sizes: dict[str, tuple[int, int]]) -> list[dict[str, Any]]:
    """Team -> how many said yes, and no."""
    return [
        {"team": team, "service": next(s for s, of in SERVICES.items() if team in of), "m": answer}
        for team, counts in sizes.items()
        for answer, size in zip(("yes", "no"), counts, strict=True)
        for _ in range(size)
    ]


def attack(rows: list[dict[str, Any]], menu: list[str]) -> list[str]:
    listed = "".join(f"    f{i}: {entry}\n" for i, entry in enumerate(menu))
    file = findings_file(BOOK, f"findings:\n  sw:\n{listed}")
    findings = findings_of(responses(BOOK, answers(BOOK, rows)), file)
    return leaks(
        KNOWN, file, findings, lambda test: int(sum(test({COHORT: "sw", **r}) for r in rows))
    )


def test_a_service_less_its_other_team_does_not_tell_a_team() -> None:
    sizes = {"T1": (12, 9), "T2": (2, 6), "T3": (12, 8), "T4": (7, 6), "T5": (9, 9)}
    assert attack(rows_of(sizes), list(MENU[:3])) == []


counts = st.dictionaries(
    st.sampled_from(TEAMS), st.tuples(st.integers(0, 14), st.integers(0, 14)), min_size=3
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(counts, st.lists(st.sampled_from(MENU), min_size=2, max_size=5, unique=True))
def test_no_solver_can_narrow_down_a_team_by_its_service(
    sizes: dict[str, tuple[int, int]], menu: list[str]
) -> None:
    rows = rows_of(sizes)
    assert not rows or attack(rows, menu) == []


def found_sources(rows: list[dict[str, Any]]) -> dict[str, str]:
    def figure(name: str) -> Figure:
        cell = PublishedCell(
            Variable("size", (name,)), Rows(("sw",)).within(name, ["S1"]), None, True
        )
        return Figure(None, cell, 9)  # type: ignore[arg-type]

    figures = [figure("team"), figure("service")]
    found = with_nested(figures, responses(BOOK, answers(BOOK, rows)))
    return {key: one.source for key, one in found.items() if one.source}


def test_a_few_who_named_another_service_do_not_hide_that_teams_are_of_services() -> None:
    rows = rows_of(dict.fromkeys(TEAMS, (10, 10)))
    assert found_sources(rows) == {"service": "team"}
    assert found_sources([*rows, {**rows[0], "service": "S2"}]) == {"service": "team"}
    mixed = [{**row, "service": ("S1", "S2")[n % 2]} for n, row in enumerate(rows)]
    assert found_sources(mixed) == {}
