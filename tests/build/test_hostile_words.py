"""Words that other programs would run are words in everything that is written."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import etree

from generator.pipeline.release import finalising
from tests.build.reading import S, all_parts
from tests.conftest import Committee
from tests.small import FOLDER, NAME, QUESTIONS, forms_rows, xlsx_bytes

FORMULA = "=cmd|' /C calc'!A0"
SCRIPT = "</script><img src=x onerror=alert(1)>"
ALARM = "+1\nEND:VEVENT\nBEGIN:VALARM\nACTION:PROCEDURE"
DAY = ("--today", "2023-03-07")


@pytest.fixture
def hostile(fresh: Path) -> Path:
    """The small workspace, such words in titles, names, options, answers and law."""
    folder = fresh / FOLDER

    def change(name: str, *pairs: tuple[str, str]) -> None:
        text = (folder / name).read_text("utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (folder / name).write_text(text, "utf-8", newline="")

    change(
        "report.yaml",
        ("Staff check 2022", json.dumps(f"{FORMULA} {SCRIPT}")),
        ("Families Scrutiny Panel", json.dumps(f"@SUM(A1) {SCRIPT}")),
        ("short_name: Panel", f"short_name: {json.dumps(ALARM)}"),
        ("Ada Byron", json.dumps(f"{FORMULA} {SCRIPT}")),
    )
    change(
        "findings.yaml",
        ("title: Workload is manageable", f"title: {json.dumps(FORMULA)}"),
        ("title: Plans to leave", f"title: {json.dumps(SCRIPT)}"),
        ("title: All answers on workload", "title: '@SUM(1,2)'"),
    )
    change(
        "codebook.yaml",
        ("label: Social workers", f"label: {json.dumps(FORMULA)}"),
        ("[North, South,", f"[North, {json.dumps(FORMULA)},"),
        ("label: Managers", "label: '-1+1'"),
    )
    change("narrative.md", ('title="Workloads move"', "title=\"=cmd|' /C calc'!A0\""))
    rows = forms_rows("b", 30, 7, QUESTIONS[1])
    answered = [[FORMULA if cell == "South" else cell for cell in row] for row in rows]
    (folder / "survey" / "sw_2022.xlsx").write_bytes(xlsx_bytes(answered))
    for path in (folder / "survey").glob("*.csv"):
        path.write_text(path.read_text("utf-8-sig").replace("South", f'"{FORMULA}"'), "utf-8-sig")
    return fresh


class Elements(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names += [tag, *(name for name, _ in attrs)]


def formulas(name: str, data: bytes) -> list[str]:
    """The formulas of all workbooks in a file, and its parts that are no XML."""
    found = []
    for part, content in all_parts(name, data):
        if part.endswith((".xml", ".rels")):
            root = etree.fromstring(content)
            if "/worksheets/" in part:
                found += [f"{part}: {one.text}" for one in root.iter(f"{S}f", f"{S}hyperlink")]
    return found


def test_what_is_released_has_no_formula_element_or_event_of_theirs(
    hostile: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finalising, "libreoffice", lambda: None)
    (hostile / FOLDER / "sign_offs.yaml").write_text("sign_offs: {}\n", "utf-8")
    for unit, code in (("financial", "[JG/15022023/Y]"), ("legal", "[SB/05022023/I]")):
        assert committee("sign-off", NAME, unit, code, cwd=hostile).code == 0
    done = committee("finalise", NAME, *DAY, "--by", f"{FORMULA} {SCRIPT}", cwd=hostile)
    assert done.code == 0, done.err
    output = hostile / "output" / NAME
    pages = list(output.glob("final*/*.html"))
    assert len(pages) == 2
    for page in pages:
        text = page.read_text("utf-8")
        assert not {"img", "onerror"} & set(Elements(text).names), page.name
        assert "</script><img" not in text
    for path in output.glob("final*/*.docx"):
        assert formulas(path.name, path.read_bytes()) == []
    for path in (*output.glob("final*/*.json"), hostile / FOLDER / "released" / "1.json"):
        json.loads(path.read_text("utf-8"))


def test_figures_and_evidence_hold_their_words_as_text(hostile: Path, committee: Committee) -> None:
    for form in ("csv", "xlsx"):
        done = committee("findings", NAME, f"--{form}", f"out.{form}", cwd=hostile)
        assert done.code == 0, done.err
    rows = list(csv.reader(io.StringIO((hostile / "out.csv").read_text("utf-8-sig"))))
    assert f"'{FORMULA}" in [cell for row in rows for cell in row]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+c"))]
    assert formulas("out.xlsx", (hostile / "out.xlsx").read_bytes()) == []
    done = committee("evidence", NAME, "-o", "evidence.xlsx", cwd=hostile)
    assert done.code == 0, done.err
    found = formulas("evidence.xlsx", (hostile / "evidence.xlsx").read_bytes())
    assert [one for one in found if "sheet1" not in one] == []  # the cover has links to its sheets


def test_days_and_issues_hold_their_words_as_text(hostile: Path, committee: Committee) -> None:
    assert committee("timetable", NAME, "--ics", "days.ics", cwd=hostile).code == 0
    lines = (hostile / "days.ics").read_bytes().decode().split("\r\n")
    assert not [one for one in lines if one.startswith(("BEGIN:VALARM", "ACTION"))]
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")
    done = committee("check", NAME, "--json", "--sarif", "found.sarif", cwd=hostile)
    assert json.loads(done.out)["issues"]
    json.loads((hostile / "found.sarif").read_text("utf-8"))
