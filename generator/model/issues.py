"""What is said of an input: where it is, by which rule, what is wrong and how to mend it.

Every package exports the rules that it applies, in a module of its own (`config/config_rules.py`,
`survey/survey_rules.py`, ...); `checks/registry.py` gathers them. An issue is made of a rule:

    FILE_MISSING.issue(Where("inputs/a/report.yaml"), "no such file", "create it")
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import Any, Literal

from generator.model.frozen import dataclass

MAX_MESSAGE, SHOWN = 1_000, 200
"""Characters of a message, and of what is shown of a long quotation in a longer one."""
QUOTED = 80
"""Characters of a document that are quoted to find a place in it."""
_LONG_QUOTATION = re.compile(r"'[^']{201,}'|\"[^\"]{201,}\"|\u201c[^\u201d]{201,}\u201d")
Severity = Literal["error", "warning", "hint"]
"""An error stops a build, a warning stops it with --strict, a hint never."""
Family = Literal[
    "complete", "lawful", "consistent", "accessible", "valid", "private", "readable", "evidence"
]
"""What a rule protects; docs/reference/rules.md groups by it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Where:
    """A place in an input: a file (workspace-relative, with forward slashes), a line, a path in it.

    `line` counts from 1; `path` is a dotted YAML path, a column, a sheet or a cell, as text.
    heading, paragraph (its number) and words (as they stand there) help a reader to find the place;
    '' where they are not known, and no part of what makes two places the same.
    """

    file: str
    line: int | None = None
    path: str | None = None
    heading: str = dataclasses.field(default="", compare=False)
    paragraph: str = dataclasses.field(default="", compare=False)
    words: str = dataclasses.field(default="", compare=False)

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        if self.path:
            return f"{place}: {brief(self.path)}"
        told = f"{self.heading} {self.paragraph}".strip() if self.line is None else ""
        return f"{place}, {quotable(told)!r}" if told else place

    def as_plain(self) -> dict[str, Any]:
        """What is known of the place, for JSON; `file` always."""
        names = ("line", "path", "heading", "paragraph", "words")
        known = {name: getattr(self, name) for name in names}
        return {"file": self.file, **{name: value for name, value in known.items() if value}}


def quotable(words: str) -> str:
    """Words of a document as `Where.words` has them: on one line, cut with '…' where too long."""
    line = " ".join(words.split())
    return line if len(line) <= QUOTED else line[: QUOTED - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to mend in an input. rule: the id of the rule that it breaks.

    message: what is wrong. mend: how to mend it, '' where that goes without saying.
    """

    rule: str
    severity: Severity
    where: Where
    message: str
    mend: str = ""

    def __str__(self) -> str:
        place = str(self.where)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text}; {self.mend}" if self.mend else text

    def as_plain(self) -> dict[str, Any]:
        """As every `--json` prints it: rule, severity, where, message, mend."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "where": self.where.as_plain(),
            "message": self.message,
            "mend": self.mend,
        }


def issue_from(plain: Mapping[str, Any]) -> Issue:
    """The issue that `as_plain` told. Raises KeyError and TypeError for anything else."""
    return Issue(**{**plain, "where": Where(**plain["where"])})


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that is held against the inputs of a report.

    id: lower case, such as 'figures.typed'. severity: of its issues. explanation: what is wrong and
    why that matters, in whole sentences for an officer. remedy: what to do. source: the law, the
    guidance or the success criterion that it comes from, '' where it is the program's own.
    thresholds: numbers that a council may set otherwise, by name, with their defaults.
    """

    id: str
    family: Family
    severity: Severity
    explanation: str
    remedy: str
    source: str = ""
    thresholds: Mapping[str, float] = dataclasses.field(default_factory=dict, compare=False)

    def issue(self, where: Where, message: str, mend: str = "") -> Issue:
        """Where this rule is broken, and how. Long quotations of an input are cut."""
        return Issue(self.id, self.severity, where, brief(message), brief(mend))


def brief(text: str) -> str:
    """A message without the middle of what it quotes at great length; else as it is."""
    if len(text) <= MAX_MESSAGE:
        return text
    cut = _LONG_QUOTATION.sub(lambda found: f"{found[0][:SHOWN]}...{found[0][-1]}", text)
    return cut if len(cut) <= MAX_MESSAGE else f"{cut[:SHOWN]} ... {cut[-SHOWN:]}"
