"""The words for proportions and change, from config/quantifiers.yaml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.config.quantifiers import load_words
from generator.config.workspace import Workspace
from generator.errors import InputProblems

ROOT = Path(__file__).resolve().parents[2]
Write = Callable[[str, str], Path]


def test_scales_and_words_for_change_are_loaded(workspace: Workspace, write: Write) -> None:
    write(
        "config/quantifiers.yaml",
        "default: a\n"
        "scales:\n"
        "  a:\n"
        "    source: S\n"
        "    steps:\n"
        "      - {word: almost all, over: 90}\n"
        "      - {word: most, from: 75}\n"
        "      - {word: some, from: 0}\n"
        "    allowed: {many: [60, 99.9]}\n"
        "change: {up: a rise from, similar_within: {per cent: 1}}\n",
    )
    words = load_words(workspace)
    scale = words.scales[words.default]
    assert [scale.word(share) for share in (100, 90.1, 90, 75, 74.9, 0)] == [
        "almost all", "almost all", "most", "most", "some", "some",
    ]  # fmt: skip
    assert scale.allowed["many"] == (60.0, 99.9)
    assert words.change.up == "a rise from"
    assert words.change.down == "down from"
    assert words.change.threshold("per cent") == 1.0
    assert words.change.threshold("hours") == 0.0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{word: a, from: 0}\ndefault: b", "there is no scale 'b'; known: a"),
        ("{word: a}", "the step 'a' needs either 'from' or 'over'; write one of the two"),
        ("{word: a, from: 0, over: 0}", "the step 'a' needs either 'from' or 'over'"),
        ("{word: a, from: 10}", "no step holds shares below 10 per cent; add a last step"),
        ("{word: a, over: 0}", "no step holds a share of 0; add a last step"),
        ("{word: a, from: 0}, {word: b, from: 0}", "the step 'b' can never be reached"),
        ("{word: a, from: 101}", "expected a per cent from 0 to 100, got 101"),
    ],
)
def test_a_scale_must_hold_every_share_once(
    workspace: Workspace, write: Write, text: str, message: str
) -> None:
    steps, _, default = text.partition("\n")
    default = default or "default: a"
    write("config/quantifiers.yaml", f"{default}\nscales: {{a: {{steps: [{steps}]}}}}\n")
    with pytest.raises(InputProblems) as caught:
        load_words(workspace)
    assert any(message in str(problem) for problem in caught.value.problems)


def test_the_shipped_words_are_sound() -> None:
    shipped = Workspace(
        ROOT, ROOT / "config", ROOT / "inputs", ROOT / "report_templates", ROOT / "output"
    )
    words = load_words(shipped)
    assert words.default in words.scales
    for scale in words.scales.values():
        assert all(scale.word(share / 10) for share in range(1001)), scale.key
