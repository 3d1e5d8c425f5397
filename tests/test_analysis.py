"""`from generator import ...`: the interface for analysts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import generator
from generator import CommitteeError, build, changes, findings, open_workspace, responses
from tests.small import FOLDER, NAME, people


def files_in(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}


def python(code: str) -> str:
    """What a process of its own prints."""
    root = Path(generator.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True, text=True, check=True, cwd=root,
    )  # fmt: skip
    return done.stdout.strip()


class TestImport:
    def test_of_the_package_imports_nothing_of_it(self) -> None:
        code = (
            "import sys; before = set(sys.modules); import generator; generator.__version__\n"
            "print(sorted(set(sys.modules) - before - {'__future__'}))"
        )
        assert python(code) == "['generator']"

    def test_of_a_function_imports_no_pandas_until_it_is_called(self) -> None:
        code = (
            "import sys; from generator import build, findings, responses, open_workspace\n"
            "print(sorted({'pandas', 'numpy', 'docx', 'lxml', 'xlsxwriter'} & set(sys.modules)))"
        )
        assert python(code) == "[]"

    def test_names_are_listed_and_others_are_unknown(self) -> None:
        assert set(generator.__all__) <= set(dir(generator))
        assert all(callable(getattr(generator, name)) for name in generator.__all__)
        with pytest.raises(AttributeError, match="has no attribute 'finding'"):
            _ = generator.finding  # type: ignore[attr-defined]

    def test_type_checkers_are_told_that_the_package_has_types(self) -> None:
        assert (Path(generator.__file__).parent / "py.typed").is_file()


class TestOpenWorkspace:
    def test_finds_the_one_that_a_folder_lies_in(
        self, pristine: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert open_workspace(pristine / "inputs").root == pristine
        assert open_workspace(str(pristine)).report_names() == (NAME,)
        monkeypatch.chdir(pristine / FOLDER)
        assert open_workspace().root == pristine

    def test_refuses_a_folder_that_is_not_there_or_in_none(
        self, pristine: Path, tmp_path: Path
    ) -> None:
        with pytest.raises(CommitteeError, match="no such folder"):
            open_workspace(pristine / "nowhere")
        with pytest.raises(CommitteeError, match="not in a workspace"):
            open_workspace(tmp_path)


class TestBuild:
    def test_writes_what_the_command_writes(self, pristine: Path, fresh: Path) -> None:
        built = build(open_workspace(fresh), NAME)
        assert built.report == NAME
        assert [path.name for path in built.paths] == list(built.files)
        assert files_in(fresh / "output" / NAME) == files_in(pristine / "output" / NAME)
        assert built.set_aside == {}

    def test_in_memory_writes_no_output(self, pristine: Path, fresh: Path) -> None:
        built = build(open_workspace(fresh), NAME, write=False)
        assert built.files == files_in(pristine / "output" / NAME)
        assert built.paths == ()
        assert not (fresh / "output" / NAME).exists()

    def test_writes_into_another_folder_and_keeps_an_edited_report(
        self, workspace: Path, tmp_path: Path
    ) -> None:
        opened, folder = open_workspace(workspace), tmp_path / "drafts"
        [word] = [p for p in build(opened, NAME, output=folder).paths if p.suffix == ".docx"]
        assert word.parent == folder
        word.write_bytes(b"edited")
        built = build(opened, FOLDER, output=str(folder))
        assert built.set_aside[word].read_bytes() == b"edited"

    def test_raises_all_problems_together_and_writes_nothing(self, fresh: Path) -> None:
        (fresh / FOLDER / "report.yaml").write_text("titel: x\n", "utf-8")
        with pytest.raises(CommitteeError, match=r"is missing.*\n(.*\n)*.*'titel'"):
            build(open_workspace(fresh), NAME)
        assert not (fresh / "output" / NAME).exists()

    def test_of_a_public_copy_goes_into_a_folder_of_its_own(self, workspace: Path) -> None:
        built = build(open_workspace(workspace), NAME, public=True)
        assert built.paths[0].parent == workspace / "output" / NAME / "public"


class TestFindings:
    def test_are_those_of_findings_json_and_no_others(self, pristine: Path) -> None:
        kept = json.loads((pristine / "output" / NAME / "findings.json").read_bytes())
        rows = [
            (key, figure["wave"], figure["value"], figure["base"], figure["count"], figure["mark"])
            for key, item in kept["items"].items()
            for figure in item["estimates"]
        ]
        frame = findings(open_workspace(pristine), NAME)
        shown = frame[["key", "wave", "value", "base", "count", "mark"]].astype(object)
        assert [tuple(None if pd.isna(c) else c for c in row) for row in shown.values] == rows
        assert frame.attrs == {"report": NAME, "published": True}

    def test_have_changes(self, pristine: Path) -> None:
        frame = changes(open_workspace(pristine), FOLDER)
        assert set(frame["later"]) == {"2022"}
        assert frame.attrs == {"report": NAME, "published": True}

    def test_columns_are_named_in_the_help(self, pristine: Path) -> None:
        opened = open_workspace(pristine)
        for function in (findings, changes):
            listed = (function.__doc__ or "").split("Columns: ")[1].split(".")[0]
            names = " ".join(listed.split(";")[0].split()).split(", ")
            assert names == list(function(opened, NAME).columns)


class TestResponses:
    def test_are_those_that_were_counted(self, pristine: Path) -> None:
        frame = responses(open_workspace(pristine), NAME)
        sizes = frame.groupby(["cohort", "wave"], observed=True).size()
        assert sizes.to_dict() == {("sw", "2021"): 24, ("sw", "2022"): 30, ("mg", "2022"): 15}

    def test_say_that_they_are_not_published(self, pristine: Path) -> None:
        attributes = responses(open_workspace(pristine), NAME).attrs
        assert attributes["published"] is False
        assert attributes["questions"]["workload"] == "My workload is manageable"
        assert "NOT PROTECTED" in (responses.__doc__ or "")

    def test_name_nobody_and_hold_nothing_that_people_wrote(self, pristine: Path) -> None:
        frame = responses(open_workspace(pristine), NAME)
        text = frame.to_csv() + repr(frame.attrs)
        for word in [*people(), "Zebrowski", "203.0.113.", "Comment ", "2022-09-"]:
            assert word not in text

    def test_give_the_published_shares(self, pristine: Path) -> None:
        opened = open_workspace(pristine)
        figures, frame = findings(opened, NAME), responses(opened, NAME)
        answered = frame[(frame["cohort"] == "sw") & (frame["wave"] == "2022")]["stay"]
        leaving = figures[(figures["key"] == "sw.leaving") & (figures["wave"] == "2022")]
        assert 100 * answered.value_counts(normalize=True)["No"] == pytest.approx(
            leaving["value"].item()
        )

    def test_are_written_nowhere(self, fresh: Path) -> None:
        before = files_in(fresh)
        responses(open_workspace(fresh), NAME)
        assert files_in(fresh) == before
