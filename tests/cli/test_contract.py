"""What scripts rely on: exit statuses, files, --output, --json, --dry-run, --workspace, names."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.word.package.zip_package import read_parts, write_package
from tests.conftest import Committee, spawn
from tests.small import FOLDER, NAME

FILES = ["check.docx", "findings.json", "provenance.json"]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


@pytest.mark.parametrize(
    "typed", [NAME, f"{NAME}/", FOLDER, f"{FOLDER}/", f"./{FOLDER}", f"{FOLDER}/report.yaml"]
)
def test_a_report_is_named_in_any_of_the_ways_a_user_types_it(
    fresh: Path, committee: Committee, typed: str
) -> None:
    assert committee("build", typed, cwd=fresh).code == 0
    assert names_in(fresh / "output" / NAME) == FILES


@pytest.mark.parametrize("folder", [".", "config", "inputs", FOLDER, f"{FOLDER}/survey"])
def test_the_command_works_from_any_folder_of_the_workspace(
    workspace: Path, committee: Committee, folder: str
) -> None:
    before = everything_in(workspace / "output" / NAME)
    assert committee("build", NAME, cwd=workspace / folder).code == 0
    assert everything_in(workspace / "output" / NAME) == before


@pytest.mark.parametrize("place", ["before", "after"])
def test_a_workspace_is_named_from_anywhere_before_or_after_the_command(
    workspace: Path, committee: Committee, tmp_path: Path, place: str
) -> None:
    option = ["--workspace", str(workspace)]
    words = [*option, "build", NAME] if place == "before" else ["build", NAME, *option]
    done = committee(*words, cwd=tmp_path)
    assert done.code == 0, done.err
    assert committee(*option, "format", "show", "wolverhampton-scrutiny-2023", cwd=tmp_path).out


def test_output_puts_the_files_into_that_folder_and_makes_it(
    workspace: Path, committee: Committee, tmp_path: Path
) -> None:
    target = tmp_path / "new" / "deep"
    assert committee("build", NAME, "--output", str(target), cwd=workspace).code == 0
    assert everything_in(target) == everything_in(workspace / "output" / NAME)


def test_of_several_reports_output_has_a_folder_for_each(
    workspace: Path, committee: Committee, tmp_path: Path
) -> None:
    shutil.copytree(workspace / FOLDER, workspace / "inputs" / "second")
    assert committee("build", "--all", "-o", str(tmp_path / "out"), cwd=workspace).code == 0
    assert names_in(tmp_path / "out") == [NAME, "second"]


def test_all_of_one_report_has_a_folder_for_it_too(
    workspace: Path, committee: Committee, tmp_path: Path
) -> None:
    assert committee("build", "--all", "-o", str(tmp_path / "out"), cwd=workspace).code == 0
    assert names_in(tmp_path / "out") == [NAME]


def test_a_report_named_twice_is_built_once(workspace: Path, committee: Committee) -> None:
    done = committee("build", NAME, f"{FOLDER}/", "--json", cwd=workspace)
    assert [entry["report"] for entry in json.loads(done.out)] == [NAME]


def test_json_tells_what_was_built_and_nothing_else_is_printed(
    fresh: Path, committee: Committee
) -> None:
    [entry] = json.loads(committee("build", NAME, "--json", cwd=fresh).out)
    folder = fresh / "output" / NAME
    assert entry["folder"] == str(folder)
    assert (
        sorted(entry["files"]) == [str(folder / name) for name in FILES] == sorted(entry["changed"])
    )
    [again] = json.loads(committee("build", NAME, "--json", cwd=fresh).out)
    assert again["changed"] == []


def test_a_dry_run_says_what_it_would_write_and_writes_nothing(
    fresh: Path, committee: Committee
) -> None:
    before = everything_in(fresh)
    done = committee("build", NAME, "--dry-run", cwd=fresh)
    assert done.out.splitlines() == [f"would write {Path('output', NAME, name)}" for name in FILES]
    [entry] = json.loads(committee("build", NAME, "--dry-run", "--json", cwd=fresh).out)
    assert len(entry["changed"]) == 3
    assert everything_in(fresh) == before
    assert not (fresh / "output").exists()


def test_a_dry_run_finds_the_problems_of_a_build(fresh: Path, committee: Committee) -> None:
    (fresh / FOLDER / "narrative.md").write_text("# Purpose {#purpose}\n\nx\n", "utf-8")
    assert committee("build", NAME, "--dry-run", cwd=fresh).code == 1


def test_findings_json_is_what_the_findings_command_prints(
    workspace: Path, committee: Committee
) -> None:
    printed = committee("findings", NAME, "--json", cwd=workspace).out
    assert printed.encode() == (workspace / "output" / NAME / "findings.json").read_bytes()
    assert json.loads(printed)["items"]["sw.workload"]["estimates"]


class TestExitStatus:
    def test_is_0_when_the_report_is_built(self, workspace: Path, committee: Committee) -> None:
        assert committee("build", NAME, cwd=workspace).code == 0

    def test_is_1_for_problems_in_the_input_all_on_standard_error(
        self, fresh: Path, committee: Committee
    ) -> None:
        (fresh / FOLDER / "report.yaml").write_text("titel: x\n", "utf-8")
        done = committee("build", NAME, cwd=fresh)
        assert (done.code, done.out) == (1, "")
        assert len(done.problems) > 3
        assert done.err.splitlines()[-1] == f"{len(done.problems)} problems found."

    @pytest.mark.parametrize(
        "words",
        [
            ["build"],
            ["build", NAME, "--all"],
            ["build", NAME, "--frobnicate"],
            ["build", "nosuch"],
            ["build", NAME, "nosuch"],
            ["build", ""],
            ["build", ".."],
            ["build", "../.."],
            ["build", "/"],
            ["build", "inputs"],
            ["build", NAME, "-w", "nowhere"],
            ["-w", "nowhere", "build", NAME],
            ["build", NAME, "-w", "inputs/check/report.yaml"],
            ["build", NAME, "--output", "inputs/check/report.yaml"],
            ["bulid", NAME],
            ["findings"],
            ["findings", "nosuch"],
            ["survey", "inspekt", "x.csv"],
            ["survey", "inspect", "nosuch.csv"],
            ["survey", "comments", NAME],
            ["new", "../x", "--format", "wirral-2023"],
            ["new", "mine", "--format", "wirral-2032"],
            ["format", "show", "wirral-2032"],
            ["format", "schema", "wirral-2032"],
            ["format", "new", "mine", "--extends", "wirral-2032"],
            ["format", "new", "../../x", "--extends", "wirral-2023"],
        ],
        ids=" ".join,
    )
    def test_is_2_for_wrong_usage_and_nothing_is_written(
        self, fresh: Path, committee: Committee, words: list[str]
    ) -> None:
        before = everything_in(fresh.parent)
        done = committee(*words, cwd=fresh)
        assert (done.code, done.out) == (2, "")
        assert done.err
        assert everything_in(fresh.parent) == before

    def test_is_2_outside_a_workspace_with_the_way_to_one(
        self, tmp_path: Path, committee: Committee
    ) -> None:
        done = committee("build", NAME, cwd=tmp_path)
        assert done.code == 2
        assert "committee init" in done.err

    def test_is_1_for_a_report_folder_without_report_yaml(
        self, fresh: Path, committee: Committee
    ) -> None:
        (fresh / FOLDER / "report.yaml").unlink()
        done = committee("build", NAME, cwd=fresh)
        assert done.code == 1
        assert done.problems[0].startswith(f"{FOLDER}/report.yaml: no such file")

    def test_is_1_when_one_of_several_reports_cannot_be_built_and_the_others_are(
        self, workspace: Path, committee: Committee
    ) -> None:
        shutil.copytree(workspace / FOLDER, workspace / "inputs" / "bad")
        (workspace / "inputs" / "bad" / "narrative.md").unlink()
        done = committee("build", "bad", NAME, cwd=workspace)
        assert done.code == 1
        assert "inputs/bad/narrative.md: no such file" in done.err
        assert f"unchanged {Path('output', NAME, 'check.docx')}" in done.out
        assert not (workspace / "output" / "bad").exists()

    def test_is_the_same_for_a_process_of_its_own(self, workspace: Path, tmp_path: Path) -> None:
        assert spawn("build", NAME, cwd=workspace).code == 0
        assert spawn("build", cwd=workspace).code == 2
        (workspace / FOLDER / "report.yaml").write_text("{", "utf-8")
        broken = spawn("build", NAME, cwd=workspace)
        assert (broken.code, broken.out) == (1, "")
        assert "Traceback" not in broken.err


def test_a_misspelt_report_or_command_gets_the_nearest_right_name(
    fresh: Path, committee: Committee
) -> None:
    assert "did you mean 'check'?" in committee("build", "chekc", cwd=fresh).err
    assert "did you mean 'build'?" in committee("biuld", cwd=fresh).err


def test_a_schema_is_written_over_a_schema_only(workspace: Path, committee: Committee) -> None:
    command = ["format", "schema", "wolverhampton-scrutiny-2023", "--write"]
    assert committee(*command, "report.schema.json", cwd=workspace).code == 0
    assert "unchanged" in committee(*command, "report.schema.json", cwd=workspace).err
    report = workspace / FOLDER / "report.yaml"
    before = report.read_bytes()
    done = committee(*command, f"{FOLDER}/report.yaml", cwd=workspace)
    assert (done.code, report.read_bytes()) == (2, before)
    assert "is there already, and is no schema" in done.err


NEW_FORMAT = ("format", "new", "mine", "--extends", "wolverhampton-scrutiny-2023")


@pytest.mark.parametrize(
    "words",
    [
        ["format", "check", "nope", "wolverhampton-scrutiny-2023"],
        ["format", "show", "nope"],
        ["template", "check", "nope.docx"],
        [*NEW_FORMAT, "--template", "README.md"],
        [*NEW_FORMAT, "--template", "junk.docx"],
    ],
)
def test_naming_what_is_not_there_or_of_no_use_is_wrong_usage(
    workspace: Path, committee: Committee, words: list[str]
) -> None:
    (workspace / "junk.docx").write_bytes(b"junk")
    (workspace / "README.md").write_bytes(b"# Read me")
    before = everything_in(workspace / "config")
    done = committee(*words, cwd=workspace)
    assert done.code == 2
    assert everything_in(workspace / "config") == before


def test_a_new_format_may_name_a_template_that_is_there_already(
    workspace: Path, committee: Committee, tmp_path: Path
) -> None:
    given = tmp_path / "scrutiny.docx"
    there = (workspace / "report_templates" / "scrutiny.docx").read_bytes()
    command = [*NEW_FORMAT, "--dry-run"]
    given.write_bytes(there)
    done = committee(*command, "--template", str(given), cwd=workspace)
    assert done.out.splitlines() == ["would write config/formats/mine.yaml"]
    given.write_bytes(write_package({**read_parts(there), "custom.xml": b"<custom/>"}))
    done = committee(*command, "--template", str(given), cwd=workspace)
    assert done.code == 2
    assert "scrutiny.docx is there already" in done.err
