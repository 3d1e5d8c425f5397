from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.config.files import Files
from generator.config.schema.schema_check import load_schema
from generator.config.survey.codebook_file import load_codebook
from generator.errors import InputProblems
from generator.model.survey.codebook import Codebook, Selection

GOOD = """
cohorts:
  sw: {name: social workers, label: Social workers}
  wf: the wider workforce
waves: {"2021": , "2022": {label: Autumn 2022}}
files:
  - {file: a.csv, cohort: sw, wave: 2022, sent: 268, fieldwork: {from: 2022-09-12, to: 2022-10-21}}
scales:
  agreement: {options: [Agree, Neither, Disagree], scores: [100, 50, 0], top: 1,
              renamed_options: {"1": Agree}}
themes: {workload: Workload}
prefer_not_to_say: [Prefer not to say]
questions:
  manageable:
    text: My workload is  manageable
    texts: {"2021": [I feel fine, I am fine], sw.2022: It is manageable}
    scale: agreement
    theme: workload
  leaving: {text: Leaving?, options: ["Yes", "No"], prefer_not_to_say: [Pass]}
  hours: {text: Hours, kind: number, unit: hours, minimum: 0, cohorts: sw, waves: [2022]}
  why: {text: Why?, kind: text, codes: Q4}
filters:
  duplicates: id
  test_answers: {question: leaving, answers: [TEST]}
weights: {column: Weight}
workforce:
  leaving: {sw: {"Yes": 10, "No": 258}, sw.2022: {"No": 200}}
quotations:
  q-17: {cohort: sw, wave: 2022, question: why, text: Good, approved_by: Head,
         approved_on: 2023-01-20}
staff_names: [Ann Example]
"""


def load(folder: Path, text: str) -> Codebook:
    (folder / "a.csv").write_text("x", encoding="utf-8")
    (folder / "codebook.yaml").write_text(text, encoding="utf-8")
    return load_codebook(folder / "codebook.yaml", Files(folder))


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(InputProblems) as caught:
        load(folder, text)
    return [str(problem) for problem in caught.value.problems]


