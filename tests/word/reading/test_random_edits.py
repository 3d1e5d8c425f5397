"""Any edits of any paragraphs: both readings are what was built."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.word.reading.read_word import read_word

from .packages import deleted, inserted, paragraph, run, word_file

WORDS = st.text(st.sampled_from("ab é\u00a0"), min_size=1, max_size=4)
PIECES = st.tuples(st.sampled_from(("kept", "ins", "del")), WORDS)
PARAGRAPHS = st.tuples(st.lists(PIECES, max_size=4), st.sampled_from(("", "", "ins", "del")))
WRITTEN = {"kept": run, "ins": inserted, "del": deleted}

Paragraph = tuple[list[tuple[str, str]], str]


def expected(paragraphs: list[Paragraph], gone: str) -> list[str]:
    """The texts without what was inserted, or without what was deleted."""
    found: list[str] = []
    text = ""
    for pieces, mark in paragraphs:
        text += "".join(words for how, words in pieces if how != gone)
        if mark != gone:
            found.append(text)
            text = ""
    return [*found, text] if text else found


@given(st.lists(PARAGRAPHS, max_size=6))
def test_both_readings_are_what_was_built(paragraphs: list[Paragraph]) -> None:
    body = "".join(
        paragraph("".join(WRITTEN[how](words) for how, words in pieces), mark)
        for pieces, mark in paragraphs
    )
    read = read_word(word_file(body))
    assert [text.text for text in read.accepted] == expected(paragraphs, "del")
    assert [text.text for text in read.rejected] == expected(paragraphs, "ins")


@given(st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), max_size=5))
def test_marks_hold_the_words_that_they_were_put_round(
    pieces: list[tuple[str, bool, bool]],
) -> None:
    content, built = "", {}
    for number, (words, gone, marked) in enumerate(pieces):
        piece = deleted(words) if gone else run(words)
        if marked:
            start = f'<w:bookmarkStart w:id="{number}" w:name="_p_{number}"/>'
            piece = f'{start}{piece}<w:bookmarkEnd w:id="{number}"/>'
            built[f"_p_{number}"] = "" if gone else words
        content += piece
    (text,) = read_word(word_file(paragraph(content))).accepted
    assert {mark.name: text.text[mark.start : mark.end] for mark in text.marks} == built
