"""Notes below findings: each once, with the waves and the names that it is of."""

from __future__ import annotations

from generator.model.wording.english import quoted
from generator.model.wording.finding_notes import notes_of_several, reworded_note, shown_notes


def test_one_note_tells_all_waves_in_which_a_question_read_alike() -> None:
    notes = [
        "Leavers are left out.",
        reworded_note("2019", "Busy?"),
        reworded_note("2020", "Busy?"),
    ]
    busy = "the question read \N{LEFT DOUBLE QUOTATION MARK}Busy?\N{RIGHT DOUBLE QUOTATION MARK}."
    assert shown_notes(notes) == ("Leavers are left out.", f"In 2019 and 2020 {busy}")
    waves = ("2019", "2020", "2022")
    assert shown_notes(notes, waves, ("2020", "2022")) == (notes[0], f"In 2020 {busy}")
    assert shown_notes(notes, waves, ("2022",)) == (notes[0],)
    labelled = (reworded_note("Autumn", "Busy?"),)
    assert shown_notes(labelled, waves, ("2022",)) == labelled


def test_a_question_that_read_otherwise_twice_has_one_note() -> None:
    notes = (reworded_note("2019", "Busy?"), reworded_note("2020", "Too busy?"))
    read, now = quoted("Busy?"), quoted("Too busy?")
    assert shown_notes(notes) == (f"In 2019 the question read {read} and in 2020 {now}.",)


def test_the_programs_own_notes_go_on_in_small_letters_behind_a_name() -> None:
    read = reworded_note("2019", "Busy?")
    named = [("A", [read, "Made of 2 questions.", "Ofsted asked."]), ("B", [])]
    assert notes_of_several(named) == (
        f"A: i{read[1:]}",
        "A: made of 2 questions.",
        "A: Ofsted asked.",
    )


def test_a_note_names_the_findings_that_it_is_of_unless_it_is_of_all() -> None:
    assert notes_of_several([("A", ["x"])]) == ("x",)
    assert notes_of_several([("A", ["x", "y"]), ("B", ["y"])]) == ("A: x", "y")
    assert notes_of_several([("A", ["x"]), ("B", ["x"]), ("C", [])]) == ("A and B: x",)
