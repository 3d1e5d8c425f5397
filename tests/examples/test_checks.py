"""Every example report, as a draft and as its copy for publication, is accessible and private."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.workspace import find_workspace
from generator.pipeline.checking import check_report

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path.parent.name for path in (ROOT / "inputs").glob("*/report.yaml"))


@pytest.mark.parametrize("final", [False, True], ids=["draft", "final"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_no_fault_of_these_families(name: str, final: bool) -> None:
    workspace = find_workspace(ROOT)
    checked = check_report(workspace, name, final=final, only=("accessible", "private"))
    grave = [one for one in checked.issues if one.severity != "hint"]
    assert [(one.rule, one.where.heading, one.message) for one in grave] == []
