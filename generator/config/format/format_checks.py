"""What must fit together within a format, beyond what its schema says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.config.config_rules import (
    FORMAT_FRONT_MATTER,
    FORMAT_KEYS,
    FORMAT_LAYOUT,
    FORMAT_NUMBERING,
    FORMAT_SIGN_OFF,
    FORMAT_VALID,
)
from generator.config.format.extends import MergedFile
from generator.config.format.format_parts import check_part
from generator.config.format.format_texts import check_texts
from generator.errors import Problems, did_you_mean
from generator.model.format import Format, FrontMatterRule, signed_rules

_WHEN = ("exempt", "published")
_PATTERNS = {
    ("heading", 1): "%1.",
    ("paragraph", 1): "%1.",
    ("paragraph", 2): "%1.%2",
    ("sub_paragraph", 3): "%1.%2.%3",
}


def check_format(file: MergedFile, format_: Format, problems: Problems) -> None:
    """Add every contradiction within a format to `problems`."""
    if format_.valid_from and format_.valid_to and format_.valid_to < format_.valid_from:
        what = f"ends ({format_.valid_to}) before it begins ({format_.valid_from})"
        problems.add(FORMAT_VALID, file.where(["valid"]), what, "check the two dates")
    for name in ("front_matter", "recommendations", "implications"):
        _check_unique(file, name, [item.key for item in getattr(format_, name)], problems)
    sections = [part.key if part.kind == "section" else "" for part in format_.layout]
    _check_unique(file, "layout", sections, problems)
    _check_placed(file, problems)
    for index, rule in enumerate(format_.front_matter):
        _check_row(file, index, rule, format_, problems)
    for index, part in enumerate(format_.layout):
        check_part(file, index, part, format_, problems)
    _check_numbering(file, format_, problems)
    _check_sign_off(file, format_, problems)
    _check_unplaced(file, format_, problems)
    check_texts(file, format_, problems)


def _check_unique(file: MergedFile, name: str, keys: Sequence[str], problems: Problems) -> None:
    for index, key in enumerate(keys):
        if key and key in keys[:index]:
            what = f"the key {key!r} stands twice in {name}"
            problems.add(
                FORMAT_KEYS, file.where([name, index, "key"]), what, "give one of them another key"
            )


def _check_row(
    file: MergedFile, index: int, rule: FrontMatterRule, format_: Format, problems: Problems
) -> None:
    path = ("front_matter", index)
    if rule.kind == "computed" and not rule.source:
        problems.add(
            FORMAT_FRONT_MATTER,
            file.where(path),
            "a computed row needs a 'source'",
            "add: source: title",
        )
    if rule.kind != "computed" and rule.source:
        what = f"'source' is for rows of kind computed, and this one is {rule.kind}"
        problems.add(
            FORMAT_FRONT_MATTER,
            file.where((*path, "source")),
            what,
            "remove it, or change the kind",
        )
    if rule.required_when and rule.required_when not in _WHEN:
        known = [row.key for row in format_.front_matter if row.kind == "yes_no"]
        if rule.required_when not in known:
            got = rule.required_when
            what = f"expected the key of a yes_no row, exempt or published, got {got!r}"
            hint = did_you_mean(rule.required_when, [*known, *_WHEN])
            problems.add(FORMAT_FRONT_MATTER, file.where((*path, "required_when")), what, hint)
    if rule.kind == "yes_no" and rule.default and rule.default.lower() not in ("yes", "no"):
        what = f"expected yes or no, got {rule.default!r}"
        problems.add(FORMAT_FRONT_MATTER, file.where((*path, "default")), what)
    if rule.values and rule.default and rule.default not in rule.values:
        what = f"{rule.default!r} is not among the values"
        hint = did_you_mean(rule.default, rule.values)
        problems.add(FORMAT_FRONT_MATTER, file.where((*path, "default")), what, hint)
    if rule.default and rule.kind not in ("text", "wards", "yes_no"):
        what = f"a row of kind {rule.kind} cannot have a default"
        problems.add(FORMAT_FRONT_MATTER, file.where((*path, "default")), what, "remove it")


def _check_placed(file: MergedFile, problems: Problems) -> None:
    """`after` and `before` mean something only where a parent's list is changed by key."""
    for name in ("front_matter", "recommendations", "layout", "implications"):
        for index, item in enumerate(file.data[name]):
            for word in ("after", "before"):
                if word in item:
                    what = f"{word!r} has no meaning in a list"
                    mend = "put the item where it belongs in the list"
                    problems.add(FORMAT_KEYS, file.where([name, index, word]), what, mend)


def _check_numbering(file: MergedFile, format_: Format, problems: Problems) -> None:
    numbering = format_.numbering
    levels = {
        "heading": (numbering.heading, 1),
        "paragraph": (numbering.paragraph, 1 if numbering.running else 2),
        "sub_paragraph": (numbering.sub_paragraph, 3),
    }
    for name, (pattern, deepest) in levels.items():
        counts = {int(level) for level in re.findall(r"%(\d)", pattern)}
        if not pattern or (deepest in counts and not counts - set(range(1, deepest + 1))):
            continue
        what = f"{pattern!r} does not count: %{deepest} is the number of what it stands at"
        few = "%1" if deepest == 1 else f"%1 to %{deepest}"
        mend = f"write a pattern of {few}, such as {_PATTERNS[name, deepest]!r}"
        problems.add(FORMAT_NUMBERING, file.where(["numbering", name]), what, mend)
    if numbering.sub_paragraph and not numbering.numbered_sub_headings:
        what = "no sub-heading is numbered that paragraphs could be counted below"
        mend = "add: numbered_sub_headings: true"
        problems.add(FORMAT_NUMBERING, file.where(["numbering", "sub_paragraph"]), what, mend)


def _check_sign_off(file: MergedFile, format_: Format, problems: Problems) -> None:
    rule = format_.sign_off
    try:
        pattern = re.compile(rule.pattern)
    except re.error as error:
        where = file.where(["sign_off", "pattern"])
        problems.add(
            FORMAT_SIGN_OFF, where, f"is not a regular expression: {error}", "see docs/formats.md"
        )
        return
    uses_codes = any(item.sign_off == "code" for item in signed_rules(format_))
    if uses_codes and pattern.fullmatch(rule.example) is None:
        what = f"the example {rule.example!r} does not fit the pattern"
        problems.add(FORMAT_SIGN_OFF, file.where(["sign_off"]), what, "write an example that does")


def _check_unplaced(file: MergedFile, format_: Format, problems: Problems) -> None:
    kinds = [part.kind for part in format_.layout]
    if format_.recommendations and "recommendations" not in kinds:
        problems.add(
            FORMAT_LAYOUT,
            file.where(["layout"]),
            "the recommendations are printed nowhere",
            "add: {kind: recommendations}",
        )
    placed = {part.key for part in format_.layout if part.kind == "implication"}
    if "implications" in kinds:
        return
    for rule in format_.implications:
        if rule.key not in placed:
            what = f"the implication {rule.key!r} is printed nowhere"
            mend = (
                f"add {{kind: implication, key: {rule.key}}} to layout, or {{kind: implications}}"
            )
            problems.add(FORMAT_LAYOUT, file.where(["layout"]), what, mend)
