"""Runs cut at a character, and fields in their long form."""

from __future__ import annotations

from generator.word.package.elements import Element, parse
from generator.word.redline.run_cuts import cut_run, run_text, single_runs, with_long_fields

from .small_docx import DECLARED, run, w


def runs(content: str) -> Element:
    return parse(f"<w:p {DECLARED}>{content}</w:p>".encode())


def test_both_halves_keep_their_look_and_their_spaces() -> None:
    paragraph = runs(run("About 46% plan", "<w:b/>"))
    cut_run(paragraph[0], 6)
    assert [run_text(one) for one in paragraph] == ["About ", "46% plan"]
    assert all(one.find(f"{w('rPr')}/{w('b')}") is not None for one in paragraph)


def test_tabs_and_breaks_count_as_one_character() -> None:
    content = "<w:r><w:t>ab</w:t><w:tab/><w:t>cd</w:t><w:br/></w:r>"
    for at in range(1, 6):
        paragraph = runs(content)
        cut_run(paragraph[0], at)
        halves = [run_text(one) for one in paragraph]
        assert "".join(halves) == "ab\tcd\n"
        assert len(halves[0]) == at


def test_what_is_no_text_stands_alone() -> None:
    content = "<w:r><w:rPr><w:i/></w:rPr><w:t>a</w:t><w:drawing/><w:t>b</w:t><w:tab/></w:r>"
    paragraph = runs(content)
    assert [len(one) for one in single_runs(paragraph[0])] == [2, 2, 3]
    assert len(paragraph) == 3


def test_a_run_of_text_stays_one() -> None:
    paragraph = runs("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>")
    assert single_runs(paragraph[0]) == [paragraph[0]]


def test_a_short_field_becomes_a_long_one() -> None:
    paragraph = runs(f'<w:fldSimple w:instr="SEQ T">{run("1")}</w:fldSimple>')
    with_long_fields(paragraph)
    kinds = [one.get(w("fldCharType")) for one in paragraph.iter(w("fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    assert [one.text for one in paragraph.iter(w("instrText"))] == ["SEQ T"]
