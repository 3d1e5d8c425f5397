"""The tags in a report template: where they stand, whether they hold together, what they name.

docxtpl's own tags say which part of the table or text they repeat ({%tr, {%p, {%tc, {%r); without
that letter they are Jinja. Word likes to split a tag over several runs; here, as in docxtpl, the
text of a paragraph is read as a whole, so that does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.model.frozen import dataclass
from generator.word.package.elements import Element, clark, text_of

# What a template may print: shell.py fills it in, template_check.py knows it.
TEXT_NAMES = (
    "title", "council", "committee", "meeting_date", "marking", "language", "author", "subject",
)  # fmt: skip
TITLED = "title_in_table"  # whether a row of front matter prints the title
ROW_NAMES = ("key", "label", "lines", "wide")
LINE_NAMES = ("columns", "cells")

_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_HALF = re.compile(r"\{%|\{\{|%\}|\}\}")
_DOCXTPL = re.compile(r"(\{%-?|\{\{)(?:tr|tc|p|r)(?=\s)")
_BLOCK = re.compile(r"\{%-?\s*(\w+)")
_OPENERS = {"for": "endfor", "if": "endif"}
_QUOTES = str.maketrans("\u201c\u201d\u2018\u2019", "\"\"''")


@dataclass(frozen=True, slots=True)
class TemplatePassage:
    """A paragraph with its place: 'table 1, row 3, cell 2, paragraph 1'."""

    place: str
    text: str


def passages(root: Element, story: str) -> Iterator[TemplatePassage]:
    """The paragraphs of a story in order. story: '' for the text, 'header 1', 'footnotes', ..."""
    prefix = f"{story}, " if story else ""
    yield from _in_container(root, prefix, {"paragraph": 0, "table": 0})


def _in_container(root: Element, prefix: str, counts: dict[str, int]) -> Iterator[TemplatePassage]:
    for node in root.iterchildren(etree_element()):
        if node.tag == clark("w:p"):
            counts["paragraph"] += 1
            yield TemplatePassage(f"{prefix}paragraph {counts['paragraph']}", text_of(node))
        elif node.tag == clark("w:tbl"):
            counts["table"] += 1
            yield from _in_table(node, f"{prefix}table {counts['table']}")
        elif node.tag in (
            clark("w:sdt"),
            clark("w:sdtContent"),
            clark("w:footnote"),
            clark("w:body"),
        ):
            yield from _in_container(node, prefix, counts)


def _in_table(table: Element, place: str) -> Iterator[TemplatePassage]:
    for row_index, row in enumerate(table.iter(clark("w:tr")), start=1):
        for cell_index, cell in enumerate(row.iter(clark("w:tc")), start=1):
            where = f"{place}, row {row_index}, cell {cell_index}"
            many = len(cell.findall(clark("w:p"))) > 1
            for index, paragraph in enumerate(cell.iter(clark("w:p")), start=1):
                yield TemplatePassage(
                    f"{where}, paragraph {index}" if many else where, text_of(paragraph)
                )


def etree_element() -> Any:
    """lxml's name for 'elements, not comments'."""
    from lxml import etree

    return etree.Element


@dataclass(frozen=True, slots=True)
class TagFault:
    """Something wrong with a tag. name: the unknown name, where that is what is wrong."""

    place: str
    what: str
    mend: str = ""
    name: str = ""


def tag_faults(story: Iterable[TemplatePassage], known: dict[str, Any]) -> list[TagFault]:
    """Everything wrong with the tags of one story.

    known: names a template may use; a dict under a name are the attributes of what it loops over.
    """
    tagged = [passage for passage in story if _HALF.search(passage.text)]
    faults = [fault for passage in tagged for fault in _torn(passage)]
    faults += _unpaired(tagged)
    broken = {fault.place for fault in faults}
    for passage in tagged:
        if passage.place not in broken:
            faults += _syntax(passage)
    if not faults:
        faults = _unknown(tagged, known)
    return faults


