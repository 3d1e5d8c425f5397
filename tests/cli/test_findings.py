"""`committee findings`: figures as files for those who do not program."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Committee
from tests.small import FOLDER, NAME, ROOT


def test_a_csv_file_has_a_row_for_each_figure(workspace: Path, committee: Committee) -> None:
    done = committee("findings", NAME, "--csv", "figures.csv", cwd=workspace)
    assert (done.code, done.out, done.err) == (0, "", "wrote figures.csv\n")
    text = (workspace / "figures.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert {row["key"] for row in rows} >= {"sw.response", "sw.pressures", "mg.workload"}
    assert {row["text"] for row in rows if row["key"] == "sw.response"} == {"48%", "50%"}


def test_a_withheld_figure_is_in_no_file(fresh: Path, committee: Committee) -> None:
    path = fresh / FOLDER / "findings.yaml"
    path.write_text(path.read_text("utf-8").replace("minimum_base: 10,", "minimum_base: 20,"))
    words = ["--only", "mg.workload", "--csv", "f.csv", "--xlsx", "f.xlsx"]
    assert committee("findings", NAME, *words, cwd=fresh).code == 0
    text = (fresh / "f.csv").read_bytes().decode("utf-8-sig")
    [row] = csv.DictReader(StringIO(text, newline=""))
    book = openpyxl.load_workbook(BytesIO((fresh / "f.xlsx").read_bytes()))
    head, cells = book["Findings"].iter_rows(values_only=True)
    for shown in (row, dict(zip(head, cells, strict=True))):
        assert (shown["text"], shown["mark"]) == ("[c]", "[c]")
        assert not any(shown[name] for name in ("value", "base", "count", "low", "high"))


def test_only_those_asked_for_are_written(workspace: Path, committee: Committee) -> None:
    words = ["findings", NAME, "--only", "mg.", "--xlsx", "deep/figures.xlsx"]
    assert committee(*words, cwd=workspace).code == 0
    book = openpyxl.load_workbook(BytesIO((workspace / "deep" / "figures.xlsx").read_bytes()))
    keys = {row[0] for row in book["Findings"].iter_rows(min_row=2, values_only=True)}
    assert keys == {"mg.response", "mg.workload"}


def test_a_dash_is_standard_output_without_a_byte_order_mark(
    workspace: Path, committee: Committee
) -> None:
    done = committee("findings", NAME, "--csv", "-", cwd=workspace)
    assert done.out.startswith("key,title,")
    assert done.err == ""
    assert not (workspace / "-").exists()


def test_a_file_that_is_there_is_replaced_with_force_only(
    workspace: Path, committee: Committee
) -> None:
    path = workspace / "figures.csv"
    path.write_bytes(b"mine")
    words = ["findings", NAME, "--csv", "figures.csv", "--xlsx", "figures.xlsx"]
    refused = committee(*words, cwd=workspace)
    assert refused.code == 2
    assert "give --force to replace" in refused.err
    assert path.read_bytes() == b"mine"
    assert not (workspace / "figures.xlsx").exists()
    (workspace / "figures.xlsx").write_bytes(b"mine")
    piped = committee(*words[:2], "--csv", "-", "--xlsx", "figures.xlsx", cwd=workspace)
    assert (piped.code, piped.out) == (2, "")
    assert committee(*words, "--force", cwd=workspace).code == 0
    again = committee(*words, cwd=workspace)
    assert (again.code, again.err) == (0, "unchanged figures.xlsx\nunchanged figures.csv\n")


def test_a_dry_run_says_what_it_would_write_and_writes_nothing(
    fresh: Path, committee: Committee
) -> None:
    words = ["findings", NAME, "--csv", "figures.csv", "--dry-run"]
    done = committee(*words, cwd=fresh)
    assert (done.code, done.out, done.err) == (0, "", "would write figures.csv\n")
    assert not (fresh / "figures.csv").exists()
    assert not (fresh / "output").exists()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--csv", "figures.xlsx"], "must end in .csv"),
        (["--xlsx", "figures.xls"], "must end in .xlsx"),
        (["--xlsx", "-"], "must end in .xlsx"),
        (["--csv", "figures.csv", "--json"], "--json prints the findings"),
    ],
)
def test_files_that_excel_would_not_open_are_wrong_usage(
    workspace: Path, committee: Committee, words: list[str], why: str
) -> None:
    done = committee("findings", NAME, *words, cwd=workspace)
    assert (done.code, done.out) == (2, "")
    assert why in done.err


def test_without_findings_no_file_is_written(fresh: Path, committee: Committee) -> None:
    none = committee("findings", NAME, "--only", "zz", "--csv", "figures.csv", cwd=fresh)
    assert none.code == 1
    assert "no findings whose key holds 'zz'; nothing was written" in none.err
    for name in ("findings.yaml", "codebook.yaml"):
        (fresh / FOLDER / name).unlink()
    assert committee("findings", NAME, "--csv", "-", cwd=fresh).code == 1
    assert not (fresh / "figures.csv").exists()


def test_the_files_need_no_pandas_where_findings_are_kept(workspace: Path) -> None:
    code = (
        "import sys; from generator.cli import committee\n"
        "try: committee(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(sorted({'pandas', 'numpy', 'docx', 'lxml'} & set(sys.modules)))"
    )
    words = ["-w", str(workspace), "findings", NAME]
    words += ["--csv", str(workspace / "f.csv"), "--xlsx", str(workspace / "f.xlsx")]
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"
    assert (workspace / "f.xlsx").is_file()


def test_why_says_the_rule_and_a_refused_build_says_the_same(
    fresh: Path, committee: Committee
) -> None:
    path = fresh / FOLDER / "findings.yaml"
    path.write_text(path.read_text("utf-8").replace("minimum_base: 10,", "minimum_base: 20,"))
    why = committee("findings", NAME, "--why", "mg.workload.percent", cwd=fresh)
    rule = "a figure needs 20 people (minimum_base)"
    assert (why.code, rule in why.out) == (0, True)
    assert why.out.startswith("mg.workload of 2022 is withheld: ")
    refused = committee("build", NAME, cwd=fresh)
    assert refused.code == 1
    assert rule in refused.err
    listed = committee("findings", NAME, "--why", "mg.workload", "--json", cwd=fresh)
    assert json.loads(listed.out)[0]["own"] is True


def test_why_of_what_is_published_or_unknown(workspace: Path, committee: Committee) -> None:
    done = committee("findings", NAME, "--why", "sw.workload", cwd=workspace)
    assert (done.code, done.err) == (0, "nothing of sw.workload is withheld\n")
    done = committee("findings", NAME, "--why", "sw.worklod", cwd=workspace)
    assert done.code == 1
    assert "there is no finding 'sw.worklod'; did you mean 'sw.workload'?" in done.err
