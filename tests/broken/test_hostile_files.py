"""Files made to do harm are refused at every door, with a message, and nothing is written."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from generator.word.package.zip_package import read_parts
from tests.conftest import Committee
from tests.small import NAME

Harm = Callable[[dict[str, bytes]], list[tuple[str, bytes]]]
LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'


def _main(parts: dict[str, bytes]) -> str:
    return next(one for one in ("word/document.xml", "xl/workbook.xml") if one in parts)


def _declared(parts: dict[str, bytes], declared: bytes) -> list[tuple[str, bytes]]:
    head, _, rest = parts[_main(parts)].partition(b"?>")
    return [*(parts | {_main(parts): head + b"?>" + declared + rest}).items()]


HARMS: dict[str, Harm] = {
    "entities": lambda parts: _declared(parts, LAUGHS),
    "a file of the computer": lambda parts: _declared(parts, OUTSIDE),
    "a bomb": lambda parts: [*parts.items(), ("word/a.bin", b"\0" * 30_000_000)],
    "a name outside": lambda parts: [*parts.items(), ("../../evil.txt", b"x")],
    "a part twice": lambda parts: [*parts.items(), (_main(parts).upper(), b"x")],
    "nesting without end": lambda parts: [
        *(parts | {_main(parts): b"<a>" * 9_000 + b"</a>" * 9_000}).items()
    ],
}
DOORS = {
    "check": ("check", "{file}"),
    "pull": ("pull", "{file}", "--report", NAME),
    "redline": ("redline", "{file}", "{good}", "--output", "redline.docx"),
    "redline of a new one": ("redline", "{good}", "{file}", "--output", "redline.docx"),
    "comments": ("comments", "{file}"),
    "template": ("template", "check", "{file}"),
}


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


def _harmful(good: Path, harm: str) -> bytes:
    return _zipped(HARMS[harm](read_parts(good.read_bytes(), good.suffix)))


def _files(folder: Path) -> set[Path]:
    return {one for one in folder.rglob("*") if ".cache" not in one.parts and one.is_file()}


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("door", DOORS)
def test_a_word_file_is_refused_at_each_door(
    workspace: Path, committee: Committee, door: str, harm: str
) -> None:
    good = workspace / "output" / NAME / f"{NAME}.docx"
    (workspace / "evil.docx").write_bytes(_harmful(good, harm))
    before = _files(workspace.parent)
    said = [one.format(file="evil.docx", good=good) for one in DOORS[door]]
    done = committee(*said, cwd=workspace)
    assert done.code == 1
    assert "evil.docx" in done.out + done.err
    assert _files(workspace.parent) == before


@pytest.mark.parametrize("harm", HARMS)
def test_an_appendix_is_refused(workspace: Path, committee: Committee, harm: str) -> None:
    good = workspace / "output" / NAME / f"{NAME}.docx"
    folder = workspace / "inputs" / NAME
    (folder / "plan.docx").write_bytes(_harmful(good, harm))
    report = folder / "report.yaml"
    one = "appendices:\n  - {key: plan, title: Plan, path: plan.docx}\n"
    report.write_text(report.read_text("utf-8").replace("appendices:\n", one), "utf-8")
    done = committee("build", NAME, cwd=workspace)
    assert done.code == 1
    assert "plan.docx" in done.err


@pytest.mark.parametrize("harm", HARMS)
def test_a_report_template_is_refused(workspace: Path, committee: Committee, harm: str) -> None:
    template = workspace / "report_templates" / "scrutiny.docx"
    template.write_bytes(_harmful(template, harm))
    done = committee("build", NAME, cwd=workspace)
    assert done.code == 1
    assert "scrutiny.docx" in done.err


@pytest.mark.parametrize("harm", ["a bomb", "entities", "a file of the computer"])
def test_an_export_is_read_without_what_would_do_harm_or_refused(
    workspace: Path, committee: Committee, harm: str
) -> None:
    export = workspace / "inputs" / NAME / "survey" / "sw_2022.xlsx"
    export.write_bytes(_harmful(export, harm))
    done = committee("survey", "inspect", str(export), "--json", cwd=workspace)
    assert done.code in (0, 1)
    assert "root:" not in done.out + done.err
    assert done.code == 0 or "sw_2022.xlsx" in done.out + done.err


def test_a_link_to_a_script_is_an_error_and_what_is_fetched_a_warning(
    workspace: Path, committee: Committee
) -> None:
    import json

    good = workspace / "output" / NAME / f"{NAME}.docx"
    parts = read_parts(good.read_bytes())
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    outside = (
        ("hyperlink", "javascript:alert(1)"),
        ("hyperlink", "file:///S:/costs.xlsx"),
        ("image", "http://example.org/a.png"),
    )
    more = "".join(
        f'<Relationship Id="x{at}" Type="{office}/{kind}" Target="{to}" TargetMode="External"/>'
        for at, (kind, to) in enumerate(outside)
    )
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", f"{more}</Relationships>".encode())
    (workspace / "evil.docx").write_bytes(_zipped([*parts.items()]))
    done = committee("check", "evil.docx", "--json", cwd=workspace)
    found = {(one["rule"], one["severity"]) for one in json.loads(done.out)["issues"]}
    assert ("valid.link", "error") in found
    assert {("valid.link-to-file", "warning"), ("valid.fetched", "warning")} <= found
