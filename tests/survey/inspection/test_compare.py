from __future__ import annotations

from pathlib import Path

from generator.config.files import Files
from generator.config.survey.codebook_file import load_codebook
from generator.survey.inspection.compare import Comparison, compare_codebook
from tests.survey.exports import write_csv

OWN = ["id", "submitdate", "lastpage"]
WHO = ["1", "2022-09-12", "3"]


def compare(folder: Path) -> Comparison:
    write_csv(
        folder / "a.csv",
        [[*OWN, "perf. Do you get enough feedback?", "x. I would recommend my employer", "y. Old"],
         [*WHO, "Yes", "Yes", "Yes"]],
    )  # fmt: skip
    write_csv(
        folder / "b.csv",
        [[*OWN, "likert[perf]. [Is there enough feedback for you?]",
          "z. I would recommend my employer to others", "n. Newly asked"],
         [*WHO, "Yes", "Yes", "Yes"]],
    )  # fmt: skip
    (folder / "codebook.yaml").write_text(
        "cohorts: {s: staff}\nwaves: [2021, 2022]\nfiles:\n"
        "  - {file: a.csv, cohort: s, wave: 2021}\n  - {file: b.csv, cohort: s, wave: 2022}\n"
        "questions:\n"
        "  feedback: {text: Do you get enough feedback?, options: ['Yes']}\n"
        "  recommend: {text: I would recommend my employer, options: ['Yes']}\n"
        "  old: {text: Old, options: ['Yes'], waves: [2021]}\n"
        "  mail: {text: E-mail, kind: personal}\n",
        encoding="utf-8",
    )
    return compare_codebook(
        load_codebook(folder / "codebook.yaml", Files(folder)), folder, Files(folder)
    )


def test_questions_are_matched_missing_or_not_asked(tmp_path: Path) -> None:
    found = {(q.question, q.wave): q.status for q in compare(tmp_path).questions}
    assert found == {
        ("feedback", "2021"): "matched",
        ("recommend", "2021"): "matched",
        ("old", "2021"): "matched",
        ("feedback", "2022"): "missing",
        ("recommend", "2022"): "missing",
        ("old", "2022"): "not asked",
    }


def test_the_same_code_and_a_like_wording_are_suggested_only(tmp_path: Path) -> None:
    feedback, recommend = compare(tmp_path).missing
    assert [(s.column, s.by, s.likeness) for s in feedback.suggestions] == [("D", "code", 1.0)]
    assert [(s.column, s.by) for s in recommend.suggestions] == [("E", "wording")]
    assert 0.8 < recommend.suggestions[0].likeness < 1


def test_columns_that_nobody_claims_are_listed(tmp_path: Path) -> None:
    found = [(column.wave, column.code) for column in compare(tmp_path).unclaimed]
    assert found == [("2022", "likert"), ("2022", "z"), ("2022", "n")]


def test_what_was_dropped_and_added_from_wave_to_wave(tmp_path: Path) -> None:
    (turn,) = compare(tmp_path).turns
    assert (turn.earlier, turn.later, turn.kept) == ("2021", "2022", ())
    assert turn.dropped == ("feedback", "recommend", "old")


def test_a_question_found_by_its_code_may_be_reworded(tmp_path: Path) -> None:
    compare(tmp_path)
    path = tmp_path / "codebook.yaml"
    text = path.read_text("utf-8").replace("feedback?, opt", "feedback?, codes: perf, opt")
    path.write_text(text, encoding="utf-8")
    found = compare_codebook(load_codebook(path, Files(tmp_path)), tmp_path, Files(tmp_path))
    feedback = [q for q in found.questions if q.question == "feedback"]
    assert [(q.by, q.reworded) for q in feedback] == [("code", False), ("code", True)]
    assert found.turns[0].kept == ("feedback",)


def test_a_question_with_columns_for_its_options_is_suggested_once(tmp_path: Path) -> None:
    for name, wording in (("a", "Training this year?"), ("b", "Training in this year?")):
        headings = [f"t[SQ00{i}]. {wording} [{o}]" for i, o in enumerate(("Online", "Talks"))]
        write_csv(tmp_path / f"{name}.csv", [[*OWN, *headings], [*WHO, "Yes", "No"]])
    (tmp_path / "codebook.yaml").write_text(
        "cohorts: {s: staff}\nwaves: [2021, 2022]\nfiles:\n"
        "  - {file: a.csv, cohort: s, wave: 2021}\n  - {file: b.csv, cohort: s, wave: 2022}\n"
        "questions:\n"
        "  t: {text: 'Training this year?', kind: multi, options: [Online, Talks]}\n",
        encoding="utf-8",
    )
    codebook = load_codebook(tmp_path / "codebook.yaml", Files(tmp_path))
    (missing,) = compare_codebook(codebook, tmp_path, Files(tmp_path)).missing
    assert [s.wording for s in missing.suggestions] == ["Training in this year?"]
