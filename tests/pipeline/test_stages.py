"""The stages as others call them: without state, in threads, with texts that are not saved yet."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from generator.config.workspace import Workspace, find_workspace
from generator.errors import InputProblems, WrongUsage
from generator.model.report import Prose, Report, every_prose
from generator.pipeline import stages
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.report import build_report, prepare
from tests.small import FOLDER, FORMAT, NAME, NARRATIVE, REPORT


@pytest.fixture
def workspace(fresh: Path) -> Workspace:
    return find_workspace(fresh)


def names(read: object) -> set[str]:
    assert isinstance(read, dict)
    return {name.removeprefix(f"{FOLDER}/") for name in read}


def test_each_stage_tells_which_files_it_read(workspace: Workspace) -> None:
    inputs = read_inputs(workspace, NAME)
    loaded = stages.load(inputs)
    computed = stages.compute(inputs)
    written = stages.write(inputs, loaded, computed)
    composed = stages.compose(inputs, loaded, computed.findings, written)
    rendered = stages.render(inputs, loaded, composed)
    assert names(loaded.files) == {
        "report.yaml",
        "sign_offs.yaml",
        "narrative.md",
        "config/quantifiers.yaml",
        "config/councils/wolverhampton.yaml",
        f"config/formats/{FORMAT}.yaml",
    }
    exports = {"survey/sw_2021.csv", "survey/sw_2022.xlsx", "survey/mg_2022.csv"}
    assert names(computed.files) == {"codebook.yaml", "findings.yaml", *exports}
    assert (written.files, composed.files) == ({}, {})
    assert names(rendered.files) == {f"report_templates/{loaded.format.template}"}
    assert rendered.word[:2] == b"PK"
    assert list(stages.check(inputs, loaded, computed, written, composed)) == []


def test_findings_from_the_cache_come_of_the_same_files(workspace: Workspace) -> None:
    first = stages.compute(read_inputs(workspace, NAME))
    again = stages.compute(read_inputs(workspace, NAME))
    assert again == first
    inputs = read_inputs(workspace, NAME)
    assert stages.compute(inputs).files == stages.compute(inputs).files == first.files


def test_a_text_that_is_not_saved_is_built_and_nothing_is_written(workspace: Workspace) -> None:
    said = NARRATIVE.replace("An action plan follows.", "A plan nobody has saved.")
    over = {f"{FOLDER}/narrative.md": said}
    prepared = prepare(read_inputs(workspace, NAME))
    built = build_report(workspace, NAME, overlays=over)
    assert built.files["check.docx"] != build_report(workspace, NAME).files["check.docx"]
    assert (workspace.inputs / NAME / "narrative.md").read_text("utf-8") == NARRATIVE
    assert (
        built.inputs[f"{FOLDER}/narrative.md"]
        != prepared.inputs.files.seen[f"{FOLDER}/narrative.md"]
    )


def test_a_report_that_nobody_has_saved_yet_can_be_shown(workspace: Workspace) -> None:
    report = REPORT.replace("appendices:", "_:").split("_:")[0] + "contents: false\n"
    over = {
        "inputs/new/report.yaml": report,
        "inputs/new/narrative.md": "# Purpose {#purpose}\n\nTo try.\n",
    }
    inputs = read_inputs(workspace, "new", over)
    assert stages.load(inputs).report.title == "Staff check 2022"
    assert stages.compute(inputs).findings.items == {}
    assert not (workspace.inputs / "new").exists()


def test_findings_asked_for_in_a_form_are_computed(workspace: Workspace) -> None:
    text = (workspace.inputs / NAME / "findings.yaml").read_text("utf-8")
    over = {f"{FOLDER}/findings.yaml": text.replace("Plans to leave", "Wants to go")}
    found = stages.compute(read_inputs(workspace, NAME, over)).findings
    assert found.items["sw.leaving"].title == "Wants to go"
    assert stages.compute(read_inputs(workspace, NAME)).findings != found


@pytest.mark.parametrize("name", ["", "/etc/x.yaml", "../x.yaml", "inputs\\a.md", "C:/a", "./a.md"])
def test_an_overlay_has_a_name_of_the_workspace(workspace: Workspace, name: str) -> None:
    with pytest.raises(WrongUsage, match="is not the name of a file in the workspace"):
        read_inputs(workspace, NAME, {name: "x"})


def test_an_export_has_to_be_saved_before_it_is_counted(workspace: Workspace) -> None:
    inputs = read_inputs(workspace, NAME, {f"{FOLDER}/survey/mg_2022.csv": "a,b\n"})
    with pytest.raises(InputProblems, match=r"mg_2022\.csv: is not saved yet"):
        stages.compute(inputs)


def test_an_export_that_changes_while_it_is_read_is_refused(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.survey import compute

    export = workspace.inputs / NAME / "survey" / "mg_2022.csv"

    def counted(*given: object) -> object:
        found = before(*given)
        export.write_bytes(export.read_bytes() + b"\r\n")
        return found

    before = compute.findings_of
    monkeypatch.setattr(compute, "findings_of", counted)
    with pytest.raises(InputProblems, match=r"mg_2022\.csv: was changed while it was read"):
        stages.compute(read_inputs(workspace, NAME))
    assert not list((workspace.output / ".cache").rglob("*.json"))


def test_provenance_lists_what_was_read_wherever_it_was_named(workspace: Workspace) -> None:
    folder = workspace.inputs / NAME
    (folder / "costs.csv").write_text("Post,Cost\nWorker,3\n")
    (folder / "named.csv").write_text("a,b\n1,2\n")
    report = REPORT.replace(
        "  legal: {nil: true}", """  legal: '{{ csv_table("costs.csv", caption="Costs") }}'"""
    )
    narrative = NARRATIVE.replace(
        "An action plan", "The file named.csv is not read. An action plan"
    )
    (folder / "report.yaml").write_text(report, "utf-8")
    (folder / "narrative.md").write_text(narrative, "utf-8")
    read = build_report(workspace, NAME).inputs
    assert f"{FOLDER}/costs.csv" in read
    assert f"{FOLDER}/named.csv" not in read


def test_eight_threads_build_what_one_builds(workspace: Workspace) -> None:
    alone = build_report(workspace, NAME)
    words = [NARRATIVE.replace("An action plan", f"Plan {number}") for number in range(8)]

    def built(number: int) -> tuple[bytes, bytes]:
        over = {f"{FOLDER}/narrative.md": words[number]}
        made = build_report(workspace, NAME, overlays=over)
        return made.files["check.docx"], made.files["provenance.json"]

    one_by_one = [built(number) for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(built, range(8))) == one_by_one
    assert build_report(workspace, NAME) == alone


def _proses(value: object) -> Iterator[Prose]:
    if isinstance(value, Prose):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from _proses(getattr(value, one.name))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _proses(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _proses(inner)


def test_every_text_of_a_report_is_written(workspace: Workspace) -> None:
    report: Report = stages.load(read_inputs(workspace, NAME)).report
    more = replace(report, terms_of_reference=report.recommendations["decision"][0].prose)
    assert list(every_prose(report)) == list(_proses(report))
    assert sorted(p.text for p in every_prose(more)) == sorted(p.text for p in _proses(more))
