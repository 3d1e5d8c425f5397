"""The Python code that Jinja makes of a narrative, changed in two ways.

Every expression, condition, loop and assignment is guarded by itself: when it fails, the failure
is noted with its line and the rest goes on, so that all that is wrong is listed at once. And the
code yields (line, text) pairs in place of text, so the line of every rendered piece is known:

    try:
        yield (12, environment.placed(environment.getattr(l_0_sw, 'leaving'), 12))
    except Exception as error:
        environment.failed(error, 12, ())
"""

from __future__ import annotations

import math
from collections.abc import Callable

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


def first_line(node: nodes.Node) -> int:
    """The line on which an expression begins; Jinja notes that of its last step."""
    line = node.lineno or 0
    waiting: list[nodes.Node] = [node]
    while waiting:
        inner = waiting.pop()
        line = min(line, inner.lineno) if line and inner.lineno else line or inner.lineno or 0
        waiting += inner.iter_child_nodes()
    return line or 1


class NarrativeCode(CodeGenerator):
    """Jinja's code, with a guard around every expression."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Yield (line, text) for each piece of text and each expression."""
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                self.writeline(f"yield ({child.lineno}, {child.data!r})", child)
            else:
                line = first_line(child)
                self._guard(line, (), self._output_of(child, line, frame))

    def _output_of(self, child: nodes.Expr, line: int, frame: Frame) -> Callable[[], None]:
        def write() -> None:
            self.writeline(f"yield ({line}, environment.placed(", child)
            self.visit(child, frame)
            self.write(f", {line}))")

        return write

    def visit_If(self, node: nodes.If, frame: Frame) -> None:  # noqa: N802
        """An `if` whose condition fails prints nothing."""
        self._guard(node.lineno, (), lambda: CodeGenerator.visit_If(self, node, frame))

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802
        """A loop over something bounded."""
        bounded = nodes.EnvironmentAttribute("bounded", lineno=node.lineno)
        line = nodes.Const(node.lineno, lineno=node.lineno)
        node.iter = nodes.Call(bounded, [node.iter, line], [], None, None, lineno=node.lineno)
        self._guard(node.lineno, (), lambda: CodeGenerator.visit_For(self, node, frame))

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: N802
        """A name that could not be set is not reported again where it is used."""
        names = tuple(name.name for name in node.find_all(nodes.Name) if name.ctx == "store")
        self._guard(node.lineno, names, lambda: CodeGenerator.visit_Assign(self, node, frame))

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """`a ~ b` of bounded length."""
        self.write("environment.concat((")
        for child in node.nodes:
            self.visit(child, frame)
            self.write(", ")
        self.write("))")

    def visit_Const(self, node: nodes.Const, frame: Frame) -> None:  # noqa: N802
        """A number too large for its kind has no name in Python that the code could use."""
        if isinstance(node.value, float) and math.isinf(node.value):
            self.write("-1e999" if node.value < 0 else "1e999")
        else:
            super().visit_Const(node, frame)

    def _guard(self, line: int, names: tuple[str, ...], write: Callable[[], None]) -> None:
        self.writeline("try:")
        self.indent()
        write()
        self.outdent()
        self.writeline("except Exception as error:")
        self.indent()
        self.writeline(f"environment.failed(error, {line}, {names!r})")
        self.outdent()
