from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputProblems
from generator.model.issues import Where
from generator.survey.tables.encoding import find_encoding
from tests.survey.exports import problems_of, read_all, write_codebook, write_csv

ROWS = [["Who’s happy?", "Pay"], ["Sinéad – “yes”", "£5"], ["Łukasz & Zoë", "€6"]]
QUESTIONS = "  a: {text: Who's happy?, kind: text}\n"


def read(folder: Path, encoding: str, entry: str = "") -> list[str]:
    write_csv(folder / "export.csv", ROWS, encoding)
    codebook = write_codebook(folder, QUESTIONS, rest="filters: {duplicates: none}", entry=entry)
    answers = read_all(folder, codebook).of("staff", "2022")
    assert answers is not None
    return list(answers.texts("a"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_found_with_and_without_its_mark(tmp_path: Path, encoding: str) -> None:
    if not encoding.startswith("utf-16-"):
        assert read(tmp_path, encoding) == ["Sinéad – “yes”", "Łukasz & Zoë"]
        return
    rows = [["Happy?"], ["yes"], ["no"]]
    raw = write_csv(tmp_path / "a.csv", rows, encoding).read_bytes()
    assert find_encoding(raw, Where("a.csv")).name == encoding


def test_windows_1252_is_assumed_and_said(tmp_path: Path) -> None:
    write_csv(tmp_path / "export.csv", ROWS[:2], "cp1252")
    codebook = write_codebook(tmp_path, QUESTIONS, rest="filters: {duplicates: none}")
    responses = read_all(tmp_path, codebook)
    answers = responses.of("staff", "2022")
    assert answers is not None
    assert list(answers.texts("a")) == ["Sinéad – “yes”"]
    assert responses.notes == ("export.csv: read as Windows-1252",)


def test_a_declared_encoding_that_is_wrong_names_the_line(tmp_path: Path) -> None:
    write_csv(tmp_path / "export.csv", ROWS[:2], "cp1252")
    codebook = write_codebook(tmp_path, QUESTIONS, entry=", encoding: utf-8")
    with pytest.raises(InputProblems, match=r"export.csv:1: is not UTF-8 text \(byte 0x92\)"):
        read_all(tmp_path, codebook)


def test_bytes_that_no_text_has_are_refused(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_bytes(b"Happy?\r\nYes\r\n\x81\x8d \xff\r\n")
    codebook = write_codebook(tmp_path, QUESTIONS)
    with pytest.raises(InputProblems, match=r"export.csv:3: is not UTF-8 or Windows-1252 text"):
        read_all(tmp_path, codebook)


def test_a_picture_under_the_name_of_a_csv_is_refused(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    codebook = write_codebook(tmp_path, QUESTIONS)
    with pytest.raises(InputProblems, match="is not a text file"):
        read_all(tmp_path, codebook)


def test_an_answer_read_in_a_wrong_encoding_is_seen(tmp_path: Path) -> None:
    rows = [["Happy?"], ["Don’t know".encode().decode("cp1252")]]
    (message,) = problems_of(tmp_path, rows, "  a: {text: Happy?, options: [Don’t know]}\n")
    assert "the file was read in a wrong encoding" in message
