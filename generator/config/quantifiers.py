"""Loading config/quantifiers.yaml: the words for proportions and for change."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from generator.config.config_rules import QUANTIFIER_SCALES
from generator.config.schema.schema_check import check
from generator.config.workspace import Workspace
from generator.config.yaml.yaml_file import YamlFile, YamlPath, read_yaml
from generator.errors import Problems, did_you_mean
from generator.model.narrative import ChangeWords, QuantifierScale, QuantifierStep, Words

WORDS_FILE = "quantifiers.yaml"


def load_words(workspace: Workspace) -> Words:
    """The scales of words, checked. Raises InputProblems.

    A step that none of the figures can reach, because an earlier one holds them all, and figures
    that no step holds are problems.
    """
    file = read_yaml(workspace.config / WORDS_FILE, workspace.files)
    check(file, "quantifiers")
    problems = Problems()
    scales = {key: _scale(key, raw, file, problems) for key, raw in file.data["scales"].items()}
    default = file.data["default"]
    if default not in scales:
        mend = did_you_mean(default, list(scales))
        problems.add(
            QUANTIFIER_SCALES, file.where(["default"]), f"there is no scale {default!r}", mend
        )
    problems.raise_any()
    return Words(default, scales, _change(file.data.get("change", {})), file.file)


def _scale(key: str, raw: Mapping[str, Any], file: YamlFile, problems: Problems) -> QuantifierScale:
    path: YamlPath = ("scales", key)
    steps = tuple(
        QuantifierStep(step["word"], float(step.get("from", step.get("over", 0))), "over" in step)
        for step in raw["steps"]
    )
    for index, step in enumerate(raw["steps"]):
        if ("from" in step) == ("over" in step):
            what = f"the step {step['word']!r} needs either 'from' or 'over'"
            problems.add(
                QUANTIFIER_SCALES, file.where([*path, "steps", index]), what, "write one of the two"
            )
    if steps[-1].low > 0 or steps[-1].over:
        rest = f"shares below {steps[-1].low:g} per cent" if steps[-1].low else "a share of 0"
        what = f"no step holds {rest}"
        problems.add(
            QUANTIFIER_SCALES, file.where([*path, "steps"]), what, "add a last step with 'from: 0'"
        )
    for index, (above, below) in enumerate(pairwise(steps), 1):
        if (below.low, below.over) >= (above.low, above.over):
            what = f"the step {below.word!r} can never be reached"
            mend = "order the steps from the highest share down"
            problems.add(QUANTIFIER_SCALES, file.where([*path, "steps", index]), what, mend)
    allowed = _allowed(steps)
    for word, (low, high) in raw.get("allowed", {}).items():
        allowed[word] = (float(low), float(high))
        if low > high:
            what = f"expected the lower figure first, got [{low}, {high}]"
            problems.add(QUANTIFIER_SCALES, file.where([*path, "allowed", word]), what)
    return QuantifierScale(
        key, steps, allowed, raw.get("number_beside", True), raw.get("source", "")
    )


def _allowed(steps: tuple[QuantifierStep, ...]) -> dict[str, tuple[float, float]]:
    """Where no range is given, a word may stand with the figures of its own step."""
    found: dict[str, tuple[float, float]] = {}
    above = 100.0
    for step in steps:
        low = step.low + 0.1 if step.over else step.low
        found[step.word] = (low, max(above, low))
        above = step.low if step.over else step.low - 0.1
    return found


def _change(raw: Mapping[str, Any]) -> ChangeWords:
    texts = {key: value for key, value in raw.items() if key != "similar_within"}
    within = {unit: float(size) for unit, size in raw.get("similar_within", {}).items()}
    return ChangeWords(**texts, similar_within=within)
