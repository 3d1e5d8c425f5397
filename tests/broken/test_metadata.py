"""What is wrong in one of the YAML files is said with its file, line and path."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import small
from tests.broken.breaking import (
    CODEBOOK,
    FINDINGS,
    REPORT,
    SIGN_OFFS,
    Case,
    cases,
    check,
    refused,
    replace,
)


@cases(
    Case(
        "misspelt key",
        REPORT,
        "title:",
        "titel:",
        "report.yaml:2: titel",
        ("did you mean 'title'?",),
    ),
    Case(
        "misspelt nested key",
        REPORT,
        "wards_affected",
        "ward_affected",
        "report.yaml:8: front_matter.ward_affected",
        ("did you mean 'wards_affected'?",),
    ),
    Case(
        "key of nothing",
        REPORT,
        "title: Staff",
        "zebra: 1\ntitle: Staff",
        "report.yaml:2: zebra",
        ("unknown key",),
    ),
    Case(
        "wrong type",
        REPORT,
        "decision:\n    - {text: Note the findings., name: note-findings}",
        "decision: 3",
        "report.yaml:16: recommendations.decision",
        ("expected", "got 3"),
    ),
    Case(
        "list for text",
        REPORT,
        "originating_service: Children's Services",
        "originating_service: [12]",
        "report.yaml:10: front_matter.originating_service",
        ("expected",),
    ),
    Case(
        "date in words",
        REPORT,
        "date: 2023-03-15",
        "date: 15 March 2023",
        "report.yaml:4: meeting.date",
        ("expected a date such as 2023-03-15, got '15 March 2023'",),
    ),
    Case(
        "date that is none",
        REPORT,
        "date: 2023-03-15",
        "date: 2023-02-30",
        "report.yaml:4: meeting.date",
        ("got '2023-02-30'",),
    ),
    Case(
        "published after the meeting",
        REPORT,
        "published: 2023-03-07",
        "published: 2023-03-16",
        "report.yaml:5: published",
        ("is after the meeting",),
    ),
    Case(
        "missing key",
        REPORT,
        "meeting: {date: 2023-03-15}\n",
        "",
        "report.yaml:1",
        ("'meeting' is missing",),
    ),
    Case(
        "unknown format",
        REPORT,
        small.FORMAT,
        "wolverhampton-scrutny-2023",
        "report.yaml:1: format",
        (f"did you mean {small.FORMAT!r}?",),
    ),
    Case(
        "unknown person",
        REPORT,
        "emma-bennett",
        "emma-bennet",
        "report.yaml:9: front_matter.accountable_director",
        ("did you mean 'emma-bennett'?",),
    ),
    Case(
        "person of another kind",
        REPORT,
        "accountable_director: emma-bennett",
        "accountable_director: beverley-momenabadi",
        "report.yaml:9: front_matter.accountable_director",
        ("is a member, not a director",),
    ),
    Case(
        "key twice",
        REPORT,
        "title: Staff",
        "title: x\ntitle: Staff",
        "report.yaml:3",
        ("'title' stands twice (first in line 2)",),
    ),
    Case(
        "not closed",
        REPORT,
        "{date: 2023-03-15}",
        "{date: 2023-03-15",
        "report.yaml:",
        ("not valid",),
    ),
    Case(
        "a tab indents",
        REPORT,
        "  cabinet_member",
        "\tcabinet_member",
        "report.yaml:7",
        ("a tab indents the line",),
    ),
    Case(
        "title of two lines",
        REPORT,
        "title: Staff check 2022",
        "title: |\n  Staff\n  check",
        "report.yaml:2: title",
        ("several lines",),
    ),
    Case(
        "empty title",
        REPORT,
        "title: Staff check 2022",
        "title: ''",
        "report.yaml:2: title",
        ("expected",),
    ),
    Case(
        "sign-off code of another form",
        SIGN_OFFS,
        "[JG/15022023/Y]",
        "[JG-15022023-Y]",
        "sign_offs.yaml:3: sign_offs.financial[0]",
        ("not of the form [AB/15022023/C]",),
    ),
    Case(
        "sign-off of an unknown implication",
        SIGN_OFFS,
        "  legal:",
        "  legall:",
        "sign_offs.yaml:4: sign_offs.legall",
        ("did you mean 'legal'?",),
    ),
    Case(
        "unknown variable in a recommendation",
        REPORT,
        "Note the findings.",
        '"Note {{ report.bugdet }}."',
        "report.yaml:17: recommendations.decision[0]",
        ("did you mean 'budget'?",),
    ),
)
def test_in_report_and_sign_offs(workspace: Path, case: Case) -> None:
    check(workspace, case)


@cases(
    Case(
        "unknown kind",
        CODEBOOK,
        "kind: number",
        "kind: numbr",
        "codebook.yaml:33: questions.hours.kind",
        ("did you mean 'number'?",),
    ),
    Case(
        "unknown scale",
        CODEBOOK,
        "scale: agreement",
        "scale: agrement",
        "codebook.yaml:26: questions.workload.scale",
        ("did you mean 'agreement'?",),
    ),
    Case(
        "unknown cohort",
        CODEBOOK,
        "cohort: mg",
        "cohort: mgr",
        "codebook.yaml:8: files[2].cohort",
        ("did you mean 'mg'?",),
    ),
    Case(
        "unknown wave",
        CODEBOOK,
        'wave: "2021"',
        'wave: "2020"',
        "codebook.yaml:6: files[0].wave",
        ("there is no wave '2020'",),
    ),
    Case(
        "a line without a colon",
        CODEBOOK,
        "questions:",
        "questions\n",
        "codebook.yaml:17",
        ("a line without 'key: value'",),
    ),
    Case(
        "unknown question",
        FINDINGS,
        "question: stay",
        "question: sty",
        "findings.yaml:9: findings.sw.leaving.question",
        ("there is no question 'sty'", "did you mean 'stay'?"),
    ),
    Case(
        "unknown option",
        FINDINGS,
        'options: ["No"]',
        'options: ["Noo"]',
        "findings.yaml:9: findings.sw.leaving.options[0]",
        ("'stay' has no answer 'Noo'", "did you mean 'No'?"),
    ),
    Case(
        "unknown report wave",
        FINDINGS,
        'wave: "2022"',
        'wave: "2023"',
        "findings.yaml:1: wave",
        ("there is no wave '2023'",),
    ),
    Case(
        "unknown wave of a finding",
        FINDINGS,
        'waves: ["2022"]',
        'waves: ["2020"]',
        "findings.yaml:8: findings.sw.by_team.waves[0]",
        ("there is no wave '2020'",),
    ),
    Case(
        "unknown measure",
        FINDINGS,
        "measure: mean",
        "measure: maen",
        "findings.yaml:10: findings.sw.hours.measure",
        ("did you mean 'mean'?",),
    ),
    Case(
        "unknown grouping question",
        FINDINGS,
        "by: team",
        "by: taem",
        "findings.yaml:8: findings.sw.by_team.by",
        ("did you mean 'team'?",),
    ),
    Case(
        "misspelt key of a finding",
        FINDINGS,
        "decimals: 1, title: Plans",
        "decimal: 1, title: Plans",
        "findings.yaml:9: findings.sw.leaving.decimal",
        ("did you mean 'decimals'?",),
    ),
    Case(
        "text for a number",
        FINDINGS,
        "minimum_base: 10",
        "minimum_base: ten",
        "findings.yaml:2: disclosure.minimum_base",
        ("expected a whole number, got 'ten'",),
    ),
)
def test_in_codebook_and_findings(workspace: Path, case: Case) -> None:
    check(workspace, case)


@pytest.mark.parametrize("key", ["background_papers", "sourced"])
@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "example.org", "//x"]
)
def test_an_address_that_is_none_of_the_web_is_refused(workspace: Path, key: str, url: str) -> None:
    if key == "sourced":
        replace(workspace, REPORT, "date: 2022-09-30", f"date: 2022-09-30, url: '{url}'")
    else:
        replace(workspace, REPORT, "sourced:", f"{key}: {{text: A paper, url: '{url}'}}\nsourced:")
    done = refused(workspace)
    assert len(done.problems) == 1
    assert "expected a web address such as https://example.org/paper" in done.problems[0]
