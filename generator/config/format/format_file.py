"""Loading config/formats/<key>.yaml, with what the format extends filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from generator.config.config_rules import FILE_MISSING, FORMAT_EXTENDS
from generator.config.format.extends import MergedFile, merged
from generator.config.format.format_checks import check_format
from generator.config.format.named_files import named_file, names_in
from generator.config.schema.schema_check import find_problems, load_schema
from generator.config.workspace import Workspace
from generator.config.yaml.yaml_file import YamlFile, read_yaml
from generator.errors import InputProblems, Problems, did_you_mean
from generator.model.document import Numbering
from generator.model.format import (
    AppendixRule,
    Format,
    FrontMatterRule,
    ImplicationRule,
    Part,
    RecommendationGroup,
    SignOffRule,
)
from generator.model.issues import Where
from generator.model.wording.dates import day_or_none

T = TypeVar("T")


def format_names(workspace: Workspace) -> tuple[str, ...]:
    """The keys of the formats in config/formats/, in alphabetical order."""
    return names_in(workspace.config / "formats")


def load_format(workspace: Workspace, key: str, where: Where | None = None) -> Format:
    """The format of that key, extended and checked.

    where: the place that names the key, for a message when there is no such format. Raises
    InputProblems with everything wrong in the format's file and those that it extends, and when its
    report template or its council's file is missing.
    """
    return format_from(workspace, key, read_chain(workspace, key, where))


def read_chain(workspace: Workspace, key: str, where: Where | None = None) -> tuple[YamlFile, ...]:
    """The format's file after those that it extends, the furthest first.

    where: what names the key; without it the command line did. Raises InputProblems, or WrongUsage
    where the command line names no format.
    """
    folder = workspace.config / "formats"
    chain: list[YamlFile] = []
    keys: list[str] = []
    place = where
    while True:
        path = named_file(folder, key, "format", place, workspace.files)
        file = read_yaml(path, workspace.files)
        chain.insert(0, file)
        keys.append(key)
        parent = file.data.get("extends") if isinstance(file.data, dict) else None
        if not isinstance(parent, str):
            return tuple(chain)
        place = file.where(["extends"])
        if parent in keys:
            what = "extends itself: " + " -> ".join([*keys, parent])
            raise InputProblems(
                [FORMAT_EXTENDS.issue(place, what, "let one of them extend nothing")]
            )
        key = parent


def format_from(workspace: Workspace, key: str, chain: Sequence[YamlFile]) -> Format:
    """The format that a chain of files makes. Raises InputProblems with everything wrong in it."""
    problems = Problems()
    file = merged(chain, problems)
    problems.found.extend(find_problems(file, load_schema("format")))
    problems.raise_any()
    format_ = _format(key, file, chain)
    check_format(file, format_, problems)
    _check_template(workspace, file, problems)
    with problems.collecting():
        named_file(
            workspace.config / "councils",
            format_.council,
            "council",
            file.where(["council"]),
            workspace.files,
        )
    problems.raise_any()
    return format_


def _format(key: str, file: MergedFile, chain: Sequence[YamlFile]) -> Format:
    data = dict(file.data)
    data.pop("extends", None)
    valid = data.pop("valid", {})
    extends = chain[-1].data.get("extends", "")
    return Format(
        key=key,
        file=chain[-1].file,
        extends=extends,
        valid_from=day_or_none(valid.get("from")),
        valid_to=day_or_none(valid.get("to")),
        marking=data.pop("marking", ""),
        front_matter=tuple(_rule(FrontMatterRule, row) for row in data.pop("front_matter")),
        recommendations=tuple(_group(group) for group in data.pop("recommendations")),
        layout=tuple(_rule(Part, part) for part in data.pop("layout")),
        implications=tuple(_rule(ImplicationRule, item) for item in data.pop("implications")),
        sign_off=_rule(SignOffRule, data.pop("sign_off", {})),
        numbering=_rule(Numbering, data.pop("numbering", {})),
        appendices=_rule(AppendixRule, data.pop("appendices", {})),
        **{name: _frozen(value) for name, value in data.items()},
    )


def _group(group: Mapping[str, Any]) -> RecommendationGroup:
    lead_in = group["lead_in"]
    by_type = {"any": lead_in} if isinstance(lead_in, str) else dict(lead_in)
    heading = group.get("heading", "")
    whole = {"heading": heading, "heading_many": heading, **group, "lead_in": by_type}
    return _rule(RecommendationGroup, whole)


def _rule(rule: type[T], values: Mapping[str, Any]) -> T:
    fields = {name: _frozen(value) for name, value in values.items()}
    fields.pop("after", None)
    fields.pop("before", None)
    return rule(**fields)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _check_template(workspace: Workspace, file: MergedFile, problems: Problems) -> None:
    name = file.data["template"]
    if not workspace.files.is_file(workspace.templates / name):
        known = sorted(path.stem for path in workspace.templates.glob("*.docx"))
        what = f"there is no report template {name!r} in {workspace.templates.name}/"
        hint = did_you_mean(name.removesuffix(".docx"), known)
        problems.add(FILE_MISSING, file.where(["template"]), what, hint or "put it there")
