from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.survey.answers.free_text import candidates, find_personal, quotation_id
from tests.survey.exports import read_all, write_codebook, write_csv


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("write to jo.bloggs+x@example.org.uk!", "e-mail address"),
        ("jo (at) example.org", "e-mail address"),
        ("ring 01902 553209", "telephone number"),
        ("ring (01902) 553 209 at night", "telephone number"),
        ("+44 7700 900123", "telephone number"),
        ("07700900123", "telephone number"),
        ("my number is AB 12 34 56 C", "National Insurance number"),
        ("ab123456c", "National Insurance number"),
        ("I live in WV1 1SH", "postcode"),
        ("sw1a2aa", "postcode"),
        ("payroll no. 88412", "payroll number"),
        ("employee number: A1234", "payroll number"),
        ("staff id 4471", "payroll number"),
        ("my number, 4411882", "long number"),
        ("jo at example dot gov dot uk", "e-mail address"),
        ("jo@example", "e-mail address"),
        ("Q Q 1 2 3 4 5 6 C", "National Insurance number"),
        ("NI number: ab 12 34 56", "National Insurance number"),
        ("WV1-1SH", "postcode"),
        ("payroll ref. 1234", "payroll number"),
        ("staff no 12 345", "payroll number"),
    ],
)
def test_what_names_somebody_is_found(text: str, kind: str) -> None:
    assert kind in {find.kind for find in find_personal(text)}


@pytest.mark.parametrize(
    "text",
    [
        "I work 37 hours in 2022", "it cost £12,500.00 last year", "10 out of 10",
        "between 2019 and 2022", "we have 1,200 cases", "The M6 is closed again", "see section 17",
        "Working from 9 to 5 would be nice", "", "A12 B34",
    ],
)  # fmt: skip
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert find_personal(text) == ()


@pytest.mark.parametrize("text", ["x", "a.", "-'", "1"])
def test_a_word_without_end_takes_no_longer_than_as_many_words(text: str) -> None:
    # From each of its letters anew, half a million would take hours.
    assert {find.kind for find in find_personal(text * 500_000)} <= {"long number"}


def test_staff_names_are_found_whole_and_in_part() -> None:
    names = ["Jennifer Rogers-Smith", "Bo Li"]
    text = "jennifer is great, Rogers-Smith's too; Bo  Li as well, but not bold or Li"
    assert [text[f.start : f.end] for f in find_personal(text, names)] == [
        "jennifer", "Rogers-Smith's", "Bo  Li",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "obrien", "O\u2019Brien", "JEAN LUC", "jeanluc", "Jean\u2011Luc's", "Al Fayed",
        "Davi\u200bes", "the Davies' team", "two OBriens", "SianDavies wrote it", "Davies, Sian",
    ],
)  # fmt: skip
def test_staff_names_are_found_however_they_are_spelled(text: str) -> None:
    names = ["Jean-Luc O'Brien", "Davies, Si\u00e2n", "Mo Al-Fayed"]
    assert {find.kind for find in find_personal(text, names)} == {"staff name"}


def test_a_find_says_where_it_stands() -> None:
    text = "Ask Ann on 01902 553209."
    finds = find_personal(text, ["Ann Example"])
    assert [(text[find.start : find.end], find.kind) for find in finds] == [
        ("Ann", "staff name"),
        ("01902 553209", "telephone number"),
    ]


@given(st.text(max_size=300), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_can_be_looked_through(text: str, names: list[str]) -> None:
    finds = find_personal(text, names)
    assert all(0 <= find.start < find.end <= len(text) for find in finds)
    assert all(a.end <= b.start for a, b in pairwise(finds))


QUESTIONS = "  why: {text: Why, kind: text}\n  team: {text: Team, options: [North, South]}\n"
ROWS = [["Why", "Team"], ["Pay & leave", "North"], ["", "South"], ["ask x@example.org", "South"]]


def test_candidates_have_stable_ids_groups_and_finds(tmp_path: Path) -> None:
    write_csv(tmp_path / "export.csv", ROWS)
    codebook = write_codebook(tmp_path, QUESTIONS, rest="filters: {duplicates: none}")
    first, second = candidates(read_all(tmp_path, codebook), "why", by="team")
    assert first.id == quotation_id("export.csv", 2, "why")
    assert (first.text, first.group, first.finds) == ("Pay & leave", "North", ())
    assert (second.group, second.finds) == ("South", ("e-mail address",))
    assert candidates(read_all(tmp_path, codebook), "why", by="team") == (first, second)


def test_an_approved_text_stands_beside_the_finds(tmp_path: Path) -> None:
    write_csv(tmp_path / "export.csv", ROWS)
    key = quotation_id("export.csv", 4, "why")
    approved = (
        f"quotations:\n  {key}: {{cohort: staff, wave: '2022', question: why,"
        " text: 'ask [somebody]', approved_by: Head of Service}\nfilters: {duplicates: none}"
    )
    codebook = write_codebook(tmp_path, QUESTIONS, rest=approved)
    found = candidates(read_all(tmp_path, codebook), "why")[1]
    assert (found.approved, found.finds) == ("ask [somebody]", ("e-mail address",))


def test_an_unknown_question_is_a_key_error(tmp_path: Path) -> None:
    write_csv(tmp_path / "export.csv", ROWS)
    codebook = write_codebook(tmp_path, QUESTIONS, rest="filters: {duplicates: none}")
    with pytest.raises(KeyError):
        candidates(read_all(tmp_path, codebook), "when")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("my number is QQ 12 34 56 C", "National Insurance number"),
        ("AB-12-34-56-D", "National Insurance number"),
        ("ab123456", "National Insurance number"),
        ("ring 07700\u2013900\u2013123", "telephone number"),
        ("ring 07700\u00a0900\u00a0123", "telephone number"),
        ("ring \uff10\uff17\uff17\uff10\uff10900123", "telephone number"),
        ("WV1  1AA", "postcode"),
        ("jane[at]council[dot]gov[dot]uk", "e-mail address"),
        ("jane at council.gov.uk", "e-mail address"),
        ("payroll 12345", "payroll number"),
        ("ask O\u2019Brien", "staff name"),
        ("ask jose\u0301", "staff name"),
        ("ask Zoe", "staff name"),
    ],
)
def test_what_people_type_in_other_ways_is_found(text: str, kind: str) -> None:
    names = ("Siobh\u00e1n O'Brien", "Jos\u00e9 \u00c1lvarez", "Zo\u00eb Smith")
    (found,) = find_personal(text, names)
    assert found.kind == kind


@pytest.mark.parametrize("text", ["we rely on 555 123", "look at the board", "in 10 20 30 days"])
def test_small_words_and_numbers_are_no_finds(text: str) -> None:
    assert find_personal(text) == ()


def test_a_find_stands_where_the_text_has_it() -> None:
    text = "Za\u0300 \ufb01ne: O\u2019Brien, 07700\u2013900123!"
    finds = find_personal(text, ("Pat O'Brien",))
    assert [text[f.start : f.end] for f in finds] == ["O\u2019Brien", "07700\u2013900123"]


def test_an_approved_text_may_hold_words_that_are_also_names() -> None:
    names = ("Will Young",)
    assert find_personal("we will need young people", names, approved=True) == ()
    assert find_personal("ask will young", names, approved=True)
    assert find_personal("ask Will", names, approved=True)
    assert find_personal("ask will", names)
