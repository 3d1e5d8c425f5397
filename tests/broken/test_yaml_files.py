"""A YAML file that explodes, is in a wrong encoding, is missing or is something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import small
from tests.broken.breaking import (
    CODEBOOK,
    FINDINGS,
    REPORT,
    assert_told,
    put,
    refused,
    replace,
)
from tests.conftest import run

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n"
    for old, new in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BOMB, "repeat less through aliases"),
        ("a: &a [*a]\n", "stands inside what it repeats"),
        ("a: !!python/object/apply:os.system [echo]\n", "is not allowed"),
        ("a: !!binary aGVsbG8=\n", "is not allowed"),
        ("a: &a {b: 1}\nc: {<<: *a}\n", "<<"),
        ("a: " + "[" * 5000, "nested"),
        ("a: " + "{b: " * 5000, "nested"),
        ("a: 'x\n", "not valid"),
        ("--- a\n--- b\n", "document"),
        ("%YAML 9.9\n---\na: 1\n", ""),
        ("? [a, b]\n: c\n", ""),
        ("a: \x07\n", "U+0007"),
    ],
)
def test_yaml_that_explodes_or_reaches_out_is_refused(
    workspace: Path, text: str, words: str
) -> None:
    put(workspace, REPORT, (text + small.REPORT).encode())
    assert_told(refused(workspace), "report.yaml", (words,), alone=False)


@pytest.mark.parametrize("name", small.TEXTS)
@pytest.mark.parametrize(
    ("encoding", "words"),
    [("latin-1", "is not UTF-8 text (byte 0xe9"), ("utf-16", "is UTF-16 text, not UTF-8")],
)
def test_a_file_in_a_wrong_encoding_is_said(
    workspace: Path, name: str, encoding: str, words: str
) -> None:
    text = small.TEXTS[name].replace("£", "GBP")
    mark = "<!-- é -->\n" if name.endswith(".md") else "# é\n"
    put(workspace, name, (text + mark).encode(encoding))
    line = f":{text.count(chr(10)) + 1}" if encoding == "latin-1" else ""
    assert_told(refused(workspace), f"{name}{line}: {words}", (), alone=False)


@pytest.mark.parametrize(
    "data", [b"", b"# nothing\n", b"- a\n- b\n", b"hello", b"3", b"\xef\xbb\xbf"]
)
@pytest.mark.parametrize("name", [REPORT, CODEBOOK, FINDINGS])
def test_a_file_that_is_no_mapping_is_said(workspace: Path, name: str, data: bytes) -> None:
    put(workspace, name, data)
    assert_told(refused(workspace), name, (), alone=False)


@pytest.mark.parametrize("data", [b"# nothing\n", b"", b"cohorts: {sw: x}\nwaves: [2022]\n"])
def test_an_unfinished_codebook_is_told_how_to_be_drafted(workspace: Path, data: bytes) -> None:
    put(workspace, CODEBOOK, data)
    done = refused(workspace)
    assert_told(
        done, CODEBOOK, ("survey inspect EXPORT --write inputs/check/codebook.yaml",), False
    )
    assert done.err.count("survey inspect") == 1


def test_a_group_that_is_no_cohort_is_told_once(workspace: Path) -> None:
    path = workspace / small.FOLDER / FINDINGS
    path.write_text(path.read_text("utf-8").replace("\n  sw:\n", "\n  sww:\n"), encoding="utf-8")
    (found,) = [one for one in refused(workspace).problems if "findings.yaml" in one]
    assert "'sww' is not a cohort" in found


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("scheme: 2", "unknown key 'scheme'; take it out"),
        ("themse: {a: A}", "unknown key 'themse'; did you mean 'themes'?"),
        ("themse: 2", "did you mean 'themes'? It takes a mapping of keys to values"),
    ],
)
def test_no_key_is_proposed_that_would_be_refused(workspace: Path, line: str, said: str) -> None:
    path = workspace / small.FOLDER / CODEBOOK
    path.write_text(f"{line}\n{path.read_text('utf-8')}", encoding="utf-8")
    assert_told(refused(workspace), "codebook.yaml:1", (said,))


@pytest.mark.parametrize(
    ("right", "curly", "straight"),
    [
        ('["Yes", "No"]', "[\u201cYes\u201d, \u201cNo\u201d]", 'straight ones: "Yes"'),
        ('["Yes", "No"]', "[\u201cYes, always\u201d, No]", 'straight ones: "Yes"'),
        ('["Yes", "No"]', "[\u2018Yes\u2019, No]", 'straight ones: "Yes"'),
        ("text: Do you plan to stay?", "text: \u201cDo you plan to stay?\u201d",
         'straight ones: "Do you plan to stay?"'),
    ],
)  # fmt: skip
def test_curly_quotation_marks_are_told_for_what_they_are(
    workspace: Path, right: str, curly: str, straight: str
) -> None:
    path = workspace / small.FOLDER / CODEBOOK
    path.write_text(path.read_text("utf-8").replace(right, curly), encoding="utf-8")
    done = refused(workspace)
    assert_told(done, "codebook.yaml", ("curly quotation marks", straight), alone=False)
    assert "renamed_options" not in done.err


def test_a_text_with_curly_marks_in_it_is_a_text(workspace: Path) -> None:
    path = workspace / small.FOLDER / CODEBOOK
    text = path.read_text("utf-8").replace("[Paperwork,", "[\u201cPaper\u201d work, Paperwork,")
    path.write_text(text, encoding="utf-8")
    assert "curly" not in run("build", small.NAME, cwd=workspace).err


@pytest.mark.parametrize("name", [REPORT, CODEBOOK, FINDINGS, "narrative.md"])
def test_a_missing_file_is_said(workspace: Path, name: str) -> None:
    (workspace / small.FOLDER / name).unlink()
    assert_told(refused(workspace), name, ("no such file",), alone=False)


@pytest.mark.parametrize("name", small.TEXTS)
def test_a_folder_in_place_of_a_file_is_said(workspace: Path, name: str) -> None:
    path = workspace / small.FOLDER / name
    path.unlink()
    path.mkdir()
    assert_told(refused(workspace), name, (), alone=False)


def test_texts_that_look_like_yaml_s_own_words_are_texts(workspace: Path) -> None:
    replace(workspace, REPORT, "wards_affected: All", "wards_affected: No")
    replace(workspace, CODEBOOK, '["Yes", "No"]', "[Yes, No]")
    assert run("build", small.NAME, cwd=workspace).code == 0
