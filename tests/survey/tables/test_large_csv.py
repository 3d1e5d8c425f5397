"""The reader of large files gives what the reader of small ones gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from generator.errors import InputProblems
from generator.survey.answers.responses import Answers
from generator.survey.tables import delimited, large_csv
from tests.survey.exports import option_counts, read_all, write_codebook, write_csv
from tests.work import at_most

pytest.importorskip("pandas")

HEAD = ["ID", "Start time", "Completion time", "Email", "Name",
        "Team", "All", "Hours", "Code", "Comment"]  # fmt: skip
QUESTIONS = """
  team: {text: Team, options: [North, South, None, NA]}
  all: {text: All, kind: multi, options: [Pay, Leave]}
  hours: {text: Hours, kind: number}
  code: {text: Code, options: ["007", "7", "1.0"]}
  comment: {text: Comment, kind: text}
"""
FILTERS = "filters: {duplicates: id, test_answers: {question: comment, contains: test}}"


def rows(count: int) -> list[list[str]]:
    teams = ["North", "South", "None", "NA", ""]
    return [
        HEAD,
        *(
            [str(i), "9/12/22", "9/12/22", f"{i % 40}@example.org", "Ann", teams[i % 5],
             ["Pay;", "Pay;Leave;", ""][i % 3], str(i % 9), ["007", "7", "1.0"][i % 3],
             f'a "quoted" test\nof two lines, {i}' if i % 17 == 0 else f"comment {i}"]
            for i in range(count)
        ),
    ]  # fmt: skip


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "LARGE_BYTES", 10)


def answers_of(folder: Path, needed: list[str] | None = None) -> Answers:
    codebook = write_codebook(folder, QUESTIONS, rest=FILTERS)
    found = read_all(folder, codebook, needed).of("staff", "2022")
    assert found is not None
    return found


def test_both_readers_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_csv(tmp_path / "export.csv", rows(200))
    names = ["team", "all", "hours", "code", "comment"]
    small = answers_of(tmp_path, names)
    monkeypatch.setattr(delimited, "LARGE_BYTES", 10)
    big = answers_of(tmp_path, names)
    assert big.size == small.size
    assert big.collection == small.collection
    assert big.rows.tolist() == small.rows.tolist()
    for name in names:
        assert big.codes(name).tolist() == small.codes(name).tolist()
        assert option_counts(big, name) == option_counts(small, name)
    assert big.texts("comment").tolist() == small.texts("comment").tolist()
    assert np.array_equal(big.numbers("hours"), small.numbers("hours"), equal_nan=True)


@pytest.mark.usefixtures("large")
def test_only_what_is_needed_is_read(tmp_path: Path) -> None:
    write_csv(tmp_path / "export.csv", rows(30))
    answers = answers_of(tmp_path, ["team"])
    assert set(answers.columns) == {"team"}
    assert answers.asked("hours")
    with pytest.raises(LookupError, match="were not read"):
        answers.numbers("hours")


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize(
    ("tail", "message"),
    [
        ("1,a,b,c,d,North,Pay,1,7\n", "row 22 has 9 cells where the heading has 10"),
        ("1,a,b,c,d,North,Pay,1,7,x,y\n", "row 22 has 11 cells where the heading has 10"),
        ("1,a,b,c,d,North", "ends in the middle of row 22: it has 6 of 10 cells"),
        ('1,a,b,c,d,North,Pay,1,7,"and so', "export.csv:24: ends within a quoted cell"),
        ('1,a,b,c,d,North,Pay,1,7,"so" x\n', "export.csv:24: is not a valid csv file"),
    ],
)
def test_broken_rows_are_refused(tmp_path: Path, tail: str, message: str) -> None:
    path = write_csv(tmp_path / "export.csv", rows(20))
    path.write_bytes(path.read_bytes() + tail.encode())
    with pytest.raises(InputProblems) as caught:
        answers_of(tmp_path)
    assert message in str(caught.value.problems[0])


@pytest.mark.usefixtures("large")
def test_a_late_byte_of_another_encoding_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "_SAMPLE_BYTES", 500)
    path = write_csv(tmp_path / "export.csv", rows(30))
    path.write_bytes(path.read_bytes() + b"1,a,b,c,d,S\xe9,Pay,1,7,x\n")
    with pytest.raises(InputProblems, match="UTF-8 text at first and something else"):
        answers_of(tmp_path)


STRAY = '1,a,b,c,d,North,Pay,1,7,"so\n'
ENDS = {
    "no other quote": "1,a,b,c,d,North,Pay,1,7,x\n",
    "quotes in every row": '"1","a","b","c","d","North","Pay","1","7","x"\n',
}


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("row", ENDS.values(), ids=ENDS)
def test_a_quote_that_never_ends_is_refused_at_once_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str, encoding: str
) -> None:
    monkeypatch.setattr(delimited, "_SAMPLE_BYTES", 500)
    monkeypatch.setattr(large_csv, "QUOTED_CHECKED", 20)
    text = ",".join(HEAD) + "\n" + row * 50 + STRAY + row * 100_000
    (tmp_path / "export.csv").write_bytes(text.encode(encoding))
    with at_most(calls=100_000), pytest.raises(InputProblems) as caught:
        answers_of(tmp_path)
    (problem,) = caught.value.problems
    assert str(problem).startswith("export.csv:52: ")
    assert "quotation mark is out of place" in str(problem)


@pytest.mark.parametrize("text", ['A,B\nx,y\n"p,q\nr,s\n', 'A,B\nx,y\n"p,q\nr,s" t,u\n'])
def test_small_and_large_files_are_refused_at_the_same_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / "export.csv").write_text(text, encoding="utf-8")
    codebook = write_codebook(tmp_path, "  a: {text: A, kind: text}\n")
    said = []
    for size in (10**6, 10):
        monkeypatch.setattr(delimited, "LARGE_BYTES", size)
        with pytest.raises(InputProblems) as caught:
            read_all(tmp_path, codebook)
        said += map(str, caught.value.problems)
    assert len(said) == 2
    assert said[0] == said[1]
    assert said[0].startswith("export.csv:3: ")
