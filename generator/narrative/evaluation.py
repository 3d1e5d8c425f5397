"""From a narrative's source to Markdown with sentinels, and the source line of each line of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from generator.config.files import ReportFolder
from generator.model.findings import Findings
from generator.model.narrative import Words
from generator.model.report import Report
from generator.narrative.directives.chart import chart
from generator.narrative.directives.csv_chart import csv_chart
from generator.narrative.directives.pieces import (
    contents,
    grid,
    key_figures,
    method_note,
    quote,
    quotes,
    response_list,
)
from generator.narrative.directives.table import csv_table, table
from generator.narrative.expressions.first_names import first_names_of
from generator.narrative.expressions.part_table import scope_of
from generator.narrative.expressions.ranges import bounded_range
from generator.narrative.expressions.spoken import Ask
from generator.narrative.narrative_rules import EXPRESSION_SYNTAX, EXPRESSION_USE
from generator.narrative.rendered import NoteProblem, RenderedText, by

MAX_SOURCE, MAX_BRACKETS = 2_000_000, 20_000  # each bracket may begin a link, and is tried as one
_TAGS = re.compile(r"\{\{|\{%|<!--|\}\}|%\}")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def names_of(
    findings: Findings, report: Report, words: Words, folder: ReportFolder | None
) -> dict[str, Any]:
    """Everything a narrative may begin an expression with."""
    scope = scope_of(findings, words)
    functions: Mapping[str, Callable[..., Any]] = {
        "chart": chart,
        "table": table,
        "csv_table": partial(csv_table, folder),
        "csv_chart": partial(csv_chart, folder),
        "contents": contents,
        "grid": grid,
        "key_figures": key_figures,
        "response_list": response_list,
        "method_note": partial(method_note, findings),
        "quote": partial(quote, scope),
        "quotes": partial(quotes, scope),
        "range": bounded_range,
    }
    static = ("quote", "quotes")
    first_names = first_names_of(scope, report)
    return first_names | {
        name: Ask(name, function, static=name in static) for name, function in functions.items()
    }


def render(source: str, first_names: Mapping[str, Any], note: NoteProblem) -> RenderedText:
    """Evaluate every expression; problems go to note(line, what, mend)."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    source = _printable(source, note)
    if _TAGS.search(source) is None:
        lines = source.split("\n")
        return RenderedText(source, tuple(range(1, len(lines) + 1)), source=lines)
    from generator.narrative.sandbox.environment import NarrativeEnvironment
    from generator.narrative.sandbox.tags import loop_lines

    env = NarrativeEnvironment(first_names)
    pieces = _evaluate(env, source, note)
    for line, refused in env.failures:
        note(line, refused.what, refused.mend, refused.rule)
    text, places = _join(pieces)
    return RenderedText(text, places, env.values, source.split("\n"), loop_lines(source))


def _printable(source: str, note: NoteProblem) -> str:
    if len(source) > MAX_SOURCE:
        note(1, f"the text is longer than {MAX_SOURCE:,} characters", "write it shorter")
        return ""
    if (brackets := source.count("[")) > MAX_BRACKETS:
        what = f"the text has {brackets:,} square brackets, at most {MAX_BRACKETS:,} are read"
        note(1, what, "print long tables with csv_table(...)")
        return ""
    for found in _UNPRINTABLE.finditer(source):
        line = source.count("\n", 0, found.start()) + 1
        code = f"U+{ord(found.group()):04X}"
        note(line, f"the character {code} cannot be printed", "delete it")
    return _UNPRINTABLE.sub("", source)


def _evaluate(env: Any, source: str, note: NoteProblem) -> list[tuple[int, str]]:
    from generator.narrative.sandbox.environment import MAX_PRINTED, Spent
    from generator.narrative.sandbox.name_check import check_names
    from generator.narrative.sandbox.syntax import parse_template

    template = parse_template(env, source, by(EXPRESSION_SYNTAX, note))
    if template is None:
        return []
    for line, refused in check_names(template, env):
        note(line, refused.what, refused.mend, refused.rule)
    pieces: list[tuple[int, str]] = []
    try:
        compiled = env.from_string(template)
        size = 0
        for line, text in compiled.root_render_func(compiled.new_context(dict(env.first_names))):
            pieces.append((line, text))
            size += len(text)
            if size > MAX_PRINTED:
                raise Spent(f"the narrative prints more than {MAX_PRINTED:,} characters", line)
    except Spent as spent:
        note(spent.line, spent.what, "write a shorter loop", EXPRESSION_USE)
    except (RecursionError, MemoryError, SyntaxError):
        note(1, "the expressions are nested too deeply", "write them simpler", EXPRESSION_SYNTAX)
    return pieces


def _join(pieces: Sequence[tuple[int, str]]) -> tuple[str, tuple[int, ...]]:
    """The text of all pieces, and the source line of each of its lines.

    A rendered line has the source line of the first thing that stands on it.
    """
    lines: list[int] = []
    fresh = True
    for line, text in pieces:
        if not text:
            continue
        if fresh:
            lines.append(line)
        breaks = text.count("\n")
        ends = text.endswith("\n")
        lines.extend(range(line + 1, line + breaks + (0 if ends else 1)))
        fresh = ends
    last = pieces[-1][0] + pieces[-1][1].count("\n") if pieces else 1
    if fresh:
        lines.append(last)
    return "".join(text for _, text in pieces), tuple(lines)
