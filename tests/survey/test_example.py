"""The example's findings: every figure that the published papers print, from the raw exports."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config.files import Files
from generator.config.survey.codebook_file import load_codebook
from generator.config.survey.findings_file import load_findings_file
from generator.model.findings import Finding, Findings
from generator.model.wording.rounding import round_half_up
from generator.survey.answers.read import read_responses
from generator.survey.compute import compute_findings, findings_of

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "inputs" / "health-check-2022"
LIST: Mapping[str, Any] = yaml.safe_load(
    (ROOT / "tests" / "inputs" / "figures.yaml").read_text(encoding="utf-8")
)


@cache
def example() -> Findings:
    """The findings of the example as they are published."""
    return compute_findings(FOLDER, Files(ROOT))


@cache
def everything(folder: Path) -> Findings:
    """A finding for each definition of the list, with nothing withheld."""
    groups: dict[str, dict[str, Any]] = {}
    for key, definition in LIST["definitions"].items():
        group, _, name = key.partition(".")
        groups.setdefault(group, {})[name] = _entry(definition)
    rules = dict.fromkeys(("minimum_base", "minimum_base_breakdown", "minimum_cell_breakdown"), 0)
    path = folder / "findings.yaml"
    path.write_text(json.dumps({"disclosure": rules, "findings": groups}), encoding="utf-8")
    codebook = load_codebook(FOLDER / "codebook.yaml", Files(ROOT))
    responses = read_responses(codebook, FOLDER, Files(ROOT))
    return findings_of(responses, load_findings_file(path, Files(folder), codebook))


def _entry(definition: Mapping[str, Any]) -> dict[str, Any]:
    measure = {"share": "shares"}.get(
        definition.get("measure", ""), definition.get("measure", "percent")
    )
    entry: dict[str, Any] = {"measure": measure}
    entry |= {key: definition[key] for key in ("question", "by") if key in definition}
    if measure == "percent":
        wanted = definition["answers"]
        entry["options"] = LIST["options"][wanted] if isinstance(wanted, str) else wanted
    if definition.get("question") in ("felt_stressed",):
        entry["wave"] = "2020"
    return entry


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    return everything(tmp_path_factory.getbasetemp())


def figure(finding: Finding, wave: str, group: str | None = None) -> float:
    """The unrounded figure of a wave, and of a group or an answer."""
    category = group if group in finding.categories else None
    found = finding.estimate(wave, category, None if category else group)
    assert found is not None
    assert found.value is not None
    return found.value


def agrees(value: float, printed: str, qualifier: str) -> bool:
    """Whether a figure may be printed like this, with the paper's own qualifying word."""
    text = printed.rstrip("%")
    limit, decimals = float(text), len(text.partition(".")[2])
    return {
        "over": value > limit,
        "under": value < limit,
        "just over": limit < value < limit + 0.5,
        "almost": limit - 1.5 < value < limit,
        "around": abs(value - limit) < 1.5,
    }.get(qualifier, float(round_half_up(value, decimals)) == limit)


@pytest.mark.parametrize("entry", LIST["figures"], ids=lambda e: "-".join(e[:3] + e[5:]))
def test_every_printed_figure_is_found(entry: list[str], listed: Findings) -> None:
    key, wave, printed, qualifier, _where, *group = entry
    value = figure(listed.items[key], wave, *group)
    assert agrees(value, printed, qualifier), f"{value:.3f} is not {qualifier} {printed}"


@pytest.mark.parametrize("entry", LIST["counts"], ids=lambda e: f"{e[0]}-{e[1]}")
def test_every_printed_number_of_people_is_found(entry: list[Any], listed: Findings) -> None:
    key, wave, count, base, _where = entry
    found = listed.items[key].estimate(wave)
    assert found is not None
    assert (found.count, base or found.base) == (count, found.base)


@pytest.mark.parametrize("entry", LIST["directions"], ids=lambda e: f"{e[0]}-{'-'.join(e[1])}")
def test_every_change_goes_the_way_the_papers_say(entry: list[Any], listed: Findings) -> None:
    key, waves, direction, _where, *rest = entry
    group = rest[1] if len(rest) > 1 else None
    values = [figure(listed.items[key], wave, group) for wave in waves]
    steps = [after - before for before, after in pairwise(values)]
    holds = {"rises": lambda s: s > 0, "falls": lambda s: s < 0, "not more": lambda s: s <= 0}
    assert all(holds[direction](step) for step in steps)


def test_the_shipped_findings_print_what_the_papers_print() -> None:
    quoted = [
        (key, wave, printed, qualifier)
        for key, wave, printed, qualifier, _where, *group in LIST["figures"]
        if not group and key in example().items and wave in example().items[key].waves
    ]
    assert len(quoted) > 60
    wrong = [
        entry
        for entry in quoted
        if not agrees(figure(example().items[entry[0]], entry[1]), entry[2], entry[3])
    ]
    assert wrong == []


def test_significant_changes_are_tested() -> None:
    for key in ("sw.aware_of_plan", "sw.learning_opportunities", "sw.learning_culture"):
        change = next(
            c for c in example().items[key].changes if (c.earlier, c.later) == ("2021", "2022")
        )
        assert change.tested
        assert change.p is not None
        assert change.p < 0.05


def test_98_per_cent_of_94_is_published_and_a_service_of_7_is_not() -> None:
    whole = example().items["sw.clear_practice_model"].estimate()
    assert whole is not None
    assert (whole.count, whole.base) == (92, 94)
    by_service = example().items["sw.workload_by_service"].estimates
    assert {e.group for e in by_service if e.mark == "[c]"} >= {
        "Disabled Children and Young People"
    }
    assert sum(e.mark == "[c]" for e in by_service) >= 3
    assert all(e.value is None and e.base is None for e in by_service if e.mark == "[c]")


def test_the_method_note_tells_how_the_figures_came_about() -> None:
    note = " ".join(example().method)
    assert "from 12 September to 21 October 2022" in note
    assert "sent to 268 people and 94 replies were counted (35%)" in note
    assert "1 test answer and 1 duplicate answer" in note
    assert "fewer than 10 people are not published" in note
    assert "not a random sample" in note


def test_the_questions_are_listed_as_they_were_last_put() -> None:
    entries = {entry.id: entry for entry in example().questions}
    assert entries["workload_manageable"].text == "My workload is manageable"
    assert entries["workload_manageable"].waves == ("2019", "2020", "2021", "2022")
    assert entries["aiming_for_excellence"].cohorts == ("sw",)
    assert all(entry.kind != "personal" for entry in entries.values())
