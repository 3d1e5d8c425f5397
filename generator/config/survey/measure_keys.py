"""Which keys and which kinds of question each measure of findings.yaml takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.config.config_rules import FINDINGS_MEASURE
from generator.config.yaml.yaml_file import YamlFile
from generator.errors import Problems
from generator.model.frozen import dataclass

COMMON = (
    "measure",
    "cohort",
    "waves",
    "wave",
    "decimals",
    "title",
    "definition",
    "note",
    "scale",
    "breakdown",
)


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """What a measure takes.

    keys: besides the common ones. kinds: of the question it looks at. one_of: it needs exactly one
    of these keys. instead: kind of question -> what to use for it.
    """

    keys: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ("question",)
    instead: Mapping[str, str] | None = None


_PARTS = ("by", "where", "interval", "weighted")
_SHARES = (*_PARTS, "test")
_ITEMS = ("question", "questions", "theme")
_SCORED = ("missing_items", "items", "bands")

_FOR_SHARES = {"number": "use 'measure: mean', or 'measure: percent' with 'numbers'"}
_FOR_MEANS = {
    "scale": "use 'measure: index' for scores of a scale",
    "single": "use 'measure: shares'",
    "multi": "use 'measure: multi'",
}
_FOR_SCORES = {
    "number": "use 'measure: mean'",
    "single": "give the question a scale in the codebook, or use 'measure: shares'",
    "multi": "use 'measure: multi'",
}

RULES: Mapping[str, MeasureRule] = {
    "response_rate": MeasureRule(("by",), one_of=()),
    "percent": MeasureRule(
        ("question", "options", "top", "bottom", "numbers", *_SHARES),
        ("scale", "single", "multi", "number"),
        instead={},
    ),
    "top_box": MeasureRule(("question", "top", *_SHARES), ("scale",), instead=_FOR_SCORES),
    "bottom_box": MeasureRule(("question", "bottom", *_SHARES), ("scale",), instead=_FOR_SCORES),
    "net": MeasureRule(
        ("question", "options", "negative", "top", *_PARTS),
        ("scale", "single"),
        instead=_FOR_SHARES,
    ),
    "mean": MeasureRule(("question", *_PARTS), ("number",), instead=_FOR_MEANS),
    "median": MeasureRule(("question", "by", "where"), ("number",), instead=_FOR_MEANS),
    "index": MeasureRule((*_ITEMS, *_SCORED, *_PARTS), ("scale",), _ITEMS, _FOR_SCORES),
    "bands": MeasureRule((*_ITEMS, *_SCORED, *_SHARES), ("scale", "number"), _ITEMS, _FOR_SCORES),
    "shares": MeasureRule(
        ("question", *_SHARES),
        ("scale", "single"),
        instead={**_FOR_SHARES, "multi": "use 'measure: multi'"},
    ),
    "multi": MeasureRule(
        ("question", *_SHARES),
        ("multi",),
        instead={**_FOR_SHARES, **dict.fromkeys(("scale", "single"), "use 'measure: shares'")},
    ),
    "representativeness": MeasureRule(
        ("question",),
        ("scale", "single"),
        instead={"number": "use a question with age bands or the like"},
    ),
    "ranking": MeasureRule(
        (
            "questions",
            "theme",
            "of",
            "pick",
            "number",
            "since",
            "options",
            "top",
            "bottom",
            "where",
            "weighted",
            "missing_items",
        ),
        ("scale", "single", "number"),
        ("questions", "theme"),
    ),
    "quotation": MeasureRule(("ids", "question"), one_of=("ids",)),
}


def check_keys(
    file: YamlFile, path: Sequence[str], entry: Mapping[str, Any], problems: Problems
) -> None:
    """Note keys that the finding's measure does not take, and those it lacks."""
    measure = entry["measure"]
    rule = RULES[measure]
    for key in entry:
        if key not in COMMON and key not in rule.keys:
            mend = f"its keys are {', '.join(rule.keys)}"
            problems.add(
                FINDINGS_MEASURE, file.where((*path, key)), f"{measure} takes no {key!r}", mend
            )
    given = [key for key in rule.one_of if key in entry]
    if rule.one_of and len(given) != 1:
        wanted = " or ".join(repr(key) for key in rule.one_of)
        what = f"{measure} needs {wanted}" if not given else f"{measure} takes only one of {wanted}"
        problems.add(
            FINDINGS_MEASURE, file.where(path), what, "add it" if not given else "remove the others"
        )
    choices = [key for key in ("options", "top", "bottom", "numbers") if key in entry]
    if measure == "percent" and len(choices) != 1:
        what = "percent needs one of 'options', 'top', 'bottom' and 'numbers'"
        problems.add(FINDINGS_MEASURE, file.where(path), what, "say which answers count")
