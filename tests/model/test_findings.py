"""How a finding's figures read, and what their marks mean."""

from __future__ import annotations

import pytest

from generator.model.findings import Estimate, Finding, marks_explained

FINDING = Finding(
    "sw.x", "percent", "sw", "X", "", "per cent", 0, ("2022",), "2022", (), {}, estimates=()
)


@pytest.mark.parametrize(
    ("estimate", "text"),
    [
        (Estimate("2022", 66.5, 94, 63), "67%"),
        (Estimate("2022", 0.3, 400, 1, mark="[low]"), "less than 1%"),
        (Estimate("2022", 0.0, 400, mark="[low]"), "less than 1%"),
        (Estimate("2022", 0.0, 400, 0), "0%"),
        (Estimate("2022", None, None, mark="[c]"), "[c]"),
        (Estimate("2022", None, None), "[x]"),
    ],
)
def test_a_figure_reads_as_published_or_as_its_mark(estimate: Estimate, text: str) -> None:
    assert FINDING.text(estimate) == text


def test_marks_are_explained_once_each_in_their_order() -> None:
    assert marks_explained(["[x]", "[z]", "[x]", "[own]"]) == (
        "[z] not applicable; [x] not available; [own]"
    )
    assert marks_explained([]) == ""
