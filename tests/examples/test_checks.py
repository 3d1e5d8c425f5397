"""Every example report, as a draft and as its copy for publication, is accessible and private."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree, rmtree

import pytest

from generator.config.workspace import find_workspace
from generator.pipeline.as_built import as_built
from generator.pipeline.checking import check_report
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.report import build_report
from generator.publish.output import publish

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path.parent.name for path in (ROOT / "inputs").glob("*/report.yaml"))


@pytest.mark.parametrize("final", [False, True], ids=["draft", "final"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_no_fault_of_these_families(name: str, final: bool) -> None:
    workspace = find_workspace(ROOT)
    checked = check_report(workspace, name, final=final, only=("accessible", "private"))
    grave = [one for one in checked.issues if one.severity != "hint"]
    assert [(one.rule, one.where.heading, one.message) for one in grave] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_check_finds_the_same_in_an_example_as_it_was_built(name: str, tmp_path: Path) -> None:
    for folder in ("config", "report_templates", "inputs"):
        copytree(ROOT / folder, tmp_path / folder)
    workspace = find_workspace(tmp_path)
    anew = check_report(workspace, name)
    rmtree(workspace.output)
    publish(build_report(workspace, name).files, workspace.output / name)
    assert as_built(read_inputs(workspace, name)) is not None
    assert check_report(workspace, name) == anew
