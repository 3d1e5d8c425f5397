"""Waves that did not offer the same answers: nothing rises from what could not be chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.files import Files
from generator.config.survey.codebook_file import load_codebook
from generator.errors import InputProblems
from generator.model.findings import Finding
from generator.survey.compute import compute_findings
from tests.survey.exports import write_csv
from tests.survey.made import answers, codebook, computed, question, spread

WAVES = ("2021", "2022")
TRAINING = ["First aid", "Recording", "Coaching"]
FOUR = ("Strongly agree", "Agree", "Disagree", "Strongly disagree")


def found_in(folder: Path, entry: str) -> Finding:
    """A finding on exports with a column for each option; Coaching has none in 2021."""
    for wave, offered in (("2021", TRAINING[:2]), ("2022", TRAINING)):
        places = range(len(offered))
        rows = [["Yes" if (i + j + int(wave)) % 3 else "" for j in places] for i in range(60)]
        head = [["Training", *[""] * (len(offered) - 1)], offered]
        write_csv(folder / f"{wave}.csv", [*head, *rows])
    more = "cohort: staff, layout: flat, mapping: {header_rows: 2}"
    (folder / "codebook.yaml").write_text(
        "cohorts: {staff: staff}\nwaves: [2021, 2022]\nfiles:\n"
        f"  - {{file: 2021.csv, wave: 2021, {more}}}\n  - {{file: 2022.csv, wave: 2022, {more}}}\n"
        "filters: {duplicates: none}\n"
        f"questions:\n  training: {{text: Training, kind: multi, options: {TRAINING}}}\n",
        encoding="utf-8",
    )
    (folder / "findings.yaml").write_text(f"findings: {{staff: {{f: {entry}}}}}\n", "utf-8")
    return compute_findings(folder, Files(folder)).items["staff.f"]


def test_an_option_without_a_column_has_no_figure_and_no_change(tmp_path: Path) -> None:
    found = found_in(tmp_path, "{measure: multi, question: training}")
    before = found.estimate("2021", "Coaching")
    assert before is not None
    assert (before.value, before.mark) == (None, "[x]")
    changed = {one.category: one.difference for one in found.changes}
    assert changed["Coaching"] is None
    assert changed["First aid"] is not None
    assert "In 2021 the answer \u201cCoaching\u201d could not be given." in found.notes


def test_a_share_of_options_of_which_one_had_no_column_has_no_change(tmp_path: Path) -> None:
    entry = "{measure: percent, question: training, options: [Recording, Coaching]}"
    found = found_in(tmp_path, entry)
    assert all(one.value is not None for one in found.estimates)
    assert [one.difference for one in found.changes] == [None]


@pytest.mark.parametrize("measure", ["top_box", "net", "index", "shares", "bands"])
def test_scales_of_other_steps_are_not_compared(measure: str) -> None:
    book = codebook([question("m", offered={"2021": FOUR})], waves=WAVES)
    old = answers(book, spread(m={"Agree": 20, "Disagree": 20}), wave="2021")
    new = answers(book, spread(m={"Agree": 15, "Neither": 10, "Disagree": 15}), wave="2022")
    entry = f"{{measure: {measure}, question: m}}"
    found = computed(book, f"findings: {{sw: {{m: {entry}}}}}", old, new).items["sw.m"]
    assert {one.difference for one in found.changes} == {None}
    assert found.notes[-1] == "In 2021 the answer \u201cNeither\u201d could not be given."


def test_a_ranking_by_change_leaves_out_what_cannot_be_compared() -> None:
    book = codebook([question("m", offered={"2021": FOUR}), question("n")], waves=WAVES)
    before = spread(m={"Agree": 20, "Disagree": 20}, n={"Agree": 20, "Neither": 20})
    after = spread(m={"Agree": 40}, n={"Agree": 30, "Neither": 10})
    parts = [answers(book, before, wave="2021"), answers(book, after, wave="2022")]
    entry = "{measure: ranking, questions: [m, n], of: top_box, pick: rises}"
    found = computed(book, f"findings: {{sw: {{r: {entry}}}}}", *parts).items["sw.r"]
    assert found.categories == ("N",)


def test_a_single_choice_with_one_option_more_keeps_the_changes_of_the_others() -> None:
    options = ("Car", "Bus", "Bicycle")
    way = question("way", "single", options, offered={"2021": options[:2]})
    book = codebook([way], waves=WAVES)
    old = answers(book, spread(way={"Car": 20, "Bus": 20}), wave="2021")
    new = answers(book, spread(way={"Car": 20, "Bus": 10, "Bicycle": 10}), wave="2022")
    entry = "{measure: shares, question: way}"
    found = computed(book, f"findings: {{sw: {{w: {entry}}}}}", old, new).items["sw.w"]
    changes = {one.category: one.difference for one in found.changes}
    assert changes == {"Car": 0.0, "Bus": -25.0, "Bicycle": None}


def test_an_option_that_nobody_chose_against_all_chance_is_told_until_the_codebook_knows() -> None:
    entry = "findings: {sw: {m: {measure: top_box, question: m}}}"
    for offered in ({}, {"2021": (*FOUR, "Neither")}, {"2021": FOUR}):
        book = codebook([question("m", offered=offered)], waves=WAVES)
        old = answers(book, spread(m={"Agree": 60}), wave="2021")
        new = answers(book, spread(m={"Agree": 40, "Neither": 20}), wave="2022")
        notes = computed(book, entry, old, new).notes
        assert any("nobody answered 'Neither' in 2021" in note for note in notes) == (not offered)


def test_few_who_might_have_chosen_it_are_no_sign() -> None:
    book = codebook([question("m")], waves=WAVES)
    old = answers(book, spread(m={"Agree": 60}), wave="2021")
    new = answers(book, spread(m={"Agree": 57, "Neither": 3}), wave="2022")
    entry = "findings: {sw: {m: {measure: top_box, question: m}}}"
    assert computed(book, entry, old, new).notes == ()


def test_what_was_offered_is_checked(tmp_path: Path) -> None:
    (tmp_path / "codebook.yaml").write_text(
        "cohorts: {staff: staff}\nwaves: [2021]\n"
        "files: [{file: a.csv, cohort: staff, wave: 2021}]\n"
        "questions:\n  q: {text: Q, options: [A, B], offered: {2020: [A], 2021: [C]}}\n"
        "  t: {text: T, kind: text, offered: {2021: [A]}}\n",
        encoding="utf-8",
    )
    with pytest.raises(InputProblems) as caught:
        load_codebook(tmp_path / "codebook.yaml", Files(tmp_path))
    said = "\n".join(problem.message for problem in caught.value.problems)
    assert "there is no wave '2020'" in said
    assert "'C' is no option" in said
    assert "the question has no options" in said
