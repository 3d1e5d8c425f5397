"""What a build knew, for the check that follows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.config.workspace import find_workspace
from generator.errors import InputProblems
from generator.pipeline import checking
from generator.pipeline.as_built import as_built
from generator.pipeline.checking import CheckedPaper, check_report
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.report import build_report
from generator.publish.output import publish
from tests.small import FOLDER, NAME

WORD = f"output/{NAME}/{NAME}.docx"
Change = Callable[[Path], object]
Check = Callable[[], tuple[bool, CheckedPaper]]


def build(root: Path, **about: object) -> None:
    """Build the small report into its output folder."""
    workspace = find_workspace(root)
    built = build_report(workspace, NAME, **about)  # type: ignore[arg-type]
    publish(built.files, workspace.output / NAME)


@pytest.fixture
def checked(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Checks the small report: whether it was composed for that, and what was found."""
    composed: list[str] = []
    before = checking.prepare

    def prepare(*given: object, **more: object) -> object:
        composed.append(NAME)
        return before(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "prepare", prepare)

    def check() -> tuple[bool, CheckedPaper]:
        composed.clear()
        for kept in workspace.glob("output/.cache/reports/*/*/check/*"):
            kept.unlink()
        found = check_report(find_workspace(workspace), NAME)
        return bool(composed), found

    return check


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change a text of the workspace."""
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_check_after_a_build_finds_the_same_without_composing(
    workspace: Path, checked: Check
) -> None:
    edit(
        workspace,
        f"{FOLDER}/narrative.md",
        "# Next steps",
        "Of social workers 52% agree. TBC\n\n# Next steps",
    )
    anew, whole = checked()
    assert anew
    assert {"figures.typed", "complete.residue"} <= {one.rule for one in whole.issues}
    build(workspace)
    assert checked() == (False, whole)


def _officer_saves(root: Path) -> None:
    path = root / WORD
    path.write_bytes(path.read_bytes() + b" ")


@pytest.mark.parametrize(
    "change",
    [
        lambda root: edit(root, f"{FOLDER}/narrative.md", "An action plan", "A plan"),
        lambda root: edit(root, f"{FOLDER}/report.yaml", "Staff check", "Staff survey"),
        lambda root: (root / FOLDER / "more.csv").write_text("a,b\n", "utf-8"),
        lambda root: (root / WORD).unlink(),
        _officer_saves,
    ],
    ids=["narrative", "report", "new file", "no Word file", "edited Word file"],
)
def test_a_report_that_would_be_built_otherwise_is_composed_anew(
    workspace: Path, checked: Check, change: Change
) -> None:
    build(workspace)
    assert not checked()[0]
    change(workspace)
    assert checked()[0]


def test_what_is_kept_and_damaged_is_done_without(workspace: Path, checked: Check) -> None:
    build(workspace)
    (kept,) = workspace.glob("output/.cache/**/built/*")
    kept.write_bytes(kept.read_bytes()[:-9])
    assert checked()[0]


def _forget(root: Path) -> None:
    for kept in root.glob("output/.cache/**/built/*"):
        kept.unlink()


def test_only_what_a_plain_draft_knew_is_kept(workspace: Path) -> None:
    _forget(workspace)
    text = (workspace / FOLDER / "narrative.md").read_text("utf-8")
    build(workspace, public=True)
    build(workspace, overlays={f"{FOLDER}/narrative.md": text + "\nMore.\n"})
    assert not list(workspace.glob("output/.cache/**/built/*"))
    build(workspace)
    assert len(list(workspace.glob("output/.cache/**/built/*"))) == 1


def test_a_check_for_publication_composes_the_copy_that_is_published(workspace: Path) -> None:
    build(workspace)
    assert as_built(read_inputs(find_workspace(workspace), NAME)) is not None
    assert check_report(find_workspace(workspace), NAME, final=True).final


def _excuse(root: Path, name: str) -> None:
    report = root / FOLDER / "report.yaml"
    text = report.read_text("utf-8").partition("checks:")[0]
    said = f"checks: {{consistent.unmentioned: {{{name}: It is there to be looked up.}}}}\n"
    report.write_text(text + said, "utf-8")


def test_reasons_for_what_nothing_speaks_of_are_kept(workspace: Path, checked: Check) -> None:
    _excuse(workspace, "workload-chart")
    _, whole = checked()
    assert [rule for rule, _ in whole.off] == ["consistent.unmentioned"]
    build(workspace)
    assert checked() == (False, whole)
    _forget(workspace)
    _excuse(workspace, "no-such-chart")
    build(workspace)
    assert not list(workspace.glob("output/.cache/**/built/*"))
    with pytest.raises(InputProblems, match="no-such-chart"):
        checked()
