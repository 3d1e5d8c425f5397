"""What can be said of a narrative before there are figures, or when it cannot be written.

Whether its expressions parse and name findings that findings.yaml declares, and which sections it
has: so that a fault elsewhere does not hide these, and theirs do not hide a missing section.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from jinja2 import nodes

from generator.errors import did_you_mean
from generator.model.document import Paragraph, Text
from generator.model.issues import Issue, Rule, Where
from generator.model.narrative import Narrative, NarrativeSection
from generator.model.origin import Origin
from generator.narrative.markdown.block_writer import slug
from generator.narrative.narrative_rules import EXPRESSION_NAME, EXPRESSION_SYNTAX
from generator.narrative.sandbox.environment import NarrativeEnvironment
from generator.narrative.sandbox.syntax import parse_template

# Besides the findings of a group; see first_names.Group.
_PARTS = ("cohort", "fieldwork")
_HEADING = re.compile(r"^#[ \t]+(?P<title>.*?)[ \t#]*(?:\{#(?P<name>[\w.-]+)\}[ \t]*)?$")
_HIDDEN = re.compile(r"<!--.*?-->|\{#.*?#\}", re.DOTALL)


def find_early_problems(
    source: str, where_file: str, declared: Collection[str] = ()
) -> list[Issue]:
    """Faults in the expressions of a narrative, each with its line, in order of lines.

    declared: the keys of findings.yaml ('sw.response'); () where they are not known.
    """
    found: list[Issue] = []

    def note(
        line: int, what: str, mend: str, rule: Rule = EXPRESSION_SYNTAX, words: str = ""
    ) -> None:
        found.append(rule.issue(Where(where_file, line or None, words=words), what, mend))

    template = parse_template(NarrativeEnvironment({}), source, note)
    if template is not None:
        for line, what, mend in _undeclared(template, declared):
            note(line, what, mend, EXPRESSION_NAME)
    return sorted(dict.fromkeys(found), key=lambda problem: problem.where.line or 0)


def _undeclared(
    template: nodes.Template, declared: Collection[str]
) -> Iterator[tuple[int, str, str]]:
    groups: dict[str, list[str]] = {}
    for key in declared:
        group, _, name = key.partition(".")
        groups.setdefault(group, list(_PARTS)).append(name)
    for node in template.find_all(nodes.Getattr):
        group = node.node.name if isinstance(node.node, nodes.Name) else ""
        if group in groups and node.attr not in groups[group]:
            what = f"there is no finding {group}.{node.attr}"
            yield node.lineno, what, did_you_mean(node.attr, groups[group])


def outline(source: str, where_file: str) -> Narrative:
    """The sections of a narrative by their headings alone; one that has text holds a stand-in.

    A section that stands twice is told when the narrative is written, and is here only once.
    """
    sections: list[NarrativeSection] = []
    met: set[str] = set()
    hidden = _HIDDEN.sub(lambda match: "\n" * match.group().count("\n"), source)
    for line, text in enumerate(hidden.split("\n"), start=1):
        heading = _HEADING.match(text)
        if heading:
            title, name = heading["title"].strip(), heading["name"] or ""
            key = name or slug(title)
            if key not in met:
                sections.append(NarrativeSection(title, key, (), Origin(where_file, line), name))
            met.add(key)
        elif text.strip() and sections and not sections[-1].blocks:
            last = sections[-1]
            stand_in = (Paragraph((Text("..."),), origin=Origin(where_file, line)),)
            sections[-1] = NarrativeSection(last.title, last.key, stand_in, last.origin, last.name)
    return Narrative(tuple(sections), where_file)
