"""`committee init` and `committee new`: from an empty folder to a report of one's own."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.conftest import Committee
from tests.small import ROOT

EXAMPLE = "health-check-2022"


@pytest.fixture(scope="module")
def starter() -> dict[str, bytes]:
    from generator.starters.workspace_draft import starter_files

    return starter_files()


def test_init_writes_a_whole_workspace_and_says_what_to_do_next(
    tmp_path: Path, committee: Committee, starter: dict[str, bytes]
) -> None:
    done = committee("init", "mine", cwd=tmp_path)
    assert done.code == 0
    assert "cd mine" in done.err
    assert f"committee build {EXAMPLE}" in done.err
    written = {
        p.relative_to(tmp_path / "mine").as_posix()
        for p in (tmp_path / "mine").rglob("*")
        if p.is_file()
    }
    assert written == set(starter)


def test_the_starter_holds_what_the_repository_does_and_no_litter(
    starter: dict[str, bytes],
) -> None:
    for name in ("config/quantifiers.yaml", f"inputs/{EXAMPLE}/report.yaml"):
        assert starter[name] == (ROOT / name).read_bytes()
    litter = ("__pycache__", ".pyc", "~$", ".cache", "(edited")
    assert [name for name in starter if any(mark in name for mark in litter)] == []


def test_the_wheel_brings_the_same_folders_as_a_checkout() -> None:
    from generator.starters.workspace_draft import starter_files

    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    shipped = wheel["targets"]["wheel"]["force-include"]
    assert {f"generator/_workspace/{folder}" for folder in shipped} == set(shipped.values())
    written = {name.split("/")[0] for name in starter_files() if "/" in name}
    assert written - {"output"} == set(shipped)


def test_the_example_builds_in_a_new_workspace(tmp_path: Path, committee: Committee) -> None:
    committee("init", cwd=tmp_path)
    assert committee("build", EXAMPLE, cwd=tmp_path).code == 0
    assert (tmp_path / "output" / EXAMPLE / f"{EXAMPLE}.docx").stat().st_size > 50_000


def test_init_twice_changes_nothing(tmp_path: Path, committee: Committee) -> None:
    committee("init", cwd=tmp_path)
    done = committee("init", cwd=tmp_path)
    assert done.code == 0
    assert ": 0 new files." in done.err


def test_init_keeps_a_file_that_somebody_changed_unless_forced(
    tmp_path: Path, committee: Committee
) -> None:
    committee("init", cwd=tmp_path)
    mine = tmp_path / "config" / "quantifiers.yaml"
    mine.write_text("mine", "utf-8")
    (tmp_path / "README.md").unlink()
    refused = committee("init", cwd=tmp_path)
    assert refused.code == 1
    assert str(Path("config", "quantifiers.yaml")) in refused.err
    assert mine.read_text("utf-8") == "mine"
    assert not (tmp_path / "README.md").exists()
    assert committee("init", "--force", cwd=tmp_path).code == 0
    assert mine.read_text("utf-8") != "mine"


def test_a_dry_run_of_init_writes_nothing(tmp_path: Path, committee: Committee) -> None:
    done = committee("init", "mine", "--dry-run", cwd=tmp_path)
    assert "would write" in done.out
    assert list(tmp_path.iterdir()) == []


def test_init_into_a_file_is_wrong_usage(tmp_path: Path, committee: Committee) -> None:
    (tmp_path / "mine").write_text("x", "utf-8")
    assert committee("init", "mine", cwd=tmp_path).code == 2
    assert committee("init", "mine/deeper", cwd=tmp_path).code == 1


@pytest.mark.parametrize("survey", ["--survey", "--no-survey"])
def test_a_new_report_names_what_is_to_be_filled_in_and_is_never_overwritten(
    fresh: Path, committee: Committee, survey: str
) -> None:
    words = ["new", "mine", "--format", "wolverhampton-scrutiny-2023", survey]
    done = committee(*words, cwd=fresh)
    assert done.code == 0
    files = {path.name for path in (fresh / "inputs" / "mine").iterdir()}
    expected = {"report.yaml", "narrative.md", "sign_offs.yaml"}
    of_a_survey = {"codebook.yaml", "findings.yaml", "survey"}
    assert files == expected | (of_a_survey if survey == "--survey" else set())
    again = committee(*words, cwd=fresh)
    assert again.code == 2
    assert "is there already" in again.err


def test_a_new_report_in_an_unknown_format_names_the_known_ones(
    fresh: Path, committee: Committee
) -> None:
    done = committee("new", "mine", "--format", "wolverhampton-scrutiny-2032", cwd=fresh)
    assert done.code == 2
    assert "did you mean 'wolverhampton-scrutiny-2023'?" in done.err
    assert not (fresh / "inputs" / "mine").exists()
