"""What is wrong in a raw export is said with its file and cell, and how to mend it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests import small
from tests.broken.breaking import (
    CODEBOOK,
    CSV,
    QUALTRICS,
    XLSX,
    assert_told,
    change_csv,
    change_xlsx,
    put,
    refused,
    replace,
)
from tests.conftest import run

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        ("F", "Nrth", ("'Nrth' is not an option of 'team'", "did you mean 'North'?")),
        ("G", "Strongly agreee", ("did you mean 'Strongly agree'?", "codebook.yaml:22")),
        ("I", "about ten", ("'about ten' is not a number ('hours')",)),
        ("I", "400", ("is not at most 40",)),
        ("J", "Paperwork;Cake;", ("is not made of the options of 'pressures'",)),
    ],
)
def test_an_answer_that_the_codebook_does_not_know_is_said_with_its_cell(
    workspace: Path, column: str, text: str, words: tuple[str, ...]
) -> None:
    def change(rows: list[list[str]]) -> None:
        rows[3]["ABCDEFGHIJK".index(column)] = text

    change_xlsx(workspace, change)
    assert_told(refused(workspace), f"{XLSX}: {column}4", words)


def test_a_renamed_column_is_said_with_the_nearest(workspace: Path) -> None:
    replace(workspace, CSV, "Do you plan to stay?", "Do you plan on staying?")
    words = ("no column for the question 'stay'", "column H, 'Do you plan on staying?'")
    assert_told(refused(workspace), CSV, words)


def test_a_missing_column_is_said(workspace: Path) -> None:
    def drop(rows: list[list[str]]) -> None:
        for row in rows:
            del row[6]

    change_xlsx(workspace, drop)
    words = ("no column for the question 'workload'", "'My workload is manageable'")
    assert_told(refused(workspace), XLSX, words, alone=False)


def test_a_respondent_who_answered_twice_is_said_where_the_codebook_says_nothing(
    workspace: Path,
) -> None:
    replace(workspace, CODEBOOK, "  duplicates: content\n", "")
    done = refused(workspace)
    for name in (CSV, XLSX):
        assert_told(done, name, ("1 row repeats the respondent of another row",), alone=False)


@pytest.mark.parametrize("name", [CSV, XLSX, QUALTRICS])
def test_an_empty_file_is_said(workspace: Path, name: str) -> None:
    put(workspace, name, b"")
    assert_told(refused(workspace), name, ("is an empty file; export it again",))


def test_an_export_without_answers_is_said(workspace: Path) -> None:
    def no_answers(rows: list[list[str]]) -> None:
        del rows[1:]

    change_csv(workspace, no_answers)
    change_xlsx(workspace, no_answers)
    done = refused(workspace)
    for name in (CSV, XLSX):
        assert_told(done, name, ("has headings but no answers",), alone=False)


def test_a_workbook_without_rows_is_said(workspace: Path) -> None:
    put(workspace, XLSX, small.xlsx_bytes([]))
    assert_told(refused(workspace), XLSX, ("holds no rows",))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bytes(range(256)) * 40, "is not a text file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(200)), "is not a text file"),
        (small.xlsx_bytes([["a"]]), "is a workbook, though its name ends in .csv"),
    ],
)
def test_a_csv_that_is_no_text_is_said(workspace: Path, data: bytes, words: str) -> None:
    put(workspace, CSV, data)
    assert_told(refused(workspace), CSV, (words,))


def test_a_csv_that_is_not_in_its_declared_encoding_is_said_with_the_line(workspace: Path) -> None:
    replace(workspace, CODEBOOK, "sent: 50}", "sent: 50, encoding: utf-8}")
    rows = small.forms_rows("a", 24, 3, "My caseload is manageable")
    rows[5][-1] = "Café"
    put(workspace, CSV, small.csv_bytes(rows).decode("utf-8-sig").encode("latin-1"))
    assert_told(refused(workspace), f"{CSV}:6", ("is not UTF-8 text (byte 0xe9)",))


def test_a_csv_of_windows_is_read_and_the_assumption_is_told(workspace: Path) -> None:
    rows = small.forms_rows("a", 24, 3, "My caseload is manageable")
    rows[5][-1] = "Café – “yes”"
    put(workspace, CSV, small.csv_bytes(rows).decode("utf-8-sig").encode("cp1252"))
    for _ in range(2):  # the second time from the cache
        done = run("build", small.NAME, cwd=workspace)
        assert (done.code, done.err) == (
            0,
            f"warning: {small.FOLDER}/{CSV}: read as Windows-1252\n",
        )


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def with_macros() -> bytes:
    stream = io.BytesIO(small.xlsx_bytes([["a"], ["b"]]))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (small.csv_bytes([["a", "b"]]), "is not an .xlsx workbook"),
        (b"<html><table/></html>", "is not an .xlsx workbook"),
        (zipped(a=b"x"), "is not an .xlsx workbook"),
        ((small.ROOT / "report_templates/scrutiny.docx").read_bytes(), "is not an .xlsx workbook"),
        (small.exports()[XLSX][:3000], "damaged or cut-off"),
        (OLE + bytes(4000), "is protected by a password"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (with_macros(), "holds macros"),
    ],
    ids=["csv", "html", "zip", "docx", "cut off", "ole", "encrypted", "macros"],
)
def test_an_xlsx_that_is_not_one_is_said(workspace: Path, data: bytes, words: str) -> None:
    put(workspace, XLSX, data)
    assert_told(refused(workspace), XLSX, (words,))


def test_a_workbook_named_as_one_with_macros_is_refused(workspace: Path) -> None:
    replace(workspace, CODEBOOK, "sw_2022.xlsx", "sw_2022.xlsm")
    path = workspace / small.FOLDER / XLSX
    path.rename(path.with_suffix(".xlsm"))
    assert_told(refused(workspace), "survey/sw_2022.xlsm", ("may hold macros",))


def test_a_workbook_that_unpacks_to_far_too_much_is_refused(workspace: Path) -> None:
    source, stream = zipfile.ZipFile(workspace / small.FOLDER / XLSX), io.BytesIO()
    with source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data + b" " * 60_000_000 if "sheet1" in name else data)
    put(workspace, XLSX, stream.getvalue())
    assert_told(refused(workspace), XLSX, ("times its size",))


def test_every_wrong_export_is_named_in_one_list(workspace: Path) -> None:
    put(workspace, CSV, b"")
    put(workspace, XLSX, b"PK\x03\x04")
    replace(workspace, QUALTRICS, "Do you plan to stay?", "Are you staying on?")
    done = refused(workspace)
    assert [problem.split(":")[0] for problem in done.problems] == [
        f"{small.FOLDER}/{name}" for name in (CSV, XLSX, QUALTRICS)
    ]
