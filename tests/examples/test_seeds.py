"""What the published papers have beside their sections stands in the examples too."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pytest
from docx import Document

from generator.config.workspace import find_workspace
from generator.pipeline.report import build_report

ROOT = Path(__file__).resolve().parents[2]
NAMES = (
    "health-check-2022",
    "principal-social-worker-2022",
    "social-work-health-check-2020",
    "social-worker-health-check-2021",
    "workforce-health-check-2020",
    "workforce-strategy-progress-2023",
)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, str]]]:
    """report -> (style, text) of its paragraphs and of the cells of its tables, in order."""
    workspace = replace(find_workspace(ROOT), output=tmp_path_factory.mktemp("output"))
    return {name: _read(build_report(workspace, name).files[f"{name}.docx"]) for name in NAMES}


def _read(data: bytes) -> list[tuple[str, str]]:
    found = []
    for block in Document(BytesIO(data)).iter_inner_content():
        rows = [[block]] if hasattr(block, "text") else [row.cells for row in block.rows]
        found += [(_style(cell), cell.text) for row in rows for cell in row]
    return found


def _style(block: object) -> str:
    return getattr(getattr(block, "style", None), "name", "cell")


def _said(paragraphs: list[tuple[str, str]]) -> str:
    return "\n".join(text for _, text in paragraphs)


def test_the_two_surveys_of_2022_have_six_quotations_each(
    texts: dict[str, list[tuple[str, str]]],
) -> None:
    quoted = [
        style == "List Bullet" and text.startswith("“")
        for style, text in texts["health-check-2022"]
    ]
    assert [len(list(run)) for is_quoted, run in groupby(quoted) if is_quoted] == [6, 6]


def test_the_dashboards_have_a_title_and_that_of_social_workers_goes_back_to_2017(
    texts: dict[str, list[tuple[str, str]]],
) -> None:
    assert "Social Work Health Check, February 2021" in _said(
        texts["social-work-health-check-2020"]
    )
    assert "Workforce Health Check, February 2021" in _said(texts["workforce-health-check-2020"])
    cells = [text for style, text in texts["social-work-health-check-2020"] if style == "cell"]
    at = cells.index("2017")
    assert cells[at - 1 : at + 9] == [
        *("Finding", "2017", "2018", "2019", "2020"),
        *("Regularly reads research", "38%", "63%", "66%", "79%"),
    ]


def test_the_cabinet_report_charts_care_plans_and_risk(
    texts: dict[str, list[tuple[str, str]]],
) -> None:
    said = _said(texts["principal-social-worker-2022"])
    assert re.search(r"^Figure \d+: Care plans rated good or better", said, re.MULTILINE)
    assert re.search(
        r"^Figure \d+: Adults['’] files rated good or better for risk", said, re.MULTILINE
    )
    assert re.search("council['’]s website", said)


def test_two_programmes_of_change_are_two_bullets(
    texts: dict[str, list[tuple[str, str]]],
) -> None:
    paragraphs = texts["workforce-strategy-progress-2023"]
    at = [text for _, text in paragraphs].index("Two programmes of change belong here:")
    styles = [style for style, _ in paragraphs[at + 1 : at + 4]]
    assert [style == "List Bullet" for style in styles] == [True, True, False]


def test_three_years_of_the_workforce_are_a_table(texts: dict[str, list[tuple[str, str]]]) -> None:
    cells = [text for style, text in texts["social-worker-health-check-2021"] if style == "cell"]
    at = cells.index("Social workers at 30 September")
    assert cells[at + 1 : at + 4] == ["2019", "2020", "2021"]
    assert [cells[at + 4 * row] for row in range(1, 5)] == [
        *("Agency social workers", "Vacant posts", "Absence through sickness", "Average caseload"),
    ]


@pytest.mark.parametrize(
    ("name", "captions"),
    [
        ("principal-social-worker-2022", 2),
        ("social-worker-health-check-2021", 1),
        ("workforce-strategy-progress-2023", 3),
    ],
)
def test_figures_that_no_paper_printed_are_marked_as_made_up_where_they_stand(
    texts: dict[str, list[tuple[str, str]]], name: str, captions: int
) -> None:
    paragraphs = texts[name]
    marked = [at for at, (_, text) in enumerate(paragraphs) if text.endswith("(made-up figures)")]
    assert len(marked) == captions
    for at in marked:
        after = [text for style, text in paragraphs[at + 1 :] if style != "cell"]
        assert re.search(r"\b(made up|invented) for this example\b", after[0]), paragraphs[at]
