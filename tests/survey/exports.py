"""Small exports and codebooks, written to a folder and read back."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.config.files import Files
from generator.config.survey.codebook_file import load_codebook
from generator.errors import InputProblems
from generator.model.issues import Where
from generator.model.survey.codebook import Codebook, ExportFile
from generator.survey.answers.read import open_export, read_responses
from generator.survey.answers.responses import (
    BLANK,
    NOT_APPLICABLE,
    NOT_ASKED,
    PREFER_NOT_TO_SAY,
    Answers,
    Responses,
)
from generator.survey.readers.export_layout import HeadColumn, Outline

STATES = {
    BLANK: "blank",
    PREFER_NOT_TO_SAY: "prefer not to say",
    NOT_APPLICABLE: "not applicable",
    NOT_ASKED: "not asked",
}
AGREEMENT = """
scales:
  agreement: {options: [Strongly agree, Agree, Neither, Disagree, Strongly disagree]}
"""


def csv_text(rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    """Rows as the text of a csv file."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def write_csv(
    path: Path, rows: Sequence[Sequence[str]], encoding: str = "utf-8", delimiter: str = ","
) -> Path:
    """A csv file with these rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(csv_text(rows, delimiter).encode(encoding))
    return path


def write_xlsx(path: Path, rows: Sequence[Sequence[object]], sheet: str = "Form1") -> Path:
    """An xlsx file with these rows."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    book.save(path)
    return path


def write_ods(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """An ods file with these rows, as small as one can be."""
    from xml.sax.saxutils import escape
    from zipfile import ZipFile

    def cell(value: object) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, int | float):
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        text = escape(str(value))
        return (
            '<table:table-cell office:value-type="string">'
            f"<text:p>{text}</text:p></table:table-cell>"
        )

    body = "".join(
        f"<table:table-row>{''.join(cell(value) for value in row)}</table:table-row>"
        for row in rows
    )
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
            'manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="Sheet1">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def write_codebook(
    folder: Path, questions: str, file: str = "export.csv", rest: str = "", entry: str = ""
) -> Codebook:
    """A codebook of one cohort and wave; `entry` adds keys to its file, `rest` to its top."""
    text = (
        "cohorts: {staff: staff}\n"
        'waves: ["2022"]\n'
        "files:\n"
        f'  - {{file: {file}, cohort: staff, wave: "2022", sent: 100{entry}}}\n'
        f"{rest}\nquestions:\n{questions}"
    )
    (folder / "codebook.yaml").write_text(text, encoding="utf-8")
    return load_codebook(folder / "codebook.yaml", Files(folder))


def read_all(folder: Path, codebook: Codebook, needed: Sequence[str] | None = None) -> Responses:
    """Every export of the codebook."""
    return read_responses(codebook, folder, Files(folder), needed)


def read_one(
    folder: Path,
    rows: Sequence[Sequence[str]],
    questions: str,
    rest: str = "filters: {duplicates: none}",
    entry: str = "",
) -> Answers:
    """The answers of one csv export."""
    write_csv(folder / "export.csv", rows)
    codebook = write_codebook(folder, questions, rest=rest, entry=entry)
    found = read_all(folder, codebook).of("staff", "2022")
    assert found is not None
    return found


def option_counts(answers: Answers, question: str) -> list[int]:
    """Respondents per option, in the order of the codebook."""
    return [int(answers.chose(question, option).sum()) for option in answers.options(question)]


def states(answers: Answers, question: str) -> dict[str, int]:
    """How many respondents answered, left it blank, ...; only what occurs."""
    codes = [STATES.get(int(code), "answered") for code in answers.codes(question)]
    return dict(Counter(codes))


def problems_of(
    folder: Path,
    rows: Sequence[Sequence[str]],
    questions: str,
    rest: str = "filters: {duplicates: none}",
    entry: str = "",
) -> list[str]:
    """The messages that reading one csv export ends with."""
    with pytest.raises(InputProblems) as caught:
        read_one(folder, rows, questions, rest, entry)
    return [str(problem) for problem in caught.value.problems]


def hints(**keys: object) -> ExportFile:
    """What a codebook says of a file."""
    return ExportFile("export.csv", "staff", "2022", Where("codebook.yaml"), **keys)  # type: ignore[arg-type]


def outline_of(path: Path, **keys: object) -> Outline:
    """How a file would be read."""
    return open_export(path, Where(path.name), hints(**keys)).outline


def questions_of(outline: Outline) -> list[HeadColumn]:
    """The columns that may hold answers."""
    return list(outline.questions)
