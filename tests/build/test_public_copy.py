"""`committee build --public`: the copy for publication, beside the working copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests import small
from tests.conftest import Run

CODE = b"[JG/15022023/Y]"
FORMAT = "config/formats/wolverhampton-scrutiny-2023.yaml"


def leave_out(workspace: Path) -> None:
    path = workspace / FORMAT
    text = path.read_text("utf-8").replace("printed_in_public: true", "printed_in_public: false")
    assert "printed_in_public: false" in text
    path.write_text(text, "utf-8")


def text_of(path: Path) -> bytes:
    from generator.word.package.zip_package import read_parts

    return read_parts(path.read_bytes())["word/document.xml"]


def test_the_public_copy_lies_beside_the_working_copy_and_has_no_codes(
    workspace: Path, committee: Callable[..., Run]
) -> None:
    leave_out(workspace)
    assert committee("build", small.NAME, cwd=workspace).code == 0
    assert committee("build", small.NAME, "--public", cwd=workspace).code == 0
    folder = workspace / "output" / small.NAME
    assert CODE in text_of(folder / f"{small.NAME}.docx")
    assert CODE not in text_of(folder / "public" / f"{small.NAME}.docx")


def test_a_public_copy_awaits_the_sign_offs(workspace: Path, committee: Callable[..., Run]) -> None:
    (workspace / small.FOLDER / "sign_offs.yaml").write_text("sign_offs: {}\n", "utf-8")
    done = committee("build", small.NAME, "--public", cwd=workspace)
    assert done.code == 1
    assert "inputs/check/sign_offs.yaml: 'Financial implications' is not signed off" in done.err
    assert committee("build", small.NAME, cwd=workspace).code == 0
