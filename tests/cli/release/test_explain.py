"""`committee explain`: where printed figures of reports and files come from."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Committee
from tests.small import FOLDER, NAME

DRAFT = f"output/{NAME}/{NAME}.docx"


def test_a_figure_is_explained_in_plain_terms(workspace: Path, committee: Committee) -> None:
    done = committee("explain", NAME, "Workload", cwd=workspace)
    assert done.code == 0, done.err
    for said in (
        "question: My workload is manageable",
        "in 2021: My caseload is manageable",
        "answers counted: Strongly agree, Agree",
        "survey: 2022",
        "exports: inputs/check/survey/sw_2022.xlsx",
        "{{ sw.workload.percent }}",
    ):
        assert said in done.out, said


def test_a_place_without_figures_is_said_to_have_none(
    workspace: Path, committee: Committee
) -> None:
    done = committee("explain", NAME, "Next", "steps", cwd=workspace)
    assert (done.code, done.out) == (0, "Next steps prints no figure\n")


def test_a_figure_may_be_asked_for_as_it_is_printed(workspace: Path, committee: Committee) -> None:
    there = json.loads(committee("explain", NAME, "Workload", "--json", cwd=workspace).out)
    printed = there["figures"][0]["printed"]
    told = json.loads(committee("explain", NAME, printed, "--json", cwd=workspace).out)["figures"]
    assert {one["printed"] for one in told} == {printed}
    assert there["figures"][0] in told


def test_a_misspelt_place_is_told_with_the_nearest(workspace: Path, committee: Committee) -> None:
    done = committee("explain", NAME, "R7", cwd=workspace)
    assert done.code == 1
    assert "there is no 'R7' in the report; the nearest are r1" in done.err


def test_of_a_draft_a_figure_that_has_changed_since_is_told(
    workspace: Path, committee: Committee
) -> None:
    settings = workspace / FOLDER / "findings.yaml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace('["No"], decimals: 1', '["No"], decimals: 2'), "utf-8")
    done = committee("explain", DRAFT, "sw.leaving.percent", "--json", cwd=workspace)
    (figure,) = json.loads(done.out)["figures"]
    assert figure["now"]
    assert figure["now"] != figure["printed"]
    same = committee("explain", DRAFT, "sw.workload.percent", "--json", cwd=workspace)
    assert {one["now"] for one in json.loads(same.out)["figures"]} == {""}


def test_of_a_section_of_a_file_every_figure_under_its_headings_is_told(
    workspace: Path, committee: Committee
) -> None:
    def keys(target: str) -> set[str]:
        done = committee("explain", target, "What staff said", "--json", cwd=workspace)
        return {one["key"] for one in json.loads(done.out)["figures"]}

    assert {"sw.response.rate@2022", "sw.leaving.percent@2022"} <= keys(DRAFT)
    assert keys(DRAFT) == keys(NAME)


def test_a_copy_for_publication_is_explained_by_its_words(
    workspace: Path, committee: Committee, tmp_path: Path
) -> None:
    built = committee("build", NAME, "--public", "-o", str(tmp_path / "out"), cwd=workspace)
    assert built.code == 0, built.err
    copy = next((tmp_path / "out").rglob("*.docx"))
    asked = ("explain", str(copy), "Workload", "--json")
    assert "name it: --report" in committee(*asked, cwd=workspace).err
    found = json.loads(committee(*asked, "--report", NAME, cwd=workspace).out)["figures"]
    figure = next(one for one in found if one["key"] == "sw.workload.percent@2022")
    assert figure["facts"]["questions"][0]["text"] == "My workload is manageable"
    assert {one["now"] for one in found} == {""}
