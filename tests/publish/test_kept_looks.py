"""What a check saw, kept between checks."""

from __future__ import annotations

from pathlib import Path

from generator.config.files import Files
from generator.config.workspace import find_workspace
from generator.publish.kept_looks import KeptLooks
from tests.small import NAME


def kept(root: Path, asked: str = "[]") -> KeptLooks:
    """What is kept of the small report."""
    workspace = find_workspace(root)
    return KeptLooks(workspace, workspace.report_folder(NAME), Files(workspace.root), asked)


def test_the_last_check_is_kept_and_no_other(workspace: Path) -> None:
    assert kept(workspace).get() == {}
    kept(workspace).put({"sound": "first"})
    kept(workspace).put({"sound": "last"})
    assert kept(workspace).get() == {"sound": "last"}
    kept(workspace, "[true]").put({"sound": "final"})
    assert kept(workspace).get() == {}
    assert kept(workspace, "[true]").get() == {"sound": "final"}
    assert len(list(workspace.glob("output/.cache/**/looks/*"))) == 1


def test_what_another_program_saw_is_forgotten(workspace: Path) -> None:
    kept(workspace).put({"sound": "mine"})
    (mine,) = workspace.glob("output/.cache/**/looks/*")
    mine.rename(mine.with_name("0123456789abcdef.json"))
    assert kept(workspace).get() == {}
    kept(workspace).put({"sound": "new"})
    assert [one.name for one in workspace.glob("output/.cache/**/looks/*")] == [mine.name]


def test_what_is_damaged_is_nothing(workspace: Path) -> None:
    kept(workspace).put({"sound": "mine"})
    (mine,) = workspace.glob("output/.cache/**/looks/*")
    mine.write_bytes(mine.read_bytes()[:-4] + b'x"}\n')
    assert kept(workspace).get() == {}
