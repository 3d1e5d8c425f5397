"""Phrases: figures keep their keys through joining as text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.document import Footnote, LineBreak, Phrase, Text, Value, phrase
from generator.model.wording.phrases import flat_phrase, joined, phrase_of, told, unmarked


def test_told_figures_become_values_and_all_else_text() -> None:
    said = f"Fell to {told('67%', 'sw.x.percent@2022')} from {told('78%', 'sw.x.percent@2021')}."
    assert phrase_of(said).pieces == (
        Text("Fell to "),
        Value("67%", "sw.x.percent@2022"),
        Text(" from "),
        Value("78%", "sw.x.percent@2021"),
        Text("."),
    )
    assert unmarked(said) == phrase_of(said).text == "Fell to 67% from 78%."


def test_the_words_of_a_computed_title_have_its_key() -> None:
    assert phrase_of(f"Now {told('5', 'a')}", rest="a.chart").pieces == (
        Value("Now ", "a.chart"),
        Value("5", "a"),
    )


def test_what_is_silent_is_left_out_of_a_joined_phrase() -> None:
    assert joined(phrase(""), phrase("a"), Phrase(), phrase("b")).text == "a b"
    assert not joined(phrase(""))


def test_inlines_are_made_flat() -> None:
    note = Footnote(((Text("n"),),))
    flat = flat_phrase((Text("a"), LineBreak(), Text("b"), note, Value("5%", "k"), Text("")))
    assert flat.pieces == (Text("a\nb"), Value("5%", "k"))


@given(st.lists(st.tuples(st.text(alphabet="ab 5%(),é", max_size=6), st.sampled_from(["", "k"]))))
def test_any_run_of_words_and_figures_is_kept(parts: list[tuple[str, str]]) -> None:
    said = "".join(told(text, key) for text, key in parts)
    assert phrase_of(said).text == "".join(text for text, _ in parts) == unmarked(said)
