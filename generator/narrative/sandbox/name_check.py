"""Checking a parsed narrative before it is evaluated: every name, also in branches not taken.

An expression with a wrong name is noted with the line of that name and replaced by nothing, so it
is not reported again when the rest is evaluated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import nodes

from generator.errors import did_you_mean
from generator.model.wording.english import listed
from generator.narrative.expressions.first_names import Group
from generator.narrative.expressions.spoken import UNKNOWN, Ask, Refused, Speaker, private
from generator.narrative.narrative_rules import EXPRESSION_NAME
from generator.narrative.sandbox.environment import NarrativeEnvironment
from generator.narrative.sandbox.guarded_code import first_line

Fault = tuple[int, Refused]

_REFUSED: Mapping[type[nodes.Node], str] = {
    nodes.Include: "{% include %} is not available: a narrative is one file",
    nodes.Import: "{% import %} is not available: a narrative is one file",
    nodes.FromImport: "{% from %} is not available: a narrative is one file",
    nodes.Extends: "{% extends %} is not available: a narrative is one file",
    nodes.Block: "{% block %} is not available: a narrative is one file",
    nodes.Macro: "{% macro %} is not available in a narrative",
    nodes.CallBlock: "{% call %} is not available in a narrative",
    nodes.FilterBlock: "{% filter %} is not available: write {{ ... | filter }}",
    nodes.AssignBlock: "{% set %} without '=' is not available: write {% set name = ... %}",
    nodes.With: "{% with %} is not available: write {% set name = ... %}",
    nodes.Scope: "{% autoescape %} is not available in a narrative",
}


def check_names(template: nodes.Template, env: NarrativeEnvironment) -> list[Fault]:
    """Note every wrong name, and take the expressions that hold one out of the template."""
    local = {name.name for name in template.find_all(nodes.Name) if name.ctx == "store"} | {"loop"}
    return list(_Check(env, local).statements(template.body))


class _Check:
    def __init__(self, env: NarrativeEnvironment, local: set[str]) -> None:
        self.env = env
        self.local = local
        self.faults: list[Fault] = []

    # ------------------------------------------------------------ statements
    def statements(self, body: list[nodes.Node]) -> Iterator[Fault]:
        """Check statements; those that cannot stand are taken out of the body."""
        kept: list[nodes.Node] = []
        for node in body:
            what = _REFUSED.get(type(node))
            if what is not None:
                yield first_line(node), Refused(what, "see docs/narrative.md")
            else:
                kept.append(node)
                yield from self.statement(node)
        body[:] = kept

    def statement(self, node: nodes.Node) -> Iterator[Fault]:
        if isinstance(node, nodes.Output):
            yield from self.output(node)
        elif isinstance(node, nodes.If):
            for branch in (node, *node.elif_):
                node_faults = list(self.expression(branch.test))
                if node_faults:
                    branch.test = nodes.Const(False, lineno=branch.lineno)
                yield from node_faults
                yield from self.statements(branch.body)
            yield from self.statements(node.else_)
        elif isinstance(node, nodes.For):
            yield from self.loop(node)
        elif isinstance(node, nodes.Assign):
            yield from self.assign(node)
        else:
            what = f"{{% {type(node).__name__.lower()} %}} is not available in a narrative"
            yield first_line(node), Refused(what, "see docs/narrative.md")

    def output(self, node: nodes.Output) -> Iterator[Fault]:
        kept: list[nodes.Expr] = []
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                kept.append(child)
                continue
            faults = list(self.expression(child))
            kept.append(nodes.TemplateData("", lineno=child.lineno) if faults else child)
            yield from faults
        node.nodes = kept

    def loop(self, node: nodes.For) -> Iterator[Fault]:
        if node.recursive:
            yield node.lineno, Refused("a recursive loop is not available", "write a plain loop")
            node.recursive = False
        faults = list(self.expression(node.iter))
        if faults:
            node.iter = nodes.List([], lineno=node.lineno)
        if node.test is not None:
            faults += self.expression(node.test)
        yield from faults
        yield from self.statements(node.body)
        yield from self.statements(node.else_)

    def assign(self, node: nodes.Assign) -> Iterator[Fault]:
        if isinstance(node.target, nodes.NSRef):
            yield (
                node.lineno,
                Refused("a part of a name cannot be set", "write {% set name = ... %}"),
            )
            node.target = nodes.Name("loop_", "store", lineno=node.lineno)
        faults = list(self.expression(node.node))
        if faults:
            names = [name.name for name in node.find_all(nodes.Name) if name.ctx == "store"]
            self.env.unset.update(names)
            node.node = nodes.Name(names[0], "load", lineno=node.lineno)
        for name in node.find_all(nodes.Name):
            if name.ctx == "store" and name.name in self.env.first_names:
                what = f"{{% set {name.name} %}} would hide the name {name.name!r}"
                faults.append((node.lineno, Refused(what, "choose another name")))
        yield from faults

    # ------------------------------------------------------------ expressions
    def expression(self, node: nodes.Node) -> list[Fault]:
        """What is wrong in an expression, each with its own line."""
        self.faults = []
        self.resolve(node)
        return self.faults

    def resolve(self, node: nodes.Node) -> Any:
        """What an expression gives, as far as names alone tell it; UNKNOWN otherwise."""
        try:
            if isinstance(node, nodes.Name):
                return self.name(node)
            if isinstance(node, nodes.Getattr):
                return self.attribute(node)
            if isinstance(node, nodes.Getitem):
                return self.item(node)
            if isinstance(node, nodes.Call):
                return self.call(node)
            if isinstance(node, nodes.Filter):
                self.known("filter", node.name, list(self.env.filters))
            elif isinstance(node, nodes.Test):
                self.known("test", node.name, list(self.env.tests))
        except Refused as refused:
            self.faults.append((node.lineno, refused))
            return UNKNOWN
        for child in node.iter_child_nodes():
            self.resolve(child)
        return node.value if isinstance(node, nodes.Const) else UNKNOWN

    def known(self, kind: str, name: str, known: list[str]) -> None:
        if name not in known:
            mend = did_you_mean(name, known)
            raise Refused(f"there is no {kind} {name!r}", mend, EXPRESSION_NAME)

    def name(self, node: nodes.Name) -> Any:
        if node.name in self.local and node.name not in self.env.first_names:
            return UNKNOWN
        if node.name not in self.env.first_names:
            names = [*self.env.first_names, *self.local - {"loop"}]
            known = self.env.first_names.items()
            groups = [name for name, thing in known if isinstance(thing, Group)]
            others = f"the groups of findings are {listed(groups)}" if groups else ""
            mend = did_you_mean(node.name, names) or others
            raise Refused(f"there is no {node.name!r}", mend, EXPRESSION_NAME)
        return self.env.first_names[node.name]

    def attribute(self, node: nodes.Getattr) -> Any:
        base = self.resolve(node.node)
        if node.attr.startswith("_"):
            raise private(node.attr)
        return base.known_part(node.attr) if isinstance(base, Speaker) else UNKNOWN

    def item(self, node: nodes.Getitem) -> Any:
        base, key = self.resolve(node.node), self.resolve(node.arg)
        if isinstance(key, str) and key.startswith("__"):
            raise private(key)
        if not isinstance(base, Speaker) or key is UNKNOWN or isinstance(node.arg, nodes.Slice):
            return UNKNOWN
        return base.pick(key)

    def call(self, node: nodes.Call) -> Any:
        callee = self.resolve(node.node)
        given = [self.resolve(argument) for argument in node.args]
        named = {keyword.key: self.resolve(keyword.value) for keyword in node.kwargs}
        for extra in (node.dyn_args, node.dyn_kwargs):
            if extra is not None:
                raise Refused("* and ** are not available in a call", "write the arguments out")
        if not isinstance(callee, Ask):
            return UNKNOWN
        callee.check_arguments(given, named)
        whole = all(value is not UNKNOWN for value in (*given, *named.values()))
        return callee(*given, **named) if callee.static and whole else UNKNOWN
