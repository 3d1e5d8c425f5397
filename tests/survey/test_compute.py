"""From a report folder to findings, and every problem in it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.files import Files
from generator.errors import InputProblems, Problems
from generator.model.findings import Findings
from generator.model.survey.codebook import ApprovedQuotation
from generator.survey.compute import check_quotations, compute_findings
from tests.survey.made import HERE, answers, codebook, computed, question

CODEBOOK = """
cohorts: {sw: {name: social workers, label: Social workers}}
waves: ["2022"]
files:
  - {file: survey/sw.csv, cohort: sw, wave: "2022", sent: 40}
questions:
  pride: {text: I am proud, kind: single, options: ["Yes", "No"]}
"""
FINDINGS = "findings: {sw: {pride: {measure: percent, question: pride, options: ['Yes']}}}\n"
EXPORT = "Id,Start time,Completion time,Email,Name,I am proud\n" + "".join(
    f"{i},9/12/22 9:00:00,9/12/22 9:{i:02}:00,anonymous,,{'Yes' if i < 20 else 'No'}\n"
    for i in range(1, 31)
)


def folder(path: Path, **files: str) -> Path:
    found = {"codebook.yaml": CODEBOOK, "findings.yaml": FINDINGS, "survey/sw.csv": EXPORT, **files}
    for name, text in found.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(InputProblems) as caught:
        compute_findings(path, Files(path))
    return [str(problem) for problem in caught.value.problems]


def test_a_folder_gives_its_findings(tmp_path: Path) -> None:
    findings = compute_findings(folder(tmp_path), Files(tmp_path))
    one = findings.items["sw.pride"].estimate()
    assert one is not None
    assert (one.count, one.base) == (19, 30)
    assert findings.collections[0].received == 30
    assert findings.cohorts == {"sw": "social workers"}


@pytest.mark.parametrize(
    ("workforce", "said"),
    [
        ("{Yes: 5, No: 40}", "'Yes' has 5 people, but 19 replies were counted in sw 2022"),
        ("{sw: {Yes: 25, No: 10}}", "'No' has 10 people, but 11 replies were counted in sw 2022"),
        ("{Yes: 0}", "'Yes' has 0 people, but 19 replies were counted"),
    ],
)
def test_a_group_of_fewer_people_than_replied_is_refused(
    tmp_path: Path, workforce: str, said: str
) -> None:
    book = CODEBOOK + f"workforce:\n  pride: {workforce}\n"
    (problem,) = problems(folder(tmp_path, **{"codebook.yaml": book}))
    assert problem.startswith("codebook.yaml:9: workforce.pride")
    assert said in problem


def test_groups_of_fewer_people_than_replied_in_all_are_refused(tmp_path: Path) -> None:
    blank = EXPORT.replace(",Yes\n", ",\n", 5)
    book = CODEBOOK + "workforce: {pride: {Yes: 15, No: 12}}\n"
    (problem,) = problems(folder(tmp_path, **{"codebook.yaml": book, "survey/sw.csv": blank}))
    assert "the groups have 27 people, but 30 replies were counted in sw 2022" in problem


def test_a_headcount_of_another_survey_is_no_matter(tmp_path: Path) -> None:
    book = CODEBOOK.replace('waves: ["2022"]', 'waves: ["2021", "2022"]')
    book += "workforce: {pride: {sw.2021: {Yes: 5, No: 5}, sw.2022: {Yes: 25, No: 15}}}\n"
    assert compute_findings(folder(tmp_path, **{"codebook.yaml": book}), Files(tmp_path)).items


def test_problems_of_all_files_are_told_together(tmp_path: Path) -> None:
    book = CODEBOOK + (
        "quotations:\n  q-1: {cohort: sw, wave: '2022', question: why, text: Ring 07700 900123, "
        "approved_by: Principal Social Worker}\n"
    ).replace("question: why", "question: pride")
    export = EXPORT.replace("30,9/12/22 9:00:00,9/12/22 9:30:00,anonymous,,No", "30,,,,,Perhaps")
    path = folder(
        tmp_path,
        **{
            "codebook.yaml": book,
            "findings.yaml": FINDINGS.replace("pride, options", "prid, options"),
            "survey/sw.csv": export,
        },
    )
    found = problems(path)
    assert any("findings.yaml:1" in text and "did you mean 'pride'?" in text for text in found)
    assert any("survey/sw.csv" in text and "Perhaps" in text for text in found)


def test_more_replies_than_were_asked_for_are_a_problem(tmp_path: Path) -> None:
    book = CODEBOOK.replace("sent: 40", "sent: 20")
    (found,) = problems(folder(tmp_path, **{"codebook.yaml": book}))
    assert found.startswith("codebook.yaml:5")
    assert "30 replies were counted, but only 20 people were asked" in found


def test_a_broken_codebook_does_not_hide_a_broken_findings_file(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        **{
            "codebook.yaml": CODEBOOK.replace("cohorts", "cohort"),
            "findings.yaml": "finding: {}\n",
        },
    )
    found = problems(path)
    assert any(text.startswith("codebook.yaml") for text in found)
    assert any(text.startswith("findings.yaml") and "'finding'" in text for text in found)


def quotation(text: str, by: str = "Principal Social Worker") -> ApprovedQuotation:
    return ApprovedQuotation("q-1", "sw", "2022", "change", text, HERE, by)


@pytest.mark.parametrize(
    ("one", "what"),
    [
        (quotation("A good team.", by=""), "is not approved"),
        (quotation("Write to jo.bloggs@example.org"), "found: e-mail address"),
        (quotation("Ask Jo Bloggs"), "staff name"),
        (quotation("Mine is AB 12 34 56 C"), "National Insurance number"),
    ],
)
def test_a_quotation_needs_approval_and_must_name_nobody(one: ApprovedQuotation, what: str) -> None:
    book = codebook([question("change", "text")], quotations=[one], people=("Jo Bloggs",))
    found = Problems()
    check_quotations(book, found)
    assert [what in str(problem) for problem in found.found] == [True]


def with_quotation() -> Findings:
    book = codebook(
        [question("m"), question("change", "text")], quotations=[quotation("A good team.")]
    )
    yaml = "findings: {sw: {q: {measure: quotation, ids: [q-1]}}}"
    return computed(book, yaml, answers(book, [{"m": "Agree"}] * 12))


def test_an_approved_quotation_is_given_with_who_approved_it() -> None:
    findings = with_quotation()
    assert findings.items["sw.q"].quotations == ("q-1",)
    assert findings.items["sw.q"].estimates == ()
    assert findings.quotations["q-1"].text == "A good team."
    assert findings.quotations["q-1"].approved_by == "Principal Social Worker"


def test_a_question_worded_otherwise_before_is_noted() -> None:
    book = codebook(
        [question("m", texts={"2021": ("My caseload is fine",)})], waves=("2021", "2022")
    )
    parts = [answers(book, [{"m": "Agree"}] * 12, wave=wave) for wave in ("2021", "2022")]
    findings = computed(book, "findings: {sw: {m: {measure: top_box, question: m}}}", *parts)
    assert any("My caseload is fine" in note for note in findings.items["sw.m"].notes)
    said = "earlier surveys one question was worded differently"
    assert any(said in line for line in findings.method)


def test_cohorts_asked_in_other_words_have_an_entry_each() -> None:
    book = codebook(
        [question("m", texts={"wf.2022": ("My hours are fine",)})], cohorts=("sw", "wf")
    )
    parts = [answers(book, [{"m": "Agree"}] * 12, cohort) for cohort in ("sw", "wf")]
    findings = computed(book, "findings: {sw: {m: {measure: top_box, question: m}}}", *parts)
    assert [(e.text, e.cohorts) for e in findings.questions] == [
        ("M", ("sw",)),
        ("My hours are fine", ("wf",)),
    ]