def test_a_whole_codebook_is_read(tmp_path: Path) -> None:
    found = load(tmp_path, GOOD)
    assert found.cohorts["wf"].label == "The wider workforce"
    assert found.waves == ("2021", "2022")
    assert found.wave_labels == {"2022": "Autumn 2022"}
    (file,) = found.files
    assert (file.wave, file.sent, file.fieldwork_to) == ("2022", 268, date(2022, 10, 21))
    question = found.questions["manageable"]
    assert (question.text, question.kind) == ("My workload is manageable", "scale")
    assert question.scale == found.scales["agreement"]
    assert question.texts["2021"] == ("I feel fine", "I am fine")
    assert question.renamed_options == {"1": "Agree"}
    assert question.prefer_not_to_say == ("Prefer not to say",)
    leaving = found.questions["leaving"]
    assert (leaving.kind, leaving.prefer_not_to_say) == ("single", ("Pass",))
    assert found.questions["hours"].cohorts == ("sw",)
    assert found.filters.test_answers == (Selection(question="leaving", answers=("TEST",)),)
    assert [(h.cohort, h.wave, h.counts["No"]) for h in found.workforce] == [
        ("sw", "", 258), ("sw", "2022", 200),
    ]  # fmt: skip
    assert found.quotations["q-17"].approved_on == date(2023, 1, 20)
    assert (found.weights, found.people) == ("Weight", ("Ann Example",))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("theme: workload", "theme: worklod",
         "questions.manageable.theme: there is no theme 'worklod'; did you mean 'workload'?"),
        ("scale: agreement", "scale: agreemnt",
         "there is no scale 'agreemnt'; did you mean 'agreement'?"),
        ("cohort: sw, wave: 2022, sent", "cohort: se, wave: 2022, sent",
         "files[0].cohort: there is no cohort 'se'; known: sw, wf"),
        ("cohort: sw, wave: 2022, sent", "cohort: sw, wave: 2032, sent",
         "files[0].wave: there is no wave '2032'; did you mean '2022'?"),
        ('texts: {"2021"', 'texts: {"2012"', "there is no wave '2012'; did you mean '20"),
        ("sw.2022: It", "se.2022: It", "there is no cohort 'se'"),
        ("cohorts: sw, waves", "cohorts: [sx], waves", "there is no cohort 'sx'"),
        ("file: a.csv", "file: b.csv", "/; did you mean 'a.csv'?"),
        ("file: a.csv", "file: ../../a.csv", "leads out of"),
        ("scores: [100, 50, 0]", "scores: [100, 0]", "3 options but 2 scores"),
        ("top: 1", "top: 3", "the top box of 3 leaves none"),
        ("renamed_options: {\"1\": Agree}", "renamed_options: {\"1\": Agre}",
         "'Agre' is no option of this scale; did you mean 'Agree'?"),
        ("[Pass]", '["Yes"]', "'Yes' is an option as well"),
        ('["Yes", "No"]', '["Yes", "yes "]', "the option 'yes ' stands twice"),
        ("kind: number, unit", "kind: scale, unit", "is of the kind scale but names none"),
        ("kind: number, unit", "kind: single, unit", "is of the kind single but lists no options"),
        ("kind: text, codes", "kind: text, options: [A], codes", "has no options"),
        ("kind: text, codes", "codes", "says neither its kind nor a scale or options"),
        ("question: leaving, answers", "question: leavin, answers",
         "there is no question 'leavin'; did you mean 'leaving'?"),
        ("answers: [TEST]", "answers: [TEST], contains: x",
         "needs one of the keys 'answers' and 'contains'"),
        ('"No": 200', '"Maybe": 200', "'Maybe' is no option of 'leaving'"),
        ("question: why, text", "question: when, text", "there is no question 'when'"),
        ("to: 2022-10-21", "to: 2022-08-21", "ends on 2022-08-21, before it begins"),
        ("to: 2022-10-21", "to: 21 October", "expected a date such as 2022-09-12"),
        ("minimum: 0", "minimum: 0, maximum: -1", "the minimum 0 is above the maximum -1"),
        ("codes: Q4", "code: Q4", "unknown key 'code'; did you mean 'codes'?"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in GOOD
    every = problems(tmp_path, GOOD.replace(old, new, 1))
    assert len(every) <= 3
    found = next((problem for problem in every if message in problem), str(every))
    assert message in found
    line = next(i for i, text in enumerate(GOOD.splitlines(), 1) if old.splitlines()[0] in text)
    assert found.startswith(f"codebook.yaml:{line}:")


def test_everything_wrong_is_listed_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("theme: workload", "theme: x1").replace("unit: hours", "units: hours")
    text = text.replace("cohort: sw, wave: 2022, sent: 268", "cohort: sx, wave: 2022, sent: many")
    assert len(problems(tmp_path, text)) == 3


def test_a_codebook_that_is_no_mapping_is_a_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, "- a\n- b\n")
    assert problems(tmp_path, "")


def test_a_two_step_scale_has_a_top_box_of_one(tmp_path: Path) -> None:
    text = GOOD.replace("options: [Agree, Neither, Disagree], scores: [100, 50, 0], top: 1",
                        "options: [Agree, Disagree]")  # fmt: skip
    assert load(tmp_path, text).scales["agreement"].top == 1


def _keys(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for key, value in schema.get("properties", {}).items():
            yield key, value
        for value in schema.values():
            yield from _keys(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _keys(value)


def test_every_key_of_the_schema_is_described_with_an_example() -> None:
    schema = load_schema("codebook")
    for key, value in _keys(schema):
        assert {"title", "description", "examples"} <= set(value), key
    json.dumps(schema)


def test_loading_a_codebook_imports_neither_numpy_nor_pandas(tmp_path: Path) -> None:
    load(tmp_path, GOOD)
    code = (
        "import sys; from pathlib import Path; folder = Path(sys.argv[1])\n"
        "from generator.config.files import Files\n"
        "from generator.config.survey.codebook_file import load_codebook\n"
        "load_codebook(folder / 'codebook.yaml', Files(folder))\n"
        "assert not {'numpy', 'pandas'} & set(sys.modules)\n"
    )
    root = Path(__file__).resolve().parents[3]
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, cwd=root)
