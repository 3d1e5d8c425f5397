"""What can be said of a narrative before there are any figures: whether its expressions parse."""

from __future__ import annotations

from generator.errors import Problem, Where
from generator.narrative.sandbox import NarrativeEnvironment
from generator.narrative.syntax import parse_template


def find_syntax_problems(source: str, where_file: str) -> list[Problem]:
    """Syntax errors in the expressions of a narrative, each with its line, in order of lines."""
    found: list[Problem] = []

    def note(line: int, what: str, mend: str) -> None:
        found.append(Problem(Where(where_file, line or None), what, mend))

    parse_template(NarrativeEnvironment({}), source, note)
    return sorted(dict.fromkeys(found), key=lambda problem: problem.where.line or 0)
