"""Files that are whole have no error, whoever made them; broken ones never crash or hang."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.pipeline.checking import check_file
from generator.word.package.zip_package import read_parts, write_package
from generator.word.validity.find_faults import find_faults
from tests.small import NAME, ROOT
from tests.word.samples import TEMPLATES

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PANDOC = shutil.which("pandoc")
OURS = [*sorted(TEMPLATES.glob("*.docx")), *sorted((ROOT / "inputs").rglob("*.docx"))]


@pytest.fixture(scope="module")
def built(pristine: Path) -> Path:
    return pristine / "output" / NAME / f"{NAME}.docx"


def _errors(path: Path) -> list[str]:
    found = find_faults(path.read_bytes(), path.name)
    return [str(issue) for issue in found if issue.severity == "error"]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_templates_and_appendices_of_the_repository_are_whole(path: Path) -> None:
    assert _errors(path) == []


def test_a_file_of_python_docx_is_whole(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Costs", 1)
    made.add_paragraph("One.", style="List Number")
    made.add_table(2, 3)
    made.save(str(tmp_path / "made.docx"))
    assert _errors(tmp_path / "made.docx") == []


@pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")
def test_a_report_that_libreoffice_saved_is_whole(built: Path, tmp_path: Path) -> None:
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"]
    command += ["--convert-to", "docx", "--outdir", str(tmp_path), str(built)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert _errors(tmp_path / built.name) == []


@pytest.mark.skipif(PANDOC is None, reason="needs pandoc")
def test_a_report_that_pandoc_wrote_is_whole(built: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    subprocess.run([str(PANDOC), str(built), "-o", str(made)], check=True, timeout=120)
    assert _errors(made) == []


@pytest.mark.skipif(PANDOC is None, reason="needs pandoc")
def test_a_link_whose_place_was_lost_on_the_way_is_no_error(tmp_path: Path) -> None:
    made, page = tmp_path / "made.docx", '<h1>Costs</h1><p><a href="#gone">Below</a></p>'
    command = [str(PANDOC), "-f", "html", "-o", str(made)]
    subprocess.run(command, input=page, text=True, check=True, timeout=120)
    assert _errors(made) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_bytes_flipped_anywhere_neither_crash_nor_hang(built: Path, data: st.DataObject) -> None:
    whole = bytearray(built.read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=8)):
        whole[at] ^= data.draw(st.integers(1, 255))
    check_file(bytes(whole), "report.docx", only=("valid",))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_xml_taken_out_of_any_part_neither_crashes_nor_hangs(
    built: Path, data: st.DataObject
) -> None:
    parts = dict(read_parts(built.read_bytes()))
    name = data.draw(st.sampled_from([one for one in parts if one.endswith((".xml", ".rels"))]))
    pieces = parts[name].split(b"<")
    at = data.draw(st.integers(0, len(pieces) - 1))
    many = data.draw(st.integers(1, 6))
    parts[name] = b"<".join(pieces[:at] + pieces[at + many :])
    check_file(write_package(parts), "report.docx", only=("valid",))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_elements_taken_out_of_any_part_neither_crash_nor_hang(
    built: Path, data: st.DataObject
) -> None:
    from lxml import etree

    parts = dict(read_parts(built.read_bytes()))
    name = data.draw(st.sampled_from([one for one in parts if one.endswith((".xml", ".rels"))]))
    root = etree.fromstring(parts[name])
    nodes = list(root.iter(etree.Element))[1:]
    for node in data.draw(st.lists(st.sampled_from(nodes), min_size=1, max_size=3)):
        above = node.getparent()
        if above is not None and data.draw(st.booleans()):
            above.remove(node)
        elif node.attrib:
            node.attrib.pop(data.draw(st.sampled_from(list(node.attrib))))
    parts[name] = etree.tostring(root)
    check_file(write_package(parts), "report.docx")
