"""A path that leaves the workspace, a file that is missing, a template that cannot be used."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from tests import small
from tests.broken.breaking import CODEBOOK, CSV, NARRATIVE, REPORT, assert_told, refused, replace
from tests.conftest import run

SECRET = "survey/sw_2022.xlsx"
TEMPLATE = "report_templates/scrutiny.docx"
WAYS_OUT = [
    ("../../../secret.xlsx", "leads out of"),
    ("survey/../../../../secret.xlsx", "leads out of"),
    ("/etc/secret.xlsx", "is not a relative path"),
    ("~/secret.xlsx", "is not a relative path"),
    (r"C:\secret.xlsx", "is not a relative path"),
    (r"\\server\share\secret.xlsx", "is not a relative path"),
    (r"..\..\secret.xlsx", "has backslashes"),
    ("C:/secret.xlsx", "is not a relative path"),
]


@pytest.fixture
def secret(workspace: Path) -> Path:
    """A workbook outside the workspace that would do as an export."""
    path = workspace.parent / "secret.xlsx"
    shutil.copy(workspace / small.FOLDER / SECRET, path)
    return path


@pytest.mark.usefixtures("secret")
@pytest.mark.parametrize(("path", "words"), WAYS_OUT)
def test_an_export_outside_the_workspace_is_refused(workspace: Path, path: str, words: str) -> None:
    replace(workspace, CODEBOOK, SECRET, f"'{path}'")
    assert_told(refused(workspace), "codebook.yaml:7: files[1].file", (words,))


@pytest.mark.usefixtures("secret")
@pytest.mark.parametrize(("path", "words"), WAYS_OUT)
def test_an_appendix_outside_the_report_is_refused(workspace: Path, path: str, words: str) -> None:
    replace(workspace, REPORT, "content: figure_tables", f"content: file, path: '{path}'")
    assert_told(refused(workspace), "report.yaml:21: appendices[0].path", (words,))


@pytest.mark.parametrize("function", ["csv_table", "csv_chart"])
def test_a_table_of_single_answers_is_refused(workspace: Path, function: str) -> None:
    more = ', title="x"' if "chart" in function else ""
    line = f'{{{{ {function}("survey/mg_2022.csv"{more}) }}}}'
    replace(workspace, NARRATIVE, "> A quotation.", line)
    assert_told(refused(workspace), "narrative.md", ("is an export of the survey",))


@pytest.mark.parametrize("path", ["survey/mg_2022.csv", "survey/sw_2022.xlsx"])
def test_an_appendix_of_single_answers_is_refused(workspace: Path, path: str) -> None:
    replace(workspace, REPORT, "content: figure_tables", f"path: {path}")
    assert_told(refused(workspace), "report.yaml:21", ("is an export of the survey",))


@pytest.mark.usefixtures("secret")
@pytest.mark.parametrize(
    "path", [way for way, _ in WAYS_OUT if way[0] in "./s" and "\\" not in way]
)
@pytest.mark.parametrize("function", ["csv_table", "csv_chart"])
def test_a_table_outside_the_report_is_refused(workspace: Path, path: str, function: str) -> None:
    line = f'{{{{ {function}("{path}", title="x") }}}}' if "chart" in function else ""
    line = line or f'{{{{ {function}("{path}") }}}}'
    replace(workspace, NARRATIVE, "An action plan follows.", line)
    assert_told(refused(workspace), "narrative.md:34", (f"{function}() cannot read",))


def test_a_link_that_leads_out_is_refused(workspace: Path, secret: Path) -> None:
    export = workspace / small.FOLDER / SECRET
    export.unlink()
    export.symlink_to(secret)
    assert_told(refused(workspace), "codebook.yaml:7: files[1].file", ("leads out of",))


def test_a_folder_that_is_a_link_out_is_refused(workspace: Path) -> None:
    folder = workspace / small.FOLDER / "survey"
    folder.rename(workspace.parent / "survey")
    folder.symlink_to(workspace.parent / "survey")
    done = refused(workspace)
    assert len(done.problems) == 3
    assert all("leads out of" in problem for problem in done.problems)


EVERY_FILE = [
    *(f"{small.FOLDER}/{name}" for name in (*small.TEXTS, *small.exports())),
    "config/quantifiers.yaml",
    "config/councils/wolverhampton.yaml",
    f"config/formats/{small.FORMAT}.yaml",
    TEMPLATE,
]


@pytest.mark.parametrize("name", EVERY_FILE)
def test_no_file_is_read_through_a_link_out_of_the_workspace(workspace: Path, name: str) -> None:
    hidden = workspace.parent / "hidden"
    (workspace / name).rename(hidden)
    (workspace / name).symlink_to(hidden)
    done = refused(workspace)
    assert len(done.problems) == 1
    assert "leads out of" in done.problems[0]
    hidden.write_bytes(b"a: [b\nroot:x:0:0: a line that nobody may see {{ x")
    done = refused(workspace)
    assert len(done.problems) == 1
    assert "nobody" not in done.err


def test_a_check_reads_no_template_through_a_link_out(workspace: Path) -> None:
    hidden = workspace.parent / "hidden.docx"
    (workspace / TEMPLATE).rename(hidden)
    (workspace / TEMPLATE).symlink_to(hidden)
    done = run("format", "check", small.FORMAT, cwd=workspace)
    assert done.code == 1
    assert "leads out of the workspace" in done.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", EVERY_FILE)
def test_a_pipe_in_place_of_a_file_is_refused_and_not_waited_for(
    workspace: Path, name: str
) -> None:
    (workspace / name).unlink()
    os.mkfifo(workspace / name)
    done = run("build", small.NAME, cwd=workspace)
    assert done.code == 1
    assert "Traceback" not in done.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_in_place_of_all_that_is_kept_are_not_waited_for(workspace: Path) -> None:
    kept = [path for path in (workspace / "output").rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        path.unlink()
        os.mkfifo(path)
    assert "Traceback" not in run("build", small.NAME, cwd=workspace).err


def test_a_link_in_a_circle_is_refused(workspace: Path) -> None:
    export = workspace / small.FOLDER / SECRET
    export.unlink()
    export.symlink_to(export.name)
    assert_told(refused(workspace), "codebook.yaml:7: files[1].file", ())


def test_a_missing_export_is_said_with_the_nearest_file(workspace: Path) -> None:
    path = workspace / small.FOLDER / CSV
    path.rename(path.with_name("swo_2021.csv"))
    words = ("there is no file 'survey/sw_2021.csv'", "did you mean 'survey/swo_2021.csv'?")
    assert_told(refused(workspace), "codebook.yaml:6: files[0].file", words)


def test_the_export_of_another_year_is_never_the_one_that_was_meant(workspace: Path) -> None:
    (workspace / small.FOLDER / CSV).unlink()
    words = ("there is no file 'survey/sw_2021.csv'", "put it there, or correct its name")
    done = refused(workspace)
    assert_told(done, "codebook.yaml:6: files[0].file", words)
    assert "did you mean" not in done.err


@pytest.mark.parametrize(
    ("name", "program", "there"),
    [("~$sw_2021.csv", "Office", True), ("~$sw.xlsx", "Excel", False),
     (".~lock.sw.xlsx#", "LibreOffice", True)],
)  # fmt: skip
def test_a_lock_file_is_told_from_a_workbook(
    workspace: Path, name: str, program: str, there: bool
) -> None:
    codebook = workspace / small.FOLDER / "codebook.yaml"
    text = codebook.read_text("utf-8").replace("sw_2021.csv", name)
    codebook.write_text(text, encoding="utf-8")
    if there:
        (workspace / small.FOLDER / "survey" / name).write_bytes(b"\x05office")
    words = (f"is a lock file, which {program} keeps", f"close {program}, and name")
    assert_told(refused(workspace), "codebook.yaml:6: files[0].file", words)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("config/quantifiers.yaml", "config/quantifiers.yaml: no such file"),
        ("config/councils/wolverhampton.yaml", f"config/formats/{small.FORMAT}.yaml:4: council"),
        (f"config/formats/{small.FORMAT}.yaml", "report.yaml:1: format"),
        (TEMPLATE, f"config/formats/{small.FORMAT}.yaml:5: template"),
    ],
)
def test_a_missing_file_of_the_workspace_is_said(workspace: Path, name: str, place: str) -> None:
    (workspace / name).unlink()
    assert_told(refused(workspace), place, (), alone=False)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a whole .docx file"),
        (b"x" * 100, "not a whole .docx file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "protected by a password"),
        (small.xlsx_bytes([["a"]]), "not"),
    ],
    ids=["empty", "text", "password", "workbook"],
)
def test_a_template_that_is_no_docx_is_said(workspace: Path, data: bytes, words: str) -> None:
    (workspace / TEMPLATE).write_bytes(data)
    assert_told(refused(workspace), TEMPLATE, (words,), alone=False)


def change_template(root: Path, old: str, new: str) -> None:
    """Change the text of the document part of the report template."""
    path, stream = root / TEMPLATE, io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            target.writestr(name, data)
    path.write_bytes(stream.getvalue())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{{ row.label }}", "{{ row.lable }}", ("row has no 'lable'", "label")),
        ("{{ body }}", "{{ bdy }}", ("bdy",)),
        ("{{ body }}", "", ("body",)),
        ("{{ row.label }}", "{{ row.label }", ("row.label",)),
        ("{{ row.label }}", "{{ ''.__class__ }}", ("__class__",)),
        ("{%tr endfor %}", "", ()),
    ],
    ids=["name", "body misspelt", "no body", "not closed", "internals", "loop not closed"],
)
def test_a_tag_of_the_template_that_is_wrong_is_said_with_its_place(
    workspace: Path, old: str, new: str, words: tuple[str, ...]
) -> None:
    change_template(workspace, old, new)
    assert_told(refused(workspace), TEMPLATE, words, alone=False)


def test_everything_wrong_in_every_file_is_in_one_list(workspace: Path) -> None:
    replace(workspace, REPORT, "title:", "titel:")
    replace(workspace, "sign_offs.yaml", "[JG/15022023/Y]", "[JG]")
    replace(workspace, CODEBOOK, "kind: number", "kind: numbr")
    replace(workspace, "findings.yaml", "measure: mean", "measure: maen")
    replace(workspace, NARRATIVE, "sw.workload.percent", "sw.wrkload.percent")
    (workspace / TEMPLATE).write_bytes(b"x")
    (workspace / "config/quantifiers.yaml").write_text("scales: 3\n", "utf-8")
    done = refused(workspace)
    for place in (
        "report.yaml:2",
        "sign_offs.yaml:3",
        "codebook.yaml:33",
        "findings.yaml:10",
        "narrative.md:17",
        TEMPLATE,
        "config/quantifiers.yaml",
    ):
        assert_told(done, place, (), alone=False)


def test_a_missing_section_is_said_beside_a_wrong_expression(workspace: Path) -> None:
    replace(workspace, NARRATIVE, "sw.workload.percent", "sw.wrkload.percent")
    replace(workspace, NARRATIVE, "# Background {#background}", "# What came before")
    replace(workspace, REPORT, "text: Note the findings.", "text: 'Note {{ sw.nothing.percent }}.'")
    done = refused(workspace)
    assert_told(done, "narrative.md:17", ("sw.wrkload",), alone=False)
    assert_told(done, "narrative.md", ("the section 'Background' is missing",), alone=False)
    assert_told(done, "report.yaml:17", ("sw.nothing",), alone=False)


@pytest.mark.parametrize("name", EVERY_FILE)
def test_a_file_that_may_not_be_read_is_said(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    plain = Path.open

    def refuse(self: Path, mode: str = "r", **settings: object) -> object:
        if self == workspace / name:
            raise PermissionError(13, "Permission denied", str(self))
        return plain(self, mode, **settings)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    done = run("build", small.NAME, cwd=workspace)
    assert done.code == 1
    assert any(name in line and "Permission denied" in line for line in done.problems), done.err


@pytest.mark.parametrize(
    "name", ["a b", "Prüfung 2022 (Entwurf)", "x.y", "{name}", "%s", "a'b&c", "🧪", "inputs"]
)
def test_a_report_may_have_any_name_that_a_folder_may_have(workspace: Path, name: str) -> None:
    (workspace / small.FOLDER).rename(workspace / "inputs" / name)
    assert run("build", name, cwd=workspace).err == ""
    assert (workspace / "output" / name / f"{name}.docx").is_file()


def test_a_file_that_cannot_be_read_for_any_other_reason_gives_no_traceback(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Path) -> bool:
        raise OSError(5, "Input/output error", "/media/share")

    monkeypatch.setattr(Path, "is_dir", broken)
    done = run("build", small.NAME, cwd=workspace)
    assert done.code == 1
    assert "/media/share: cannot be read or written (Input/output error)" in done.err
