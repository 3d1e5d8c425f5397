"""What the parts of report.yaml are read with: the checked data, the format and the council."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.config.schema.schema_check import Checked
from generator.config.yaml.yaml_file import YamlPath
from generator.errors import Problems
from generator.model.council import CouncilFile
from generator.model.format import Format
from generator.model.frozen import dataclass
from generator.model.issues import Rule, Where
from generator.model.report import Prose


@dataclass(frozen=True, slots=True)
class ReportContext:
    """Everything a part of the report needs to be read; `meeting` is None when it is not sound."""

    checked: Checked
    format: Format
    council: CouncilFile
    meeting: date | None
    published: date | None
    problems: Problems

    def get(self, *path: str | int) -> Any:
        """The value at a path, None when it is missing or not sound."""
        return self.checked.get(*path)

    def items(self, *path: str | int) -> Iterator[tuple[YamlPath, Any]]:
        """The sound items, with their paths, of what is written alone or in a list."""
        return self.checked.items(*path)

    def where(self, *path: str | int) -> Where:
        """The place of a path."""
        return self.checked.file.where(path)

    def add(self, rule: Rule, path: YamlPath, what: str, mend: str = "") -> None:
        """Note a problem at a path, by the rule that it breaks."""
        self.problems.add(rule, self.where(*path), what, mend)


def prose(context: ReportContext, path: YamlPath, value: Any) -> Prose:
    """Text at a path, or the `text` of a mapping there with its other keys as fields."""
    if isinstance(value, dict):
        fields = {key: str(text) for key, text in value.items() if key not in ("text", "name")}
        return Prose(str(value["text"]), context.where(*path, "text"), fields)
    return Prose(str(value), context.where(*path))
