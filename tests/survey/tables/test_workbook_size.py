"""Workbooks that would not fit into memory are refused before any library reads them."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.errors import InputProblems
from generator.model.issues import Where
from generator.model.survey.codebook import ExportFile
from generator.survey.tables.opening import open_table
from generator.survey.tables.sheet_size import Oversized, SizeLimits
from generator.survey.tables.workbook_size import check_size
from generator.word.external.sheet import SheetError, sheet_table
from tests.odd_workbooks import FAR, HEAD, ods, ods_row, package, xlsx

LIMITS = SizeLimits(cells=1_000_000, characters=1_000, unpacked=10_000_000)
SHARED = '<c t="s"><v>0</v></c>'
ROW = '<row r="{0}"><c r="A{0}"><v>1</v></c></row>'


def size(data: bytes, limits: SizeLimits = LIMITS) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_size(archive, limits)


def prefixed(xml: str) -> str:
    return xml.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")


FAR_CELLS = {
    "as Excel writes it": xlsx(HEAD + FAR),
    "in single quotes": xlsx((HEAD + FAR).replace('"', "'")),
    "with spaces": xlsx(HEAD + '<row\nr = "1048576"><c\tr\n= "XFD1048576" ><v>1</v></c></row>'),
    "without the number of its row": xlsx(HEAD + '<row><c r="XFD1048576"><v>1</v></c></row>'),
    "with signs written as numbers": xlsx(HEAD + FAR.replace("XFD", "&#88;F&#x44;")),
    "in small letters": xlsx(HEAD + FAR.replace("XFD", "xfd")),
    "counted, not named": xlsx(HEAD + '<row r="1048576">' + "<c/>" * 99 + "<c><v>1</v></c></row>"),
    "in a part of another name": xlsx(HEAD + FAR, part="media/image1.png"),
    "with a prefix": package(
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        + prefixed(f"<sheetData>{HEAD}{FAR}</sheetData>")
        + "</x:worksheet>"
    ),
    "repeated in an .ods": ods(ods_row("x", across=16_384, down=1_048_576)),
    "below empty rows of an .ods": ods(
        ods_row("x", across=900) + ods_row("", down=1_000_000) + ods_row("x")
    ),
}  # fmt: skip


@pytest.mark.parametrize("data", FAR_CELLS.values(), ids=FAR_CELLS)
def test_a_far_cell_is_found_however_it_is_written(data: bytes) -> None:
    with pytest.raises(Oversized, match=r"rows and .* columns, too many to read"):
        size(data)


def test_what_only_looks_far_is_no_obstacle() -> None:
    styled = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    size(xlsx(HEAD + ROW.format(2) + styled, more='<dimension ref="A1:XFD1048576"/>'))
    size(xlsx(HEAD + f"<!-- {FAR} -->"))
    size(ods(ods_row("A") + ods_row("", across=16_384, down=1_048_575)))


def test_a_rectangle_that_is_all_but_empty_is_refused_sooner_than_a_full_one() -> None:
    limits = LIMITS._replace(cells=20_000_000)
    with pytest.raises(Oversized, match="900,000 rows and 3 columns"):
        size(xlsx(HEAD + '<row r="900000"><c r="C900000"><v>1</v></c></row>'), limits)
    size(ods(ods_row("x", across=3, down=900_000)), LIMITS._replace(cells=9**9, characters=9**9))


@pytest.mark.parametrize(
    "data",
    [
        xlsx(f"<row>{SHARED * 11}</row>", f"<si><t>{'x' * 100}</t></si>"),
        xlsx(f"<row>{SHARED * 11}</row>", "<si>" + f"<r><t>{'x' * 10}</t></r>" * 10 + "</si>"),
        ods(ods_row("x" * 100, across=11)),
        ods(ods_row("x" * 100, down=11)),
        ods(ods_row('<text:s text:c="4000000000"/>')),
    ],
    ids=["a shared text", "one of many runs", "across", "down", "spaces"],
)
def test_a_text_that_many_cells_repeat_counts_in_each(data: bytes) -> None:
    with pytest.raises(Oversized, match="longer than 1,000 characters"):
        size(data)
    size(data, LIMITS._replace(characters=10**10))


def test_texts_of_several_sheets_are_not_one_sum_and_broken_numbers_are_damage() -> None:
    size(xlsx(f"<row>{SHARED * 9}</row>", f"<si><t>{'x' * 100}</t></si>"))
    for rows in (HEAD + '<row r="x"/>', '<row><c t="s"><v>x</v></c></row>', HEAD + "<row>"):
        with pytest.raises(ValueError, match=r"."):
            size(xlsx(rows, "<si><t>x</t></si>"))


def test_text_before_a_sheet_and_a_document_type_are_damage() -> None:
    """Readers pass over the one and expand the other; neither is in a workbook of Excel's."""
    for sheet in ("x<worksheet/>", "<!DOCTYPE w [<!ENTITY a 'b'>]><worksheet/>"):
        with pytest.raises(ValueError, match=r"."):
            size(package(sheet, part="media/image1.png"))


@pytest.mark.parametrize(
    ("data", "what"),
    [(bytes(9_000_000), "unpacks to more than 10 MB"), (b"", "holds 6,0.. parts")],
)
def test_what_unpacks_to_far_more_is_not_unpacked(data: bytes, what: str) -> None:
    stream = io.BytesIO(xlsx(HEAD))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(2 if data else 6_000):
            archive.writestr(f"xl/media/{number}.png", data)
    with pytest.raises(Oversized, match=what):
        size(stream.getvalue())


def test_what_is_packed_to_less_than_a_hundredth_is_refused() -> None:
    stream = io.BytesIO(xlsx(HEAD))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.xml", bytes(60_000_000))
    with pytest.raises(Oversized, match=r"unpacks to \d+ times its size"):
        size(stream.getvalue(), LIMITS._replace(unpacked=10**9))


@pytest.mark.parametrize("name", ["export.xlsx", "export.xltx", "export.ods"])
def test_exports_are_sized_before_they_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    far = ods(ods_row("x", across=16_384, down=1_048_576)) if name.endswith("ods") else FAR_CELLS
    path.write_bytes(far if isinstance(far, bytes) else far["in single quotes"])
    where = Where(name)
    with pytest.raises(InputProblems, match="too many to read; delete values that stand far"):
        open_table(path, where, ExportFile(name, "sw", "2022", where, None))


@pytest.mark.parametrize("way", ["in single quotes", "in a part of another name"])
def test_appended_sheets_are_sized_before_they_are_read(tmp_path: Path, way: str) -> None:
    path = tmp_path / "costs.xlsx"
    path.write_bytes(FAR_CELLS[way])
    with pytest.raises(SheetError, match="too many to read"):
        sheet_table(path, "")


_CAPPED = """
import resource, sys
from pathlib import Path
from generator.word.external.sheet import SheetError, sheet_table
resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))
try:
    sheet_table(Path(sys.argv[1]), "")
except SheetError as error:
    sys.exit(f"refused: {error}")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="memory cannot be capped there")
@pytest.mark.parametrize(
    "data",
    [
        xlsx(HEAD + FAR),
        xlsx(f"<row>{SHARED * 9}</row>" * 1_500, f"<si><t>{'x' * 320_000}</t></si>"),
    ],
    ids=["a far cell", "a shared text"],
)
def test_refusing_takes_little_memory_and_ends_no_process(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "costs.xlsx"
    path.write_bytes(data)
    command = [sys.executable, "-c", _CAPPED, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("refused: has a sheet")
