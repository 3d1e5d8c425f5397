"""What is wrong in report.yaml, sign_offs.yaml, codebook.yaml and findings.yaml is said with its line."""

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
    assert_told,
    cases,
    check,
    put,
    refused,
    replace,
)


@cases(
    Case(
        "misspelt key", REPORT, "title:", "titel:", "report.yaml:2: titel", ("did you mean 'title'?",)
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
        "not closed", REPORT, "{date: 2023-03-15}", "{date: 2023-03-15", "report.yaml:", ("not valid",)
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


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BOMB, "repeat less through aliases"),
        ("a: &a [*a]\n", "stands inside what it repeats"),
        ("a: !!python/object/apply:os.system [echo]\n", "is not allowed"),
        ("a: !!binary aGVsbG8=\n", "is not allowed"),
        ("a: &a {b: 1}\nc: {<<: *a}\n", "<<"),
        ("a: " + "[" * 5000, "nested"),
        ("a: " + "{b: " * 5000, "nested"),
        ("a: 'x\n", "not valid"),
        ("--- a\n--- b\n", "document"),
        ("%YAML 9.9\n---\na: 1\n", ""),
        ("? [a, b]\n: c\n", ""),
        ("a: \x07\n", "U+0007"),
    ],
)
def test_yaml_that_explodes_or_reaches_out_is_refused(
    workspace: Path, text: str, words: str
) -> None:
    put(workspace, REPORT, (text + small.REPORT).encode())
    assert_told(refused(workspace), "report.yaml", (words,), alone=False)


@pytest.mark.parametrize("name", small.TEXTS)
@pytest.mark.parametrize(
    ("encoding", "words"),
    [("latin-1", "is not UTF-8 text (byte 0xe9"), ("utf-16", "is UTF-16 text, not UTF-8")],
)
def test_a_file_in_a_wrong_encoding_is_said(
    workspace: Path, name: str, encoding: str, words: str
) -> None:
    text = small.TEXTS[name].replace("£", "GBP")
    mark = "<!-- é -->\n" if name.endswith(".md") else "# é\n"
    put(workspace, name, (text + mark).encode(encoding))
    line = f":{text.count(chr(10)) + 1}" if encoding == "latin-1" else ""
    assert_told(refused(workspace), f"{name}{line}: {words}", (), alone=False)


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"- a\n- b\n", b"hello", b"3", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", [REPORT, CODEBOOK, FINDINGS])
def test_a_file_that_is_no_mapping_is_said(workspace: Path, name: str, data: bytes) -> None:
    put(workspace, name, data)
    assert_told(refused(workspace), name, (), alone=False)


@pytest.mark.parametrize("name", [REPORT, CODEBOOK, FINDINGS, "narrative.md"])
def test_a_missing_file_is_said(workspace: Path, name: str) -> None:
    (workspace / small.FOLDER / name).unlink()
    assert_told(refused(workspace), name, ("no such file",), alone=False)


@pytest.mark.parametrize("name", small.TEXTS)
def test_a_folder_in_place_of_a_file_is_said(workspace: Path, name: str) -> None:
    path = workspace / small.FOLDER / name
    path.unlink()
    path.mkdir()
    assert_told(refused(workspace), name, (), alone=False)


def test_texts_that_look_like_yaml_s_own_words_are_texts(workspace: Path) -> None:
    replace(workspace, REPORT, "wards_affected: All", "wards_affected: No")
    replace(workspace, CODEBOOK, '["Yes", "No"]', "[Yes, No]")
    from tests.conftest import run

    assert run("build", small.NAME, cwd=workspace).code == 0