def _torn(passage: TemplatePassage) -> Iterator[TagFault]:
    rest = _TAG.sub("", passage.text)
    if _HALF.search(rest):
        shown = " ".join(rest.split())[:60]
        yield TagFault(
            passage.place, f"a tag is not closed: {shown!r}", "write {{ name }} or {% ... %}"
        )


def _unpaired(tagged: list[TemplatePassage]) -> Iterator[TagFault]:
    open_: list[tuple[str, str, str]] = []
    for passage in tagged:
        for match in _TAG.finditer(passage.text):
            block = _BLOCK.match(jinja(match.group()))
            word = block.group(1) if block else ""
            if word in _OPENERS:
                open_.append((word, passage.place, match.group()))
            elif word in ("endfor", "endif"):
                if not open_ or _OPENERS[open_[-1][0]] != word:
                    yield TagFault(passage.place, f"{match.group()} closes nothing", "take it out")
                else:
                    open_.pop()
    for word, place, tag in open_:
        end = f"{{%p {_OPENERS[word]} %}}"
        yield TagFault(
            place, f"{tag} is never closed", f"add {end} after what it repeats or guards"
        )


def jinja(text: str) -> str:
    """docxtpl's tags as plain Jinja, and typographic quotation marks as typed ones."""
    return _DOCXTPL.sub(r"\1 ", text).translate(_QUOTES)


def _syntax(passage: TemplatePassage) -> Iterator[TagFault]:
    from jinja2 import TemplateSyntaxError

    environment = _environment()
    for match in _TAG.finditer(passage.text):
        tag = jinja(match.group())
        block = _BLOCK.match(tag)
        word = block.group(1) if block else ""
        if word.startswith("end") or word in ("else", "elif"):
            continue
        whole = f"{tag}{{% {_OPENERS[word]} %}}" if word in _OPENERS else tag
        try:
            environment.parse(whole)
        except TemplateSyntaxError as error:
            yield TagFault(passage.place, f"{match.group()} cannot be read: {error.message}")


def _environment() -> Any:
    from generator.word.template.template_jinja import TemplateEnvironment

    return TemplateEnvironment()


def _unknown(tagged: list[TemplatePassage], known: dict[str, Any]) -> list[TagFault]:
    from jinja2 import TemplateError, meta, nodes

    source = "\n".join(
        "".join(jinja(tag).replace("\n", " ") for tag in _TAG.findall(passage.text))
        for passage in tagged
    )
    try:
        tree = _environment().parse(source)
    except TemplateError as error:
        return [
            TagFault(tagged[0].place if tagged else "", f"the tags do not fit together: {error}")
        ]
    free = meta.find_undeclared_variables(tree)
    faults = []
    for node in tree.find_all(nodes.Name):
        if node.name in free and node.name not in known and node.ctx == "load":
            place = tagged[node.lineno - 1].place
            faults.append(TagFault(place, f"no such name: {node.name}", name=node.name))
    loops: dict[str, dict[str, Any]] = {}
    for loop in tree.find_all(nodes.For):
        members = _members(loop.iter, known, loops)
        if members is not None and isinstance(loop.target, nodes.Name):
            loops[loop.target.name] = members
    for node in tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name in loops:
            members = loops[node.node.name]
            if node.attr not in members:
                place = tagged[node.lineno - 1].place
                what = f"{node.node.name} has no {node.attr!r}"
                faults.append(TagFault(place, what, "it has: " + ", ".join(sorted(members))))
    return faults


def _members(node: Any, known: dict[str, Any], loops: dict[str, Any]) -> dict[str, Any] | None:
    """The attributes of what a loop runs over, where they are known."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        found = known.get(node.name)
    elif isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        found = loops.get(node.node.name, {}).get(node.attr)
    else:
        found = None
    return found if isinstance(found, dict) else None
