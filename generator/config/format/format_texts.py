"""The {placeholders} in a format's texts: each must be one that something stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.config.config_rules import FORMAT_TEXTS
from generator.config.format.extends import MergedFile
from generator.config.yaml.yaml_file import YamlPath
from generator.errors import Problems, did_you_mean
from generator.model.format import (
    DATE_PLACEHOLDERS,
    FILE_NAME_PLACEHOLDERS,
    ITEM_PLACEHOLDERS,
    PLACEHOLDERS,
    SIGN_OFF_PLACEHOLDERS,
    Format,
)

_PLACE = re.compile(r"\{([^{}\n]*)\}")


def check_texts(file: MergedFile, format_: Format, problems: Problems) -> None:
    """Add every unknown placeholder of a format's texts to `problems`."""
    rows = [rule.key for rule in format_.front_matter]
    known = [*PLACEHOLDERS, *rows, *format_.context]
    for path, text in _texts(format_):
        _check(file, path, text, known, problems)
    for index, part in enumerate(format_.layout):
        places = ITEM_PLACEHOLDERS.get(part.kind)
        if part.item and places:
            _check(file, ("layout", index, "item"), part.item, places, problems)
    _check(file, ("sign_off", "text"), format_.sign_off.text, SIGN_OFF_PLACEHOLDERS, problems)
    for index, rule in enumerate(format_.implications):
        own = ("implications", index, "sign_off_text")
        _check(file, own, rule.sign_off_text, SIGN_OFF_PLACEHOLDERS, problems)
    _check(file, ("date_format",), format_.date_format, DATE_PLACEHOLDERS, problems)
    _check(file, ("file_name",), format_.file_name, FILE_NAME_PLACEHOLDERS, problems)
    if format_.file_name.lower().endswith(".docx"):
        what = "ends in .docx, which is added by itself"
        problems.add(FORMAT_TEXTS, file.where(["file_name"]), what, "leave it out")


def _texts(format_: Format) -> Iterator[tuple[YamlPath, str]]:
    """The texts that are filled in when a report is composed, with their paths."""
    for index, rule in enumerate(format_.front_matter):
        for name in ("text_public", "text_exempt"):
            yield ("front_matter", index, name), getattr(rule, name)
    for index, group in enumerate(format_.recommendations):
        for name in ("heading", "heading_many"):
            yield ("recommendations", index, name), getattr(group, name)
        for lead_in in group.lead_in.values():
            yield ("recommendations", index, "lead_in"), lead_in
    for index, part in enumerate(format_.layout):
        for name in ("title", "text", "closing", "nil"):
            yield ("layout", index, name), getattr(part, name)
    for index, implication in enumerate(format_.implications):
        yield ("implications", index, "nil"), implication.nil


def _check(
    file: MergedFile, path: YamlPath, text: str, known: Sequence[str], problems: Problems
) -> None:
    for name in _PLACE.findall(text):
        if name not in known:
            what = f"'{{{name}}}' is not a known placeholder"
            hint = did_you_mean(name.strip(), known) or "see docs/formats.md for those there are"
            problems.add(FORMAT_TEXTS, file.where(path), what, hint)
