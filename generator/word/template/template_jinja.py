"""The Jinja that a report template may use: to print, to repeat and to choose, no more.

    {{ title }}  {{ row.label | upper }}  {%p for line in row.lines %}  {%p if row.wide %}

A template comes from elsewhere, like any Word file, and Jinja's own sandbox lets it count to a
thousand million or fill the memory with one letter. So whatever calculates, calls or defines is
refused, and loops run over what the report brings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

MAX_TEMPLATE_ROUNDS = 10_000
_PARTS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr,
    nodes.Getitem, nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or,
    nodes.Not, nodes.CondExpr, nodes.Test, nodes.Filter, nodes.List, nodes.Tuple,
)  # fmt: skip
_FILTERS = (
    "upper", "lower", "title", "capitalize", "trim", "default", "d", "length", "first", "last",
    "join", "e", "escape",
)  # fmt: skip


class TemplateEnvironment(SandboxedEnvironment):
    """Knows no undefined names, escapes everything, and refuses what is not listed above."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.code_generator_class = _CountedLoops
        self.globals = {}
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self._rounds = 0

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for line, what in _refused(tree):
            raise TemplateSyntaxError(what, line, name, filename)
        return tree

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing may be called but what counts the rounds of a loop."""
        return bool(obj == self.counted)

    def counted(self, entries: Iterable[Any]) -> Iterator[Any]:
        """What a loop runs over. Raises SecurityError after so many rounds of all loops."""
        if isinstance(entries, str) or not isinstance(entries, list | tuple):
            raise SecurityError("a loop runs over rows or lines only")
        for entry in entries:
            self._rounds += 1
            if self._rounds > MAX_TEMPLATE_ROUNDS:
                raise SecurityError(f"loops run more than {MAX_TEMPLATE_ROUNDS:,} rounds")
            yield entry


def _refused(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    for node in _every(tree):
        kind = type(node).__name__.lower()
        if not isinstance(node, _PARTS):
            yield node.lineno, f"a template cannot use {kind!r}"
        elif isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            yield node.lineno, f"there is no filter {node.name!r} in a template"
        elif isinstance(node, nodes.For) and (
            node.recursive or not isinstance(node.iter, nodes.Name | nodes.Getattr)
        ):
            yield node.lineno, "a loop runs over rows or lines only"


def _every(tree: nodes.Node) -> Iterator[nodes.Node]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.iter_child_nodes()


class _CountedLoops(CodeGenerator):
    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802
        """A loop whose rounds are counted."""
        counted = nodes.EnvironmentAttribute("counted", lineno=node.lineno)
        node.iter = nodes.Call(counted, [node.iter], [], None, None, lineno=node.lineno)
        super().visit_For(node, frame)
