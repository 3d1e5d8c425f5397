"""Sign-offs that officers took out of a draft or put others over in Word, pulled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import edits, small
from tests.build.test_pull import draft, text
from tests.build.test_pull_paragraphs import pulled_twice
from tests.conftest import Committee

CODE = "[JG/15022023/Y]"


@pytest.mark.parametrize("tracked", [True, False])
def test_a_sign_off_that_was_taken_out_is_told_and_stands(
    workspace: Path, committee: Committee, tracked: bool
) -> None:
    was = text(workspace, f"{small.FOLDER}/sign_offs.yaml")
    (item,) = pulled_twice(
        workspace, committee, lambda d: edits.delete_paragraph(d, CODE, tracked=tracked)
    )
    assert (item["became"], item["kind"], item["unit"]) == ("refused", "sign-off", "financial")
    assert item["old"] == CODE
    assert text(workspace, f"{small.FOLDER}/sign_offs.yaml") == was


def test_a_code_typed_over_another_is_not_one_taken_out(
    workspace: Path, committee: Committee
) -> None:
    data = edits.replace(draft(workspace), CODE, "[ZZ/20022023/B]")
    (workspace / "edited.docx").write_bytes(data)
    done = committee("pull", "edited.docx", "--json", cwd=workspace)
    assert json.loads(done.out)["edits"] == []
    assert "[ZZ/20022023/B]" in text(workspace, f"{small.FOLDER}/sign_offs.yaml")
