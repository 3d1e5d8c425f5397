from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from generator.errors import InputProblems
from generator.survey.tables import archive
from generator.survey.tables.workbook import cell_text
from tests.survey.exports import read_all, write_codebook, write_xlsx

QUESTIONS = "  a: {text: A, kind: text}\n"
ROWS = [["A"], ["x"]]


def problem(folder: Path, file: str, entry: str = "") -> str:
    codebook = write_codebook(folder, QUESTIONS, file=file, entry=entry)
    with pytest.raises(InputProblems) as caught:
        read_all(folder, codebook)
    (found,) = caught.value.problems
    return str(found)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"), (3.5, "3.5"), (0.1 + 0.2, "0.3"), (1e20, "1e+20"), (True, "TRUE"),
        (datetime(2022, 9, 12, 10, 5), "2022-09-12 10:05:00"), (date(2022, 9, 12), "2022-09-12"),
        (time(10, 5), "10:05:00"), (timedelta(hours=30), "1 day, 6:00:00"), (None, ""),
    ],
)  # fmt: skip
def test_cells_are_stable_text(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_the_named_sheet_is_read_else_the_first_with_rows(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.create_sheet("Answers").append(["A"])
    book["Answers"].append(["first"])
    book.create_sheet("Others").append(["A"])
    book["Others"].append(["second"])
    book.save(tmp_path / "export.xlsx")
    for entry, text in (("", "first"), (", sheet: Others", "second")):
        codebook = write_codebook(tmp_path, QUESTIONS, file="export.xlsx", entry=entry)
        answers = read_all(tmp_path, codebook).of("staff", "2022")
        assert answers is not None
        assert list(answers.texts("a")) == [text]
    message = problem(tmp_path, "export.xlsx", ", sheet: Answer")
    assert message == "export.xlsx: has no sheet 'Answer'; did you mean 'Answers'?"


def test_a_cover_of_one_line_is_passed_over(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["Exported by somebody"])
    book.create_sheet("Answers").append(["A"])
    book["Answers"].append(["first"])
    book.save(tmp_path / "export.xlsx")
    codebook = write_codebook(tmp_path, QUESTIONS, file="export.xlsx")
    found = read_all(tmp_path, codebook)
    answers = found.of("staff", "2022")
    assert answers is not None
    assert list(answers.texts("a")) == ["first"]
    assert "export.xlsx: Read from the sheet 'Answers'; beside it there is 'Sheet'." in found.notes


def test_a_hidden_sheet_is_not_taken_by_itself(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for line in (["secret"], ["x"]):
        book.active.append(line)
    book.create_sheet("Form1")
    for line in (["A"], ["first"]):
        book["Form1"].append(line)
    book.active.sheet_state = "hidden"
    book.save(tmp_path / "export.xlsx")
    codebook = write_codebook(tmp_path, QUESTIONS, file="export.xlsx")
    answers = read_all(tmp_path, codebook).of("staff", "2022")
    assert answers is not None
    assert list(answers.texts("a")) == ["first"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html>\n", "is a web page, though its name ends in .csv"),
        (b"%PDF-1.7\n", "is a PDF, though its name ends in .csv"),
        (b'{"answers": []}\n', "is JSON, though its name ends in .csv"),
    ],
)
def test_what_is_no_table_under_the_name_of_a_csv_is_refused(
    tmp_path: Path, content: bytes, what: str
) -> None:
    (tmp_path / "export.csv").write_bytes(content)
    assert what in problem(tmp_path, "export.csv")


def test_a_newer_workbook_under_an_old_name_needs_its_name_only(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", ROWS).rename(tmp_path / "export.xls")
    assert "rename it so that it ends in .xlsx" in problem(tmp_path, "export.xls")


def test_a_csv_under_the_name_of_a_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "export.xlsx").write_text("A\nx\n", encoding="utf-8")
    assert "is not an .xlsx workbook" in problem(tmp_path, "export.xlsx")


def test_a_workbook_under_the_name_of_a_csv_is_refused(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", ROWS).rename(tmp_path / "export.csv")
    assert "is a workbook, though its name ends in .csv" in problem(tmp_path, "export.csv")


def test_another_archive_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.xlsx", "w") as file:
        file.writestr("word/document.xml", "<x/>")
    assert "is not an .xlsx workbook" in problem(tmp_path, "export.xlsx")


def test_a_workbook_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "export.xlsx", ROWS)
    path.write_bytes(path.read_bytes()[:-100])
    assert "is a damaged or cut-off .xlsx workbook" in problem(tmp_path, "export.xlsx")


def test_a_password_is_said(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    (tmp_path / "export.xlsx").write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    assert "is protected by a password; save a copy" in problem(tmp_path, "export.xlsx")


def test_an_old_workbook_is_said(tmp_path: Path) -> None:
    (tmp_path / "export.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
    assert "of the old .xls kind" in problem(tmp_path, "export.xls")


def test_macros_are_refused_by_name_and_by_content(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "export.xlsx", ROWS)
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("xl/vbaProject.bin", b"x")
    assert "holds macros" in problem(tmp_path, "export.xlsx")
    path.rename(tmp_path / "export.xlsm")
    assert "may hold macros" in problem(tmp_path, "export.xlsm")


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LIMITS", archive.LIMITS._replace(unpacked=2_000_000))
    path = write_xlsx(tmp_path / "export.xlsx", ROWS)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/media/image1.png", bytes(5_000_000))
    assert "unpacks to more than 2 MB" in problem(tmp_path, "export.xlsx")


def test_a_cell_longer_than_any_spreadsheet_has_is_refused(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "export.xlsx", [*ROWS, ["x" * 10]])
    path = tmp_path / "export.xlsx"
    parts = {}
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data.replace(b"x" * 10, b"x" * 200_000))
    assert "holds a cell of more than 131,000 characters" in problem(tmp_path, "export.xlsx")


def test_a_lone_value_in_the_last_row_is_not_laid_out(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["A"])
    page["XFD1048576"] = "x"
    book.save(tmp_path / "export.xlsx")
    assert "a sheet of 1,048,576 rows and 16,384 columns" in problem(tmp_path, "export.xlsx")


@pytest.mark.parametrize("name", ["export.docx", "export"])
def test_other_files_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"hello")
    assert "is of a kind that cannot be read" in problem(tmp_path, name)
