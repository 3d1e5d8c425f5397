"""Explaining figures, on the small report."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.config.workspace import find_workspace
from generator.model.release.explained import ExplainedFigure
from generator.pipeline.evidence.explaining import explain, released_figures
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.report import Prepared, prepare
from tests.small import FOLDER, NAME


@pytest.fixture(scope="module")
def prepared(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    root = tmp_path_factory.mktemp("explained") / "workspace"
    shutil.copytree(pristine, root)
    return prepare(read_inputs(find_workspace(root), NAME))


def one(found: tuple[ExplainedFigure, ...], key: str) -> ExplainedFigure:
    return next(figure for figure in found if figure.key == key)


def test_a_figure_is_told_with_question_wordings_answers_and_counts(prepared: Prepared) -> None:
    figure = one(explain(prepared, "Workload"), "sw.workload.percent@2022")
    facts = figure.facts
    estimate = prepared.computed.findings.items["sw.workload"].estimate("2022")
    assert estimate is not None
    assert (facts.kind, facts.measure, facts.who) == ("survey", "top_box", "social workers")
    assert facts.questions[0].text == "My workload is manageable"
    assert facts.questions[0].reworded == (("2021", "My caseload is manageable"),)
    assert facts.counted == ("Strongly agree", "Agree")
    assert (facts.waves, facts.count, facts.base) == (
        ("2022",),
        str(estimate.count),
        str(estimate.base),
    )
    assert facts.rounding == "half up to a whole number"
    assert facts.exports == (f"{FOLDER}/survey/sw_2022.xlsx",)


def test_a_figure_names_the_line_and_the_expression_that_placed_it(prepared: Prepared) -> None:
    figure = one(explain(prepared, "workload"), "sw.workload.percent@2022")
    lines = prepared.loaded.narrative.splitlines()
    assert figure.file == f"{FOLDER}/narrative.md"
    assert figure.expression == "{{ sw.workload.percent }}"
    assert figure.expression in lines[figure.line - 1]


def test_a_change_is_told_with_both_waves(prepared: Prepared) -> None:
    facts = one(explain(prepared, "Workload"), "sw.workload.points@2021..2022").facts
    assert facts.waves == ("2021", "2022")
    assert "(2021), " in facts.base
    assert len(facts.exports) == 2


def test_a_figure_from_elsewhere_has_its_source_and_a_typed_one_has_none(
    prepared: Prepared,
) -> None:
    found = explain(prepared, "Background")
    sourced = one(found, "sourced.vacancies.value")
    assert (sourced.printed, sourced.facts.kind) == ("20.0%", "sourced")
    assert sourced.facts.source == "Department for Education, workforce, 30 September 2022"
    typed = one(found, "report.budget")
    assert (typed.facts.kind, typed.facts.source) == ("typed", "")


def test_the_figures_of_a_chart_and_a_table_are_told(prepared: Prepared) -> None:
    for place in ("Figure 1", "Table 1"):
        keys = {figure.key for figure in explain(prepared, place)}
        assert "sw.workload.figure@2022" in keys or "sw.workload.percent@2022" in keys, place


def test_a_withheld_figure_has_neither_count_nor_base_but_a_reason(
    pristine: Path, tmp_path: Path
) -> None:
    root = tmp_path / "workspace"
    shutil.copytree(pristine, root)
    settings = root / FOLDER / "findings.yaml"
    told = settings.read_text("utf-8").replace("minimum_base_breakdown: 10", "{0}")
    settings.write_text(told.replace("{0}", "minimum_base_breakdown: 500"), "utf-8")
    found = explain(prepare(read_inputs(find_workspace(root), NAME)), "sw.by_team")
    hidden = [one for one in found if one.printed == "[c]"]
    assert {one.facts.finding for one in hidden} == {"sw.by_team"}
    for figure in hidden:
        assert (figure.facts.count, figure.facts.base) == ("", "")
        assert "confidential" in figure.facts.mark
        assert "a figure needs 500 people" in figure.withheld[0]


def test_the_public_is_told_no_file_no_key_and_no_expression(prepared: Prepared) -> None:
    found = released_figures(prepared)
    printed = {(figure.place, figure.printed) for figure in found}
    assert ("Background, 2.1", "20.0%") in printed
    told = " ".join(str(figure) for figure in found)
    assert "My workload is manageable" in told
    for inner in ("survey/", ".csv", ".xlsx", "{{", "sw.", "narrative.md", "Paperwork@"):
        assert inner not in told, inner
