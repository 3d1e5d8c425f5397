"""Findings as a csv file."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from generator.model.findings import Estimate
from generator.model.findings_rows import FIGURE_COLUMNS
from generator.publish.findings_csv import csv_text, findings_csv
from tests.narrative.makers import estimate, finding

WORKLOAD = finding(
    "sw.workload",
    [estimate("2021", 40, 60), estimate("2022", None, None)],
    title="Workload — “manageable”",
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def test_excel_reads_the_file_as_utf_8_and_line_by_line() -> None:
    data = findings_csv([WORKLOAD])
    assert data.startswith(b"\xef\xbb\xbfkey,title,")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert len(lines) == 4
    assert lines[-1] == ""
    assert not any("\n" in line for line in lines)


def test_a_program_reads_every_column_with_unrounded_numbers() -> None:
    first, withheld = rows(csv_text([WORKLOAD]))
    assert list(first) == [column.name for column in FIGURE_COLUMNS]
    assert first["title"] == "Workload — “manageable”"
    assert (first["text"], float(first["value"]), first["base"]) == ("67%", 100 * 40 / 60, "60")
    assert (withheld["text"], withheld["value"], withheld["base"]) == ("[c]", "", "")


def test_there_is_no_byte_order_mark_in_a_pipe() -> None:
    assert csv_text([WORKLOAD]).startswith("key,")


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "＝", " =", "\u00a0=", "\ufeff="]
)
def test_text_that_begins_as_a_formula_is_none(start: str) -> None:
    text = f'{start}HYPERLINK("https://example.org")'
    made = finding("sw.x", [estimate("2022", 4, 9, category=text, group=text)], title=text)
    [row] = rows(findings_csv([made]).decode("utf-8-sig"))
    assert {row[name] for name in ("title", "category", "group")} == {f"'{text}"}


def test_negative_numbers_stay_numbers() -> None:
    made = finding("sw.net", [Estimate("2022", -12.5, 94, low=-20.0, high=-5.0)], decimals=1)
    [row] = rows(csv_text([made]))
    assert [row[name] for name in ("value", "low", "high")] == ["-12.5", "-20.0", "-5.0"]
    assert row["text"] == "\N{MINUS SIGN}12.5%"


def test_a_net_share_with_its_sign_is_no_formula() -> None:
    made = finding("sw.net", [Estimate("2022", 1204.5, 94)], unit="points", decimals=1)
    [row] = rows(csv_text([made]))
    assert row["text"] == "+1,204.5"
