"""Tables of findings, and of CSV files that stay in the report's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.document import Table, Value
from generator.model.findings import Findings
from generator.model.walk import plain
from tests.work import at_most

from ..makers import blocks, problems


def table(line: str, findings: Findings | None = None, folder: Path | None = None) -> Table:
    """The table that a line places."""
    (block,) = blocks(f"{{{{ {line} }}}}", findings, folder=folder)
    assert isinstance(block, Table)
    return block


def cells(built: Table) -> list[list[str]]:
    return [[plain(cell, " ") for cell in row] for row in (built.header, *built.rows)]


def test_findings_stand_by_wave_with_their_base() -> None:
    built = table("table(sw.workload_manageable, sw.hours_over, change=true)")
    assert cells(built) == [
        ["Finding", "2019", "2020", "2021", "2022", "Change", "Base, 2022"],
        ["Workload is manageable", "59%", "78%", "78%", "67%", "11 percentage points lower", "94"],
        ["Hours over contract", "[x]", "[x]", "9.6", "8.8", "0.8 hours lower", "90"],
    ]
    assert built.alignments == ("left",) + ("right",) * 6
    assert built.note.text == "[x] not available."
    assert built.caption.text == (
        "Workload is manageable and Hours over contract, social workers, 2019 to 2022"
    )
    assert built.rows[0][4] == (Value("67%", "sw.workload_manageable.figure@2022"),)


def test_answers_have_the_base_in_the_last_row() -> None:
    built = table("table(sw.training)")
    assert cells(built) == [
        ["Answer", "2022"],
        ["Online courses", "67%"],
        ["Workshops & talks", "54%"],
        ["Mentoring", "32%"],
        ["None", "[c]"],
        ["Base", "94"],
    ]


def test_groups_have_a_base_each_and_withheld_ones_none() -> None:
    built = table("table(sw.by_service)")
    assert cells(built)[1:] == [
        ["Duty", "67%", "30"],
        ["Safeguarding", "47%", "30"],
        ["Court", "[c]", "[c]"],
    ]
    assert cells(table("table(sw.by_service, bases=false)"))[0] == ["Group", "2022"]


def test_settings_are_kept() -> None:
    built = table('table(sw.leaving, waves=2022, caption="C", name="n", note="N")')
    assert (built.caption.text, built.name, built.note.text) == ("C", "n", "N")
    assert cells(built)[0] == ["Finding", "2022", "Base, 2022"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("table()", "table() needs a finding"),
        ("table(sw.stress, sw.training)", "shows one finding with several answers"),
        ("table(sw.leaving, waves=[1999])", "has no wave '1999'"),
    ],
)
def test_tables_that_cannot_be_made_are_problems(line: str, what: str) -> None:
    ((_, told),) = problems(f"{{{{ {line} }}}}")
    assert what in told


# ---------------------------------------------------------------- csv
@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "report"
    (home / "tables").mkdir(parents=True)
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    return home


def test_a_csv_file_is_a_table_with_its_text_kept_exactly(folder: Path) -> None:
    text = 'Item,Cost\r\n"R&D <b>, *x* | ""y""","£1,000"\r\nRoom,5.5%\r\n'
    (folder / "tables" / "costs.csv").write_text("\ufeff" + text, encoding="utf-8")
    built = table('csv_table("tables/costs.csv", caption="Costs", name="c")', folder=folder)
    assert cells(built) == [
        ["Item", "Cost"],
        ['R&D <b>, *x* | "y"', "£1,000"],
        ["Room", "5.5%"],
    ]
    assert built.alignments == ("left", "right")
    assert built.rows[0][0] == (Value('R&D <b>, *x* | "y"', "file:tables/costs.csv"),)


@pytest.mark.parametrize(
    "path",
    ["../secret.csv", "tables/../../secret.csv", "/etc/passwd", "..\\secret.csv", "C:/x.csv", ""],
)
def test_a_path_that_leaves_the_folder_is_refused(path: str, folder: Path) -> None:
    source = "{{ csv_table('" + path.replace("\\", "\\\\") + "') }}"
    ((line, what),) = problems(source, folder=folder)
    assert line == 2
    assert "csv_table() cannot read" in what


def test_a_link_that_leaves_the_folder_is_refused(folder: Path) -> None:
    (folder / "tables" / "link.csv").symlink_to(folder.parent / "secret.csv")
    ((_, what),) = problems('{{ csv_table("tables/link.csv") }}', folder=folder)
    assert "leaves the report's folder" in what


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"a,b\n1\n", "row 2, has 1 cells, and its header 2"),
        (b"a,b\n", "has no rows under its header"),
        (b"a,b\n\xff,2\n", "is not UTF-8 text"),
        (b'a,b\n"1,2\n', "is not valid CSV"),
        (b"a,b\n" + b"1,2\n" * 1001, "has 1,002 rows"),
        (b"a," * 600_000, "is larger than 1 MB"),
    ],
)
def test_csv_files_that_cannot_be_printed_are_problems(
    content: bytes, what: str, folder: Path
) -> None:
    (folder / "x.csv").write_bytes(content)
    ((_, told),) = problems('{{ csv_table("x.csv") }}', folder=folder)
    assert what in told


def test_only_csv_files_that_are_there_are_read(folder: Path) -> None:
    (folder / "x.txt").write_text("a\n1\n", encoding="utf-8")
    ((_, what),) = problems('{{ csv_table("x.txt") }}', folder=folder)
    assert "is not a .csv file" in what
    ((_, what),) = problems('{{ csv_table("y.csv") }}', folder=folder)
    assert "there is no file y.csv" in what


def test_a_table_is_no_wider_than_word_can_open(tmp_path: Path) -> None:
    wide = ",".join(f"h{number}" for number in range(64))
    (tmp_path / "x.csv").write_text(f"{wide}\n{wide}\n", encoding="utf-8")
    ((_, told),) = problems('{{ csv_table("x.csv") }}', folder=tmp_path)
    assert "x.csv has 64 columns, and no table more than 63" in told
    cells = "a|" * 5_000
    with at_most(calls=2_000_000):
        ((line, told),) = problems(f"\n|{cells}\n|{cells.replace('a', '-')}\n|{cells}\n")
    assert line == 3
    assert "a table of 5,000 columns; Word opens none of more than 63" in told
